"""What every page of a site in one file says about that."""

from __future__ import annotations

from macros.components.macro import View


def one_file() -> View:
    """How answers get into a new file. ``make one-file`` calls it for each page: it is no macro."""
    return View("one_file")
