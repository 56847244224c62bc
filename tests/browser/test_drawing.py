"""On a phone a page is drawn in parts: first what is seen, then what is below it. Nobody notices but the clock."""

from __future__ import annotations

import pytest
from built_site import Site
from playwright.sync_api import BrowserContext, Locator, Page, expect
from reader import AUDIT, FIVE_STEPS, PHONE, WIDE, wait_until

LONG = "guide/follow-up/"
# Pages that are drawn in parts: one of many sections, one of long questions.
IN_PARTS = (LONG, AUDIT)
# Of each tool that is drawn in parts, what is seen first and what is below that.
PARTS = {
    "worksheets/star-answer/": (
        "[data-entries] [data-field=situation]",
        "[data-entries] [data-field=result]",
    ),
    "worksheets/follow-up-note/": ("#case--note", ".follow-up-note__more summary"),
}
# What a tool that stands ready waits for does not come until a test lets it.
HOLD_ANIMATIONS = """
    document.addEventListener("started", () => {
        for (const waiting of document.getAnimations()) waiting.pause();
    }, { once: true });
"""
# Which comes first, that the page is loaded or that its components have started.
ORDER = """
    window.order = [];
    addEventListener("load", () => order.push("load"));
    document.addEventListener("started", () => order.push("started"), { once: true });
"""
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


def let_all_be_drawn(page: Page) -> None:
    """Let frames and time come."""
    page.evaluate("letFramesCome(); for (const waiting of document.getAnimations()) waiting.finish()")


def test_the_first_picture_on_a_phone_is_what_is_seen_first_and_the_rest_follows(phone: Page) -> None:
    phone.goto(LONG)
    expect(first(phone)).to_be_visible()
    expect(last(phone)).to_be_hidden()
    phone.evaluate("letFramesCome()")
    expect(last(phone)).to_be_visible()


def test_of_long_questions_a_phone_shows_two_and_then_the_others(phone: Page) -> None:
    phone.goto(AUDIT)
    questions = phone.locator("article fieldset").all()
    assert [question.is_visible() for question in questions] == [True, True, False, False, False]
    let_all_be_drawn(phone)
    for question in questions:
        expect(question).to_be_visible()


def test_a_page_of_few_sections_is_drawn_at_once(phone: Page) -> None:
    phone.goto(FIVE_STEPS)
    expect(last(phone)).to_be_visible()


@pytest.mark.parametrize("whole", IN_PARTS)
def test_who_goes_to_a_place_within_a_page_gets_it_whole(phone: Page, whole: str, site: Site) -> None:
    place = site.soup(whole).select("article h2")[-1]["id"]
    phone.goto(f"{whole}#{place}")
    expect(last(phone)).to_be_visible()
    expect(phone.locator(f"#{place}")).to_be_in_viewport()


@pytest.mark.parametrize("whole", IN_PARTS)
def test_who_loads_a_page_again_gets_it_whole_where_they_were(phone: Page, whole: str) -> None:
    phone.goto(whole)
    let_all_be_drawn(phone)
    last(phone).scroll_into_view_if_needed()
    place = phone.evaluate("scrollY")
    phone.reload()
    wait_until(phone, f"scrollY === {place}")
    expect(last(phone)).to_be_in_viewport()


@pytest.mark.parametrize("whole", IN_PARTS)
def test_a_wide_window_gets_the_whole_page_at_once(phone: Page, whole: str) -> None:
    phone.set_viewport_size(WIDE)
    phone.goto(whole)
    expect(last(phone)).to_be_visible()


@pytest.mark.parametrize(("whole", "below"), [(LONG, "article li a"), (AUDIT, "article fieldset")])
def test_what_is_printed_is_whole(phone: Page, whole: str, below: str) -> None:
    phone.goto(whole)
    seen_last = phone.locator(below).last
    expect(seen_last).to_be_hidden()
    phone.emulate_media(media="print")
    expect(seen_last).to_be_visible()


@pytest.mark.parametrize("whole", IN_PARTS)
def test_a_page_that_does_not_come_to_its_end_is_shown_as_it_is(phone: Page, whole: str) -> None:
    phone.goto(whole)
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


@pytest.fixture
def ready(page: Page) -> Page:
    """Return a page on a phone where a tool stands ready, and what is below its first part waits."""
    page.set_viewport_size(PHONE)
    page.add_init_script(HOLD_ANIMATIONS)
    return page


def part_of(page: Page, tool: str) -> tuple[Locator, Locator]:
    """Return what is seen first of a tool that stands ready, and what is below that."""
    first_part, last_part = PARTS[tool]
    return page.locator(first_part), page.locator(last_part)


@pytest.mark.only_looks
@pytest.mark.parametrize("tool", PARTS)
def test_a_tool_that_stands_ready_on_a_phone_is_drawn_in_parts_too(ready: Page, tool: str) -> None:
    ready.goto(tool)
    seen, below = part_of(ready, tool)
    expect(seen).to_be_visible()
    expect(below).to_be_hidden()
    ready.evaluate("for (const waiting of document.getAnimations()) waiting.finish()")
    expect(below).to_be_visible()


@pytest.mark.only_looks
@pytest.mark.parametrize("tool", PARTS)
def test_who_comes_back_to_a_tool_gets_it_whole(ready: Page, tool: str) -> None:
    ready.goto(tool)
    ready.reload()
    _, below = part_of(ready, tool)
    expect(below).to_be_visible()


@pytest.mark.only_looks
@pytest.mark.parametrize("tool", PARTS)
def test_a_wide_window_gets_the_whole_tool_at_once(ready: Page, tool: str) -> None:
    ready.set_viewport_size(WIDE)
    ready.goto(tool)
    _, below = part_of(ready, tool)
    expect(below).to_be_visible()


@pytest.mark.only_looks
@pytest.mark.parametrize("tool", PARTS)
def test_who_comes_back_gets_the_tools_before_the_browser_looks_for_their_place(
    page: Page, tool: str
) -> None:
    page.add_init_script(ORDER)
    page.goto(tool)
    wait_until(page, "order.length === 2")
    assert page.evaluate("order") == ["load", "started"], "what the browser does then has a task of its own"
    page.reload()
    wait_until(page, "order.length === 2")
    assert page.evaluate("order") == ["started", "load"]
