"""The part ``your_data``: what the site stores about a reader, item by item, and what has left the device."""

from __future__ import annotations

from typing import Annotated

from macros.content.values import AnyLine, Line, Part, Plural, Text, blanks, forms


class KeptWords(Part):
    """Where answers are kept."""

    browser: Text
    tab: Text
    nowhere: Text


class SentAwayWords(Part):
    """The requests that the page has made since it was opened. ``{count}`` is their number."""

    title: Line
    own: Annotated[Plural, forms("count")]
    elsewhere: Annotated[Plural, forms("count")]
    nothing: Line
    listed: Line
    help: Text


class YourData(Part):
    """The words of the page Your data. ``{count}`` is a number, ``{id}`` the key of a saved answer."""

    nothing: Text
    count: Annotated[Plural, forms("count")]
    kept: KeptWords
    marks: Annotated[Plural, forms("count")]
    unknown: Line
    unknown_item: Annotated[AnyLine, blanks("id")]
    sent_away: SentAwayWords
