"""On a phone a page is drawn in parts: first what is seen, then what is below it. Nobody notices but the clock."""

from __future__ import annotations

import pytest
from built_site import Site
from playwright.sync_api import BrowserContext, Locator, Page, expect
from reader import FIVE_STEPS, PHONE, WIDE, wait_until

LONG = "guide/follow-up/"
# Frames come when a test lets them come, and time does not end the waiting before.
HOLD_FRAMES = """
    document.addEventListener("readystatechange", () => {
        for (const waiting of document.getAnimations()) waiting.pause();
    }, { once: true });
    const frame = window.requestAnimationFrame.bind(window);
    const held = [];
    window.requestAnimationFrame = (act) => held.push(act);
    window.letFramesCome = () => {
        window.requestAnimationFrame = frame;
        for (const act of held) frame(act);
    };
"""


@pytest.fixture
def phone(page: Page) -> Page:
    """Return a page on a phone whose first picture is there, and no other one yet."""
    page.set_viewport_size(PHONE)
    page.add_init_script(HOLD_FRAMES)
    return page


def first(page: Page) -> Locator:
    """Return the title of a page."""
    return page.locator("h1")


def last(page: Page) -> Locator:
    """Return what a page leads to, at its end."""
    return page.locator("article li a").last


def test_the_first_picture_on_a_phone_is_what_is_seen_first_and_the_rest_follows(phone: Page) -> None:
    phone.goto(LONG)
    expect(first(phone)).to_be_visible()
    expect(last(phone)).to_be_hidden()
    phone.evaluate("letFramesCome()")
    expect(last(phone)).to_be_visible()


def test_a_page_of_few_sections_is_drawn_at_once(phone: Page) -> None:
    phone.goto(FIVE_STEPS)
    expect(last(phone)).to_be_visible()


def test_who_goes_to_a_place_within_a_page_gets_it_whole(phone: Page, site: Site) -> None:
    place = site.soup(LONG).select("article h2")[-1]["id"]
    phone.goto(f"{LONG}#{place}")
    expect(last(phone)).to_be_visible()
    expect(phone.locator(f"#{place}")).to_be_in_viewport()


def test_who_loads_a_page_again_gets_it_whole_where_they_were(phone: Page) -> None:
    phone.goto(LONG)
    phone.evaluate("letFramesCome()")
    last(phone).scroll_into_view_if_needed()
    place = phone.evaluate("scrollY")
    phone.reload()
    wait_until(phone, f"scrollY === {place}")
    expect(last(phone)).to_be_in_viewport()


def test_a_wide_window_gets_the_whole_page_at_once(phone: Page) -> None:
    phone.set_viewport_size(WIDE)
    phone.goto(LONG)
    expect(last(phone)).to_be_visible()


def test_what_is_printed_is_whole(phone: Page) -> None:
    phone.goto(LONG)
    expect(last(phone)).to_be_hidden()
    phone.emulate_media(media="print")
    expect(last(phone)).to_be_visible()


def test_a_page_that_does_not_come_to_its_end_is_shown_as_it_is(phone: Page) -> None:
    phone.goto(LONG)
    expect(last(phone)).to_be_hidden()
    phone.evaluate("for (const waiting of document.getAnimations()) waiting.finish()")
    expect(last(phone)).to_be_visible()


def test_no_page_is_left_in_parts(context: BrowserContext, site: Site) -> None:
    page = context.new_page()
    page.set_viewport_size(PHONE)
    for address in (each for each in site.addresses() if site.soup(each).article):
        page.goto(address, wait_until="commit")
        wait_until(
            page,
            "document.readyState === 'complete' && !document.querySelector('[data-drawing], [data-below]')",
        )
