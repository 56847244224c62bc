"""No id that keys saved answers can be renamed unnoticed, anywhere in the content of the site."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from macros.checks.ids import id_problems
from macros.checks.load import LoadedContent, load_content
from macros.checks.lock_file import LOCK, Lock, read_lock
from macros.checks.project import CONTENT
from macros.checks.saved_ids import PlacedEntry, placed_entries
from macros.components.data_table.view import regions_table
from macros.components.follow_up_note.view import follow_up_note
from macros.content.entries import Entry, Saved
from macros.content.saved import all_checklists, renamed_records, still_open
from macros.content.values import Part
from macros.problems import Problem
from macros.reading.yaml_tree import Steps

ROOT = Path(__file__).parents[2]
NEW = "another-name"


@pytest.fixture(scope="module")
def loaded() -> LoadedContent:
    return load_content(ROOT / CONTENT, ROOT / "docs")


@pytest.fixture(scope="module")
def lock() -> Lock:
    return read_lock(ROOT / LOCK, ROOT)


def changed(part: Any, steps: Steps, change: dict[str, Any]) -> Any:
    """Return a copy of a part of the content with a change to the entry at the end of the way."""
    if not steps:
        return part.model_copy(update=change)
    step, *rest = steps
    if isinstance(step, int):
        return (*part[:step], changed(part[step], tuple(rest), change), *part[step + 1 :])
    assert isinstance(part, Part)
    return part.model_copy(update={step: changed(getattr(part, step), tuple(rest), change)})


def edited(loaded: LoadedContent, steps: Steps, **change: Any) -> LoadedContent:
    return LoadedContent(changed(loaded.content, steps, change), loaded.document)


def saved_entries(loaded: LoadedContent) -> list[tuple[Steps, Entry, str]]:
    """Return every entry whose id keys saved answers, with the way to it and its line in the lock."""
    sheets = [(steps, sheet, f"checklist {sheet.id}") for steps, sheet in all_checklists(loaded.content)]
    others = [(each.steps, each.entry, str(each.saved_id)) for each in placed_entries(loaded.content)]
    return [*sheets, *others]


def lines(problems: list[Problem]) -> list[tuple[str, int]]:
    return [(problem.path, problem.line) for problem in problems]


def test_every_id_that_keys_saved_answers_is_in_the_lock(loaded: LoadedContent, lock: Lock) -> None:
    published = [str(each) for each in lock.lines]
    missing = [line for _, _, line in saved_entries(loaded) if not any(p.startswith(line) for p in published)]
    assert missing == []
    kinds = {line.split()[0] for line in published}
    assert kinds == {"checklist", "item", "field", "choice"}


def test_renaming_a_saved_id_without_was_is_reported_with_its_line_and_a_fix(
    loaded: LoadedContent, lock: Lock
) -> None:
    for steps, entry, line in saved_entries(loaded):
        problems = id_problems(edited(loaded, steps, id=NEW), lock)
        assert f"write `was: [{entry.id}]`" in problems[0].message, line
        assert problems[0].path == lock.name
        assert line in (ROOT / LOCK).read_text("utf-8").splitlines()[problems[0].line - 1], line
        place = loaded.document.spots[(*steps, "id")].place
        assert (loaded.document.name, place.line) in lines(problems[1:]), line


def test_renaming_a_saved_id_with_was_loses_nothing(loaded: LoadedContent, lock: Lock) -> None:
    for steps, entry, line in saved_entries(loaded):
        if isinstance(entry, Saved):
            problems = id_problems(edited(loaded, steps, id=NEW, was=(entry.id, *(entry.was or ()))), lock)
            assert [problem for problem in problems if "is new" not in problem.message] == [], line


def one(loaded: LoadedContent, what: str, name: str) -> PlacedEntry:
    """Return the entry of a kind whose answers are saved under a name."""
    return next(
        each for each in placed_entries(loaded.content) if (each.kind, each.saved_id.id) == (what, name)
    )


def test_scripts_get_the_earlier_ids_of_fields_and_choices(loaded: LoadedContent) -> None:
    layer = one(loaded, "field", "star-answer--layer-data")
    choice = one(loaded, "choice", "debrief--kind--in-person")
    renamed = edited(loaded, layer.steps, id="layer-facts", was=("layer-data", "layer-old"))
    renamed = edited(renamed, choice.steps, id="on-site", was=("in-person",))
    assert renamed_records(renamed.content) == {
        "fields": {"star-answer--layer-data": "layer-facts", "star-answer--layer-old": "layer-facts"},
        "choices": {"debrief--kind--in-person": "on-site"},
    }
    assert renamed_records(loaded.content) == {}


def test_a_retired_region_is_no_longer_offered_but_keeps_its_name(loaded: LoadedContent, lock: Lock) -> None:
    region = loaded.content.regions[0]
    without = edited(loaded, ("regions", 0), retired=True)
    assert id_problems(without, lock) == []
    assert still_open(without.content.regions) == loaded.content.regions[1:]
    assert region.id not in [row.id for row in regions_table(without.content).values["rows"]]
    view = follow_up_note(without.content).values
    assert region.id not in [each.id for each in view["regions"]]
    assert (without.content.regions[0], region.name) in view["choices"]["region"]
