"""Questions and answers."""

from __future__ import annotations

from macros.components.macro import Argument, View, macro, sources_of
from macros.content import Content
from macros.content.entries import find


@macro(Argument("questions", optional=True))
def questions(content: Content, topic_id: str | None = None) -> View:
    """Questions and answers: those of one topic, or all topics under headings."""
    topics = content.questions if topic_id is None else (find(content.questions, topic_id),)
    cites = sources_of(answer for topic in topics for answer in topic.questions)
    return View("questions", {"topics": topics, "with_titles": topic_id is None}, cites)
