"""A built site for tests to read, and a server that behaves like GitHub Pages."""

from __future__ import annotations

import gc
import html
import os
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache, partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from unittest.mock import patch
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup, Tag
from page_tree import ReadPage

from macros.checks.load import LoadedContent, load_content
from macros.checks.project import CONTENT
from macros.content.checklists import AnyChecklist, Item
from macros.content.inline import render_inline, render_line
from macros.content.saved import saved_checklist
from macros.edition.pages import shown_pages
from macros.reading.page import address_of
from tools import ROOT
from tools.build import EXPECTED_ERRORS
from tools.build import build as build_site
from tools.embeds import EMBED

ORIGIN = "https://example.org"
BASE = "/career/second-impression/"
# Where tests get single scripts; the site has only bundles of them.
SCRIPTS = "assets/javascripts/"
# A second copy on the same host: all projects of one GitHub account share one.
OTHER_BASE = "/career/another-copy/"
NOT_FOUND = "404.html"
COMPONENTS = "components/"  # for developers: not in the menu
PACK = "print/"  # repeats sheets of other pages
# The name and the classes of an element, in the HTML of a page.
ELEMENT = re.compile(r"<([a-z][a-z0-9-]*)(?:\s[^>]*?\bclass=[\"']?([^\"'>]*))?")


@cache
def loaded(project: Path) -> LoadedContent:
    """Return the content of a project."""
    return load_content(project / CONTENT, project / "docs")


@cache
def addresses(project: Path = ROOT) -> list[str]:
    """Return the address of every page, relative to the site; that of the home page is empty.

    A site built for publication, ``SITE``, lacks the page for developers.
    """
    content = loaded(project)
    pages = [*shown_pages(project / "docs", content.hidden), *content.added]
    paths = [address_of(page) for page in sorted(pages)]
    drafts = {COMPONENTS} if "SITE" in os.environ else set()
    return [*(path for path in paths if path not in drafts), NOT_FOUND]


@cache
def moved_addresses(project: Path = ROOT) -> set[str]:
    """Return every old address that redirects to where its page is now."""
    content = loaded(project)
    return {address_of(old) for old, new in content.moved.items() if not content.hidden.has(new)}


def for_every_page(metafunc: pytest.Metafunc, project: Path) -> None:
    """Parametrize a test that takes an ``address`` with every page of a project, page by page."""
    if "address" in metafunc.fixturenames:
        pages = addresses(project)
        metafunc.parametrize("address", pages, ids=[page or "home" for page in pages], scope="module")


def shown(text: str) -> str:
    """Return inline Markdown from the content as a reader sees it."""
    return BeautifulSoup(render_inline(text, str), "html.parser").get_text()


def shown_line(text: str) -> str:
    """Return plain text from the content as a reader sees it, with typographic quotes."""
    return html.unescape(render_line(text))


def items_of(sheet: AnyChecklist) -> list[Item]:
    """Return the items of a checklist that are not retired."""
    return [entry.item for entry in saved_checklist(sheet).open_entries]


class Site:
    """A built site."""

    url = ORIGIN + BASE

    def __init__(self, root: Path, url: str = ORIGIN + BASE) -> None:
        self.root = root
        self.url = url
        self.soup = cache(self._soup)

    @property
    def base(self) -> str:
        """Return the path of the site on its host."""
        return urlsplit(self.url).path

    def file(self, address: str) -> Path:
        """Return the file behind an address, relative to the site."""
        file = self.root / address
        return file / "index.html" if file.is_dir() else file

    def addresses(self) -> set[str]:
        """Return the address of every built page, except those that other sites show in a frame."""
        files = (file.relative_to(self.root).as_posix() for file in self.root.rglob("*.html"))
        return {file.removesuffix("index.html") for file in files if not file.startswith(EMBED)}

    def article(self, address: str) -> Tag:
        """Return the content of a page, without the frame around it."""
        article = self.soup(address).article
        assert article, f"{address} has no content"
        return article

    def _soup(self, address: str) -> BeautifulSoup:
        """Return a parsed page. Tests share it, so none may change it."""
        soup = ReadPage(self.file(address).read_text(encoding="utf-8"))
        gc.freeze()  # Pages live until the end: keep the garbage collector from scanning them again and again.
        return soup


def kinds_of_elements(site: Site, address: str) -> set[tuple[str, ...]]:
    """Return what style sheets can tell apart on a page: every element name with its classes."""
    found = ELEMENT.findall(site.file(address).read_text(encoding="utf-8"))
    return {(name, *sorted(classes.split())) for name, classes in found}


def with_every_kind_of_element(site: Site, addresses: Iterable[str]) -> set[str]:
    """Greedily choose a few pages that together have every kind of element."""
    kinds = {address: kinds_of_elements(site, address) for address in addresses}
    missing = set[tuple[str, ...]]().union(*kinds.values())
    chosen = set[str]()
    while missing:
        richest = max(kinds, key=lambda address: len(kinds[address] & missing))
        missing -= kinds[richest]
        chosen.add(richest)
    return chosen


def build(project: Path, folder: Path) -> None:
    """Build a project into a folder as for publication, but with the page of components."""
    try:
        with patch.dict(os.environ, SITE_URL=Site.url, DRAFTS=""):
            build_site(project, folder)
    except EXPECTED_ERRORS as mistake:
        pytest.fail(f"The site does not build:\n{mistake}", pytrace=False)


class PagesHandler(SimpleHTTPRequestHandler):
    """Serves the site below its base path, with ``404.html`` for every unknown address."""

    protocol_version = "HTTP/1.1"
    bases = (BASE, OTHER_BASE)

    def translate_path(self, path: str) -> str:
        base = next((base for base in self.bases if path.startswith(base)), None)
        if not base:
            return super().translate_path("/nothing-here")
        place = path.removeprefix(base)
        return (
            str(ROOT / "docs" / place) if place.startswith(SCRIPTS) else super().translate_path(f"/{place}")
        )

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if code != HTTPStatus.NOT_FOUND:
            super().send_error(code, message, explain)
            return
        body = (Path(self.directory) / NOT_FOUND).read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def end_headers(self) -> None:
        """Allow every origin, as GitHub Pages does: a sandboxed frame has an opaque one."""
        self.send_header("Access-Control-Allow-Origin", "*")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Log nothing: a failing test says what matters."""


@contextmanager
def served(root: Path, base: str = BASE) -> Iterator[str]:
    """Serve a built site on a free port and yield the address of its home page."""
    handler = type("Handler", (PagesHandler,), {"bases": (base, OTHER_BASE)})
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=root)) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{base}"
        server.shutdown()
