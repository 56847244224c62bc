"""A text too long to be saved is reported beside its field; nothing is overwritten or lost silently."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Locator, Page, expect
from saved_data import YOUR_DATA, stored, values
from sheets_in_use import NOTE, STAR, WORKSHEETS, open_sheet, text_fields

from macros.content.words import Ui

pytestmark = pytest.mark.shares_a_browser

LONGEST = 100_000
PASTE = """(field, text) => {
    field.focus();
    field.value = text;
    field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
}"""


def length_notice(page: Page, words: Ui) -> Locator:
    return page.get_by_role("alert").filter(has_text=words.worksheet.too_long.format(limit="100,000"))


def leave(page: Page) -> None:
    """Leave the field, so that its text is saved."""
    page.locator("h1").click()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")


@pytest.mark.parametrize("worksheet", WORKSHEETS)
def test_a_text_of_the_maximum_length_is_saved(page: Page, words: Ui, worksheet: str) -> None:
    open_sheet(page, worksheet)
    field = text_fields(page)[-1]
    field.evaluate(PASTE, "a" * LONGEST)
    leave(page)
    expect(length_notice(page, words)).to_have_count(0)
    assert "a" * LONGEST in values(stored(page)).values()


@pytest.mark.parametrize("worksheet", WORKSHEETS)
def test_a_text_that_is_too_long_is_reported_beside_its_field_and_stays_there(
    page: Page, words: Ui, worksheet: str
) -> None:
    open_sheet(page, worksheet)
    field = text_fields(page)[-1]
    field.fill("What I had.")
    leave(page)
    before = values(stored(page))
    field.evaluate(PASTE, "a" * (LONGEST + 1))
    expect(length_notice(page, words)).to_be_visible()
    leave(page)
    assert values(stored(page)) == before
    assert len(field.input_value()) == LONGEST + 1
    field.evaluate(PASTE, "Shorter.")
    expect(length_notice(page, words)).to_have_count(0)
    leave(page)
    assert "Shorter." in values(stored(page)).values()


def test_the_limit_counts_unicode_characters(page: Page, words: Ui) -> None:
    """Fields allow what copies allow: a limit in Unicode characters, not in the UTF-16 units that JavaScript counts."""
    open_sheet(page, STAR)
    field = text_fields(page)[-1]
    field.evaluate(PASTE, "😀" * LONGEST)
    leave(page)
    expect(length_notice(page, words)).to_have_count(0)
    assert "😀" * LONGEST in values(stored(page)).values()


def test_texts_that_are_too_long_set_nothing_aside(page: Page, words: Ui) -> None:
    open_sheet(page, STAR)
    field = text_fields(page)[-1]
    for more in range(1, 4):
        field.evaluate(PASTE, "a" * (LONGEST + more))
        leave(page)
    assert not [name for name in stored(page) if "aside:" in name]


def test_a_copy_with_a_text_that_is_too_long_is_refused_as_a_whole(page: Page, words: Ui) -> None:
    page.goto(YOUR_DATA)
    copy = {
        "format": "second-impression-export",
        "version": 1,
        "saved": "2026-11-25T12:00:00Z",
        "entries": [{"id": "star-answer--x--task", "value": "a" * (LONGEST + 1), "at": 1}],
    }
    file = {"name": "copy.json", "mimeType": "application/json", "buffer": json.dumps(copy).encode()}
    page.get_by_label(words.copies.load).set_input_files(files=[file])
    expect(page.locator("[data-reason='damaged']")).to_be_visible()
    assert stored(page) == {}


def test_a_value_restored_by_the_browser_is_not_saved(page: Page) -> None:
    """Firefox fires the same event for a field that it restores as for typing."""
    # Playwright's input counts as user activation, so the flag is faked.
    page.add_init_script("Object.defineProperty(navigator, 'userActivation', { value: {} })")
    page.add_init_script("navigator.userActivation.hasBeenActive = false")
    page.goto(NOTE)
    page.locator("[data-started]").wait_for()
    field = page.locator("#topic--note")
    field.evaluate("""field => {
        field.value = "restored";
        field.dispatchEvent(new InputEvent("input", { bubbles: true }));
        dispatchEvent(new Event("beforeprint"));
    }""")
    expect(field).to_have_value("")
    assert stored(page) == {}
    field.fill("typed")
    leave(page)
    assert "typed" in values(stored(page)).values()
