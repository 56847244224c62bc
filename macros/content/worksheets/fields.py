"""What worksheets have in common: their fields, and what a field offers to choose."""

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
        """Return what code and pages know it by: its first id, which stays when it gets another."""
        return self.was[0] if self.was else self.id


class Scale(WorksheetField):
    """How much there is of something, from the least to the most."""

    choices: Some[Choice]

    def require_same(self, other: Scale) -> None:
        """Refuse another scale: answers on both could not stand side by side."""
        if [choice.id for choice in self.choices] != [choice.id for choice in other.choices]:
            raise PydanticCustomError("other_scale", "another scale")


class Worksheet(Part):
    """What every worksheet has; ``purpose`` is its one main message, ``want`` as for a checklist."""

    title: Line
    want: Line | None = None
    purpose: Text
    takes: Line
    revised: Day


class KeepingWords(Part):
    """Forms: choosing among the sheets that are kept, and keeping one only if wanted."""

    sheets: Line
    new_sheet: Line
    keep: Line
    keep_help: Line
