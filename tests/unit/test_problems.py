"""The wording of problems: short, on one line, and with a suggestion."""

from __future__ import annotations

import pytest

from macros.problems import ContentError, Problem, did_you_mean, listed, plain, quoted


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("x" * 60, "x" * 60),
        ("x" * 61, "x" * 59 + "…"),
        (" two\n lines\t", "two lines"),
        ("a\x1bb\u202ec", "a\N{REPLACEMENT CHARACTER}b\N{REPLACEMENT CHARACTER}c"),
    ],
)
def test_quoted_text_is_one_short_line_that_a_terminal_can_show(text: str, shown: str) -> None:
    assert plain(text) == shown
    assert quoted(text) == f"`{shown}`"


def test_words_are_listed_and_the_nearest_of_them_is_suggested() -> None:
    assert listed(["one", " "]) == "`one`, an empty text"
    assert did_you_mean("silent", ["right-now", "silence", "silents"]) == "Did you mean `silents`? "
    assert did_you_mean("nothing", ["right-now"]) == ""


def test_problems_are_sorted_by_location_without_duplicates_and_counted() -> None:
    late, early = Problem("b.md", 3, 1, (), "Late."), Problem("b.md", 2, 5, ("one", "two"), "Early.")
    whole = Problem("a.md", 0, 0, (), "All of it.")
    step = "\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}"
    assert str(ContentError([late, early, whole, late])) == (
        f"a.md: All of it.\nb.md:2:5: one {step} two: Early.\nb.md:3:1: Late.\n3 problems"
    )
    assert str(ContentError([whole])) == "a.md: All of it.\n1 problem"
