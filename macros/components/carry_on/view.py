"""For a returning visitor."""

from __future__ import annotations

from macros.components.macro import View, macro
from macros.content import Content
from macros.content.saved import open_checklists


@macro()
def carry_on(content: Content) -> View:
    """For a returning visitor: the list that they worked on last."""
    return View("carry_on", {"checklists": open_checklists(content)})
