"""Why an interview goes wrong."""

from __future__ import annotations

from macros.components.macro import View, macro, sources_of
from macros.content import Content
from macros.content.saved import still_open


@macro()
def root_causes(content: Content) -> View:
    """The causes, each with its sign, its questions and what to do."""
    causes = still_open(content.root_causes)
    return View("root_causes", {"causes": causes}, sources_of(causes))
