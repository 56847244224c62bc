"""The tests that the accessibility conformance report names must be there.

It is no part of loading: a site builds without its tests. ``make check`` asks for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from macros.checks.project import CONFORMANCE
from macros.problems import ContentError, Problem, did_you_mean, quoted
from macros.reading.yaml_tree import read_yaml

FOLDERS = ("tests", "tools")
TEST = re.compile(r"^def (test_\w+)\(", re.MULTILINE)
WRITE = "Write the path of a file in tests or tools, and `::` before the name of a test in it."


def evidence_problems(root: Path) -> Iterator[Problem]:
    """Yield every test that the report names and that is not there.

    Args:
        root: the folder of the project. A report that cannot be read has problems of its own.
    """
    try:
        document = read_yaml(root / CONFORMANCE, root)
    except ContentError:
        return
    known = _tests(root)
    for steps, spot in document.spots.items():
        if steps[-2:-1] == ("tests",) and isinstance(spot.value, str) and spot.value not in known:
            yield document.problem(steps, _message(spot.value, sorted(known)))


def _tests(root: Path) -> set[str]:
    """Return the files of tests and tools, and each test in them as pytest names it."""
    files = [file for folder in FOLDERS for file in (root / folder).rglob("*.py")]
    names = {file.relative_to(root).as_posix(): file.read_text("utf-8", errors="replace") for file in files}
    return {*names, *(f"{name}::{test}" for name, text in names.items() for test in TEST.findall(text))}


def _message(written: str, known: list[str]) -> str:
    file, _, test = written.partition("::")
    if file in known:
        tests = [name.removeprefix(f"{file}::") for name in known if name.startswith(f"{file}::")]
        wrong = f"the file {quoted(file)} has no test {quoted(test)}. {did_you_mean(test, tests)}"
    else:
        files = [name for name in known if "::" not in name]
        wrong = f"there is no file {quoted(file)}. {did_you_mean(file, files)}"
    return f"{wrong}{WRITE}"
