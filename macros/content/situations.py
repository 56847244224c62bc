"""The part ``situations``: the entry points for readers."""

from __future__ import annotations

from macros.content.entries import Entry, Link, Searchable
from macros.content.values import Line, Some, Text


class Step(Entry):
    """One thing to do now, in order."""

    title: Line
    text: Text
    link: Link | None = None


class Situation(Searchable):
    """One entry point: the situation of the reader, a word of comfort, then ordered steps.

    ``title`` is what the reader would say; ``summary`` is the line under it on the home page.
    """

    title: Line
    summary: Line
    reassurance: Text
    steps: Some[Step]
