"""What the search of a built site looks through.

It reads the pages, whatever built them. Each page has an entry, and so has each part of it that has an address and a title of its own: a heading, a row of a
table. The same pages give the same bytes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

from macros.content import Content
from tools.page_text import BLOCKS

SECTIONS = ("h2", "h3", "h4")
# What nobody looks for: what waits for a script, sheets to fill in by hand, and what stands around the words.
LEFT_OUT = (
    "script, style, template, svg, nav, button, select, textarea, [hidden]:not([hidden=until-found]),"
    "[aria-hidden=true], [data-search-exclude], [data-blank], .citation, .evidence, .facts, .sheet-foot"
)
# What stands between two cells of a row, which no sentence connects.
CELL = " · "
# Where a page leads on. What lies there is found by itself.
LEADING_ON = "what-next"
# The kind of a page by the beginning of its address; the first that fits.
KINDS = {
    "start/": "situation",
    "guide/questions/": "question",
    "guide/": "guide",
    "checklists/": "checklist",
    "worksheets/": "worksheet",
    "regions/": "region",
    "hiring-managers/": "hiring",
    "about/sources/": "source",
    "about/": "about",
    "": "site",
}


@dataclass
class Entry:
    """A page, or a part of one: ``also`` are words of readers, which the page does not show."""

    address: str
    title: list[str] = field(default_factory=list)
    also: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)

    def fields(self, name: str) -> dict[str, str]:
        """Return what is not empty, ready to be written; ``name`` is that of the address."""
        texts = {"title": self.title, "also": self.also, "text": self.text}
        filled = {key: squeezed for key, strings in texts.items() if (squeezed := squeeze(strings))}
        return {name: self.address, **filled}


def search_index(site: Path, content: Content) -> str:
    """Return the index of a built site, as JSON."""
    pages = [page for file in sorted(site.rglob("*.html")) if (page := page_fields(site, file))]
    ways = [f"start/{way.id}/" for way in content.situations]
    index = {"kinds": content.ui.search.kinds.model_dump(), "ways": ways, "pages": pages}
    return json.dumps(index, ensure_ascii=False, separators=(",", ":"))


def page_fields(site: Path, file: Path) -> dict[str, Any] | None:
    """Return what the index holds of a page: none if search engines are asked to leave it out too."""
    soup = BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser")
    if soup.article is None or "noindex" in meta(soup, "robots"):
        return None
    address = file.relative_to(site).as_posix().removesuffix("index.html")
    page, *parts = entries(soup.article)
    parts = [part for part in parts if squeeze(part.text)]
    page.address = address
    page.also.append(f" {meta(soup, 'keywords')}")
    page.text.insert(0, f"{meta(soup, 'description')} ")
    kind = next(kind for beginning, kind in KINDS.items() if address.startswith(beginning))
    return {**page.fields("address"), "kind": kind, "parts": [part.fields("id") for part in parts]}


def entries(article: Tag) -> list[Entry]:
    """Return an entry for the page and one for each part of it."""
    for element in article.select(LEFT_OUT):
        element.decompose()
    for block in article.select(BLOCKS):
        block.insert_before(" ")
        block.append(CELL if block.name == "td" else " ")
    found = {"": Entry("")}
    heading = ""
    for node in article.descendants:
        if isinstance(node, Tag):
            if node.name in SECTIONS and node.get("id"):
                heading = str(node["id"])
            entry = found.setdefault(owner(node, heading), Entry(owner(node, heading)))
            entry.also.append(f" {node.get('data-also', '')}")
        elif isinstance(node, NavigableString) and node.parent:
            entry = found[owner(node.parent, heading)]
            (entry.title if is_title(node.parent) else entry.text).append(str(node))
    found.pop(LEADING_ON, None)
    return list(found.values())


def owner(node: Tag, heading: str) -> str:
    """Return the id of the part that an element belongs to: its table row, or the heading before it."""
    row = next((each for each in lineage(node) if each.name == "tr" and each.get("id")), None)
    return str(row["id"]) if row else heading


def is_title(node: Tag) -> bool:
    """Tell whether an element is, or is in, what names a part."""
    return any(
        each.name == "h1"
        or (each.name in SECTIONS and each.get("id"))
        or (each.get("scope") == "row" and each.parent and each.parent.get("id"))
        for each in lineage(node)
    )


def lineage(node: Tag) -> Iterator[Tag]:
    """Yield an element and all that it is in."""
    yield node
    yield from node.parents


def meta(soup: BeautifulSoup, name: str) -> str:
    """Return the content of a meta element, or nothing."""
    element = soup.find("meta", attrs={"name": name})
    return str(element.get("content", "")) if element else ""


def squeeze(strings: list[str]) -> str:
    """Return strings as one line, without the brackets of a citation that was left out."""
    return re.sub(r" ?\([,; ]*\)", "", " ".join("".join(strings).split())).removesuffix(CELL.rstrip())
