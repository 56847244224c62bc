"""Problems of the content, worded so that the author can mend them."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

LONGEST_QUOTE = 60
STEP = " \N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK} "


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong in one place.

    Attributes:
        path: the file, from the root of the project, with forward slashes.
        line: counted from 1; 0 when the whole file is meant.
        column: counted from 1; 0 when the whole file is meant.
        where: the way down to the place, in the words of the file.
        message: what is wrong, then how to mend it.
    """

    path: str
    line: int
    column: int
    where: tuple[str, ...]
    message: str

    def __str__(self) -> str:
        """Return the problem on one line, its place first."""
        place = f"{self.path}:{self.line}:{self.column}" if self.line else self.path
        way = STEP.join(plain(word) for word in self.where)
        return ": ".join(filter(None, (place, way, self.message)))


def annotation(level: str, message: str, problem: Problem | None = None) -> str:
    """Return a message as GitHub shows it beside the line of a file.

    Args:
        level: ``error``, ``warning`` or ``notice``.
        message: what to say.
        problem: where, if it is about a place in a file.
    """
    place = {"file": problem.path, "line": problem.line, "col": problem.column} if problem else {}
    at = ",".join(f"{key}={_escaped(str(value), ',:')}" for key, value in place.items() if value)
    return f"::{level} {at}::{_escaped(message)}" if at else f"::{level}::{_escaped(message)}"


def _escaped(text: str, more: str = "") -> str:
    """Return text with everything written as a number that would end a command of GitHub."""
    return "".join(f"%{ord(letter):02X}" if letter in f"%\r\n{more}" else letter for letter in text)


class ContentError(Exception):
    """Everything that one run found wrong.

    Attributes:
        problems: sorted by file and line, each once.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__(self.problems)

    def __str__(self) -> str:
        """Return every problem on its line, then their number."""
        count = len(self.problems)
        return "\n".join([*map(str, self.problems), f"{count} problem{'' if count == 1 else 's'}"])


def plain(text: str) -> str:
    """Return ``text`` fit for one line of a message: short, with nothing a terminal cannot show."""
    line = " ".join(text.split())
    if len(line) > LONGEST_QUOTE:
        line = line[: LONGEST_QUOTE - 1] + "…"
    return "".join(character if character.isprintable() else "�" for character in line)


def quoted(text: str) -> str:
    """Return ``text`` as a message quotes it."""
    return f"`{plain(text)}`" if text.strip() else "an empty text"


def listed(words: Iterable[str]) -> str:
    """Return all words as a message lists them."""
    return ", ".join(quoted(word) for word in words)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return a question with the known word nearest to ``word``, or nothing if none is near."""
    near = difflib.get_close_matches(word, list(known), n=1)
    return f"Did you mean {quoted(near[0])}? " if near else ""


def name_of(path: Path, root: Path) -> str:
    """Return the path of a file as messages name it: from the root of the project."""
    return (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()
