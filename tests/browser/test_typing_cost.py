"""The cost of a keystroke does not grow with the amount of saved data."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect
from reader import wait_for_tools
from saved_data import arrange, entry, storage_key
from sheets_in_use import DEBRIEF, NOTE, PAUSE, STAR

# Counts work of the page: texts that are segmented, entries that are read, elements that are changed.
COUNT = """() => {
    window.count = { segments: 0, reads: 0, changes: 0 };
    const watch = (object, name, key) => {
        const before = object[name];
        object[name] = function (...given) { window.count[key] += 1; return before.apply(this, given); };
    };
    watch(Intl.Segmenter.prototype, "segment", "segments");
    watch(Storage.prototype, "getItem", "reads");
    watch(Storage.prototype, "key", "reads");
    watch(JSON, "parse", "reads");
}"""
OBSERVE = """() => {
    new MutationObserver((changes) => { window.count.changes += changes.length; })
        .observe(document.querySelector("article"), { subtree: true, childList: true, attributes: true, characterData: true });
}"""
RESET = "() => { for (const key in window.count) window.count[key] = 0; }"
START = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
TEXT = "We had a plan for the oven. I moved one slot by half an hour. It helped 3 of 4 bakers. "


def saved(kind: str, number: int, fields: dict[str, str]) -> dict[str, str]:
    """Return a record as the storage holds it."""
    record = f"{kind}--r{number:03}"
    values = {"order": str(number + 1), **fields}
    return {storage_key(f"{record}--{name}"): entry(value) for name, value in values.items()}


def records(worksheet: str, count: int) -> dict[str, str]:
    """Return this many filled-in interviews, notes or answers, as the storage holds them."""
    entries: dict[str, str] = {}
    for number in range(count):
        if worksheet == STAR:
            texts = dict.fromkeys(("situation", "task", "action", "result"), f"{TEXT * 3}{number}")
            entries |= saved("star-answer", number, {"question": f"Question {number}", **texts})
        elif worksheet == NOTE:
            entries |= saved("follow-up-note", number, {"recipient": f"Ms. {number}", "chosen": str(number)})
        else:
            chosen = "" if number else "yes"
            entries |= saved("debrief", number, {"company": f"Company {number}", "current": chosen})
            rows = {"debrief": f"r{number:03}", "question": f"Question {number}", "cause": "nerves"}
            entries |= saved("debrief-row", number, rows)
    return entries


def open_filled(page: Page, worksheet: str, count: int = 1) -> None:
    """Open a worksheet, and wait for what it fetches: the checks of an answer, and the names of several interviews."""
    page.goto(worksheet)
    wait_for_tools(page)
    if worksheet == DEBRIEF:
        expect(page.locator("[data-several] option")).to_have_count(count if count > 1 else 0)
    if worksheet == STAR:
        drawn = page.locator("[data-entries] [data-bar='action']").last
        expect(drawn).not_to_have_attribute("width", "0")


def cost(page: Page, worksheet: str, field: str, count: int) -> dict[str, Any]:
    """Return the cost of three keystrokes, with this many records saved. The clock moves only where the test says."""
    page.clock.install(time=START)
    page.add_init_script(f"({COUNT})()")
    arrange(page, records(worksheet, count))
    open_filled(page, worksheet, count)
    page.clock.pause_at(START + dt.timedelta(hours=1))
    typed = page.locator(f"[data-field='{field}']").filter(visible=True).first
    typed.press("End")
    page.keyboard.type("a")
    page.clock.run_for(PAUSE)
    page.evaluate(OBSERVE)
    page.evaluate(RESET)
    for letter in "bcd":
        page.keyboard.type(letter)
        page.clock.run_for(50)
    return page.evaluate("window.count")


@pytest.mark.parametrize(
    ("worksheet", "field"),
    [(STAR, "situation"), (STAR, "question"), (NOTE, "topic"), (DEBRIEF, "response"), (DEBRIEF, "company")],
)
def test_typing_costs_the_same_with_one_record_and_with_a_hundred(
    browser: Any, home: str, worksheet: str, field: str
) -> None:
    found = []
    for count in (1, 100):
        with browser.new_context(base_url=home) as context:
            found.append(cost(context.new_page(), worksheet, field, count))
    with_one, with_hundred = found
    assert all(with_hundred[each] <= with_one[each] for each in with_one), found


def test_only_the_changed_line_is_segmented_again(browser: Any, home: str) -> None:
    with browser.new_context(base_url=home) as context:
        counted = cost(context.new_page(), STAR, "situation", 1)
    # Three keystrokes, each for the line it is in: its words, its sentences, the words of the last sentence.
    assert counted["segments"] <= 3 * 4


def test_many_keystrokes_in_one_frame_are_drawn_once(page: Page) -> None:
    page.add_init_script(f"({COUNT})()")
    arrange(page, records(STAR, 1))
    open_filled(page, STAR)
    drawn = page.evaluate("""async () => {
        const field = document.querySelector("[data-entries] [data-field='action']");
        const bar = document.querySelector("[data-entries] [data-bar='action']");
        let drawn = 0;
        new MutationObserver(() => { drawn += 1; }).observe(bar, { attributes: true });
        for (let count = 0; count < 50; count += 1) {
            field.value += " word";
            field.dispatchEvent(new Event("input", { bubbles: true }));
            await Promise.resolve();
        }
        const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
        // What checks an answer is fetched when somebody writes: the first drawing may be frames away.
        do await frame(); while (drawn === 0);
        await frame();
        return drawn;
    }""")
    assert drawn == 1


def fill(page: Page, worksheet: str, field: str, text: str) -> Locator:
    """Fill a field, and wait until the page has drawn it and has no work left."""
    page.clock.install(time=START)
    page.add_init_script(f"({COUNT})()")
    arrange(page, records(worksheet, 1))
    open_filled(page, worksheet)
    page.clock.pause_at(START + dt.timedelta(hours=1))
    filled = page.locator(f"[data-field='{field}']").filter(visible=True).first
    filled.fill(text)
    page.clock.run_for(PAUSE)
    return filled


HEIGHTS = "field => [field.clientHeight, field.scrollHeight]"
LONG_TEXTS = [(STAR, "action"), (NOTE, "note"), (NOTE, "topic"), (DEBRIEF, "response"), (DEBRIEF, "well")]


@pytest.mark.parametrize(("worksheet", "field"), LONG_TEXTS)
def test_a_keystroke_in_a_very_long_text_costs_nothing_until_the_reader_pauses(
    page: Page, worksheet: str, field: str
) -> None:
    filled = fill(page, worksheet, field, TEXT * 500)
    filled.press("End")
    page.evaluate(OBSERVE)
    page.evaluate(RESET)
    for letter in "bcd":
        page.keyboard.type(letter)
        page.clock.run_for(50)
    assert page.evaluate("window.count") == {"segments": 0, "reads": 0, "changes": 0}


@pytest.mark.parametrize(("worksheet", "field"), LONG_TEXTS)
def test_after_a_pause_the_field_of_a_very_long_text_fits_its_height(
    page: Page, worksheet: str, field: str
) -> None:
    filled = fill(page, worksheet, field, TEXT * 100)
    filled.fill(TEXT * 500)
    page.clock.run_for(PAUSE)
    visible, whole = filled.evaluate(HEIGHTS)
    assert visible >= whole
