"""The navigation of the site, as its frame shows it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Entry:
    """A page of the navigation, or a part of it.

    Attributes:
        title: what it is called.
        page: the path of the page below ``docs/``; a part has none of its own.
        children: what is in a part.
    """

    title: str
    page: str = ""
    children: tuple[Entry, ...] = ()

    @property
    def first(self) -> str:
        """The page that the entry leads to: its own, or the first of the part."""
        return self.children[0].first if self.children else self.page

    @property
    def is_listed_by_its_index(self) -> bool:
        """Whether a part has no groups, and its first page lists the others."""
        return not any(child.children for child in self.children) and self.first.endswith("index.md")

    def leads_to(self, page: str | None) -> bool:
        """Return whether a page is that of the entry, or in the part."""
        return (
            self.page == page if not self.children else any(child.leads_to(page) for child in self.children)
        )


@dataclass(frozen=True)
class Navigation:
    """The ways in, and the menu.

    The last part of the navigation is the menu, with all that comes after it; what comes before are the ways in.
    """

    ways: tuple[Entry, ...]
    menu: Entry
    menu_entries: tuple[Entry, ...]


def navigation_of(nav: Iterable[object], titles: Mapping[str, str]) -> Navigation:
    """Return the navigation that ``nav`` in ``mkdocs.yml`` describes.

    Args:
        nav: its entries.
        titles: what each page is called by its path, for entries that do not say it.
    """
    entries = tuple(_entry(given, titles) for given in nav)
    menu = ([entry for entry in entries if entry.children] or entries)[-1]
    place = entries.index(menu)
    return Navigation(entries[:place], menu, (menu.children or (menu,)) + entries[place + 1 :])


def _entry(given: object, titles: Mapping[str, str]) -> Entry:
    if not isinstance(given, dict):
        return Entry(titles[str(given)], str(given))
    ((title, below),) = given.items()
    if isinstance(below, list):
        return Entry(title, children=tuple(_entry(each, titles) for each in below))
    return Entry(title, below)
