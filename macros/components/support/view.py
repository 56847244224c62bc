"""Someone to talk to."""

from __future__ import annotations

from macros.components.macro import View, macro
from macros.content import Content


@macro()
def support(content: Content) -> View:
    """Where to find someone to talk to."""
    return View("support", {"lines": content.helplines})
