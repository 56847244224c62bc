"""The parts ``law`` and ``helplines``: facts that hold on the day somebody looked them up."""

from __future__ import annotations

from typing import Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from macros.content.entries import Checked
from macros.content.values import Day, Language, Line, PhoneNumber, Some, SourceId, Text, WebAddress


class LegalRule(Checked):
    """A legal rule in one jurisdiction. ``applies_from`` is the first day of a new or upcoming rule."""

    jurisdiction: Line
    rule: Text
    applies_from: Day | None = None
    sources: Some[SourceId]


class Helpline(Checked):
    """Someone to talk to: a number to call, a number to text, or both.

    A center knows its own helplines, so those need no source; all others do.
    """

    name: Line
    place: Line
    language: Language | None = None
    tel: PhoneNumber | None = None
    sms: PhoneNumber | None = None
    hours: Line
    url: WebAddress

    @model_validator(mode="after")
    def _can_be_reached(self) -> Self:
        if self.tel is None and self.sms is None:
            raise PydanticCustomError("no_number", "neither tel nor sms")
        return self
