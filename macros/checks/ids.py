"""Compare the content with published ids, so that no saved answer is lost and no id is reused.

An id that leaves the content stays in the lock, and the content must account for it: by ``was`` on the entry that it
became, or by ``retired``.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from macros.checks.load import LoadedContent
from macros.checks.lock_file import UPDATE, Lock
from macros.checks.saved_ids import PARENTS, PlacedEntry, SavedId, known_ids, placed_entries
from macros.content import Content
from macros.content.checklists import AnyChecklist
from macros.content.entries import Entry, Saved
from macros.content.saved import all_checklists, all_items, ids_of
from macros.problems import Problem, did_you_mean, quoted

CENTER_FILE = "docs/data/center.yml"
UNDER_ADD = "All of this goes under `add:`."
OTHER_KIND = "Keep that kind, or give this list a new id, and put the old one back with `retired: true`."
OTHER_KIND_EARLIER = "Delete the id here, and put that list back with `retired: true`."


def id_problems(loaded: LoadedContent, lock: Lock) -> list[Problem]:
    """Return every difference between the content and the lock that could cost a reader an answer.

    Args:
        loaded: the current content.
        lock: all ids ever published.
    """
    if lock.broken or not lock.lines:
        return lock.problems
    return [*lock.fixable, *blocking_problems(loaded, lock), *_new_ids(loaded, lock)]


def blocking_problems(loaded: LoadedContent, lock: Lock) -> list[Problem]:
    """Return the problems that block an update of the lock."""
    if lock.broken or not lock.lines:
        return list(lock.broken)
    missing = missing_ids(loaded.content, lock)
    return [
        *_missing_id_problems(loaded.content, lock, missing),
        *_changed_kinds(loaded, lock),
        *_never_published_lists(loaded, lock, missing),
        *_never_published_entries(loaded, lock, missing),
    ]


def own_ids(content: Content, lock: Lock) -> frozenset[SavedId]:
    """Return the ids that a center has published or adds now, without those of the upstream site."""
    return lock.own.union(known_ids(content) - lock.lines.keys())


def missing_ids(content: Content, lock: Lock) -> list[SavedId]:
    """Return the published ids that the content does not account for, in the order of the lock."""
    known = known_ids(content)
    return [saved_id for saved_id in lock.lines if saved_id not in known]


def _missing_id_problems(content: Content, lock: Lock, missing: list[SavedId]) -> Iterator[Problem]:
    """Report a missing checklist or field once, not again for each of its items or choices."""
    entries = list(placed_entries(content))
    known = {parent for placed in entries for parent in placed.parents}
    fields = {name.id for placed in entries if placed.kind == "field" for name in placed.names}
    reported: set[str] = set()
    for saved_id in missing:
        parent = saved_id.id.rpartition("--")[0]
        checklist = saved_id.id.partition("--")[0]
        if saved_id.kind == "choice" and parent not in fields:
            continue
        if saved_id.kind in ("field", "choice") or parent in known:
            message = _missing_entry_message(entries, lock, saved_id)
        elif checklist not in reported:
            message = _missing_checklist_message(content, lock, checklist)
            reported.add(checklist)
        else:
            continue
        if saved_id in lock.own:
            yield Problem(CENTER_FILE, 0, 0, (), f"{message} {UNDER_ADD}")
        else:
            yield Problem(lock.name, lock.lines[saved_id], 1, (), message)


def _missing_checklist_message(content: Content, lock: Lock, checklist_id: str) -> str:
    new = [
        checklist
        for _, checklist in all_checklists(content)
        if not checklist.was and SavedId("checklist", checklist.id) not in lock.lines
    ]

    def likeness(checklist: AnyChecklist) -> tuple[int, float]:
        was_published = (
            SavedId("item", f"{checklist_id}--{item.id}") in lock.lines for item in all_items(checklist)
        )
        return sum(was_published), _likeness(checklist.id, checklist_id)

    likeliest = max(new, key=likeness, default=None)
    return _missing_message(f"the checklist {quoted(checklist_id)}", checklist_id, likeliest)


def _missing_entry_message(entries: list[PlacedEntry], lock: Lock, saved_id: SavedId) -> str:
    parent, _, old = saved_id.id.rpartition("--")
    new = [
        placed.entry
        for placed in entries
        if placed.kind == saved_id.kind
        and parent in placed.parents
        and not (isinstance(placed.entry, Saved) and (placed.entry.was or placed.entry.retired))
        and placed.saved_id not in lock.lines
    ]
    likeliest = max(new, key=lambda entry: _likeness(entry.id, old), default=None)
    what = f"the {saved_id.kind} {quoted(old)} of the {PARENTS[saved_id.kind]} {quoted(parent)}"
    return _missing_message(what, old, likeliest)


def _missing_message(what: str, old: str, likeliest: Entry | None) -> str:
    renamed = f"If it is {quoted(likeliest.id)} now," if likeliest else "If it has another id now,"
    return (
        f"{what} is gone, and readers may have saved answers under it. {renamed} write `was: [{old}]` under "
        "that id. If it is not needed any more, put it back and write `retired: true` under its id."
    )


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other).ratio()


def _changed_kinds(loaded: LoadedContent, lock: Lock) -> Iterator[Problem]:
    lists = {entry.id: entry for entry in lock.lines if entry.kind == "checklist"}
    for steps, checklist in all_checklists(loaded.content):
        for index, name in enumerate(ids_of(checklist)):
            old = lists.get(name)
            if old and old.answers != checklist.saves:
                message = (
                    f"{quoted(name)} was published as a list of the kind {quoted(old.answers)} ({_line_of(old, lock)}), "
                    f"and answers saved there mean nothing in one of the kind "
                    f"{quoted(checklist.kind)}. {OTHER_KIND_EARLIER if index else OTHER_KIND}"
                )
                inner = ("was", index - 1) if index else ("kind",)
                yield loaded.document.problem((*steps, *inner), message)


def _line_of(saved_id: SavedId, lock: Lock) -> str:
    return "on this site" if saved_id in lock.own else f"{lock.name}, line {lock.lines[saved_id]}"


def _never_published_lists(loaded: LoadedContent, lock: Lock, missing: list[SavedId]) -> Iterator[Problem]:
    known = [entry.id for entry in missing if entry.kind == "checklist"]
    for steps, checklist in all_checklists(loaded.content):
        for index, old in enumerate(checklist.was or ()):
            if SavedId("checklist", old) not in lock.lines:
                message = _never_message("checklist", old, known, lock)
                yield loaded.document.problem((*steps, "was", index), message)


def _never_published_entries(loaded: LoadedContent, lock: Lock, missing: list[SavedId]) -> Iterator[Problem]:
    for placed in placed_entries(loaded.content):
        prefixes = tuple(f"{parent}--" for parent in placed.parents)
        known = [
            each.id.rpartition("--")[2]
            for each in missing
            if each.kind == placed.kind and each.id.startswith(prefixes)
        ]
        for index, old in enumerate(ids_of(placed.entry)[1:]):
            if not any(SavedId(placed.kind, prefix + old) in lock.lines for prefix in prefixes):
                message = _never_message(f"{placed.kind} of this {PARENTS[placed.kind]}", old, known, lock)
                yield loaded.document.problem((*placed.steps, "was", index), message)


def _never_message(what: str, old: str, known: list[str], lock: Lock) -> str:
    return (
        f"no {what} was ever published as {quoted(old)}. {did_you_mean(old, known)}"
        f"Name an id that stands in {lock.name}, or delete this one."
    )


def _new_ids(loaded: LoadedContent, lock: Lock) -> Iterator[Problem]:
    """Report a new checklist or field once, not again for each of its items or choices.

    The entries that a center adds need no line in the lock: their ids are recorded on publication, see
    ``tools/published_ids.py``.
    """
    if loaded.center.is_set:
        return
    for steps, checklist in all_checklists(loaded.content):
        if SavedId("checklist", checklist.id) not in lock.lines:
            yield loaded.document.problem((*steps, "id"), _new_message(checklist.id, lock))
    for placed in placed_entries(loaded.content):
        parent = SavedId(PARENTS[placed.kind], placed.parents[0])
        is_known = placed.kind == "field" or parent in lock.lines
        if is_known and placed.saved_id not in lock.lines:
            yield loaded.document.problem((*placed.steps, "id"), _new_message(placed.entry.id, lock))


def _new_message(new: str, lock: Lock) -> str:
    return (
        f"the id {quoted(new)} is new. Once published it is permanent: when you are sure of it, run {UPDATE}, "
        f"and save {lock.name} together with this file. In a copy of the site, add it in {CENTER_FILE} instead, which "
        "needs no command."
    )
