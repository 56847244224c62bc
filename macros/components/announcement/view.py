"""The announcement of a center."""

from __future__ import annotations

from macros.components.macro import View
from macros.content.center import Announcement


def announcement(announced: Announcement) -> View:
    """A notice at the top of every page until its last day. The frame calls it: it is no macro."""
    return View("announcement", {"announcement": announced})
