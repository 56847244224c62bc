"""The first paint of a page does not wait for its script, and nothing in it moves or turns out to be wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from built_site import Site, shown
from playwright.sync_api import BrowserContext, Page, Route, ViewportSize, expect
from reader import AUDIT, FIVE_STEPS, PHONE, WIDE, answer, boxes, visible, wait_until

from macros.content.words import Ui

# Elements that moved without the reader's doing: https://wicg.github.io/layout-instability/
WATCH_MOVES = """
    window.moved = [];
    new PerformanceObserver((list) => {
        for (const { sources } of list.getEntries()) moved.push(...sources.map(({ node }) => node?.outerHTML ?? "?"));
    }).observe({ type: "layout-shift", buffered: true });
"""
# After two frames, every change has been painted.
DRAWN = "() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))"
STARTED = "!('starting' in document.documentElement.dataset)"
COMPONENTS = "[data-module]"

Release = Callable[[Page], None]


@pytest.fixture
def release(context: BrowserContext) -> Iterator[Release]:
    """Hold back the scripts of pages, and return a function that releases them for a page."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    context.route("**/assets/script.*", hold)

    def let_go(page: Page) -> None:
        for script in held:
            script.continue_()
        held.clear()
        wait_until(page, STARTED)
        page.evaluate(DRAWN)

    yield let_go
    for script in held:
        script.abort()


def open_page(page: Page, address: str) -> None:
    """Open a page whose script has not arrived yet."""
    page.goto(address, wait_until="commit")
    page.locator(".foot").wait_for(state="attached")
    page.evaluate(DRAWN)


def one_of_each_kind(site: Site) -> list[str]:
    """Return one page for each set of components."""
    kinds = {
        frozenset(str(each["data-module"]) for each in site.soup(address).select(COMPONENTS)): address
        for address in sorted(site.addresses(), reverse=True)
    }
    return sorted(kinds.values())


def test_a_reader_with_nothing_saved_sees_a_page_at_once(page: Page, release: Release) -> None:
    open_page(page, FIVE_STEPS)
    expect(boxes(page).first).to_be_visible()
    release(page)
    expect(page.get_by_role("progressbar")).to_be_visible()


def test_a_page_claims_nothing_untrue_before_its_script_runs(page: Page, release: Release, words: Ui) -> None:
    open_page(page, FIVE_STEPS)
    expect(page.get_by_text(shown(words.storage.not_kept))).to_be_hidden()
    expect(visible(page, "article button, [data-kept]")).to_have_count(0)
    release(page)
    expect(visible(page, "[data-kept]")).to_have_count(1)


@pytest.mark.parametrize("size", [PHONE, WIDE], ids=["phone", "wide"])
def test_nothing_moves_when_the_script_runs(
    context: BrowserContext, release: Release, size: ViewportSize, site: Site
) -> None:
    moved = {}
    for address in one_of_each_kind(site):
        page = context.new_page()
        page.set_viewport_size(size)
        page.add_init_script(WATCH_MOVES)
        open_page(page, address)
        # A table that arrives in two chunks may have moved already.
        page.evaluate("moved.length = 0")
        release(page)
        moved[address] = page.evaluate("moved")
        page.close()
    assert {address: what for address, what in moved.items() if what} == {}


def test_a_moving_element_is_detected(page: Page) -> None:
    page.add_init_script(WATCH_MOVES)
    page.goto(FIVE_STEPS)
    page.evaluate(DRAWN)
    page.evaluate("document.querySelector('h1').after(document.querySelector('footer').cloneNode(true))")
    wait_until(page, "moved.length > 0")


def test_items_ticked_before_the_script_runs_are_saved(page: Page, release: Release) -> None:
    open_page(page, FIVE_STEPS)
    for number in (0, 1, 2):
        boxes(page).nth(number).check()
    boxes(page).nth(1).uncheck()
    release(page)
    expect(page.get_by_role("progressbar")).to_have_js_property("value", 2)
    open_page(page, FIVE_STEPS)
    release(page)
    assert [box.is_checked() for box in boxes(page).all()] == [True, False, True, False, False]


def test_the_last_of_several_answers_before_the_script_runs_is_saved(
    page: Page, release: Release, words: Ui
) -> None:
    open_page(page, AUDIT)
    for answers in ("yy", "ny", "yn"):
        answer(page, words, answers)
    release(page)
    radios = page.get_by_role("article").get_by_role("radio")
    assert [number for number, radio in enumerate(radios.all()) if radio.is_checked()] == [0, 4]


def test_a_returning_reader_sees_the_page_only_with_their_saved_answers(page: Page, release: Release) -> None:
    open_page(page, FIVE_STEPS)
    boxes(page).nth(3).check()
    release(page)
    open_page(page, FIVE_STEPS)
    expect(page.locator("h1")).to_be_hidden()
    release(page)
    expect(boxes(page).nth(3)).to_be_visible()
    expect(boxes(page).nth(3)).to_be_checked()


def test_a_page_does_not_wait_for_a_slow_script(page: Page, release: Release, words: Ui) -> None:
    open_page(page, FIVE_STEPS)
    boxes(page).nth(3).check()
    release(page)
    open_page(page, FIVE_STEPS)
    page.evaluate("for (const waiting of document.getAnimations()) waiting.finish()")
    expect(boxes(page).nth(3)).to_be_visible()
    expect(page.get_by_text(shown(words.storage.not_kept))).to_be_visible()


@pytest.mark.parametrize(("where", "loads"), [("guide/follow-up/", False), (FIVE_STEPS, True)])
def test_a_page_on_which_nothing_is_saved_loads_no_store(site: Site, where: str, *, loads: bool) -> None:
    name = str(site.soup(where).select("script[src]")[0]["src"]).rpartition("/")[2]
    assert ("setItem" in site.file(f"assets/{name}").read_text("utf-8")) == loads
