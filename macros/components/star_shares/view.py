"""A picture of where the time of an answer goes."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate

from macros.components.macro import View, macro
from macros.content import Content


@dataclass(frozen=True)
class Span:
    """A part of a whole: its name, where it starts and how much it takes, in percent of the whole."""

    label: str
    start: int
    share: int


@macro()
def star_shares(content: Content) -> View:
    """A picture of where the time of an answer goes: the parts of STAR one after the other."""
    starts = accumulate((part.share for part in content.star), initial=0)
    pairs = zip(content.star, starts, strict=False)  # one more start than parts: the end of the last one
    parts = tuple(Span(part.component, start, part.share) for part, start in pairs)
    return View("star_shares", {"parts": parts})
