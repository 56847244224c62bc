"""What was true when somebody looked it up, and is due to be looked up again.

It is no problem of the content: a site must build on any day. So it is kept apart from problems.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from macros.checks.load import LoadedContent
from macros.content import Content
from macros.content.entries import Checked
from macros.problems import Problem
from macros.reading.yaml_tree import Steps

# The parts whose entries carry ``checked`` and ``check_again_by``.
CHECKED_PARTS = ("law", "helplines")
HOLIDAYS = ("worksheets", "when_to_ask", "holidays")


def due(loaded: LoadedContent, today: dt.date) -> Iterator[Problem]:
    """Yield every entry that should have been looked up again before ``today``."""
    for way, entry in _checked(loaded.content):
        if entry.check_again_by < today:
            message = (
                f"this was looked up on {entry.checked} and was to be looked up again by "
                f"{entry.check_again_by}. Do so, change what is no longer true, and write two new dates."
            )
            yield loaded.document.problem((*way, "check_again_by"), message)


def _checked(content: Content) -> Iterator[tuple[Steps, Checked]]:
    """Yield what somebody looked up, with the way to it."""
    for part in CHECKED_PARTS:
        for index, entry in enumerate(getattr(content, part)):
            yield (part, index), entry
    yield HOLIDAYS, content.worksheets.when_to_ask.holidays
