"""The frame of a page is drawn by us alone, around whatever an engine has made of its text."""

from __future__ import annotations

import re

from macros.checks.navigation import read_settings
from macros.frame.frame import with_asides
from macros.frame.navigation import Entry, navigation_of
from tools import ROOT

ENGINE_TEMPLATES = ROOT / "overrides"
TITLES = {"index.md": "Start here", "guide/index.md": "Guides", "guide/star.md": "STAR", "more.md": "More"}


def test_the_last_part_of_the_navigation_and_what_comes_after_it_are_the_menu() -> None:
    nav = ["index.md", {"Guide": ["guide/index.md"]}, {"Menu": [{"The method": "guide/star.md"}]}, "more.md"]
    navigation = navigation_of(nav, TITLES)
    assert [entry.title for entry in navigation.ways] == ["Start here", "Guide"]
    assert navigation.menu.title == "Menu"
    assert [entry.title for entry in navigation.menu_entries] == ["The method", "More"]


def test_a_navigation_without_parts_has_its_last_page_as_menu() -> None:
    navigation = navigation_of(["index.md", "more.md"], TITLES)
    assert [entry.title for entry in navigation.ways] == ["Start here"]
    assert [entry.title for entry in navigation.menu_entries] == ["More"]


def test_a_part_leads_to_its_first_page_and_knows_the_pages_in_it() -> None:
    group = Entry("Better answers", children=(Entry("STAR", "guide/star.md"),))
    guide = Entry("Guide", children=(Entry("Guides", "guide/index.md"), group))
    assert guide.first == "guide/index.md"
    assert guide.leads_to("guide/star.md")
    assert not guide.leads_to("index.md")
    assert not guide.is_listed_by_its_index
    assert Entry("Guide", children=guide.children[:1]).is_listed_by_its_index


def test_facts_stand_under_the_title_and_the_rest_under_the_first_paragraph() -> None:
    article = with_asides("<h1>A</h1>\n<p>One.</p>\n<p>Two.</p>", "<facts>", "<beside>")
    assert article == "<h1>A</h1><facts>\n<p>One.</p><beside>\n<p>Two.</p>"


def test_where_no_paragraph_comes_first_all_of_it_stands_under_the_title() -> None:
    article = with_asides("<h1>A</h1>\n<ul></ul>\n<p>Two.</p>", "<facts>", "<beside>")
    assert article == "<h1>A</h1><facts><beside>\n<ul></ul>\n<p>Two.</p>"


# What would tie us to one engine again: more templates, values that only one of them has, filters of one of them.


def test_engines_draw_one_template_of_ours() -> None:
    assert [file.name for file in ENGINE_TEMPLATES.rglob("*.*")] == ["main.html"]


def test_that_template_asks_for_nothing_but_what_every_engine_has() -> None:
    text = re.sub(r"\{#.*?#\}", "", (ENGINE_TEMPLATES / "main.html").read_text("utf-8"), flags=re.DOTALL)
    assert set(re.findall(r"\| *(\w+)", text)) <= {"replace", "safe"}
    assert set(re.findall(r"\b(?:page|heading|section|loop)\.\w+", text)) == {
        *("page.content", "page.toc", "heading.children", "section.url", "section.title", "loop.first"),
    }
    assert not re.search(
        r"\b(?:config|extra|nav|url|extends|include|import|macro)\b", text.replace("section.url", "")
    )


def test_no_engine_is_asked_for_another_plugin_than_that_of_macros_nor_for_hooks_or_words() -> None:
    settings = read_settings(ROOT / "mkdocs.yml", []).data
    assert isinstance(settings, dict)
    assert [list(plugin) for plugin in settings["plugins"]] == [["macros"]]
    assert [key for key in settings if key.startswith(("extra", "hooks"))] == []


def test_the_plugin_stops_at_whatever_a_page_calls_in_vain() -> None:
    settings = read_settings(ROOT / "mkdocs.yml", []).data
    assert isinstance(settings, dict)
    assert settings["plugins"][0]["macros"] == {
        "module_name": "macros",
        "on_error_fail": True,
        "on_undefined": "strict",
    }
