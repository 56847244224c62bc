"""The whole site in one file, to take along."""

from __future__ import annotations

from macros.components.macro import View, macro
from macros.content import Content

# Its name on the site, and its name when saved: see files/one-file.js.
ADDRESS = "second-impression.htm"
NAME = "second-impression.html"


@macro()
def take_with_you(_content: Content) -> View:
    """The whole site in one file, with or without the reader's answers: hidden until ``make one-file`` has made it."""
    return View("take_with_you", {"address": ADDRESS, "name": NAME, "is_there": False})


def taking_along() -> View:
    """Return the same view once the file exists."""
    return View("take_with_you", {"address": ADDRESS, "name": NAME, "is_there": True})
