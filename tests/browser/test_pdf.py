"""PDFs of blank sheets, as ``make pdf`` adds them to a site: accessible, reproducible, and linked from their pages."""

from __future__ import annotations

import io
import json
import re
import shutil
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import page as validation
import pikepdf
import pypdfium2 as pdfium
import pytest
import zxingcpp
from built_site import Site, shown
from edition import Once
from pikepdf.form import CheckboxField, DefaultAppearanceStreamGenerator, Form, RadioButtonGroup, TextField
from playwright.sync_api import Browser
from reader import squeezed
from sheets_in_use import DEBRIEF, NOTE, STAR

from macros.content import Content
from macros.content.sheets import all_sheets
from tools import ROOT
from tools.finish import WORKER
from tools.pdf import FOLDER, PAPERS, Document, add_pdfs, all_documents, open_from_folder, print_pdf

PROJECT = ROOT


@pytest.fixture(scope="module")
def published(site: Site, recovery: Content, browser: Browser, once: Once) -> Site:
    """Return our own site with its PDFs."""

    def make(folder: Path) -> None:
        shutil.copytree(site.root, folder, ignore=shutil.ignore_patterns(FOLDER))
        add_pdfs(browser, folder, site.url, recovery)

    return Site(once("our-site-with-pdfs", make), site.url)


@pytest.fixture(scope="module")
def pdfs(published: Site, recovery: Content) -> dict[str, Path]:
    files = [document.file(paper) for document in all_documents(recovery) for paper in PAPERS]
    return {file: published.root / file for file in files}


def text_of(file: Path) -> list[str]:
    return [squeezed(each.get_textpage().get_text_range()) for each in pdfium.PdfDocument(file)]


def files_of(site: Path, document: Document) -> list[str]:
    """Return the paths of all PDFs of a site, and of the page of a document."""
    pdfs = (file.relative_to(site).as_posix() for file in (site / FOLDER).iterdir())
    return [*pdfs, f"{document.address}index.html"]


def bookmarks(document: pikepdf.Pdf) -> Iterator[str]:
    with document.open_outline() as outline:
        yield from (item.title for item in outline.root)


def test_each_sheet_and_the_pack_has_a_pdf_for_each_paper_size(
    pdfs: dict[str, Path], published: Site
) -> None:
    assert {*pdfs} == {f"{FOLDER}/{file.name}" for file in (published.root / FOLDER).iterdir()}


def test_a_second_run_replaces_the_first(
    site: Site, recovery: Content, browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = all_documents(recovery)[0]
    monkeypatch.setattr("tools.pdf.all_documents", lambda _: [document])
    folder = Path(shutil.copytree(site.root, tmp_path / "site", ignore=shutil.ignore_patterns(FOLDER)))
    add_pdfs(browser, folder, site.url, recovery)
    written = {file: (folder / file).read_bytes() for file in files_of(folder, document)}
    (folder / FOLDER / "of-a-sheet-that-is-gone.pdf").touch()
    add_pdfs(browser, folder, site.url, recovery)
    assert {file: (folder / file).read_bytes() for file in files_of(folder, document)} == written


def test_every_pdf_passes_the_machine_checks_of_pdf_ua(pdfs: dict[str, Path]) -> None:
    reports = {name: validation.validate_pdf(file, profile="ua1") for name, file in pdfs.items()}
    broken = {name: [each.rule_id for each in report.failures] for name, report in reports.items()}
    assert {name: rules for name, rules in broken.items() if rules} == {}


def test_a_pdf_without_tags_is_detected(browser: Browser, published: Site) -> None:
    with open_from_folder(browser, published.root, published.url) as page:
        page.goto(published.url + "checklists/five-steps/")
        assert not validation.is_pdf_compliant_bytes(page.pdf(tagged=False), profile="ua1")


def test_a_pdf_has_a_title_a_language_and_bookmarks(published: Site, recovery: Content) -> None:
    for document in all_documents(recovery):
        page = published.soup(document.address)
        for paper in PAPERS:
            with pikepdf.open(published.root / document.file(paper)) as pdf:
                assert page.title
                assert pdf.open_metadata()["dc:title"] == page.title.get_text()
                assert pdf.Root.ViewerPreferences.DisplayDocTitle
                assert pdf.Root.Lang == recovery.ui.page.language
                names = [squeezed(heading.get_text()) for heading in page.select("h1, .sheet__title")]
                assert {*names} & {squeezed(each) for each in bookmarks(pdf)}, document.name


def test_a_pdf_is_reproducible(
    browser: Browser, published: Site, pdfs: dict[str, Path], recovery: Content
) -> None:
    with open_from_folder(browser, published.root, published.url) as page:
        for document in reversed(all_documents(recovery)):
            again = print_pdf(page, published.url, document, "a4")
            assert again == pdfs[document.file("a4")].read_bytes(), document.name


def test_a_pdf_contains_no_local_path_and_no_timestamp(pdfs: dict[str, Path]) -> None:
    for name, file in pdfs.items():
        with pikepdf.open(file) as document:
            assert {"/CreationDate", "/ModDate"}.isdisjoint(document.docinfo), name
        assert b"file:" not in file.read_bytes(), name


def test_the_code_on_each_page_of_a_sheet_links_to_the_sheet(
    pdfs: dict[str, Path], published: Site, recovery: Content
) -> None:
    for sheet in all_sheets(recovery):
        for paper in PAPERS:
            for each in pdfium.PdfDocument(pdfs[Document(sheet.id, sheet.address).file(paper)]):
                codes = zxingcpp.read_barcodes(
                    each.render(scale=150 / 72).to_pil(), zxingcpp.BarcodeFormat.QRCode
                )
                assert [code.text for code in codes] == [published.url + sheet.address]


def test_the_pack_has_every_sheet_followed_by_its_advisors_side(
    pdfs: dict[str, Path], recovery: Content
) -> None:
    pages = text_of(pdfs[Document("pack", "").file("a4")])
    sides = {side.id: squeezed(shown(side.purpose)) for side in recovery.paper.sides}
    for sheet in all_sheets(recovery):
        purpose = squeezed(shown(sheet.part.purpose))
        first = next(number for number, text in enumerate(pages) if purpose in text)
        assert any(sides[sheet.id] in text for text in pages[first + 1 : first + 3]), sheet.id


@pytest.fixture(scope="module")
def forms(pdfs: dict[str, Path], recovery: Content) -> dict[Path, str]:
    """Return every form with fields to type in, with the address of its page."""
    documents = [document for document in all_documents(recovery) if document.is_form]
    return {pdfs[document.file(paper)]: document.address for document in documents for paper in PAPERS}


def test_the_debrief_the_note_and_the_answer_are_fillable_forms(forms: dict[Path, str]) -> None:
    assert {DEBRIEF, NOTE, STAR} <= {*forms.values()}


def test_a_form_has_the_fields_of_its_page_in_order_with_unique_names(
    browser: Browser, published: Site, forms: dict[Path, str]
) -> None:
    with open_from_folder(browser, published.root, published.url) as page:
        page.emulate_media(media="print")
        for file, address in forms.items():
            page.goto(published.url + address)
            fields = page.locator("[data-blank] :is(input, textarea)").filter(visible=True)
            labels = fields.evaluate_all("fields => fields.map((field) => field.labels[0].textContent)")
            with pikepdf.open(file) as document:
                names = [squeezed(str(widget.TU)) for each in document.pages for widget in widgets(each)]
                assert {str(each.Tabs) for each in document.pages} == {"/S"}
            pairs = zip(names, labels, strict=True)
            assert [name for name, label in pairs if not name.endswith(squeezed(label))] == [], file.name
            assert len({*names}) == len(names), file.name


def test_typed_and_ticked_values_are_visible_in_a_form(forms: dict[Path, str]) -> None:
    for file in forms:
        filled = io.BytesIO()
        with pikepdf.open(file) as document:
            for number, field in enumerate(Form(document, DefaultAppearanceStreamGenerator)):
                if isinstance(field, TextField):
                    field.value = f"zebra {number}."
                elif isinstance(field, RadioButtonGroup):
                    field.options[-1].select()
                elif isinstance(field, CheckboxField):
                    field.checked = True
            document.save(filled)
            answers = [str(field.V) for field in document.Root.AcroForm.Fields]
            is_said = [[each.get("/AS", "") != "/Off" for each in widgets(page)] for page in document.pages]
        assert "/Off" not in answers, file.name
        before, after = (seen(each) for each in (file.read_bytes(), filled.getvalue()))
        for said, empty, full in zip(is_said, before, after, strict=True):
            assert [old != new for old, new in zip(empty, full, strict=True)] == said, file.name


def seen(pdf: bytes) -> list[list[bytes]]:
    """Return a picture of each field, grouped by page."""
    document = pdfium.PdfDocument(pdf)
    document.init_forms()
    with pikepdf.open(io.BytesIO(pdf)) as source:
        return [
            [picture_of(page, widget) for widget in widgets(each)]
            for page, each in zip(document, source.pages, strict=True)
        ]


def picture_of(page: pdfium.PdfPage, widget: pikepdf.Object) -> bytes:
    width, height = page.get_size()
    left, bottom, right, top = (float(each) for each in widget.Rect)
    return page.render(crop=(left, bottom, width - right, height - top)).to_pil().tobytes()


def widgets(page: pikepdf.Page) -> list[pikepdf.Object]:
    return [each for each in page.get("/Annots", []) if each.Subtype == "/Widget"]


def test_a_page_links_to_its_pdfs_once_they_exist(site: Site, published: Site, recovery: Content) -> None:
    documents = all_documents(recovery)
    for address in {document.address for document in documents}:
        way = "../" * address.count("/")
        files = [each.file(paper) for each in documents if each.address == address for paper in PAPERS]
        links = [str(link["href"]) for link in published.article(address).select("a[href$='.pdf']")]
        assert links == [way + file for file in files]
        if not (site.root / FOLDER).exists():
            assert not site.article(address).select("a[href$='.pdf']")


def test_the_worker_caches_the_pages_with_their_links_to_pdfs(published: Site) -> None:
    first, _, _ = (published.root / WORKER).read_text("utf-8").partition("\n")
    names = re.search(r"files:(\{.*\})\};", first)
    assert names
    for address, digest in json.loads(names[1]).items():
        assert sha256(published.file(address or "index.html").read_bytes()).hexdigest().startswith(digest)
