"""Tests the tests: ``python -m tools.mutants [NUMBER]``.

mutmut changes ``macros/`` in one small way after the other, and the tests of ``tests/unit`` should notice.
Of the thousands of such changes a sample is tried, always the same one for the same code. Those that nobody
notices are shown; many of them make no difference, and the others want a test.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys

from tools import ROOT

SEED = 2026
MUTANTS = ROOT / "mutants"
NOTICED = {1, 3}  # how pytest ends when a test fails, or breaks off


def main() -> None:
    """Make all mutants, try a sample, and print the score."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    mutmut("run", "none-of-them")  # makes them, and looks which test runs what
    names = sorted(outcomes())
    sample = random.Random(SEED).sample(names, min(number, len(names)))  # noqa: S311 - nothing secret
    mutmut("run", *sample)
    tried = outcomes()
    survivors = [name for name in sample if tried[name] not in NOTICED]
    for name in survivors:
        mutmut("show", name)
    print(f"{len(sample) - len(survivors)} of {len(sample)} noticed, of {len(names)} in all.")


def mutmut(*arguments: str) -> None:
    """Run mutmut; it fails when a mutant survives."""
    subprocess.run([sys.executable, "-m", "mutmut", *arguments], cwd=ROOT, check=False)


def outcomes() -> dict[str, int | None]:
    """Return how the tests ended for each mutant that there is, or nothing if it was not tried."""
    files = sorted(MUTANTS.rglob("*.meta"))
    parts = [json.loads(file.read_text(encoding="utf-8"))["exit_code_by_key"] for file in files]
    return {name: ended for part in parts for name, ended in part.items()}


if __name__ == "__main__":
    main()
