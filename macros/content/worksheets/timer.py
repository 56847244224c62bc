"""A timer on a worksheet: what it is called and what it says."""

from __future__ import annotations

from macros.content.values import Count, Line, Part, Some, Text


class TimerSignal(Part):
    """What the timer says after some seconds."""

    seconds: Count
    text: Line


class TimerWords(Part):
    """A timer that makes no sound: its signals are seen and read."""

    title: Line
    text: Text
    start: Line
    stop: Line
    reset: Line
    signals: Some[TimerSignal]
