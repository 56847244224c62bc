"""The page of components shows each of them, and starts none."""

from __future__ import annotations

from bs4 import Tag
from built_site import COMPONENTS, Site

from macros.content import Content
from macros.content.checklists import YesNoList
from tools import ROOT

COMPONENTS_FOLDER = ROOT / "macros" / "components"
# Texts without a state, a part of something else, or the page itself.
WITHOUT_SPECIMEN = {
    "cite",
    "conformance_report",
    "example",
    "grades_list",
    "hiring_practices",
    "page_facts",
    "questions",
    "region",
    "root_causes",
    "rule",
    "specimens",
}


def specimens(site: Site) -> dict[str, Tag]:
    """Return each specimen by the name above it."""
    found = site.article(COMPONENTS).select(".specimen")
    return {str(each.find_previous_sibling("h2")["id"]): each for each in found}  # type: ignore[index]


def test_every_component_has_a_specimen(site: Site) -> None:
    templates = COMPONENTS_FOLDER.glob("[!_]*/template.html.jinja")
    names = {template.parent.name for template in templates} - WITHOUT_SPECIMEN
    shown = specimens(site)
    assert [name for name in names if name.replace("_", "-").removesuffix("-list") not in shown] == []


def test_every_verdict_is_shown_once_and_alone(site: Site, recovery: Content) -> None:
    sheet = next(each for each in recovery.checklists if isinstance(each, YesNoList))
    for verdict in sheet.verdicts:
        visible = specimens(site)[f"result-{verdict.id}"].select("[data-verdict]:not([hidden])")
        assert [each["data-verdict"] for each in visible] == [verdict.id]


def test_no_script_starts_in_a_specimen_and_no_id_stands_twice(site: Site) -> None:
    article = site.article(COMPONENTS)
    assert article.select("[data-module]") == []
    ids = [each["id"] for each in article.select("[id]")]
    assert len(ids) == len(set(ids))


def test_the_page_is_neither_in_the_menu_nor_in_the_search(site: Site) -> None:
    assert COMPONENTS not in (site.root / "search.json").read_text("utf-8")
    assert site.soup("").select("nav a[href$='components/']") == []
