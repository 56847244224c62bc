"""With JavaScript off everything can be read and ticked, and no button is dead."""

from __future__ import annotations

import re

import pytest
from built_site import shown, shown_line
from playwright.sync_api import Page, ViewportSize, expect
from reader import AUDIT, FIVE_STEPS, PHONE, WIDE, answer, boxes, visible

from macros.content.checklists import YesNoList
from macros.content.words import Ui

without_scripts = pytest.mark.browser_context_args(java_script_enabled=False)

# What only a script can make work; a button that opens a popover needs none.
NEEDS_SCRIPTS = "button:not([popovertarget]), [data-action], [data-progress], [data-scheme-switch]"


@without_scripts
def test_without_scripts_a_list_can_be_ticked(page: Page) -> None:
    page.goto(FIVE_STEPS)
    boxes(page).nth(1).check()
    expect(boxes(page).nth(1)).to_be_checked()


@without_scripts
def test_without_scripts_questions_can_be_answered(page: Page, words: Ui) -> None:
    page.goto(AUDIT)
    answer(page, words, "ynu")
    expect(page.locator("article input:checked")).to_have_count(3)


@without_scripts
def test_without_scripts_every_item_and_its_help_can_be_read(page: Page, audit: YesNoList) -> None:
    page.goto(AUDIT)
    for item in audit.items:
        expect(page.get_by_role("group", name=shown(item.text))).to_be_visible()
        expect(page.get_by_text(shown(item.help or ""))).to_be_visible()


@without_scripts
def test_without_scripts_the_rule_every_result_and_all_advice_can_be_read(
    page: Page, audit: YesNoList
) -> None:
    page.goto(AUDIT)
    expect(page.get_by_text(shown(audit.scoring))).to_be_visible()
    for verdict in audit.verdicts:
        expect(page.get_by_role("heading", name=shown_line(verdict.title))).to_be_visible()
    expect(visible(page, "[data-for]")).to_have_count(len(audit.items))


@without_scripts
def test_without_scripts_the_page_says_that_nothing_is_saved(page: Page, words: Ui) -> None:
    page.goto(FIVE_STEPS)
    expect(visible(page, "[data-problem]")).to_have_text(shown(words.storage.not_kept))
    expect(page.locator("[data-kept]")).to_be_hidden()


@without_scripts
@pytest.mark.parametrize("where", [FIVE_STEPS, AUDIT, "guide/follow-up/"])
def test_without_scripts_there_are_no_dead_buttons(page: Page, where: str) -> None:
    page.goto(where)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(visible(page, NEEDS_SCRIPTS)).to_have_count(0)


@without_scripts
@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_without_scripts_the_menu_opens_and_its_links_work(page: Page, size: ViewportSize, words: Ui) -> None:
    page.set_viewport_size(size)
    page.goto(FIVE_STEPS)
    page.locator(".bar__menu").click()
    page.locator("#menu").get_by_role("link", name=words.page.footer[1].text).click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page).to_have_url(re.compile("/about/privacy/$"))


@without_scripts
@pytest.mark.browser_context_args(viewport=PHONE)
def test_without_scripts_the_guide_and_the_table_of_contents_unfold(page: Page) -> None:
    page.goto("guide/follow-up/")
    page.locator(".contents summary").click()
    expect(page.locator(".contents").get_by_role("link").first).to_be_visible()
    page.locator(".part__open").click()
    page.locator("#part summary").first.click()
    page.locator("#part").get_by_role("link", name="Write it down").click()
    expect(page).to_have_url(re.compile("/guide/debrief/$"))


def test_with_scripts_the_buttons_are_there(page: Page) -> None:
    page.goto(FIVE_STEPS)
    expect(visible(page, "article button")).to_have_count(2)
    page.locator(".bar__menu").click()
    expect(visible(page, ".search__open, [data-scheme-switch]")).to_have_count(2)
