"""What the law says in one place."""

from __future__ import annotations

from macros.components.macro import View, macro, sources_of
from macros.content import Content
from macros.content.entries import find


@macro("law")
def law(content: Content, rule_id: str) -> View:
    """What the law says in one place, with the day when somebody looked it up."""
    shown = find(content.law, rule_id)
    return View("law", {"rule": shown}, sources_of([shown]))
