"""A link and a code for moving to another device."""

from __future__ import annotations

from macros.components.macro import View, macro
from macros.content import Content


@macro()
def transfer(_content: Content) -> View:
    """A link and a code that carry everything to another device."""
    return View("transfer")
