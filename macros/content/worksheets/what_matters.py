"""``worksheets.what_matters``: fifteen minutes of writing about two or three values."""

from __future__ import annotations

from macros.content.values import Line, Some, Text
from macros.content.worksheets.fields import Choice, Worksheet, WorksheetField
from macros.content.worksheets.timer import TimerWords


class ValuesField(WorksheetField):
    """The values to choose from; a reader may choose several."""

    choices: Some[Choice]


class WhatMatters(Worksheet):
    """Choose two or three values, and write why they matter. There is no score."""

    values: ValuesField
    own: WorksheetField
    writing_title: Line
    prompts: Some[Text]
    writing: WorksheetField
    timer: TimerWords
