"""Facts that are due to be looked up again.

They are kept apart from problems of the content, since a site must build on any day.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from macros.checks.load import LoadedContent
from macros.content import Content
from macros.content.center import Center
from macros.content.entries import Checked
from macros.problems import Problem
from macros.reading.yaml_tree import Steps

# The parts whose entries carry ``checked`` and ``check_again_by``.
CHECKED_PARTS = ("law", "helplines")
CENTER = "docs/data/center.yml"
HOLIDAYS = ("worksheets", "when_to_ask", "holidays")


def overdue_entries(loaded: LoadedContent, today: dt.date) -> Iterator[Problem]:
    """Yield every entry that should have been looked up again before ``today``."""
    for steps, entry in _checked_entries(loaded.content):
        if entry.check_again_by < today:
            message = (
                f"this was looked up on {entry.checked} and was to be looked up again by "
                f"{entry.check_again_by}. Do so, change what is no longer true, and write two new dates."
            )
            yield loaded.document.problem((*steps, "check_again_by"), message)


def expired_announcement(center: Center, today: dt.date) -> Iterator[Problem]:
    """Yield an announcement that has expired, which may be intended or a mistake in its date."""
    if center.announcement and center.announcement.until < today:
        message = f"{center.announcement.until} is past, so readers don't see this. If it is old, put `# ` before its lines."
        yield Problem(CENTER, 0, 0, ("announcement", "until"), message)


def _checked_entries(content: Content) -> Iterator[tuple[Steps, Checked]]:
    """Yield every entry that somebody looked up, with the steps to it."""
    for part in CHECKED_PARTS:
        for index, entry in enumerate(getattr(content, part)):
            yield (part, index), entry
    yield HOLIDAYS, content.worksheets.when_to_ask.holidays
