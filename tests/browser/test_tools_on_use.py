"""The scripts of large tools load when a reader begins to use one, and nothing is lost until then."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from built_site import Site, shown
from playwright.sync_api import BrowserContext, Locator, Page, Route, expect
from reader import FIVE_STEPS, PHONE, WIDE, visible, wait_for_tools, wait_until

from macros.content import Content
from macros.content.words import Ui

pytestmark = pytest.mark.only_looks

NOTE = "worksheets/follow-up-note/"
DEBRIEF = "worksheets/debrief/"
STAR = "worksheets/star-answer/"
YOUR_DATA = "my-recovery/your-data/"
WAITING = "worksheets/when-to-ask/"
# Each tool with a text field that is there from the start.
FIELDS = {NOTE: "sender", DEBRIEF: "question", STAR: "situation", WAITING: "name"}
TOOLS = "**/assets/tools.*"
# The place of every element on the page, except marks that a script has yet to write and that nobody can see.
PLACES = """() => [...document.querySelectorAll("main *")].filter((each) => each.checkVisibility()).map((each) => {
    const { x, y, width, height } = each.getBoundingClientRect();
    return [each.tagName, each.className, ...[x, y + scrollY, width, height].map(Math.round)].join(" ");
}).filter((place) => !place.includes("follow-up-note__marks"))"""

Release = Callable[[], None]


@pytest.fixture
def asked(page: Page) -> list[str]:
    """Return the addresses of tools that the page requests, as a list that grows."""
    addresses: list[str] = []
    page.on("request", lambda request: addresses.append(request.url) if "/tools." in request.url else None)
    return addresses


@pytest.fixture
def release(page: Page) -> Iterator[Release]:
    """Hold back the tools, and return a function that releases them."""
    held: list[Route] = []
    released: list[bool] = []

    def hold(route: Route) -> None:
        if released:
            route.continue_()
        else:
            held.append(route)

    page.route(TOOLS, hold)

    def let_go() -> None:
        wait_for(page, held)
        for script in held:
            script.continue_()
        held.clear()
        released.append(True)

    yield let_go
    for script in held:
        script.abort()


def wait_for(page: Page, held: list[Route]) -> None:
    while not held:
        page.evaluate("new Promise(requestAnimationFrame)")


def field(page: Page, tool: str) -> Locator:
    """Return the field of a tool that these tests write in."""
    return visible(page, f"[data-field='{FIELDS[tool]}']").first


@pytest.mark.parametrize("tool", FIELDS)
def test_looking_at_a_tool_does_not_load_its_script(page: Page, tool: str, asked: list[str]) -> None:
    page.goto(tool, wait_until="networkidle")
    expect(field(page, tool)).to_be_visible()
    assert asked == []
    field(page, tool).focus()
    wait_until(page, "performance.getEntriesByType('resource').some(({ name }) => name.includes('/tools.'))")


@pytest.mark.parametrize("size", [PHONE, WIDE], ids=["phone", "wide"])
@pytest.mark.parametrize("tool", FIELDS)
def test_nothing_moves_when_the_script_of_a_tool_loads(
    page: Page, tool: str, size: dict[str, int], words: Ui
) -> None:
    page.set_viewport_size({"width": size["width"], "height": size["height"]})
    page.goto(tool)
    expect(visible(page, "[data-kept]").first).to_contain_text(shown(words.storage.kept)[:20])
    wait_until(page, "document.getAnimations().every(({ playState }) => playState === 'finished')")
    before = page.evaluate(PLACES)
    with page.expect_response(TOOLS):
        page.locator("[data-on-use] [data-storage-notice]").first.dispatch_event("pointerdown")
    page.wait_for_load_state("networkidle")
    assert page.evaluate(PLACES) == before


@pytest.mark.parametrize("tool", FIELDS)
def test_text_typed_while_the_script_loads_is_saved(page: Page, tool: str, release: Release) -> None:
    page.goto(tool)
    field(page, tool).press_sequentially("A story")
    release()
    field(page, tool).press_sequentially(" of my own")
    expect(field(page, tool)).to_have_value("A story of my own")
    expect(field(page, tool)).to_be_focused()
    wait_for_tools(page)
    page.reload()
    expect(field(page, tool)).to_have_value("A story of my own")


def test_several_fields_filled_while_the_script_loads_are_saved(page: Page, release: Release) -> None:
    page.goto(DEBRIEF)
    visible(page, "[data-field='company']").fill("Northwind")
    visible(page, "[data-field='question']").fill("Why did you leave?")
    visible(page, "[data-field='cause'] input").first.check()
    visible(page, "[data-field='response']").fill("I had a reason.")
    release()
    wait_for_tools(page)
    page.reload()
    expect(visible(page, "[data-field='company']")).to_have_value("Northwind")
    expect(visible(page, "[data-field='question']")).to_have_value("Why did you leave?")
    expect(visible(page, "[data-field='response']")).to_have_value("I had a reason.")
    expect(visible(page, "[data-field='cause'] input").first).to_be_checked()


def test_a_box_ticked_while_the_script_loads_is_saved(page: Page, release: Release) -> None:
    page.goto(NOTE)
    page.locator("[data-checklist] input").first.check()
    release()
    expect(page.locator("[data-progress-text]")).to_contain_text("1")
    page.reload()
    expect(page.locator("[data-checklist] input").first).to_be_checked()


def test_a_button_pressed_while_the_script_loads_works_afterward(
    page: Page, release: Release, words: Ui
) -> None:
    page.goto(STAR)
    page.get_by_role("button", name=words.worksheet.example, exact=True).click()
    release()
    expect(page.get_by_role("button", name=words.worksheet.example_end, exact=True)).to_be_focused()


def test_a_switch_pressed_while_the_script_loads_turns_afterward(
    page: Page, release: Release, words: Ui
) -> None:
    page.goto(YOUR_DATA)
    switch = page.get_by_role("switch", name=words.shared.label)
    switch.click()
    expect(switch).not_to_be_checked()
    release()
    expect(switch).to_be_checked()
    page.reload()
    expect(switch).to_be_checked()


def test_a_switch_focused_after_it_was_pressed_also_turns(page: Page, release: Release, words: Ui) -> None:
    page.goto(YOUR_DATA)
    switch = page.get_by_role("switch", name=words.shared.label)
    switch.dispatch_event("click")
    switch.focus()
    release()
    expect(switch).to_be_checked()


def test_a_switch_whose_script_fails_to_load_stays_off(page: Page, page_errors: list[str], words: Ui) -> None:
    page.route(TOOLS, lambda route: route.abort())
    page.goto(YOUR_DATA)
    switch = page.get_by_role("switch", name=words.shared.label)
    page.get_by_text(words.shared.label, exact=True).click()
    expect(visible(page, ".shared-computer [data-script-failed]")).to_be_visible()
    expect(switch).not_to_be_checked()
    page.unroute(TOOLS)
    switch.press("Space")
    expect(switch).to_be_checked()
    assert page_errors
    page_errors.clear()


def test_a_delayed_button_does_not_take_the_focus_from_a_field_in_use(
    page: Page, release: Release, recovery: Content
) -> None:
    page.goto(STAR)
    page.get_by_role("button", name=recovery.worksheets.star_answer.words.add, exact=True).click()
    field(page, STAR).press_sequentially("A story")
    release()
    wait_for_tools(page)
    page.keyboard.type(" of my own")
    expect(field(page, STAR)).to_have_value("A story of my own")
    expect(page.locator("[data-entries] > [data-entry]")).to_have_count(1)


@pytest.mark.parametrize("tool", FIELDS)
def test_a_failure_to_load_is_shown_in_view_and_typed_text_is_saved_once_it_loads(
    page: Page, tool: str, page_errors: list[str], words: Ui
) -> None:
    page.route(TOOLS, lambda route: route.abort())
    page.goto(tool)
    field(page, tool).press_sequentially("A story")
    told = visible(page, "[data-script-failed]").first
    expect(told).to_contain_text(shown(words.site.script_failed.title))
    expect(told).to_contain_text(shown(words.storage.not_kept))
    expect(visible(page, "[data-on-use] [data-kept]")).to_have_count(0)
    expect(told).to_be_in_viewport()
    expect(field(page, tool)).to_have_value("A story")
    page.unroute(TOOLS)
    field(page, tool).blur()
    field(page, tool).focus()
    expect(visible(page, "[data-script-failed]")).to_have_count(0)
    wait_until(page, "Object.values(localStorage).some((saved) => saved.includes('A story'))")
    assert page_errors
    page_errors.clear()


def test_leaving_asks_while_text_is_not_saved_for_lack_of_the_script(page: Page, release: Release) -> None:
    page.goto(NOTE)
    field(page, NOTE).fill("Robin")
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    page.evaluate("location.reload()")
    page.wait_for_timeout(0)
    release()
    assert asked == ["beforeunload"]


def test_a_reader_with_something_saved_gets_the_script_at_once(page: Page, asked: list[str]) -> None:
    page.goto(DEBRIEF)
    field(page, DEBRIEF).fill("Why did you leave?")
    wait_for_tools(page)
    asked.clear()
    page.reload()
    expect(field(page, DEBRIEF)).to_have_value("Why did you leave?")
    assert len(asked) == 1


def test_a_box_ticked_before_saved_answers_are_shown_is_saved(page: Page, release: Release) -> None:
    page.goto(FIVE_STEPS)
    page.locator("[data-checklist] input").first.check()
    page.goto(NOTE)
    page.locator("[data-checklist] input").first.check()
    release()
    wait_for_tools(page)
    expect(page.locator("[data-progress-text]")).to_contain_text("1")
    page.reload()
    expect(page.locator("[data-checklist] input").first).to_be_checked()


def test_a_tool_without_its_script_follows_another_tab(context: BrowserContext, page: Page) -> None:
    page.goto(DEBRIEF)
    other = context.new_page()
    other.goto(DEBRIEF)
    field(other, DEBRIEF).fill("Why did you leave?")
    expect(field(page, DEBRIEF)).to_have_value("Why did you leave?")


def test_a_tool_without_its_script_prints_as_a_blank_form(page: Page, site: Site) -> None:
    page.goto(DEBRIEF)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator("[data-blank]")).to_be_visible()
    expect(page.locator("[data-live]")).to_be_hidden()
    assert site.soup(DEBRIEF).select("[data-blank] [data-entry]")
