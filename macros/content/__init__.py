"""The schema of ``docs/data/recovery.yml``: frozen models, one module for each part of the file.

Every part is a field of ``Content``. Nothing in this package knows how a file is read, what else is checked, or how a
page is drawn.
"""

from __future__ import annotations

from macros.content.checklists import AnyChecklist
from macros.content.examples import Example
from macros.content.guide import Blunder, RootCause, Rule, SearchLength, Signal, Star
from macros.content.hiring import Hiring
from macros.content.law import Helpline, LegalRule
from macros.content.notes import NoteReach, NoteTemplate
from macros.content.paper import Paper
from macros.content.pictures import AnyPicture
from macros.content.questions import Topic
from macros.content.regions import Region
from macros.content.situations import Situation
from macros.content.sources import Source
from macros.content.thread import Thread
from macros.content.values import Part, Some
from macros.content.words import Ui
from macros.content.worksheets import Worksheets
from macros.content.your_data import YourData


class Content(Part):
    """The whole content file."""

    checklists: Some[AnyChecklist]
    star: Star
    root_causes: Some[RootCause]
    situations: Some[Situation]
    recoverable: Some[Blunder]
    note_templates: Some[NoteTemplate]
    signals: Some[Signal]
    law: Some[LegalRule]
    helplines: Some[Helpline]
    regions: Some[Region]
    rules: Some[Rule]
    hiring: Hiring
    questions: Some[Topic]
    sources: Some[Source]
    search_lengths: Some[SearchLength]
    note_reach: NoteReach
    ui: Ui
    examples: Some[Example]
    worksheets: Worksheets
    thread: Thread
    paper: Paper
    your_data: YourData
    pictures: Some[AnyPicture]
