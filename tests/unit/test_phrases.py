"""Phrases: blanks are filled in, and a number chooses the plural form."""

from __future__ import annotations

import json

import pytest

from macros.content.phrases import blanks_in, filled, for_scripts
from macros.content.values import Plural

ITEMS = Plural(one="{total} item", other="{total} items")
# Polish has a form for 2 to 4, and another for many.
POLISH = Plural(one="{n} krok", few="{n} kroki", many="{n} kroków", other="{n} kroku")


@pytest.mark.parametrize(
    ("words", "language", "number", "text"),
    [
        (ITEMS, "en-US", 1, "1 item"),
        (ITEMS, "en-US", 0, "0 items"),
        (ITEMS, "en-US", 12, "12 items"),
        (ITEMS, "es-MX", 1, "1 item"),
        (POLISH, "pl", 3, "3 kroki"),
        (POLISH, "pl", 5, "5 kroków"),
        (POLISH, "pl", 22, "22 kroki"),
    ],
)
def test_the_number_chooses_the_plural_form(words: Plural, language: str, number: int, text: str) -> None:
    values = {"total": number, "n": number}
    assert filled(words, language, **values) == text


def test_a_missing_plural_form_falls_back_to_other() -> None:
    assert filled(Plural(other="Items: {total}"), "en-US", total=1) == "Items: 1"


def test_a_phrase_without_forms_is_filled_in_as_it_is() -> None:
    assert filled("{done} of {total} done", "en-US", done=1, total=5) == "1 of 5 done"


def test_scripts_get_only_the_forms_that_exist() -> None:
    assert json.loads(for_scripts(ITEMS)) == {"one": "{total} item", "other": "{total} items"}
    assert for_scripts("Next: {check}") == "Next: {check}"
    assert "kroków" in for_scripts(POLISH)  # unescaped, to keep pages short


@pytest.mark.parametrize(
    ("text", "found"),
    [("{a} of {b}", {"a", "b"}), ("none", set()), ("{ a }", {" a "}), ("{a} {", {"a", "{"}), ("{}", {""})],
)
def test_text_in_braces_is_a_blank(text: str, found: set[str]) -> None:
    assert blanks_in(text) == found
