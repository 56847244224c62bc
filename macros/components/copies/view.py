"""Saving and loading a copy."""

from __future__ import annotations

from macros.components._parts.answers import answer_words
from macros.components.macro import View, macro
from macros.content import Content


@macro()
def copies(content: Content) -> View:
    """Saving and loading a copy of everything."""
    return View("copies", {"answers": answer_words(content)})
