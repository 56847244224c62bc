"""The part ``worksheets``: where readers write."""

from __future__ import annotations

from macros.content.values import Part
from macros.content.worksheets.debrief import DebriefSheet
from macros.content.worksheets.follow_up_note import NoteSheet
from macros.content.worksheets.star_answer import StarSheet


class Worksheets(Part):
    """Where readers write: each is a page of docs/worksheets/."""

    debrief: DebriefSheet
    follow_up_note: NoteSheet
    star_answer: StarSheet
