"""Finding one's way around the site."""

from __future__ import annotations

import re

import pytest
from built_site import NOT_FOUND
from playwright.sync_api import Page, ViewportSize, expect
from reader import FIVE_STEPS, PHONE, WIDE, search

from macros.content.words import Ui

pytestmark = pytest.mark.shares_a_browser

phone = pytest.mark.browser_context_args(viewport=PHONE, has_touch=True)
WAYS = ["Start here", "Tools", "Guide", "My recovery"]
# Whether a tap on the middle of an element hits it.
IS_REACHED = """each => {
    const { x, y, width, height } = each.getBoundingClientRect();
    return each.contains(document.elementFromPoint(x + width / 2, y + height / 2));
}"""


@phone
@pytest.mark.parametrize("where", ["", "guide/star/", "checklists/", NOT_FOUND])
def test_on_a_phone_the_menu_opens_with_the_ways_in(page: Page, where: str) -> None:
    page.goto(where)
    menu = page.locator("#menu")
    expect(menu).to_be_hidden()
    page.locator(".bar__menu").tap()
    links = menu.get_by_role("link").all()
    assert [link.inner_text() for link in links[:4]] == WAYS
    assert all(link.evaluate(IS_REACHED) for link in links[:4])


@phone
def test_a_tap_outside_the_menu_or_on_its_button_closes_it(page: Page) -> None:
    page.goto(FIVE_STEPS)
    opens, menu = page.locator(".bar__menu"), page.locator("#menu")
    opens.tap()
    expect(opens).to_have_js_property("popoverTargetElement.id", "menu")
    expect(menu).to_be_visible()
    opens.tap()
    expect(menu).to_be_hidden()
    opens.tap()
    page.touchscreen.tap(200, PHONE["height"] - 4)
    expect(menu).to_be_hidden()


@phone
def test_the_menu_ends_with_a_number_to_call(page: Page, words: Ui) -> None:
    page.goto(FIVE_STEPS)
    page.locator(".bar__menu").tap()
    call = page.locator("#menu a[href^='tel:']")
    expect(call).to_have_text(words.helplines.call.format(number="988"))
    call.scroll_into_view_if_needed()
    assert call.evaluate(IS_REACHED)


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_the_name_stays_in_view_and_leads_home(page: Page, size: ViewportSize, home: str) -> None:
    page.set_viewport_size(size)
    page.goto("guide/follow-up/")
    page.evaluate("scrollTo(0, 2000)")
    name = page.locator("header").get_by_role("link", name="Second Impression")
    expect(name).to_be_in_viewport(ratio=1)
    name.click()
    expect(page).to_have_url(home)


def test_on_a_desktop_the_bar_shows_the_ways_in_and_marks_the_current_one(page: Page) -> None:
    page.goto("guide/star/")
    ways = page.locator(".bar__ways").get_by_role("link")
    expect(ways).to_have_text(WAYS)
    expect(page.locator(".bar__ways [aria-current]")).to_have_text(["Guide"])
    ways.nth(1).click()
    expect(page.locator(".tools-index")).to_be_visible()


def test_in_the_guide_only_the_group_of_the_current_page_is_unfolded(page: Page) -> None:
    page.goto("guide/star/")
    pages = page.get_by_role("navigation", name="Guide")
    expect(pages.locator("[aria-current=page]")).to_have_text("STAR answers")
    expect(pages.locator("details")).to_have_count(3)
    expect(pages.locator("details[open] summary")).to_have_text(["Better answers"])
    pages.get_by_text("What happened").click()
    pages.get_by_role("link", name="Find the cause").click()
    expect(pages.locator("details[open] summary")).to_have_text(["What happened"])


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_a_long_page_lists_its_sections_as_links(page: Page, size: ViewportSize) -> None:
    page.set_viewport_size(size)
    page.goto("guide/follow-up/")
    contents = page.get_by_role("navigation", name="On this page")
    if size == PHONE:
        contents.locator("summary").click()
    link = contents.get_by_role("link").nth(2)
    link.click()
    expect(page.get_by_role("heading", name=link.inner_text())).to_be_in_viewport()


def test_single_keys_do_nothing(page: Page, home: str) -> None:
    page.goto(FIVE_STEPS)
    for key in "fs/np,.":
        page.keyboard.press(key)
        expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page).to_have_url(f"{home}{FIVE_STEPS}")


def test_the_search_announces_the_number_of_results(page: Page) -> None:
    page.goto(FIVE_STEPS)
    search(page, "rejection audit")
    expect(page.get_by_role("dialog").get_by_role("status")).to_have_text(re.compile("^[0-9]+ answers$"))


@pytest.mark.parametrize("where", ["", FIVE_STEPS, NOT_FOUND])
def test_the_search_finds_a_page_and_links_to_it(page: Page, where: str, home: str) -> None:
    page.goto(where)
    search(page, "rejection audit")
    page.get_by_role("dialog").locator("a[href*='checklists/rejection-audit/']").first.click()
    expect(page).to_have_url(re.compile(f"^{re.escape(home)}checklists/rejection-audit/"))
