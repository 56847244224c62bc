"""The part ``sources``: what the site cites."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from macros.content.entries import Entry
from macros.content.values import Day, Flag, Language, Line, Text, WebAddress

# The kind of a source. Whether its evidence is contested is a separate mark.
Grade = Literal["research", "official-statistics", "law", "law-told", "survey", "notice", "practitioner"]


class Source(Entry):
    """A source that the site cites. ``note`` says what it supports, and no more.

    ``short`` names the author where there is little room; ``looked_up`` is the day on which somebody last saw that the
    source says so. ``language`` is that of the title, if it differs from the site's. ``contested`` means that there is
    good evidence against it.
    """

    author: Line
    short: Line
    year: Annotated[int, Field(strict=True, ge=1900, le=2100)] | None = None
    title: Line
    language: Language | None = None
    url: WebAddress
    grade: Grade
    contested: Flag = False
    looked_up: Day
    note: Text
