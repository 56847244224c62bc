"""Prints every blank sheet, and all of them as a pack, into ``site/pdf/``: ``python -m tools.pdf``, part of ``make pdf``.

The browser of the tests prints the pages that were built, A4 and Letter. It asks nobody: what a page loads comes from
the folder of the site, at the address ``SITE_URL`` where the site will be. pikepdf adds what a reader with a screen
reader needs, and takes out what would differ from run to run. A page gets a link to its PDFs once they are there.
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
from tools.pdf_fields import Field, cover_fields, lay_fields
from tools.pdf_tags import complete_tags

FOLDER = "pdf"
PAPERS = ("letter", "a4")
PACK = "print/"
# Before this stands the link to a page's PDFs.
FOOT = '<footer class="sheet-foot">'
DATES = ("/CreationDate", "/ModDate")


@dataclass(frozen=True)
class Document:
    """What is printed: its name, the address of its page, and whether it is a form to type in."""

    name: str
    address: str
    is_form: bool = False

    def file(self, paper: str) -> str:
        """Return the path of its PDF, from the root of the site on."""
        return f"{FOLDER}/{self.name}-{paper}.pdf"


def main() -> None:
    """Print what was built, at the address that the variable ``SITE_URL`` names."""
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
    """Write all PDFs of a site, and link to them; those of an earlier run go.

    Args:
        browser: a Chromium, which alone prints PDFs with tags.
        site: the folder of the site.
        address: where it will be, with a slash at its end.
        content: what was built.
    """
    documents = all_documents(content)
    for document in documents:
        unlink(site, document, content)
    shutil.rmtree(site / FOLDER, ignore_errors=True)
    (site / FOLDER).mkdir()
    with opened(browser, site, address) as page:
        for document in documents:
            for paper in PAPERS:
                (site / document.file(paper)).write_bytes(printed(page, address, document, paper))
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
def opened(browser: Browser, site: Path, address: str) -> Iterator[Page]:
    """Yield a page that finds the site at its address, and nothing anywhere else; nothing is saved in it."""
    # What is on its way to another look is painted after the rest, once in a while, and numbers the tags in another order.
    context = browser.new_context(java_script_enabled=False, reduced_motion="reduce")
    context.route("**", from_folder(site, address))
    try:
        yield context.new_page()
    finally:
        context.close()


def from_folder(site: Path, address: str) -> Callable[[Route], None]:
    """Return what answers a request with a file of the site."""

    def answer(route: Route) -> None:
        path = route.request.url.removeprefix(address)
        file = site / (path + "index.html" if path.endswith("/") or not path else path)
        if route.request.url.startswith(address) and file.is_file():
            route.fulfill(path=file)
        else:
            route.abort()

    return answer


def printed(page: Page, address: str, document: Document, paper: str) -> bytes:
    """Return a finished PDF; the pack has every sheet, and an advisor's side on the back of each."""
    page.goto(address + document.address)
    if document.address == PACK:
        for box in page.locator("[name=sheets], [name=advice]").all():
            box.check()
    fields = cover_fields(page) if document.is_form else []
    language = page.locator("html").get_attribute("lang") or ""
    return finished(page.pdf(format=paper, tagged=True, outline=True), page.title(), language, fields)


def finished(pdf: bytes, title: str, language: str, fields: list[Field]) -> bytes:
    """Return a PDF that says its title and language, has its fields, and is the same whenever it is printed."""
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
            lay_fields(document, fields)
        complete_tags(document)
        document.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


def link(site: Path, document: Document, content: Content) -> None:
    """Put the link to its PDFs at the end of a page."""
    page = site / document.address / "index.html"
    before, foot, after = page.read_text(encoding="utf-8").rpartition(FOOT)  # in a pack each sheet has one
    page.write_text(before + links(document, content) + foot + after, encoding="utf-8", newline="\n")


def unlink(site: Path, document: Document, content: Content) -> None:
    """Take the link to its PDFs away from a page, if there is one: it would be printed, or stand there twice."""
    page = site / document.address / "index.html"
    html = page.read_text(encoding="utf-8")
    page.write_text(html.replace(links(document, content), ""), encoding="utf-8", newline="\n")


def links(document: Document, content: Content) -> str:
    """Return the links to the PDFs of a page."""
    files = {paper: document.file(paper) for paper in PAPERS}
    return Renderer(content).render(pdf_links(content, files, is_form=document.is_form), document.address)


if __name__ == "__main__":
    main()
