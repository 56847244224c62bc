"""For readers who prefer reduced motion nothing moves: not on a page, nor in its menu or search."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect
from reader import AUDIT, FIVE_STEPS, PHONE, WIDE, search
from saved_data import MY_RECOVERY

pytestmark = pytest.mark.shares_a_browser

BLINK = 0.01
# Everything on a page that would move for more than an instant, or scroll smoothly.
MOVING = """(blink) => {
    const longest = (durations) => Math.max(...durations.split(",").map(parseFloat));
    return [...document.querySelectorAll("*")].flatMap((each) => [null, "::before", "::after"].flatMap((part) => {
        const { animationName, animationDuration, transitionDuration, scrollBehavior } = getComputedStyle(each, part);
        const moves = (animationName !== "none" && longest(animationDuration) > blink)
            || longest(transitionDuration) > blink || scrollBehavior === "smooth";
        return moves ? [`${each.tagName}.${each.className} ${part ?? ""}`] : [];
    }));
}"""


@pytest.fixture
def calm(page: Page) -> Page:
    """Return a page of a reader who prefers reduced motion."""
    page.emulate_media(reduced_motion="reduce")
    return page


def moving(page: Page) -> list[str]:
    return page.evaluate(MOVING, BLINK)


@pytest.mark.parametrize("where", ["", FIVE_STEPS, AUDIT, MY_RECOVERY, "guide/follow-up/", "guide/star/"])
def test_nothing_on_a_page_moves(calm: Page, where: str) -> None:
    calm.goto(where)
    found = {}
    for name, size in {"wide": WIDE, "phone": PHONE}.items():
        calm.set_viewport_size(size)
        found[name] = moving(calm)
    assert found == {"wide": [], "phone": []}


def test_the_menus_on_a_phone_do_not_slide(calm: Page) -> None:
    calm.set_viewport_size(PHONE)
    calm.goto("guide/star/")
    for opens, opened in ((".bar__menu", "#menu"), (".part__open", "#part")):
        calm.locator(opens).click()
        expect(calm.locator(opened)).to_be_visible()
        assert moving(calm) == []
        calm.keyboard.press("Escape")


def test_the_search_does_not_unfold(calm: Page) -> None:
    calm.goto(FIVE_STEPS)
    search(calm, "rejection audit")
    assert moving(calm) == []


def test_without_the_preference_something_moves(page: Page) -> None:
    page.goto("guide/star/")
    assert moving(page)
