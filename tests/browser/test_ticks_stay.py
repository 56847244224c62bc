"""Ticks persist: after a reload, in another tab, on another page."""

from __future__ import annotations

from playwright.sync_api import BrowserContext, Page, expect
from reader import AUDIT, FIVE_STEPS, answer, boxes

from macros.content.words import Ui


def test_a_tick_survives_a_reload(page: Page) -> None:
    page.goto(FIVE_STEPS)
    boxes(page).nth(1).check()
    page.reload()
    expect(boxes(page).nth(1)).to_be_checked()
    expect(boxes(page).nth(0)).not_to_be_checked()


def test_a_cleared_tick_stays_cleared(page: Page) -> None:
    page.goto(FIVE_STEPS)
    boxes(page).nth(0).check()
    boxes(page).nth(1).check()
    boxes(page).nth(1).uncheck()
    page.reload()
    expect(boxes(page).nth(0)).to_be_checked()
    expect(boxes(page).nth(1)).not_to_be_checked()


def test_an_answer_survives_a_reload_and_can_be_changed(page: Page, words: Ui) -> None:
    radios = page.get_by_role("article").get_by_role("radio")
    page.goto(AUDIT)
    answer(page, words, "n-u")
    page.reload()
    assert [number for number, radio in enumerate(radios.all()) if radio.is_checked()] == [1, 8]
    answer(page, words, "y")
    page.reload()
    assert [number for number, radio in enumerate(radios.all()) if radio.is_checked()] == [0, 8]


def test_another_tab_follows_a_tick_at_once(context: BrowserContext, page: Page) -> None:
    other = context.new_page()
    page.goto(FIVE_STEPS)
    other.goto(FIVE_STEPS)
    boxes(page).first.check()
    expect(boxes(other).first).to_be_checked()
    expect(other.get_by_role("progressbar")).to_have_js_property("value", 1)
    boxes(other).first.uncheck()
    expect(boxes(page).first).not_to_be_checked()
    expect(page.get_by_role("progressbar")).to_have_js_property("value", 0)


def test_another_tab_follows_an_answer(context: BrowserContext, page: Page, words: Ui) -> None:
    other = context.new_page()
    page.goto(AUDIT)
    other.goto(AUDIT)
    answer(page, words, "y")
    expect(other.get_by_role("article").get_by_role("radio").first).to_be_checked()


def test_two_tabs_never_overwrite_each_other(context: BrowserContext, page: Page) -> None:
    other = context.new_page()
    page.goto(FIVE_STEPS)
    other.goto(FIVE_STEPS)
    boxes(page).nth(0).check()
    boxes(other).nth(1).check()
    boxes(page).nth(2).check()
    page.reload()
    assert [box.is_checked() for box in boxes(page).all()] == [True, True, True, False, False]


def test_a_checklist_on_two_pages_shares_its_state(page: Page) -> None:
    page.goto(FIVE_STEPS)
    boxes(page).nth(3).check()
    page.goto("guide/five-steps/")
    expect(boxes(page).nth(3)).to_be_checked()
    boxes(page).nth(3).uncheck()
    boxes(page).nth(4).check()
    page.goto(FIVE_STEPS)
    assert [box.is_checked() for box in boxes(page).all()] == [False, False, False, False, True]


def test_going_back_to_a_page_shows_the_current_ticks(page: Page) -> None:
    page.goto(FIVE_STEPS)
    boxes(page).nth(0).check()
    page.goto("guide/five-steps/")
    boxes(page).nth(0).uncheck()
    boxes(page).nth(1).check()
    page.go_back()
    expect(boxes(page).nth(0)).not_to_be_checked()
    expect(boxes(page).nth(1)).to_be_checked()


def test_a_page_restored_from_the_cache_shows_the_current_ticks(page: Page) -> None:
    page.goto(FIVE_STEPS)
    boxes(page).nth(0).check()
    # A page in the cache gets no events from other tabs. This browser cannot really restore one, so it is imitated.
    page.evaluate("localStorage.clear()")
    expect(boxes(page).nth(0)).to_be_checked()
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    expect(boxes(page).nth(0)).not_to_be_checked()
    expect(page.get_by_role("progressbar")).to_have_js_property("value", 0)
