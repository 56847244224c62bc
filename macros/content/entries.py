"""Base classes shared by several parts: permanent ids, sources, dates of checking, links and messages."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Self, TypeVar

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from macros.content.values import Day, Flag, Id, Line, PagePath, Part, Some, SourceId, Text


class Entry(Part):
    """Anything with a permanent id."""

    id: Id


AnyEntry = TypeVar("AnyEntry", bound=Entry)


def find(entries: Iterable[AnyEntry], entry_id: str) -> AnyEntry:
    """Return the entry with this id, which must exist; the checks ensure that it does."""
    return next(entry for entry in entries if entry.id == entry_id)


class Saved(Entry):
    """An entry whose id keys saved answers.

    ``was`` lists its earlier ids, oldest first, so that answers saved under them follow. ``retired`` takes it off the
    site; answers that readers have saved are still shown to them.
    """

    was: Some[Id] | None = None
    retired: Flag = False


def is_retired(entry: Entry) -> bool:
    """Return whether an entry is no longer shown."""
    return isinstance(entry, Saved) and entry.retired


class Cited(Entry):
    """An entry that may cite sources, by their ids; without any it is practitioner advice."""

    sources: Some[SourceId] | None = None


class Checked(Cited):
    """A fact that somebody looked up on the day ``checked``. It may change: look again by ``check_again_by``."""

    checked: Day
    check_again_by: Day

    @model_validator(mode="after")
    def _runs_onward(self) -> Self:
        if self.check_again_by <= self.checked:
            raise PydanticCustomError("checked_turned", "checked after check_again_by")
        return self


class Searchable(Cited):
    """An entry that readers search for: ``also`` holds words that they use and the entry does not."""

    also: Some[Line] | None = None


class Link(Part):
    """A link to another page of the site: ``page`` may end in ``#anchor``."""

    page: PagePath
    text: Line


class Message(Part):
    """A short headline and what it means for the reader."""

    title: Line
    text: Text


class Case(Entry):
    """Advice for a reader for whom ``when`` is true."""

    when: Line
    text: Text
