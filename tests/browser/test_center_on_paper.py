"""A center's handouts name the center: its sheets, printed by a browser, and the PDFs of ``make pdf``."""

from __future__ import annotations

from pathlib import Path

import page as validation
import pytest
from built_site import Site
from copies import ADDRESS, build_center
from edition import Once
from on_paper import Printed, expect_well_set, pages_of
from playwright.sync_api import Browser, Page
from reader import squeezed
from test_sheets import PAGES

from macros.checks.project import check_project
from macros.content import Content
from macros.content.sheets import all_sheets
from tools import ROOT
from tools.pdf import all_documents, open_from_folder
from tools.pdf import print_pdf as pdf_of

PROJECT = ROOT
# The paper of each center and what its sheets say, including a credit for its changes if it asks for one.
SAYS = {
    "mexico-city": (
        "Letter",
        [
            "Centro de Carrera Reforma",
            "55 0100 0100",
            "carreras@reforma.example",
            "lunes a viernes, 9 a 17",
            "Adapted by Centro de Carrera Reforma, 2026",
        ],
    ),
    "leeds": (
        "A4",
        [
            "Aire Valley Careers Service, Leeds",
            "0113 496 0000",
            "hello@airevalley.example",
            "Monday to Thursday, 10 to 4",
        ],
    ),
}
# Width and height in points.
SIZES = {"Letter": (612, 792), "A4": (595, 842)}
# Of 255: a saturation that no letter, line or box of a sheet reaches.
VIVID = 100


@pytest.fixture(scope="module", params=SAYS)
def copy(request: pytest.FixtureRequest, once: Once) -> Path:
    """Return a center's copy, built as it is published."""
    return once(request.param, build_center)


@pytest.fixture(scope="module")
def site(copy: Path) -> Site:
    """Return the site of the center."""
    return Site(copy / "site", ADDRESS)


@pytest.fixture(scope="module")
def recovery(copy: Path) -> Content:
    """Return the content as the center changed it."""
    return check_project(copy).content


def expect_said(page: Printed, center: str, where: str) -> None:
    """Expect the name, contact and credit on a page, and the logo, its only colored part."""
    _, says = SAYS[center]
    assert [line for line in says if squeezed(line) not in squeezed(page.text)] == [], where
    saturation = page.picture.convert("HSV").getchannel("S")
    assert saturation.point(lambda value: 255 * (value > VIVID)).getbbox(), where


def test_every_sheet_names_the_center_and_fits_its_paper(
    page: Page, copy: Path, recovery: Content, site: Site
) -> None:
    paper, _ = SAYS[copy.name]
    for sheet in all_sheets(recovery):
        page.goto(sheet.address)
        pages = pages_of(page.pdf(prefer_css_page_size=True))
        assert len(pages) == PAGES.get(sheet.id, 1), sheet.id
        assert {each.size for each in pages} == {SIZES[paper]}
        expect_said(pages[0], copy.name, sheet.id)
        expect_well_set(pages, site.url + sheet.address, recovery.ui)


def test_every_page_of_a_pdf_names_the_center_and_its_logo_is_decorative(
    copy: Path, browser: Browser, recovery: Content, site: Site
) -> None:
    paper, (name, *_) = SAYS[copy.name]
    with open_from_folder(browser, site.root, site.url) as page:
        for document in all_documents(recovery):
            pdf = pdf_of(page, site.url, document, paper)
            pages = pages_of(pdf)
            assert [each for each in pages if squeezed(name) not in squeezed(each.text)] == [], document.name
            for sheet in (each for each in pages if squeezed(recovery.ui.sheet.name) in squeezed(each.text)):
                expect_said(sheet, copy.name, document.name)
            assert validation.is_pdf_compliant_bytes(pdf, profile="ua1"), document.name
