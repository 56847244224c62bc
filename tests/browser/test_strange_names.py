"""Answers under names that mean something to JavaScript, or that no list asks for: kept like any other."""

from __future__ import annotations

import json

import pytest
from built_site import shown
from jsonschema import Draft202012Validator
from keeping import (
    YOUR_DATA,
    answered,
    arrange,
    changes,
    copy_of,
    entry,
    expect_no_notice,
    expect_notice,
    kept,
    load_copy,
    named,
    open_copy,
    preview,
    save_copy,
    ticks,
)
from playwright.sync_api import Page, expect
from reader import AUDIT, FIVE_STEPS, boxes, button, visible

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
    return {named(name): entry(value, at=number) for number, name in enumerate(STRANGE)}


@pytest.mark.parametrize("value", ["ticked", "__proto__"])
def test_every_page_works_beside_strange_names(page: Page, value: str) -> None:
    arrange(page, entries(value))
    for where in ("", YOUR_DATA, AUDIT, FIVE_STEPS):
        page.goto(where)
        expect_no_notice(page) if where else expect(page.get_by_role("article")).to_be_visible()
    boxes(page).first.check()
    expect(page.get_by_role("progressbar")).to_have_js_property("value", 1)
    assert kept(page).items() > entries(value).items()


def test_unreadable_entries_with_strange_names_are_set_aside(page: Page, words: Ui) -> None:
    arrange(
        page, {named(name): "{spoiled" for name in NAMES} | {named("five-steps--repair"): entry("ticked")}
    )
    page.goto(YOUR_DATA)
    save_copy(page, words)
    expect_notice(page, words.storage.set_aside)
    page.goto(FIVE_STEPS)
    assert ticks(page) == [0]
    assert list(kept(page).values()).count("{spoiled") == len(NAMES)


def test_strange_names_are_in_a_copy_and_come_back_from_it(page: Page, words: Ui) -> None:
    arrange(page, entries("ticked"))
    page.goto(YOUR_DATA)
    before = kept(page)
    _, copy = save_copy(page, words)
    page.evaluate("localStorage.clear()")
    page.reload()
    load_copy(page, words, copy)
    assert kept(page) == before


@pytest.mark.parametrize("name", STRANGE)
def test_a_strange_name_in_a_copy_is_shown_as_it_is_before_it_is_loaded(
    page: Page, words: Ui, name: str
) -> None:
    page.goto(YOUR_DATA)
    open_copy(page, words, copy_of(answered(name, "__proto__")))
    # As a reader sees it: a line break is a space.
    unknown = shown(words.copies.unknown_item).replace("{id}", name.replace("\n", " "))
    line = (
        words.copies.change.replace("{item}", unknown)
        .replace("{before}", words.answers.none)
        .replace("{after}", "__proto__")
    )
    assert changes(page, words) == [line]


@pytest.mark.parametrize("value", [*NAMES, "{item}", "{before}", "yes", ""])
def test_an_answer_that_means_something_to_a_script_is_kept_as_text(
    page: Page, words: Ui, value: str
) -> None:
    arrange(page, {named("five-steps--repair"): entry(value, at=5)})
    page.goto(YOUR_DATA)
    _, copy = save_copy(page, words)
    assert json.loads(copy)["entries"] == [answered("five-steps--repair", value, at=5)]
    listed = visible(page, "[data-entry='five-steps--repair'] [data-answer]")
    expect(listed).to_have_count(1 if value else 0)
    if value:
        expect(listed).to_have_text({"yes": words.answers.yes}.get(value, value))
    page.goto(FIVE_STEPS)
    assert ticks(page) == []


def test_whatever_the_storage_holds_a_copy_of_it_can_be_loaded(page: Page, words: Ui, home: str) -> None:
    """Names that are too long for a copy must not make all of it worthless."""
    spoiled = {named("y" * 195): "{spoiled", named(""): "{spoiled"}
    arrange(page, {named(LONG): entry("ticked"), named(""): entry("ticked"), **spoiled, **entries("ticked")})
    page.goto(YOUR_DATA)
    _, copy = save_copy(page, words)
    schema = page.request.get(f"{home}schemas/export-1.json").json()
    assert list(Draft202012Validator(schema).iter_errors(json.loads(copy))) == []
    open_copy(page, words, copy)
    expect(preview(page, words)).to_be_visible()
    expect(button(page, words.copies.confirm)).to_be_visible()
