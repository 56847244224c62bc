"""A tab that closes, or breaks, right after a change has kept it."""

from __future__ import annotations

import pytest
from keeping import FILL, expect_notice, ticks
from playwright.sync_api import BrowserContext, Page, Route, expect
from reader import FIVE_STEPS, boxes, button

from macros.content.words import Ui

CLICK = "document.querySelector('article input').click()"
# A component that fails whenever something changes, in front of all others.
BROKEN = """<script type="module">
    import {{ store }} from "../../assets/javascripts/store/store.js";
    let started = false;
    store.{0}(() => {{ if (started) throw new Error("This component is broken."); }});
    started = true;
</script>"""

# A phone that shows another app tells the page so, and perhaps nothing more: what is saved at that moment?
HIDE = """document => {
    const text = document.querySelector("[data-entries] textarea");
    text.value = "Typed on the way out";
    text.dispatchEvent(new Event("input", { bubbles: true }));
    const before = JSON.stringify({ ...localStorage });
    document.dispatchEvent(new Event("visibilitychange"));
    return [before, JSON.stringify({ ...localStorage })].map((saved) => saved.includes("Typed on the way out"));
}"""


@pytest.fixture
def broken(page: Page, request: pytest.FixtureRequest) -> Page:
    """Return the five steps with a component that fails when it is told of something."""

    def serve(route: Route) -> None:
        response = route.fetch()
        body = response.text().replace("</title>", f"</title>{BROKEN.format(request.param)}", 1)
        route.fulfill(response=response, body=body)

    page.route(f"**/{FIVE_STEPS}", serve)
    page.goto(FIVE_STEPS)
    return page


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


@pytest.mark.parametrize("broken", ["onChange"], indirect=True)
def test_a_component_that_fails_with_every_change_stops_no_other(
    context: BrowserContext, broken: Page, complaints: list[str]
) -> None:
    other = context.new_page()
    other.goto(FIVE_STEPS)
    boxes(broken).first.check()
    expect(broken.get_by_role("progressbar")).to_have_js_property("value", 1)
    boxes(other).nth(1).check()
    expect(boxes(broken).nth(1)).to_be_checked()
    expect(broken.get_by_role("progressbar")).to_have_js_property("value", 2)
    assert set(complaints) == {"This component is broken."}
    complaints.clear()


@pytest.mark.parametrize("broken", ["onProblem"], indirect=True)
def test_a_component_that_fails_with_every_problem_stops_no_other(
    broken: Page, words: Ui, complaints: list[str]
) -> None:
    broken.evaluate(FILL)
    boxes(broken).first.check()
    expect_notice(broken, words.storage.full)
    expect(broken.get_by_role("progressbar")).to_have_js_property("value", 1)
    assert set(complaints) == {"This component is broken."}
    complaints.clear()


def test_what_was_typed_last_is_saved_when_a_phone_shows_another_app(page: Page) -> None:
    page.goto("worksheets/star-answer/")
    button(page, "Add an answer").click()
    assert page.evaluate(f"({HIDE})(document)") == [False, True]
