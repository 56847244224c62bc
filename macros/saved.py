"""Everything that readers save, by the ids that key it in their browsers.

A part of the content whose answers are saved has one function here; ``ids.lock``, the page
``/my-recovery/`` and the checklists' templates know of it from nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from macros.models import Item, Plan, Recovery, Saved, TickList, YesNoList
from macros.yaml_file import Steps

Sheet = TickList | YesNoList | Plan


@dataclass(frozen=True)
class SavedEntry:
    """One answer that a reader can save.

    Attributes:
        id: what keys it, such as ``rejection-audit--company-news``.
        was: ids that keyed it before, oldest first.
        item: what is asked.
        retired: no longer asked; what was saved is still shown.
    """

    id: str
    was: tuple[str, ...]
    item: Item
    retired: bool


@dataclass(frozen=True)
class SavedSheet:
    """One checklist with its answers, in reading order.

    ``page`` is where they are given. A retired checklist has no page.
    """

    sheet: Sheet
    page: str
    entries: tuple[SavedEntry, ...]

    @property
    def open_entries(self) -> tuple[SavedEntry, ...]:
        """The answers that are asked for today."""
        return tuple(entry for entry in self.entries if not entry.retired)

    @property
    def retired_entries(self) -> tuple[SavedEntry, ...]:
        """The answers that are no longer asked for."""
        return tuple(entry for entry in self.entries if entry.retired)


@dataclass(frozen=True)
class SavedRecords:
    """What readers add by themselves on one worksheet.

    Attributes:
        kind: what begins the ids of its records; permanent.
        page: where they are written.
        label: the fields that name a record where records are listed.
        part: the kind of records that belong to one of these, such as rows; their field of the name
            `kind` says to which.
    """

    kind: str
    page: str
    label: tuple[str, ...]
    part: str = ""


RECORDS = (
    SavedRecords("debrief", "worksheets/debrief.md", ("company", "role"), "debrief-row"),
    SavedRecords("follow-up-note", "worksheets/follow-up-note.md", ("recipient", "topic")),
    SavedRecords("star-answer", "worksheets/star-answer.md", ("question",)),
)


def saved_sheets(recovery: Recovery) -> tuple[SavedSheet, ...]:
    """Return every list of answers, in the order of the content; the plan comes last."""
    return tuple(saved_sheet(sheet) for _, sheet in all_sheets(recovery))


def saved_sheet(sheet: Sheet) -> SavedSheet:
    """Return the answers of one checklist or of the plan."""
    entries = tuple(
        SavedEntry(
            id=f"{sheet.id}--{item.id}",
            was=tuple(_earlier_ids(sheet, item)),
            item=item,
            retired=sheet.retired or item.retired,
        )
        for item in all_items(sheet)
    )
    return SavedSheet(sheet, f"checklists/{sheet.id}.md", entries)


def all_items(sheet: Sheet) -> tuple[Item, ...]:
    """Return the items of a checklist or of the plan, retired ones too, in reading order."""
    return tuple(item for _, items in item_lists(sheet) for item in items)


def all_sheets(recovery: Recovery) -> Iterator[tuple[Steps, Sheet]]:
    """Yield every checklist with the way to it, the plan last."""
    for index, sheet in enumerate(recovery.checklists):
        yield ("checklists", index), sheet
    yield ("plan",), recovery.plan


def item_lists(sheet: Sheet) -> Iterator[tuple[Steps, tuple[Item, ...]]]:
    """Yield every list of items of a checklist, with the way to it from there: the plan has one a day."""
    if isinstance(sheet, Plan):
        for index, day in enumerate(sheet.days):
            yield ("days", index, "steps"), day.steps
    else:
        yield ("items",), sheet.items


def _earlier_ids(sheet: Saved, item: Saved) -> Iterator[str]:
    """Every name of the checklist goes with every name of the item."""
    names = product((*(sheet.was or ()), sheet.id), (*(item.was or ()), item.id))
    return (
        f"{sheet_id}--{item_id}" for sheet_id, item_id in names if (sheet_id, item_id) != (sheet.id, item.id)
    )
