"""Everything that a page points at on the site itself."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from functools import cache
from urllib.parse import unquote, urldefrag, urljoin

import pytest
from built_site import COMPONENTS, NOT_FOUND, Site

from macros.checks.anchors import anchors_of
from macros.checks.project import Project
from macros.content import Content
from macros.content.saved import open_checklists, saved_worksheets
from macros.reading.page import address_of
from macros.site import Site as ProjectSite

POINTERS = {"href", "src", "action", "data", "poster"}
CSS_ADDRESS = re.compile(r"""(?:url\(\s*|@import\s+)["']?([^"')]+)""")


@cache
def own_addresses(site: Site, address: str) -> frozenset[tuple[str, str]]:
    """Return what a page points at on its host: the address of each file, and the anchor in it."""
    return frozenset(_own_addresses(site, address))


def _own_addresses(site: Site, address: str) -> Iterator[tuple[str, str]]:
    for element in site.soup(address).find_all(True):
        for name in POINTERS & element.attrs.keys():
            target, anchor = urldefrag(urljoin(site.url + address, str(element[name])))
            target, _, _ = target.partition("?")
            if target.startswith(urljoin(site.url, "/")):
                yield target, unquote(anchor)


def is_file(site: Site, target: str) -> bool:
    return target.startswith(site.url) and site.file(target.removeprefix(site.url)).is_file()


def has_place(site: Site, target: str, anchor: str) -> bool:
    return anchor in places_of(site, target.removeprefix(site.url))


@cache
def places_of(site: Site, address: str) -> frozenset[str]:
    """Return every anchor on a page."""
    return frozenset(str(element["id"]) for element in site.soup(address).find_all(id=True))


def test_every_link_leads_to_a_page_or_a_file_of_the_site(site: Site, address: str) -> None:
    targets = {target for target, _ in own_addresses(site, address)}
    assert targets
    assert not {target for target in targets if not is_file(site, target)}


def test_every_link_to_an_anchor_leads_to_an_existing_one(site: Site, address: str) -> None:
    places = {(target, anchor) for target, anchor in own_addresses(site, address) if anchor}
    assert places or address == NOT_FOUND, "not even the link past the navigation"
    assert not {place for place in places if not has_place(site, *place)}


def test_a_dead_link_and_a_dead_anchor_would_be_noticed(site: Site) -> None:
    assert is_file(site, f"{site.url}guide/star/")
    assert not is_file(site, f"{site.url}guide/no-such-page/")
    assert not is_file(site, urljoin(site.url, "/elsewhere/guide/star/"))
    assert has_place(site, f"{site.url}guide/star/", "result")
    assert not has_place(site, f"{site.url}guide/star/", "no-such-place")


def test_the_check_of_links_knows_every_anchor_on_a_page_without_a_build(
    site: Site, our_project: Project
) -> None:
    render = ProjectSite(our_project).render
    for page in our_project.pages:
        if (address := address_of(page.path)) != COMPONENTS:
            # The frame draws the questions below the text; a script replaces ENTRY with an id.
            places = site.soup(address).select("article [id]:not(#asked-here, [id*=ENTRY])")
            known = {each for each in anchors_of(page, render) if "ENTRY" not in each}
            assert known == {str(place["id"]) for place in places}, page.path


def test_a_page_inlines_its_style_sheet_and_loads_one_script(site: Site, address: str) -> None:
    page = site.soup(address)
    assert page.select("link[rel=stylesheet], link[rel=modulepreload]") == []
    # On paper, WebKit applies nested rules only from a style sheet for paper.
    assert [style.get("media") for style in page.select("style")] == [None, "print"]
    assert len(page.select("script[src]")) == 1
    assert len(page.select("script:not([type='application/ld+json'])")) == 2


def test_files_that_pages_load_are_named_after_a_digest_of_their_content(site: Site) -> None:
    for file in (site.root / "assets").glob("*.*.*"):
        assert file.name.split(".")[1] == hashlib.sha256(file.read_bytes()).hexdigest()[:10]


def test_the_licenses_of_the_libraries_come_with_them(site: Site) -> None:
    licenses = (site.root / "assets" / "licenses.txt").read_text("utf-8")
    for library in ("lean-qr", "minisearch", "stemmer"):
        assert f"{library}\n" in licenses
    assert licenses.count("Permission is hereby granted") == 3


def test_no_style_sheet_fetches_anything(site: Site, address: str) -> None:
    sheets = site.soup(address).select("style")
    assert sheets
    fetched = [each for sheet in sheets for each in CSS_ADDRESS.findall(sheet.get_text())]
    assert not [each for each in fetched if not each.startswith("data:")]


def test_a_style_sheet_that_fetches_something_would_be_noticed() -> None:
    assert CSS_ADDRESS.findall("a { background: url( 'https://x.example/a.png') }") == [
        "https://x.example/a.png"
    ]


@pytest.mark.upstream
def test_every_guide_leads_to_one_tool(site: Site, address: str) -> None:
    if address.startswith("guide/") and address != "guide/":
        assert len(site.soup(address).select("main .do-it-now a")) == 1


def test_a_link_with_the_name_of_a_tool_opens_the_tool(site: Site, address: str, recovery: Content) -> None:
    tools = tool_pages(recovery)
    links = site.soup(address).select("article a[href]")
    promised = [(tools.get(link.get_text(strip=True)), str(link["href"])) for link in links]
    wrong = [
        (tool, to) for tool, to in promised if tool and f"{site.url}{tool}" != leads_to(site, address, to)
    ]
    assert not wrong


def tool_pages(content: Content) -> dict[str, str]:
    """Return the address of each tool by its name."""
    worksheets = {worksheet.title: records.page for records, worksheet in saved_worksheets(content)}
    lists = {saved.checklist.title: saved.page for saved in open_checklists(content)}
    return {title: page.removesuffix(".md") + "/" for title, page in {**worksheets, **lists}.items()}


def leads_to(site: Site, address: str, href: str) -> str:
    return urldefrag(urljoin(site.url + address, href)).url
