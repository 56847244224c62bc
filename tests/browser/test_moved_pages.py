"""A page that moved can be reached at its old address."""

from __future__ import annotations

import pytest
from built_site import Site
from playwright.sync_api import Page, expect

OLD, NEW = "guide/star-answers/", "guide/star/"


def test_an_old_address_redirects_to_the_page_and_the_place_on_it(page: Page) -> None:
    page.goto(f"{OLD}#the-6040-rule")
    page.wait_for_url(f"**/{NEW}#the-6040-rule")
    expect(page.locator("article h1")).to_have_count(1)


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_an_old_address_redirects_without_scripts(page: Page) -> None:
    page.goto(OLD)
    page.wait_for_url(f"**/{NEW}")


def test_search_engines_find_only_the_new_address(site: Site) -> None:
    (link,) = site.soup(OLD).select("link[rel=canonical]")
    assert link["href"] == f"{site.url}{NEW}"
    assert NEW in site.file("sitemap.xml").read_text("utf-8")
    assert OLD not in site.file("sitemap.xml").read_text("utf-8")
    (index,) = site.root.glob("assets/search.*.json")
    assert "star-answers" not in index.read_text("utf-8")
