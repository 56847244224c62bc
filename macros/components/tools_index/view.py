"""Every tool, by what a reader wants."""

from __future__ import annotations

from macros.components.macro import View, macro
from macros.content import Content
from macros.content.saved import open_checklists, saved_worksheets


@macro()
def tools_index(content: Content) -> View:
    """Every worksheet, then every checklist: its purpose, how long it takes, and the reader's progress."""
    return View(
        "tools_index", {"worksheets": saved_worksheets(content), "checklists": open_checklists(content)}
    )
