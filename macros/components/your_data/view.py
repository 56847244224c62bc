"""What this site keeps about a reader, item by item."""

from __future__ import annotations

from macros.components._parts.answers import answer_words
from macros.components._parts.fields import saved_words
from macros.components.macro import View, macro
from macros.content import Content
from macros.content.saved import saved_checklists, saved_worksheets


@macro()
def your_data(content: Content) -> View:
    """Everything that is saved, where it is kept, and what the page has requested."""
    return View(
        "your_data",
        {
            "words": content.your_data,
            "worksheets": [
                (records, worksheet.title, saved_words(content, worksheet))
                for records, worksheet in saved_worksheets(content)
            ],
            "checklists": saved_checklists(content),
            "answers": answer_words(content),
        },
    )
