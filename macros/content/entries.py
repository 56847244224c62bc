"""What entries of several parts have in common: a permanent id, sources, a day of checking, a link onward."""

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
    """Return the entry with this id; the checks have made sure that there is one."""
    return next(entry for entry in entries if entry.id == entry_id)


class Saved(Entry):
    """An entry whose id keys what readers save.

    ``was`` names the ids that it had before, oldest first, so that what is saved under them follows. ``retired``
    takes it off the site; what readers have saved is still shown to them.
    """

    was: Some[Id] | None = None
    retired: Flag = False


def is_retired(entry: Entry) -> bool:
    """Tell whether an entry is no longer shown."""
    return isinstance(entry, Saved) and entry.retired


class Cited(Entry):
    """An entry that may rest on sources, named by their ids; none means practitioner advice."""

    sources: Some[SourceId] | None = None


class Checked(Cited):
    """What was true on the day when somebody looked it up, and may change: look again by ``check_again_by``."""

    checked: Day
    check_again_by: Day

    @model_validator(mode="after")
    def _runs_onward(self) -> Self:
        if self.check_again_by <= self.checked:
            raise PydanticCustomError("checked_turned", "checked after check_again_by")
        return self


class Sought(Cited):
    """An entry that readers look for: ``also`` holds the words of their own that the entry does not use."""

    also: Some[Line] | None = None


class Link(Part):
    """A way on to another page of the site: ``page`` may end in ``#anchor``."""

    page: PagePath
    text: Line


class Message(Part):
    """A short headline and what it means for the reader."""

    title: Line
    text: Text


class Case(Entry):
    """What to do for a reader for whom ``when`` is true."""

    when: Line
    text: Text
