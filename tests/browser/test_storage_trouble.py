"""Storage that is blocked, full or unreadable: the page keeps working and says what is not saved."""

from __future__ import annotations

import re

import pytest
from built_site import items_of, shown_line
from playwright.sync_api import BrowserContext, Page, expect
from reader import ANSWERS, AUDIT, FIVE_STEPS, OURS, answer, boxes, button, search, storage, visible
from saved_data import (
    FILL,
    MAKE_ROOM,
    YOUR_DATA,
    arrange,
    entry,
    expect_no_notice,
    expect_notice,
    put,
)

from macros.content import Content
from macros.content.entries import find
from macros.content.words import Ui

pytestmark = pytest.mark.shares_a_browser

FIRST = f"{ANSWERS}five-steps--repair"
SECOND = f"{ANSWERS}five-steps--put-it-down"
WAY_BACK = f"{OURS}undo:reset:five-steps"
ASIDE = re.compile(rf"{re.escape(OURS)}aside:\d+:")

BLOCKED = {
    "an error": "throw new DOMException('Access is denied for this document.', 'SecurityError');",
    "nothing": "return null;",
}


def test_with_working_storage_no_notice_is_shown(page: Page) -> None:
    page.goto(FIVE_STEPS)
    expect_no_notice(page)
    boxes(page).first.check()
    expect_no_notice(page)


# Blocked


@pytest.fixture(params=BLOCKED)
def blocked(page: Page, request: pytest.FixtureRequest) -> Page:
    """Return a page of a browser whose storage throws an error or is null, as in some apps."""
    getter = f"{{ get() {{ {BLOCKED[request.param]} }} }}"
    page.add_init_script(f"Object.defineProperty(window, 'localStorage', {getter});")
    return page


def test_blocked_storage_shows_a_notice(blocked: Page, words: Ui) -> None:
    blocked.goto(FIVE_STEPS)
    expect_notice(blocked, words.storage.blocked)
    expect(blocked.locator("[data-kept]")).to_be_hidden()


def test_a_list_works_with_blocked_storage_until_the_page_is_left(blocked: Page, words: Ui) -> None:
    blocked.goto(FIVE_STEPS)
    boxes(blocked).first.check()
    expect(blocked.get_by_role("progressbar")).to_have_js_property("value", 1)
    button(blocked, words.checklist.reset).click()
    expect(boxes(blocked).first).not_to_be_checked()
    button(blocked, words.checklist.undo).click()
    expect(boxes(blocked).first).to_be_checked()


def test_the_audit_gives_its_result_with_blocked_storage(blocked: Page, words: Ui) -> None:
    blocked.goto(AUDIT)
    answer(blocked, words, "nnn")
    expect(visible(blocked, "[data-verdict='prepare']")).to_have_count(1)
    expect(visible(blocked, "[data-for]")).to_have_count(3)


def test_the_search_works_with_blocked_storage(blocked: Page) -> None:
    blocked.goto(FIVE_STEPS)
    search(blocked, "thank-you note")
    expect(blocked.get_by_role("dialog").get_by_role("link").first).to_be_visible()


# Full


@pytest.fixture
def full(page: Page) -> Page:
    """Return the five steps with the first ticked and saved, and no room for another."""
    page.goto(FIVE_STEPS)
    boxes(page).nth(0).check()
    page.evaluate(FILL)
    return page


def test_full_storage_shows_a_notice(full: Page, words: Ui) -> None:
    expect_no_notice(full)
    boxes(full).nth(1).check()
    expect_notice(full, words.storage.full)
    expect(full.locator("[data-kept]")).to_be_hidden()
    expect(boxes(full).nth(1)).to_be_checked()
    expect(full.get_by_role("progressbar")).to_have_js_property("value", 2)


def test_full_storage_keeps_what_was_saved(full: Page, words: Ui) -> None:
    boxes(full).nth(1).check()
    expect_notice(full, words.storage.full)
    full.reload()
    assert [box.is_checked() for box in boxes(full).all()] == [True, False, False, False, False]


def test_everything_is_saved_once_there_is_room_again(full: Page, words: Ui) -> None:
    boxes(full).nth(1).check()
    boxes(full).nth(2).check()
    expect_notice(full, words.storage.full)
    full.evaluate(MAKE_ROOM)
    boxes(full).nth(3).check()
    expect_no_notice(full)
    full.reload()
    assert [box.is_checked() for box in boxes(full).all()] == [True, True, True, True, False]


def test_start_over_without_room_loses_nothing(full: Page, words: Ui) -> None:
    button(full, words.checklist.reset).click()
    expect(boxes(full).nth(0)).not_to_be_checked()
    button(full, words.checklist.undo).click()
    expect(boxes(full).nth(0)).to_be_checked()
    full.reload()
    expect(boxes(full).nth(0)).to_be_checked()


# Unreadable


SPOILED = {
    "no JSON": "{spoiled",
    "nothing at all": "",
    "a word": '"ticked"',
    "null": "null",
    "a list": "[]",
    "a number for the value": '{"value": 1, "at": 1}',
    "no value": '{"at": 1}',
    "no time": '{"value": "ticked"}',
    "a time in words": '{"value": "ticked", "at": "today"}',
    "a time before all times": '{"value": "ticked", "at": -1}',
    "half a millisecond": '{"value": "ticked", "at": 1.5}',
    "a time after the last day": '{"value": "ticked", "at": 8640000000000001}',
    "a time without end": '{"value": "ticked", "at": 1e999}',
    "a million characters": '{"value": "' + "x" * 1_000_000 + '", "at": 1}',
    "a million brackets": "[" * 1_000_000,
    "a prototype": '{"__proto__": {"value": "ticked", "at": 1}}',
}


def test_unreadable_entries_are_set_aside_with_a_notice(page: Page, words: Ui, recovery: Content) -> None:
    """There is one entry of each kind, each for an item of its own; the last item is ticked."""
    items = [f"five-day-plan--{item.id}" for item in items_of(find(recovery.checklists, "five-day-plan"))]
    places = dict(zip(SPOILED, items[:-1], strict=False))
    spoiled = {f"{ANSWERS}{place}": SPOILED[kind] for kind, place in places.items()}
    assert len(spoiled) == len(SPOILED)
    arrange(page, {**spoiled, f"{ANSWERS}{items[-1]}": entry("ticked")})
    page.goto("checklists/five-day-plan/")
    expect_notice(page, words.storage.set_aside)
    expect(page.locator(f"[id='{items[-1]}']")).to_be_checked()
    ticked = page.locator("article input:checked").evaluate_all("all => all.map(({ id }) => id)")
    assert [kind for kind, place in places.items() if place in ticked] == []
    saved = storage(page)
    aside = {ASIDE.sub("", name): value for name, value in saved.items() if ASIDE.match(name)}
    assert aside.keys() == set(places.values())
    assert [kind for kind, place in places.items() if aside[place] != SPOILED[kind]] == []
    assert [kind for kind, place in places.items() if f"{ANSWERS}{place}" in saved] == []


def test_ticks_are_saved_as_usual_after_an_entry_was_set_aside(page: Page, words: Ui) -> None:
    page.goto(FIVE_STEPS)
    put(page, {FIRST: "{spoiled"})
    page.reload()
    boxes(page).nth(0).check()
    page.reload()
    expect(boxes(page).nth(0)).to_be_checked()
    assert "{spoiled" in storage(page).values()


def test_the_notice_of_an_entry_set_aside_returns_until_the_entry_is_removed(page: Page, words: Ui) -> None:
    page.goto(FIVE_STEPS)
    put(page, {FIRST: "{spoiled"})
    for address in (FIVE_STEPS, AUDIT, FIVE_STEPS):
        page.goto(address)
        expect_notice(page, words.storage.set_aside)
    page.goto(YOUR_DATA)
    button(page, words.my_recovery.remove).click()
    expect_no_notice(page)
    page.goto(FIVE_STEPS)
    expect_no_notice(page)
    assert "{spoiled" not in storage(page).values()


def test_entries_set_aside_can_be_read_and_copied_on_your_data(
    context: BrowserContext, page: Page, words: Ui
) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    long = "x" * 100_001
    page.goto(FIVE_STEPS)
    put(page, {FIRST: entry(long), SECOND: "{spoiled"})
    page.goto(YOUR_DATA)
    folded = page.locator(".set-aside summary")
    expect(folded).to_have_count(2)
    for summary in folded.all():
        summary.click()
    texts = page.get_by_role("textbox", name=words.my_recovery.set_aside_text)
    expect(texts).to_have_count(2)
    assert {text.input_value() for text in texts.all()} == {long, "{spoiled"}
    button(page, words.my_recovery.copy_text).first.click()
    expect(page.get_by_role("status").filter(has_text=words.my_recovery.copied)).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == texts.first.input_value()


def test_undo_restores_a_removed_entry_that_was_set_aside(page: Page, words: Ui) -> None:
    page.goto(FIVE_STEPS)
    put(page, {FIRST: "{spoiled"})
    page.goto(YOUR_DATA)
    text = page.locator(".set-aside textarea")
    button(page, words.my_recovery.remove).click()
    expect(text).to_have_count(0)
    button(page, words.my_recovery.undo).click()
    expect(text).to_have_value("{spoiled")
    expect_notice(page, words.storage.set_aside)


def test_an_unknown_answer_leaves_its_question_open(page: Page) -> None:
    page.goto(AUDIT)
    put(page, {f"{ANSWERS}rejection-audit--company-news": '{"value": "perhaps", "at": 1}'})
    page.reload()
    expect(page.locator("article input:checked")).to_have_count(0)
    expect(page.get_by_role("progressbar")).to_have_js_property("value", 0)


SPOILED_UNDO = [
    *("", "{spoiled", "null", "5", "{}"),
    '{"entries": 5, "leftovers": []}',
    '{"entries": [null], "leftovers": []}',
    '{"entries": [["five-steps--repair", 5]], "leftovers": []}',
    '{"entries": [[5, {"value": "ticked", "at": 1}]], "leftovers": []}',
    '{"entries": [["five-steps--repair", {"value": "ticked", "at": "today"}]], "leftovers": []}',
    '{"entries": [], "leftovers": 5}',
    '{"entries": [], "leftovers": [5]}',
    '{"entries": [], "leftovers": [["aside:1:x", 5]]}',
]


def test_an_unreadable_undo_is_not_offered(page: Page, words: Ui, subtests: pytest.Subtests) -> None:
    page.goto(FIVE_STEPS)
    for spoiled in SPOILED_UNDO:
        with subtests.test(spoiled=spoiled):
            page.evaluate("([name, saved]) => { sessionStorage[name] = saved; }", [WAY_BACK, spoiled])
            page.reload()
            expect_no_notice(page)
            expect(button(page, words.checklist.undo)).to_be_hidden()
            expect(page.locator("article input:checked")).to_have_count(0)
            boxes(page).nth(0).check()
            expect(page.get_by_role("progressbar")).to_have_js_property("value", 1)
            boxes(page).nth(0).uncheck()
            expect(page.get_by_role("progressbar")).to_have_js_property("value", 0)


def test_an_unreadable_entry_is_not_overwritten_without_room_to_set_it_aside(page: Page, words: Ui) -> None:
    spoiled = "{spoiled" + "x" * 100
    page.goto(FIVE_STEPS)
    put(page, {FIRST: spoiled})
    page.evaluate(FILL)
    page.reload()
    boxes(page).nth(0).check()
    assert spoiled in storage(page).values()
    page.evaluate(MAKE_ROOM)
    boxes(page).nth(1).check()
    page.reload()
    assert [box.is_checked() for box in boxes(page).all()] == [True, True, False, False, False]
    assert spoiled in storage(page).values()


def test_two_problems_show_both_notices(page: Page, words: Ui) -> None:
    page.goto(FIVE_STEPS)
    put(page, {FIRST: "{spoiled"})
    page.reload()
    page.evaluate(FILL)
    boxes(page).nth(1).check()
    for message in (words.storage.set_aside, words.storage.full):
        expect(visible(page, "[data-storage-notice]")).to_contain_text(shown_line(message.title))
    expect(page.locator("[data-kept]")).to_be_hidden()


@pytest.mark.own_browser
def test_two_entries_set_aside_in_the_same_millisecond_are_both_kept(page: Page) -> None:
    page.clock.set_fixed_time(1_795_305_600_000)
    page.goto(FIVE_STEPS)
    put(page, {FIRST: "{spoiled"})
    page.reload()
    expect(boxes(page).first).not_to_be_checked()
    put(page, {FIRST: "{spoiled again"})
    page.reload()
    expect(boxes(page).first).not_to_be_checked()
    assert {"{spoiled", "{spoiled again"} <= set(storage(page).values())
