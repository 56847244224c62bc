"""``worksheets.when_to_ask``: the days to ask for news, to ask again and to stop."""

from __future__ import annotations

from typing import Annotated, Literal

from macros.content.entries import Checked
from macros.content.values import (
    AnyLine,
    Count,
    Day,
    LegalRuleId,
    Line,
    Part,
    RuleId,
    Some,
    SourceId,
    Text,
    blanks,
)
from macros.content.worksheets.fields import Choice, Worksheet, WorksheetField

Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]


class DutyToAnswer(Part):
    """A law by which an employer has to answer within some ``days`` of the interview."""

    law: LegalRuleId
    days: Count


class Place(Choice):
    """The place of an employer, and the days on which nobody works there.

    ``code`` is its ISO 3166 code, by which ``tools/holidays.py`` looks up the holidays; a place without one has none.
    ``holidays`` leaves out those on a weekend.
    """

    code: Line | None = None
    weekend: Some[Weekday] = ("saturday", "sunday")
    holidays: tuple[Day, ...] = ()
    duty: DutyToAnswer | None = None


class PlaceField(WorksheetField):
    """The field for the place of the employer."""

    choices: Some[Place]


class HolidaysKnown(Checked):
    """When the holidays were looked up, and the last day for which they are known (``until``)."""

    until: Day
    sources: Some[SourceId]


class StepWords(Part):
    """One of the days, and what to do then. ``event`` is its calendar title, with the reader's ``{name}`` for it."""

    title: Line
    text: Text
    event: Annotated[AnyLine, blanks("name")]


class WhenToAskWords(Part):
    """The words of the worksheet about the days. ``{day}`` is a date, ``{place}`` is that of the employer."""

    no_place: Line
    results: Line
    by_hand: Text
    nothing_yet: Line
    turned: Line
    first: StepWords
    second: StepWords
    stop: StepWords
    owed: StepWords
    today: Line
    past: Line
    asked: Annotated[AnyLine, blanks("day")]
    with_holidays: Annotated[AnyLine, blanks("place")]
    without_holidays: Line
    beyond: Annotated[AnyLine, blanks("day")]
    law: Line
    no_law: Line
    calendar: Line
    calendar_help: Line
    unnamed: Line
    file_name: Line


class WhenToAsk(Worksheet):
    """The days to ask for news. ``rule`` is the id of the rule that says how long to wait."""

    rule: RuleId
    name: WorksheetField
    interview: WorksheetField
    sent: WorksheetField
    promised: WorksheetField
    asked: WorksheetField
    place: PlaceField
    holidays: HolidaysKnown
    words: WhenToAskWords
