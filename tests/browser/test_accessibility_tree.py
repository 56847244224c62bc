"""What the browser exposes to assistive technology: the role, name and state of each part of a page.

The expected words come from the content, so an edit changes both.
"""

from __future__ import annotations

import json
from typing import Any

import pytest
from built_site import items_of, shown, shown_line
from playwright.sync_api import Locator, Page, ViewportSize, expect
from reader import AUDIT, FIVE_STEPS, PHONE, WIDE, answer, boxes, button
from saved_data import YOUR_DATA, arrange, entry, storage_key

from macros.components.note_template.view import BLANK
from macros.content import Content
from macros.content.checklists import Item, YesNoList
from macros.content.entries import find
from macros.content.phrases import filled
from macros.content.words import Ui

pytestmark = pytest.mark.shares_a_browser

EXACTLY = {"/children": "equal"}


def role(kind: str, name: str, state: str = "") -> str:
    return f"{kind} {json.dumps(name, ensure_ascii=False)}{state}"


def expect_tree(part: Locator, *nodes: Any) -> None:
    """Expect these nodes. JSON is valid YAML, which a snapshot is written in."""
    expect(part).to_match_aria_snapshot(json.dumps(nodes, ensure_ascii=False))


def is_plain(text: str | None) -> bool:
    """Return whether a text is a single node of the tree, without links or emphasis."""
    return text is not None and shown(text) == shown_line(text)


def place(page: Page, key: str) -> Locator:
    """Return an item of a checklist."""
    return page.locator(f"[data-entry='{key}']")


# Checklists


@pytest.fixture
def step(recovery: Content) -> Item:
    """Return one of the five steps that has both help and a link."""
    items = items_of(find(recovery.checklists, "five-steps"))
    return next(item for item in items if item.link and is_plain(item.help) and is_plain(item.text))


@pytest.mark.parametrize("state", ["", " [checked]"])
def test_a_checklist_item_exposes_its_checkbox_its_help_and_its_link(
    page: Page, step: Item, state: str
) -> None:
    """Ticking an item hides its help, which still describes the checkbox; clearing the tick shows it again."""
    page.goto(FIVE_STEPS)
    item = place(page, f"five-steps--{step.id}")
    box = item.get_by_role("checkbox")
    box.check()
    box.set_checked(bool(state))
    text, link = shown(step.text), step.link
    assert link
    assert step.help
    more = [{"paragraph": shown(step.help)}, {"paragraph": [role("link", shown_line(link.text))]}]
    shown_more = [] if state else more
    expect_tree(item, {"listitem": [EXACTLY, role("checkbox", text, state), {"text": text}, *shown_more]})
    expect(box).to_have_accessible_description(shown(step.help))


def test_a_question_is_a_group_of_three_answers(page: Page, words: Ui, audit: YesNoList) -> None:
    page.goto(AUDIT)
    answer(page, words, "n")
    question = items_of(audit)[0]
    labels = [words.checklist.yes, words.checklist.no, words.checklist.unsure]
    states = ["", " [checked]", ""]
    answers = [
        node
        for label, state in zip(labels, states, strict=True)
        for node in (role("radio", label, state), {"text": label})
    ]
    text = shown(question.text)
    expect_tree(
        place(page, f"{audit.id}--{question.id}"),
        {"listitem": [{role("group", text): [EXACTLY, {"text": text}, *answers]}]},
    )


def test_a_result_exposes_its_verdict_and_what_to_work_on(page: Page, words: Ui, audit: YesNoList) -> None:
    page.goto(AUDIT)
    answer(page, words, "nnnyy")
    verdict = find(audit.verdicts, "prepare")
    work_on = [
        {"listitem": [{"strong": shown(item.text)}, *([role("link", shown_line(item.link.text))])]}
        for item in audit.items[:3]
        if item.link
    ]
    heading = {"paragraph": shown(verdict.text)}
    expect_tree(
        page.locator(".checklist__result"),
        role("heading", shown_line(words.checklist.verdict_title), " [level=2]"),
        {"status": [EXACTLY, role("heading", shown_line(verdict.title), " [level=3]"), heading]},
        role("heading", shown_line(words.checklist.work_on_title), " [level=3]"),
        {"list": [EXACTLY, *work_on]},
    )


def test_progress_is_exposed_as_text_and_as_a_progress_bar(page: Page, words: Ui) -> None:
    page.goto(FIVE_STEPS)
    boxes(page).first.check()
    text = words.checklist.progress.replace("{done}", "1").replace("{total}", "5")
    expect_tree(page.locator("[data-progress]"), {"text": text}, role("progressbar", text))


def test_a_storage_notice_is_a_status_with_a_title(page: Page, words: Ui) -> None:
    page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error(); } });")
    page.goto(FIVE_STEPS)
    told = words.storage.blocked
    assert is_plain(told.text)
    paragraph = [{"strong": f"{shown_line(told.title)}."}, {"text": shown(told.text)}]
    expect_tree(page.locator(".storage-notice"), {"status": [EXACTLY, {"paragraph": paragraph}]})


# The guide


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_a_table_is_a_table_on_a_wide_screen_and_on_a_phone(
    page: Page, words: Ui, recovery: Content, size: ViewportSize
) -> None:
    page.set_viewport_size(size)
    page.goto("guide/reading-signals/")
    table = words.table
    titles = [table.signals_signal, table.signals_example, table.signals_meaning, table.signals_action]
    rows = [
        {"row": [role("rowheader", shown_line(row.signal)), role("cell", shown(row.example))]}
        for row in recovery.signals
    ]
    caption = shown_line(table.signals_caption)
    head = [{"row": [role("columnheader", shown_line(title)) for title in titles]}]
    expect_tree(
        page.locator("[data-table=signals]"),
        {role("table", caption): [{"caption": caption}, {"rowgroup": head}, {"rowgroup": [EXACTLY, *rows]}]},
    )


def test_a_note_exposes_its_blanks_and_its_buttons(page: Page, words: Ui, recovery: Content) -> None:
    page.goto("guide/follow-up/")
    note = find(recovery.note_templates, "neutral-note")
    blanks = [{"mark": shown_line(blank)} for blank in BLANK.findall(note.body)]
    buttons = [
        role("button", words.note_template.copy_body),
        role("button", words.note_template.copy_subject),
    ]
    expect_tree(
        page.locator("[data-module='note-template']").first,
        *blanks,
        {"paragraph": [EXACTLY, *buttons, "status"]},
        {"paragraph": shown(words.note_template.blanks)},
        {"list": [EXACTLY, *({"listitem": shown(caution)} for caution in note.cautions)]},
    )


def test_the_numbers_of_a_picture_are_its_description(page: Page, words: Ui, recovery: Content) -> None:
    page.goto("guide/star/")
    title = shown_line(words.pictures.star_shares)
    picture = page.get_by_role("figure", name=title).get_by_role("img", name=title)
    numbers = ", ".join(f"{part.component} {part.share}%" for part in recovery.star)
    expect(picture).to_have_accessible_description(numbers)


def test_the_separator_between_sources_is_not_part_of_a_link(page: Page) -> None:
    page.goto("guide/follow-up/")
    link = page.locator(".evidence .citation:not(:last-child)").first
    expect(link).to_have_accessible_name(link.inner_text())


# The home page and Your data


def test_the_ways_in_are_a_list_of_links(page: Page, recovery: Content) -> None:
    page.goto("")
    ways = [
        {"listitem": [role("link", f"{shown_line(way.title)} {shown_line(way.summary)}")]}
        for way in recovery.situations
    ]
    expect_tree(page.locator(".situations"), {"list": [EXACTLY, *ways]})


def test_the_question_before_deleting_everything_is_a_named_dialog(page: Page, words: Ui) -> None:
    arrange(page, {storage_key("five-steps--repair"): entry("ticked")})
    page.goto(YOUR_DATA)
    button(page, words.clear.clear).click()
    title = shown_line(words.clear.title)
    buttons = [words.copies.export, words.clear.confirm, words.clear.cancel]
    expect_tree(
        page.locator("dialog[open]"),
        {
            role("dialog", title): [
                EXACTLY,
                {"paragraph": title},
                {"paragraph": shown_line(filled(words.clear.what, "en-US", count=1))},
                {"paragraph": [EXACTLY, *(role("button", name) for name in buttons)]},
                "status",
            ]
        },
    )
