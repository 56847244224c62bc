"""The worksheet for notes on an interview."""

from __future__ import annotations

from macros.components._parts.fields import field_words
from macros.components.macro import View, macro
from macros.content import Content
from macros.content.saved import renamed_ids, still_open


@macro()
def debrief(content: Content) -> View:
    """Notes on interviews, question by question, with one of the examples to try."""
    worksheet = content.worksheets.debrief
    example = content.examples[0]
    fields = {field.role: field for field in (*worksheet.interview, *worksheet.row)}
    today = renamed_ids(fields["weakness"].choices or ())
    return View(
        "debrief",
        {
            "worksheet": worksheet,
            "thread": content.thread,
            "fields": fields,
            "field_words": field_words(content, worksheet),
            "causes": still_open(content.root_causes),
            "summary": example.summary,
            "example": {
                "interview": {"well": example.went_well},
                "rows": [
                    row.model_dump() | {"weakness": today.get(row.weakness, row.weakness)}
                    for row in example.debrief
                ],
            },
        },
    )
