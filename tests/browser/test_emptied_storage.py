"""The browser, or another site on the host, clears the storage while a page is open."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext, Page
from reader import FIVE_STEPS, boxes, button, storage
from saved_data import expect_no_notice, expect_notice, open_empty, storage_key, stored, ticks, values

from macros.content.words import Ui

CLEAR = "localStorage.clear()"


@pytest.fixture
def ticked(page: Page) -> Page:
    """Return the five steps with the first and third ticked."""
    page.goto(FIVE_STEPS)
    boxes(page).nth(0).check()
    boxes(page).nth(2).check()
    return page


@pytest.fixture
def other(context: BrowserContext) -> Page:
    """Return another tab on the host, with a page that is not ours."""
    other = context.new_page()
    open_empty(other)
    return other


def test_ticks_cleared_by_another_tab_are_saved_again_with_a_notice(
    ticked: Page, other: Page, words: Ui
) -> None:
    saved = stored(ticked)
    expect_no_notice(ticked)
    other.evaluate(CLEAR)
    expect_notice(ticked, words.storage.emptied)
    assert ticks(ticked) == [0, 2]
    assert stored(ticked) == saved
    ticked.reload()
    assert ticks(ticked) == [0, 2]
    expect_no_notice(ticked)


def test_ticks_cleared_unnoticed_are_saved_again_with_the_next_tick(ticked: Page, words: Ui) -> None:
    # A tab gets no event for its own changes, so for the page it is as if the browser had cleared the storage.
    ticked.evaluate(CLEAR)
    boxes(ticked).nth(4).check()
    expect_notice(ticked, words.storage.emptied)
    ticked.reload()
    assert ticks(ticked) == [0, 2, 4]


def test_ticks_cleared_unnoticed_are_saved_again_with_the_next_untick(ticked: Page) -> None:
    ticked.evaluate(CLEAR)
    boxes(ticked).nth(0).uncheck()
    ticked.reload()
    assert ticks(ticked) == [2]


def test_start_over_and_undo_work_after_the_storage_was_cleared(ticked: Page, words: Ui) -> None:
    ticked.evaluate(CLEAR)
    button(ticked, words.checklist.reset).click()
    assert ticks(ticked) == []
    button(ticked, words.checklist.undo).click()
    ticked.reload()
    assert ticks(ticked) == [0, 2]


def test_entries_of_other_sites_are_not_restored(ticked: Page, other: Page, words: Ui) -> None:
    other.evaluate("localStorage.another = 'not ours'")
    other.evaluate(CLEAR)
    expect_notice(ticked, words.storage.emptied)
    assert storage(ticked) == stored(ticked)


def test_a_page_with_nothing_saved_shows_no_notice(page: Page, other: Page) -> None:
    page.goto(FIVE_STEPS)
    other.evaluate("localStorage.another = 'not ours'")
    other.evaluate(CLEAR)
    boxes(page).nth(1).check()
    expect_no_notice(page)
    assert values(stored(page)) == {"five-steps--put-it-down": "ticked"}


def test_every_open_tab_saves_its_answers_again(context: BrowserContext, ticked: Page, words: Ui) -> None:
    other = context.new_page()
    other.goto("checklists/before-you-send/")
    boxes(other).nth(1).check()
    open_empty(empty := context.new_page())
    empty.evaluate(CLEAR)
    expect_notice(ticked, words.storage.emptied)
    expect_notice(other, words.storage.emptied)
    assert len(values(stored(ticked))) == 3
    assert storage_key("five-steps--repair") in stored(other)
