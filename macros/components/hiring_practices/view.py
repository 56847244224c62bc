"""Habits of a fair hiring team."""

from __future__ import annotations

from macros.components.macro import View, macro, sources_of
from macros.content import Content


@macro()
def hiring_practices(content: Content) -> View:
    """Habits of a fair hiring team."""
    practices = content.hiring.practices
    return View("hiring_practices", {"practices": practices}, sources_of(practices))
