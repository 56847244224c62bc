"""Everything that readers save, by the ids that key it in their browsers.

A part of the content whose answers are saved has one function here; ``ids.lock``, the page
``/my-recovery/``, the page Your data below it and the checklists' templates know of it from nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product
from typing import TypeVar

from macros.content import Content
from macros.content.checklists import AnyChecklist, GroupedList, Item
from macros.content.entries import Entry, Saved
from macros.content.values import Part
from macros.content.worksheets.fields import Worksheet, WorksheetField
from macros.reading.yaml_tree import Steps


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
class SavedChecklist:
    """One checklist with its answers, in reading order.

    ``page`` is where they are given. A retired checklist has no page.
    """

    checklist: AnyChecklist
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
        label: the roles of the fields that name a record where records are listed.
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
    SavedRecords("when-to-ask", "worksheets/when-to-ask.md", ("name", "interview")),
    SavedRecords("stop-the-replay", "worksheets/stop-the-replay.md", ("moment",)),
    SavedRecords("what-matters", "worksheets/what-matters.md", ("writing",)),
)


def saved_worksheets(content: Content) -> list[tuple[SavedRecords, Worksheet]]:
    """Return each worksheet with the records that it keeps."""
    return [(each, getattr(content.worksheets, each.kind.replace("-", "_"))) for each in RECORDS]


def records_of(content: Content, worksheet: Worksheet) -> SavedRecords:
    """Return what readers add on a worksheet."""
    return next(records for records, each in saved_worksheets(content) if each is worksheet)


# Fields whose choices are entries of another part, by the kind of their records and their role.
CHOICES: dict[tuple[str, str], Steps] = {
    ("debrief-row", "cause"): ("root_causes",),
    ("follow-up-note", "case"): ("worksheets", "follow_up_note", "cases"),
    ("follow-up-note", "to"): ("worksheets", "follow_up_note", "recipients"),
    ("follow-up-note", "tone"): ("worksheets", "follow_up_note", "tones"),
    ("follow-up-note", "region"): ("regions",),
}


@dataclass(frozen=True)
class SavedField:
    """One field of the records of a worksheet.

    Attributes:
        kind: the kind of its records, which begins what keys it: ``KIND--RECORD--FIELD``.
        way: where the field is in the content.
        field: what is asked.
        choices: what it offers and a choice saves, each with the way to it.
    """

    kind: str
    way: Steps
    field: Entry
    choices: tuple[tuple[Steps, Saved], ...] = ()


def saved_fields(content: Content) -> Iterator[SavedField]:
    """Yield every field of every worksheet, also those that are retired."""
    for records in RECORDS:
        name = records.kind.replace("-", "_")
        for steps, field in worksheet_fields(getattr(content.worksheets, name)):
            kind = records.part if steps[0] == "row" else records.kind
            way = ("worksheets", name, *steps)
            yield SavedField(kind, way, field, tuple(_choices(content, kind, way, field)))
    for index, part in enumerate(content.star):
        yield SavedField("star-answer", ("star", index), part)


def worksheet_fields(part: object, steps: Steps = ()) -> Iterator[tuple[Steps, WorksheetField]]:
    """Yield every field of a worksheet with the way to it, at whatever depth, in its order."""
    if isinstance(part, WorksheetField):
        yield steps, part
    elif isinstance(part, tuple):
        for index, each in enumerate(part):
            yield from worksheet_fields(each, (*steps, index))
    elif isinstance(part, Part):
        for name, each in part:
            yield from worksheet_fields(each, (*steps, name))


def _choices(content: Content, kind: str, way: Steps, field: WorksheetField) -> Iterator[tuple[Steps, Saved]]:
    elsewhere = CHOICES.get((kind, field.role))
    choices = _part_at(content, elsewhere) if elsewhere else field.choices or ()
    for index, choice in enumerate(choices):
        yield (*(elsewhere or (*way, "choices")), index), choice


def _part_at(part: object, way: Steps) -> tuple[Saved, ...]:
    for name in way:
        part = getattr(part, str(name))
    assert isinstance(part, tuple)
    return part


def renamed_records(content: Content) -> dict[str, dict[str, str]]:
    """Return what each earlier name in records is called today, for the scripts.

    Returns:
        ``fields``: today's field by ``KIND--FIELD`` of earlier; ``choices``: today's choice by
        ``KIND--FIELD--CHOICE``, the field as it is called today.
    """
    fields, choices = {}, {}
    for saved in saved_fields(content):
        today = saved.field.id
        fields.update({f"{saved.kind}--{old}": today for old in names_of(saved.field)[1:]})
        for _, choice in saved.choices:
            choices.update({f"{saved.kind}--{today}--{old}": choice.id for old in choice.was or ()})
    return {"fields": fields, "choices": choices} if fields or choices else {}


def names_of(entry: Entry) -> tuple[str, ...]:
    """Return the id of an entry and all that it had before."""
    return (entry.id, *(entry.was or ())) if isinstance(entry, Saved) else (entry.id,)


def ids_of_today(entries: Iterable[Saved]) -> dict[str, str]:
    """Return the id that each has today by every one that it had before."""
    return {old: entry.id for entry in entries for old in entry.was or ()}


AnySaved = TypeVar("AnySaved", bound=Saved)


def still_open(entries: Iterable[AnySaved]) -> tuple[AnySaved, ...]:
    """Return what is not retired."""
    return tuple(entry for entry in entries if not entry.retired)


def saved_checklists(content: Content) -> tuple[SavedChecklist, ...]:
    """Return every list of answers, in the order of the content."""
    return tuple(saved_checklist(checklist) for _, checklist in all_checklists(content))


def open_checklists(content: Content) -> list[SavedChecklist]:
    """Return every list of answers that is not retired."""
    return [saved for saved in saved_checklists(content) if not saved.checklist.retired]


def saved_checklist(checklist: AnyChecklist) -> SavedChecklist:
    """Return the answers of one checklist."""
    entries = tuple(
        SavedEntry(
            id=f"{checklist.id}--{item.id}",
            was=tuple(_earlier_ids(checklist, item)),
            item=item,
            retired=checklist.retired or item.retired,
        )
        for item in all_items(checklist)
    )
    return SavedChecklist(checklist, f"checklists/{checklist.id}.md", entries)


def all_items(checklist: AnyChecklist) -> tuple[Item, ...]:
    """Return the items of a checklist, retired ones too, in reading order."""
    return tuple(item for _, items in item_lists(checklist) for item in items)


def all_checklists(content: Content) -> Iterator[tuple[Steps, AnyChecklist]]:
    """Yield every checklist with the way to it."""
    for index, checklist in enumerate(content.checklists):
        yield ("checklists", index), checklist


def item_lists(checklist: AnyChecklist) -> Iterator[tuple[Steps, tuple[Item, ...]]]:
    """Yield every list of items of a checklist, one for each group, with the way to it from there."""
    if isinstance(checklist, GroupedList):
        for index, group in enumerate(checklist.groups):
            yield ("groups", index, "items"), group.items
    else:
        yield ("items",), checklist.items


def _earlier_ids(checklist: Saved, item: Saved) -> Iterator[str]:
    """Every name of the checklist goes with every name of the item."""
    names = product((*(checklist.was or ()), checklist.id), (*(item.was or ()), item.id))
    return (
        f"{checklist_id}--{item_id}"
        for checklist_id, item_id in names
        if (checklist_id, item_id) != (checklist.id, item.id)
    )
