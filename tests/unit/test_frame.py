"""We alone draw the frame of a page, around whatever an engine has made of its text."""

from __future__ import annotations

import json
import re

import pytest
from bs4 import BeautifulSoup
from sample_project import Project

from macros.checks.navigation import read_settings
from macros.frame.frame import Frame, RenderedPage, Settings, with_asides
from macros.frame.navigation import Entry, navigation_of
from macros.site import site_of
from tools import ROOT

ENGINE_TEMPLATES = ROOT / "overrides"
TITLES = {"index.md": "Start here", "guide/index.md": "Guides", "guide/star.md": "STAR", "more.md": "More"}


def test_the_last_part_of_the_navigation_and_the_pages_after_it_are_the_menu() -> None:
    nav = ["index.md", {"Guide": ["guide/index.md"]}, {"Menu": [{"The method": "guide/star.md"}]}, "more.md"]
    navigation = navigation_of(nav, TITLES)
    assert [entry.title for entry in navigation.ways] == ["Start here", "Guide"]
    assert navigation.menu.title == "Menu"
    assert [entry.title for entry in navigation.menu_entries] == ["The method", "More"]


def test_without_parts_the_last_page_of_the_navigation_is_the_menu() -> None:
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


def test_facts_follow_the_title_and_the_rest_follows_the_first_paragraph() -> None:
    article = with_asides("<h1>A</h1>\n<p>One.</p>\n<p>Two.</p>", "<facts>", "<beside>")
    assert article == "<h1>A</h1><facts>\n<p>One.</p><beside>\n<p>Two.</p>"


def test_without_a_first_paragraph_everything_follows_the_title() -> None:
    article = with_asides("<h1>A</h1>\n<ul></ul>\n<p>Two.</p><h1>B</h1>", "<facts>", "<beside>")
    assert article == "<h1>A</h1><facts><beside>\n<ul></ul>\n<p>Two.</p><h1>B</h1>"


# A page of the sample in its frame

ADDRESS = "https://example.org/career/"
NAV = ("index.md", {"Guide": ["guide/star.md"]}, {"Menu": ["checklists/before-you-send.md"]})
TEXT = RenderedPage("<h1>A page</h1>\n<p>One.</p>", ())
SECTIONS = tuple(f'<a href="#part-{number}">Part {number}</a>' for number in range(3))
IN_SECTIONS = RenderedPage(TEXT.content, SECTIONS)


def framed(
    project: Project,
    path: str,
    front: str = "",
    rendered: RenderedPage = TEXT,
    address: str = ADDRESS,
) -> BeautifulSoup:
    """Return a page with a title, a description and another line of front matter."""
    text = f"---\ntitle: A page\ndescription: What it says.\n{front}\n---\n"
    return BeautifulSoup(frame(project, address).page(path, text, rendered), "html.parser")


def frame(project: Project, address: str = ADDRESS) -> Frame:
    site = site_of(project.root)
    site.publish(address, "Somebody", None)
    settings = Settings("The site", "What it is for.", "Somebody", NAV, address)
    return Frame(site, settings, TITLES | {"checklists/before-you-send.md": "Before"})


def content_of(page: BeautifulSoup, selector: str) -> str | None:
    found = page.select_one(selector)
    return found and str(found["content"])


def test_the_head_of_a_page_describes_it_and_gives_its_address(project: Project) -> None:
    page = framed(project, "guide/star.md", "also: [stories, examples]")
    assert page.title
    assert page.title.get_text() == "A page - The site"
    assert content_of(page, "[name=description]") == "What it says."
    assert content_of(page, "[name=keywords]") == "stories, examples"
    assert page.select("[name=robots]") == []
    assert [link["href"] for link in page.select("[rel=canonical]")] == [f"{ADDRESS}guide/star/"]
    assert page.select_one("html[lang=en-US][data-base='../..']")


def test_a_site_that_does_not_know_its_address_gives_none(project: Project) -> None:
    page = framed(project, "index.md", address="")
    assert page.select("[rel=canonical], [property], [rel=alternate], [type='application/ld+json']") == []
    assert page.select("[name=keywords]") == []


def test_the_home_page_describes_the_site_to_machines(project: Project) -> None:
    page = framed(project, "index.md")
    described = page.select_one("[type='application/ld+json']")
    assert described
    data = json.loads(described.get_text())
    assert (data["name"], data["url"], data["description"]) == ("The site", ADDRESS, "What it is for.")
    assert page.select_one("html[data-base='.']")
    assert framed(project, "guide/star.md").select("[type='application/ld+json']") == []


def test_a_page_hidden_from_search_engines_says_so_and_lists_no_sections(project: Project) -> None:
    page = framed(project, "guide/star.md", "robots: noindex", rendered=IN_SECTIONS)
    assert content_of(page, "[name=robots]") == "noindex"
    assert page.select(".contents") == []


def test_only_a_page_with_more_than_two_sections_lists_them(project: Project) -> None:
    listed = framed(project, "guide/star.md", rendered=IN_SECTIONS).select(".contents li a")
    assert [(link["href"], link.get_text()) for link in listed] == [
        ("#part-0", "Part 0"),
        ("#part-1", "Part 1"),
        ("#part-2", "Part 2"),
    ]
    assert (
        framed(project, "guide/star.md", rendered=RenderedPage(TEXT.content, SECTIONS[:2])).select(
            ".contents"
        )
        == []
    )


def test_links_in_the_frame_are_relative_to_the_page_and_mark_the_current_one(project: Project) -> None:
    ways = framed(project, "guide/star.md").select(".bar__ways a")
    assert [(way["href"], way.get_text(), way.get("aria-current")) for way in ways] == [
        ("../..", "Start here", None),
        ("./", "Guide", "true"),
    ]
    (menu,) = framed(project, "index.md").select(".menu ul:not(.menu__ways) a")
    assert menu["href"] == "checklists/before-you-send/"
    icon = framed(project, "guide/star.md").select_one("[rel=icon]")
    assert icon
    assert icon["href"] == "../../assets/images/favicon.svg"


@pytest.mark.parametrize(
    ("written", "address"),
    [("guide/star.md#star-answers", "#star-answers"), ("index.md#top", "../..#top")],
)
def test_a_link_into_the_current_page_is_only_an_anchor(project: Project, written: str, address: str) -> None:
    (project.docs / "data/center.yml").write_text(
        f"{{name: Riverside, links: [{{page: '{written}', text: Ours}}]}}\n", "utf-8"
    )
    links = framed(project, "guide/star.md").select(".foot .links a")
    assert [(link["href"], link.get_text()) for link in links] == [("../..", "Home"), (address, "Ours")]


def test_the_name_of_a_center_links_home_and_its_announcement_is_on_every_page(project: Project) -> None:
    (project.docs / "data/center.yml").write_text(
        "{name: Riverside, announcement: {text: Closed., until: 2099-01-01}}\n", "utf-8"
    )
    page = framed(project, "guide/star.md")
    name = page.select_one(".bar__home .bar__center")
    assert name
    assert name.get_text() == "Riverside"
    assert "Closed." in page.get_text()
    assert "Riverside" not in framed(project, "index.md").select("title")[0].get_text()


def test_a_reviewed_page_says_when_it_was_reviewed_and_how_long_it_takes(project: Project) -> None:
    page = framed(project, "guide/star.md", "revised: 2026-11-22\ntakes: 5 minutes").select_one("article")
    assert page
    assert "5 minutes" in page.get_text()
    assert "November\N{NO-BREAK SPACE}22,\N{NO-BREAK SPACE}2026" in page.get_text()
    plain = framed(project, "guide/star.md", "takes: 5 minutes").select_one("article")
    assert plain
    assert "5 minutes" not in plain.get_text()


def test_a_page_links_to_its_tool_and_to_the_questions_that_come_up_there(project: Project) -> None:
    project.change(
        {
            "find": "        question: How long",
            "replace": "        asked_on: [guide/star.md]\n        question: How long",
        }
    )
    page = framed(project, "guide/star.md", "tool: checklists/before-you-send.md")
    assert page.select(".beside [href='../../checklists/before-you-send/']")
    assert "How long do I wait?" in page.get_text()
    without = framed(project, "checklists/five-day-plan.md")
    assert without.select(".beside") == []
    assert "How long do I wait?" not in without.get_text()


def test_the_foot_of_a_sheet_gives_its_address_with_a_code_to_scan(project: Project) -> None:
    page = framed(project, "checklists/before-you-send.md")
    assert page.select_one("article.sheet svg")
    assert f"{ADDRESS}checklists/before-you-send/" in page.get_text()
    other = framed(project, "guide/star.md")
    assert other.select("article.sheet, article svg") == []
    assert f"{ADDRESS}guide/star/" in other.get_text()


def test_a_page_of_a_center_is_set_in_the_direction_of_its_own_words(project: Project) -> None:
    assert framed(project, "center/visit-us.md").select("article[dir=auto]")
    assert not framed(project, "guide/star.md").select("article[dir]")


def test_a_page_without_a_heading_gets_the_title_of_its_front_matter(project: Project) -> None:
    headings = framed(project, "guide/star.md", rendered=RenderedPage("<p>One.</p>", ())).select("h1")
    assert [heading.get_text() for heading in headings] == ["A page"]
    given = framed(project, "guide/star.md", rendered=RenderedPage("<h1>STAR</h1>\n<p>One.</p>", ())).select(
        "h1"
    )
    assert [heading.get_text() for heading in given] == ["STAR"]


@pytest.mark.parametrize(("address", "root"), [(ADDRESS, "/career/"), ("", "/")])
def test_links_on_the_not_found_page_start_at_the_host(project: Project, address: str, root: str) -> None:
    page = BeautifulSoup(frame(project, address).not_found(), "html.parser")
    assert page.title
    assert page.title.get_text() == "Title - The site"
    assert content_of(page, "[name=robots]") == "noindex"
    assert content_of(page, "[name=description]") == "What it is for."
    assert page.select_one(f"html[data-base='{root}']")
    (home,) = page.select(".bar__home")
    assert home["href"] == root
    assert [way["href"] for way in page.select(".bar__ways a")] == [root, f"{root}guide/star/"]
    assert page.select("article svg circle")
    assert page.select("[aria-current], [rel=canonical]") == []


def test_a_page_without_front_matter_is_an_error(project: Project) -> None:
    with pytest.raises(AssertionError, match=r"guide/star\.md says nothing of itself"):
        frame(project).page("guide/star.md", "# A page\n", RenderedPage("", ()))


# What would tie us to one engine again: more templates, or values and filters that only one engine has.


def test_engines_draw_only_one_of_our_templates() -> None:
    assert [file.name for file in ENGINE_TEMPLATES.rglob("*.*")] == ["main.html"]


def test_our_template_uses_only_what_every_engine_provides() -> None:
    text = re.sub(r"\{#.*?#\}", "", (ENGINE_TEMPLATES / "main.html").read_text("utf-8"), flags=re.DOTALL)
    assert set(re.findall(r"\| *(\w+)", text)) <= {"replace", "safe"}
    assert set(re.findall(r"\b(?:page|heading|section|loop)\.\w+", text)) == {
        *("page.content", "page.toc", "heading.children", "section.url", "section.title", "loop.first"),
    }
    assert not re.search(
        r"\b(?:config|extra|nav|url|extends|include|import|macro)\b", text.replace("section.url", "")
    )


def test_the_settings_ask_for_no_plugin_but_that_of_macros_and_for_no_hooks_or_extras() -> None:
    settings = read_settings(ROOT / "mkdocs.yml", []).data
    assert isinstance(settings, dict)
    assert [list(plugin) for plugin in settings["plugins"]] == [["macros"]]
    assert [key for key in settings if key.startswith(("extra", "hooks"))] == []


def test_the_plugin_stops_at_anything_undefined_that_a_page_calls() -> None:
    settings = read_settings(ROOT / "mkdocs.yml", []).data
    assert isinstance(settings, dict)
    assert settings["plugins"][0]["macros"] == {
        "module_name": "macros",
        "on_error_fail": True,
        "on_undefined": "strict",
    }
