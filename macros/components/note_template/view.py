"""A note to copy."""

from __future__ import annotations

import re

from macros.components.macro import View, macro, sources_of
from macros.content import Content
from macros.content.entries import find

BLANK = re.compile(r"(\[[^\]]+\])")


@macro("note_templates")
def note_template(content: Content, template_id: str) -> View:
    """A note to copy. Its subject and body come in parts that alternate between text and blank."""
    note = find(content.note_templates, template_id)
    parts = {"subject_parts": BLANK.split(note.subject), "body_parts": BLANK.split(note.body)}
    return View("note_template", {"note": note, **parts}, sources_of([note]))
