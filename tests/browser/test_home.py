"""The ways in on the home page, and the page for a wrong address."""

from __future__ import annotations

import pytest
from built_site import shown_line
from playwright.sync_api import Page, expect
from reader import PHONE

from macros.content import Content


@pytest.mark.browser_context_args(viewport=PHONE)
def test_all_ways_in_fit_on_one_phone_screen(page: Page, recovery: Content) -> None:
    page.goto("")
    for situation in recovery.situations:
        way = page.get_by_role("article").get_by_role("link", name=shown_line(situation.title))
        expect(way).to_be_in_viewport(ratio=1)


def test_every_way_in_leads_to_its_page(page: Page, recovery: Content, home: str) -> None:
    for situation in recovery.situations:
        page.goto("")
        page.get_by_role("article").get_by_role("link", name=shown_line(situation.title)).click()
        expect(page).to_have_url(f"{home}start/{situation.id}/")


def test_a_wrong_address_offers_links_onward(page: Page, recovery: Content, page_errors: list[str]) -> None:
    response = page.goto("guide/no-such-page/at-all/")
    assert response
    assert response.status == 404
    expect(page.get_by_role("heading", level=1)).to_have_text(recovery.ui.not_found.title)
    page.get_by_role("article").get_by_role("link").first.click()
    expect(page.get_by_role("article").locator(".situations")).to_be_visible()
    assert [complaint.partition(":")[0] for complaint in page_errors] == ["Failed to load resource"]
    page_errors.clear()
