"""The page of components shows each of them, and starts none."""

from __future__ import annotations

from pathlib import Path

from bs4 import Tag
from built_site import COMPONENTS, Site

from macros.models import Recovery, YesNoList
from tools import ROOT

TEMPLATES = ROOT / "macros" / "templates"
# Texts without a state, a part of something else, or the page itself.
WITHOUT_SPECIMEN = {
    "cite",
    "components",
    "conformance_report",
    "do_it_now",
    "example",
    "grades_list",
    "hiring_practices",
    "page_facts",
    "questions",
    "region",
    "root_causes",
    "rule",
}


def specimens(site: Site) -> dict[str, Tag]:
    """Return each specimen by the name above it."""
    found = site.article(COMPONENTS).select(".specimen")
    return {str(each.find_previous_sibling("h2")["id"]): each for each in found}  # type: ignore[index]


def name_of(template: Path) -> str:
    return template.name.partition(".")[0]


def test_every_component_has_a_specimen(site: Site) -> None:
    names = {name_of(template) for template in TEMPLATES.glob("[!_]*")} - WITHOUT_SPECIMEN
    shown = specimens(site)
    assert [name for name in names if name.replace("_", "-").removesuffix("-list") not in shown] == []


def test_every_verdict_is_shown_once_and_alone(site: Site, recovery: Recovery) -> None:
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
