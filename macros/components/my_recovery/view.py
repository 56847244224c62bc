"""Everything that a reader has saved."""

from __future__ import annotations

from macros.components._parts.answers import answer_words
from macros.components._parts.threads import thread_values
from macros.components.macro import View, macro
from macros.content import Content
from macros.content.saved import saved_checklists, saved_worksheets


@macro()
def my_recovery(content: Content) -> View:
    """Each interview with its progress, everything written, every list with its answers, and the one next step."""
    return View(
        "my_recovery",
        {
            **thread_values(content),
            "worksheets": [(records, worksheet.title) for records, worksheet in saved_worksheets(content)],
            "debrief": content.worksheets.debrief.words,
            "causes": {cause.id: cause.title for cause in content.root_causes},
            "star_parts": {part.id: part.component for part in content.star},
            "checklists": saved_checklists(content),
            "answers": answer_words(content),
        },
    )
