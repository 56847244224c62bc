"""Base classes of worksheets: fields, and the choices that a field offers."""

from __future__ import annotations

from pydantic_core import PydanticCustomError

from macros.content.entries import Saved
from macros.content.values import Day, Line, Part, Some, Text


class Choice(Saved):
    """One of the answers that a field offers; its ``id`` is what is saved."""

    label: Line


class WorksheetField(Saved):
    """One field of a worksheet: ``id`` keys what is saved, ``label`` says what it asks for."""

    label: Line
    help: Text | None = None
    choices: Some[Choice] | None = None

    @property
    def role(self) -> str:
        """The name that code and pages use for it: its first id, which stays when the id changes."""
        return self.was[0] if self.was else self.id


class Scale(WorksheetField):
    """A rating, from the least to the most."""

    choices: Some[Choice]

    def require_same(self, other: Scale) -> None:
        """Refuse a different scale, since answers on the two could not be compared."""
        if [choice.id for choice in self.choices] != [choice.id for choice in other.choices]:
            raise PydanticCustomError("other_scale", "another scale")


class Worksheet(Part):
    """Base of every worksheet; ``purpose`` is its main message, ``want`` is as for a checklist."""

    title: Line
    want: Line | None = None
    purpose: Text
    takes: Line
    revised: Day


class KeepingWords(Part):
    """Words of forms: choosing among saved sheets, and keeping one only if wanted."""

    sheets: Line
    new_sheet: Line
    keep: Line
    keep_help: Line
