"""Prints every blank sheet, and all of them as a pack, into ``site/pdf/``: ``python -m tools.pdf``, part of ``make pdf``.

The browser of the tests prints the built pages, in A4 and Letter. It uses no network: the files of the site are served
from its folder, at the address that ``SITE_URL`` gives the site. pikepdf adds what screen readers need, and removes
what would differ between runs. Once the PDFs exist, pages get links to them.
"""

from __future__ import annotations

import io
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pikepdf
from playwright.sync_api import Browser, Page, Route, sync_playwright

from macros.checks.project import check_project
from macros.components.pdf_links.view import pdf_links
from macros.components.rendering import Renderer
from macros.content import Content
from macros.content.sheets import all_sheets
from macros.content.worksheets.fields import Worksheet
from tools import ROOT
from tools.browser import find_browser
from tools.build import SITE
from tools.finish import renew_release
from tools.pdf_fields import Field, add_fields, cover_fields
from tools.pdf_tags import complete_tags

FOLDER = "pdf"
PAPERS = ("letter", "a4")
PACK = "print/"
# The links to a page's PDFs come before this.
FOOT = '<footer class="sheet-foot">'
DATES = ("/CreationDate", "/ModDate")


@dataclass(frozen=True)
class Document:
    """A document to print: its name, the address of its page, and whether it is a fillable form."""

    name: str
    address: str
    is_form: bool = False

    def file(self, paper: str) -> str:
        """Return the path of its PDF, relative to the site."""
        return f"{FOLDER}/{self.name}-{paper}.pdf"


def main() -> None:
    """Print the built site, at the address in the variable ``SITE_URL``."""
    address = os.environ.get("SITE_URL")
    if not address:
        raise SystemExit("Say where the site will be, since sheets show it: make pdf SITE_URL=https://…")
    content = check_project(ROOT).content
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser())
        add_pdfs(browser, SITE, address.rstrip("/") + "/", content)
        browser.close()
    print(f"Printed {SITE.name}/{FOLDER}/")


def add_pdfs(browser: Browser, site: Path, address: str, content: Content) -> None:
    """Write all PDFs of a site, and link to them; those of an earlier run are removed.

    Args:
        browser: a Chromium, since only Chromium prints tagged PDFs.
        site: the folder of the site.
        address: the address that it will have, with a trailing slash.
        content: the content of the site.
    """
    documents = all_documents(content)
    for document in documents:
        unlink(site, document, content)
    shutil.rmtree(site / FOLDER, ignore_errors=True)
    (site / FOLDER).mkdir()
    with open_from_folder(browser, site, address) as page:
        for document in documents:
            for paper in PAPERS:
                (site / document.file(paper)).write_bytes(print_pdf(page, address, document, paper))
    for document in documents:
        link(site, document, content)
    renew_release(site)


def all_documents(content: Content) -> list[Document]:
    """Return every sheet, each worksheet as a form, and the pack of all sheets."""
    sheets = all_sheets(content)
    blank = [Document(sheet.id, sheet.address) for sheet in sheets]
    forms = [
        Document(f"{sheet.id}-form", sheet.address, is_form=True)
        for sheet in sheets
        if isinstance(sheet.part, Worksheet)
    ]
    return [*blank, *forms, Document("pack", PACK)]


@contextmanager
def open_from_folder(browser: Browser, site: Path, address: str) -> Iterator[Page]:
    """Yield a page of a fresh browser context in which the site is at its address, and nothing else is reachable."""
    # Elements in transition are sometimes painted after the rest, which would change the order of the tags.
    context = browser.new_context(java_script_enabled=False, reduced_motion="reduce")
    context.route("**", serve_folder(site, address))
    try:
        yield context.new_page()
    finally:
        context.close()


def serve_folder(site: Path, address: str) -> Callable[[Route], None]:
    """Return a handler that answers requests with files of the site."""

    def answer(route: Route) -> None:
        path = route.request.url.removeprefix(address)
        file = site / (path + "index.html" if path.endswith("/") or not path else path)
        if route.request.url.startswith(address) and file.is_file():
            route.fulfill(path=file)
        else:
            route.abort()

    return answer


def print_pdf(page: Page, address: str, document: Document, paper: str) -> bytes:
    """Return a finished PDF. The pack has every sheet, with the advisor's side on the back of each."""
    page.goto(address + document.address)
    if document.address == PACK:
        for box in page.locator("[name=sheets], [name=advice]").all():
            box.check()
    fields = cover_fields(page) if document.is_form else []
    language = page.locator("html").get_attribute("lang") or ""
    return finish_pdf(page.pdf(format=paper, tagged=True, outline=True), page.title(), language, fields)


def finish_pdf(pdf: bytes, title: str, language: str, fields: list[Field]) -> bytes:
    """Return a PDF with its title, its language and its fields, which is the same every time it is printed."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for name in DATES:
            if name in document.docinfo:
                del document.docinfo[name]
        with document.open_metadata(set_pikepdf_as_editor=False) as metadata:
            metadata["dc:title"] = title
            metadata["pdfuaid:part"] = "1"
        document.Root.Lang = language
        document.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
        if fields:
            add_fields(document, fields)
        complete_tags(document)
        document.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


def link(site: Path, document: Document, content: Content) -> None:
    """Put the links to its PDFs at the end of a page."""
    page = site / document.address / "index.html"
    before, foot, after = page.read_text(encoding="utf-8").rpartition(FOOT)  # in a pack each sheet has one
    page.write_text(before + links(document, content) + foot + after, encoding="utf-8", newline="\n")


def unlink(site: Path, document: Document, content: Content) -> None:
    """Remove the links to its PDFs from a page, if any: they would be printed, or occur twice."""
    page = site / document.address / "index.html"
    html = page.read_text(encoding="utf-8")
    page.write_text(html.replace(links(document, content), ""), encoding="utf-8", newline="\n")


def links(document: Document, content: Content) -> str:
    """Return the links to the PDFs of a page."""
    files = {paper: document.file(paper) for paper in PAPERS}
    return Renderer(content).render(pdf_links(content, files, is_form=document.is_form), document.address)


if __name__ == "__main__":
    main()
