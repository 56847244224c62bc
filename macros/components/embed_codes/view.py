"""The code that shows a tool on another site."""

from __future__ import annotations

from macros.components.macro import View, macro
from macros.content import Content
from macros.content.sheets import all_sheets


@macro()
def embed_codes(content: Content) -> View:
    """The code for each tool, to copy."""
    return View("embed_codes", {"sheets": all_sheets(content)})
