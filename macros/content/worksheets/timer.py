"""The words of a timer on a worksheet."""

from __future__ import annotations

from macros.content.values import Count, Line, Part, Some, Text


class TimerSignal(Part):
    """A message that the timer shows after some seconds."""

    seconds: Count
    text: Line


class TimerWords(Part):
    """A silent timer: its signals are text on the page."""

    title: Line
    text: Text
    start: Line
    stop: Line
    reset: Line
    signals: Some[TimerSignal]
