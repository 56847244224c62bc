"""Stop the replay: rated before and after, saved only on request, and nothing moves unless asked to."""

from __future__ import annotations

import pytest
from built_site import shown, shown_line
from forms import FORMS, REPLAY, choose, form_field, kept_fields, open_form
from playwright.sync_api import Page, expect
from reader import button, sheets, squeezed, violations_in_every_look
from saved_data import MY_RECOVERY

from macros.content import Content
from macros.content.words import Ui
from macros.content.worksheets.stop_the_replay import StopTheReplay

pytestmark = pytest.mark.shares_a_browser

KIND = "stop-the-replay"
MOMENT = "The second question."
MOVING = "document.querySelector('.stop-the-replay__circle').getAnimations({ subtree: true }).length"
# A browser prompts before leaving a page only after user interaction, so ask the page's own handler.
ASKED = """() => {
    const leaving = new Event("beforeunload", { cancelable: true });
    window.dispatchEvent(leaving);
    return leaving.defaultPrevented;
}"""


@pytest.fixture
def sheet(recovery: Content) -> StopTheReplay:
    """Return the worksheet of the content."""
    return recovery.worksheets.stop_the_replay


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [("a-lot", "a-little", "quieter"), ("some", "some", "same"), ("some", "all-the-time", "louder")],
)
def test_the_ratings_before_and_after_are_compared(
    page: Page, sheet: StopTheReplay, before: str, after: str, change: str
) -> None:
    labels = {choice.id: choice.label for choice in sheet.before.choices}
    open_form(page, REPLAY)
    choose(page, "before", before)
    compared = page.locator("[data-compared]")
    expect(compared).to_be_hidden()
    choose(page, "after", after)
    expect(compared).to_be_visible()
    expect(compared).to_contain_text(f"Before: {labels[before]}")
    expect(compared).to_contain_text(f"After: {labels[after]}")
    for name in ("quieter", "same", "louder"):
        words = compared.get_by_text(shown(getattr(sheet.words, name)))
        expect(words).to_be_visible(visible=name == change)
    steps = [choice.id for choice in sheet.before.choices]
    full = "[data-compared] [data-level='{}'] circle[data-full]"
    expect(page.locator(full.format("before"))).to_have_count(steps.index(before))
    expect(page.locator(full.format("after"))).to_have_count(steps.index(after))


def test_nothing_is_saved_unless_the_reader_asks_for_it(page: Page, recovery: Content) -> None:
    keeping = recovery.worksheets.keeping
    open_form(page, REPLAY)
    form_field(page, "moment").fill(MOMENT)
    choose(page, "before", "a-lot")
    page.wait_for_timeout(600)
    assert kept_fields(page, KIND) == {}
    expect(page.locator("[data-kept]")).to_be_hidden()
    page.get_by_label(keeping.keep).check()
    assert kept_fields(page, KIND) == {"moment": MOMENT, "before": "a-lot"}
    expect(page.locator("[data-kept]")).to_be_visible()
    choose(page, "before", "some")
    assert kept_fields(page, KIND)["before"] == "some"


def test_a_sheet_no_longer_kept_stays_on_screen_but_not_in_storage(
    page: Page, recovery: Content, words: Ui
) -> None:
    keep = page.get_by_label(recovery.worksheets.keeping.keep)
    open_form(page, REPLAY)
    form_field(page, "moment").fill(MOMENT)
    keep.check()
    keep.uncheck()
    expect(form_field(page, "moment")).to_have_value(MOMENT)
    assert kept_fields(page, KIND) == {}
    button(page, words.checklist.undo).click()
    expect(keep).to_be_checked()
    assert kept_fields(page, KIND) == {"moment": MOMENT}


def test_leaving_asks_only_while_a_sheet_would_be_lost(page: Page, recovery: Content) -> None:
    open_form(page, REPLAY)
    assert not page.evaluate(ASKED)
    form_field(page, "moment").fill(MOMENT)
    assert page.evaluate(ASKED)
    page.get_by_label(recovery.worksheets.keeping.keep).check()
    assert not page.evaluate(ASKED)


def test_a_saved_sheet_can_be_opened_again(page: Page, recovery: Content, words: Ui) -> None:
    keeping = recovery.worksheets.keeping
    open_form(page, REPLAY)
    form_field(page, "moment").fill(MOMENT)
    page.get_by_label(keeping.keep).check()
    page.reload()
    expect(form_field(page, "moment")).to_have_value("")
    page.get_by_label(keeping.sheets).select_option(label=f"1. {MOMENT}")
    expect(form_field(page, "moment")).to_have_value(MOMENT)
    page.goto(MY_RECOVERY)
    section = page.locator(f"[data-records='{KIND}']")
    expect(section).to_contain_text(MOMENT)


def test_text_written_on_the_sheet_in_another_tab_shows_here(page: Page, recovery: Content) -> None:
    keeping = recovery.worksheets.keeping
    open_form(page, REPLAY)
    form_field(page, "moment").fill(MOMENT)
    page.get_by_label(keeping.keep).check()
    other = page.context.new_page()
    open_form(other, REPLAY)
    other.get_by_label(keeping.sheets).select_option(label=f"1. {MOMENT}")
    form_field(other, "know").fill("He nodded.")
    expect(form_field(page, "know")).to_have_value("He nodded.")


def test_the_circle_moves_only_on_request_and_can_be_stopped(page: Page, sheet: StopTheReplay) -> None:
    open_form(page, REPLAY)
    assert page.evaluate(MOVING) == 0
    button(page, sheet.words.breathe).click()
    assert page.evaluate(MOVING) > 0
    button(page, sheet.words.breathe_stop).click()
    assert page.evaluate(MOVING) == 0


@pytest.mark.browser_context_args(reduced_motion="reduce")
def test_the_circle_stays_still_with_reduced_motion(page: Page, sheet: StopTheReplay) -> None:
    open_form(page, REPLAY)
    button(page, sheet.words.breathe).click()
    expect(button(page, sheet.words.breathe_stop)).to_be_visible()
    assert page.evaluate(MOVING) == 0


@pytest.mark.browser_context_args(java_script_enabled=False)
@pytest.mark.parametrize("worksheet", FORMS)
def test_without_scripts_the_form_can_be_printed(page: Page, worksheet: str) -> None:
    page.goto(worksheet)
    expect(page.locator("[data-blank] [data-field]").first).to_be_visible()
    expect(page.locator("[data-entries]")).to_be_hidden()
    expect(page.locator("[data-worksheet-tools]").first).to_be_hidden()
    assert len(sheets(page, format="Letter")) == 1


def test_the_sheet_prints_on_one_page_filled_in_or_blank(page: Page, sheet: StopTheReplay, words: Ui) -> None:
    open_form(page, REPLAY)
    for step in sheet.steps:
        for each in step.fields:
            form_field(page, each.id).fill(f"{MOMENT} {MOMENT}")
    choose(page, "before", "a-lot")
    choose(page, "after", "some")
    (filled,) = sheets(page, format="Letter")
    assert squeezed(MOMENT) in filled
    assert squeezed(shown_line(sheet.words.compared)) in filled
    page.evaluate("window.print = () => {}")
    button(page, words.checklist.print_blank).click()
    (blank,) = sheets(page, format="Letter")
    assert squeezed(shown_line(sheet.after.label)) in blank
    assert squeezed(MOMENT) not in blank


def test_the_sheet_is_accessible_empty_and_filled_in(page: Page) -> None:
    open_form(page, REPLAY)
    assert violations_in_every_look(page) == []
    choose(page, "before", "a-lot")
    choose(page, "after", "some")
    assert violations_in_every_look(page) == []
