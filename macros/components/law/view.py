"""What the law says in one jurisdiction."""

from __future__ import annotations

from macros.components.macro import View, macro, sources_of
from macros.content import Content
from macros.content.entries import find


@macro("law")
def law(content: Content, rule_id: str) -> View:
    """What the law says in one jurisdiction, with the month in which it was last checked."""
    shown = find(content.law, rule_id)
    return View("law", {"rule": shown}, sources_of([shown]))
