"""Everything that a reader has saved."""

from __future__ import annotations

from macros.components._parts.answers import answer_words
from macros.components._parts.fields import field_words
from macros.components.macro import View, macro
from macros.content import Content
from macros.content.saved import RECORDS, saved_sheets


@macro()
def my_recovery(content: Content) -> View:
    """Every list with its answers, where the reader stopped, and the one next thing."""
    worksheets = (getattr(content.worksheets, records.kind.replace("-", "_")) for records in RECORDS)
    return View(
        "my_recovery",
        {
            "worksheets": [
                (records, sheet.title, field_words(content, sheet))
                for records, sheet in zip(RECORDS, worksheets, strict=True)
            ],
            "sheets": saved_sheets(content),
            "answers": answer_words(content),
        },
    )
