"""My recovery: everything that a reader has saved, and the one next thing."""

from __future__ import annotations

import pytest
from built_site import shown, shown_line
from keeping import MY_RECOVERY
from playwright.sync_api import Locator, Page, expect
from reader import AUDIT, FIVE_STEPS, answer, boxes, button

from macros.models import Recovery, Ui
from macros.saved import SavedSheet, saved_sheets


def list_of(page: Page, title: str) -> Locator:
    heading = page.get_by_role("heading", name=title, exact=True)
    return page.locator("[data-sheet]").filter(has=heading)


@pytest.fixture
def sheets(recovery: Recovery) -> dict[str, SavedSheet]:
    """Return every list of the site by its id."""
    return {saved.sheet.id: saved for saved in saved_sheets(recovery)}


def test_a_new_visitor_is_shown_where_to_start(page: Page, words: Ui) -> None:
    page.goto(MY_RECOVERY)
    expect(page.get_by_text(shown(words.my_recovery.nothing_yet))).to_be_visible()
    expect(page.get_by_text(words.my_recovery.next)).to_be_hidden()


def test_every_list_is_shown_with_its_progress_and_next_step(
    page: Page, words: Ui, sheets: dict[str, SavedSheet]
) -> None:
    page.goto(FIVE_STEPS)
    boxes(page).first.check()
    page.goto(MY_RECOVERY)
    for saved in sheets.values():
        done = 1 if saved.sheet.id == "five-steps" else 0
        progress = words.checklist.progress.format(done=done, total=len(saved.entries))
        expect(list_of(page, saved.sheet.title).get_by_text(progress)).to_be_visible()
    steps = list_of(page, sheets["five-steps"].sheet.title)
    second = sheets["five-steps"].entries[1]
    expect(steps.locator("[data-next-of-sheet]")).to_contain_text(shown(second.item.text))
    expect(
        list_of(page, sheets["before-you-send"].sheet.title).locator("[data-next-of-sheet]")
    ).to_be_hidden()


def test_the_one_next_thing_leads_on_from_where_the_reader_stopped(
    page: Page, words: Ui, sheets: dict[str, SavedSheet]
) -> None:
    page.goto(FIVE_STEPS)
    boxes(page).nth(0).check()
    page.goto(AUDIT)
    answer(page, words, "-n")
    page.goto(MY_RECOVERY)
    entries = sheets["rejection-audit"].entries
    expect(page.locator("[data-last]")).to_contain_text(shown(entries[1].item.text))
    page.locator("[data-next]").get_by_role("link", name=shown(entries[2].item.text)).click()
    expect(page.locator(f"[id='{entries[2].id}']")).to_be_in_viewport()


def test_what_was_skipped_comes_next_when_the_end_of_a_list_is_reached(
    page: Page, sheets: dict[str, SavedSheet]
) -> None:
    page.goto(FIVE_STEPS)
    for number in (1, 2, 3, 4):
        boxes(page).nth(number).check()
    page.goto(MY_RECOVERY)
    expect(page.locator("[data-next]")).to_contain_text(shown(sheets["five-steps"].entries[0].item.text))
    page.goto(FIVE_STEPS)
    boxes(page).first.check()
    page.goto(MY_RECOVERY)
    expect(page.locator("[data-next]")).to_contain_text(shown(sheets["before-you-send"].entries[0].item.text))


def test_each_answer_is_listed_in_words(page: Page, words: Ui, sheets: dict[str, SavedSheet]) -> None:
    page.goto(AUDIT)
    answer(page, words, "ynu")
    page.goto(MY_RECOVERY)
    audit = list_of(page, sheets["rejection-audit"].sheet.title)
    audit.get_by_text(words.my_recovery.all_items).click()
    shown_answers = [each.inner_text() for each in audit.locator("[data-answer]").all()]
    none = words.answers.none
    assert shown_answers == [words.answers.yes, words.answers.no, words.answers.unsure, none, none]


def test_the_page_follows_what_happens_in_another_tab(page: Page, words: Ui) -> None:
    page.goto(MY_RECOVERY)
    other = page.context.new_page()
    other.goto(FIVE_STEPS)
    boxes(other).first.check()
    expect(page.get_by_text(words.checklist.progress.format(done=1, total=5))).to_be_visible()


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_without_scripts_every_list_and_every_item_can_be_reached(
    page: Page, words: Ui, sheets: dict[str, SavedSheet]
) -> None:
    page.goto(MY_RECOVERY)
    for saved in sheets.values():
        mine = list_of(page, saved.sheet.title)
        mine.get_by_text(words.my_recovery.all_items).click()
        for entry in saved.entries:
            expect(mine.get_by_role("link", name=shown(entry.item.text), exact=True)).to_be_visible()
    expect(page.get_by_text(shown(words.copies.without_script))).to_be_visible()
    expect(page.locator("article").get_by_role("button")).to_have_count(0)


def test_a_returning_visitor_sees_carry_on_first(
    page: Page, words: Ui, sheets: dict[str, SavedSheet]
) -> None:
    page.goto("")
    expect(page.get_by_text(words.my_recovery.carry_on)).to_be_hidden()
    page.goto(FIVE_STEPS)
    boxes(page).first.check()
    page.goto("")
    carry_on = page.get_by_role("navigation", name=shown_line(words.my_recovery.carry_on))
    expect(carry_on).to_contain_text(words.checklist.progress.format(done=1, total=5))
    first = page.get_by_role("article").get_by_role("link").first
    expect(first).to_have_text(sheets["five-steps"].sheet.title)


def test_nothing_to_carry_on_is_left_after_starting_over(page: Page, words: Ui) -> None:
    page.goto(FIVE_STEPS)
    boxes(page).first.check()
    button(page, words.checklist.reset).click()
    page.goto("")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_text(words.my_recovery.carry_on)).to_be_hidden()
