"""Large text, wide spacing and high zoom: nothing is cut off and nothing overlaps."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Page, ViewportSize, expect
from reader import AUDIT, FIVE_STEPS, PHONE, answer, boxes, restyle, visible
from sheets_in_use import NOTE, STAR, open_sheet
from tabs import Tab

from macros.content.words import Ui

NARROW: ViewportSize = {"width": 320, "height": 640}
# A window of 1280 by 1024 pixels, zoomed to 400 percent.
ZOOMED: ViewportSize = {"width": 320, "height": 256}
# WCAG 2.2, success criterion 1.4.12.
SPACING = """() => {
    const spacing = new CSSStyleSheet();
    spacing.replaceSync(`
        * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
        p { margin-bottom: 2em !important; }
    `);
    document.adoptedStyleSheets = [spacing];
}"""
USUAL_SPACING = "document.adoptedStyleSheets = []"
# Lines of text that end outside the window, are clipped by an ancestor, or overlap other lines. A wide table
# scrolls in its own box; a box of one pixel is for screen readers only. A sticky bar may cover what scrolls
# behind it.
TROUBLES = """() => {
    const isCutting = (overflow) => ["hidden", "clip"].includes(overflow);
    const known = new Map();
    const ancestors = (each) => {
        if (!each) return [];
        if (!known.has(each)) known.set(each, [each, ...ancestors(each.parentElement)]);
        return known.get(each);
    };
    const edges = new Map();
    const edgesOf = (each) => {
        if (!edges.has(each)) {
            const { overflowX, overflowY } = getComputedStyle(each);
            const [cutsAcross, cutsDown] = [overflowX, overflowY].map(isCutting);
            edges.set(each, (cutsAcross || cutsDown) && { cutsAcross, cutsDown, box: each.getBoundingClientRect() });
        }
        return edges.get(each);
    };
    const isBar = (each) => {
        const { position, backgroundColor } = getComputedStyle(each);
        return position === "sticky" && backgroundColor !== "rgba(0, 0, 0, 0)";
    };
    const lines = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const text = walker.currentNode.data.trim();
        const around = ancestors(walker.currentNode.parentElement);
        if (!text || !around[0].checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
        if (around.some((each) => each.offsetHeight === 1 || each.matches("table:not([class])"))) continue;
        const bar = around.find(isBar);
        const place = new Range();
        place.selectNode(walker.currentNode);
        for (const { left, right, top, bottom } of place.getClientRects()) {
            if (right > 0 && right > left) lines.push({ text, around, bar, left, right, top, bottom });
        }
    }
    const isCutOff = ({ around, left, right, top, bottom }) => right > innerWidth + 1 || around.some((each) => {
        if (each === document.body || each === document.documentElement || !edgesOf(each)) return false;
        const { cutsAcross, cutsDown, box } = edgesOf(each);
        return (cutsAcross && (right > box.right + 2 || left < box.left - 2))
            || (cutsDown && (bottom > box.bottom + 4 || top < box.top - 4));
    });
    const standsOn = (one, other) => one.bar === other.bar
        && Math.min(one.right, other.right) - Math.max(one.left, other.left) > 2
        && Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > (one.bottom - one.top) / 3;
    const onOther = (one, at) => lines.slice(at + 1).find((other) => standsOn(one, other));
    return [
        ...lines.filter(isCutOff).map(({ text }) => `cut off: ${text}`),
        ...lines.filter(onOther).map((one) => `"${one.text}" stands on "${onOther(one, lines.indexOf(one)).text}"`),
    ];
}"""
TOO_WIDE = "document.scrollingElement.scrollWidth - innerWidth"
HEIGHT_COVERED = (
    "covers => Math.max(...covers.map((each) => each.getBoundingClientRect().bottom)) / innerHeight"
)


def troubles(page: Page) -> list[str]:
    """Return the text that cannot be read, and by how much the page scrolls sideways."""
    too_wide = page.evaluate(TOO_WIDE)
    return [*page.evaluate(TROUBLES), *([f"{too_wide} pixels too wide"] if too_wide > 0 else [])]


@contextmanager
def large(page: Page) -> Iterator[Page]:
    """Double the text size of a browser."""
    browser = page.context.new_cdp_session(page)
    browser.send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})
    try:
        yield page
    finally:
        browser.send("Page.setFontSizes", {"fontSizes": {"standard": 16, "fixed": 13}})
        browser.detach()


def test_a_page_can_be_read_with_text_at_twice_the_size_on_a_wide_screen(light: Tab) -> None:
    with large(light.page) as page:
        assert troubles(page) == []


def test_a_page_can_be_read_with_text_at_twice_the_size_on_a_phone(light: Tab) -> None:
    with large(light.sized(PHONE)) as page:
        assert page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)") == 32
        assert troubles(page) == []


def test_a_page_can_be_read_with_wide_spacing_at_320_pixels(light: Tab) -> None:
    page = light.sized(NARROW)
    page.evaluate(SPACING)
    found = troubles(page)
    page.evaluate(USUAL_SPACING)
    assert found == []


def test_no_worksheet_scrolls_sideways_with_text_at_twice_the_size_on_a_small_phone(page: Page) -> None:
    page.set_viewport_size(NARROW)
    with large(page):
        for worksheet in (NOTE, STAR):
            open_sheet(page, worksheet)
            assert page.evaluate(TOO_WIDE) <= 0, worksheet


@pytest.mark.parametrize(
    ("style", "trouble"),
    [
        ("h1 { height: 0.5em; overflow: hidden; }", "cut off"),
        ("h1 { margin-bottom: -2em !important; }", "stands on"),
        ("h1 { width: 700px; }", "too wide"),
    ],
)
def test_unreadable_text_is_detected(page: Page, style: str, trouble: str) -> None:
    page.set_viewport_size(NARROW)
    page.goto(FIVE_STEPS)
    assert troubles(page) == []
    restyle(page, style)
    assert trouble in " ".join(troubles(page))


# 400 percent


@pytest.mark.parametrize("where", [FIVE_STEPS, AUDIT, "checklists/five-day-plan/"])
def test_at_400_percent_sticky_elements_cover_less_than_half_of_the_window(page: Page, where: str) -> None:
    page.set_viewport_size(ZOOMED)
    page.goto(where)
    page.get_by_role("article").locator("input").last.scroll_into_view_if_needed()
    covers = visible(page, ".bar, [data-progress]")
    expect(covers).to_have_count(2)
    assert covers.evaluate_all(HEIGHT_COVERED) < 0.5


def test_at_400_percent_a_list_can_be_ticked_and_an_audit_answered(page: Page, words: Ui) -> None:
    page.set_viewport_size(ZOOMED)
    page.goto(FIVE_STEPS)
    for box in boxes(page).all():
        box.check()
    expect(visible(page, "[data-done]")).to_have_count(1)
    page.goto(AUDIT)
    answer(page, words, "nnnnn")
    expect(visible(page, "[data-for]")).to_have_count(5)
