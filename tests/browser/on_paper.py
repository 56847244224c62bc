"""Pages as a printer gets them: their text, font sizes, boxes and QR codes."""

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
# The margins hold nothing but the page number.
SIDE, END = 14 * MM, 10 * MM
# The smallest type on a sheet is 16 CSS pixels (12 points); that of its footer and page number is smaller.
TEXT, FOOT = 16, {13.3, 12}
# Sizes in points between which a shape is the outline of a 5 mm box, or the tick in it.
SQUARE, TICK = (14.9, 16), (6, 8)


class Printed:
    """One page. Inspecting every letter or rendering it takes longer than printing it, so both are done on demand."""

    def __init__(self, page: pdfium.PdfPage, scale: float = 150 / 72) -> None:
        """Take a page and the scale of its picture, in pixels per point."""
        self.scale = scale
        self._page = page
        self._text = page.get_textpage()

    @cached_property
    def text(self) -> str:
        """Return the whole text, in the order of printing."""
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
        """Return the font sizes in use, in CSS pixels."""
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
        """Return the number of boxes for a pen, empty or ticked."""
        return self._shapes_of(*SQUARE)

    @property
    def ticks(self) -> int:
        """Return the number of boxes that are ticked."""
        return self._shapes_of(*TICK)

    @cached_property
    def _shapes(self) -> list[tuple[float, float]]:
        return [size_of(each) for each in self._page.get_objects([pdfium.raw.FPDF_PAGEOBJ_PATH])]

    def _shapes_of(self, low: float, high: float) -> int:
        return sum(all(low < side < high for side in shape) for shape in self._shapes)

    @cached_property
    def picture(self) -> Image.Image:
        """Return the page, rendered."""
        return self._page.render(scale=self.scale).to_pil()

    @property
    def size(self) -> tuple[int, int]:
        """Return the width and height of the page, in points."""
        width, height = self._page.get_size()
        return round(width), round(height)

    def codes(self) -> list[str]:
        return [code.text for code in zxingcpp.read_barcodes(self.picture, zxingcpp.BarcodeFormat.QRCode)]

    def margins(self) -> tuple[float, ...]:
        """Return the distance of the ink from the left, top, right and bottom in points, ignoring the page number."""
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
    """Expect that every page says where it came from, its type is large enough, and nothing overflows its margins."""
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
        # Text that is cut off leaves no ink, but its letters are still in the PDF.
        left, top, right = each.reach
        assert min(left, right) > SIDE - 1, (address, number)
        assert top > END - 1, (address, number)
