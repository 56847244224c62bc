"""No field has letters so small that a phone zooms into it: 16 pixels or more, in every state of a tool.

Every page as it opens is looked at in test_every_page.py.
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
def test_no_field_that_a_tool_shows_has_small_letters(page: Page, words: Ui) -> None:
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
def test_the_search_on_a_phone_has_letters_that_are_large_enough(page: Page) -> None:
    page.goto(FIVE_STEPS)
    page.locator("[data-module='search'] [data-open]").click()
    expect(page.get_by_role("dialog").locator(".search__field")).to_be_visible()
    assert small_fields(page) == []
