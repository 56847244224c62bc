"""The navigation of an edition: that of the site, minus hidden pages, plus those that a center adds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from macros.edition.hidden import Hidden

# A page, with or without a title, or a part with its title.
Entry = object
Nav = list[Entry]


def edition_nav(
    nav: Sequence[Entry],
    hidden: Hidden,
    added: Iterable[tuple[str, str]],
    own: Sequence[tuple[str, str]],
    first: Mapping[str, int],
) -> Nav:
    """Return the navigation of an edition.

    Args:
        nav: that of the site.
        hidden: everything that is hidden from readers.
        added: title and path of the page of each entry that a center adds; it goes after the pages in its folder.
        own: title and path of each page that a center writes; they come first in the menu.
        first: the rank of each entry that a center puts first, by the path of its page.
    """
    shown = _sorted(_shown(nav, hidden), first)
    for title, path in added:
        _put_beside_sisters(shown, title, path)
    _begin_menu(shown, [{title: path} for title, path in own])
    return shown


def _paths(entry: Entry) -> list[str]:
    if isinstance(entry, str):
        return [entry]
    below = entry.values() if isinstance(entry, dict) else entry if isinstance(entry, list) else ()
    return [path for each in below for path in _paths(each)]


def _below(entry: Entry) -> list[Entry] | None:
    """Return the entries of a part; None if the entry is a page."""
    below = next(iter(entry.values())) if isinstance(entry, dict) else entry
    return below if isinstance(below, list) else None


def _shown(nav: Sequence[Entry], hidden: Hidden) -> Nav:
    shown: Nav = []
    for entry in nav:
        below = _below(entry)
        kept = {_title(entry): _shown(below, hidden)} if below is not None else entry
        if any(not hidden.has(path) for path in _paths(kept)):
            shown.append(kept)
    return shown


def _title(entry: Entry) -> str:
    return str(next(iter(entry))) if isinstance(entry, dict) else ""


def _sorted(nav: Nav, first: Mapping[str, int]) -> Nav:
    """Move the pages in ``first`` ahead of the others in the same folder and the same part."""
    nav = [
        entry if (below := _below(entry)) is None else {_title(entry): _sorted(below, first)} for entry in nav
    ]
    places = [place for place, entry in enumerate(nav) if _is_sister(entry, first)]
    entries = sorted(
        (nav[place] for place in places), key=lambda entry: first.get(_paths(entry)[0], len(first))
    )
    for place, entry in zip(places, entries, strict=True):
        nav[place] = entry
    return nav


def _is_sister(entry: Entry, first: Mapping[str, int]) -> bool:
    """Return whether an entry is a page, other than an index, in a folder where some page is put first."""
    folders = {path.rpartition("/")[0] for path in first}
    path = _paths(entry)[0]
    return _below(entry) is None and path.rpartition("/")[0] in folders and not path.endswith("index.md")


def _put_beside_sisters(nav: Nav, title: str, path: str) -> None:
    folder = path.rpartition("/")[0] + "/"
    part = next(
        (
            below
            for entry in nav
            if (below := _below(entry)) and any(each.startswith(folder) for each in _paths(below))
        ),
        None,
    )
    if part is None:
        nav.append({title: path})
    else:
        _put_beside_sisters(part, title, path)


def _begin_menu(nav: Nav, entries: Nav) -> None:
    """Insert entries at the start of the last part, which is the menu."""
    menu = _below(nav[-1]) if nav else None
    if menu is None:
        nav.extend(entries)
    else:
        menu[:0] = entries
