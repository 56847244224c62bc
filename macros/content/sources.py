"""The part ``sources``: what the site cites."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from macros.content.entries import Entry
from macros.content.values import Day, Flag, Language, Line, Text, WebAddress

# What kind of source it is. How far its evidence is contested is another question.
Grade = Literal["research", "official-statistics", "law", "law-told", "survey", "notice", "practitioner"]


class Source(Entry):
    """Something the site cites. ``note`` says what it supports, and no more.

    ``short`` names the author where there is little room; ``looked_up`` is the day on which somebody
    last saw that the source says so. ``language`` is that of the title, if it is another than the site's.
    ``contested`` evidence has good evidence against it.
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
