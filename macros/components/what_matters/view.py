"""The worksheet for what matters to a reader."""

from __future__ import annotations

from macros.components._parts.forms import form_values
from macros.components.macro import View, macro
from macros.content import Content


@macro()
def what_matters(content: Content) -> View:
    """Fifteen minutes of writing about two or three values, with a timer."""
    worksheet = content.worksheets.what_matters
    return View("what_matters", form_values(content, worksheet))
