"""Advice that several pages repeat."""

from __future__ import annotations

from macros.components.macro import View, macro, sources_of
from macros.content import Content
from macros.content.entries import find


@macro("rules")
def rule(content: Content, rule_id: str) -> View:
    """Advice that several pages repeat, with a link to its home on all others."""
    shown = find(content.rules, rule_id)
    return View("rule", {"rule": shown}, sources_of([shown]))
