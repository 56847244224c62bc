"""A page left open overnight: what depends on the date is updated when it is looked at again or leaves the page."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from built_site import shown_line
from playwright.sync_api import Page, expect
from reader import sheets, squeezed
from sheets_in_use import NOTE

from macros.content import Content
from macros.content.worksheets.follow_up_note import NoteWorksheet

CASE = "left-something-out"
MONDAY = dt.date(2026, 11, 23)
EVENING = dt.datetime(2026, 11, 23, 19, tzinfo=dt.UTC)
MORNING = dt.datetime(2026, 11, 24, 8, 30, tzinfo=dt.UTC)
SATURDAY = dt.datetime(2026, 11, 28, 9, tzinfo=dt.UTC)
in_london = pytest.mark.browser_context_args(timezone_id="UTC")
SHOWN = {
    "pageshow": "window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))",
    "visibilitychange": "document.dispatchEvent(new Event('visibilitychange'))",
    "focus": "window.dispatchEvent(new Event('focus'))",
}


@pytest.fixture
def sheet(recovery: Content) -> NoteWorksheet:
    """Return the worksheet of the content."""
    return recovery.worksheets.follow_up_note


def field(page: Page, name: str) -> str:
    return page.locator(f"[data-entries] [data-field='{name}']").input_value()


def write(page: Page, moment: dt.datetime, day: dt.date = MONDAY) -> None:
    """Write a note about an interview, at a given moment."""
    page.clock.install(time=moment)
    page.goto(NOTE)
    page.locator(f"[data-entries] [data-field='case'] input[value='{CASE}']").check()
    page.locator("[data-entries] [data-field='day']").fill(day.isoformat())
    page.clock.run_for(2000)


def expect_day(page: Page, words: str) -> None:
    expect(page.locator("[data-entries] [data-field='note']")).to_have_value(
        re.compile(f"with me {words} about")
    )


@in_london
@pytest.mark.parametrize("event", SHOWN)
def test_the_note_and_its_checks_are_updated_when_the_page_is_shown_again(
    page: Page, sheet: NoteWorksheet, event: str
) -> None:
    write(page, EVENING)
    expect_day(page, "today")
    page.clock.set_system_time(MORNING)
    page.evaluate(SHOWN[event])
    expect_day(page, "yesterday")
    page.clock.set_system_time(SATURDAY)
    page.evaluate(SHOWN[event])
    expect_day(page, "on Monday, November 23")
    expect(page.locator("[data-check='time'] [data-reason]")).to_have_text(
        shown_line(sheet.checks.time.later)
    )
    page.reload()
    expect_day(page, "on Monday, November 23")


@in_london
def test_the_note_is_updated_at_midnight_while_it_is_open(page: Page) -> None:
    write(page, EVENING)
    page.clock.run_for("04:30:00")
    expect_day(page, "today")
    page.clock.run_for("00:30:00")
    expect_day(page, "yesterday")
    page.clock.run_for("24:00:00")
    expect_day(page, "on Monday, November 23")


@pytest.mark.browser_context_args(timezone_id="UTC", permissions=["clipboard-read", "clipboard-write"])
def test_a_copied_note_has_the_current_day(page: Page) -> None:
    write(page, EVENING)
    page.clock.set_system_time(MORNING)
    page.locator("[data-action='copy-note']").click()
    assert "with me yesterday about" in page.evaluate("navigator.clipboard.readText()")


@in_london
def test_a_mail_has_the_current_day(page: Page) -> None:
    write(page, EVENING)
    page.clock.set_system_time(MORNING)
    page.evaluate("""() => addEventListener("click", (event) => {
        window.opened = event.target.closest("a").href;
        event.preventDefault();
    })""")
    page.locator("[data-action='open-mail']").press("Enter")
    assert "with me yesterday about" in unquote(page.evaluate("window.opened"))


@in_london
def test_a_file_has_the_current_day(page: Page) -> None:
    write(page, EVENING)
    page.clock.set_system_time(MORNING)
    page.locator("[data-more] > summary").click()
    with page.expect_download() as started:
        page.locator("[data-action='download']").click()
    assert "with me yesterday about" in Path(started.value.path()).read_text("utf-8")


@in_london
def test_a_printed_note_has_the_current_day(page: Page) -> None:
    write(page, EVENING)
    page.clock.set_system_time(MORNING)
    assert squeezed("with me yesterday about") in "".join(sheets(page))


@pytest.mark.browser_context_args(timezone_id="America/Los_Angeles")
def test_the_day_changes_at_midnight_local_time(page: Page) -> None:
    # 10:30 p.m. there, and already the next morning in London.
    write(page, dt.datetime(2026, 11, 24, 6, 30, tzinfo=dt.UTC))
    expect_day(page, "today")
    page.clock.run_for("01:00:00")
    expect_day(page, "today")
    page.clock.run_for("01:00:00")
    expect_day(page, "yesterday")


@in_london
def test_a_note_edited_by_hand_is_kept_and_its_check_warns_of_a_past_day(
    page: Page, sheet: NoteWorksheet
) -> None:
    write(page, EVENING)
    note = page.locator("[data-entries] [data-field='note']")
    note.fill("Thank you for your time today.")
    page.clock.run_for(2000)
    time = page.locator("[data-check='time']")
    expect(time).to_have_attribute("data-state", "ok")
    page.clock.set_system_time(MORNING)
    page.evaluate(SHOWN["visibilitychange"])
    expect(time).to_have_attribute("data-state", "warn")
    words = shown_line(sheet.checks.time.stale).format(found="today", day="yesterday")
    expect(time.locator("[data-reason]")).to_have_text(words)
    assert field(page, "note") == "Thank you for your time today."
