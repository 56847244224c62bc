"""The part ``paper``: words that only printed sheets have."""

from __future__ import annotations

from macros.content.values import Line, Part


class SheetWords(Part):
    """Words on sheets: ``if_no`` begins what to do after a No."""

    if_no: Line


class Paper(Part):
    """What only paper has."""

    words: SheetWords
