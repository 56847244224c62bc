"""A picture of what a note can do."""

from __future__ import annotations

from macros.components._parts.pictures import column
from macros.components.macro import View, macro
from macros.content import Content

NOTE_SIDES = {"can": 0, "cannot": 186}  # where each side of the picture starts


@macro()
def note_reach(content: Content) -> View:
    """A picture of what a note can do beside what it cannot."""
    reach = content.note_reach
    sides = [(name, column(getattr(reach, name), x + 26, 44, 146, gap=4)) for name, x in NOTE_SIDES.items()]
    return View("note_reach", {"sides": sides, "reach": reach, "left": NOTE_SIDES})
