"""Touch targets are large enough for a thumb; axe checks the space around all others."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, ViewportSize, expect
from reader import AUDIT, FIVE_STEPS, PHONE, WIDE, button, visible
from saved_data import YOUR_DATA, arrange, entry, storage_key

from macros.content.words import Ui

pytestmark = pytest.mark.shares_a_browser

# Our targets: checkboxes and radio buttons with the label around or beside them, and buttons.
TARGETS = "article label:has(input), article .button, article input[type=file], article .situations__way"
LEAST = 44
SMALL = """(targets, least) => targets
    .filter((each) => each.offsetWidth < least || each.offsetHeight < least)
    .map((each) => `${each.outerHTML.slice(0, 80)}: ${each.offsetWidth} x ${each.offsetHeight}`)"""
every_size = pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])


def expect_large_targets(page: Page) -> None:
    targets = visible(page, TARGETS)
    assert targets.count() > 0
    assert targets.evaluate_all(SMALL, LEAST) == []


@every_size
@pytest.mark.parametrize(
    "where", ["", FIVE_STEPS, AUDIT, "checklists/five-day-plan/", "guide/follow-up/", YOUR_DATA]
)
def test_ticks_answers_and_buttons_are_44_pixels_wide_and_high(
    page: Page, size: ViewportSize, where: str
) -> None:
    page.set_viewport_size(size)
    page.goto(where)
    expect_large_targets(page)


@every_size
def test_targets_that_appear_in_use_are_as_large(page: Page, words: Ui, size: ViewportSize) -> None:
    arrange(page, {storage_key("five-steps--repair"): entry("ticked")})
    page.set_viewport_size(size)
    page.goto(FIVE_STEPS)
    button(page, words.checklist.reset).click()
    expect(button(page, words.checklist.undo)).to_be_visible()
    expect_large_targets(page)
    page.goto(YOUR_DATA)
    button(page, words.transfer.make).click()
    button(page, words.clear.clear).click()
    expect(button(page, words.clear.confirm)).to_be_visible()
    expect_large_targets(page)


def test_every_checkbox_and_radio_button_is_inside_its_label(page: Page) -> None:
    for where in (FIVE_STEPS, AUDIT, YOUR_DATA):
        page.goto(where)
        inputs = visible(page, "article :is([type=checkbox], [type=radio])")
        assert inputs.count() == inputs.and_(page.locator("label input")).count() > 0
