"""Where a browser neither prints nor saves files, the page says so and offers what works."""

from __future__ import annotations

import json
import re

import pytest
from built_site import shown
from playwright.sync_api import FrameLocator, Page, Route, expect
from reader import AUDIT, FIVE_STEPS, boxes, button, visible
from saved_data import YOUR_DATA

from macros.content.words import Ui

pytestmark = pytest.mark.shares_a_browser

WORKSHEETS = ("worksheets/debrief/", "worksheets/star-answer/", "worksheets/follow-up-note/")
MISSING = "delete window.print; Object.defineProperty(window, 'print', { value: undefined });"
DOES_NOTHING = "window.print = () => {};"
# What a browser does when it prints: at once, as on a computer, or a moment later, as on some phones.
PRINTS = "window.print = () => window.dispatchEvent(new Event('beforeprint'));"
PRINTS_LATER = "window.print = () => setTimeout(() => window.dispatchEvent(new Event('beforeprint')), 50);"
SANDBOX = "sandbox.html"
FRAME = '<!doctype html><link rel=icon href="data:,"><iframe sandbox="{rules}" src="{address}" width=900 height=900></iframe>'


@pytest.mark.parametrize("trouble", [MISSING, DOES_NOTHING], ids=["missing", "does nothing"])
@pytest.mark.parametrize("where", [FIVE_STEPS, AUDIT, *WORKSHEETS])
def test_a_print_button_that_prints_nothing_says_so(page: Page, words: Ui, where: str, trouble: str) -> None:
    page.add_init_script(trouble)
    page.goto(where)
    expect(visible(page, "[data-print-failed]")).to_have_count(0)
    for name in (words.checklist.print, words.checklist.print_blank):
        button(page, name).first.click()
        expect(visible(page, "[data-print-failed]")).to_have_text(shown(words.handing_over.print_failed))


@pytest.mark.parametrize("works", [PRINTS, PRINTS_LATER], ids=["now", "later"])
def test_where_printing_works_no_message_is_shown(page: Page, words: Ui, works: str) -> None:
    page.add_init_script(works)
    page.goto(FIVE_STEPS)
    button(page, words.checklist.print).click()
    expect(visible(page, "[data-print-failed]")).to_have_count(0)


@pytest.mark.parametrize("trouble", [MISSING, DOES_NOTHING], ids=["missing", "does nothing"])
@pytest.mark.parametrize("act", ["touch", "type"])
def test_the_page_returns_to_normal_after_a_blank_sheet_was_not_printed(
    page: Page, words: Ui, trouble: str, act: str
) -> None:
    page.add_init_script(trouble)
    page.goto(FIVE_STEPS)
    button(page, words.checklist.print_blank).click()
    if act == "touch":
        boxes(page).first.check()
    else:
        page.keyboard.press("Tab")
    expect(page.locator("html[data-print]")).to_have_count(0)


def test_the_text_of_a_saved_file_can_also_be_copied(page: Page, words: Ui) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(FIVE_STEPS)
    boxes(page).first.check()
    page.goto(YOUR_DATA)
    expect(visible(page, "[data-handing-over] *")).to_have_count(0)
    with page.expect_download():
        button(page, words.copies.export).click()
    expect(visible(page, "[data-file-given]")).to_contain_text(shown(words.handing_over.file_given))
    button(page, words.handing_over.show_text).click()
    text = page.get_by_role("textbox", name=words.handing_over.text).input_value()
    assert [entry["value"] for entry in json.loads(text)["entries"]] == ["ticked"]
    button(page, words.handing_over.copy_text).click()
    expect(visible(page, "[data-copy-status]")).to_have_text(words.worksheet.copied)
    assert page.evaluate("navigator.clipboard.readText()") == text
    with page.expect_download():
        button(page, words.copies.export_markdown).click()
    expect(page.get_by_role("textbox", name=words.handing_over.text)).to_be_hidden()
    button(page, words.handing_over.show_text).click()
    expect(page.get_by_role("textbox", name=words.handing_over.text)).to_have_value(re.compile("^# "))


def test_the_question_before_deleting_also_shows_the_text_of_a_copy(page: Page, words: Ui) -> None:
    page.goto(YOUR_DATA)
    button(page, words.clear.clear).click()
    dialog = page.get_by_role("dialog")
    with page.expect_download():
        dialog.get_by_role("button", name=words.copies.export, exact=True).click()
    dialog.get_by_role("button", name=words.handing_over.show_text).click()
    expect(dialog.get_by_label(words.handing_over.text)).to_have_value(re.compile("second-impression-export"))


def serve_to_all(route: Route) -> None:
    """Let pages of any origin load an asset, as GitHub Pages does."""
    response = route.fetch()
    route.fulfill(response=response, headers={**response.headers, "access-control-allow-origin": "*"})


def framed(page: Page, address: str, rules: str) -> FrameLocator:
    """Show a page of the site in a frame with this sandbox."""
    body = FRAME.format(address=address, rules=rules)
    page.route(f"**/{SANDBOX}", lambda route: route.fulfill(content_type="text/html", body=body))
    page.goto(SANDBOX)
    return page.frame_locator("iframe")


@pytest.mark.parametrize("rules", ["allow-scripts", "allow-scripts allow-same-origin"])
def test_in_a_sandbox_without_downloads_and_printing_the_buttons_say_so(
    page: Page, words: Ui, home: str, rules: str, page_errors: list[str]
) -> None:
    page.route("**/assets/**", serve_to_all)
    frame = framed(page, f"{home}worksheets/debrief/", rules)
    frame.locator("[data-live] [data-field='company']").fill("Apple")
    frame.get_by_role("button", name=words.worksheet.export_markdown).click()
    expect(frame.get_by_label(words.handing_over.text)).to_have_value(re.compile("Apple"))
    expect(frame.locator("[data-framed]")).to_have_text(shown(words.handing_over.framed))
    frame.get_by_role("button", name=words.checklist.print, exact=True).first.click()
    expect(frame.locator("[data-print-failed]").first).to_be_visible()
    page_errors.clear()
