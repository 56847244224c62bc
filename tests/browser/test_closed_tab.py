"""A tab that closes, or breaks, right after a change has kept it."""

from __future__ import annotations

from keeping import FILL, ticks
from playwright.sync_api import BrowserContext, Page, expect
from reader import FIVE_STEPS, boxes, button, wait_until

CLICK = "document.querySelector('article input').click()"
# A listener that fails whenever it is told of something, in front of one that counts.
LISTEN = """async event => {
    const { store } = await import(new URL("../../assets/javascripts/store/store.js", location));
    Object.assign(globalThis, { store, told: 0 });
    let started = false;
    store[event](() => { if (started) throw new Error("This component is broken."); });
    store[event](() => { if (started) globalThis.told += 1; });
    started = true;
}"""

# A phone that shows another app tells the page so, and perhaps nothing more: what is saved at that moment?
HIDE = """document => {
    const text = document.querySelector("[data-entries] textarea");
    text.value = "Typed on the way out";
    text.dispatchEvent(new Event("input", { bubbles: true }));
    const before = JSON.stringify({ ...localStorage });
    document.dispatchEvent(new Event("visibilitychange"));
    return [before, JSON.stringify({ ...localStorage })].map((saved) => saved.includes("Typed on the way out"));
}"""


def test_a_tab_closed_right_after_a_tick_has_kept_it(context: BrowserContext, page: Page) -> None:
    page.goto(FIVE_STEPS)
    page.evaluate(CLICK)
    page.close()
    again = context.new_page()
    again.goto(FIVE_STEPS)
    assert ticks(again) == [0]


def test_a_page_left_right_after_a_tick_has_kept_it(page: Page) -> None:
    page.goto(FIVE_STEPS)
    page.evaluate(f"{CLICK}; location.reload()")
    expect(boxes(page).first).to_be_checked()


def test_a_component_that_fails_with_every_change_stops_no_other(
    context: BrowserContext, page: Page, complaints: list[str]
) -> None:
    page.goto(FIVE_STEPS)
    page.evaluate(LISTEN, "onChange")
    other = context.new_page()
    other.goto(FIVE_STEPS)
    boxes(other).first.check()
    wait_until(page, "told === 1")
    boxes(other).nth(1).check()
    wait_until(page, "told === 2")
    assert set(complaints) == {"This component is broken."}
    complaints.clear()


def test_a_component_that_fails_with_every_problem_stops_no_other(page: Page, complaints: list[str]) -> None:
    page.goto(FIVE_STEPS)
    page.evaluate(LISTEN, "onProblem")
    page.evaluate(FILL)
    page.evaluate("store.write('five-steps--repair', 'ticked')")
    wait_until(page, "told > 0")
    assert set(complaints) == {"This component is broken."}
    complaints.clear()


def test_what_was_typed_last_is_saved_when_a_phone_shows_another_app(page: Page) -> None:
    page.goto("worksheets/star-answer/")
    button(page, "Add an answer").click()
    assert page.evaluate(f"({HIDE})(document)") == [False, True]
