"""Several sheets to print in one go: the choice is made on the page and kept in its address."""

from __future__ import annotations

from macros.components.macro import View, all_macros, macro
from macros.content import Content
from macros.content.sheets import Sheet, all_sheets
from macros.content.worksheets.fields import Worksheet


@macro(lists_sources=True)  # the page of each sheet cites them
def print_pack(content: Content) -> View:
    """Every sheet, blank, and packs of some for a session. At first all checklists are chosen."""
    return View(
        "print_pack",
        {
            "sheets": [(sheet, sheet_view(content, sheet)) for sheet in all_sheets(content)],
            "first": [sheet.id for sheet in all_sheets(content) if not isinstance(sheet.part, Worksheet)],
            "packs": content.paper.packs,
            "sides": {side.id: side for side in content.paper.sides},
            "side_words": content.paper.side,
            "words": content.paper.pack,
        },
    )


def sheet_view(content: Content, sheet: Sheet) -> View:
    """Return the view that a sheet's own page shows."""
    macros = all_macros()
    if isinstance(sheet.part, Worksheet):
        return macros[sheet.id.replace("-", "_")].view(content)
    return macros["checklist"].view(content, sheet.id)
