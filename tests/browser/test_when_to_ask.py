"""When to ask: dates after an interview that respect weekends, holidays and the law, and a calendar file."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest
from built_site import shown_line
from forms import ASK, form_field, kept_fields, open_form
from playwright.sync_api import Locator, Page, expect
from reader import button, sheets, squeezed, violations_in_every_look, visible

from macros.content import Content
from macros.content.words import Ui
from macros.content.worksheets.when_to_ask import WhenToAsk

KIND = "when-to-ask"
TODAY = dt.datetime(2026, 11, 26, 12, tzinfo=dt.UTC)
# A Tuesday.
INTERVIEW = "2026-11-24"


@pytest.fixture
def sheet(recovery: Content) -> WhenToAsk:
    """Return the worksheet of the content."""
    return recovery.worksheets.when_to_ask


def day(page: Page, step: str) -> Locator:
    return page.locator(f"[data-day='{step}'] [data-date]")


def open_on(page: Page, moment: dt.datetime = TODAY) -> None:
    page.clock.install(time=moment)
    open_form(page, ASK)


def test_the_days_appear_as_soon_as_one_date_is_entered(page: Page, sheet: WhenToAsk) -> None:
    open_on(page)
    expect(page.get_by_text(shown_line(sheet.words.nothing_yet))).to_be_visible()
    expect(day(page, "first")).to_be_hidden()
    form_field(page, "interview").fill(INTERVIEW)
    expect(day(page, "first")).to_have_text("Tuesday, December 1")
    expect(day(page, "second")).to_have_text("Tuesday, December 8")
    expect(day(page, "stop")).to_have_text("Tuesday, December 15")
    expect(day(page, "owed")).to_be_hidden()
    expect(page.get_by_text(shown_line(sheet.words.nothing_yet))).to_be_hidden()


@pytest.mark.parametrize("zone", ["America/Los_Angeles", "Asia/Kolkata", "Pacific/Kiritimati"])
def test_the_days_are_the_same_in_every_time_zone(page: Page, zone: str) -> None:
    page.context.new_cdp_session(page).send("Emulation.setTimezoneOverride", {"timezoneId": zone})
    open_on(page)
    form_field(page, "interview").fill(INTERVIEW)
    expect(day(page, "first")).to_have_text("Tuesday, December 1")
    expect(form_field(page, "interview")).to_have_value(INTERVIEW)


def test_the_place_determines_which_days_are_working_days(page: Page, sheet: WhenToAsk) -> None:
    open_on(page)
    form_field(page, "promised").fill("2026-12-23")
    expect(day(page, "first")).to_have_text("Friday, December 25")
    expect(page.get_by_text(sheet.words.without_holidays)).to_be_visible()
    form_field(page, "place").select_option("united-states")
    expect(day(page, "first")).to_have_text("Monday, December 28")
    expect(page.get_by_text(sheet.words.without_holidays)).to_be_hidden()
    form_field(page, "place").select_option("elsewhere-friday")
    expect(day(page, "first")).to_have_text("Sunday, December 27")


def test_the_place_shows_its_legal_deadline_or_that_there_is_none(page: Page, sheet: WhenToAsk) -> None:
    open_on(page)
    form_field(page, "interview").fill(INTERVIEW)
    no_law = page.get_by_text(shown_line(sheet.words.no_law))
    expect(no_law).to_be_hidden()
    form_field(page, "place").select_option("ontario")
    expect(day(page, "owed")).to_have_text("Friday, January 8")
    expect(no_law).to_be_hidden()
    form_field(page, "place").select_option("egypt")
    expect(day(page, "owed")).to_be_hidden()
    expect(no_law).to_be_visible()


def test_days_beyond_the_known_holidays_say_so(page: Page, sheet: WhenToAsk) -> None:
    open_on(page)
    form_field(page, "place").select_option("united-states")
    form_field(page, "interview").fill("2028-12-05")
    counted = page.locator("[data-counted-words]")
    expect(counted).to_be_visible()
    last = sheet.words.beyond.format(day="December 31, 2028")
    expect(counted).not_to_contain_text(last)
    form_field(page, "interview").fill("2028-12-20")
    expect(counted).to_contain_text(last)


def test_a_date_before_the_interview_is_reported_and_gives_no_days(page: Page, sheet: WhenToAsk) -> None:
    open_on(page)
    form_field(page, "interview").fill(INTERVIEW)
    form_field(page, "promised").fill("2026-11-20")
    expect(page.get_by_text(shown_line(sheet.words.turned))).to_be_visible()
    expect(day(page, "first")).to_be_hidden()
    form_field(page, "promised").fill("2026-11-30")
    expect(page.get_by_text(shown_line(sheet.words.turned))).to_have_count(0)
    expect(day(page, "first")).to_have_text("Wednesday, December 2")


def test_a_day_says_whether_it_is_today_past_or_already_asked(page: Page, sheet: WhenToAsk) -> None:
    open_on(page, dt.datetime(2026, 12, 1, 8, tzinfo=dt.UTC))
    first = page.locator("[data-day='first']")
    form_field(page, "interview").fill(INTERVIEW)
    expect(first).to_contain_text(sheet.words.today)
    form_field(page, "interview").fill("2026-11-10")
    expect(first).to_contain_text(sheet.words.past)
    expect(day(page, "second")).to_have_text("Tuesday, December 8")
    form_field(page, "asked").fill("2026-11-30")
    expect(first).to_contain_text("You asked on Monday, November 30.")
    expect(day(page, "second")).to_have_text("Monday, December 7")


def test_a_sheet_is_saved_from_its_first_date_and_several_can_be_chosen(
    page: Page, sheet: WhenToAsk, recovery: Content
) -> None:
    keeping = recovery.worksheets.keeping
    open_on(page)
    form_field(page, "interview").fill(INTERVIEW)
    form_field(page, "name").fill("Baker")
    page.clock.run_for(1000)
    assert kept_fields(page, KIND) == {"interview": INTERVIEW, "name": "Baker"}
    button(page, keeping.new_sheet).click()
    expect(form_field(page, "interview")).to_have_value("")
    form_field(page, "interview").fill("2026-11-25")
    form_field(page, "name").fill("Florist")
    page.clock.run_for(1000)
    page.reload()
    expect(form_field(page, "name")).to_have_value("Florist")
    page.get_by_label(keeping.sheets).select_option(label="1. Baker · November 24, 2026")
    expect(form_field(page, "name")).to_have_value("Baker")
    expect(day(page, "first")).to_have_text("Tuesday, December 1")


def test_undo_restores_a_removed_sheet(page: Page, sheet: WhenToAsk, words: Ui) -> None:
    open_on(page)
    form_field(page, "interview").fill(INTERVIEW)
    button(page, words.worksheet.remove).click()
    expect(form_field(page, "interview")).to_have_value("")
    assert kept_fields(page, KIND) == {}
    button(page, words.checklist.undo).click()
    expect(form_field(page, "interview")).to_have_value(INTERVIEW)
    assert kept_fields(page, KIND) == {"interview": INTERVIEW}


def test_the_calendar_file_has_only_the_days_to_come(page: Page, sheet: WhenToAsk) -> None:
    open_on(page, dt.datetime(2026, 12, 2, 8, tzinfo=dt.UTC))
    form_field(page, "interview").fill(INTERVIEW)
    form_field(page, "name").fill("Baker, Main Street")
    with page.expect_download() as started:
        button(page, sheet.words.calendar).click()
    assert started.value.suggested_filename == sheet.words.file_name
    text = Path(started.value.path()).read_bytes().decode("utf-8").replace("\r\n ", "")
    assert re.findall(r"DTSTART;VALUE=DATE:(\d+)", text) == ["20261209", "20261216"]
    assert text.count("Baker\\, Main Street") == 4


def test_the_sheet_prints_on_one_page_filled_in_or_blank(page: Page, sheet: WhenToAsk, words: Ui) -> None:
    open_on(page)
    form_field(page, "interview").fill(INTERVIEW)
    form_field(page, "place").select_option("ontario")
    (filled,) = sheets(page, format="Letter")
    assert squeezed("Tuesday, December 1") in filled
    page.evaluate("window.print = () => {}")
    button(page, words.checklist.print_blank).click()
    (blank,) = sheets(page, format="Letter")
    assert squeezed(shown_line(sheet.words.stop.title)) in blank
    assert squeezed("December 1") not in blank
    assert squeezed("Ontario:") not in blank


def test_the_sheet_is_accessible_with_and_without_days(page: Page) -> None:
    open_form(page, ASK)
    assert violations_in_every_look(page) == []
    form_field(page, "interview").fill(INTERVIEW)
    form_field(page, "place").select_option("ontario")
    assert violations_in_every_look(page) == []


def test_the_questions_are_printed_in_two_columns(page: Page) -> None:
    open_on(page)
    page.set_viewport_size({"width": 680, "height": 900})
    page.emulate_media(media="print")
    fields = visible(page, ".when-to-ask__dates .field")
    edges = {round(box["x"]) for box in (each.bounding_box() for each in fields.all()) if box}
    page.emulate_media(media="null")
    assert len(edges) == 2


def test_the_line_for_a_day_is_printed_beside_its_hint(page: Page, words: Ui) -> None:
    open_on(page)
    page.set_viewport_size({"width": 680, "height": 900})
    page.evaluate("window.print = () => {}")
    button(page, words.checklist.print_blank).click()
    page.emulate_media(media="print")
    days = visible(page, "[data-blank] .when-to-ask__days li")
    expect(days).to_have_count(3)
    for each in days.all():
        hint, line = each.locator("> p").last.bounding_box(), each.locator("strong").bounding_box()
        assert hint
        assert line
        assert hint["x"] + hint["width"] < line["x"]
    page.emulate_media(media="null")
