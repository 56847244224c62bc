"""The part ``regions``: what may differ in one part of the world."""

from __future__ import annotations

from macros.content.entries import Case, Cited, Saved
from macros.content.values import HelplineId, Language, LegalRuleId, Line, Part, Some, Text


class Greeting(Part):
    """How a note begins and ends in a ``language`` other than the site's; ``name`` is the name of that language."""

    name: Line
    language: Language
    opening: Line
    closing: Line


class Country(Cited):
    """Help in one country of a region: offices, the law, how people write, and helplines."""

    name: Line
    help: Text
    law: Some[LegalRuleId] | None = None
    manner: Text | None = None
    greetings: Some[Greeting] | None = None
    helplines: Some[HelplineId] | None = None


class Region(Cited, Saved):
    """What may differ in one part of the world, always hedged.

    ``law`` and ``rights`` come before style. ``ask`` says how to find out what this employer likes.
    """

    name: Line
    summary: Text
    manner: Text
    follow_up: Text
    tips: Some[Case]
    law: Some[LegalRuleId] | None = None
    rights: Some[Text] | None = None
    countries: Some[Country]
    ask: Text
