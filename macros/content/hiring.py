"""The part ``hiring``, for hiring managers."""

from __future__ import annotations

from macros.content.entries import Cited
from macros.content.values import Line, Part, Some, Text


class Practice(Cited):
    """One habit of a fair hiring team."""

    title: Line
    text: Text


class FeedbackPhrase(Cited):
    """A well-worded phrase of feedback: the case, what to avoid, what to say instead (with blanks)."""

    situation: Line
    instead_of: Text
    say: Text


class Hiring(Part):
    """Advice for hiring managers."""

    practices: Some[Practice]
    feedback: Some[FeedbackPhrase]
