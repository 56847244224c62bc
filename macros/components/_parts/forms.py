"""What the worksheets that are forms have in common."""

from __future__ import annotations

from typing import Any

from macros.components._parts.fields import field_words
from macros.content import Content
from macros.content.saved import records_of
from macros.content.worksheets.fields import Worksheet


def form_values(content: Content, worksheet: Worksheet) -> dict[str, Any]:
    """Return what the shared parts of the template need for a form.

    Its fields in words name what stands on it in a copy to read, and ``records`` says by which of them kept sheets
    are told apart.
    """
    return {
        "worksheet": worksheet,
        "records": records_of(content, worksheet),
        "keeping": content.worksheets.keeping,
        "field_words": field_words(content, worksheet),
    }
