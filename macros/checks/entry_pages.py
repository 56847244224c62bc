"""Check the pages of entries: in some parts, every entry has a page that calls a macro to show it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from macros.checks.navigation import pages_in_nav
from macros.content import Content
from macros.content.entries import Entry, is_retired
from macros.problems import Problem, did_you_mean, name_of, quoted
from macros.reading.page import Call, Page
from macros.reading.yaml_tree import Document

# The folder of the pages, the part that they show, and the macro that shows an entry.
FOLDERS = (
    ("start", "situations", "situation"),
    ("regions", "regions", "region"),
    ("checklists", "checklists", "checklist"),
)
PAGE_OF_RETIRED = (
    "the {what} of this page is retired, so the page is one too many. Delete it, and its line under "
    "`nav` in mkdocs.yml, or take `retired: true` away from the {what}."
)
# The word for entries that are retired rather than deleted, since readers saved answers under them, by folder of pages.
RETIRABLE = {"checklists": "checklist", "regions": "region"}


def pages_of_entries(content: Content) -> dict[str, Call]:
    """Return the page that each entry must have, and the call that shows the entry there."""
    return {path: call for entry, path, call in _entry_pages(content) if not is_retired(entry)}


def pages_of_retired(content: Content) -> dict[str, Call]:
    """Return the page that each retired checklist or region had, and the call that showed it there."""
    return {path: call for entry, path, call in _entry_pages(content) if is_retired(entry)}


def _entry_pages(content: Content) -> Iterator[tuple[Entry, str, Call]]:
    for folder, part, macro in FOLDERS:
        for entry in getattr(content, part):
            yield entry, f"{folder}/{entry.id}.md", Call(macro, 0, 1, entry.id)


def retired_message(message: str, path: str) -> str:
    """Return a message about the retired entry whose page is at ``path``."""
    return message.format(what=RETIRABLE[path.partition("/")[0]])


def missing_pages(
    stubs: dict[str, Call], pages: list[Page], settings: Document, docs: Path
) -> Iterator[Problem]:
    """Yield every entry that has no page, or whose page does not show it or is missing from the navigation."""
    in_nav = set(pages_in_nav(settings).values())
    calls = {page.path: {str(call) for call in page.calls} for page in pages}
    for path, call in stubs.items():
        name = name_of(docs / path, docs.parent)
        if not (docs / path).is_file():
            what = RETIRABLE.get(path.partition("/")[0])
            leave = f"retire the {what}" if what else "delete the entry"
            message = f"this page is missing. Add it with `{call}` in it, or {leave} that it shows."
            yield Problem(name, 0, 0, (), message)
        elif str(call) not in calls.get(path, {str(call)}):
            message = f"this page does not show its entry. Write `{call}` on a line of its own."
            yield Problem(name, 0, 0, (), message)
        if in_nav and path not in in_nav:
            message = f"the page {quoted(path)} is missing here. Add a line such as `- Its title: {path}`."
            yield Problem(settings.name, *settings.keys[("nav",)], ("nav",), message)


def stray_pages(stubs: dict[str, Call], retired: dict[str, Call], pages: list[Page]) -> Iterator[Problem]:
    """Yield every page of an entry that is retired or does not exist."""
    for page in pages:
        folder, _, file = page.path.rpartition("/")
        parts = {name: part for name, part, _ in FOLDERS}
        if page.path in retired:
            yield Problem(page.name, 0, 0, (), retired_message(PAGE_OF_RETIRED, page.path))
        elif folder in parts and file != "index.md" and page.path not in stubs:
            near = did_you_mean(page.path, stubs)
            message = (
                f"the part `{parts[folder]}` has no entry {quoted(file.removesuffix('.md'))}. "
                f"{near}Rename the page, delete it, or add the entry."
            )
            yield Problem(page.name, 0, 0, (), message)
