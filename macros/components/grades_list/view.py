"""What each grade of evidence means."""

from __future__ import annotations

from macros.components.macro import View, macro
from macros.content import Content
from macros.content.words import GradeWords


@macro()
def grades_list(content: Content) -> View:
    """What each grade of evidence means."""
    return View("grades_list", {"grades": grades(content)})


def grades(content: Content) -> list[tuple[str, GradeWords]]:
    """Return each grade's id with its words, strongest kind of evidence first."""
    fields = type(content.ui.grades).model_fields
    return [(field.alias or name, getattr(content.ui.grades, name)) for name, field in fields.items()]
