"""Writes the project that the engine builds: every page, and files that are published unchanged. Whatever a center
hides is left out, and whatever it adds is in place, so the engine need know nothing about centers.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from macros import protect_addresses
from macros.checks.brand import style
from macros.checks.lock_file import OWN_LOCK, lock_text
from macros.checks.navigation import read_settings
from macros.checks.project import Project
from macros.content.saved import ids_of
from macros.edition.navigation import edition_nav
from macros.edition.pages import OWN, added_pages, own_page, shown_pages, title_of, without_hidden
from macros.frame.frame import Frame, Settings
from macros.site import Site

SETTINGS = "mkdocs.yml"
# The name of the site's own settings beside those of the edition, which inherit from them.
INHERITED = "upstream.yml"
# Folders with the macros and the engine's template.
COPIED = ("macros", "overrides")
# Files with these suffixes are of no use to the engine.
NOT_COPIED = {".js", ".css", ".pyc"}
# Sources, from which tools/finish.py makes assets, this file applies the changes of a center, and tools/open_data.py
# makes data.
SOURCES = {
    *("assets/javascripts", "assets/stylesheets"),
    *("data/ids.lock", "data/recovery.yml", "data/center.yml"),
}
STYLE = Path("center.css")
# Pages for developers and tests, which are not published. `make serve` shows them, since it sets DRAFTS to "".
DRAFTS = "components.md"


@dataclass(frozen=True)
class Edition:
    """The edition to build: the original site, or one edited by a center.

    Attributes:
        site: its content and renderer.
        texts: the source of each page, by its path relative to ``docs/``.
        settings: facts about the site.
    """

    site: Site
    texts: dict[str, str]
    settings: Settings

    @property
    def titles(self) -> dict[str, str]:
        """The title of each page, by its path."""
        return {path: title_of(text, path) for path, text in self.texts.items()}

    def frame(self) -> Frame:
        """Return the frame of its pages."""
        return Frame(self.site, self.settings, self.titles)


def edition_of(root: Path, site: Site, address: str) -> Edition:
    """Return the edition of a project.

    Args:
        root: the folder of the project.
        site: the checked site.
        address: the future address of the site, with a trailing slash; "" if unknown.
    """
    project, config = site.project, _merged_settings(root / SETTINGS)
    drafts = os.environ.get("DRAFTS", DRAFTS).split()
    texts = {path: text for path, text in _texts(root / "docs", project) if path not in drafts}
    settings = Settings(
        name=project.center.name or config["site_name"],
        description=config.get("site_description", ""),
        copyright=config.get("copyright", ""),
        nav=tuple(_nav(config.get("nav", []), project, texts)),
        address=address,
    )
    site.publish(address, settings.copyright, config.get("repo_url"))
    return Edition(site, texts, settings)


def stage(root: Path, folder: Path, edition: Edition) -> None:
    """Write the project that the engine builds.

    Args:
        root: the folder of the original project.
        folder: the folder to write to. Files that are already right stay untouched, so that an engine can tell what was
            edited.
        edition: the edition to build.
    """
    files: dict[str, Path | str] = {**dict(_copied_files(root)), **dict(_generated_files(root, edition))}
    for file in [*folder.rglob("*")]:
        if file.is_file() and file.relative_to(folder).as_posix() not in files:
            file.unlink()
    for path, source in files.items():
        if isinstance(source, str):
            _write(folder / path, source)
        else:
            _copy(source, folder / path)


def _copied_files(root: Path) -> Iterator[tuple[str, Path]]:
    """Yield each file that is copied to the edition, with its path there."""
    for name in ("docs", *COPIED):
        for file in (root / name).rglob("*"):
            path = file.relative_to(root).as_posix()
            if not _is_left_out(path) and file.is_file():
                yield path, file
    for file in root.glob("*.yml"):
        yield INHERITED if file.name == SETTINGS else file.name, file


def _is_left_out(path: str) -> bool:
    """Tell whether a file is not copied: it is a page, a source, or a file that no engine reads."""
    below = path.removeprefix("docs/")
    if below == path:
        return Path(path).suffix in NOT_COPIED
    is_source = any(below == source or below.startswith(f"{source}/") for source in SOURCES)
    return is_source or below.endswith(".md") or any(part[0] == "." for part in below.split("/"))


def _generated_files(root: Path, edition: Edition) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of each file that is generated for the edition."""
    for path, text in edition.texts.items():
        yield f"docs/{path}", protect_addresses(text)
    project = edition.site.project
    if project.own_ids:
        yield OWN_LOCK.as_posix(), lock_text(project.own_ids)
    if rules := style(project.center, root / "docs"):
        yield STYLE.as_posix(), rules
    settings = {
        "INHERIT": INHERITED,
        "site_name": edition.settings.name,
        "nav": list(edition.settings.nav),
    }
    yield SETTINGS, yaml.safe_dump(settings, allow_unicode=True, sort_keys=False)


def _texts(docs: Path, project: Project) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of each page."""
    hidden = project.loaded.hidden
    for path in shown_pages(docs, hidden):
        text = without_hidden((docs / path).read_text("utf-8"), path, hidden)
        yield path, own_page(text, path) if path.startswith(OWN) else text
    yield from added_pages(project.loaded.added, project.content)


def _merged_settings(settings: Path) -> dict[str, Any]:
    """Return the settings of a site, including inherited ones."""
    config = read_settings(settings, []).data
    assert isinstance(config, dict)
    return (
        {**_merged_settings(settings.parent / config["INHERIT"]), **config} if "INHERIT" in config else config
    )


def _nav(nav: list[object], project: Project, texts: dict[str, str]) -> list[object]:
    """Return the navigation of an edition; a site without one gets all pages."""
    own = [
        (title_of(texts[path], path), path)
        for path in sorted(texts, key=_index_first)
        if path.startswith(OWN)
    ]
    added = [(title_of(texts[path], path), path) for path in project.loaded.added]
    return edition_nav(nav or list(texts), project.loaded.hidden, added, own, _leading_positions(project))


def _leading_positions(project: Project) -> dict[str, int]:
    """Return the positions of the pages that a center puts first, by path."""
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
        if name in ids_of(entry)
    }


def _index_first(path: str) -> tuple[bool, str]:
    return not path.endswith("/index.md"), path


def _copy(source: Path, file: Path) -> None:
    if not (file.exists() and _timestamp(file) == _timestamp(source)):
        file.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(source, file)


def _timestamp(file: Path) -> tuple[int, int]:
    status = file.stat()
    return status.st_mtime_ns, status.st_size


def _write(file: Path, text: str) -> None:
    if not (file.exists() and file.read_text("utf-8") == text):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8", newline="\n")
