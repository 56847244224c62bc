"""Sheets as each engine prints them."""

from __future__ import annotations

from itertools import pairwise

import pypdfium2 as pdfium
import pytest
import zxingcpp
from engine import Engine
from firefox import Firefox
from paper import SHEETS, expect_sheet, pages_of

from macros.content.words import Ui

# Of 255; the gray of a line for a pen is 119.
DARK_LINE = 150
DARK = "document.documentElement.dataset.scheme = 'dark'"


def codes_on(page: pdfium.PdfPage) -> set[str]:
    return {code.text for code in zxingcpp.read_barcodes(page.render(scale=3).to_pil())}


@pytest.mark.parametrize("paper", ["Letter", "A4"])
@pytest.mark.parametrize("address", SHEETS)
def test_a_blank_sheet_prints_its_pages_its_head_and_its_code(
    engine: Engine, words: Ui, address: str, paper: str
) -> None:
    engine.open(address)
    pdf = engine.printed(paper)
    expect_sheet(pdf, address, words)
    assert any(code.endswith(address) for code in codes_on(pages_of(pdf)[-1]))


def test_ticks_are_printed(engine: Engine) -> None:
    if not isinstance(engine, Firefox):
        pytest.skip("Chromium: tests/browser/test_printing.py; WebKit prints here without what was saved")
    engine.open("checklists/five-steps/")
    blank = pages_of(engine.printed("A4"))[0].render().to_pil()
    engine.click(".checklist__item input")
    assert pages_of(engine.printed("A4"))[0].render().to_pil().tobytes() != blank.tobytes()


def test_a_page_in_dark_mode_prints_black_on_white(engine: Engine) -> None:
    if not isinstance(engine, Firefox):
        pytest.skip("Chromium: tests/browser/test_sheets.py; WebKit prints here from a new window")
    engine.open("checklists/five-steps/")
    light = pages_of(engine.printed("A4"))[0].render().to_pil()
    engine.run(DARK)
    assert pages_of(engine.printed("A4"))[0].render().to_pil().tobytes() == light.tobytes()


def lines_for_a_pen(pdf: bytes) -> list[int]:
    """Return where each line starts, in the lower half of a page whose right side has only lines."""
    page = pages_of(pdf)[0].render(scale=4).to_pil().convert("L")
    width, height = page.size
    column = page.crop((width * 3 // 4, height // 2, width * 3 // 4 + 1, height)).tobytes()
    dark = [row for row, shade in enumerate(column) if shade < DARK_LINE]
    return [row for row in dark if row - 1 not in dark]


def test_lines_for_a_pen_are_sharp_and_evenly_spaced(engine: Engine) -> None:
    engine.open("worksheets/what-matters/")
    # Firefox prints the image of the lines only once it has loaded.
    lines = engine.eventually(lambda: lines_for_a_pen(engine.printed("A4")))
    gaps = [below - above for above, below in pairwise(lines)]
    assert len(gaps) > 3
    assert max(gaps) - min(gaps) <= 1
