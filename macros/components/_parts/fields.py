"""The fields of worksheets in words."""

from __future__ import annotations

from typing import Any

from macros.content import Content
from macros.content.guide import StarComponent
from macros.content.saved import worksheet_fields
from macros.content.worksheets.fields import Worksheet, WorksheetField
from macros.content.worksheets.star_answer import StarWorksheet


def field_words(content: Content, worksheet: Worksheet) -> dict[str, dict[str, Any]]:
    """Return each field of a worksheet in words, by the name that its page knows it by."""
    return {field.role: _in_words(content, field) for field in _fields(content, worksheet)}


def saved_words(content: Content, worksheet: Worksheet) -> dict[str, dict[str, Any]]:
    """Return the same by the names under which the fields are saved."""
    return {field.id: _in_words(content, field) for field in _fields(content, worksheet)}


def _fields(content: Content, worksheet: Worksheet) -> list[WorksheetField]:
    fields = [field for _, field in worksheet_fields(worksheet)]
    if isinstance(worksheet, StarWorksheet):
        # The four parts stand behind the question.
        fields[1:1] = [field_of(part) for part in content.star]
    return fields


def _in_words(content: Content, field: WorksheetField) -> dict[str, Any]:
    """Return the label of a field, and the words for the choices that it offers."""
    choices = {each.id: each.label for each in field.choices or ()}
    if field.role == "cause":
        choices = {cause.id: cause.title for cause in content.root_causes}
    return {"label": field.label, "choices": choices}


def field_of(part: StarComponent) -> WorksheetField:
    """Return where a reader writes one part of STAR: its help says what the part is for."""
    return WorksheetField.model_construct(id=part.id, label=part.component, help=part.tactic)
