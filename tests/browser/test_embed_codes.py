"""The page that gives the code for embedding a tool on another site."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from built_site import Site
from playwright.sync_api import Page, expect
from reader import FIVE_STEPS, button

from macros.content.words import Ui
from tools import ROOT

pytestmark = pytest.mark.upstream

PROJECT = ROOT
EMBED_PAGE = "centers/embed/"


@pytest.mark.browser_context_args(permissions=["clipboard-read", "clipboard-write"])
def test_a_button_copies_a_titled_frame_and_a_plain_link(page: Page, site: Site, words: Ui) -> None:
    page.goto(EMBED_PAGE)
    tool = page.locator("details").filter(has=page.locator(f"a[href$='embed/{FIVE_STEPS}']"))
    tool.locator("summary").click()
    button(tool, words.embed.copy_code).click()
    expect(tool.get_by_role("status")).to_have_text(words.worksheet.copied)
    code = BeautifulSoup(page.evaluate("navigator.clipboard.readText()"), "html.parser")
    title = tool.locator("summary").inner_text()
    (frame,), (link,) = code.select("iframe"), code.select("iframe ~ p a")
    assert (frame["src"], frame["title"]) == (f"{site.url}embed/{FIVE_STEPS}", title)
    assert (link["href"], link.get_text()) == (f"{site.url}{FIVE_STEPS}", title)
