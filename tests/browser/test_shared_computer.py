"""A shared computer: where to save is checked at every use, and finishing leaves nothing behind."""

from __future__ import annotations

import json

import pytest
from built_site import BASE, OTHER_BASE
from playwright.sync_api import BrowserContext, Page, expect
from reader import FIVE_STEPS, OURS, boxes, button, storage, visible, wait_until
from saved_data import YOUR_DATA, arrange, entry, storage_key, stored, stored_in_tab, ticks, values

from macros.content.words import Ui

MY_TICK = {storage_key("five-steps--repair"): entry("ticked", 5)}
# Every key that this site stores, except the color scheme, which the page of the next reader may store again.
EVERYTHING = """[localStorage, sessionStorage].flatMap(area => Object.keys(area))
    .filter(name => !name.endsWith("__palette"))"""
# Imitates a browser that reopens a closed tab, or restores yesterday's session, with its session storage.
BRING_BACK = "held => { for (const [name, text] of Object.entries(held)) sessionStorage[name] = text; }"

COME_BACK = "dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))"


@pytest.fixture
def shared(page: Page, words: Ui) -> Page:
    """Return Your data for a reader with one tick, who said that the computer is shared."""
    arrange(page, MY_TICK)
    page.goto(FIVE_STEPS)
    page.goto(YOUR_DATA)
    page.get_by_role("switch", name=words.shared.label).click()
    return page


@pytest.fixture
def asleep(context: BrowserContext) -> Page:
    """Return a list with one tick in a tab that gets no storage events, like a page in the back/forward cache.

    tests/engines covers the cache itself, which is off in the browser of these tests.
    """
    page = context.new_page()
    page.add_init_script("addEventListener('storage', event => event.stopImmediatePropagation())")
    page.goto(FIVE_STEPS)
    boxes(page).nth(0).check()
    return page


def finish(page: Page, words: Ui) -> None:
    button(page, words.shared.finish).click()
    button(page, words.shared.finish_confirm).click()
    expect(page.get_by_role("status").filter(has_text=words.shared.finished)).to_be_visible()


# Following the switch


def test_a_page_restored_from_the_cache_saves_only_in_its_tab(asleep: Page, page: Page, words: Ui) -> None:
    page.goto(YOUR_DATA)
    page.get_by_role("switch", name=words.shared.label).click()
    asleep.evaluate(COME_BACK)
    expect(boxes(asleep).nth(0)).not_to_be_checked()
    expect(visible(asleep, "[data-kept-for='this-tab']")).to_have_count(1)
    boxes(asleep).nth(1).check()
    assert stored(asleep) == {}
    assert values(stored_in_tab(asleep)) == {"five-steps--put-it-down": "ticked"}


def test_a_tab_that_missed_the_switch_saves_nothing_permanently(asleep: Page, page: Page, words: Ui) -> None:
    page.goto(YOUR_DATA)
    page.get_by_role("switch", name=words.shared.label).click()
    boxes(asleep).nth(1).check()
    assert stored(asleep) == {}


def test_a_page_restored_after_finishing_is_empty(asleep: Page, page: Page, words: Ui) -> None:
    page.goto(YOUR_DATA)
    finish(page, words)
    asleep.evaluate(COME_BACK)
    expect(boxes(asleep).nth(0)).not_to_be_checked()
    assert asleep.evaluate(EVERYTHING) == []


@pytest.mark.parametrize("how", ["with Ctrl", "in a new window"])
def test_a_tab_opened_from_a_shared_one_saves_only_in_itself(
    context: BrowserContext, shared: Page, how: str
) -> None:
    link = shared.get_by_role("article").locator(f"a[href*='{FIVE_STEPS}']").first
    with context.expect_page() as opened:
        if how == "with Ctrl":
            link.click(modifiers=["ControlOrMeta"])
        else:
            link.evaluate("link => { link.target = '_blank'; link.click(); }")
    other = opened.value
    expect(visible(other, "[data-kept-for='this-tab']")).to_have_count(1)
    boxes(other).nth(2).check()
    assert stored(other) == {}
    assert values(stored_in_tab(other)) == {"five-steps--find-out-why": "ticked"}


def test_after_the_switch_a_list_open_in_another_tab_saves_only_in_itself(
    context: BrowserContext, page: Page, words: Ui
) -> None:
    other = context.new_page()
    other.goto(FIVE_STEPS)
    page.goto(YOUR_DATA)
    page.get_by_role("switch", name=words.shared.label).click()
    expect(visible(other, "[data-kept-for='this-tab']")).to_have_count(1)
    boxes(other).nth(1).check()
    assert stored(other) == {}
    assert values(stored_in_tab(other)) == {"five-steps--put-it-down": "ticked"}


def test_the_switch_shows_its_state_in_every_tab(context: BrowserContext, shared: Page, words: Ui) -> None:
    other = context.new_page()
    other.goto(YOUR_DATA)
    toggle = other.get_by_role("switch", name=words.shared.label)
    expect(toggle).to_be_checked()
    shared.get_by_role("switch", name=words.shared.label).click()
    expect(toggle).not_to_be_checked()


# Finishing


def test_finishing_asks_first_and_offers_a_copy(shared: Page, words: Ui) -> None:
    button(shared, words.shared.finish).click()
    dialog = shared.get_by_role("dialog", name=words.shared.finish_title)
    with shared.expect_download():
        dialog.get_by_role("button", name=words.copies.export).click()
    dialog.get_by_role("button", name=words.shared.finish_cancel).click()
    assert stored_in_tab(shared) == MY_TICK


@pytest.mark.parametrize("is_shared", [True, False], ids=["shared", "not shared"])
def test_finishing_leaves_nothing_and_offers_no_undo(page: Page, words: Ui, is_shared: bool) -> None:
    arrange(page, {**MY_TICK, "another-site": "stays"})
    page.goto(FIVE_STEPS)
    boxes(page).nth(1).check()
    button(page, words.checklist.reset).click()
    page.goto(YOUR_DATA)
    if is_shared:
        page.get_by_role("switch", name=words.shared.label).click()
    finish(page, words)
    assert page.evaluate(EVERYTHING) == ["another-site"]
    for address in (YOUR_DATA, FIVE_STEPS):
        page.goto(address)
        expect(button(page, words.clear.undo)).to_be_hidden()
        assert page.evaluate(EVERYTHING) == ["another-site"]


def test_finishing_forgets_our_color_scheme_but_not_that_of_another_site(page: Page, words: Ui) -> None:
    dark = '{"index":1,"color":{"scheme":"slate"}}'
    looks, of_another_site = f"{BASE}.__palette", f"{OTHER_BASE}.__palette"
    arrange(page, {looks: dark, of_another_site: dark})
    page.goto(YOUR_DATA)
    finish(page, words)
    assert looks not in storage(page)
    page.goto(FIVE_STEPS)
    assert storage(page).get(looks) != dark
    assert storage(page)[of_another_site] == dark


def test_storage_restored_after_finishing_is_deleted_before_it_is_shown(shared: Page, words: Ui) -> None:
    shared.goto(FIVE_STEPS)
    boxes(shared).nth(1).check()
    button(shared, words.checklist.reset).click()
    held = shared.evaluate("({ ...sessionStorage })")
    assert any("undo:" in name for name in held)
    shared.goto(YOUR_DATA)
    finish(shared, words)
    shared.evaluate(BRING_BACK, held)
    shared.goto(FIVE_STEPS)
    expect(button(shared, words.checklist.print)).to_be_visible()
    expect(button(shared, words.checklist.undo)).to_be_hidden()
    assert ticks(shared) == []
    assert shared.evaluate(EVERYTHING) == []


def test_storage_restored_before_finishing_is_shown(shared: Page) -> None:
    """The counterpart of the test above: only an ended visit is deleted."""
    held = shared.evaluate("({ ...sessionStorage })")
    shared.evaluate("sessionStorage.clear()")
    shared.evaluate(BRING_BACK, held)
    shared.goto(FIVE_STEPS)
    assert ticks(shared) == [0]


def test_finishing_clears_a_duplicated_tab(context: BrowserContext, shared: Page, words: Ui) -> None:
    """A browser copies the session storage of a tab when it duplicates the tab."""
    with context.expect_page() as opened:
        shared.evaluate("address => { window.open(address); }", f"../../{FIVE_STEPS}")
    copy = opened.value
    expect(boxes(copy).first).to_be_checked()
    finish(shared, words)
    expect(boxes(copy).first).not_to_be_checked()
    assert copy.evaluate(EVERYTHING) == []


def test_finishing_clears_every_open_tab(context: BrowserContext, shared: Page, words: Ui) -> None:
    others = [context.new_page(), context.new_page()]
    for other in others:
        other.goto(FIVE_STEPS)
        boxes(other).nth(3).check()
    finish(shared, words)
    for other in others:
        expect(boxes(other).nth(3)).not_to_be_checked()
        assert other.evaluate(EVERYTHING) == []


def test_finishing_clears_a_tab_whose_page_saves_nothing(
    context: BrowserContext, shared: Page, words: Ui
) -> None:
    other = context.new_page()
    other.goto(FIVE_STEPS)
    boxes(other).nth(2).check()
    other.goto("guide/follow-up/")
    assert stored_in_tab(other)
    finish(shared, words)
    wait_until(other, f"{EVERYTHING}.length === 0")


def test_after_finishing_the_next_reader_starts_as_on_any_computer(shared: Page, words: Ui) -> None:
    finish(shared, words)
    shared.goto(FIVE_STEPS)
    boxes(shared).nth(0).check()
    assert values(stored(shared)) == {"five-steps--repair": "ticked"}
    expect(visible(shared, "[data-kept-for='usual']")).to_have_count(1)


def test_undo_expires_after_half_an_hour(page: Page, words: Ui) -> None:
    page.clock.install()
    page.goto(FIVE_STEPS)
    boxes(page).nth(0).check()
    button(page, words.checklist.reset).click()
    page.clock.fast_forward("29:00")
    page.reload()
    expect(button(page, words.checklist.undo)).to_be_visible()
    page.clock.fast_forward("02:00")
    page.reload()
    expect(button(page, words.checklist.print)).to_be_visible()
    expect(button(page, words.checklist.undo)).to_be_hidden()
    assert not [name for name in stored_in_tab(page) if "undo:" in name]


def test_a_shared_tab_of_an_earlier_release_keeps_working(page: Page, words: Ui) -> None:
    page.goto(FIVE_STEPS)
    page.evaluate("([name, text]) => { sessionStorage[name] = text; }", [f"{OURS}shared", "yes"])
    page.evaluate("held => Object.assign(sessionStorage, held)", MY_TICK)
    page.reload()
    assert ticks(page) == [0]
    boxes(page).nth(1).check()
    assert stored(page) == {}
    page.goto(YOUR_DATA)
    page.get_by_role("switch", name=words.shared.label).click()
    assert len(values(stored(page))) == 2
    assert stored_in_tab(page) == {}


def test_without_local_storage_a_shared_tab_still_saves_in_itself(page: Page, words: Ui) -> None:
    page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { return null; } });")
    page.goto(YOUR_DATA)
    page.get_by_role("switch", name=words.shared.label).click()
    page.goto(FIVE_STEPS)
    boxes(page).nth(0).check()
    page.reload()
    assert ticks(page) == [0]


def test_the_mark_of_a_visit_contains_nothing_that_a_reader_wrote(shared: Page) -> None:
    mark = storage(shared)[f"{OURS}shared"]
    kind, visit = mark.split(":")
    assert kind == "on"
    assert all(part.isdigit() for part in visit.split("-"))
    assert json.dumps(MY_TICK) not in mark
