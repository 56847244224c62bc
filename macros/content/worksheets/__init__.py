"""The part ``worksheets``: where readers write."""

from __future__ import annotations

from macros.content.values import Part
from macros.content.worksheets.debrief import DebriefWorksheet
from macros.content.worksheets.follow_up_note import NoteWorksheet
from macros.content.worksheets.star_answer import StarWorksheet


class Worksheets(Part):
    """Where readers write: each is a page of docs/worksheets/."""

    debrief: DebriefWorksheet
    follow_up_note: NoteWorksheet
    star_answer: StarWorksheet
