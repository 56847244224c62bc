"""The text of a built page, block by block."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bs4 import BeautifulSoup

from tools.embeds import EMBED

# A separator that no page contains, inserted between blocks to keep their texts apart.
BREAK = "\f"
BLOCKS = (
    *("p", "li", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "dd", "label", "legend", "caption"),
    *("figcaption", "blockquote", "summary", "div", "section", "pre", "br"),
)


def pages(site: Path) -> list[tuple[str, str]]:
    """Return the path and the HTML of each page of a built site, except those for frames, which repeat tools.

    Raises:
        SystemExit: the folder has no pages.
    """
    files = sorted(file for file in site.rglob("*.html") if site / EMBED not in file.parents)
    if not files:
        raise SystemExit(f"{site}: no pages there. Build the site first: make build")
    return [(file.relative_to(site).as_posix(), file.read_text(encoding="utf-8")) for file in files]


def blocks(html: str, within: str, without: str) -> Iterator[str]:
    """Yield the text of each block of a page.

    Args:
        html: the page.
        within: CSS selector of the element to read; the first match is used.
        without: CSS selector of the elements to leave out.
    """
    root = BeautifulSoup(html, "html.parser").select_one(within)
    if root is None:
        return
    for element in root.select(without):
        element.decompose()
    for element in root.find_all(BLOCKS):
        element.insert_before(BREAK)
        element.append(BREAK)
    for text in root.get_text().split(BREAK):
        if words := text.split():
            yield " ".join(words)
