"""The part ``thread``: the stations of an interview, and the one next step in each of its states."""

from __future__ import annotations

from typing import Annotated

from macros.content.values import AnyLine, Line, PagePath, Part, blanks


class Station(Part):
    """One station of an interview, and the ``page`` of its tool."""

    label: Line
    page: PagePath


class Stations(Part):
    """Every station, in the order in which most readers reach them; None if a center hides its page."""

    notes: Station | None = None
    cause: Station | None = None
    answers: Station | None = None
    note: Station | None = None
    next: Station | None = None


class NextStep(Part):
    """One thing to do next: ``text`` labels its button, ``help`` says how long it takes, ``{question}`` was asked."""

    text: Annotated[AnyLine, blanks(may=("question",))]
    help: Line
    page: PagePath


class NextSteps(Part):
    """Every step that can come next; ``records/thread.js`` decides which.

    The page of ``audit``, ``plan`` and ``prepare`` is a checklist: they lead to its next open item. A step is None if a
    center hides its page.
    """

    write: NextStep | None = None
    respond: NextStep | None = None
    cause: NextStep | None = None
    answer: NextStep | None = None
    rewrite: NextStep | None = None
    note: NextStep | None = None
    send: NextStep | None = None
    wait: NextStep | None = None
    audit: NextStep | None = None
    plan: NextStep | None = None
    prepare: NextStep | None = None
    again: NextStep | None = None


class StationDetails(Part):
    """The lines under a station. ``{count}``, ``{done}`` and ``{total}`` are numbers."""

    questions: Annotated[AnyLine, blanks("count")]
    answers: Annotated[AnyLine, blanks("done", "total")]
    draft: Line
    sent: Line
    waiting: Line
    wrote: Line
    turned_down: Line


class StationStates(Part):
    """The state of a station in words, for readers who do not see it drawn."""

    done: Line
    begun: Line
    open: Line


class Changes(Part):
    """What may have happened since: buttons that record it, and undo that."""

    title: Line
    sent: Line
    wrote: Line
    turned_down: Line


class CarriedWords(Part):
    """Words beside a field that another tool can fill. ``{text}`` is the text that it would fill in."""

    from_debrief: Line
    offer: Annotated[AnyLine, blanks("text")]
    from_note: Line
    offer_of_note: Annotated[AnyLine, blanks("text")]
    take_out: Line
    put_in: Line


class SentWords(Part):
    """Words under a note: that it was sent, and when."""

    button: Line
    day: Line


class Thread(Part):
    """One interview from the first notes to what comes after the answer. ``{day}`` is a day in words.

    ``interviews`` labels the choice between several; ``next_field`` labels a button that leads to the next ``{field}``
    of a tool.
    """

    stations: Stations
    steps: NextSteps
    details: StationDetails
    states: StationStates
    changes: Changes
    carried: CarriedWords
    sent: SentWords
    track: Line
    dated: Annotated[AnyLine, blanks("day")]
    begun_on: Annotated[AnyLine, blanks("day")]
    untitled: Line
    interviews: Line
    ways: Line
    everything: Line
    next_field: Annotated[AnyLine, blanks("field")]
