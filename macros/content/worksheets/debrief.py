"""``worksheets.debrief``: notes on an interview, question by question."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Self

from pydantic import AfterValidator, model_validator
from pydantic_core import PydanticCustomError

from macros.content.values import AnyLine, Line, Part, Plural, RootCauseId, Some, Text, blanks, forms
from macros.content.worksheets.fields import Worksheet, WorksheetField

# Fields of an interview that other pages ask for: who was met, when a note was sent, and the outcome.
MORE = ("people", "sent", "outcome")
# The choices of `outcome`, on which the next step depends.
OUTCOMES = ("wrote", "turned-down")


def _fields(*names: str, choices: str, may: Sequence[str] = ()) -> AfterValidator:
    """Return a validator that requires these fields, allows those in ``may``, and requires one to offer choices."""

    def check(fields: tuple[WorksheetField, ...]) -> tuple[WorksheetField, ...]:
        found = {field.role: field for field in fields}
        if set(found) - set(may) != set(names):
            raise PydanticCustomError("other_fields", "other fields", {"names": names, "found": list(found)})
        if not found[choices].choices:
            raise PydanticCustomError("no_choices", "no choices", {"field": choices})
        return fields

    return AfterValidator(check)


class CaptureQuestions(Part):
    """The question for each field when it is shown alone; ``next_question`` is for all rows but the first."""

    question: Line
    next_question: Line
    response: Line
    missing: Line
    reaction: Line


class CaptureEndWords(Part):
    """The end of the capture; ``{count}`` questions are noted. ``event`` is a calendar entry for tomorrow."""

    title: Line
    questions: Annotated[Plural, forms("count")]
    well: Line
    calendar: Line
    calm: Line
    read: Line
    rest: Text
    event: Line
    event_text: Line
    file_name: Line


class DebriefWords(Part):
    """The words of the debrief. ``{number}``, ``{part}`` and ``{total}`` are numbers, ``{title}`` is a cause."""

    interview_title: Line
    new_interview: Line
    remove_interview: Line
    interview_removed: Line
    rows_title: Line
    row: Annotated[AnyLine, blanks("number")]
    add_row: Line
    capture: Line
    capture_help: Text
    capture_well: Line
    capture_row: Annotated[AnyLine, blanks("number", "part", "total")]
    capture_back: Line
    capture_next: Line
    capture_skip: Line
    capture_no_more: Line
    capture_done: Line
    capture_stop: Line
    capture_asked: Line
    capture_saved: Line
    capture_asks: CaptureQuestions
    capture_end: CaptureEndWords
    no_cause: Line
    causes_title: Line
    causes_none: Text
    causes_count: Annotated[AnyLine, blanks("title", "count")]
    causes_most: Line
    causes_tie: Text
    weakest_title: Line
    weakest_none: Text
    noted_title: Line
    noted: Line
    not_noted: Line


class DebriefWorksheet(Worksheet):
    """Notes on an interview, question by question.

    The choices of ``weakness`` go from the best answer, which needs no work, to the weakest. ``first_cause`` leads
    when several causes are equally frequent.
    """

    interview: Annotated[
        Some[WorksheetField],
        _fields("well", "company", "role", "date", "kind", choices="kind", may=MORE),
    ]
    row: Annotated[
        Some[WorksheetField],
        _fields("question", "response", "missing", "reaction", "cause", "weakness", choices="weakness"),
    ]
    first_cause: RootCauseId
    words: DebriefWords

    @model_validator(mode="after")
    def _knows_its_outcomes(self) -> Self:
        for field in self.interview:
            found = {choice.id for choice in field.choices or ()}
            if field.role == "outcome" and found != set(OUTCOMES):
                details = {"field": field.id, "choices": OUTCOMES}
                raise PydanticCustomError("other_choices", "other choices", details)
        return self
