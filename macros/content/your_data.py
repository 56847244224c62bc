"""The part ``your_data``: what this site keeps of a reader, item by item, and what left the device."""

from __future__ import annotations

from typing import Annotated

from macros.content.values import AnyLine, Line, Part, Plural, Text, blanks, forms


class KeptWords(Part):
    """Where answers are kept."""

    browser: Text
    tab: Text
    nowhere: Text


class SentAwayWords(Part):
    """What this page asked for since it was opened. ``{count}`` is a number of requests."""

    title: Line
    own: Annotated[Plural, forms("count")]
    elsewhere: Annotated[Plural, forms("count")]
    nothing: Line
    listed: Line
    help: Text


class YourData(Part):
    """``{count}`` is a number, ``{id}`` the name under which an answer is kept."""

    nothing: Text
    count: Annotated[Plural, forms("count")]
    kept: KeptWords
    marks: Annotated[Plural, forms("count")]
    unknown: Line
    unknown_item: Annotated[AnyLine, blanks("id")]
    sent_away: SentAwayWords
