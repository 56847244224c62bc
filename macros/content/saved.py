"""Everything that readers can save, by the ids that key it in their browsers.

This is the only source of that knowledge for ``ids.lock``, the pages My recovery and Your data, and the templates of
checklists.
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
        id: its key, such as ``rejection-audit--company-news``.
        was: its earlier keys, oldest first.
        item: the item that it answers.
        retired: whether it is no longer asked for; saved answers are still shown.
    """

    id: str
    was: tuple[str, ...]
    item: Item
    retired: bool


@dataclass(frozen=True)
class SavedChecklist:
    """One checklist with its answers, in reading order.

    ``page`` is the path of the page where they are given. A retired checklist has no page.
    """

    checklist: AnyChecklist
    page: str
    entries: tuple[SavedEntry, ...]

    @property
    def open_entries(self) -> tuple[SavedEntry, ...]:
        """The answers that are still asked for."""
        return tuple(entry for entry in self.entries if not entry.retired)

    @property
    def retired_entries(self) -> tuple[SavedEntry, ...]:
        """The answers that are no longer asked for."""
        return tuple(entry for entry in self.entries if entry.retired)


@dataclass(frozen=True)
class SavedRecords:
    """The records that readers add on one worksheet.

    Attributes:
        kind: the prefix of the keys of its records; permanent.
        page: the path of the page where they are written.
        label: the roles of the fields that name a record in lists.
        part: the kind of the records that belong to one of these, such as rows; their field named after ``kind``
            holds the owner.
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
    """Return the kind of records that readers add on a worksheet."""
    return next(records for records, each in saved_worksheets(content) if each is worksheet)


# Fields whose choices are entries of another part: the steps to it, by the kind of record and the role of the field.
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
        kind: the kind of its records, the prefix of its keys: ``KIND--RECORD--FIELD``.
        steps: the steps to the field in the content.
        field: the field itself.
        choices: the choices that it offers, each with the steps to it.
    """

    kind: str
    steps: Steps
    field: Entry
    choices: tuple[tuple[Steps, Saved], ...] = ()


def saved_fields(content: Content) -> Iterator[SavedField]:
    """Yield every field of every worksheet, including retired ones."""
    for records in RECORDS:
        name = records.kind.replace("-", "_")
        for inner, field in worksheet_fields(getattr(content.worksheets, name)):
            kind = records.part if inner[0] == "row" else records.kind
            steps = ("worksheets", name, *inner)
            yield SavedField(kind, steps, field, tuple(_choices(content, kind, steps, field)))
    for index, part in enumerate(content.star):
        yield SavedField("star-answer", ("star", index), part)


def worksheet_fields(part: object, steps: Steps = ()) -> Iterator[tuple[Steps, WorksheetField]]:
    """Yield every field of a worksheet with the steps to it, at any depth, in order."""
    if isinstance(part, WorksheetField):
        yield steps, part
    elif isinstance(part, tuple):
        for index, each in enumerate(part):
            yield from worksheet_fields(each, (*steps, index))
    elif isinstance(part, Part):
        for name, each in part:
            yield from worksheet_fields(each, (*steps, name))


def _choices(
    content: Content, kind: str, steps: Steps, field: WorksheetField
) -> Iterator[tuple[Steps, Saved]]:
    elsewhere = CHOICES.get((kind, field.role))
    choices = _part_at(content, elsewhere) if elsewhere else field.choices or ()
    for index, choice in enumerate(choices):
        yield (*(elsewhere or (*steps, "choices")), index), choice


def _part_at(part: object, steps: Steps) -> tuple[Saved, ...]:
    for name in steps:
        part = getattr(part, str(name))
    assert isinstance(part, tuple)
    return part


def renamed_records(content: Content) -> dict[str, dict[str, str]]:
    """Return the current name for each earlier name in records, for the scripts.

    Returns:
        ``fields``: the current field, by ``KIND--FIELD`` with the earlier field; ``choices``: the current choice, by
        ``KIND--FIELD--CHOICE`` with the current field and the earlier choice. Empty if nothing was renamed.
    """
    fields, choices = {}, {}
    for saved in saved_fields(content):
        today = saved.field.id
        fields.update({f"{saved.kind}--{old}": today for old in ids_of(saved.field)[1:]})
        for _, choice in saved.choices:
            choices.update({f"{saved.kind}--{today}--{old}": choice.id for old in choice.was or ()})
    return {"fields": fields, "choices": choices} if fields or choices else {}


def ids_of(entry: Entry) -> tuple[str, ...]:
    """Return the id of an entry, then all its earlier ids."""
    return (entry.id, *(entry.was or ())) if isinstance(entry, Saved) else (entry.id,)


def renamed_ids(entries: Iterable[Saved]) -> dict[str, str]:
    """Return the current id of each entry, by each of its earlier ids."""
    return {old: entry.id for entry in entries for old in entry.was or ()}


AnySaved = TypeVar("AnySaved", bound=Saved)


def still_open(entries: Iterable[AnySaved]) -> tuple[AnySaved, ...]:
    """Return the entries that are not retired."""
    return tuple(entry for entry in entries if not entry.retired)


def saved_checklists(content: Content) -> tuple[SavedChecklist, ...]:
    """Return every checklist with its answers, in the order of the content."""
    return tuple(saved_checklist(checklist) for _, checklist in all_checklists(content))


def open_checklists(content: Content) -> list[SavedChecklist]:
    """Return every checklist that is not retired, with its answers."""
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
    """Return the items of a checklist, including retired ones, in reading order."""
    return tuple(item for _, items in item_lists(checklist) for item in items)


def all_checklists(content: Content) -> Iterator[tuple[Steps, AnyChecklist]]:
    """Yield every checklist with the steps to it."""
    for index, checklist in enumerate(content.checklists):
        yield ("checklists", index), checklist


def item_lists(checklist: AnyChecklist) -> Iterator[tuple[Steps, tuple[Item, ...]]]:
    """Yield every list of items of a checklist, one per group, with the steps to it from the checklist."""
    if isinstance(checklist, GroupedList):
        for index, group in enumerate(checklist.groups):
            yield ("groups", index, "items"), group.items
    else:
        yield ("items",), checklist.items


def _earlier_ids(checklist: Saved, item: Saved) -> Iterator[str]:
    """Return every combination of current and earlier ids of the checklist and the item, except the current pair."""
    names = product((*(checklist.was or ()), checklist.id), (*(item.was or ()), item.id))
    return (
        f"{checklist_id}--{item_id}"
        for checklist_id, item_id in names
        if (checklist_id, item_id) != (checklist.id, item.id)
    )
