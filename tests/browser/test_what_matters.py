"""What matters to you: several values, a text, a timer, no score."""

from __future__ import annotations

from pathlib import Path

import pytest
from built_site import shown, shown_line
from forms import MATTERS, choose, form_field, kept_fields, open_form
from playwright.sync_api import Page, expect
from reader import button, sheets, squeezed, violations_in_every_look
from saved_data import MY_RECOVERY, YOUR_DATA

from macros.content import Content
from macros.content.words import Ui
from macros.content.worksheets.what_matters import WhatMatters

KIND = "what-matters"
TEXT = "My sister calls on Sundays.\n\nWe cook."


@pytest.fixture
def sheet(recovery: Content) -> WhatMatters:
    """Return the worksheet of the content."""
    return recovery.worksheets.what_matters


def write(page: Page, recovery: Content) -> None:
    open_form(page, MATTERS)
    choose(page, "values", "nature")
    choose(page, "values", "family")
    form_field(page, "writing").fill(TEXT)
    page.get_by_label(recovery.worksheets.keeping.keep).check()


def test_several_values_are_saved_and_can_be_cleared(page: Page, recovery: Content) -> None:
    write(page, recovery)
    assert kept_fields(page, KIND) == {"values": "family nature", "writing": TEXT}
    form_field(page, "values").locator("input[value='family']").uncheck()
    assert kept_fields(page, KIND)["values"] == "nature"
    page.reload()
    page.get_by_label(recovery.worksheets.keeping.sheets).select_option(index=1)
    expect(form_field(page, "values").locator("input[value='nature']")).to_be_checked()
    expect(form_field(page, "values").locator("input[value='family']")).not_to_be_checked()


def test_my_recovery_lists_a_saved_sheet(page: Page, recovery: Content, words: Ui) -> None:
    nothing_yet = page.get_by_text(shown(words.my_recovery.nothing_yet))
    page.goto(MY_RECOVERY)
    expect(nothing_yet).to_be_visible()
    write(page, recovery)
    page.goto(MY_RECOVERY)
    expect(page.locator("[data-list] li a").filter(visible=True)).to_have_count(1)
    expect(nothing_yet).to_be_hidden()


def test_the_text_copy_names_the_values_and_has_the_text(
    page: Page, sheet: WhatMatters, recovery: Content, words: Ui
) -> None:
    write(page, recovery)
    for where in (MATTERS, YOUR_DATA):
        page.goto(where)
        if where == MATTERS:
            page.get_by_label(recovery.worksheets.keeping.sheets).select_option(index=1)
        name = words.worksheet.export_markdown if where == MATTERS else words.copies.export_markdown
        with page.expect_download() as started:
            button(page, name).click()
        text = Path(started.value.path()).read_text("utf-8")
        assert "Family, Nature" in text
        assert "We cook." in text
        assert sheet.writing.label in text


def test_the_timer_runs_and_gives_its_signals(page: Page, sheet: WhatMatters) -> None:
    page.clock.install()
    open_form(page, MATTERS)
    button(page, sheet.timer.start).click()
    expect(button(page, sheet.timer.stop)).to_be_focused()
    page.clock.run_for(601_000)
    expect(page.get_by_role("timer")).to_have_text("10:01")
    expect(page.locator("[data-signal][data-due]")).to_have_count(len(sheet.timer.signals))
    button(page, sheet.timer.stop).click()


def test_the_sheet_prints_on_one_page_filled_in_or_blank(
    page: Page, sheet: WhatMatters, recovery: Content, words: Ui
) -> None:
    write(page, recovery)
    (filled,) = sheets(page, format="Letter")
    assert squeezed("We cook.") in filled
    page.evaluate("window.print = () => {}")
    button(page, words.checklist.print_blank).click()
    (blank,) = sheets(page, format="Letter")
    assert squeezed(shown_line(sheet.writing.label)) in blank
    assert squeezed("We cook.") not in blank


def test_the_sheet_is_accessible(page: Page) -> None:
    open_form(page, MATTERS)
    assert violations_in_every_look(page) == []
    choose(page, "values", "nature")
    assert violations_in_every_look(page) == []
