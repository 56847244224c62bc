"""A reader's progress, as text and as a bar."""

from __future__ import annotations

import pytest
from built_site import items_of, shown_line
from playwright.sync_api import Page, expect
from reader import AUDIT, FIVE_STEPS, answer, boxes

from macros.content import Content
from macros.content.entries import find
from macros.content.words import Ui

pytestmark = pytest.mark.shares_a_browser


def expect_progress(page: Page, text: str, done: int, total: int) -> None:
    text = text.replace("{done}", str(done)).replace("{total}", str(total))
    bar = page.get_by_role("progressbar", name=text)
    expect(page.get_by_text(text, exact=True)).to_be_visible()
    expect(bar).to_be_visible()
    expect(bar).to_have_js_property("value", done)
    expect(bar).to_have_js_property("max", total)


def test_a_list_counts_ticked_items(page: Page, words: Ui) -> None:
    page.goto(FIVE_STEPS)
    expect_progress(page, words.checklist.progress, 0, 5)
    boxes(page).nth(0).check()
    boxes(page).nth(3).check()
    expect_progress(page, words.checklist.progress, 2, 5)
    boxes(page).nth(0).uncheck()
    expect_progress(page, words.checklist.progress, 1, 5)
    page.reload()
    expect_progress(page, words.checklist.progress, 1, 5)


def test_a_list_of_questions_counts_any_answer(page: Page, words: Ui) -> None:
    page.goto(AUDIT)
    answer(page, words, "ynu")
    expect_progress(page, words.checklist.answered, 3, 5)
    answer(page, words, "n")
    expect_progress(page, words.checklist.answered, 3, 5)


def test_a_grouped_list_counts_the_items_of_all_groups(page: Page, recovery: Content) -> None:
    page.goto("checklists/five-day-plan/#day-5")
    boxes(page).first.check()
    boxes(page).last.check()
    total = len(items_of(find(recovery.checklists, "five-day-plan")))
    expect_progress(page, recovery.ui.checklist.progress, 2, total)


def test_a_list_says_when_it_is_complete(page: Page, recovery: Content) -> None:
    done = page.get_by_role("heading", name=shown_line(find(recovery.checklists, "five-steps").done.title))
    page.goto(FIVE_STEPS)
    for box in boxes(page).all():
        expect(done).to_be_hidden()
        box.check()
    expect(done).to_be_visible()
    boxes(page).first.uncheck()
    expect(done).to_be_hidden()


def test_ticking_an_item_hides_its_help(page: Page) -> None:
    page.goto("checklists/five-day-plan/")
    described = page.locator("[data-entry$='--write-notes'] .checklist__more")
    expect(described).to_be_visible()
    boxes(page).first.check()
    expect(described).to_be_hidden()
    boxes(page).first.uncheck()
    expect(described).to_be_visible()


def test_only_one_branch_of_an_item_is_open_at_a_time(page: Page) -> None:
    page.goto("checklists/five-day-plan/")
    branches = page.locator(".checklist__branches").first
    for branch in branches.locator("summary").all()[:2]:
        branch.click()
        expect(branches.locator("p").filter(visible=True)).to_have_count(1)
