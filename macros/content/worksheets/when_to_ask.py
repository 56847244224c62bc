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
    """Where an employer is, and which days nobody works there.

    ``code`` is the place in ISO 3166: `tools/holidays.py` finds its holidays by that, so a place without
    one has none. ``holidays`` leaves out those on a weekend.
    """

    code: Line | None = None
    weekend: Some[Weekday] = ("saturday", "sunday")
    holidays: tuple[Day, ...] = ()
    duty: DutyToAnswer | None = None


class PlaceField(WorksheetField):
    """Where the employer is."""

    choices: Some[Place]


class HolidaysKnown(Checked):
    """When the holidays were looked up, and ``until`` which day they are known."""

    until: Day
    sources: Some[SourceId]


class StepWords(Part):
    """One of the days: what to do then. ``event`` is what a calendar calls it, with the reader's ``{name}`` for it."""

    title: Line
    text: Text
    event: Annotated[AnyLine, blanks("name")]


class WhenToAskWords(Part):
    """What the worksheet says about the days. ``{day}`` is a date, ``{place}`` where the employer is."""

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
    """The days to ask for news. ``rule`` is the one that says how long to wait."""

    rule: RuleId
    name: WorksheetField
    interview: WorksheetField
    sent: WorksheetField
    promised: WorksheetField
    asked: WorksheetField
    place: PlaceField
    holidays: HolidaysKnown
    words: WhenToAskWords
