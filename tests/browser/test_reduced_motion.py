"""For readers who want less motion nothing moves: not on a page, not in its menu and search."""

from __future__ import annotations

import pytest
from keeping import MY_RECOVERY
from playwright.sync_api import Page, ViewportSize, expect
from reader import AUDIT, FIVE_STEPS, PHONE, WIDE, search

BLINK = 0.01
# Everything on a page that would move for longer than a blink, or scroll smoothly.
MOVING = """(blink) => {
    const longest = (durations) => Math.max(...durations.split(",").map(parseFloat));
    return [...document.querySelectorAll("*")].flatMap((each) => [null, "::before", "::after"].flatMap((part) => {
        const { animationName, animationDuration, transitionDuration, scrollBehavior } = getComputedStyle(each, part);
        const moves = (animationName !== "none" && longest(animationDuration) > blink)
            || longest(transitionDuration) > blink || scrollBehavior === "smooth";
        return moves ? [`${each.tagName}.${each.className} ${part ?? ""}`] : [];
    }));
}"""
reduced = pytest.mark.browser_context_args(reduced_motion="reduce")


def moving(page: Page) -> list[str]:
    return page.evaluate(MOVING, BLINK)


@reduced
@pytest.mark.parametrize("where", ["", FIVE_STEPS, AUDIT, MY_RECOVERY, "guide/follow-up/", "guide/star/"])
@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_nothing_on_a_page_moves(page: Page, where: str, size: ViewportSize) -> None:
    page.set_viewport_size(size)
    page.goto(where)
    assert moving(page) == []


@pytest.mark.browser_context_args(viewport=PHONE, reduced_motion="reduce")
def test_the_menu_of_a_phone_does_not_slide(page: Page) -> None:
    page.goto("guide/star/")
    for opens, opened in ((".bar__menu", "#menu"), (".part__open", "#part")):
        page.locator(opens).click()
        expect(page.locator(opened)).to_be_visible()
        assert moving(page) == []
        page.keyboard.press("Escape")


@reduced
def test_the_search_does_not_unfold(page: Page) -> None:
    page.goto(FIVE_STEPS)
    search(page, "rejection audit")
    assert moving(page) == []


def test_who_did_not_ask_for_it_sees_a_sign_turn(page: Page) -> None:
    page.goto("guide/star/")
    assert moving(page)
