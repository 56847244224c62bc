"""The fields of worksheets in words."""

from __future__ import annotations

from typing import Any

from macros.content import Content
from macros.content.guide import StarComponent
from macros.content.saved import worksheet_fields
from macros.content.worksheets.fields import Worksheet, WorksheetField
from macros.content.worksheets.star_answer import StarWorksheet


def field_words(content: Content, worksheet: Worksheet) -> dict[str, dict[str, Any]]:
    """Return the label of each field of a worksheet, and the words for the choices that it offers."""
    fields = [field for _, field in worksheet_fields(worksheet)]
    if isinstance(worksheet, StarWorksheet):
        # The four parts stand behind the question.
        fields[1:1] = [field_of(part) for part in content.star]
    words = {
        field.id: {"label": field.label, "choices": {each.id: each.label for each in field.choices or ()}}
        for field in fields
    }
    if "cause" in words:
        words["cause"]["choices"] = {cause.id: cause.title for cause in content.root_causes}
    return words


def field_of(part: StarComponent) -> WorksheetField:
    """Return where a reader writes one part of STAR: its help says what the part is for."""
    return WorksheetField.model_construct(id=part.id, label=part.component, help=part.tactic)
