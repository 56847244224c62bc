"""The values that the card of an interview needs, on any page."""

from __future__ import annotations

from typing import Any

from macros.content import Content
from macros.content.saved import open_checklists
from macros.content.thread import NextStep


def thread_values(content: Content) -> dict[str, Any]:
    """Return the thread and what its script needs: the checklists of its steps, the causes, the weaknesses."""
    debrief = content.worksheets.debrief
    weakness = next(field for field in debrief.row if field.role == "weakness")
    return {
        "thread": content.thread,
        "thread_lists": _lists(content),
        "thread_causes": {cause.id: cause.short or cause.title for cause in content.root_causes},
        "thread_weaknesses": [choice.id for choice in weakness.choices or ()],
    }


def _lists(content: Content) -> dict[str, str]:
    """Return the id of each checklist that a step leads to, by the name of the step."""
    ids = {saved.page: saved.checklist.id for saved in open_checklists(content)}
    steps: list[tuple[str, NextStep | None]] = list(content.thread.steps)
    return {name: ids[step.page] for name, step in steps if step and step.page in ids}
