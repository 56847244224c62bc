"""A picture of the plan."""

from __future__ import annotations

from macros.components._parts.pictures import WIDTH, column
from macros.components.macro import View, macro
from macros.content import Content


@macro()
def plan_path(content: Content) -> View:
    """A picture of the plan: its days as stops on a way."""
    stops = column([day.title for day in content.plan.days], 72, 0, WIDTH - 72, gap=28)
    totals = [sum(not step.retired for step in day.steps) for day in content.plan.days]
    return View("plan_path", {"stops": tuple(zip(stops, totals, strict=True)), "days": content.plan.days})
