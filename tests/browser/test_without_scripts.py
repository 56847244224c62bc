"""JavaScript is off: everything can be read and ticked, and no button is dead."""

from __future__ import annotations

import pytest
from built_site import shown, shown_line
from playwright.sync_api import Page, expect
from reader import AUDIT, FIVE_STEPS, answer, boxes, visible

from macros.content.checklists import YesNoList
from macros.content.words import Ui

without_scripts = pytest.mark.browser_context_args(java_script_enabled=False)

# What only a script can bring to life: buttons, and the theme's color switch.
NEEDS_SCRIPTS = "button, [data-action], [data-progress], [for^='__palette']"


@without_scripts
def test_a_list_can_be_ticked(page: Page) -> None:
    page.goto(FIVE_STEPS)
    boxes(page).nth(1).check()
    expect(boxes(page).nth(1)).to_be_checked()


@without_scripts
def test_questions_can_be_answered(page: Page, words: Ui) -> None:
    page.goto(AUDIT)
    answer(page, words, "ynu")
    expect(page.locator("article input:checked")).to_have_count(3)


@without_scripts
def test_every_item_with_its_help_can_be_read(page: Page, audit: YesNoList) -> None:
    page.goto(AUDIT)
    for item in audit.items:
        expect(page.get_by_role("group", name=shown(item.text))).to_be_visible()
        expect(page.get_by_text(shown(item.help or ""))).to_be_visible()


@without_scripts
def test_the_rule_every_result_and_all_there_is_to_work_on_can_be_read(page: Page, audit: YesNoList) -> None:
    page.goto(AUDIT)
    expect(page.get_by_text(shown(audit.scoring))).to_be_visible()
    for verdict in audit.verdicts:
        expect(page.get_by_role("heading", name=shown_line(verdict.title))).to_be_visible()
    expect(visible(page, "[data-for]")).to_have_count(len(audit.items))


@without_scripts
def test_the_page_says_that_nothing_is_saved(page: Page, words: Ui) -> None:
    page.goto(FIVE_STEPS)
    expect(visible(page, "[data-problem]")).to_have_text(shown(words.storage.not_kept))
    expect(page.locator("[data-kept]")).to_be_hidden()


@without_scripts
@pytest.mark.parametrize("where", [FIVE_STEPS, AUDIT, "guide/follow-up/"])
def test_no_button_is_dead(page: Page, where: str) -> None:
    page.goto(where)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(visible(page, NEEDS_SCRIPTS)).to_have_count(0)


def test_with_scripts_the_buttons_are_there(page: Page) -> None:
    page.goto(FIVE_STEPS)
    expect(visible(page, "article button")).to_have_count(3)
    expect(visible(page, ".search__open, [for^='__palette']")).to_have_count(2)
