"""Entries as the rows of a table."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, TypeVar

from macros.components.macro import View, macro, sources_of
from macros.content import Content
from macros.content.entries import Cited
from macros.content.guide import Blunder, StarComponent
from macros.content.regions import Region
from macros.content.saved import still_open

AnyCited = TypeVar("AnyCited", bound=Cited)


@dataclass(frozen=True)
class Cell:
    """One cell of a table: its column's title and its text as inline Markdown; style sheets select it by ``name``."""

    name: str
    label: str
    text: str


@dataclass(frozen=True)
class Row:
    """One row: its permanent id, its cells (the first names the row), the sources behind it."""

    id: str
    cells: tuple[Cell, ...]
    sources: tuple[str, ...]


# For each column, by name, the function from an entry to the text of a cell.
Columns = Mapping[str, Callable[[AnyCited], str]]


@macro()
def star_table(content: Content) -> View:
    """STAR: what goes wrong in each part, how to mend it, an example before and after."""
    columns: Columns[StarComponent] = {
        "component": attrgetter("component"),
        "share": lambda part: f"{part.share}%",
        **_as_written("mistake", "tactic", "before", "after"),
    }
    return _table(content, "star", content.star, columns, as_cards=True)


@macro()
def recoverable_table(content: Content) -> View:
    """Blunders: whether they can be mended, how, and how not."""
    words = content.ui.mendable
    columns: Columns[Blunder] = {
        "blunder": attrgetter("blunder"),
        "mendable": lambda blunder: str(getattr(words, blunder.mendable)),
        **_as_written("how", "how_not"),
    }
    return _table(content, "recoverable", content.recoverable, columns)


@macro()
def signals_table(content: Content) -> View:
    """Signals: what each can mean and what to do."""
    return _table(content, "signals", content.signals, _as_written("signal", "example", "meaning", "action"))


@macro()
def regions_table(content: Content) -> View:
    """The regions side by side, each linked to its page."""
    columns: Columns[Region] = {
        "region": lambda region: f"[{region.name}](regions/{region.id}.md)",
        **_as_written("manner", "follow_up", "ask"),
    }
    return _table(content, "regions", still_open(content.regions), columns, as_cards=True)


@macro()
def feedback_table(content: Content) -> View:
    """Feedback for candidates: what to avoid, what to say instead."""
    return _table(content, "feedback", content.hiring.feedback, _as_written("situation", "instead_of", "say"))


def _as_written(*names: str) -> Columns[Any]:
    return {name: attrgetter(name) for name in names}


def _table(
    content: Content,
    name: str,
    entries: Sequence[AnyCited],
    columns: Columns[AnyCited],
    *,
    as_cards: bool = False,
) -> View:
    """Return a table with a row for each entry, as inline Markdown; the first column names the row.

    With ``as_cards`` each row is a card on wide screens, too: five columns, or three of paragraphs, never fit side by
    side.

    The title of the column ``how`` of the table ``recoverable`` is ``ui.table.recoverable_how``.
    """
    words = content.ui.table
    labels = {column: getattr(words, f"{name}_{column}") for column in columns}
    rows = [
        Row(
            entry.id,
            tuple(Cell(column, labels[column], text(entry)) for column, text in columns.items()),
            entry.sources or (),
        )
        for entry in entries
    ]
    values = {
        "name": name,
        "caption": getattr(words, f"{name}_caption"),
        "labels": list(labels.values()),
        "as_cards": as_cards,
        "rows": rows,
    }
    return View("data_table", values, sources_of(entries))
