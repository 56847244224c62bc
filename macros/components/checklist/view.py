"""A checklist to tick or to answer, and the plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from macros.components.macro import View, macro
from macros.content import Content
from macros.content.checklists import Item, Plan, YesNoList
from macros.content.entries import find
from macros.content.saved import SavedEntry, SavedSheet, saved_sheet


@dataclass(frozen=True)
class Group:
    """Items of a checklist under one title: a day of the plan, or all of them without a title."""

    id: str | None
    title: str | None
    entries: Sequence[SavedEntry]


@macro("checklists")
def checklist(content: Content, checklist_id: str) -> View:
    """A checklist to tick or to answer."""
    return sheet_view(saved_sheet(find(content.checklists, checklist_id)))


@macro()
def plan(content: Content) -> View:
    """The five-day plan: one checklist in days."""
    return sheet_view(saved_sheet(content.plan))


def sheet_view(saved: SavedSheet) -> View:
    """A checklist or the plan, whose groups are its days."""
    sheet = saved.sheet
    if isinstance(sheet, Plan):
        groups = tuple(Group(day.id, day.title, _entries_of(saved, day.steps)) for day in sheet.days)
    else:
        groups = (Group(None, None, saved.open_entries),)
    return View(
        "checklist",
        {
            "checklist": sheet,
            "kind": sheet.kind if isinstance(sheet, YesNoList) else "tick",
            "groups": groups,
            "entries": saved.open_entries,
            "retired": saved.retired_entries,
        },
    )


def _entries_of(saved: SavedSheet, items: Sequence[Item]) -> tuple[SavedEntry, ...]:
    return tuple(entry for entry in saved.open_entries if entry.item in items)
