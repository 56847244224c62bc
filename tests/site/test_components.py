"""The page of components shows all of them, and starts none."""

from __future__ import annotations

import pytest
from bs4 import Tag
from built_site import COMPONENTS, Site

from macros.content import Content
from macros.content.checklists import YesNoList
from macros.site import site_of
from tools import ROOT
from tools.stage import edition_of

pytestmark = pytest.mark.upstream

COMPONENTS_FOLDER = ROOT / "macros" / "components"
# Texts without a state, parts of something else, and the page itself.
WITHOUT_EXAMPLE = {
    "announcement",
    "asked_here",
    "cite",
    "components",
    "conformance_report",
    "do_it_now",
    "embedded",
    "example",
    "grades_list",
    "hiring_practices",
    "one_file",
    "page_facts",
    "pdf_links",
    "print_pack",
    "questions",
    "region",
    "root_causes",
    "rule",
    "sheet_foot",
}


def examples(site: Site) -> dict[str, Tag]:
    """Return each example by the name above it."""
    found = site.article(COMPONENTS).select(".specimen")
    return {str(each.find_previous_sibling("h2")["id"]): each for each in found}  # type: ignore[index]


def test_every_component_has_an_example(site: Site) -> None:
    templates = COMPONENTS_FOLDER.glob("[!_]*/template.html.jinja")
    names = {template.parent.name for template in templates} - WITHOUT_EXAMPLE
    shown = examples(site)
    assert [name for name in names if name.replace("_", "-").removesuffix("-list") not in shown] == []


def test_every_verdict_is_shown(site: Site, recovery: Content) -> None:
    sheet = next(each for each in recovery.checklists if isinstance(each, YesNoList))
    visible = examples(site)["result-each-verdict"].select("[data-verdict]:not([hidden])")
    assert [each["data-verdict"] for each in visible] == [verdict.id for verdict in sheet.verdicts]


def test_no_script_starts_in_an_example_and_no_id_is_used_twice(site: Site) -> None:
    article = site.article(COMPONENTS)
    assert article.select("[data-module]") == []
    ids = [each["id"] for each in article.select("[id]")]
    assert len(ids) == len(set(ids))


def test_the_published_site_leaves_the_page_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DRAFTS", raising=False)
    pages = edition_of(ROOT, site_of(ROOT), "").texts
    assert "components.md" not in pages
    assert "index.md" in pages


def test_the_page_is_neither_in_the_menu_nor_in_the_search(site: Site) -> None:
    [index] = (site.root / "assets").glob("search.*.json")
    assert COMPONENTS not in index.read_text("utf-8")
    assert site.soup("").select("nav a[href$='components/']") == []
