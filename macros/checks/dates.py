"""What was true when somebody looked it up, and is due to be looked up again.

It is no problem of the content: a site must build on any day. So it is kept apart from problems.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from macros.checks.load import LoadedContent
from macros.problems import Problem

# The parts whose entries carry ``checked`` and ``check_again_by``.
CHECKED_PARTS = ("law", "helplines")


def due(loaded: LoadedContent, today: dt.date) -> Iterator[Problem]:
    """Yield every entry that should have been looked up again before ``today``."""
    for part in CHECKED_PARTS:
        for index, entry in enumerate(getattr(loaded.content, part)):
            if entry.check_again_by < today:
                message = (
                    f"this was looked up on {entry.checked} and was to be looked up again by "
                    f"{entry.check_again_by}. Do so, change what is no longer true, and write two new dates."
                )
                yield loaded.document.problem((part, index, "check_again_by"), message)
