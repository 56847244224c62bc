"""The part ``checklists``: lists that readers tick or answer."""

from __future__ import annotations

from collections import Counter
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from macros.content.entries import Case, Entry, Link, Message, Saved
from macros.content.values import Count, Day, Id, Line, Some, Text


class Item(Saved):
    """One thing to do: ``text`` labels its box, ``help`` says more under it.

    ``branches`` say what the item means in each of several situations. With ``shows_cause`` it also names the cause
    that the reader found in their debrief.
    """

    text: Text
    help: Text | None = None
    link: Link | None = None
    branches: Some[Case] | None = None
    shows_cause: bool = False


class Question(Item):
    """A question to answer with Yes, No or Not sure: ``when_no`` says what to work on after a No."""

    when_no: Text


class Verdict(Message):
    """The verdict for ``no_min`` to ``no_max`` answers of No, inclusive."""

    id: Id
    no_min: Count
    no_max: Count

    @model_validator(mode="after")
    def _runs_upward(self) -> Self:
        if self.no_min > self.no_max:
            raise PydanticCustomError("verdict_turned", "no_min above no_max")
        return self


class Checklist(Saved):
    """Base of every kind of checklist.

    ``purpose`` is the main message at the top; ``takes`` is the time needed, in words; ``want`` is the wish of a reader
    who needs it, worded to follow "I want to". ``saves`` is the kind of its answers.
    """

    saves: ClassVar[Literal["tick", "yes-no"]]
    title: Line
    want: Line | None = None
    purpose: Text
    revised: Day
    takes: Line | None = None


class TickList(Checklist):
    """A checklist to tick, with a message for when all of it is done."""

    saves = "tick"
    kind: Literal["tick"]
    items: Some[Item]
    done: Message


class Group(Entry):
    """Items under one title, such as a day; its id is an anchor on the page."""

    title: Line
    items: Some[Item]


class GroupedList(Checklist):
    """A checklist to tick, in groups. The ids of its items are unique across the groups."""

    saves = "tick"
    kind: Literal["grouped"]
    groups: Some[Group]
    done: Message


class YesNoList(Checklist):
    """A checklist to answer, with the rule that scores it.

    ``scoring`` is the rule in words, which is also printed. ``verdicts`` cover every possible number of No answers
    exactly once; ``unfinished`` is shown while answers are missing.
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
