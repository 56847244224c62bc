"""The navigation of the site as the frame shows it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Entry:
    """A page in the navigation, or a part with pages.

    Attributes:
        title: its title.
        page: the path of the page below ``docs/``; empty for a part.
        children: the entries of a part; empty for a page.
    """

    title: str
    page: str = ""
    children: tuple[Entry, ...] = ()

    @property
    def first(self) -> str:
        """The page that the entry links to: its own, or the first of the part."""
        return self.children[0].first if self.children else self.page

    @property
    def is_listed_by_its_index(self) -> bool:
        """Whether a part has no groups and its first page is an index of the others."""
        return not any(child.children for child in self.children) and self.first.endswith("index.md")

    def leads_to(self, page: str | None) -> bool:
        """Return whether a page is the page of this entry, or is in this part."""
        return (
            self.page == page if not self.children else any(child.leads_to(page) for child in self.children)
        )


@dataclass(frozen=True)
class Navigation:
    """The main links and the menu.

    The last part of the navigation, with all entries after it, is the menu; the entries before it are the main links.
    """

    ways: tuple[Entry, ...]
    menu: Entry
    menu_entries: tuple[Entry, ...]


def navigation_of(nav: Iterable[object], titles: Mapping[str, str]) -> Navigation:
    """Return the navigation that ``nav`` in ``mkdocs.yml`` describes.

    Args:
        nav: its entries.
        titles: the page titles by path, for entries without a title.
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
