"""``worksheets.stop_the_replay``: ten minutes to stop replaying an interview in one's head."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import model_validator

from macros.content.values import AnyLine, Line, Part, Some, Text, blanks
from macros.content.worksheets.fields import Scale, Worksheet, WorksheetField


class ReplayStep(Part):
    """One step: its title, what to do, and the ``fields`` to fill in, if any."""

    title: Line
    text: Text
    fields: tuple[WorksheetField, ...] = ()


class ReplayWords(Part):
    """The words of the worksheet. ``{answer}`` is one of the ratings of how loud the replay is."""

    breathe: Line
    breathe_stop: Line
    breathe_in: Line
    breathe_out: Line
    compared: Line
    before: Annotated[AnyLine, blanks("answer")]
    after: Annotated[AnyLine, blanks("answer")]
    quieter: Text
    same: Text
    louder: Text


class StopTheReplay(Worksheet):
    """Rate the replay, breathe, write what is known and what is guessed, make one plan, do one thing, rate it again.

    ``before`` and ``after`` are rated on the same scale, from the quietest to the loudest.
    """

    before: Scale
    breathing: ReplayStep
    steps: Some[ReplayStep]
    after: Scale
    words: ReplayWords

    @model_validator(mode="after")
    def _is_the_same_scale(self) -> Self:
        self.before.require_same(self.after)
        return self
