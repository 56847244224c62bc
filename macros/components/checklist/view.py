"""A checklist to tick or to answer, and the plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from macros.components.macro import View, macro
from macros.content import Content
from macros.content.checklists import Item, Plan, YesNoList
from macros.content.entries import find
from macros.content.saved import SavedChecklist, SavedEntry, saved_checklist


@dataclass(frozen=True)
class Group:
    """Items of a checklist under one title: a day of the plan, or all of them without a title."""

    id: str | None
    title: str | None
    entries: Sequence[SavedEntry]


@macro("checklists")
def checklist(content: Content, checklist_id: str) -> View:
    """A checklist to tick or to answer."""
    return checklist_view(saved_checklist(find(content.checklists, checklist_id)))


@macro()
def plan(content: Content) -> View:
    """The five-day plan: one checklist in days."""
    return checklist_view(saved_checklist(content.plan))


def checklist_view(saved: SavedChecklist) -> View:
    """A checklist or the plan, whose groups are its days."""
    checklist = saved.checklist
    if isinstance(checklist, Plan):
        groups = tuple(Group(day.id, day.title, _entries_of(saved, day.steps)) for day in checklist.days)
    else:
        groups = (Group(None, None, saved.open_entries),)
    return View(
        "checklist",
        {
            "checklist": checklist,
            "kind": checklist.kind if isinstance(checklist, YesNoList) else "tick",
            "groups": groups,
            "entries": saved.open_entries,
            "retired": saved.retired_entries,
        },
    )


def _entries_of(saved: SavedChecklist, items: Sequence[Item]) -> tuple[SavedEntry, ...]:
    return tuple(entry for entry in saved.open_entries if entry.item in items)
