"""Finding one's way around the site."""

from __future__ import annotations

import re

import pytest
from built_site import NOT_FOUND
from playwright.sync_api import Page, expect
from reader import FIVE_STEPS, PHONE, search, visible

# How many links of the menu a finger can reach.
REACHABLE = """() => [...document.querySelectorAll(".md-nav--primary a")].filter((link) => {
    const { x, y, width, height } = link.getBoundingClientRect();
    return link.contains(document.elementFromPoint(x + width / 2, y + height / 2));
}).length"""


@pytest.mark.browser_context_args(viewport=PHONE)
@pytest.mark.parametrize("where", ["", "guide/star/", "checklists/", NOT_FOUND])
def test_on_a_phone_the_menu_opens(page: Page, where: str) -> None:
    page.goto(where)
    assert page.evaluate(REACHABLE) == 0
    visible(page, "label[for='__drawer']").first.click()
    page.wait_for_function(f"({REACHABLE})() > 1")


def test_single_keys_do_nothing(page: Page, home: str) -> None:
    page.goto(FIVE_STEPS)
    for key in "fs/np,.":
        page.keyboard.press(key)
        expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page).to_have_url(f"{home}{FIVE_STEPS}")


def test_what_the_search_finds_is_counted_where_it_is_announced(page: Page) -> None:
    page.goto(FIVE_STEPS)
    search(page, "rejection audit")
    expect(page.get_by_role("dialog").get_by_role("status")).to_have_text(re.compile("^[0-9]+ answers$"))


@pytest.mark.parametrize("where", ["", FIVE_STEPS, NOT_FOUND])
def test_the_search_finds_a_page_and_leads_to_it(page: Page, where: str, home: str) -> None:
    page.goto(where)
    search(page, "rejection audit")
    page.get_by_role("dialog").locator("a[href*='checklists/rejection-audit/']").first.click()
    expect(page).to_have_url(re.compile(f"^{re.escape(home)}checklists/rejection-audit/"))
