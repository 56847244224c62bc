"""Text composed with an input method, as in Japanese, is saved exactly as composed."""

from __future__ import annotations

import json

import pytest
from engine import Engine
from saved import ANSWERS, WORKSHEETS, open_worksheet, start_over

WORD = "か"
# The visible text fields of a worksheet.
FIELDS = "[data-field]:is(textarea, input[type=text])"
COUNT = f"return [...document.querySelectorAll('{FIELDS}')].filter((field) => field.checkVisibility()).length"
NTH = f"""
    const [number] = arguments;
    const field = [...document.querySelectorAll("{FIELDS}")].filter((field) => field.checkVisibility())[number];
    field?.focus();
    return document.activeElement === field ? field : null;
"""
VALUE = "return arguments[0].value"
NAME = "return arguments[0].dataset.field"


@pytest.mark.parametrize("path", WORKSHEETS)
def test_the_first_word_of_a_record_is_saved_as_composed_in_every_field(engine: Engine, path: str) -> None:
    open_worksheet(engine, path)
    composed = {}
    for number in range(engine.eventually(lambda: engine.run(COUNT))):
        start_over(engine, path)
        composed |= compose_in(engine, number)
    assert composed == dict.fromkeys(composed, (WORD, True))


@pytest.mark.parametrize("path", WORKSHEETS)
def test_a_word_is_saved_as_composed_in_every_field_of_an_existing_record(engine: Engine, path: str) -> None:
    open_worksheet(engine, path)
    composed = {}
    for number in range(engine.eventually(lambda: engine.run(COUNT))):
        composed |= compose_in(engine, number)
    assert composed == dict.fromkeys(composed, (WORD, True))


def compose_in(engine: Engine, number: int) -> dict[str, tuple[str, bool]]:
    """Compose a word in a field; return what was added to the field, and whether its value is saved."""
    field = engine.eventually(lambda: engine.run(NTH, number))
    before = engine.run(VALUE, field)
    engine.compose(WORD)
    name, value = engine.run(NAME, field), engine.run(VALUE, field)
    saved = bool(engine.eventually(lambda: is_saved(engine, name, value)))
    return {name: (value.replace(before, "", 1), saved)}


def is_saved(engine: Engine, name: str, value: str) -> bool:
    """Return whether the browser stores this value for a field of a record."""
    kept = engine.kept("localStorage", ANSWERS)
    return any(entry.endswith(f"--{name}") and json.loads(kept[entry])["value"] == value for entry in kept)
