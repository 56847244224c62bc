"""Answers under ids that mean something to JavaScript, or that no list has, are kept like any other."""

from __future__ import annotations

import json

import pytest
from built_site import items_of, shown
from jsonschema import Draft202012Validator
from playwright.sync_api import Page, expect
from reader import AUDIT, FIVE_STEPS, boxes, button, visible
from saved_data import (
    YOUR_DATA,
    answered,
    arrange,
    changes,
    copy_of,
    entry,
    expect_no_notice,
    expect_notice,
    load_copy,
    open_copy,
    preview,
    save_copy,
    storage_key,
    stored,
    ticks,
)

from macros.content import Content
from macros.content.entries import find
from macros.content.words import Ui

pytestmark = pytest.mark.shares_a_browser

NAMES = ["__proto__", "constructor", "prototype", "hasOwnProperty", "toString", "valueOf", "__defineGetter__"]
STRANGE = [
    *NAMES,
    *(
        "five-steps--repair:",
        "1:five-steps--repair",
        "undo:five-steps",
        "aside:1:five-steps--repair",
        "shared",
    ),
    *("'\"]\\ [data-text]", "{id} {item} {constructor}", "<b>bold</b>", "\n", "\u2028", "\U0001f499"),
]
LONG = "x" * 201


def entries(value: str) -> dict[str, str]:
    return {storage_key(name): entry(value, at=number) for number, name in enumerate(STRANGE)}


@pytest.mark.parametrize("value", ["ticked", "__proto__"])
def test_every_page_works_despite_strange_names(page: Page, value: str) -> None:
    arrange(page, entries(value))
    for where in ("", YOUR_DATA, AUDIT, FIVE_STEPS):
        page.goto(where)
        expect_no_notice(page) if where else expect(page.get_by_role("article")).to_be_visible()
    boxes(page).first.check()
    expect(page.get_by_role("progressbar")).to_have_js_property("value", 1)
    assert stored(page).items() > entries(value).items()


def test_unreadable_entries_with_strange_names_are_set_aside(page: Page, words: Ui) -> None:
    arrange(
        page,
        {storage_key(name): "{spoiled" for name in NAMES}
        | {storage_key("five-steps--repair"): entry("ticked")},
    )
    page.goto(YOUR_DATA)
    save_copy(page, words)
    expect_notice(page, words.storage.set_aside)
    page.goto(FIVE_STEPS)
    assert ticks(page) == [0]
    assert list(stored(page).values()).count("{spoiled") == len(NAMES)


def test_strange_names_survive_saving_and_loading_a_copy(page: Page, words: Ui) -> None:
    arrange(page, entries("ticked"))
    page.goto(YOUR_DATA)
    before = stored(page)
    _, copy = save_copy(page, words)
    page.evaluate("localStorage.clear()")
    page.reload()
    load_copy(page, words, copy)
    assert stored(page) == before


def test_the_preview_of_a_copy_shows_strange_names_verbatim(page: Page, words: Ui) -> None:
    page.goto(YOUR_DATA)
    open_copy(page, words, copy_of(*(answered(name, "__proto__") for name in STRANGE)))
    assert sorted(changes(page, words)) == sorted(change_of(name, words) for name in STRANGE)


def change_of(name: str, words: Ui) -> str:
    """Return the preview's line about an answer that no item has, as a reader sees it, with spaces for line breaks."""
    unknown = shown(words.copies.unknown_item).replace("{id}", name.replace("\n", " "))
    return (
        words.copies.change.replace("{item}", unknown)
        .replace("{before}", words.answers.none)
        .replace("{after}", "__proto__")
    )


def test_answers_that_mean_something_to_javascript_are_kept_as_text(
    page: Page, words: Ui, recovery: Content
) -> None:
    plan = items_of(find(recovery.checklists, "five-day-plan"))
    meant = [*NAMES, "{item}", "{before}", "yes", ""]
    given = {f"five-day-plan--{item.id}": value for item, value in zip(plan, meant, strict=False)}
    assert list(given.values()) == meant
    arrange(page, {storage_key(item): entry(value, at=5) for item, value in given.items()})
    page.goto(YOUR_DATA)
    _, copy = save_copy(page, words)
    assert {each["id"]: each for each in json.loads(copy)["entries"]} == {
        item: answered(item, value, at=5) for item, value in given.items()
    }
    for item, value in given.items():
        listed = visible(page, f"[data-entry='{item}'] [data-answer]")
        expect(listed).to_have_count(1 if value else 0)
        if value:
            expect(listed).to_have_text({"yes": words.answers.yes}.get(value, value))
    page.goto("checklists/five-day-plan/")
    expect(page.locator("article input[value='ticked']")).to_have_count(len(plan))
    expect(page.locator("article input:checked")).to_have_count(0)


def test_a_copy_can_be_loaded_whatever_the_storage_held(page: Page, words: Ui, home: str) -> None:
    """An id too long for a copy must not make the whole copy invalid."""
    spoiled = {storage_key("y" * 195): "{spoiled", storage_key(""): "{spoiled"}
    arrange(
        page,
        {
            storage_key(LONG): entry("ticked"),
            storage_key(""): entry("ticked"),
            **spoiled,
            **entries("ticked"),
        },
    )
    page.goto(YOUR_DATA)
    _, copy = save_copy(page, words)
    schema = page.request.get(f"{home}schemas/export-1.json").json()
    assert list(Draft202012Validator(schema).iter_errors(json.loads(copy))) == []
    open_copy(page, words, copy)
    expect(preview(page, words)).to_be_visible()
    expect(button(page, words.copies.confirm)).to_be_visible()
