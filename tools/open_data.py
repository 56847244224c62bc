"""Writes what a site offers to programs: its content as data, lists of its pages, a feed of revisions, and a preview
image for links.

All of it comes from what the site shows, so whatever a center hides or changes is hidden or changed here too. The feed,
the sitemap and the image need the address of the site, since they are used elsewhere.
"""

from __future__ import annotations

import datetime as dt
import gzip
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from selectolax.lexbor import LexborHTMLParser

from macros.checks.project import Project
from macros.content.entries import find
from macros.content.open_data import open_data
from macros.content.words import SearchKinds
from macros.reading.page import address_of
from tools.link_picture import write_picture
from tools.search_index import KINDS, kind_of
from tools.stage import Edition

DATA = "data/recovery.json"
LLMS = "llms.txt"
FEED = "feed.xml"
SITEMAP = "sitemap.xml"
SITEMAPS = "http://www.sitemaps.org/schemas/sitemap/0.9"
ATOM = "http://www.w3.org/2005/Atom"
# The most entries that the feed has.
FEED_LENGTH = 30


@dataclass(frozen=True)
class PageSummary:
    """A page of the site, as described in its head."""

    address: str
    title: str
    description: str


def write_open_data(site: Path, edition: Edition, docs: Path) -> None:
    """Write all of it into a built site.

    Args:
        site: the folder of the site.
        edition: the edition that was built.
        docs: the folder of the pages, for the colors.
    """
    project, settings = edition.site.project, edition.settings
    name, url = settings.name, settings.address
    pages = list(_page_summaries(site))
    data = open_data(project.content, name, url, settings.copyright)
    _write(site / DATA, json.dumps(data, ensure_ascii=False, indent=1) + "\n")
    _write(site / LLMS, llms(pages, name, url, project.content.ui.search.kinds))
    if url:
        days = revision_days(project)
        _write(site / FEED, feed(pages, days, name, url))
        listed = sitemap(map(address_of, edition.texts), days, url)
        _write(site / SITEMAP, listed)
        (site / f"{SITEMAP}.gz").write_bytes(gzip.compress(listed.encode(), mtime=0))
        write_picture(site, name, project.center, docs)


def _page_summaries(site: Path) -> Iterator[PageSummary]:
    """Yield every page that a search engine may list, home first."""
    for file in sorted(site.rglob("index.html")):
        page = LexborHTMLParser(file.read_text("utf-8"))
        about = page.css_first("meta[name=description]")
        if about and not page.css_matches("meta[name=robots]"):
            address = file.relative_to(site).as_posix().removesuffix("index.html")
            title = page.css("title")[0].text().rpartition(" - ")[0]
            yield PageSummary(address, title, about.attributes["content"] or "")


def llms(pages: list[PageSummary], name: str, url: str, kinds: SearchKinds) -> str:
    """Return the list of pages for language models (https://llmstxt.org), grouped by the kinds of the search."""
    home = next(page for page in pages if not page.address)
    parts: dict[str, list[str]] = {getattr(kinds, kind): [] for kind in KINDS.values()}
    for page in pages:
        line = f"- [{page.title}]({f'{url}{page.address}' or './'}): {page.description}"
        parts[getattr(kinds, kind_of(page.address))].append(line)
    lists = (f"## {kind}\n\n" + "\n".join(lines) for kind, lines in parts.items() if lines)
    data = f"- [{DATA}]({url}{DATA})"
    return "\n\n".join([f"# {name}", f"> {home.description}", *lists, data]) + "\n"


def revision_days(project: Project) -> dict[str, dt.date]:
    """Return the day on which each page was revised, by address; pages that name none are left out."""
    days = {page.path: spot.value for page in project.pages if (spot := page.front.spots.get(("revised",)))}
    for page in project.pages:
        for call in page.calls:
            if call.name == "checklist" and call.argument:
                days[page.path] = find(project.content.checklists, call.argument).revised
    return {address_of(path): day for path, day in days.items() if isinstance(day, dt.date)}


def feed(pages: list[PageSummary], days: dict[str, dt.date], name: str, url: str) -> str:
    """Return an Atom feed (RFC 4287) of the revised pages, newest first."""
    ET.register_namespace("", ATOM)
    root = ET.Element(f"{{{ATOM}}}feed")
    newest = sorted((page for page in pages if page.address in days), key=lambda page: days[page.address])
    newest = newest[::-1][:FEED_LENGTH]
    _add(root, "id", url + FEED)
    _add(root, "title", name)
    _add(root, "updated", _moment(max(days.values())))
    _add(_add(root, "author"), "name", name)
    _add(root, "link", rel="self", href=url + FEED)
    _add(root, "link", href=url)
    for page in newest:
        entry = _add(root, "entry")
        # Each revision is an entry of its own.
        _add(entry, "id", f"{url}{page.address}#{days[page.address]}")
        _add(entry, "title", page.title)
        _add(entry, "updated", _moment(days[page.address]))
        _add(entry, "link", href=url + page.address)
        _add(entry, "summary", page.description)
    ET.indent(root)
    return ET.tostring(root, encoding="unicode", xml_declaration=True) + "\n"


def sitemap(addresses: Iterable[str], days: dict[str, dt.date], url: str) -> str:
    """Return the sitemap (https://www.sitemaps.org), with the days of revision."""
    root = ET.Element("urlset", xmlns=SITEMAPS)
    for address in sorted(addresses):
        entry = ET.SubElement(root, "url")
        ET.SubElement(entry, "loc").text = url + address
        if address in days:
            ET.SubElement(entry, "lastmod").text = days[address].isoformat()
    ET.indent(root)
    return ET.tostring(root, encoding="unicode", xml_declaration=True) + "\n"


def _add(parent: ET.Element, name: str, text: str = "", **attributes: str) -> ET.Element:
    element = ET.SubElement(parent, f"{{{ATOM}}}{name}", attributes)
    element.text = text or None
    return element


def _moment(day: dt.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, "utf-8", newline="\n")
