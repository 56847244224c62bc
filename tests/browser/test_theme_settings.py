"""What the theme keeps in the browser is unreadable: the page works on, and the theme forgets it."""

from __future__ import annotations

import pytest
from built_site import BASE, OTHER_BASE
from keeping import arrange, put
from playwright.sync_api import Page, expect
from reader import FIVE_STEPS, PHONE, boxes, search, storage

pytestmark = pytest.mark.shares_a_browser

PALETTE = f"{BASE}.__palette"
DARK = '{"index":1,"color":{"media":"(prefers-color-scheme: dark)","scheme":"slate","primary":"custom","accent":"custom"}}'
SPOILED = {
    "no JSON": "{spoiled",
    "nothing": "",
    "undefined": "undefined",
    "a word": '"slate"',
    "a number": "5",
    "true": "true",
    "a list": "[]",
    "no number": '{"color":{"scheme":"slate"}}',
    "a word for the number": '{"index":"dark","color":{"scheme":"slate"}}',
    "half a number": '{"index":0.5}',
    "names that are no names": '{"index":1,"color":{"<b>":"slate"}}',
    "a text for the color": '{"index":1,"color":"slate"}',
}
OTHERS = ("__tabs", "__announce", "__consent", "__source", "__outdated")


def expect_whole(page: Page) -> None:
    """Expect that search, menu, color switch and ticks work."""
    search(page, "thank-you note")
    expect(page.get_by_role("dialog").get_by_role("link").first).to_be_visible()
    page.keyboard.press("Escape")
    page.locator("[for^='__palette']").filter(visible=True).click()
    boxes(page).first.check()
    expect(page.get_by_role("progressbar")).to_have_js_property("value", 1)
    page.set_viewport_size(PHONE)
    page.locator("label[for='__drawer']").filter(visible=True).first.click()
    expect(page.locator("nav.md-nav--primary").get_by_role("link", name="My recovery")).to_be_in_viewport()


@pytest.mark.parametrize("spoiled", SPOILED.values(), ids=SPOILED)
def test_a_color_scheme_that_cannot_be_read_stops_nothing(page: Page, spoiled: str) -> None:
    arrange(page, {PALETTE: spoiled})
    page.goto(FIVE_STEPS)
    expect_whole(page)


def test_other_settings_of_the_theme_that_cannot_be_read_stop_nothing(page: Page) -> None:
    arrange(page, {f"{BASE}.{name}": "{spoiled" for name in OTHERS})
    page.evaluate("Object.assign(sessionStorage, { ...localStorage })")
    page.goto(FIVE_STEPS)
    expect_whole(page)


def test_a_color_scheme_that_can_be_read_stays(page: Page) -> None:
    arrange(page, {PALETTE: DARK})
    page.goto(FIVE_STEPS)
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    assert storage(page)[PALETTE] == DARK


def test_the_settings_of_another_site_on_the_host_are_left_alone(page: Page) -> None:
    page.goto(FIVE_STEPS)
    other = f"{OTHER_BASE}.__palette"
    put(page, {other: "{spoiled", "/.__palette": "{spoiled"})
    page.reload()
    expect(boxes(page).first).to_be_visible()
    assert storage(page).items() >= {other: "{spoiled", "/.__palette": "{spoiled"}.items()
