"""Every checklist."""

from __future__ import annotations

from macros.components.macro import View, macro
from macros.content import Content
from macros.content.saved import open_checklists


@macro()
def checklists_index(content: Content) -> View:
    """Every checklist with its purpose and its number of items, the plan last."""
    return View("checklists_index", {"checklists": open_checklists(content)})
