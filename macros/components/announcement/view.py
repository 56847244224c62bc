"""What a center announces."""

from __future__ import annotations

from macros.components.macro import View
from macros.content.center import Announcement


def announcement(announced: Announcement) -> View:
    """A notice on top of every page, up to a day. The frame calls it, not a page."""
    return View("announcement", {"announcement": announced})
