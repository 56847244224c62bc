"""One way in."""

from __future__ import annotations

from macros.components.macro import View, macro, sources_of
from macros.content import Content
from macros.content.entries import find


@macro("situations")
def situation(content: Content, situation_id: str) -> View:
    """One way in: comfort first, then ordered steps."""
    shown = find(content.situations, situation_id)
    return View("situation", {"situation": shown}, sources_of([shown]))
