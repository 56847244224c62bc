"""On a phone a page is drawn in parts: what is in view first, then the rest, without readers noticing."""

from __future__ import annotations

import pytest
from built_site import Site
from playwright.sync_api import BrowserContext, Locator, Page, expect
from reader import AUDIT, FIVE_STEPS, PHONE, WIDE, wait_until

LONG = "guide/follow-up/"
# Pages that are drawn in parts: one with many sections, one with long questions.
IN_PARTS = (LONG, AUDIT)
# For each tool that is drawn in parts, an element drawn first and one drawn later.
PARTS = {
    "worksheets/star-answer/": (
        "[data-entries] [data-field=situation]",
        "[data-entries] [data-field=result]",
    ),
    "worksheets/follow-up-note/": ("#case--note", ".follow-up-note__more summary"),
}
# Pauses the animations that a tool waits for, until a test finishes them.
HOLD_ANIMATIONS = """
    document.addEventListener("started", () => {
        for (const waiting of document.getAnimations()) waiting.pause();
    }, { once: true });
"""
# Records whether the page loads or its components start first.
ORDER = """
    window.order = [];
    addEventListener("load", () => order.push("load"));
    document.addEventListener("started", () => order.push("started"), { once: true });
"""
# Holds back animation frames until a test releases them, and pauses the animation that would end the wait.
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
    """Return a page on a phone that stops after its first paint."""
    page.set_viewport_size(PHONE)
    page.add_init_script(HOLD_FRAMES)
    return page


def first(page: Page) -> Locator:
    """Return the title of a page."""
    return page.locator("h1")


def last(page: Page) -> Locator:
    """Return the last link that a page leads to."""
    return page.locator("article li a").last


def let_all_be_drawn(page: Page) -> None:
    """Release frames and finish animations."""
    page.evaluate("letFramesCome(); for (const waiting of document.getAnimations()) waiting.finish()")


def test_a_phone_first_draws_what_is_in_view_and_then_the_rest(phone: Page) -> None:
    phone.goto(LONG)
    expect(first(phone)).to_be_visible()
    expect(last(phone)).to_be_hidden()
    phone.evaluate("letFramesCome()")
    expect(last(phone)).to_be_visible()


def test_a_phone_first_draws_two_long_questions_and_then_the_others(phone: Page) -> None:
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
def test_an_address_within_a_page_draws_the_whole_page_at_once(phone: Page, whole: str, site: Site) -> None:
    place = site.soup(whole).select("article h2")[-1]["id"]
    phone.goto(f"{whole}#{place}")
    expect(last(phone)).to_be_visible()
    expect(phone.locator(f"#{place}")).to_be_in_viewport()


@pytest.mark.parametrize("whole", IN_PARTS)
def test_a_reload_draws_the_whole_page_at_once_and_keeps_the_scroll_position(phone: Page, whole: str) -> None:
    phone.goto(whole)
    let_all_be_drawn(phone)
    last(phone).scroll_into_view_if_needed()
    place = phone.evaluate("scrollY")
    phone.reload()
    wait_until(phone, f"scrollY === {place}")
    expect(last(phone)).to_be_in_viewport()


@pytest.mark.parametrize("whole", IN_PARTS)
def test_a_wide_window_draws_the_whole_page_at_once(phone: Page, whole: str) -> None:
    phone.set_viewport_size(WIDE)
    phone.goto(whole)
    expect(last(phone)).to_be_visible()


@pytest.mark.parametrize(("whole", "below"), [(LONG, "article li a"), (AUDIT, "article fieldset")])
def test_print_has_the_whole_page(phone: Page, whole: str, below: str) -> None:
    phone.goto(whole)
    seen_last = phone.locator(below).last
    expect(seen_last).to_be_hidden()
    phone.emulate_media(media="print")
    expect(seen_last).to_be_visible()


@pytest.mark.parametrize("whole", IN_PARTS)
def test_the_rest_is_shown_even_if_no_frame_ever_comes(phone: Page, whole: str) -> None:
    phone.goto(whole)
    expect(last(phone)).to_be_hidden()
    phone.evaluate("for (const waiting of document.getAnimations()) waiting.finish()")
    expect(last(phone)).to_be_visible()


def test_no_page_stays_partly_drawn(context: BrowserContext, site: Site) -> None:
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
    """Return a page on a phone whose tools are not started yet and whose remaining parts are not drawn yet."""
    page.set_viewport_size(PHONE)
    page.add_init_script(HOLD_ANIMATIONS)
    return page


def part_of(page: Page, tool: str) -> tuple[Locator, Locator]:
    """Return an element of a tool that is drawn first, and one that is drawn later."""
    first_part, last_part = PARTS[tool]
    return page.locator(first_part), page.locator(last_part)


@pytest.mark.only_looks
@pytest.mark.parametrize("tool", PARTS)
def test_a_phone_draws_a_tool_in_parts_before_its_script_loads(ready: Page, tool: str) -> None:
    ready.goto(tool)
    seen, below = part_of(ready, tool)
    expect(seen).to_be_visible()
    expect(below).to_be_hidden()
    ready.evaluate("for (const waiting of document.getAnimations()) waiting.finish()")
    expect(below).to_be_visible()


@pytest.mark.only_looks
@pytest.mark.parametrize("tool", PARTS)
def test_returning_to_a_tool_draws_all_of_it_at_once(ready: Page, tool: str) -> None:
    ready.goto(tool)
    ready.reload()
    _, below = part_of(ready, tool)
    expect(below).to_be_visible()


@pytest.mark.only_looks
@pytest.mark.parametrize("tool", PARTS)
def test_a_wide_window_draws_the_whole_tool_at_once(ready: Page, tool: str) -> None:
    ready.set_viewport_size(WIDE)
    ready.goto(tool)
    _, below = part_of(ready, tool)
    expect(below).to_be_visible()


@pytest.mark.only_looks
@pytest.mark.parametrize("tool", PARTS)
def test_on_a_reload_tools_start_before_the_browser_restores_the_scroll_position(
    page: Page, tool: str
) -> None:
    page.add_init_script(ORDER)
    page.goto(tool)
    wait_until(page, "order.length === 2")
    assert page.evaluate("order") == ["load", "started"], "what the browser does then has a task of its own"
    page.reload()
    wait_until(page, "order.length === 2")
    assert page.evaluate("order") == ["started", "load"]
