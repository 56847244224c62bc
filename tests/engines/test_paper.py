"""Sheets from the print of each engine itself."""

from __future__ import annotations

import pypdfium2 as pdfium
import pytest
import zxingcpp
from engine import Engine
from firefox import Firefox

from macros.content.words import Ui

# How many pages each has.
SHEETS = {
    "checklists/five-steps/": 1,
    "checklists/rejection-audit/": 1,
    "worksheets/debrief/": 2,
    "worksheets/star-answer/": 1,
}
DARK = "document.documentElement.dataset.scheme = 'dark'"


def pages_of(pdf: bytes) -> list[pdfium.PdfPage]:
    return list(pdfium.PdfDocument(pdf))


def codes_on(page: pdfium.PdfPage) -> set[str]:
    return {code.text for code in zxingcpp.read_barcodes(page.render(scale=3).to_pil())}


@pytest.mark.parametrize("paper", ["Letter", "A4"])
@pytest.mark.parametrize("address", SHEETS)
def test_a_blank_sheet_has_its_pages_its_head_and_its_code(
    engine: Engine, words: Ui, address: str, paper: str
) -> None:
    engine.open(address)
    pages = pages_of(engine.printed(paper))
    first = pages[0].get_textpage().get_text_range()
    assert len(pages) == SHEETS[address]
    assert words.sheet.name in first
    assert words.sheet.licence in pages[-1].get_textpage().get_text_range()
    assert any(code.endswith(address) for code in codes_on(pages[-1]))


def test_what_was_ticked_is_printed_unless_blank(engine: Engine) -> None:
    if not isinstance(engine, Firefox):
        pytest.skip("Chromium: tests/browser/test_printing.py; WebKit prints here without what was saved")
    engine.open("checklists/five-steps/")
    blank = pages_of(engine.printed("A4"))[0].render().to_pil()
    engine.click(".checklist__item input")
    assert pages_of(engine.printed("A4"))[0].render().to_pil().tobytes() != blank.tobytes()


def test_dark_by_hand_prints_black_on_white(engine: Engine) -> None:
    if not isinstance(engine, Firefox):
        pytest.skip("Chromium: tests/browser/test_sheets.py; WebKit prints here from a new window")
    engine.open("checklists/five-steps/")
    light = pages_of(engine.printed("A4"))[0].render().to_pil()
    engine.run(DARK)
    assert pages_of(engine.printed("A4"))[0].render().to_pil().tobytes() == light.tobytes()
