"""Check the contrast of the ``light-dark()`` color pairs in ``tokens.css``.

A center that changes a color thus learns from the build, not from its readers, that text would be hard to read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tinycss2
from coloraide import Color

from macros.problems import ContentError, Problem, name_of, quoted
from macros.reading.text_file import read_text

TOKENS = Path("assets/stylesheets/tokens.css")

# WCAG 2.2, success criteria 1.4.3 (text) and 1.4.11 (edges of controls, focus indicators, parts of graphics).
MIN_TEXT_CONTRAST = 4.5
MIN_EDGE_CONTRAST = 3.0

# The foreground color, its possible backgrounds, and the minimum contrast.
BACKGROUNDS = (
    ("ink", ("paper", "surface", "accent-soft", "warm-soft"), MIN_TEXT_CONTRAST),
    ("muted", ("paper", "surface", "accent-soft", "warm-soft"), MIN_TEXT_CONTRAST),
    ("accent", ("paper", "surface", "accent-soft", "warm-soft"), MIN_TEXT_CONTRAST),
    ("accent-strong", ("paper", "surface", "accent-soft"), MIN_TEXT_CONTRAST),
    ("on-accent", ("accent", "accent-strong"), MIN_TEXT_CONTRAST),
    ("edge", ("paper", "surface"), MIN_EDGE_CONTRAST),
    ("warm", ("paper", "warm-soft"), MIN_EDGE_CONTRAST),
)

WRITE_BOTH = "Write a color for light and one for dark, such as `light-dark(#17605b, #86d3c6)`."


@dataclass(frozen=True)
class Token:
    """A color with its place: one value for light mode, one for dark mode."""

    light: Color
    dark: Color
    line: int
    column: int


def contrast(first: str | Color, second: str | Color) -> float:
    """Return the WCAG contrast ratio of two colors, from 1 for equal colors to 21 for black on white.

    Args:
        first: a color in CSS syntax.
        second: another; their order does not matter.

    Raises:
        ValueError: one of them is not a color.
    """
    return Color(first).contrast(Color(second), method="wcag21")


def contrast_problems(docs: Path) -> list[Problem]:
    """Return every color of ``tokens.css`` that is missing, invalid, or too low in contrast.

    Args:
        docs: the folder of the pages, which holds the style sheets.
    """
    name = name_of(docs / TOKENS, docs.parent)
    try:
        css = read_text(docs / TOKENS, name)
    except ContentError as error:
        return list(error.problems)
    problems: list[Problem] = []
    tokens = dict(_read_tokens(css, name, problems))
    unread = {problem.where for problem in problems}
    for color, others, least in BACKGROUNDS:
        problems += _missing(name, [color, *others], tokens, unread)
        for other in others:
            if color in tokens and other in tokens:
                problems += _too_low(name, (color, tokens[color]), (other, tokens[other]), least)
    return problems


def tokens_of(docs: Path) -> dict[str, Token]:
    """Return the valid colors of ``tokens.css`` by name."""
    return dict(_read_tokens(read_text(docs / TOKENS, TOKENS.name), TOKENS.name, []))


def _read_tokens(css: str, name: str, problems: list[Problem]) -> Iterator[tuple[str, Token]]:
    """Yield each color in ``:root`` that ``BACKGROUNDS`` names; add a problem for each that is invalid."""
    wanted = {color for front, others, _ in BACKGROUNDS for color in (front, *others)}
    for declaration in _declarations(css):
        token = declaration.name.removeprefix("--")
        line, column = declaration.source_line, declaration.source_column
        if token in wanted:
            try:
                yield token, Token(*_light_and_dark(declaration.value), line, column)
            except ValueError:
                written = tinycss2.serialize(declaration.value).strip()
                message = f"{quoted(written)} cannot stand here. {WRITE_BOTH}"
                problems.append(Problem(name, line, column, (f"--{token}",), message))


def _declarations(css: str) -> Iterator[Any]:
    """Yield the declarations of the rule ``:root``; other rules, such as those in media queries, are skipped."""
    for rule in tinycss2.parse_stylesheet(css):
        if rule.type == "qualified-rule" and tinycss2.serialize(rule.prelude).strip() == ":root":
            parts = tinycss2.parse_blocks_contents(rule.content)
            yield from (part for part in parts if part.type == "declaration")


def _light_and_dark(value: list[Any]) -> tuple[Color, Color]:
    """Return the two colors of ``light-dark(…, …)``; raise a ``ValueError`` for anything else."""
    (function,) = (part for part in value if part.type != "whitespace")
    if function.type != "function" or function.lower_name != "light-dark":
        raise ValueError
    comma = next((at for at, part in enumerate(function.arguments) if part == ","), None)
    if comma is None:
        raise ValueError
    both = function.arguments[:comma], function.arguments[comma + 1 :]
    light, dark = (Color(tinycss2.serialize(color).strip()) for color in both)
    return light, dark


def _missing(
    name: str, colors: list[str], tokens: dict[str, Token], reported: set[tuple[str, ...]]
) -> Iterator[Problem]:
    for color in colors:
        if color not in tokens and (f"--{color}",) not in reported:
            message = f"there is no color {quoted('--' + color)} in `:root`. {WRITE_BOTH}"
            yield Problem(name, 0, 0, (f"--{color}",), message)


def _too_low(name: str, front: tuple[str, Token], back: tuple[str, Token], least: float) -> Iterator[Problem]:
    (color, token), (other, behind) = front, back
    for scheme in ("light", "dark"):
        ratio = contrast(getattr(token, scheme), getattr(behind, scheme))
        if ratio < least:
            message = (
                f"in {scheme}, it has a contrast of {ratio:.2f} to {quoted('--' + other)}, and at least {least:g} "
                "is needed. Make the lighter of the two lighter, or the darker one darker."
            )
            yield Problem(name, token.line, token.column, (f"--{color}",), message)
