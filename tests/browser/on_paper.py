"""Pages as a printer gets them: their text, their letters, their boxes and their codes."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

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


class Printed:
    """One page. To look at every letter of it and to draw it takes longer than to print it, so each waits to be asked for."""

    def __init__(self, page: pdfium.PdfPage, scale: float = 150 / 72) -> None:
        """Take a page, and how many of the pixels of its picture are a point."""
        self.scale = scale
        self._page = page
        self._text = page.get_textpage()

    @cached_property
    def text(self) -> str:
        """Return all of it, in the order in which it was printed."""
        return self._text.get_text_range()

    @cached_property
    def _letters(self) -> list[int]:
        return [
            index
            for index in range(self._text.count_chars())
            if not chr(pdfium.raw.FPDFText_GetUnicode(self._text.raw, index)).isspace()
        ]

    @cached_property
    def letters(self) -> frozenset[float]:
        """Return how large they are, in pixels of CSS."""
        sizes = (pdfium.raw.FPDFText_GetFontSize(self._text.raw, index) for index in self._letters)
        return frozenset(round(size, 1) for size in sizes)

    @cached_property
    def reach(self) -> tuple[float, float, float]:
        """Return the smallest distance of a letter from the left, top and right of the page, in points."""
        width, height = self._page.get_size()
        boxes = [self._text.get_charbox(index) for index in self._letters]
        return (
            min((left for left, _, _, _ in boxes), default=0),
            min((height - top for _, _, _, top in boxes), default=0),
            min((width - right for _, _, right, _ in boxes), default=0),
        )

    @property
    def squares(self) -> int:
        """Return how many empty and ticked boxes there are for a pen."""
        return self._shapes_of(*SQUARE)

    @property
    def ticks(self) -> int:
        """Return how many of them are ticked."""
        return self._shapes_of(*TICK)

    @cached_property
    def _shapes(self) -> list[tuple[float, float]]:
        return [size_of(each) for each in self._page.get_objects([pdfium.raw.FPDF_PAGEOBJ_PATH])]

    def _shapes_of(self, low: float, high: float) -> int:
        return sum(all(low < side < high for side in shape) for shape in self._shapes)

    @cached_property
    def picture(self) -> Image.Image:
        """Return what is seen."""
        return self._page.render(scale=self.scale).to_pil()

    @property
    def size(self) -> tuple[int, int]:
        """Return how wide and high the page is, in points."""
        width, height = self._page.get_size()
        return round(width), round(height)

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
    return [Printed(each) for each in pdfium.PdfDocument(pdf)]


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
