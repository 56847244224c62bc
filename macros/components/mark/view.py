"""The mark as a picture."""

from __future__ import annotations

from macros.components.macro import View, macro
from macros.content import Content


@macro()
def mark(_: Content) -> View:
    """Both of its circles: a first impression, and a second, better one."""
    return View("mark", {"second": True})


def mark_alone() -> View:
    """Its first circle alone, for a page with nothing on it yet."""
    return View("mark", {"second": False})
