"""Every source."""

from __future__ import annotations

from macros.components.grades_list.view import grades
from macros.components.macro import View, macro
from macros.content import Content
from macros.content.sources import Source


@macro(lists_sources=True)
def sources_list(content: Content) -> View:
    """Every source, by grade and then by author."""
    groups = [
        (grade, words, sorted((s for s in content.sources if s.grade == grade), key=_author))
        for grade, words in grades(content)
    ]
    return View("sources_list", {"groups": [group for group in groups if group[2]]})


def _author(source: Source) -> tuple[str, int]:
    return source.author.casefold(), source.year or 0
