"""Everything that a reader has saved."""

from __future__ import annotations

from macros.components._parts.answers import answer_words
from macros.components._parts.fields import field_words
from macros.components.macro import View, macro
from macros.content import Content
from macros.content.saved import RECORDS, saved_checklists


@macro()
def my_recovery(content: Content) -> View:
    """Every list with its answers, where the reader stopped, and the one next thing."""
    worksheets = (getattr(content.worksheets, records.kind.replace("-", "_")) for records in RECORDS)
    return View(
        "my_recovery",
        {
            "worksheets": [
                (records, worksheet.title, field_words(content, worksheet))
                for records, worksheet in zip(RECORDS, worksheets, strict=True)
            ],
            "checklists": saved_checklists(content),
            "answers": answer_words(content),
        },
    )
