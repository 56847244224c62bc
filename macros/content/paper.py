"""The part ``paper``: words that only printed sheets have, and packs of sheets for a session."""

from __future__ import annotations

from typing import Annotated

from macros.content.entries import Entry
from macros.content.values import AnyLine, Id, Line, Part, Some, Text, blanks


class SheetWords(Part):
    """Words on sheets: ``if_no`` introduces what to do after a No."""

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
    advice: Line
    sheets: Line
    print_all: Line
    copy_link: Line
    without_script: Line


class Pack(Entry):
    """Sheets for one session, by their ids."""

    title: Line
    sheets: Some[Id]


class SideWords(Part):
    """Words on every advisor's side, such as the ``basis`` of the advice and what to do in ``danger``."""

    title: Annotated[AnyLine, blanks("sheet")]
    ten: Line
    thirty: Line
    say: Line
    leave: Line
    refer: Line
    danger: Text
    basis: Line


class Side(Entry):
    """The advisor's side of the sheet with this id: how to use it in 10 or 30 minutes, what to say and leave out."""

    purpose: Line
    ten: Text
    thirty: Text
    say: Some[Text]
    leave: Some[Text]
    refer: Text


class PdfWords(Part):
    """Links to the PDFs of a page, to fill in by pen or by typing, in each paper size."""

    links: Line
    letter: Line
    a4: Line
    forms: Line


class Paper(Part):
    """Words and packs of printed sheets."""

    words: SheetWords
    pack: PackWords
    packs: Some[Pack]
    side: SideWords
    sides: Some[Side]
    pdf: PdfWords
