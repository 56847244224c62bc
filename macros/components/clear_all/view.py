"""Deleting everything."""

from __future__ import annotations

from macros.components.macro import View, macro
from macros.content import Content


@macro()
def clear_all(_content: Content) -> View:
    """Deleting everything, with undo."""
    return View("clear_all")
