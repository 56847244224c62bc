"""The words of worksheet fields: labels and choices."""

from __future__ import annotations

from typing import Any

from macros.content import Content
from macros.content.entries import Saved
from macros.content.guide import StarComponent
from macros.content.saved import records_of, saved_fields
from macros.content.worksheets.fields import Worksheet, WorksheetField
from macros.content.worksheets.star_answer import StarWorksheet


def field_words(content: Content, worksheet: Worksheet) -> dict[str, dict[str, Any]]:
    """Return the words of each field of a worksheet, by the name that the page uses."""
    return {field.role: _in_words(field, choices) for field, choices in _fields(content, worksheet)}


def saved_words(content: Content, worksheet: Worksheet) -> dict[str, dict[str, Any]]:
    """Return the same words, by the ids under which the fields are saved."""
    return {field.id: _in_words(field, choices) for field, choices in _fields(content, worksheet)}


def _fields(content: Content, worksheet: Worksheet) -> list[tuple[WorksheetField, list[Saved]]]:
    records = records_of(content, worksheet)
    fields = [
        (each.field, [choice for _, choice in each.choices])
        for each in saved_fields(content)
        if each.kind in (records.kind, records.part) and isinstance(each.field, WorksheetField)
    ]
    if isinstance(worksheet, StarWorksheet):
        # The four parts follow the question.
        fields[1:1] = [(field_of(part), []) for part in content.star]
    return fields


def _in_words(field: WorksheetField, choices: list[Saved]) -> dict[str, Any]:
    """Return the label of a field, and the words for the choices that it offers."""
    return {"label": field.label, "choices": {choice.id: _choice_words(choice) for choice in choices}}


def _choice_words(choice: Saved) -> str:
    """Return the words of a choice; some choices are entries of another part, such as regions."""
    words: str = next(getattr(choice, name) for name in ("label", "name", "title") if hasattr(choice, name))
    return words


def field_of(part: StarComponent) -> WorksheetField:
    """Return the field for one part of STAR; its help says what the part is for."""
    return WorksheetField.model_construct(id=part.id, label=part.component, help=part.tactic)
