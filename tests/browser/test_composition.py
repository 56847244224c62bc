"""Text composed with an input method, as in Japanese, Korean or on a phone: only the reader changes a field."""

from __future__ import annotations

from typing import Any

import pytest
from built_site import shown_line
from playwright.sync_api import BrowserContext, CDPSession, Page, expect
from saved_data import stored, values
from sheets_in_use import DEBRIEF, NOTE, PAUSE, STAR, WORKSHEETS, name_of, open_sheet, text_fields

from macros.content import Content

# Composed words as a browser receives them: the intermediate steps, then the result.
JAPANESE = (["k", "か", "かい", "かいぎ"], "会議")
KOREAN = (["ㅎ", "하", "한"], "한")
PHONE = (["M", "Mo", "Mon"], "Mona")
# Every other field starts with Japanese, the rest with Latin: the first word creates the record.
WORDS = ([JAPANESE, KOREAN, PHONE], [PHONE, KOREAN, JAPANESE])
# Records every value that a script assigns to the focused field.
WATCH_VALUES = """() => {
    window.given = [];
    for (const { prototype } of [HTMLInputElement, HTMLTextAreaElement, HTMLSelectElement]) {
        const { get, set } = Object.getOwnPropertyDescriptor(prototype, "value");
        Object.defineProperty(prototype, "value", { get, set(value) {
            if (this === document.activeElement) window.given.push([this.id, value]);
            set.call(this, value);
        } });
    }
}"""
# Records the storage keys in the order in which they are saved.
WATCH_STORAGE = """() => {
    window.saved = [];
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function (name, value) {
        window.saved.push(name);
        setItem.call(this, name, value);
    };
}"""


def compose(page: Page, keyboard: CDPSession, parts: list[str], whole: str) -> None:
    """Type a word with an input method, alternating short pauses with pauses long enough to trigger a save."""
    for number, part in enumerate(parts):
        where = {"selectionStart": len(part), "selectionEnd": len(part)}
        keyboard.send("Input.imeSetComposition", {"text": part, **where})
        page.clock.run_for(PAUSE if number % 2 else 20)
    keyboard.send("Input.insertText", {"text": whole})


def compose_words(page: Page, keyboard: CDPSession, number: int) -> str:
    """Type one of the two sequences of words, and return it."""
    words = WORDS[number % len(WORDS)]
    for parts, whole in words:
        compose(page, keyboard, parts, whole)
    return "".join(whole for _, whole in words)


@pytest.mark.parametrize("worksheet", WORKSHEETS, ids=lambda worksheet: worksheet.split("/")[1])
def test_composed_words_are_saved_as_typed_in_every_field_of_a_new_record(page: Page, worksheet: str) -> None:
    keyboard = page.context.new_cdp_session(page)
    page.clock.install()
    open_sheet(page, worksheet)
    found = []
    for number, name in enumerate(names := [name_of(field) for field in text_fields(page)]):
        page.evaluate("localStorage.clear()")
        open_sheet(page, worksheet)
        field = text_fields(page)[number]
        field.focus()
        typed = compose_words(page, keyboard, number)
        assert field.input_value() == typed
        page.clock.run_for(PAUSE)
        saved = [value for answer, value in values(stored(page)).items() if answer.endswith(f"--{name}")]
        found.append((name, saved == [typed]))
    assert found == [(name, True) for name in names]


@pytest.mark.parametrize("worksheet", WORKSHEETS, ids=lambda worksheet: worksheet.split("/")[1])
def test_composed_words_are_saved_as_typed_in_every_field_of_an_existing_record(
    page: Page, worksheet: str
) -> None:
    keyboard = page.context.new_cdp_session(page)
    page.clock.install()
    open_sheet(page, worksheet)
    for field in text_fields(page):
        field.fill("before ")
    page.clock.run_for(PAUSE)
    open_sheet(page, worksheet)
    fields = text_fields(page)
    typed = []
    for number, field in enumerate(fields):
        field.press("ControlOrMeta+End")
        typed.append(f"before {compose_words(page, keyboard, number)}")
    assert [field.input_value() for field in fields] == typed
    page.reload()
    assert [field.input_value() for field in fields] == typed


@pytest.mark.parametrize("worksheet", WORKSHEETS, ids=lambda worksheet: worksheet.split("/")[1])
def test_no_script_sets_the_field_being_typed_in(page: Page, worksheet: str) -> None:
    page.clock.install()
    page.add_init_script(f"({WATCH_VALUES})()")
    open_sheet(page, worksheet)
    for field in text_fields(page):
        field.press("End")
        page.keyboard.type("ab")
        page.clock.run_for(PAUSE)
        page.keyboard.type("c")
        page.clock.run_for(PAUSE)
    assert page.evaluate("window.given") == []


@pytest.mark.parametrize(
    ("worksheet", "field"), [(NOTE, "topic"), (DEBRIEF, "role"), (DEBRIEF, "response"), (STAR, "task")]
)
def test_a_field_in_use_shows_changes_from_another_tab_only_after_blur(
    context: BrowserContext, page: Page, worksheet: str, field: str
) -> None:
    own = page.locator(f"[data-field='{field}']").filter(visible=True).first
    open_sheet(page, worksheet)
    own.fill("here")
    page.evaluate("dispatchEvent(new Event('pagehide'))")
    other = context.new_page()
    other.goto(worksheet)
    theirs = other.locator(f"[data-field='{field}']").filter(visible=True).first
    expect(theirs).to_have_value("here")
    page.bring_to_front()
    own.focus()
    theirs.fill("there")
    # Once another field of the same record has changed, the update has arrived.
    beside = {NOTE: "point", DEBRIEF: "question" if field == "response" else "company", STAR: "result"}[
        worksheet
    ]
    other.locator(f"[data-field='{beside}']").filter(visible=True).first.fill("beside")
    expect(page.locator(f"[data-field='{beside}']").filter(visible=True).first).to_have_value("beside")
    expect(own).to_have_value("here")
    own.blur()
    expect(own).to_have_value("there")


@pytest.mark.parametrize(
    ("worksheet", "field"), [(NOTE, "recipient"), (NOTE, "note"), (DEBRIEF, "company"), (DEBRIEF, "question")]
)
def test_a_new_record_saves_its_text_before_its_order(page: Page, worksheet: str, field: str) -> None:
    page.add_init_script(f"({WATCH_STORAGE})()")
    open_sheet(page, worksheet)
    page.locator(f"[data-field='{field}']").filter(visible=True).first.press_sequentially("a")
    page.evaluate("dispatchEvent(new Event('pagehide'))")
    ids = [name.partition(":2:")[2] for name in page.evaluate("window.saved") if ":2:" in name]
    typed = next(number for number, each in enumerate(ids) if each.endswith(f"--{field}"))
    record = ids[typed].rpartition("--")[0]
    assert typed < ids.index(f"{record}--order")


def test_a_note_removed_in_another_tab_keeps_the_field_being_written_in(
    context: BrowserContext, page: Page, recovery: Content
) -> None:
    other = context.new_page()
    open_sheet(page, NOTE)
    topic = page.locator("[data-entries] [data-field='topic']")
    page.locator("[data-entries] [data-field='recipient']").fill("Ms. Alvarez")
    topic.fill("oven")
    other.goto(NOTE)
    expect(other.locator("[data-entries] [data-field='topic']")).to_have_value("oven")
    other.locator("[data-more] > summary").click()
    other.get_by_role("button", name=shown_line(recovery.ui.worksheet.remove), exact=True).click()
    expect(page.locator("[data-entries] [data-field='recipient']")).to_have_value("")
    expect(topic).to_have_value("oven")
    topic.press_sequentially("s")
    page.reload()
    expect(topic).to_have_value("ovens")
    assert sum(name.endswith("--order") for name in values(stored(page))) == 1


@pytest.mark.parametrize("value", ["weak", "fine"])
def test_a_choice_updates_the_summary_at_once(page: Page, value: str) -> None:
    """A choice is complete with one click, so it does not wait for a pause in typing."""
    page.clock.install()
    open_sheet(page, DEBRIEF)
    row: Any = page.locator("[data-entries] > [data-entry]").first
    row.locator("[data-field='question']").fill("Why us?")
    row.locator(f"[data-field='weakness'] input[value='{value}']").check()
    expect(page.locator("[data-weakest] li")).to_have_count(1 if value == "weak" else 0)
