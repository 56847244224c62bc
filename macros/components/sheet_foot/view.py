"""The foot of a printed page; a sheet to hand out has a code to scan there."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

import segno

from macros.components.macro import View
from macros.content.sheets import Sheet


def sheet_foot(credit: str, address: str | None, sheet: Sheet | None) -> View:
    """Whose the page is, and where it came from. The frame calls it for every page: it is no macro.

    Args:
        credit: whom to name.
        address: that of the page; a site that does not know its own has none.
        sheet: what is handed out, if the page is one.
    """
    code = sheet_code(address) if sheet and address else None
    return View("sheet_foot", {"credit": credit, "address": address, "sheet": sheet, "code": code})


@dataclass(frozen=True)
class Code:
    """A QR code as one line that goes through all its rows, there and back: dark where the line is drawn.

    In a compressed page it takes a fifth less than a line for each run of dark squares.

    Attributes:
        size: how many squares are in a row, and how many rows there are.
        line: where it goes, as SVG writes it; the way down from a row to the next is as long as a square.
        dashes: how long it is drawn, how long it is not, and so on.
    """

    size: int
    line: str
    dashes: str


# A sheet has it on its own page, and in the pack of all sheets.
@lru_cache(maxsize=64)
def sheet_code(address: str) -> Code:
    """Return the QR code of an address, with no room around it."""
    rows = [[*map(bool, row)] for row in segno.make(address, error="l", micro=False).matrix]
    size = len(rows)
    along = [square for n, row in enumerate(rows) for square in (*row[:: -1 if n % 2 else 1], False)]
    there_and_back = f"h{size}v1h-{size}v1" * (size // 2) + f"h{size}"
    dashes = ",".join(str(len([*run])) for _, run in groupby(along))
    return Code(size, f"M0 .5{there_and_back}", dashes)
