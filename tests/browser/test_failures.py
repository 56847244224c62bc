"""Scripts that fail or never arrive: the page says so, and everything else works."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from built_site import shown, shown_line
from playwright.sync_api import Page, Route, expect
from reader import FIVE_STEPS, boxes, button, visible

from macros.content.words import Ui

pytestmark = pytest.mark.shares_a_browser

NOTES = "guide/follow-up/"


def without(needle: str) -> Callable[[Route], None]:
    """Serve a page without the first ``needle`` in its article, without which a component cannot start."""

    def serve(route: Route) -> None:
        response = route.fetch()
        head, article, body = response.text().partition("<article")
        assert needle in body
        route.fulfill(response=response, body=head + article + body.replace(needle, "", 1))

    return serve


def test_a_failing_component_says_so_and_stops_no_other(
    page: Page, words: Ui, page_errors: list[str]
) -> None:
    page.route(f"**/{NOTES}", without("data-status"))
    page.goto(NOTES)
    notes = page.locator("[data-module='note-template']")
    expect(visible(page, "[data-script-failed]")).to_have_count(1)
    expect(notes.nth(0)).to_contain_text(shown_line(words.site.script_failed.title))
    expect(button(page, words.note_template.copy_body)).to_have_count(notes.count() - 1)
    button(page, words.note_template.copy_body).first.click()
    expect(notes.nth(1).get_by_role("status")).not_to_be_empty()
    assert '"note-template" could not start' in page_errors.pop()


def test_a_failing_checklist_has_no_dead_buttons_and_does_not_claim_to_save(
    page: Page, words: Ui, page_errors: list[str]
) -> None:
    page.route(f"**/{FIVE_STEPS}", without("data-progress-text"))
    page.goto(FIVE_STEPS)
    expect(page.get_by_role("alert")).to_contain_text(shown_line(words.site.script_failed.title))
    expect(visible(page, "article button")).to_have_count(0)
    expect(visible(page, "[data-problem]")).to_have_text(shown(words.storage.not_kept))
    expect(page.locator("[data-kept]")).to_be_hidden()
    assert '"checklist" could not start' in page_errors.pop()


def test_a_checklist_works_when_its_storage_notice_fails(page: Page, page_errors: list[str]) -> None:
    page.route(f"**/{FIVE_STEPS}", without("data-kept"))
    page.goto(FIVE_STEPS)
    boxes(page).first.check()
    page.reload()
    expect(boxes(page).first).to_be_checked()
    assert all('"storage-notice" could not start' in complaint for complaint in page_errors)
    page_errors.clear()


def test_a_page_whose_scripts_never_arrive_is_readable_and_says_that_nothing_is_saved(
    page: Page, words: Ui, page_errors: list[str]
) -> None:
    page.route("**/assets/script.*", lambda route: route.abort())
    page.goto(FIVE_STEPS)
    boxes(page).first.check()
    expect(visible(page, "[data-problem]")).to_have_text(shown(words.storage.not_kept))
    expect(visible(page, "article button")).to_have_count(0)
    assert page_errors
    page_errors.clear()
