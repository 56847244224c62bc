"""A change is saved even if the tab closes, or a component breaks, right after it."""

from __future__ import annotations

from playwright.sync_api import BrowserContext, Page, expect
from reader import FIVE_STEPS, boxes, button, wait_until
from saved_data import FILL, ticks

CLICK = "document.querySelector('article input').click()"
# Two listeners for an event of the store: one that throws, and after it one that counts.
LISTEN = """async event => {
    const { store } = await import(new URL("../../assets/javascripts/store/store.js", location));
    Object.assign(globalThis, { store, told: 0 });
    let started = false;
    store[event](() => { if (started) throw new Error("This component is broken."); });
    store[event](() => { if (started) globalThis.told += 1; });
    started = true;
}"""

# A phone that switches to another app fires this event, and perhaps no other. Return whether the text was saved before
# and after it.
HIDE = """document => {
    const text = document.querySelector("[data-entries] textarea");
    text.value = "Typed on the way out";
    text.dispatchEvent(new Event("input", { bubbles: true }));
    const before = JSON.stringify({ ...localStorage });
    document.dispatchEvent(new Event("visibilitychange"));
    return [before, JSON.stringify({ ...localStorage })].map((saved) => saved.includes("Typed on the way out"));
}"""


def test_a_tick_survives_closing_the_tab_right_after_it(context: BrowserContext, page: Page) -> None:
    page.goto(FIVE_STEPS)
    page.evaluate(CLICK)
    page.close()
    again = context.new_page()
    again.goto(FIVE_STEPS)
    assert ticks(again) == [0]


def test_a_tick_survives_leaving_the_page_right_after_it(page: Page) -> None:
    page.goto(FIVE_STEPS)
    page.evaluate(f"{CLICK}; location.reload()")
    expect(boxes(page).first).to_be_checked()


def test_a_component_that_throws_on_every_change_stops_no_other(
    context: BrowserContext, page: Page, page_errors: list[str]
) -> None:
    page.goto(FIVE_STEPS)
    page.evaluate(LISTEN, "onChange")
    other = context.new_page()
    other.goto(FIVE_STEPS)
    boxes(other).first.check()
    wait_until(page, "told === 1")
    boxes(other).nth(1).check()
    wait_until(page, "told === 2")
    assert set(page_errors) == {"This component is broken."}
    page_errors.clear()


def test_a_component_that_throws_on_every_problem_stops_no_other(page: Page, page_errors: list[str]) -> None:
    page.goto(FIVE_STEPS)
    page.evaluate(LISTEN, "onProblem")
    page.evaluate(FILL)
    page.evaluate("store.write('five-steps--repair', 'ticked')")
    wait_until(page, "told > 0")
    assert set(page_errors) == {"This component is broken."}
    page_errors.clear()


def test_the_last_words_are_saved_when_a_phone_switches_to_another_app(page: Page) -> None:
    page.goto("worksheets/star-answer/")
    button(page, "Add an answer").click()
    assert page.evaluate(f"({HIDE})(document)") == [False, True]
