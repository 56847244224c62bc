"""The ids that readers save answers under: the current ones, and the earlier ones listed in ``was``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product

from macros.content import Content
from macros.content.entries import Entry
from macros.content.saved import all_checklists, ids_of, item_lists, saved_fields
from macros.reading.yaml_tree import Steps

# The parent of each kind, in which its ids are unique.
PARENTS = {"item": "checklist", "field": "worksheet", "choice": "field"}


@dataclass(frozen=True)
class SavedId:
    """One id that answers are saved under.

    Attributes:
        kind: ``checklist``, ``item``, ``field`` or ``choice``.
        id: such as ``rejection-audit`` or ``rejection-audit--company-news``.
        answers: the kind of answers that a checklist saves, ``tick`` or ``yes-no``; ignored in comparisons.
    """

    kind: str
    id: str
    answers: str = field(default="", compare=False)

    def __str__(self) -> str:
        """Return its line in the lock."""
        return f"{self.kind} {self.id} {self.answers}".rstrip()


def current_ids(content: Content) -> set[SavedId]:
    """Return the ids that answers are currently saved under."""
    lists = {SavedId("checklist", checklist.id, checklist.saves) for _, checklist in all_checklists(content)}
    return lists.union(placed.saved_id for placed in placed_entries(content))


def known_ids(content: Content) -> set[SavedId]:
    """Return the ids that answers are currently saved under, and the earlier ones listed in ``was``."""
    lists = {
        SavedId("checklist", name, checklist.saves)
        for _, checklist in all_checklists(content)
        for name in ids_of(checklist)
    }
    return lists.union(*(placed.names for placed in placed_entries(content)))


@dataclass(frozen=True)
class PlacedEntry:
    """An item, a field or a choice, and where it is in the content.

    Attributes:
        kind: ``item``, ``field`` or ``choice``.
        steps: the steps to it.
        parents: the ids of its parent (a checklist, a kind of record or a field), the current one first.
        entry: the entry itself.
    """

    kind: str
    steps: Steps
    parents: tuple[str, ...]
    entry: Entry

    @property
    def names(self) -> list[SavedId]:
        """All ids that it is or was saved under: every combination of its parent's names and its own."""
        pairs = product(self.parents, ids_of(self.entry))
        return [SavedId(self.kind, f"{parent}--{name}") for parent, name in pairs]

    @property
    def saved_id(self) -> SavedId:
        """The id that it is currently saved under."""
        return self.names[0]


def placed_entries(content: Content) -> Iterator[PlacedEntry]:
    """Yield every entry whose id keys saved answers, except checklists themselves."""
    for steps, checklist in all_checklists(content):
        for inner, items in item_lists(checklist):
            for index, item in enumerate(items):
                yield PlacedEntry("item", (*steps, *inner, index), ids_of(checklist), item)
    for saved in saved_fields(content):
        field = PlacedEntry("field", saved.steps, (saved.kind,), saved.field)
        yield field
        for steps, choice in saved.choices:
            yield PlacedEntry("choice", steps, tuple(name.id for name in field.names), choice)
