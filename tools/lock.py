"""Pins every dependency with its hashes: ``python -m tools.lock [--upgrade]``.

``requirements/*.txt`` come from pyproject.toml, for all systems and Python versions at once, and each package-lock.json
comes from its package.json. Versions that still fit stay; ``--upgrade`` moves to the newest.
"""

from __future__ import annotations

import subprocess
import sys

from tools import ROOT
from tools.install import NODE_GROUPS, NPM, OTHER_ENGINES

COMPILE = [
    *(sys.executable, "-m", "uv", "pip", "compile", "pyproject.toml", "--quiet"),
    *("--universal", "--python-version", "3.11", "--generate-hashes"),
    *("--no-annotate", "--custom-compile-command", "make lock"),
]
LOCK = (
    *(sys.executable, "-c", NPM, "install", "--package-lock-only", "--ignore-scripts"),
    *("--omit-lockfile-registry-resolved", "--no-audit", "--no-fund", "--loglevel=error"),
)
CHECK = "requirements/check.txt"


def main() -> None:
    """Resolve everything once, then constrain the smaller lists by the result, so that versions agree."""
    everything = [*COMPILE, *sys.argv[1:]]
    smaller = [*everything, "--constraint", CHECK]
    _run(*everything, "--group", "check", "--output-file", CHECK)
    _run(*smaller, "--group", "engines", "--output-file", "requirements/engines.txt")
    _run(*smaller, "--group", "test", "--output-file", "requirements/test.txt")
    _run(*smaller, "--group", "mutants", "--output-file", "requirements/mutants.txt")
    _run(*smaller, "--group", "audit", "--output-file", "requirements/audit.txt")
    # Another engine runs our macros in place of MkDocs.
    for engine in OTHER_ENGINES:
        instead = ["--no-emit-package", "mkdocs", "--output-file", f"requirements/{engine}.txt"]
        _run(*smaller, "--group", engine, *instead)
    _run(*everything, "--group", "holidays", "--output-file", "requirements/holidays.txt")
    _run(*smaller, "--output-file", "requirements/site.txt")
    for folder in (ROOT, *NODE_GROUPS.values()):
        _run(*LOCK, "--prefix", str(folder))


def _run(*command: str) -> None:
    if subprocess.run(command, cwd=ROOT, check=False).returncode:
        raise SystemExit("Locking failed: the reason is above.")


if __name__ == "__main__":
    main()
