"""Phrases: texts with blanks such as ``{done}``, which a script or a template fills in.

A phrase with a number may have plural forms, named as in CLDR: ``one`` and ``other`` in English. The first blank of
``other`` is the number that selects the form.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Protocol

from babel import Locale

BLANK = re.compile(r"\{([^{}]*)\}")


class Plural(Protocol):
    """A phrase in its plural forms."""

    @property
    def forms(self) -> Mapping[str, str]:
        """Return each form by its name: https://cldr.unicode.org/index/cldr-spec/plural-rules."""


def blanks_in(text: str) -> set[str]:
    """Return the names of the blanks in a text, and any stray brace."""
    return {*BLANK.findall(text), *re.findall(r"[{}]", BLANK.sub("", text))}


def filled(words: str | Plural, language: str, /, **values: object) -> str:
    """Return a phrase with its blanks filled in, in the plural form that its number selects.

    Args:
        words: the phrase, or its plural forms.
        language: the language of the phrase, such as ``en-US``.
        values: the value of each blank.
    """
    text = words if isinstance(words, str) else _form(words.forms, language, values)
    return BLANK.sub(lambda blank: str(values[blank[1]]), text)


def for_scripts(words: str | Plural) -> str:
    """Return a phrase for an HTML attribute; plural forms are written as JSON."""
    return words if isinstance(words, str) else json.dumps(words.forms, ensure_ascii=False)


def _form(forms: Mapping[str, str], language: str, values: Mapping[str, object]) -> str:
    number = values[BLANK.findall(forms["other"])[0]]
    assert isinstance(number, int | float)
    plural = Locale.parse(language, sep="-").plural_form(number)
    return forms.get(plural, forms["other"])
