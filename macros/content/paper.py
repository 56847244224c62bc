"""The part ``paper``: words that only printed sheets have, and packs of them for a session."""

from __future__ import annotations

from macros.content.entries import Entry
from macros.content.values import Id, Line, Part, Some


class SheetWords(Part):
    """Words on sheets: ``if_no`` begins what to do after a No."""

    if_no: Line


class PackWords(Part):
    """The page that prints several sheets in one go."""

    packs: Line
    options: Line
    mine: Line
    days: Line
    rows: Line
    plain: Line
    large: Line
    sheets: Line
    print_all: Line
    copy_link: Line
    without_script: Line


class Pack(Entry):
    """Sheets for one session, by their ids."""

    title: Line
    sheets: Some[Id]


class Paper(Part):
    """What only paper has."""

    words: SheetWords
    pack: PackWords
    packs: Some[Pack]
