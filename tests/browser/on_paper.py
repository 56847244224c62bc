"""Pages as a printer gets them: their text, their letters, their boxes and their codes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import pypdfium2 as pdfium
import zxingcpp
from PIL import Image, ImageOps
from playwright.sync_api import Page
from reader import squeezed

from macros.content.words import Ui

MM = 72 / 25.4
# Nothing but the number of the page stands in the margins.
SIDE, END = 14 * MM, 10 * MM
# The smallest letters of a sheet, in pixels of CSS, are 12 points; those of its foot and the page's number are less.
TEXT, FOOT = 16, {13.3, 12}
# Between which sizes in points what is drawn is the outside of a square of 5 mm, or the tick in it.
SQUARE, TICK = (14.9, 16), (6, 8)


@dataclass(frozen=True)
class Printed:
    """One page.

    Attributes:
        text: all of it, in the order in which it was printed.
        letters: how large they are, in pixels of CSS.
        reach: the smallest distance of a letter from the left, top and right of the page, in points.
        squares: how many empty and ticked boxes there are for a pen.
        ticks: how many of them are ticked.
        picture: what is seen.
        size: how wide and high the page is, in points.
        scale: how many of its pixels are a point.
    """

    text: str
    letters: frozenset[float]
    reach: tuple[float, float, float]
    squares: int
    ticks: int
    picture: Image.Image
    size: tuple[int, int]
    scale: float

    def codes(self) -> list[str]:
        return [code.text for code in zxingcpp.read_barcodes(self.picture, zxingcpp.BarcodeFormat.QRCode)]

    def margins(self) -> tuple[float, ...]:
        """Return how far from the left, top, right and bottom the ink begins, in points, but for the page's number."""
        ink = ImageOps.invert(self.picture.convert("L"))
        width, height = ink.size
        ink.paste(0, (int(width - 40 * MM * self.scale), int(height - END * self.scale), width, height))
        left, top, right, bottom = ink.getbbox() or (0, 0, 0, 0)
        return tuple(each / self.scale for each in (left, top, width - right, height - bottom))


def printed(page: Page, paper: str) -> list[Printed]:
    return pages_of(page.pdf(format=paper))


def pages_of(pdf: bytes) -> list[Printed]:
    return [look_at(each) for each in pdfium.PdfDocument(pdf)]


def look_at(page: pdfium.PdfPage, scale: float = 150 / 72) -> Printed:
    text = page.get_textpage()
    letters = [
        index
        for index in range(text.count_chars())
        if not chr(pdfium.raw.FPDFText_GetUnicode(text.raw, index)).isspace()
    ]
    sizes = frozenset(round(pdfium.raw.FPDFText_GetFontSize(text.raw, index), 1) for index in letters)
    width, height = page.get_size()
    boxes = [text.get_charbox(index) for index in letters]
    reach = (
        min((left for left, _, _, _ in boxes), default=0),
        min((height - top for _, _, _, top in boxes), default=0),
        min((width - right for _, _, right, _ in boxes), default=0),
    )
    shapes = [size_of(each) for each in page.get_objects([pdfium.raw.FPDF_PAGEOBJ_PATH])]
    squares, ticks = (
        sum(all(low < side < high for side in shape) for shape in shapes) for low, high in (SQUARE, TICK)
    )
    picture = page.render(scale=scale).to_pil()
    return Printed(
        text.get_text_range(), sizes, reach, squares, ticks, picture, (round(width), round(height)), scale
    )


def size_of(shape: pdfium.PdfObject) -> tuple[float, float]:
    left, bottom, right, top = shape.get_bounds()
    return right - left, top - bottom


def whole(pages: Iterable[Printed]) -> str:
    return squeezed("".join(each.text for each in pages))


def expect_well_set(pages: list[Printed], address: str, words: Ui) -> None:
    """Every page says where it came from, its letters are large enough, and nothing runs over its edges."""
    for number, each in enumerate(pages, 1):
        text = squeezed(each.text)
        foot = (
            words.sheet.licence,
            words.sheet.address,
            address,
            words.sheet.revised,
            f"{number} / {len(pages)}",
        )
        assert [line for line in foot if squeezed(line) not in text] == [], (address, number)
        assert each.codes() == [address], (address, number)
        assert {size for size in each.letters if size < TEXT} <= FOOT, (address, number)
        left, top, right, bottom = each.margins()
        assert min(left, right) > SIDE - 1, (address, number)
        assert min(top, bottom) > END - 1, (address, number)
        # What is cut off has no ink, and its letters are there all the same.
        left, top, right = each.reach
        assert min(left, right) > SIDE - 1, (address, number)
        assert top > END - 1, (address, number)
