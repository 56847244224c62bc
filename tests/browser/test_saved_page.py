"""A page saved from the browser shows the answers, and nothing in it is dead or untrue."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from built_site import shown
from playwright.sync_api import Browser, Locator, Page, expect
from reader import AUDIT, FIVE_STEPS, answer, boxes, button, visible

from macros.content.words import Ui

pytestmark = pytest.mark.shares_a_browser

DEBRIEF = "worksheets/debrief/"
STAR = "worksheets/star-answer/"
NOTE = "worksheets/follow-up-note/"
YOUR_DATA = "my-recovery/your-data/"
# What only a running script may offer or claim.
LIVING = "article :is(button, [data-action], [data-kept], progress, select, [role='timer'], dialog)"
TEXT = "Two lines\nof <text> & more"

Save = Callable[[], Page]


@pytest.fixture(params=["one file", "its markup"])
def save(page: Page, browser: Browser, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Save]:
    """Return a function that saves the page as the browser does, and opens the saved page."""
    with browser.new_context(java_script_enabled=request.param == "one file") as later:

        def save_and_open() -> Page:
            opened = later.new_page()
            if request.param == "one file":
                file = tmp_path / "saved.mhtml"
                session = page.context.new_cdp_session(page)
                file.write_text(session.send("Page.captureSnapshot", {"format": "mhtml"})["data"], newline="")
                opened.goto(file.as_uri())
            else:
                markup = page.evaluate("document.documentElement.outerHTML")
                address = page.url.partition("#")[0]
                opened.route(address, lambda route: route.fulfill(content_type="text/html", body=markup))
                opened.goto(address)
            return opened

        yield save_and_open


def expect_dead(saved: Page, words: Ui) -> None:
    """Expect only what a page without scripts says and offers."""
    notices = saved.locator("[data-storage-notice]:not(.specimen *)").count()
    expect(visible(saved, "[data-problem]")).to_have_text([shown(words.storage.not_kept)] * notices)
    assert notices
    expect(visible(saved, LIVING)).to_have_count(0)
    expect(visible(saved, "[data-updated], [data-script-failed]")).to_have_count(0)


def expect_in_markup(field: Locator, value: str) -> None:
    """Wait until the markup of the page has a text as well, which takes a pause in typing."""
    expect(field).to_have_js_property("defaultValue", value)


def test_a_saved_list_shows_its_ticks(page: Page, words: Ui, save: Save) -> None:
    page.goto(FIVE_STEPS)
    boxes(page).nth(1).check()
    boxes(page).nth(2).check()
    boxes(page).nth(2).uncheck()
    expect(boxes(page).nth(1)).to_have_attribute("checked", "")
    saved = save()
    expect_dead(saved, words)
    assert [box.is_checked() for box in boxes(saved).all()] == [False, True, False, False, False]


def test_a_saved_audit_shows_its_answers_and_its_result(page: Page, words: Ui, save: Save) -> None:
    page.goto(AUDIT)
    answer(page, words, "ynynn")
    expect(page.locator("article input[checked]")).to_have_count(5)
    saved = save()
    expect_dead(saved, words)
    expect(saved.locator("article input:checked")).to_have_count(5)
    assert [box.input_value() for box in saved.locator("article input:checked").all()] == [
        *("yes", "no") * 2,
        "no",
    ]
    expect(visible(saved, "[data-verdict]")).to_have_count(1)


def test_a_saved_page_also_shows_ticks_from_an_earlier_visit(page: Page, words: Ui, save: Save) -> None:
    page.goto(FIVE_STEPS)
    boxes(page).nth(3).check()
    page.reload()
    expect(boxes(page).nth(3)).to_have_attribute("checked", "")
    saved = save()
    expect_dead(saved, words)
    expect(boxes(saved).nth(3)).to_be_checked()


def test_a_saved_debrief_shows_what_was_written(page: Page, words: Ui, save: Save) -> None:
    page.goto(DEBRIEF)
    page.locator("[data-live] textarea").first.fill(TEXT)
    page.locator("[data-live] [data-field='company']").fill("Apple")
    page.locator("[data-live] [data-field='kind'] input").nth(1).check()
    expect_in_markup(page.locator("[data-live] textarea").first, TEXT)
    saved = save()
    expect_dead(saved, words)
    expect(saved.locator("[data-live] textarea").first).to_have_value(TEXT)
    expect(saved.locator("[data-live] [data-field='company']")).to_have_value("Apple")
    expect(saved.locator("[data-live] [data-field='kind'] input").nth(1)).to_be_checked()
    expect(saved.locator("[data-blank]")).to_be_hidden()


def test_a_debrief_saved_during_capture_shows_all_of_it(page: Page, words: Ui, save: Save) -> None:
    page.goto(f"{DEBRIEF}#capture")
    page.locator("[data-now] textarea").fill(TEXT)
    expect_in_markup(page.locator("[data-now] textarea"), TEXT)
    saved = save()
    expect_dead(saved, words)
    expect(saved.locator("[data-live] [data-field='question']").first).to_have_value(TEXT)
    expect(saved.locator("[data-live] [data-field='company']")).to_be_visible()


def test_a_text_saved_with_more_lines_can_be_scrolled(page: Page, save: Save) -> None:
    """Firefox breaks the lines of a text when it saves a page."""
    page.goto(DEBRIEF)
    page.locator("[data-live] textarea").first.fill(TEXT)
    expect_in_markup(page.locator("[data-live] textarea").first, TEXT)
    saved = save()
    field = saved.locator("[data-live] textarea").first
    field.evaluate("field => { field.value = 'A line.\\n'.repeat(40); }")
    field.hover()
    saved.mouse.wheel(0, 100)
    expect(field).not_to_have_js_property("scrollTop", 0)


def test_a_saved_star_answer_and_note_show_what_was_written(page: Page, words: Ui, save: Save) -> None:
    page.goto(STAR)
    button(page, "Add an answer").click()
    page.locator("[data-entries] textarea").nth(1).fill(TEXT)
    expect_in_markup(page.locator("[data-entries] textarea").nth(1), TEXT)
    saved = save()
    expect_dead(saved, words)
    expect(saved.locator("[data-entries] textarea").nth(1)).to_have_value(TEXT)
    page.goto(NOTE)
    page.locator("[data-entries] [data-field='recipient']").fill("Mona")
    expect_in_markup(page.locator("[data-entries] [data-field='recipient']"), "Mona")
    saved = save()
    expect_dead(saved, words)
    expect(saved.locator("[data-entries] [data-field='recipient']")).to_have_value("Mona")
    expect(saved.locator("[data-entries] [data-field='note']")).to_have_value(
        page.locator("[data-entries] [data-field='note']").input_value()
    )


def test_a_saved_page_of_your_data_offers_nothing_dead(page: Page, words: Ui, save: Save) -> None:
    page.goto(YOUR_DATA)
    expect(page.get_by_role("switch", name=words.shared.label)).to_be_visible()
    saved = save()
    expect_dead(saved, words)
    expect(visible(saved, "article input")).to_have_count(0)
    expect(saved.locator("[data-without-script]")).to_be_visible()


def test_with_scripts_the_page_is_live(page: Page) -> None:
    page.goto(FIVE_STEPS)
    expect(visible(page, LIVING)).not_to_have_count(0)
    expect(visible(page, "[data-kept]")).to_have_count(1)
    expect(visible(page, "[data-problem]")).to_have_count(0)


@pytest.mark.parametrize("where", [DEBRIEF, STAR])
def test_writing_a_text_into_the_markup_keeps_the_cursor_and_undo(page: Page, where: str) -> None:
    page.goto(where)
    if where == STAR:
        button(page, "Add an answer").click()
    field = page.locator(":is([data-live], [data-entries]) textarea").first
    field.press_sequentially("one three")
    expect_in_markup(field, "one three")
    for _ in range(5):
        field.press("ArrowLeft")
    field.press_sequentially("two ")
    expect_in_markup(field, "one two three")
    assert field.evaluate("field => field.selectionStart") == len("one two ")
    field.press("ControlOrMeta+z")
    expect(field).not_to_have_value("one two three")
    field.press("ControlOrMeta+Shift+z")
    expect(field).to_have_value("one two three")
