"""Template values that the worksheets that are forms share."""

from __future__ import annotations

from typing import Any

from macros.components._parts.fields import field_words
from macros.content import Content
from macros.content.saved import records_of
from macros.content.worksheets.fields import Worksheet


def form_values(content: Content, worksheet: Worksheet) -> dict[str, Any]:
    """Return the values that the shared templates need for a form.

    ``field_words`` labels the answers in a copy to read; ``records`` says which fields tell kept sheets apart.
    """
    return {
        "worksheet": worksheet,
        "records": records_of(content, worksheet),
        "keeping": content.worksheets.keeping,
        "field_words": field_words(content, worksheet),
    }
