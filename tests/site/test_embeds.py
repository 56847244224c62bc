"""The pages that other sites show in a frame: the tool alone, and not for search engines."""

from __future__ import annotations

import pytest
from bs4 import Tag
from built_site import Site

from macros.content import Content
from macros.content.sheets import Sheet, all_sheets
from tools.embeds import EMBED
from tools.finish import ASSETS, WORKER

TEL = ("tel:", "sms:", "mailto:")
# The modules that only a frame has: one reports its height, one carries answers along to the page of the tool.
FRAME = ["frame-height", "embedded"]


@pytest.fixture(scope="module")
def sheets(recovery: Content) -> list[Sheet]:
    """Return every tool."""
    return all_sheets(recovery)


def test_every_checklist_and_worksheet_has_a_page_for_frames(site: Site, sheets: list[Sheet]) -> None:
    embeds = {page.parent.relative_to(site.root).as_posix() for page in (site.root / EMBED).rglob("*.html")}
    assert embeds == {f"{EMBED}{sheet.address}".rstrip("/") for sheet in sheets}


def test_a_frame_shows_the_tool_without_navigation(site: Site, sheets: list[Sheet]) -> None:
    for sheet in sheets:
        soup = site.soup(EMBED + sheet.address)
        assert not soup.select(
            "body > header, nav, .skip, #what-next, [data-module=offline], [data-module=search]"
        )
        tools = [str(each["data-module"]) for each in site.article(sheet.address).select("[data-module]")]
        framed = [str(each["data-module"]) for each in soup.select("article [data-module]")]
        assert [name for name in framed if name not in FRAME] == tools
        assert [name for name in framed if name in FRAME] == FRAME


def test_search_engines_and_the_search_find_only_the_page_of_the_tool(
    site: Site, sheets: list[Sheet]
) -> None:
    for sheet in sheets:
        (canonical,) = site.soup(EMBED + sheet.address).select("link[rel=canonical]")
        assert canonical["href"] == site.url + sheet.address
    listed = (site.root / "sitemap.xml").read_text("utf-8")
    (searched,) = (file.read_text("utf-8") for file in (site.root / ASSETS).glob("search.*.json"))
    assert f"{site.url}{EMBED}" not in listed
    assert f'"address":"{EMBED}' not in searched


def test_a_frame_is_not_kept_for_offline_use(site: Site, sheets: list[Sheet]) -> None:
    kept = (site.root / WORKER).read_text("utf-8").partition("\n")[0]
    assert f'"{EMBED}' not in kept
    for sheet in sheets:
        assert own_script(site, EMBED + sheet.address) not in kept
        assert own_script(site, sheet.address) in kept


def own_script(site: Site, address: str) -> str:
    (script,) = site.soup(address).select("script[src]")
    return str(script["src"]).rpartition("/")[2]


def test_links_in_a_frame_lead_to_pages_and_open_in_a_new_tab(site: Site, sheets: list[Sheet]) -> None:
    for sheet in sheets:
        for link in links(site, EMBED + sheet.address):
            target = str(link["href"])
            if not target.startswith("#"):
                assert link.get("target") == "_blank", link
            if ":" not in target and not target.startswith("#"):
                path = target.partition("#")[0]
                assert (site.root / EMBED / sheet.address / path / "index.html").resolve().is_file(), link


def links(site: Site, address: str) -> list[Tag]:
    found = site.soup(address).select("a[href]")
    return [link for link in found if not str(link["href"]).startswith(TEL)]


def test_a_frame_saves_under_the_path_of_the_site(site: Site, sheets: list[Sheet]) -> None:
    for sheet in sheets:
        (html,) = site.soup(EMBED + sheet.address).select("html")
        assert (site.root / EMBED / sheet.address / str(html["data-base"])).resolve() == site.root.resolve()
