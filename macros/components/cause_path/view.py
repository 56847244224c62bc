"""A picture of how to find a cause."""

from __future__ import annotations

from macros.components._parts.pictures import centered, column, text_box
from macros.components.macro import View, macro
from macros.content import Content
from macros.content.saved import still_open


@macro()
def cause_path(content: Content) -> View:
    """A picture of the questions that lead to a cause: Yes leads to one, No to the next question."""
    end = content.ui.pictures.cause_path_end
    causes = still_open(content.root_causes)
    *questions, last = column([*(cause.test for cause in causes), end], 0, 1, 176, gap=32)
    titles = (cause.title for cause in causes)
    steps = tuple(
        (question, centered(text_box(title, 212, 0, 147), question.middle))
        for question, title in zip(questions, titles, strict=True)
    )
    return View("cause_path", {"steps": steps, "end": last, "causes": causes})
