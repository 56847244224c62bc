"""The foot of a printed page, with a code to scan on a sheet to hand out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

import segno

from macros.components.macro import View
from macros.content.sheets import Sheet


def sheet_foot(credit: str, address: str | None, sheet: Sheet | None) -> View:
    """Who the page is from, and where it is. The frame calls it for every page: it is no macro.

    Args:
        credit: the author to name.
        address: that of the page; None if the site does not know its own.
        sheet: the sheet to hand out, if the page is one.
    """
    code = sheet_code(address) if sheet and address else None
    return View("sheet_foot", {"credit": credit, "address": address, "sheet": sheet, "code": code})


@dataclass(frozen=True)
class Code:
    """A QR code as one dashed line that runs back and forth through all rows: its dashes are the dark squares.

    In a compressed page it takes a fifth less than a line for each run of dark squares.

    Attributes:
        size: how many squares are in a row, and how many rows there are.
        line: its path in SVG; the step down from one row to the next is one square long.
        dashes: the lengths of dashes and gaps, alternating, as SVG writes them.
    """

    size: int
    line: str
    dashes: str


# Cached, since it is on a sheet's own page and in the pack of all sheets.
@lru_cache(maxsize=64)
def sheet_code(address: str) -> Code:
    """Return the QR code of an address, without a quiet zone."""
    rows = [[*map(bool, row)] for row in segno.make(address, error="l", micro=False).matrix]
    size = len(rows)
    along = [square for n, row in enumerate(rows) for square in (*row[:: -1 if n % 2 else 1], False)]
    there_and_back = f"h{size}v1h-{size}v1" * (size // 2) + f"h{size}"
    dashes = ",".join(str(len([*run])) for _, run in groupby(along))
    return Code(size, f"M0 .5{there_and_back}", dashes)
