"""The rooms of the Python code: each imports only from those before it, and none imports the site generator."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tools import ROOT

ROOMS = ("problems", "reading", "content", "components", "edition", "checks", "site", "frame", "new")
MACROS = ROOT / "macros"
ENGINES = ("mkdocs", "material", "zensical")


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom):
            yield node.module or ""
        elif isinstance(node, ast.Import):
            yield from (name.name for name in node.names)


def files_of(room: str) -> list[Path]:
    return [*(MACROS / room).rglob("*.py"), *MACROS.glob(f"{room}.py")]


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_imports_only_from_itself_and_the_rooms_before_it(room: str) -> None:
    allowed = ROOMS[: ROOMS.index(room) + 1]
    modules = [(path.name, name) for path in files_of(room) for name in imported(path)]
    ours = [(file, name) for file, name in modules if name.startswith("macros.")]
    assert [(file, name) for file, name in ours if name.split(".")[1] not in allowed] == []


def test_every_file_is_in_a_room() -> None:
    found = {path for room in ROOMS for path in files_of(room)}
    assert {*MACROS.rglob("*.py")} - found == {MACROS / "__init__.py", MACROS / "__main__.py"}


def test_nothing_imports_the_site_generator() -> None:
    files = [*MACROS.rglob("*.py"), *(ROOT / "tools").glob("*.py")]
    modules = [(path.name, name) for path in files for name in imported(path)]
    assert [name for name in modules if name[1].startswith(ENGINES)] == []
