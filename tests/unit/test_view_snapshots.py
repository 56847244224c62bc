"""Snapshots of everything that views hand to their templates.

``tests/fixtures/views/`` holds those of the fixture edition, one file per component. A value handed over straight from
the content is named by its place there. After an intended change, run ``RENEW=views make test
ARGS=tests/unit/test_view_snapshots.py`` and review the diff.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import os
import shutil
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from edition import EDITION
from sample_project import FIXTURES

from macros.checks.load import load_conformance, load_content
from macros.checks.project import CONFORMANCE, CONTENT
from macros.components.macro import View, all_macros
from macros.content.values import Part

VIEWS = FIXTURES / "views"
# Its values come from the examples.yml of every component.
OF_EXAMPLES = {"components"}


def places(value: object, place: str = "") -> Iterator[tuple[int, str]]:
    """Yield the Python id and the place of every part of the content."""
    if isinstance(value, Part):
        yield id(value), place
        for name in type(value).model_fields:
            yield from places(getattr(value, name), f"{place}.{name}".lstrip("."))
    elif isinstance(value, tuple):
        for number, each in enumerate(value):
            yield from places(each, f"{place}[{getattr(each, 'id', number)}]")


def in_words(value: Any, known: Mapping[int, str]) -> Any:
    """Return a value as JSON has it. A view in it is only named: it is in the file of its own component."""
    if id(value) in known:
        return f"<{known[id(value)]}>"
    if isinstance(value, View):
        return f"the view of {value.component}"
    if dataclasses.is_dataclass(value):
        value = {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
    if isinstance(value, Mapping | Part):
        return {str(key): in_words(each, known) for key, each in dict(value).items()}
    if isinstance(value, list | tuple):
        return [in_words(each, known) for each in value]
    return value.isoformat() if isinstance(value, dt.date) else value


@pytest.fixture(scope="module")
def snapshots() -> dict[str, dict[str, Any]]:
    """Return what each component is handed, by the macro call that draws it."""
    content = load_content(EDITION / CONTENT, EDITION / "docs").content
    report = load_conformance(EDITION / CONFORMANCE, EDITION / "docs")
    known = {**dict(places(content)), **dict(places(report, "report"))}
    found: dict[str, dict[str, Any]] = {}
    for macro in (each for each in all_macros().values() if each.name not in OF_EXAMPLES):
        ids = [entry.id for entry in macro.argument.entries(content)] if macro.argument else []
        calls: list[tuple[str, ...]] = [(each,) for each in ids]
        if not macro.argument or macro.argument.optional:
            calls.append(())
        for call in calls:
            view = macro.view(report if macro.reads == "conformance" else content, *call)
            snapshot = in_words({"values": view.values, "cites": view.cites}, known)
            found.setdefault(view.component, {})[f"{macro.name}({', '.join(call)})"] = snapshot
    return found


def test_templates_are_handed_what_was_last_reviewed(snapshots: dict[str, dict[str, Any]]) -> None:
    texts = {name: json.dumps(each, indent=1, ensure_ascii=False) + "\n" for name, each in snapshots.items()}
    if os.environ.get("RENEW") == "views":
        shutil.rmtree(VIEWS)
        VIEWS.mkdir()
        for name, text in texts.items():
            (VIEWS / f"{name}.json").write_text(text, "utf-8", newline="\n")
    assert {file.stem for file in VIEWS.glob("*.json")} == set(texts)
    for name, text in texts.items():
        assert text == (VIEWS / f"{name}.json").read_text("utf-8"), name
