"""The switch for a computer that others use too."""

from __future__ import annotations

from macros.components.macro import View, macro
from macros.content import Content


@macro()
def shared_computer(_content: Content) -> View:
    """The switch for a computer that others use too."""
    return View("shared_computer")
