"""Deleting everything, and the switch for a shared computer."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from reader import FIVE_STEPS, boxes, button, storage
from saved_data import (
    ASIDE,
    FILL,
    MAKE_ROOM,
    YOUR_DATA,
    arrange,
    entry,
    expect_no_notice,
    expect_notice,
    put,
    save_copy,
    storage_key,
    stored,
    stored_in_tab,
    ticks,
    values,
)

from macros.content import Content
from macros.content.phrases import filled
from macros.content.words import Ui

pytestmark = pytest.mark.shares_a_browser

SAVED = {
    storage_key("five-steps--repair"): entry("ticked", 5),
    storage_key("rejection-audit--listening"): entry("no", 6),
    storage_key("five-steps--put-it-down"): entry("", 7),
    f"{ASIDE}3:five-steps--repair": "{spoiled",
}
# Entries saved by other versions of the site.
OF_OTHERS = {
    storage_key("five-steps--keep-looking", 1): entry("ticked", 4),
    storage_key("five-steps--repair", 3): "ticked!",
}
FILL_TAB = FILL.replace("localStorage", "sessionStorage")


@pytest.fixture
def used(page: Page) -> Page:
    """Return Your data for a reader who has saved something."""
    arrange(page, SAVED)
    page.goto(YOUR_DATA)
    return page


def clear(page: Page, words: Ui) -> None:
    button(page, words.clear.clear).click()
    button(page, words.clear.confirm).click()


def test_deleting_asks_first_and_says_what_will_be_deleted(used: Page, words: Ui) -> None:
    button(used, words.clear.clear).click()
    expect(used.get_by_role("dialog", name=words.clear.title)).to_contain_text(
        filled(words.clear.what, "en-US", count=2)
    )
    button(used, words.clear.cancel).click()
    assert stored(used) == SAVED


def test_the_question_counts_like_the_page_without_our_own_bookkeeping(
    page: Page, recovery: Content, words: Ui
) -> None:
    written = {"debrief--i1--order": "1", "debrief--i1--company": "Harbor Bakery"}
    arrange(page, {storage_key(answer): entry(value) for answer, value in written.items()})
    page.goto(YOUR_DATA)
    expect(page.get_by_text(filled(recovery.your_data.count, "en-US", count=1))).to_be_visible()
    button(page, words.clear.clear).click()
    expect(page.get_by_role("dialog")).to_contain_text(filled(words.clear.what, "en-US", count=1))


def test_a_copy_is_offered_before_anything_is_deleted(used: Page, words: Ui) -> None:
    button(used, words.clear.clear).click()
    dialog = used.get_by_role("dialog", name=words.clear.title)
    with used.expect_download() as started:
        dialog.get_by_role("button", name=words.copies.export).click()
    assert started.value.suggested_filename.startswith("second-impression-")
    assert stored(used) == SAVED


def test_only_our_own_entries_are_deleted(used: Page, words: Ui) -> None:
    put(used, {"another-site": "stays", "second-impression:/elsewhere/:2:x": "stays"})
    others = storage(used).keys() - SAVED.keys()
    clear(used, words)
    assert storage(used).keys() == others
    expect(used.get_by_text(words.clear.cleared)).to_be_visible()


def test_deleting_can_be_undone_byte_for_byte(used: Page, words: Ui) -> None:
    clear(used, words)
    button(used, words.clear.undo).click()
    assert stored(used) == SAVED
    expect(button(used, words.clear.undo)).to_be_hidden()


def test_deleting_cannot_be_undone_after_leaving_the_page(used: Page, words: Ui) -> None:
    clear(used, words)
    expect(button(used, words.clear.undo)).to_be_visible()
    used.reload()
    expect(button(used, words.clear.clear)).to_be_visible()
    expect(button(used, words.clear.undo)).to_be_hidden()
    assert stored_in_tab(used) == {}


def test_deleting_ends_every_other_undo_too(page: Page, words: Ui) -> None:
    page.goto(FIVE_STEPS)
    boxes(page).first.check()
    button(page, words.checklist.reset).click()
    expect(button(page, words.checklist.undo)).to_be_visible()
    left = stored_in_tab(page)
    page.goto(YOUR_DATA)
    clear(page, words)
    assert stored_in_tab(page) == {}
    # Firefox reopens a closed tab with its storage of a few seconds before.
    page.evaluate("left => { for (const name in left) sessionStorage[name] = left[name]; }", left)
    page.goto(FIVE_STEPS)
    expect(button(page, words.checklist.print)).to_be_visible()
    expect(button(page, words.checklist.undo)).to_be_hidden()
    assert stored_in_tab(page) == {}


def test_deleting_and_undo_include_what_other_versions_saved(page: Page, words: Ui) -> None:
    arrange(page, OF_OTHERS)
    page.evaluate(FILL)
    page.goto(YOUR_DATA)
    expect_notice(page, words.storage.full, words.storage.newer)
    before = stored(page)
    assert before == OF_OTHERS
    clear(page, words)
    assert stored(page) == {}
    button(page, words.clear.undo).click()
    assert stored(page) == before
    page.goto(FIVE_STEPS)
    assert ticks(page) == [4]


def test_an_undo_that_fails_for_lack_of_room_can_be_repeated(used: Page, words: Ui) -> None:
    clear(used, words)
    used.evaluate(FILL)
    button(used, words.clear.undo).click()
    expect_notice(used, words.storage.full)
    used.evaluate(MAKE_ROOM)
    button(used, words.clear.undo).click()
    assert values(stored(used)) == values(SAVED)
    assert stored(used).keys() == SAVED.keys()
    expect(button(used, words.clear.undo)).to_be_hidden()


def test_a_new_tab_cannot_undo_deleting(context: BrowserContext, used: Page, words: Ui) -> None:
    clear(used, words)
    other = context.new_page()
    other.goto(YOUR_DATA)
    expect(button(other, words.clear.clear)).to_be_visible()
    expect(button(other, words.clear.undo)).to_be_hidden()


def test_an_open_list_in_another_tab_does_not_save_deleted_answers_again(
    context: BrowserContext, used: Page, words: Ui
) -> None:
    other = context.new_page()
    other.goto(FIVE_STEPS)
    assert ticks(other) == [0]
    clear(used, words)
    expect(boxes(other).first).not_to_be_checked()
    boxes(other).nth(4).check()
    assert values(stored(other)) == {"five-steps--keep-looking": "ticked"}


def test_going_back_to_a_list_after_deleting_shows_it_empty(page: Page, words: Ui) -> None:
    arrange(page, SAVED)
    page.goto(FIVE_STEPS)
    page.goto(YOUR_DATA)
    clear(page, words)
    page.go_back()
    expect(boxes(page).first).not_to_be_checked()
    assert stored(page) == {}


# A shared computer


def switch(page: Page, words: Ui) -> None:
    page.get_by_role("switch", name=words.shared.label).click()


def test_on_a_shared_computer_everything_moves_into_the_tab(
    context: BrowserContext, used: Page, words: Ui
) -> None:
    switch(used, words)
    assert stored(used) == {}
    assert SAVED.items() <= stored_in_tab(used).items()
    used.goto(FIVE_STEPS)
    assert ticks(used) == [0]
    boxes(used).nth(3).check()
    used.reload()
    assert ticks(used) == [0, 3]
    assert stored(used) == {}
    other = context.new_page()
    other.goto(FIVE_STEPS)
    expect(boxes(other)).to_have_count(5)
    assert ticks(other) == []


def test_turning_the_switch_off_moves_everything_back(used: Page, words: Ui) -> None:
    switch(used, words)
    used.reload()
    expect(used.get_by_role("switch", name=words.shared.label)).to_be_checked()
    switch(used, words)
    assert stored(used) == SAVED
    assert stored_in_tab(used) == {}


def test_the_switch_shows_no_storage_notice(page: Page, words: Ui) -> None:
    arrange(page, {storage_key("five-steps--repair"): entry("ticked", 5)})
    page.goto(YOUR_DATA)
    expect_no_notice(page)
    switch(page, words)
    expect_no_notice(page)
    switch(page, words)
    expect_no_notice(page)


def test_what_other_versions_saved_moves_too(page: Page, words: Ui) -> None:
    arrange(page, OF_OTHERS)
    page.evaluate(FILL)
    page.goto(YOUR_DATA)
    switch(page, words)
    assert stored(page) == {}
    assert OF_OTHERS.items() <= stored_in_tab(page).items()


def test_turning_the_switch_off_merges_other_tabs_and_keeps_the_later_answer(
    context: BrowserContext, used: Page, words: Ui
) -> None:
    switch(used, words)
    other = context.new_page()
    other.goto(FIVE_STEPS)
    boxes(other).first.check()
    boxes(other).first.uncheck()
    boxes(other).nth(4).check()
    switch(used, words)
    expect(boxes(other).nth(4)).to_be_checked()
    wanted = {"rejection-audit--listening": "no", "five-steps--keep-looking": "ticked"}
    assert values(stored(used)) == wanted
    assert stored_in_tab(other) == {}


def test_without_room_in_the_tab_the_switch_stays_off_and_everything_stays(used: Page, words: Ui) -> None:
    used.evaluate(FILL_TAB)
    switch(used, words)
    expect(used.get_by_role("switch", name=words.shared.label)).not_to_be_checked()
    expect_notice(used, words.storage.full, words.storage.set_aside)
    assert stored(used) == SAVED


def test_with_room_for_only_part_nothing_is_lost(used: Page, words: Ui) -> None:
    put(used, {f"{ASIDE}4:five-steps--repair": "x" * 1000})
    before = stored(used)
    used.evaluate(FILL_TAB)
    used.evaluate("sessionStorage['another-0'] = sessionStorage['another-0'].slice(700)")
    switch(used, words)
    expect_notice(used, words.storage.full, words.storage.set_aside)
    assert stored(used).items() >= before.items()


def test_a_copy_can_be_saved_on_a_shared_computer(used: Page, words: Ui) -> None:
    switch(used, words)
    _, text = save_copy(used, words)
    assert '"five-steps--repair"' in text
