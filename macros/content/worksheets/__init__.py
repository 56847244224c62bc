"""The part ``worksheets``: pages on which readers write."""

from __future__ import annotations

from macros.content.values import Part
from macros.content.worksheets.debrief import DebriefWorksheet
from macros.content.worksheets.fields import KeepingWords
from macros.content.worksheets.follow_up_note import NoteWorksheet
from macros.content.worksheets.star_answer import StarWorksheet
from macros.content.worksheets.stop_the_replay import StopTheReplay
from macros.content.worksheets.what_matters import WhatMatters
from macros.content.worksheets.when_to_ask import WhenToAsk


class Worksheets(Part):
    """The worksheets; each has a page in ``docs/worksheets/``."""

    debrief: DebriefWorksheet
    follow_up_note: NoteWorksheet
    star_answer: StarWorksheet
    when_to_ask: WhenToAsk
    stop_the_replay: StopTheReplay
    what_matters: WhatMatters
    keeping: KeepingWords
