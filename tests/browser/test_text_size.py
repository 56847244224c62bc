"""No field is so small that a phone zooms in: 16 pixels or more, in every state of a tool.

test_every_page.py checks every page as it opens.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect
from reader import FIVE_STEPS, PHONE, button, small_fields

from macros.content.words import Ui

STAR = "worksheets/star-answer/"
DEBRIEF = "worksheets/debrief/"
NOTE = "worksheets/follow-up-note/"
YOUR_DATA = "my-recovery/your-data/"


@pytest.mark.browser_context_args(viewport=PHONE)
def test_no_field_that_a_tool_shows_is_too_small(page: Page, words: Ui) -> None:
    page.goto(STAR)
    button(page, "Add an answer").click()
    button(page, words.worksheet.example).click()
    assert small_fields(page) == []
    page.goto(f"{DEBRIEF}#capture")
    expect(page.locator("[data-now]")).to_be_visible()
    assert small_fields(page) == []
    page.goto(NOTE)
    button(page, words.worksheet.example).click()
    assert small_fields(page) == []
    page.goto(YOUR_DATA)
    button(page, words.transfer.make).click()
    expect(page.get_by_label(words.transfer.link)).to_be_visible()
    button(page, words.copies.export).click()
    button(page, words.handing_over.show_text).click()
    expect(page.get_by_role("textbox", name=words.handing_over.text)).to_be_visible()
    assert small_fields(page) == []


@pytest.mark.browser_context_args(viewport=PHONE)
def test_the_search_field_on_a_phone_is_not_too_small(page: Page) -> None:
    page.goto(FIVE_STEPS)
    page.locator("[data-module='search'] [data-open]").click()
    expect(page.get_by_role("dialog").locator(".search__field")).to_be_visible()
    assert small_fields(page) == []
