"""The part ``pictures``: lists that are drawn, for people who would rather look than read.

All of a picture is text, so nothing is lost when it is not drawn.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from macros.content.entries import Cited
from macros.content.values import Label, Line, Part, Some, Text


class Picture(Cited):
    """Base of all pictures: a ``caption`` that names it, and an optional ``remark`` under it."""

    caption: Line
    remark: Text | None = None


class Moment(Part):
    """A moment on a timeline, and what to do then."""

    when: Label
    what: Label


class TimeLine(Picture):
    """A timeline. The first moment is in the past, or is now."""

    kind: Literal["time-line"]
    moments: Some[Moment]


class Side(Part):
    """One of two sides: ``sign`` comes before each of its points."""

    title: Label
    sign: Literal["can", "cannot", "known", "guessed"]
    points: Some[Label]


class TwoSides(Picture):
    """Two opposed lists, such as what you know and what you guess."""

    kind: Literal["two-sides"]
    left: Side
    right: Side


class Impressions(Picture):
    """Two impressions on a scale, the first lower than the second. It has no figures, since it measures nothing."""

    kind: Literal["impressions"]
    lowest: Label
    highest: Label
    first: Label
    second: Label


class Rung(Part):
    """The words on a rung, and where they fit."""

    words: Label
    fits: Label


class Ladder(Picture):
    """A ladder of phrases from formal, at the top, to familiar."""

    kind: Literal["ladder"]
    rungs: Some[Rung]


class LetterPart(Part):
    """A part of a letter: its name and its words."""

    name: Label
    words: Line


class Letter(Picture):
    """A letter with the names of its parts beside it."""

    kind: Literal["letter"]
    parts: Some[LetterPart]


class Mendable(Picture):
    """The entries of ``recoverable``, grouped by how often they can be mended; each links to its row."""

    kind: Literal["mendable"]


class Press(Part):
    """A button to press: its ``name``, ``where`` it is, and its ``place`` on the screen that is drawn beside it.

    ``opens`` is the page of the project that it opens, used if the address of the project is known.
    """

    place: Literal["row", "corner", "list", "middle", "window"]
    where: Label
    name: Line
    opens: Literal["fork", "generate"] | None = None


class PressStep(Part):
    """One step, and the buttons to press for it, in order."""

    text: Line
    presses: Some[Press] | None = None


class ProjectWords(Part):
    """How to get to the project: the text of a ``link``, or ``unknown`` if its address is not set."""

    link: Line
    unknown: Line


class WhatToPress(Picture):
    """The steps through somebody else's site, button by button."""

    kind: Literal["what-to-press"]
    project: ProjectWords | None = None
    steps: Some[PressStep]


AnyPicture = Annotated[
    TimeLine | TwoSides | Impressions | Ladder | Letter | Mendable | WhatToPress, Field(discriminator="kind")
]
