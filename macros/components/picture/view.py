"""A picture of the content: a list that is drawn, so that its words are in it and need no other text."""

from __future__ import annotations

from macros.components.macro import View, macro, sources_of
from macros.content import Content
from macros.content.entries import find
from macros.content.guide import Blunder

Mended = dict[str, list[Blunder]]


@macro("pictures")
def picture(content: Content, picture_id: str) -> View:
    """One of the pictures, drawn as its kind is."""
    drawn = find(content.pictures, picture_id)
    cites = sources_of([drawn])
    return View("picture", {"picture": drawn, "mended": _mended(content), "cited": cites}, cites)


def _mended(content: Content) -> Mended:
    """Return what went wrong by how often it can be mended."""
    mended: Mended = {"often": [], "sometimes": [], "rarely": []}
    for blunder in content.recoverable:
        mended[blunder.mendable].append(blunder)
    return mended
