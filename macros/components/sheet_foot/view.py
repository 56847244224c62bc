"""The foot of a printed page; a sheet to hand out has a code to scan there."""

from __future__ import annotations

from functools import lru_cache

import segno
from markupsafe import Markup

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


# A sheet has it on its own page, and in the pack of all sheets.
@lru_cache(maxsize=64)
def sheet_code(address: str) -> Markup:
    """Return a QR code as one SVG element, with no room around it."""
    code = segno.make(address, error="l", micro=False)
    return Markup(code.svg_inline(border=0, omitsize=True, svgclass=None, lineclass=None))  # noqa: S704
