"""Problems in the content, worded so that the author can fix them."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

MAX_QUOTE_LENGTH = 60
STEP = " \N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK} "


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake in one place.

    Attributes:
        path: the file, relative to the root of the project, with forward slashes.
        line: counted from 1; 0 for the whole file.
        column: counted from 1; 0 for the whole file.
        where: the keys and entries that lead to the place, outermost first, as the file names them.
        message: what is wrong, then how to fix it.
    """

    path: str
    line: int
    column: int
    where: tuple[str, ...]
    message: str

    def __str__(self) -> str:
        """Return the problem on one line, starting with its place."""
        place = f"{self.path}:{self.line}:{self.column}" if self.line else self.path
        where = STEP.join(plain(word) for word in self.where)
        return ": ".join(filter(None, (place, where, self.message)))


def annotation(level: str, message: str, problem: Problem | None = None) -> str:
    """Return a message as a GitHub annotation.

    Args:
        level: ``error``, ``warning`` or ``notice``.
        message: its text.
        problem: the place to annotate, if the message is about one.
    """
    place = {"file": problem.path, "line": problem.line, "col": problem.column} if problem else {}
    at = ",".join(f"{key}={_escaped(str(value), ',:')}" for key, value in place.items() if value)
    return f"::{level} {at}::{_escaped(message)}" if at else f"::{level}::{_escaped(message)}"


def _escaped(text: str, more: str = "") -> str:
    """Return text with every character percent-encoded that would end a GitHub workflow command."""
    return "".join(f"%{ord(letter):02X}" if letter in f"%\r\n{more}" else letter for letter in text)


class ContentError(Exception):
    """All problems found in one run.

    Attributes:
        problems: sorted by file and line, without duplicates.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__(self.problems)

    def __str__(self) -> str:
        """Return one line per problem, then their number."""
        count = len(self.problems)
        return "\n".join([*map(str, self.problems), f"{count} problem{'' if count == 1 else 's'}"])


def plain(text: str) -> str:
    """Return ``text`` fit for one line of a message: shortened, and printable in a terminal."""
    line = " ".join(text.split())
    if len(line) > MAX_QUOTE_LENGTH:
        line = line[: MAX_QUOTE_LENGTH - 1] + "…"
    return "".join(character if character.isprintable() else "�" for character in line)


def quoted(text: str) -> str:
    """Return ``text`` in backquotes, or "an empty text", for a message."""
    return f"`{plain(text)}`" if text.strip() else "an empty text"


def listed(words: Iterable[str]) -> str:
    """Return the words, quoted and separated by commas, for a message."""
    return ", ".join(quoted(word) for word in words)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return a question that suggests the known word closest to ``word``; empty if none is close."""
    near = difflib.get_close_matches(word, list(known), n=1)
    return f"Did you mean {quoted(near[0])}? " if near else ""


def name_of(path: Path, root: Path) -> str:
    """Return the path of a file as messages name it: relative to the root of the project."""
    return (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()
