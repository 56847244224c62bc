"""Check that the tests named in the accessibility conformance report exist.

This is not part of loading, since a site builds without its tests; ``make check`` runs it.
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
    """Yield every test that the report names and that does not exist.

    Args:
        root: the folder of the project. Nothing is yielded if the report cannot be read, which is reported elsewhere.
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
    """Return the Python files in ``FOLDERS``, and every test in them by its pytest id."""
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
