"""What each engine printed."""

from __future__ import annotations

import pypdfium2 as pdfium

from macros.content.words import Ui

# The number of pages of each sheet.
SHEETS = {
    "checklists/five-steps/": 1,
    "checklists/rejection-audit/": 1,
    "worksheets/debrief/": 2,
    "worksheets/star-answer/": 1,
    "worksheets/follow-up-note/": 2,
}


def pages_of(pdf: bytes) -> list[pdfium.PdfPage]:
    return list(pdfium.PdfDocument(pdf))


def text_of(page: pdfium.PdfPage) -> str:
    text: str = page.get_textpage().get_text_range()
    return text


def expect_sheet(pdf: bytes, address: str, words: Ui) -> None:
    """Expect the pages of a sheet, with its head and foot."""
    pages = pages_of(pdf)
    assert len(pages) == SHEETS[address]
    assert words.sheet.name in text_of(pages[0])
    assert words.sheet.licence in text_of(pages[-1])
