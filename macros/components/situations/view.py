"""The ways in."""

from __future__ import annotations

from macros.components.macro import View, macro
from macros.content import Content


@macro()
def situations(content: Content) -> View:
    """The ways in, as cards."""
    return View("situations", {"situations": content.situations, "ways": content.thread.ways})
