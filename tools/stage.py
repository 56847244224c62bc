"""Puts together what the engine builds, as a project of its own: every page, and files that are published as they are. What
a center hides is left out, and what it adds is in its place. So the engine need know nothing of centers.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from macros import as_it_is
from macros.checks.brand import style
from macros.checks.lock_file import OWN_LOCK, write_lock
from macros.checks.navigation import read_settings
from macros.checks.project import Project
from macros.content.saved import names_of
from macros.edition.navigation import edition_nav
from macros.edition.pages import OWN, added_pages, own_page, shown_pages, title_of, without_hidden
from macros.frame.frame import Frame, Settings
from macros.site import Site

SETTINGS = "mkdocs.yml"
# What the settings of the site are called beside those of the edition, which take over what they do not say.
INHERITED = "upstream.yml"
# What pages call, and how the engine prints a page.
COPIED = ("macros", "overrides")
# Sources. Of them tools/finish.py makes what pages load, this file what a center says, tools/open_data.py data.
SOURCES = {
    *("assets/javascripts", "assets/stylesheets"),
    *("data/ids.lock", "data/recovery.yml", "data/center.yml"),
}
STYLE = Path("center.css")
# Pages for developers and tests, which are not published: `make serve` shows them, with the variable DRAFTS empty.
DRAFTS = "components.md"


@dataclass(frozen=True)
class Edition:
    """What is built: the site as it comes, or as a center has edited it.

    Attributes:
        site: its content, and what draws it.
        texts: the text of each page as it is written, by its path below ``docs/``.
        settings: what is said of the site.
    """

    site: Site
    texts: dict[str, str]
    settings: Settings

    @property
    def titles(self) -> dict[str, str]:
        """What each page is called, by its path."""
        return {path: title_of(text, path) for path, text in self.texts.items()}

    def frame(self) -> Frame:
        """Return what draws the frame of its pages."""
        return Frame(self.site, self.settings, self.titles)


def edition_of(root: Path, site: Site, address: str) -> Edition:
    """Return the edition of a project.

    Args:
        root: the folder of the project.
        site: what was checked.
        address: where the site will be, ending in a slash; empty if that is not known.
    """
    project, said = site.project, _said(root / SETTINGS)
    drafts = os.environ.get("DRAFTS", DRAFTS).split()
    texts = {path: text for path, text in _texts(root / "docs", project) if path not in drafts}
    settings = Settings(
        name=project.center.name or said["site_name"],
        description=said.get("site_description", ""),
        copyright=said.get("copyright", ""),
        nav=tuple(_nav(said.get("nav", []), project, texts)),
        address=address,
    )
    site.publish(address, settings.copyright, said.get("repo_url"))
    return Edition(site, texts, settings)


def stage(root: Path, folder: Path, edition: Edition) -> None:
    """Write the project that the engine builds.

    Args:
        root: the folder of the project whose edition it is.
        folder: where the other will be; it is not there yet.
        edition: what is built.
    """
    shutil.copytree(root / "docs", folder / "docs", ignore=_left_out(root / "docs"))
    for name in COPIED:
        shutil.copytree(root / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for file in root.glob("*.yml"):
        shutil.copy(file, folder / (INHERITED if file.name == SETTINGS else file.name))
    for path, text in edition.texts.items():
        _write(folder / "docs" / path, as_it_is(text))
    project = edition.site.project
    if project.own_ids:
        (folder / OWN_LOCK).parent.mkdir(exist_ok=True)
        write_lock(folder / OWN_LOCK, project.own_ids)
    if rules := style(project.center, root / "docs"):
        _write(folder / STYLE, rules)
    settings = {
        "INHERIT": INHERITED,
        "site_name": edition.settings.name,
        "nav": list(edition.settings.nav),
    }
    _write(folder / SETTINGS, yaml.safe_dump(settings, allow_unicode=True, sort_keys=False))


def _left_out(docs: Path) -> Callable[[str, list[str]], list[str]]:
    """Return what names those files of a folder that are not published as they are: pages, sources, hidden files."""

    def left_out(folder: str, names: list[str]) -> list[str]:
        below = Path(folder).relative_to(docs)
        return [
            name
            for name in names
            if name.endswith(".md") or name[0] == "." or (below / name).as_posix() in SOURCES
        ]

    return left_out


def _texts(docs: Path, project: Project) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of each page."""
    hidden = project.loaded.hidden
    for path in shown_pages(docs, hidden):
        text = without_hidden((docs / path).read_text("utf-8"), path, hidden)
        yield path, own_page(text, path) if path.startswith(OWN) else text
    yield from added_pages(project.loaded.added, project.content)


def _said(settings: Path) -> dict[str, Any]:
    """Return what the settings of a site say, and those that they take over."""
    said = read_settings(settings, []).data
    assert isinstance(said, dict)
    return {**_said(settings.parent / said["INHERIT"]), **said} if "INHERIT" in said else said


def _nav(nav: list[object], project: Project, texts: dict[str, str]) -> list[object]:
    """Return the navigation of an edition; a site that names none has all pages in it."""
    own = [
        (title_of(texts[path], path), path)
        for path in sorted(texts, key=_index_first)
        if path.startswith(OWN)
    ]
    added = [(title_of(texts[path], path), path) for path in project.loaded.added]
    return edition_nav(nav or list(texts), project.loaded.hidden, added, own, _first(project))


def _first(project: Project) -> dict[str, int]:
    """Return the place of what a center puts first, by the path of its page."""
    order = project.center.order
    region = (project.content.regions[0].id,) if project.center.region else ()
    listed = {
        ("checklists", "checklists"): (order and order.checklists) or (),
        ("start", "situations"): (order and order.situations) or (),
        ("regions", "regions"): (order and order.regions) or region,
    }
    return {
        f"{folder}/{entry.id}.md": place
        for (folder, part), names in listed.items()
        for place, name in enumerate(names)
        for entry in getattr(project.content, part)
        if name in names_of(entry)
    }


def _index_first(path: str) -> tuple[bool, str]:
    return not path.endswith("/index.md"), path


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8", newline="\n")
