"""The foot of a printed page, with a code to scan on a sheet to hand out."""

from __future__ import annotations

from collections.abc import Iterator
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
    """A QR code, as SVG draws it.

    Attributes:
        size: the number of squares in a row, and of rows.
        dark: the path of a line, one square wide, along each run of dark squares.
    """

    size: int
    dark: str


# Cached, since it is on a sheet's own page and in the pack of all sheets.
@lru_cache(maxsize=64)
def sheet_code(address: str) -> Code:
    """Return the QR code of an address, without a margin.

    It is drawn by columns, whose runs compress better in a page than those of rows. Each run is a line of its own,
    not a dash of one long line: of a PDF that Firefox saved, Chromium's viewer draws only the first 32 dashes.
    """
    columns = [*zip(*segno.make(address, error="l", micro=False).matrix, strict=True)]
    return Code(len(columns), "M.5 0" + "".join(_runs(columns)))


def _runs(columns: list[tuple[int, ...]]) -> Iterator[str]:
    """Yield the move to each run of dark squares from the one before, and the run."""
    last, reached = 0, 0
    for place, column in enumerate(columns):
        start = 0
        for is_dark, squares in groupby(column):
            end = start + len([*squares])
            if is_dark:
                yield f"m{place - last} {start - reached}v{end - start}"
                last, reached = place, end
            start = end
