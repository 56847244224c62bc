"""The part ``questions``: questions that readers ask."""

from __future__ import annotations

from macros.content.entries import Entry, Searchable
from macros.content.values import Flag, Line, PagePath, Some, Text


class Answer(Searchable):
    """One question that readers ask, with its answer in one to three short paragraphs.

    ``asked_on`` lists the pages where it comes up, which link to it. ``urgent`` puts every helpline into the answer
    itself.
    """

    question: Line
    answer: Some[Text]
    urgent: Flag = False
    asked_on: Some[PagePath] | None = None


class Topic(Entry):
    """Questions that belong together."""

    title: Line
    questions: Some[Answer]
