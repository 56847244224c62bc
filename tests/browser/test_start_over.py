"""Start over, and undoing it."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from reader import AUDIT, FIVE_STEPS, answer, boxes, button

from macros.content.words import Ui

pytestmark = pytest.mark.shares_a_browser


@pytest.fixture
def ticked(page: Page) -> Page:
    """Return the five steps with the first and third ticked."""
    page.goto(FIVE_STEPS)
    boxes(page).nth(0).check()
    boxes(page).nth(2).check()
    return page


def ticks(page: Page) -> list[int]:
    return [number for number, box in enumerate(boxes(page).all()) if box.is_checked()]


def test_start_over_clears_the_list_permanently_and_says_so(ticked: Page, words: Ui) -> None:
    assert ticks(ticked) == [0, 2]
    button(ticked, words.checklist.reset).click()
    assert ticks(ticked) == []
    expect(ticked.get_by_text(words.checklist.reset_done)).to_be_visible()
    ticked.reload()
    assert ticks(ticked) == []


def test_start_over_leaves_every_other_list_unchanged(ticked: Page, words: Ui) -> None:
    ticked.goto("checklists/before-you-send/")
    boxes(ticked).nth(1).check()
    button(ticked, words.checklist.reset).click()
    ticked.goto(FIVE_STEPS)
    assert ticks(ticked) == [0, 2]


def test_start_over_clears_answers_to_questions(page: Page, words: Ui) -> None:
    page.goto(AUDIT)
    answer(page, words, "ynu")
    expect(page.locator("input:checked:visible")).to_have_count(3)
    button(page, words.checklist.reset).click()
    expect(page.locator("input:checked:visible")).to_have_count(0)
    button(page, words.checklist.undo).click()
    assert [radio.get_attribute("value") for radio in page.locator("input:checked:visible").all()] == [
        "yes",
        "no",
        "unsure",
    ]


def test_undo_restores_everything_and_disappears(ticked: Page, words: Ui) -> None:
    expect(button(ticked, words.checklist.undo)).to_be_hidden()
    button(ticked, words.checklist.reset).click()
    button(ticked, words.checklist.undo).click()
    assert ticks(ticked) == [0, 2]
    expect(ticked.get_by_text(words.checklist.undo_done)).to_be_visible()
    expect(button(ticked, words.checklist.undo)).to_be_hidden()
    ticked.reload()
    assert ticks(ticked) == [0, 2]


def test_undo_works_after_a_reload(ticked: Page, words: Ui) -> None:
    button(ticked, words.checklist.reset).click()
    ticked.reload()
    button(ticked, words.checklist.undo).click()
    assert ticks(ticked) == [0, 2]


def test_undo_is_also_offered_on_the_other_page_of_the_list(ticked: Page, words: Ui) -> None:
    button(ticked, words.checklist.reset).click()
    ticked.goto("guide/five-steps/")
    button(ticked, words.checklist.undo).click()
    assert ticks(ticked) == [0, 2]


def test_undo_disappears_with_the_next_change(ticked: Page, words: Ui) -> None:
    button(ticked, words.checklist.reset).click()
    expect(button(ticked, words.checklist.undo)).to_be_visible()
    boxes(ticked).nth(4).check()
    expect(button(ticked, words.checklist.undo)).to_be_hidden()
    ticked.reload()
    expect(button(ticked, words.checklist.undo)).to_be_hidden()
    assert ticks(ticked) == [4]


def test_undo_stays_when_another_list_changes(ticked: Page, words: Ui) -> None:
    button(ticked, words.checklist.reset).click()
    ticked.goto("checklists/before-you-send/")
    boxes(ticked).first.check()
    ticked.goto(FIVE_STEPS)
    expect(button(ticked, words.checklist.undo)).to_be_visible()


def test_an_empty_list_offers_neither_start_over_nor_undo(page: Page, words: Ui) -> None:
    page.goto(FIVE_STEPS)
    boxes(page).first.check()
    expect(button(page, words.checklist.reset)).to_be_visible()
    boxes(page).first.uncheck()
    for name in (words.checklist.reset, words.checklist.undo):
        expect(button(page, name)).to_be_hidden()


def test_after_start_over_only_undo_is_offered(ticked: Page, words: Ui) -> None:
    button(ticked, words.checklist.reset).click()
    expect(button(ticked, words.checklist.reset)).to_be_hidden()
    button(ticked, words.checklist.undo).click()
    expect(button(ticked, words.checklist.reset)).to_be_visible()
    assert ticks(ticked) == [0, 2]


def test_another_tab_follows_start_over_and_undo(context: BrowserContext, ticked: Page, words: Ui) -> None:
    other = context.new_page()
    other.goto(FIVE_STEPS)
    button(ticked, words.checklist.reset).click()
    expect(boxes(other).first).not_to_be_checked()
    button(ticked, words.checklist.undo).click()
    expect(boxes(other).first).to_be_checked()
    expect(button(ticked, words.checklist.undo)).to_be_hidden()


def test_undo_is_offered_in_no_other_tab(context: BrowserContext, ticked: Page, words: Ui) -> None:
    """The next person at a shared computer must not restore what was cleared."""
    button(ticked, words.checklist.reset).click()
    expect(button(ticked, words.checklist.undo)).to_be_visible()
    other = context.new_page()
    other.goto(FIVE_STEPS)
    assert ticks(other) == []
    expect(button(other, words.checklist.undo)).to_be_hidden()
