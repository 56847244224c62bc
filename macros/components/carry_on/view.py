"""What the home page shows a returning visitor."""

from __future__ import annotations

from macros.components._parts.threads import thread_values
from macros.components.macro import View, macro
from macros.content import Content
from macros.content.saved import open_checklists


@macro()
def carry_on(content: Content) -> View:
    """For a returning visitor: their interview with its one next step, and the lists that they have begun."""
    return View("carry_on", {**thread_values(content), "checklists": open_checklists(content)})
