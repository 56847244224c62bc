"""The foot of a printed page; a sheet to hand out has a code to scan there."""

from __future__ import annotations

from collections.abc import Iterator
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
    """A QR code, as SVG draws it.

    Attributes:
        size: the number of squares in a row, and of rows.
        dark: the path of a line, one square wide, along each run of dark squares.
    """

    size: int
    dark: str


# A sheet has it on its own page, and in the pack of all sheets.
@lru_cache(maxsize=64)
def sheet_code(address: str) -> Code:
    """Return the QR code of an address, without a margin.

    Its runs are those of its columns, which compress better in a page than those of its rows. They are lines of their own, not
    the dashes of one long line: Chromium's viewer draws the first 32 dashes alone of a PDF that Firefox saved.
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
