"""Readers' own words keep their direction and are never translated."""

from __future__ import annotations

import pytest
from engine import Engine
from saved import MY_RECOVERY, WORKSHEETS, open_worksheet

ARABIC = "مرحبا."
FIELDS = "[data-field]:is(textarea, input[type=text])"
FILL = f"""
    const [text] = arguments;
    const fields = [...document.querySelectorAll("{FIELDS}")].filter((field) => field.checkVisibility());
    for (const field of fields) {{
        field.focus();
        field.value = text;
        field.dispatchEvent(new Event("input", {{ bubbles: true }}));
    }}
    return fields.length;
"""
# Counts the places where a text is shown or in a field, and lists those with a wrong direction or open to translation.
WRONG = """
    const [text] = arguments;
    const shown = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const places = [...document.querySelectorAll("input, textarea")].filter((field) => field.value === text);
    while (shown.nextNode()) if (shown.currentNode.data.includes(text)) places.push(shown.currentNode.parentElement);
    const isRight = (place) => getComputedStyle(place).direction === "rtl" && !place.translate;
    return { places: places.length, wrong: places.filter((place) => !isRight(place)).map((place) => place.outerHTML) };
"""


@pytest.mark.parametrize("path", WORKSHEETS)
def test_own_words_keep_their_direction_and_are_not_translated(engine: Engine, path: str) -> None:
    open_worksheet(engine, path)
    assert engine.eventually(lambda: engine.run(FILL, ARABIC))
    for place in (path, MY_RECOVERY):
        engine.open(place)
        seen = engine.eventually(lambda: has_places(engine))
        assert seen["wrong"] == []


def has_places(engine: Engine) -> dict[str, list[str]] | None:
    """Return what WRONG finds, once the page shows the words."""
    seen: dict[str, list[str]] = engine.run(WRONG, ARABIC)
    return seen if seen["places"] else None
