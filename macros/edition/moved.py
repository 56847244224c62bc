"""Pages that have moved: ``was`` lists the earlier paths of a page in its front matter, the earlier ids in an entry."""

from __future__ import annotations

from pathlib import Path

from macros.edition.overrides import PAGES
from macros.problems import ContentError
from macros.reading.nodes import nodes_of
from macros.reading.page import page_files, split_front
from macros.reading.yaml_tree import Document, parse_yaml, read_yaml

WAS = "was"
CONTENT = "data/recovery.yml"


def moved_pages(docs: Path, content: Document) -> dict[str, str]:
    """Return the current path of each page that moved, by each of its earlier paths, all below ``docs/``.

    Args:
        docs: the folder of the pages.
        content: the content file.
    """
    root = nodes_of(content)
    moved = {
        f"{folder}/{old.value}.md": f"{folder}/{entry.id}.md"
        for part, (folder, _) in PAGES.items()
        for entry in root.at(part).entries
        for old in entry.at(WAS).entries
    }
    return moved | moved_files(docs)


def moved_files(docs: Path) -> dict[str, str]:
    """Return the same for the pages whose front matter lists earlier paths."""
    moved: dict[str, str] = {}
    for page in page_files(docs):
        path = page.relative_to(docs).as_posix()
        moved |= dict.fromkeys(_earlier(page.read_text("utf-8", errors="replace"), path), path)
    return moved


def likely_moves(docs: Path) -> dict[str, str]:
    """Return the same while the content still has mistakes, as far as it can be read."""
    try:
        content = read_yaml(docs / CONTENT, docs.parent)
    except ContentError:
        return moved_files(docs)
    return moved_pages(docs, content) if isinstance(content.data, dict) else moved_files(docs)


def _earlier(text: str, name: str) -> list[str]:
    """Return the earlier paths in the front matter of a page; mistakes in it are reported with the page."""
    given, _ = split_front(text)
    if f"{WAS}:" not in (given or ""):
        return []
    try:
        front = parse_yaml(given or "", name).data
    except ContentError:
        return []
    paths = front.get(WAS) if isinstance(front, dict) else None
    return [path for path in paths if isinstance(path, str)] if isinstance(paths, list) else []
