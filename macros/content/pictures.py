"""The part ``pictures``: what people would rather look at than read.

A picture is a list that is drawn, so its words are all there is to it, and they are there without it too.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from macros.content.entries import Cited
from macros.content.values import Label, Line, Part, Some, Text


class Picture(Cited):
    """What every picture has: a ``caption`` that names it, and perhaps a ``remark`` under it."""

    caption: Line
    remark: Text | None = None


class Moment(Part):
    """A moment on a line of time, and what there is to do then."""

    when: Label
    what: Label


class TimeLine(Picture):
    """What comes when. The first moment has gone by, or goes by now."""

    kind: Literal["time-line"]
    moments: Some[Moment]


class Side(Part):
    """One side of two: ``sign`` stands before each of its points."""

    title: Label
    sign: Literal["can", "cannot", "known", "guessed"]
    points: Some[Label]


class TwoSides(Picture):
    """What stands against each other, such as what one knows and what one guesses."""

    kind: Literal["two-sides"]
    left: Side
    right: Side


class Impressions(Picture):
    """Two impressions on a scale: the first is lower than the second. It has no figures, since it measures nothing."""

    kind: Literal["impressions"]
    lowest: Label
    highest: Label
    first: Label
    second: Label


class Rung(Part):
    """What one says on a rung, and where it fits."""

    words: Label
    fits: Label


class Ladder(Picture):
    """From formal, on top, to familiar."""

    kind: Literal["ladder"]
    rungs: Some[Rung]


class LetterPart(Part):
    """A part of a letter: what it is for, and its words."""

    name: Label
    words: Line


class Letter(Picture):
    """A letter with the names of its parts beside it."""

    kind: Literal["letter"]
    parts: Some[LetterPart]


class Mendable(Picture):
    """The entries of ``recoverable`` by how often they can be mended, each a link to its row."""

    kind: Literal["mendable"]


class Press(Part):
    """What to press: its ``name`` there, ``where`` it is, and that ``place`` on a screen that is drawn beside it.

    ``opens`` is the page of the project that it leads to, for whom its address is known.
    """

    place: Literal["row", "corner", "list", "middle", "window"]
    where: Label
    name: Line
    opens: Literal["fork", "generate"] | None = None


class PressStep(Part):
    """What to do in one step, and what to press for it, in this order."""

    text: Line
    presses: Some[Press] | None = None


class ProjectWords(Part):
    """How one gets to the project: by a ``link``, or as ``unknown`` says if nobody has said its address."""

    link: Line
    unknown: Line


class WhatToPress(Picture):
    """The way through a site of somebody else, from button to button."""

    kind: Literal["what-to-press"]
    project: ProjectWords | None = None
    steps: Some[PressStep]


AnyPicture = Annotated[
    TimeLine | TwoSides | Impressions | Ladder | Letter | Mendable | WhatToPress, Field(discriminator="kind")
]
