"""The worksheet for answers in the four parts of STAR."""

from __future__ import annotations

from macros.components._parts.fields import field_of, field_words
from macros.components._parts.threads import thread_values
from macros.components.macro import View, macro
from macros.content import Content
from macros.content.entries import find


@macro()
def star_answer(content: Content) -> View:
    """Answers in the four parts of STAR, checked while they are written, and practice out loud."""
    worksheet = content.worksheets.star_answer
    example = find(content.examples, worksheet.example).rewrite
    # An example quotes what was said; a reader writes without quotes.
    texts = {name: text.strip('"') for name, text in example.after.model_dump().items()}
    rules = {
        "example": {worksheet.question.role: example.question, **texts},
        "fields": field_words(content, worksheet),
        "language": content.ui.page.language,
        "limits": worksheet.limits.model_dump(),
        "weaknesses": thread_values(content)["thread_weaknesses"],
        **worksheet.word_lists.model_dump(),
    }
    values = {
        "worksheet": worksheet,
        "thread": content.thread,
        "rules": rules,
        "parts": [(part, field_of(part)) for part in content.star],
        "questions": [each.rewrite.question for each in content.examples],
    }
    return View("star_answer", values)
