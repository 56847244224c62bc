"""The part ``checklists``: what a reader ticks or answers."""

from __future__ import annotations

from collections import Counter
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from macros.content.entries import Case, Entry, Link, Message, Saved
from macros.content.values import Count, Day, Id, Line, Some, Text


class Item(Saved):
    """One thing to do: ``text`` labels its box, ``help`` says more under it.

    ``branches`` tell what the item means, depending on where the reader stands. With ``shows_cause`` it also says
    which cause the reader found in their debrief.
    """

    text: Text
    help: Text | None = None
    link: Link | None = None
    branches: Some[Case] | None = None
    shows_cause: bool = False


class Question(Item):
    """One thing to answer Yes, No or Not sure: ``when_no`` says what to work on after a No."""

    when_no: Text


class Verdict(Message):
    """What ``no_min`` to ``no_max`` answers of No say, both ends included."""

    id: Id
    no_min: Count
    no_max: Count

    @model_validator(mode="after")
    def _runs_upward(self) -> Self:
        if self.no_min > self.no_max:
            raise PydanticCustomError("verdict_turned", "no_min above no_max")
        return self


class Checklist(Saved):
    """What every kind of checklist has.

    ``purpose`` is the one main message on top; ``takes`` says how much time, in words; ``want`` is what a reader
    wants who needs it, after "I want to". ``saves`` is what its answers are.
    """

    saves: ClassVar[Literal["tick", "yes-no"]]
    title: Line
    want: Line | None = None
    purpose: Text
    revised: Day
    takes: Line | None = None


class TickList(Checklist):
    """A checklist to tick, with what to say when all of it is done."""

    saves = "tick"
    kind: Literal["tick"]
    items: Some[Item]
    done: Message


class Group(Entry):
    """Items under one title, such as a day; its id is an anchor on the page."""

    title: Line
    items: Some[Item]


class GroupedList(Checklist):
    """A checklist to tick, in groups. The ids of its items are unique in all of them."""

    saves = "tick"
    kind: Literal["grouped"]
    groups: Some[Group]
    done: Message


class YesNoList(Checklist):
    """A checklist to answer, with the rule that scores it.

    ``scoring`` is the rule in words, also printed. ``verdicts`` cover every possible number of
    No answers exactly once; ``unfinished`` is shown while answers are missing.
    """

    saves = "yes-no"
    kind: Literal["yes-no"]
    items: Some[Question]
    scoring: Text
    verdicts: Some[Verdict]
    unfinished: Message

    @model_validator(mode="after")
    def _verdicts_cover_every_count(self) -> Self:
        most = sum(not item.retired for item in self.items)
        covered = Counter(
            count
            for verdict in self.verdicts
            for count in range(verdict.no_min, min(verdict.no_max, most) + 1)
        )
        missing = [count for count in range(most + 1) if not covered[count]]
        twice = [count for count in range(most + 1) if covered[count] > 1]
        if missing or twice:
            details = {"most": most, "missing": missing, "twice": twice}
            raise PydanticCustomError("verdict_gap", "verdicts must cover 0 to {most}", details)
        return self


AnyChecklist = Annotated[TickList | GroupedList | YesNoList, Field(discriminator="kind")]
