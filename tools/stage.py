"""Puts an edition of the site together, as a project of its own: what a center hides is left out, and what it adds
is in its place. The engine builds that and need know nothing of centers.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from macros.checks.brand import style
from macros.checks.lock_file import OWN_LOCK, write_lock
from macros.checks.navigation import read_settings
from macros.checks.project import Project
from macros.content.saved import names_of
from macros.edition.navigation import edition_nav
from macros.edition.pages import OWN, added_pages, own_page, shown_pages, title_of, without_hidden

SETTINGS = "mkdocs.yml"
# What the settings of the site are called beside those of the edition, which take over what they do not say.
INHERITED = "upstream.yml"
COPIED = ("docs", "macros", "overrides")
STYLE = Path("docs/assets/stylesheets/center.css")


def is_edited(project: Project) -> bool:
    """Tell whether a center has edited the site, so that it is built from an edition."""
    return project.center.is_set or any(page.path.startswith(OWN) for page in project.pages)


def stage(root: Path, folder: Path, project: Project) -> None:
    """Write the edition of a project.

    Args:
        root: the folder of the project.
        folder: where the edition will be; it is not there yet.
        project: what was checked.
    """
    for name in COPIED:
        shutil.copytree(root / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for file in root.glob("*.yml"):
        shutil.copy(file, folder / (INHERITED if file.name == SETTINGS else file.name))
    texts = dict(_texts(folder / "docs", project))
    for page in (folder / "docs").rglob("*.md"):
        page.unlink()
    for path, text in texts.items():
        _write(folder / "docs" / path, text)
    if project.own_ids:
        (folder / OWN_LOCK).parent.mkdir(exist_ok=True)
        write_lock(folder / OWN_LOCK, project.own_ids)
    _write(folder / STYLE, style(project.center, root / "docs"))
    settings = yaml.safe_dump(_settings(root, project, texts), allow_unicode=True, sort_keys=False)
    _write(folder / SETTINGS, settings)


def _texts(docs: Path, project: Project) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of each page."""
    hidden = project.loaded.hidden
    for path in shown_pages(docs, hidden):
        text = without_hidden((docs / path).read_text("utf-8"), path, hidden)
        yield path, own_page(text, path) if path.startswith(OWN) else text
    yield from added_pages(project.loaded.added, project.content)


def _settings(root: Path, project: Project, texts: dict[str, str]) -> dict[str, Any]:
    center = project.center
    titles = {path: title_of(text, path) for path, text in texts.items()}
    own = [(titles[path], path) for path in sorted(texts, key=_index_first) if path.startswith(OWN)]
    nav = edition_nav(
        _nav(root),
        project.loaded.hidden,
        [(titles[path], path) for path in project.loaded.added],
        own,
        _first(project),
    )
    named = {"site_name": center.name} if center.name else {}
    return {"INHERIT": INHERITED, **named, "nav": nav}


def _nav(root: Path) -> list[object]:
    settings = read_settings(root / SETTINGS, []).data
    nav = settings.get("nav", []) if isinstance(settings, dict) else []
    return list(nav)


def _first(project: Project) -> dict[str, int]:
    """Return the place of what a center puts first, by the path of its page."""
    order, region = project.center.order, project.center.region
    listed = {
        ("checklists", "checklists"): (order and order.checklists) or (),
        ("start", "situations"): (order and order.situations) or (),
        ("regions", "regions"): (order and order.regions) or ((region,) if region else ()),
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
