"""The parts of the guide: ``star``, ``root_causes``, ``recoverable``, ``signals``, ``rules``, ``search_lengths``."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from macros.content.entries import Cited, Link, Saved
from macros.content.values import Count, Line, Part, Percent, Some, Text, Weeks


class StarComponent(Cited):
    """One letter of STAR: the common mistake and how to fix it.

    ``id`` also names a field of a worksheet. ``share`` is its percentage of the speaking time; the four add up to 100.
    """

    id: Literal["situation", "task", "action", "result"]
    component: Line
    share: Percent
    mistake: Text
    tactic: Text
    before: Text
    after: Text


class RootCause(Cited, Saved):
    """One reason why an interview goes wrong: its signs, questions to ask yourself, and what to do.

    ``test`` is a question whose Yes means this cause; the tests are asked in the order of the list. ``short`` is the
    title where there is little room.
    """

    title: Line
    short: Line | None = None
    test: Line
    sign: Text
    questions: Some[Text]
    fix: Text
    link: Link


class Blunder(Cited):
    """Something that went wrong: whether it can be mended, how, and how not."""

    blunder: Text
    mendable: Literal["often", "sometimes", "rarely"]
    how: Text
    how_not: Text
    link: Link | None = None


class Signal(Cited):
    """A kind of phrase, or silence: what it can mean and what to do."""

    signal: Line
    example: Text
    meaning: Text
    action: Text


class Waits(Part):
    """How long to wait before asking for news, as the text of the rule says.

    Attributes:
        working_days: working days after the day that the employer named.
        days: days after the interview, if the employer named none.
        again: days from one question to the next, and from the last one to giving up.
    """

    working_days: Count
    days: Count
    again: Count


class Rule(Cited):
    """Advice that several pages repeat in the same words. Its ``home`` says more."""

    text: Text
    home: Link
    waits: Waits | None = None


class SearchLength(Cited):
    """How long people look for a job: ``label`` says who was asked, when, and how it was counted."""

    label: Line
    weeks: Weeks


def _shares_add_up(star: tuple[StarComponent, ...]) -> tuple[StarComponent, ...]:
    total = sum(component.share for component in star)
    if total != 100:
        raise PydanticCustomError("share_total", "shares add up to {total}", {"total": total})
    return star


Star = Annotated[Some[StarComponent], AfterValidator(_shares_add_up)]
