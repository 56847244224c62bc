"""Tests the tests: ``python -m tools.mutants [NUMBER]``.

mutmut changes ``macros/`` in one small way after the other, and the types or the tests of ``tests/unit`` should
notice. Of the thousands of such changes a sample is tried, always the same one for the same code. Those that nobody
notices are shown; many of them make no difference, and the others want a test.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from pathlib import Path

from tools import ROOT

SEED = 2026
MUTANTS = ROOT / "mutants"
# What mutmut writes down: pytest fails or breaks off, or does not end.
TESTS = {1, 3, 24, 36, 152, 255, -24}
TYPES = {37}


def main() -> None:
    """Make all mutants, try a sample, and print the score."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    mutmut("run", "none-of-them")  # makes them, and looks which test runs what
    names = sorted(outcomes())
    sample = random.Random(SEED).sample(names, min(number, len(names)))  # noqa: S311 - nothing secret
    mutmut("run", *sample)
    tried = outcomes()
    by_tests, by_types = ([name for name in sample if tried[name] in ends] for ends in (TESTS, TYPES))
    survivors = [name for name in sample if name not in {*by_tests, *by_types}]
    for name in survivors:
        mutmut("show", name)
    noticed = f"{len(by_tests)} noticed by tests and {len(by_types)} by types"
    print(f"{noticed}, {len(survivors)} by nobody, of {len(sample)} tried and {len(names)} in all.")


def mutmut(*arguments: str) -> None:
    """Run mutmut, which looks for mypy on the path; it fails when a mutant survives."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    command = [sys.executable, "-m", "mutmut", *arguments]
    subprocess.run(command, cwd=ROOT, env={**os.environ, "PATH": path}, check=False)


def outcomes() -> dict[str, int | None]:
    """Return how the tests ended for each mutant that there is, or nothing if it was not tried."""
    files = sorted(MUTANTS.rglob("*.meta"))
    parts = [json.loads(file.read_text(encoding="utf-8"))["exit_code_by_key"] for file in files]
    return {name: ended for part in parts for name, ended in part.items()}


if __name__ == "__main__":
    main()
