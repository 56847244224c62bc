"""A picture from the content: a list styled as a drawing, so that its words are text and need no alternative."""

from __future__ import annotations

from macros.components.macro import View, macro, sources_of
from macros.content import Content
from macros.content.entries import find
from macros.content.guide import Blunder

Mended = dict[str, list[Blunder]]


@macro("pictures")
def picture(content: Content, picture_id: str) -> View:
    """One of the pictures, drawn by the template of its kind."""
    shown = find(content.pictures, picture_id)
    cites = sources_of([shown])
    return View("picture", {"picture": shown, "mended": _mended(content), "cited": cites}, cites)


def _mended(content: Content) -> Mended:
    """Return the blunders by how often they can be mended."""
    mended: Mended = {"often": [], "sometimes": [], "rarely": []}
    for blunder in content.recoverable:
        mended[blunder.mendable].append(blunder)
    return mended
