"""Sheets to print and hand out: every checklist and worksheet, by the page that shows it."""

from __future__ import annotations

from dataclasses import dataclass

from macros.content import Content
from macros.content.checklists import AnyChecklist
from macros.content.saved import open_checklists, saved_worksheets
from macros.content.worksheets.fields import Worksheet


@dataclass(frozen=True)
class Sheet:
    """One sheet: its name in addresses, the page below ``docs/`` that shows it, and its checklist or worksheet."""

    id: str
    page: str
    part: AnyChecklist | Worksheet

    @property
    def address(self) -> str:
        """The address of its page, relative to the root of the site."""
        return self.page.removesuffix(".md") + "/"


def all_sheets(content: Content) -> list[Sheet]:
    """Return every sheet: worksheets first, then checklists in the order of the content."""
    worksheets = [
        Sheet(records.kind, records.page, worksheet) for records, worksheet in saved_worksheets(content)
    ]
    checklists = [
        Sheet(saved.checklist.id, saved.page, saved.checklist) for saved in open_checklists(content)
    ]
    return [*worksheets, *checklists]


def sheet_of(content: Content, page: str) -> Sheet | None:
    """Return the sheet of ``page``, a path below ``docs/``; None if it has none."""
    return next((sheet for sheet in all_sheets(content) if sheet.page == page), None)
