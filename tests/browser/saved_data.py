"""What a reader's browser stores, and the copies made of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from built_site import shown, shown_line
from playwright.sync_api import Locator, Page, expect
from reader import OURS, boxes, button, visible

from macros.content.entries import Message
from macros.content.words import Ui

MY_RECOVERY = "my-recovery/"
YOUR_DATA = "my-recovery/your-data/"
# A page without scripts, from which a test sets up the browser's storage.
EMPTY = "empty.html"
BLANK = "<!doctype html><link rel=icon href='data:,'>"
ASIDE = f"{OURS}aside:"
PUT = "entries => { for (const [name, value] of Object.entries(entries)) localStorage.setItem(name, value); }"
# Another site on the same host uses up all the room, in many pieces: rewriting one of ten megabytes again and
# again, each time a little longer, takes seconds. The last piece grows until nothing more fits.
FILL = """() => {
    localStorage.another = "";
    for (let length = 2 ** 20, count = 0; length >= 1; count += 1) {
        const name = length > 64 ? `another-${count}` : "another";
        try { localStorage[name] = (localStorage[name] ?? "") + "x".repeat(length); }
        catch { length /= 2; }
    }
}"""
MAKE_ROOM = """() => {
    for (const name of Object.keys(localStorage)) if (name.startsWith("another")) localStorage.removeItem(name);
}"""
# Identifies the visit and says whether the computer is shared: not an answer, and nothing that a reader wrote.
MARK = f"{OURS}shared"
OF_OURS = """([area, start, mark]) => Object.fromEntries(
    Object.entries(window[area]).filter(([name]) => name.startsWith(start) && name !== mark))"""


def storage_key(answer: str, version: int = 2) -> str:
    """Return the storage key of an answer, such as ``five-steps--repair``."""
    return f"{OURS}{version}:{answer}"


def entry(value: str, at: int = 1) -> str:
    """Return an answer as the storage holds it."""
    return json.dumps({"value": value, "at": at}, separators=(",", ":"), ensure_ascii=False)


def put(page: Page, entries: dict[str, str]) -> None:
    page.evaluate(PUT, entries)


def arrange(page: Page, entries: dict[str, str]) -> None:
    """Fill the browser's storage with these entries before a page of the site opens."""
    open_empty(page)
    put(page, entries)


def open_empty(page: Page) -> None:
    """Open a page of the host that runs nothing."""
    page.route(f"**/{EMPTY}", lambda route: route.fulfill(content_type="text/html", body=BLANK))
    page.goto(EMPTY)


def stored(page: Page) -> dict[str, str]:
    """Return all entries of this site in the browser's storage."""
    return page.evaluate(OF_OURS, ["localStorage", OURS, MARK])


def stored_in_tab(page: Page) -> dict[str, str]:
    """Return all entries of this site in the storage of this tab alone."""
    return page.evaluate(OF_OURS, ["sessionStorage", OURS, MARK])


def values(entries: dict[str, str]) -> dict[str, str]:
    """Return the answers by id, without their timestamps and without those that were cleared."""
    answers = {
        name.removeprefix(storage_key("")): json.loads(saved)["value"]
        for name, saved in entries.items()
        if name.startswith(storage_key(""))
    }
    return {answer: value for answer, value in answers.items() if value}


def ticks(page: Page) -> list[int]:
    return [number for number, box in enumerate(boxes(page).all()) if box.is_checked()]


def expect_notice(page: Page, *messages: Message) -> None:
    notice = visible(page, "[data-storage-notice]")
    for message in messages:
        expect(notice).to_contain_text(shown_line(message.title))
        expect(notice).to_contain_text(shown(message.text))
    expect(visible(page, "[data-problem]")).to_have_count(len(messages))


def expect_no_notice(page: Page) -> None:
    expect(page.locator("[data-storage-notice]")).to_be_hidden()
    expect(page.locator("[data-kept]")).to_be_visible()


# Copies


def copy_of(*entries: dict[str, Any], **changed: Any) -> dict[str, Any]:
    """Return a copy as the site saves it, with these answers."""
    copy = {
        "format": "second-impression-export",
        "version": 1,
        "saved": "2026-11-22T02:00:00.000Z",
        "entries": list(entries),
        "aside": [],
    }
    return {**copy, **changed}


def answered(answer: str, value: str, at: int = 1) -> dict[str, Any]:
    """Return an answer as a copy holds it."""
    return {"id": answer, "value": value, "at": at}


def save_copy(page: Page, words: Ui) -> tuple[str, str]:
    """Save a copy and return the name and the text of the file."""
    with page.expect_download() as started:
        button(page, words.copies.export).click()
    return started.value.suggested_filename, Path(started.value.path()).read_text("utf-8")


def open_copy(page: Page, words: Ui, copy: dict[str, Any] | str | bytes) -> None:
    """Choose a file to load; the page then shows what it would change, or why it cannot be loaded."""
    content = copy if isinstance(copy, str | bytes) else json.dumps(copy)
    file = content if isinstance(content, bytes) else content.encode()
    page.get_by_label(words.copies.load).set_input_files(
        {"name": "copy.json", "mimeType": "application/json", "buffer": file}
    )


def preview(page: Page, words: Ui) -> Locator:
    return page.get_by_role("group", name=shown_line(words.copies.preview.title))


def changes(page: Page, words: Ui) -> list[str]:
    """Return the changes that the preview lists, line by line."""
    expect(preview(page, words)).to_be_visible()
    if (folded := visible(page, ".copies summary")).count() > 0:
        folded.click()
    return preview(page, words).get_by_role("listitem").all_inner_texts()


def load_copy(page: Page, words: Ui, copy: dict[str, Any] | str | bytes) -> None:
    """Choose a file and load it."""
    open_copy(page, words, copy)
    button(page, words.copies.confirm).click()
    expect(page.get_by_text(words.copies.loaded)).to_be_visible()
