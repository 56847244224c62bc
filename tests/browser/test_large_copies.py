"""Copies of any size: the work grows linearly with the answers, the page stays responsive and shows its progress.

``make bench`` measures times; here the work of the page is counted.
"""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page, expect
from reader import button
from saved_data import YOUR_DATA, stored

from macros.content.words import Ui

pytestmark = pytest.mark.shares_a_browser

# Counts how often JSON is parsed and how often the longest list is redrawn, and records the progress shown.
COUNT = """() => {
    const counts = window.counts = { parsed: 0, redrawn: 0, progress: [] };
    const parse = JSON.parse;
    JSON.parse = (...given) => { counts.parsed += 1; return parse(...given); };
    new MutationObserver(() => { counts.redrawn += 1; })
        .observe(document.querySelector("[data-records='debrief'] [data-written]"), { childList: true });
    new MutationObserver(([{ target }]) => { counts.progress.push(target.textContent); })
        .observe(document.querySelector(".copies [data-status]"), { childList: true });
}"""


def copy_of(interviews: int) -> str:
    """Return a copy with this many interviews of ten questions each: 52 answers per interview."""
    entries = {}
    for number in range(interviews):
        interview = f"debrief--interview-{number}--"
        entries |= {f"{interview}order": str(number + 1), f"{interview}company": f"Company {number}"}
        for row in range(10):
            name = f"debrief-row--row-{number}-{row}--"
            entries |= {
                f"{name}order": str(number * 10 + row + 1),
                f"{name}debrief": f"interview-{number}",
                f"{name}question": f"Question {row}?",
                f"{name}response": "What I said, in a sentence of some length, as people write.",
                f"{name}missing": "An example.",
            }
    listed = [{"id": name, "value": value, "at": 1} for name, value in entries.items()]
    return json.dumps(
        {
            "format": "second-impression-export",
            "version": 1,
            "saved": "2026-11-25T12:00:00Z",
            "entries": listed,
        }
    )


def load(page: Page, words: Ui, interviews: int) -> None:
    """Load a copy, and wait until it is loaded."""
    file = {"name": "copy.json", "mimeType": "application/json", "buffer": copy_of(interviews).encode()}
    page.get_by_label(words.copies.load).set_input_files(files=[file])
    button(page, words.copies.confirm).click()
    expect(page.get_by_text(words.copies.loaded)).to_be_visible()


def work(page: Page, words: Ui, interviews: int) -> int:
    """Return how often the page parses JSON while it loads a copy."""
    page.goto(YOUR_DATA)
    page.evaluate("localStorage.clear()")
    page.reload()
    page.evaluate(COUNT)
    load(page, words, interviews)
    return page.evaluate("window.counts.parsed")


def test_loading_twice_as_much_takes_no_more_than_twice_the_work(page: Page, words: Ui) -> None:
    few, many = work(page, words, 10), work(page, words, 20)
    assert few > 0
    assert many <= 2.2 * few


def test_a_list_is_redrawn_once_however_many_answers_are_loaded(page: Page, words: Ui) -> None:
    work(page, words, 20)
    expect(page.locator("[data-records='debrief'] [data-written] > dl")).to_have_count(20 + 20 * 10)
    assert page.evaluate("window.counts.redrawn") <= 2


def test_loading_a_large_copy_shows_its_progress(page: Page, words: Ui) -> None:
    work(page, words, 200)
    said = page.evaluate("window.counts.progress")
    total = 200 * 52
    assert any(f"of {total}" in text for text in said), said


def test_the_preview_of_a_large_copy_lists_the_first_changes_and_counts_the_rest(
    page: Page, words: Ui
) -> None:
    page.goto(YOUR_DATA)
    file = {"name": "copy.json", "mimeType": "application/json", "buffer": copy_of(10).encode()}
    page.get_by_label(words.copies.load).set_input_files(files=[file])
    page.get_by_text(words.copies.preview.details).click()
    expect(page.locator("[data-changes] > li")).to_have_count(100)
    # Of 520 answers, 210 only say which record belongs to which, and in what order.
    expect(page.get_by_text(words.copies.more_changes.format(count=310 - 100))).to_be_visible()


@pytest.mark.parametrize("undone", ["loading", "deleting"])
def test_undo_reverts_every_one_of_many_answers(page: Page, words: Ui, undone: str) -> None:
    page.goto(YOUR_DATA)
    load(page, words, 40)
    full = stored(page)
    assert len(full) == 40 * 52
    if undone == "loading":
        button(page, words.copies.undo).click()
        expect(page.get_by_text(words.copies.undone)).to_be_visible()
        assert stored(page) == {}
        return
    button(page, words.clear.clear).click()
    button(page, words.clear.confirm).click()
    expect(page.get_by_text(words.clear.cleared)).to_be_visible()
    assert stored(page) == {}
    button(page, words.clear.undo).click()
    expect(page.get_by_text(words.clear.undone)).to_be_visible()
    assert stored(page) == full
