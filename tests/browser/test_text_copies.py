"""Text copies: three paragraphs read as three, and nothing that was typed turns into Markdown."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from playwright.sync_api import Page
from reader import button
from saved_data import YOUR_DATA

from macros.content.words import Ui

pytestmark = pytest.mark.shares_a_browser

DEBRIEF = "worksheets/debrief/"
STAR = "worksheets/star-answer/"
NOTE = "worksheets/follow-up-note/"
PARAGRAPHS = [
    "First, they asked about *conflict*.",
    "Then:\n- one\n  - one and a half\n2. two\n+ three",
    "1) At last <b>this</b> & [that](x)\n===\n---\n# no title\n> no quote\n| a | b |\n|---|---|",
    "2026. That was the year; 3.5 hours -5 degrees\n    not = code\n~~~\n```",
]
TYPED = "\n\n".join(PARAGRAPHS)


def write(page: Page, where: str) -> None:
    page.goto(where)
    if where == STAR:
        button(page, "Add an answer").click()
        page.locator("[data-entries] [data-field='action']").fill(TYPED)
    elif where == DEBRIEF:
        page.locator("[data-live] [data-field='well']").fill(TYPED)
    else:
        page.locator("[data-entries] [data-field='note']").fill(TYPED)


def saved(page: Page, name: str) -> str:
    with page.expect_download() as started:
        button(page, name).click()
    return Path(started.value.path()).read_text("utf-8")


def read(markdown: str) -> list[str]:
    """Return the paragraphs of a Markdown text as a reader sees them, with their line breaks."""
    shown = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(markdown)
    assert re.findall(r"<(?!/?(?:h[1-4]|p|ul|li|br)\b)[^>]*>", shown) == []
    found = re.findall(r"<p>(.*?)</p>", shown, flags=re.DOTALL)
    return [
        html.unescape(re.sub(r"<br ?/>\n", "\n", each)).replace("\N{NO-BREAK SPACE}", " ") for each in found
    ]


def expect_as_typed(markdown: str) -> None:
    paragraphs = read(markdown)
    (start,) = [place for place, each in enumerate(paragraphs) if each.endswith(PARAGRAPHS[0])]
    assert paragraphs[start + 1 : start + len(PARAGRAPHS)] == PARAGRAPHS[1:]


@pytest.mark.parametrize("where", [DEBRIEF, STAR])
def test_the_text_copy_of_a_worksheet_reads_as_typed(page: Page, words: Ui, where: str) -> None:
    write(page, where)
    expect_as_typed(saved(page, words.worksheet.export_markdown))


@pytest.mark.parametrize("where", [DEBRIEF, STAR, NOTE])
def test_the_text_copy_of_everything_reads_as_typed(page: Page, words: Ui, where: str) -> None:
    write(page, where)
    page.goto(YOUR_DATA)
    expect_as_typed(saved(page, words.copies.export_markdown))


def test_the_text_copy_of_everything_names_its_site(page: Page, words: Ui) -> None:
    write(page, STAR)
    page.goto(YOUR_DATA)
    first = saved(page, words.copies.export_markdown).splitlines()[0]
    assert first == f"# {page.title()}"
    assert first.endswith("Second Impression")


def test_the_text_copy_of_a_note_is_verbatim(page: Page) -> None:
    write(page, NOTE)
    page.locator("[data-more] > summary").click()
    assert saved(page, "Save it as text").partition("\n\n")[2] == f"{TYPED}\n"


def test_the_text_copy_is_readable_without_rendering(page: Page, words: Ui) -> None:
    page.goto(DEBRIEF)
    page.locator("[data-live] [data-field='well']").fill("One.\n\nTwo,\nthree: 3.5.")
    lines = saved(page, words.worksheet.export_markdown).splitlines()
    start = next(place for place, line in enumerate(lines) if line.endswith(" One."))
    assert [line.rstrip() for line in lines[start + 1 : start + 4]] == ["", "  Two,", "  three: 3.5."]
