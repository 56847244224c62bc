"""A page that moved is found at its old address."""

from __future__ import annotations

import pytest
from built_site import Site
from playwright.sync_api import Page, expect

OLD, NEW = "guide/star-answers/", "guide/star/"


def test_an_old_address_leads_to_where_the_page_is_now_and_to_the_place_on_it(page: Page) -> None:
    page.goto(f"{OLD}#the-6040-rule")
    page.wait_for_url(f"**/{NEW}#the-6040-rule")
    expect(page.locator("article h1")).to_have_count(1)


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_it_does_so_without_scripts(page: Page) -> None:
    page.goto(OLD)
    page.wait_for_url(f"**/{NEW}")


def test_a_search_engine_is_told_the_new_address_and_finds_the_old_one_nowhere(site: Site) -> None:
    (link,) = site.soup(OLD).select("link[rel=canonical]")
    assert link["href"] == f"{site.url}{NEW}"
    assert NEW in site.file("sitemap.xml").read_text("utf-8")
    assert OLD not in site.file("sitemap.xml").read_text("utf-8")
    (index,) = site.root.glob("assets/search.*.json")
    assert "star-answers" not in index.read_text("utf-8")
