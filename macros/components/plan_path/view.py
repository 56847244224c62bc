"""A picture of a checklist in groups."""

from __future__ import annotations

from macros.components._parts.pictures import WIDTH, column
from macros.components.macro import Argument, View, macro
from macros.content import Content
from macros.content.checklists import GroupedList
from macros.content.entries import find
from macros.content.saved import still_open


@macro(Argument("checklists", kind="grouped"))
def plan_path(content: Content, checklist_id: str) -> View:
    """A picture of a plan: the groups of a checklist, such as days, as stops on a path."""
    plan = find(content.checklists, checklist_id)
    assert isinstance(plan, GroupedList)
    stops = column([group.title for group in plan.groups], 72, 0, WIDTH - 72, gap=28)
    totals = [len(still_open(group.items)) for group in plan.groups]
    return View("plan_path", {"stops": tuple(zip(stops, totals, strict=True)), "groups": plan.groups})
