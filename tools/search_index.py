"""Makes the search index of a built site.

It reads the pages, whatever built them. Each page has an entry, and so has each part with an id and a title of its own:
a heading, a table row. The same pages give the same bytes.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

from macros.content import Content
from tools.page_text import BLOCKS

SECTIONS = ("h2", "h3", "h4")
# Elements that nobody searches for: those that need a script, forms to fill in by hand, and everything around the text.
LEFT_OUT = (
    "script, style, template, svg, nav, button, select, textarea, [hidden]:not([hidden=until-found]),"
    "[aria-hidden=true], [data-not-searched], [data-blank], .citation, .evidence, .facts, .sheet-foot"
)
# The separator between two cells of a row, which do not form a sentence.
CELL = " · "
# The section of links to other pages, which the search finds on their own.
LEADING_ON = "what-next"
# The kind of a page by the prefix of its address; the first match wins.
KINDS = {
    "start/": "situation",
    "guide/questions/": "question",
    "guide/": "guide",
    "checklists/": "checklist",
    "worksheets/": "worksheet",
    "regions/": "region",
    "hiring-managers/": "hiring",
    "about/sources/": "source",
    "centers/": "about",
    "about/": "about",
    "": "site",
}


@dataclass
class Entry:
    """A page, or a part of one; ``also`` has search words of readers, which the page does not show."""

    address: str
    title: list[str] = field(default_factory=list)
    also: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)

    def fields(self, name: str) -> dict[str, str]:
        """Return the fields that are not empty, ready to be written; ``name`` is the key of the address."""
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
    """Return the index entry of a page, None if search engines are told to leave it out too."""
    page = LexborHTMLParser(file.read_text(encoding="utf-8"))
    article = page.css_first("article")
    if article is None or "noindex" in meta(page, "robots"):
        return None
    address = file.relative_to(site).as_posix().removesuffix("index.html")
    whole, *parts = (part for part in Article(article).parts.values() if part.address != LEADING_ON)
    parts = [part for part in parts if squeeze(part.text)]
    whole.address = address
    whole.also.append(f" {meta(page, 'keywords')}")
    whole.text.insert(0, f"{meta(page, 'description')} ")
    return {
        **whole.fields("address"),
        "kind": kind_of(address),
        "parts": [part.fields("id") for part in parts],
    }


def kind_of(address: str) -> str:
    """Return the kind of the page at an address."""
    return next(kind for beginning, kind in KINDS.items() if address.startswith(beginning))


class Article:
    """The text of an article, by part.

    Attributes:
        parts: an entry for the whole article under "", then one for each part by its id.
    """

    def __init__(self, article: LexborNode) -> None:
        for element in article.css(LEFT_OUT):
            element.decompose()
        self.parts = {"": Entry("")}
        self._heading = ""
        self._read(article, row="", is_in_title=False)

    def _read(self, element: LexborNode, *, row: str, is_in_title: bool) -> None:
        """Read an element: ``row`` is the table row it is in, ``is_in_title`` whether it is in the title of a part."""
        own = element.id or ""
        if element.tag in SECTIONS and own:
            self._heading = own
        is_in_title = is_in_title or is_title(element, row)
        row = own if element.tag == "tr" and own else row
        self._part(row).also.append(f" {element.attributes.get('data-also') or ''}")
        for child in element.iter(include_text=True):
            if child.is_text_node:
                self._add_text(child.text_content or "", row, is_in_title=is_in_title)
                continue
            gap = " " if child.tag in BLOCKS else ""
            self._add_text(gap, row, is_in_title=is_in_title)
            self._read(child, row=row, is_in_title=is_in_title)
            self._add_text(CELL if child.tag == "td" else gap, row, is_in_title=is_in_title)

    def _part(self, row: str) -> Entry:
        """Return the current part: the table row, or the section that the last heading began."""
        address = row or self._heading
        return self.parts.setdefault(address, Entry(address))

    def _add_text(self, text: str, row: str, *, is_in_title: bool) -> None:
        part = self._part(row)
        (part.title if is_in_title else part.text).append(text)


def is_title(element: LexborNode, row: str) -> bool:
    """Tell whether an element is the title of the page, of a section, or of the row it is in."""
    is_section = element.tag in SECTIONS and bool(element.id)
    return element.tag == "h1" or is_section or (element.attributes.get("scope") == "row" and bool(row))


def meta(page: LexborHTMLParser, name: str) -> str:
    """Return the content of a meta element, or ""."""
    element = page.css_first(f'meta[name="{name}"]')
    return (element.attributes.get("content") or "") if element else ""


def squeeze(strings: list[str]) -> str:
    """Return strings as one line, without the parentheses that an omitted citation leaves behind."""
    return re.sub(r" ?\([,; ]*\)", "", " ".join("".join(strings).split())).removesuffix(CELL.rstrip())
