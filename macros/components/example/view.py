"""One invented interview."""

from __future__ import annotations

from macros.components.macro import View, macro
from macros.content import Content
from macros.content.entries import find


@macro("examples")
def example(content: Content, example_id: str) -> View:
    """One invented interview, from the debrief to a note and a better answer."""
    causes = {cause.id: cause.title for cause in content.root_causes}
    shown = find(content.examples, example_id)
    return View("example", {"example": shown, "causes": causes, "star": content.star})
