"""A short citation."""

from __future__ import annotations

from macros.components.macro import View, macro
from macros.content import Content
from macros.content.entries import find


@macro("sources", inline=True)
def cite(content: Content, source_id: str) -> View:
    """A short citation that links to the source."""
    return View("cite", {"source": find(content.sources, source_id)}, (source_id,))
