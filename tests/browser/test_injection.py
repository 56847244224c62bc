"""Code typed into any field stays text, wherever a page shows it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect
from reader import button, visible, wait_until

pytestmark = pytest.mark.shares_a_browser

MY_RECOVERY = "my-recovery/"
YOUR_DATA = "my-recovery/your-data/"
STAR = "worksheets/star-answer/"
WORKSHEETS = ["worksheets/debrief/", "worksheets/follow-up-note/", STAR]
# An attribute, a drawing, a URL, template braces, and characters that change the text direction.
CODE = (
    '"><img src="x" onerror="globalThis.ran = true" data-injected> '
    "<svg data-injected onload=globalThis.ran=true><script>globalThis.ran = true</script></svg> "
    "javascript:globalThis.ran=true "
    "{{ 7 * 7 }} ${7 * 7} {count} {% raw %} {# #} "
    "\u202eabc\u2066def\u2069\u200f"
)
FIELDS = "article :is(textarea, input[type=text], input:not([type])):not([readonly])"


def fields(page: Page) -> list[Locator]:
    return visible(page, FIELDS).all()


@pytest.mark.parametrize("worksheet", WORKSHEETS)
def test_code_in_every_field_of_a_worksheet_stays_text(page: Page, worksheet: str) -> None:
    page.goto(worksheet)
    if worksheet == STAR:
        button(page, "Add an answer").click()
    filled = len(fields(page))
    assert filled
    for field in fields(page):
        field.fill(CODE)
    fields(page)[-1].blur()
    wait_until(page, "Object.values(localStorage).some((kept) => kept.includes('data-injected'))")
    page.reload()
    expect(visible(page, FIELDS)).to_have_count(filled)
    assert CODE in [field.input_value() for field in fields(page)]
    expect_no_code(page)
    page.goto(MY_RECOVERY)
    expect(page.locator("[data-list] > *").first).to_be_attached()
    expect_no_code(page)
    page.goto(YOUR_DATA)
    expect(visible(page, "[data-written] dd").first).to_be_visible()
    expect_no_code(page)


def expect_no_code(page: Page) -> None:
    expect(page.locator("[data-injected], [onerror], [onload], a[href^='javascript:']")).to_have_count(0)
    assert page.evaluate("globalThis.ran") is None
