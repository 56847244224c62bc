"""The parts ``note_templates`` and ``note_reach``: notes to send, and what they can achieve."""

from __future__ import annotations

from macros.content.entries import Cited
from macros.content.values import Line, Part, Some, Text


class NoteTemplate(Cited):
    """A note to send. ``subject`` and ``body`` hold blanks in square brackets.

    ``body`` keeps its line breaks. ``when`` says when to use it, ``cautions`` what to watch out for.
    """

    title: Line
    when: Text
    subject: Line
    body: Line
    cautions: Some[Text]


class NoteReach(Part):
    """What a follow-up note can and cannot achieve."""

    can: Some[Line]
    cannot: Some[Line]
