"""Copies of everything: saved as a file, checked, shown, loaded, and taken back."""

from __future__ import annotations

import copy
import json
import re
import time
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from built_site import Site, shown, shown_line
from keeping import (
    ASIDE,
    MY_RECOVERY,
    answered,
    arrange,
    copy_of,
    entry,
    kept,
    load_copy,
    named,
    open_copy,
    preview,
    put,
    save_copy,
    values,
)
from playwright.sync_api import Page, expect
from reader import AUDIT, FIVE_STEPS, answer, boxes, button, storage

from macros.models import Ui

REPAIR = "five-steps--repair"
NEWS = "rejection-audit--company-news"
DAY = 86_400_000


@pytest.fixture
def used(page: Page, words: Ui) -> Page:
    """Return My recovery of a reader who has ticked, answered, and taken a tick back."""
    page.goto(FIVE_STEPS)
    for number in (0, 1, 2):
        boxes(page).nth(number).check()
    boxes(page).nth(1).uncheck()
    page.goto(AUDIT)
    answer(page, words, "ynu")
    put(page, {f"{ASIDE}1:{REPAIR}": "{spoiled", "another-site": "keeps this"})
    page.goto(MY_RECOVERY)
    return page


@pytest.fixture(scope="session")
def schema(site: Site) -> jsonschema.Draft202012Validator:
    """Return the schema that the site publishes."""
    document = json.loads(site.file("schemas/export-1.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(document)
    return jsonschema.Draft202012Validator(document)


def clear(page: Page, words: Ui) -> None:
    button(page, words.clear.clear).click()
    button(page, words.clear.confirm).click()
    assert kept(page) == {}


def test_a_copy_is_a_dated_file_that_the_published_schema_describes(
    used: Page, words: Ui, schema: jsonschema.Draft202012Validator
) -> None:
    name, text = save_copy(used, words)
    assert re.fullmatch(r"second-impression-\d{4}-\d\d-\d\d\.json", name)
    schema.validate(json.loads(text))
    assert len(json.loads(text)["entries"]) == 6
    assert json.loads(text)["aside"] == [{"name": f"1:{REPAIR}", "saved": "{spoiled"}]


def test_saved_cleared_and_loaded_everything_is_as_it_was_byte_for_byte(used: Page, words: Ui) -> None:
    before = kept(used)
    _, text = save_copy(used, words)
    clear(used, words)
    load_copy(used, words, text)
    assert kept(used) == before
    used.goto(FIVE_STEPS)
    assert [box.is_checked() for box in boxes(used).all()] == [True, False, True, False, False]


def test_a_copy_as_text_can_be_read(used: Page, words: Ui) -> None:
    with used.expect_download() as started:
        button(used, words.copies.export_markdown).click()
    assert re.fullmatch(r"second-impression-\d{4}-\d\d-\d\d\.md", started.value.suggested_filename)
    lines = Path(started.value.path()).read_text("utf-8").splitlines()
    assert "# My recovery" in lines
    assert "## Rejection audit" in lines
    assert sum(line.startswith("- [x] ") for line in lines) == 5
    assert any(line.startswith("- [x] ") and line.endswith(f"({words.answers.no})") for line in lines)
    assert any(line.startswith("- [ ] ") for line in lines)


def test_nothing_is_loaded_before_the_reader_says_so(page: Page, words: Ui) -> None:
    page.goto(MY_RECOVERY)
    open_copy(page, words, copy_of(answered(REPAIR, "ticked")))
    expect(preview(page, words)).to_be_visible()
    assert kept(page) == {}
    button(page, words.copies.cancel).click()
    expect(preview(page, words)).to_be_hidden()
    assert kept(page) == {}


def test_the_preview_lists_item_by_item_what_would_change(page: Page, words: Ui) -> None:
    arrange(page, {named(NEWS): entry("no", 5), named(REPAIR): entry("ticked", 5)})
    page.goto(MY_RECOVERY)
    open_copy(page, words, copy_of(answered(NEWS, "yes", 9), answered(REPAIR, "ticked", 9)))
    lines = [line.inner_text() for line in preview(page, words).get_by_role("listitem").all()]
    assert len(lines) == 1
    assert lines[0].endswith(f"({words.answers.no} → {words.answers.yes})")


def test_a_later_answer_in_this_browser_stays_and_a_later_one_in_the_copy_wins(page: Page, words: Ui) -> None:
    arrange(page, {named(NEWS): entry("no", 5), named(REPAIR): entry("ticked", 5)})
    page.goto(MY_RECOVERY)
    load_copy(page, words, copy_of(answered(NEWS, "yes", 9), answered(REPAIR, "", 2)))
    assert kept(page) == {named(NEWS): entry("yes", 9), named(REPAIR): entry("ticked", 5)}


def test_a_copy_with_nothing_new_says_so(used: Page, words: Ui) -> None:
    _, text = save_copy(used, words)
    open_copy(used, words, text)
    expect(preview(used, words)).to_contain_text(shown_line(words.copies.no_changes))


def test_loading_can_be_undone(used: Page, words: Ui) -> None:
    before = values(kept(used))
    future = int(time.time() * 1000) + 60_000
    load_copy(
        used, words, copy_of(answered(NEWS, "unsure", future), answered("five-steps--keep-looking", "ticked"))
    )
    assert values(kept(used)) == {**before, NEWS: "unsure", "five-steps--keep-looking": "ticked"}
    button(used, words.copies.undo).click()
    assert values(kept(used)) == before


def test_an_answer_that_this_site_does_not_ask_for_is_kept_and_saved_again(page: Page, words: Ui) -> None:
    page.goto(MY_RECOVERY)
    load_copy(page, words, copy_of(answered("another-list--item", "a note", 7)))
    assert kept(page) == {named("another-list--item"): entry("a note", 7)}
    _, text = save_copy(page, words)
    assert json.loads(text)["entries"] == [answered("another-list--item", "a note", 7)]


def test_html_in_a_copy_is_shown_as_text(page: Page, words: Ui) -> None:
    page.goto(MY_RECOVERY)
    hostile = "<img src=x onerror=alert(1)>"
    open_copy(page, words, copy_of(answered(hostile, hostile)))
    expect(preview(page, words)).to_contain_text(hostile)
    expect(preview(page, words).locator("img")).to_have_count(0)


def test_a_moment_far_in_the_future_does_not_win_for_ever(page: Page, words: Ui) -> None:
    page.goto(MY_RECOVERY)
    load_copy(page, words, copy_of(answered(REPAIR, "ticked", 8_640_000_000_000_000)))
    saved = json.loads(kept(page)[named(REPAIR)])
    assert saved["at"] <= int(time.time() * 1000) + DAY + 60_000
    page.goto(FIVE_STEPS)
    boxes(page).first.uncheck()
    page.reload()
    expect(boxes(page).first).not_to_be_checked()


WRONG: dict[str, tuple[str, Any]] = {
    "not JSON": ("not_a_copy", "these are my notes"),
    "empty": ("not_a_copy", ""),
    "null": ("not_a_copy", "null"),
    "a list": ("not_a_copy", "[]"),
    "another file": ("not_a_copy", {"name": "something else", "version": 1, "entries": []}),
    "bytes": ("not_a_copy", b"\xff\xfe\x00"),
    "newer": ("newer", copy_of(version=2)),
    "no entries": ("damaged", copy_of(entries=None)),
    "an entry without a value": ("damaged", copy_of({"id": REPAIR, "at": 1})),
    "a value that is no text": ("damaged", copy_of({"id": REPAIR, "value": 7, "at": 1})),
    "a moment that is no number": ("damaged", copy_of({"id": REPAIR, "value": "", "at": "now"})),
    "a moment before time": ("damaged", copy_of(answered(REPAIR, "ticked", -1))),
    "a broken moment": ("damaged", copy_of({"id": REPAIR, "value": "", "at": 1.5})),
    "an id that is no text": ("damaged", copy_of({"id": 7, "value": "", "at": 1})),
    "a value without end": ("damaged", copy_of(answered(REPAIR, "x" * 100_001))),
    "nothing set aside": ("damaged", copy_of(aside=[{"name": "x"}])),
    "too large": ("too_large", "x" * 5_000_001),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_a_wrong_file_changes_nothing_and_says_why(page: Page, words: Ui, wrong: str) -> None:
    arrange(page, {named(REPAIR): entry("ticked")})
    page.goto(MY_RECOVERY)
    reason, content = WRONG[wrong]
    open_copy(page, words, content)
    expect(page.get_by_role("alert").filter(visible=True)).to_have_text(shown(getattr(words.copies, reason)))
    expect(preview(page, words)).to_be_hidden()
    assert kept(page) == {named(REPAIR): entry("ticked")}


ODD_VALUES: list[Any] = [None, True, 0, -1, 1.5, 9e15, "", "x", "x" * 201, [], {}]


def test_the_page_takes_just_the_copies_that_the_schema_describes(
    page: Page, words: Ui, schema: jsonschema.Draft202012Validator
) -> None:
    page.goto(MY_RECOVERY)
    sound = copy_of(answered(REPAIR, "ticked"), aside=[{"name": "x", "saved": "y"}])
    for target, key in (
        ("entries", "id"),
        ("entries", "value"),
        ("entries", "at"),
        ("aside", "name"),
        ("aside", "saved"),
    ):
        for odd in ODD_VALUES:
            changed = copy.deepcopy(sound)
            changed[target][0][key] = odd
            open_copy(page, words, changed)
            expect(
                page.locator("[data-preview], [data-reason='damaged']").filter(visible=True)
            ).to_have_count(1)
            assert preview(page, words).is_visible() is schema.is_valid(changed), (target, key, odd)


def test_the_keys_of_other_sites_are_in_no_copy_and_stay(used: Page, words: Ui) -> None:
    _, text = save_copy(used, words)
    assert "keeps this" not in text
    clear(used, words)
    assert storage(used)["another-site"] == "keeps this"
