"""Saved answers in words."""

from __future__ import annotations

from macros.content import Content


def answer_words(content: Content) -> dict[str, str]:
    """Return the words for each value that the scripts save; an empty value means no answer."""
    words = content.ui.answers
    return {
        "": words.none,
        "ticked": words.ticked,
        "yes": words.yes,
        "no": words.no,
        "unsure": words.unsure,
    }
