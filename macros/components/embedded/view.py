"""The page of a tool in a frame of another site."""

from __future__ import annotations

from macros.components.macro import View
from macros.content.sheets import Sheet


def embedded(sheet: Sheet) -> View:
    """The way out of the frame. The build calls it for every tool (see tools/embeds.py): it is no macro."""
    return View("embedded", {"sheet": sheet})
