"""Questions that come up on a page."""

from __future__ import annotations

from macros.components.macro import View
from macros.content import Content


def asked_here(content: Content, page: str) -> View:
    """The questions that come up on a page, as links to their answers.

    The frame calls it for every page: it is no macro. ``page`` is its path below ``docs/``.
    """
    answers = [answer for topic in content.questions for answer in topic.questions]
    return View("asked_here", {"answers": [each for each in answers if page in (each.asked_on or ())]})
