"""The part ``examples``: invented interviews, worked through."""

from __future__ import annotations

from typing import Literal

from macros.content.entries import Entry
from macros.content.values import Line, Part, RootCauseId, Some, Text

# How weak an answer was, from one that needs no work to one that was missing. Readers have saved these values.
Weakness = Literal["fine", "shaky", "weak", "missing"]


class DebriefRow(Part):
    """One interview question: the answer, what was missing from it, how the interviewer reacted, and why."""

    question: Text
    response: Text
    missing: Text
    reaction: Text
    cause: RootCauseId
    weakness: Weakness


class ExampleNote(Part):
    """The note sent afterwards; ``situation`` says what happened. ``text`` keeps its line breaks."""

    situation: Line
    text: Line


class StarAnswer(Part):
    """An answer in the four parts of STAR."""

    situation: Text
    task: Text
    action: Text
    result: Text


class Rewrite(Part):
    """One answer, as given and as rewritten."""

    question: Text
    before: Text
    after: StarAnswer


class Example(Entry):
    """One invented interview, worked through from the debrief to a note and a better answer."""

    title: Line
    summary: Text
    debrief: Some[DebriefRow]
    went_well: Text
    note: ExampleNote
    rewrite: Rewrite
