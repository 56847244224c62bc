"""A checklist to tick or to answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from macros.components.macro import View, macro
from macros.content import Content
from macros.content.checklists import GroupedList, Item
from macros.content.entries import find
from macros.content.saved import SavedChecklist, SavedEntry, saved_checklist


@dataclass(frozen=True)
class Section:
    """Open entries of a checklist under the title of their group, or all of them without a title."""

    id: str | None
    title: str | None
    entries: Sequence[SavedEntry]


@macro("checklists")
def checklist(content: Content, checklist_id: str) -> View:
    """A checklist to tick or to answer."""
    return checklist_view(content, saved_checklist(find(content.checklists, checklist_id)))


def checklist_view(content: Content, saved: SavedChecklist) -> View:
    """Return the view of one checklist, under the titles of its groups if it has any."""
    steps = content.thread.steps
    is_audit = steps.audit is not None and steps.audit.page == saved.page
    return View(
        "checklist",
        {
            "checklist": saved.checklist,
            "sections": _sections(saved),
            "entries": saved.open_entries,
            "retired": saved.retired_entries,
            "thread": content.thread,
            "causes": content.root_causes,
            # A verdict of the audit leads on to the plan.
            "next_step": steps.plan if is_audit else None,
        },
    )


def _sections(saved: SavedChecklist) -> tuple[Section, ...]:
    checklist = saved.checklist
    if isinstance(checklist, GroupedList):
        return tuple(
            Section(group.id, group.title, _entries_of(saved, group.items)) for group in checklist.groups
        )
    return (Section(None, None, saved.open_entries),)


def _entries_of(saved: SavedChecklist, items: Sequence[Item]) -> tuple[SavedEntry, ...]:
    return tuple(entry for entry in saved.open_entries if entry.item in items)
