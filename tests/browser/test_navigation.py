"""Finding one's way around the site."""

from __future__ import annotations

import pytest
from built_site import NOT_FOUND
from playwright.sync_api import Page, expect
from reader import FIVE_STEPS, visible

PHONE = {"width": 390, "height": 664}


@pytest.mark.browser_context_args(viewport=PHONE)
@pytest.mark.parametrize("where", ["", "guide/star/", "checklists/", NOT_FOUND])
def test_on_a_phone_the_menu_opens_and_leads_on(page: Page, where: str, home: str) -> None:
    page.goto(where)
    links = page.get_by_role("navigation", name="Navigation").get_by_role("link")
    expect(links.filter(visible=True).first).not_to_be_in_viewport()
    visible(page, "label[for='__drawer']").first.click()
    links.filter(has_text="My recovery").click()
    expect(page).to_have_url(f"{home}my-recovery/")


@pytest.mark.parametrize("where", ["", FIVE_STEPS])
def test_the_search_finds_a_page_and_leads_to_it(page: Page, where: str, home: str) -> None:
    page.goto(where)
    page.get_by_role("textbox").click()
    page.keyboard.type("rejection audit")
    page.get_by_role("dialog").get_by_role("link", name="Rejection audit").first.click()
    expect(page).to_have_url(lambda address: address.startswith(f"{home}checklists/rejection-audit/"))
