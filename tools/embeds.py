"""Makes pages for frames on other sites: the page of each tool, below ``embed/``.

Each is the tool's own page as it was built, without its navigation. Its links open in a new tab, and it says what is
kept in a frame.
"""

from __future__ import annotations

import posixpath
import re
from pathlib import Path

from macros.components.embedded.view import embedded
from macros.components.rendering import Renderer
from macros.content import Content
from macros.content.inline import render_line
from macros.content.sheets import all_sheets
from macros.content.words import EmbedWords

EMBED = "embed/"
# What surrounds a tool: the bar, the menu and all else before it, the links to what comes next, and the update notice.
BEFORE = re.compile(r"(?<=<body>).*?(?=<main )", re.DOTALL)
NEXT = re.compile(r'<h2 id="what-next">.*?(?=<footer class="sheet-foot">)', re.DOTALL)
OFFLINE = re.compile(r'<div role="status"><p class="offline".*?</p></div>', re.DOTALL)
LEAD = re.compile(r"</h1>.*?</p>", re.DOTALL)
# What a tool says about this browser.
KEPT = re.compile(r'(<span data-kept-for="(?:usual|safari|promised)"[^>]*>).*?(?=</span>)', re.DOTALL)
BLOCKED = re.compile(r'(<p data-problem="blocked"[^>]*>).*?(?=</p>)', re.DOTALL)
# References to other files of the site, and links to pages.
ADDRESS = re.compile(r'(?<= )(href|src|data-base)="(?!#|[a-z]+:)([^"#]*)')
LINK = re.compile(r'<a (?=[^>]*href="(?!#|tel:|sms:|mailto:))(?![^>]*target=)')


def add_embeds(site: Path, content: Content) -> None:
    """Write the framed page of each tool.

    Args:
        site: the built site.
        content: its content, for the words.
    """
    renderer = Renderer(content)
    for sheet in all_sheets(content):
        page = (site / sheet.address / "index.html").read_text(encoding="utf-8")
        note = renderer.render(embedded(sheet), EMBED + sheet.address)
        folder = site / EMBED / sheet.address
        folder.mkdir(parents=True)
        html = embedded_page(page, sheet.address, note, content.ui.embed)
        (folder / "index.html").write_text(html, encoding="utf-8", newline="\n")


def embedded_page(page: str, address: str, note: str, words: EmbedWords) -> str:
    """Return the page of a tool as shown in a frame.

    Args:
        page: its HTML.
        address: its address on the site, such as ``worksheets/debrief/``.
        note: what the framed page says below its first paragraph.
        words: what a framed tool says about this browser.
    """
    blocked = f"<strong>{render_line(words.blocked.title)}.</strong> {render_line(words.blocked.text)}"
    page = BEFORE.sub('<div class="page">', page)
    page = OFFLINE.sub("", NEXT.sub("", page))
    page = ADDRESS.sub(lambda found: f'{found[1]}="{_rebased(found[2], address)}', page)
    page = KEPT.sub(lambda found: found[1] + render_line(words.kept), page)
    page = BLOCKED.sub(lambda found: found[1] + blocked, page)
    page = LEAD.sub(lambda found: found[0] + note, page, count=1)
    return LINK.sub('<a target="_blank" ', page)


def _rebased(link: str, address: str) -> str:
    """Return a relative link of the page at ``address``, adjusted for its framed page."""
    place = posixpath.join("/", address, link)
    return posixpath.relpath(place, f"/{EMBED}{address}") + ("/" if link.endswith("/") else "")
