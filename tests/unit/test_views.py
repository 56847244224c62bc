"""What views hand to their templates, from the content of the fixture edition."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from bs4 import BeautifulSoup
from edition import EDITION
from sample_project import Project

from macros.checks.load import load_content
from macros.checks.project import CONTENT, check_project
from macros.components._parts.answers import answer_words
from macros.components._parts.pictures import centered, text_box
from macros.components.components.view import Change, Example, render_state
from macros.components.embedded.view import embedded
from macros.components.macro import COMPONENTS, View, all_macros
from macros.components.one_file.view import one_file
from macros.components.page_facts.view import page_facts
from macros.components.pdf_links.view import pdf_links
from macros.components.rendering import Renderer
from macros.components.take_with_you.view import taking_along
from macros.content import Content
from macros.content.checklists import GroupedList
from macros.content.sheets import all_sheets
from macros.site import citing_pages, site_of
from tools import ROOT

TABLES = ["star_table", "recoverable_table", "signals_table", "regions_table", "feedback_table"]


@pytest.fixture(scope="module")
def recovery() -> Content:
    return load_content(EDITION / CONTENT, EDITION / "docs").content


def view(name: str, recovery: Content, *arguments: str) -> View:
    return all_macros()[name].view(recovery, *arguments)


def entries_of(recovery: Content, table: str) -> Any:
    parts = {"feedback_table": recovery.hiring.feedback}
    return parts.get(table) or getattr(recovery, table.removesuffix("_table"))


@pytest.mark.parametrize("table", TABLES)
def test_each_row_of_a_table_carries_the_sources_of_its_entry(recovery: Content, table: str) -> None:
    entries = entries_of(recovery, table)
    rows = view(table, recovery).values["rows"]
    assert [(row.id, row.sources) for row in rows] == [(each.id, each.sources or ()) for each in entries]


def test_the_tables_of_the_edition_have_rows_with_and_without_sources(recovery: Content) -> None:
    rows = [row for table in TABLES for row in view(table, recovery).values["rows"]]
    assert any(row.sources for row in rows)
    assert any(not row.sources for row in rows)


def test_a_table_has_a_cell_under_each_label(recovery: Content) -> None:
    values = view("star_table", recovery).values
    first = values["rows"][0]
    assert [cell.label for cell in first.cells] == values["labels"]
    part = recovery.star[0]
    texts = [part.component, f"{part.share}%", part.mistake, part.tactic, part.before, part.after]
    assert [cell.text for cell in first.cells] == texts


def test_a_table_links_a_region_to_its_page_and_says_in_words_whether_a_blunder_is_mendable(
    recovery: Content,
) -> None:
    region = recovery.regions[0]
    (cell, *_) = view("regions_table", recovery).values["rows"][0].cells
    assert cell.text == f"[{region.name}](regions/{region.id}.md)"
    blunder = recovery.recoverable[0]
    (_, mendable, *_) = view("recoverable_table", recovery).values["rows"][0].cells
    assert mendable.text == getattr(recovery.ui.mendable, blunder.mendable)


def test_the_picture_of_the_plan_counts_the_steps_of_each_day_that_are_not_retired(recovery: Content) -> None:
    plan = next(each for each in recovery.checklists if isinstance(each, GroupedList))
    day, *others = plan.groups
    retired = day.model_copy(
        update={"items": (day.items[0].model_copy(update={"retired": True}), *day.items[1:])}
    )
    changed = plan.model_copy(update={"groups": (retired, *others)})
    values = view("plan_path", recovery.model_copy(update={"checklists": (changed,)}), plan.id).values
    totals = [total for _, total in values["stops"]]
    assert totals == [len(day.items) - 1, *(len(each.items) for each in others)]


def test_sources_are_sorted_by_grade_strongest_first_and_then_by_author(recovery: Content) -> None:
    first = recovery.sources[0]
    authors = [("Zeta, Z.", 2001), ("alpha, a.", 2010), ("Alpha, A.", 2002), ("Mu, M.", None)]
    mixed = tuple(
        first.model_copy(update={"id": f"s-{number}", "author": author, "year": year, "grade": grade})
        for number, ((author, year), grade) in enumerate(
            [(each, grade) for grade in ("survey", "research") for each in authors]
        )
    )
    groups = view("sources_list", recovery.model_copy(update={"sources": mixed})).values["groups"]
    assert [grade for grade, _, _ in groups] == ["research", "survey"]
    for _, _, sources in groups:
        assert [(each.author, each.year) for each in sources] == [
            ("Alpha, A.", 2002),
            ("alpha, a.", 2010),
            ("Mu, M.", None),
            ("Zeta, Z.", 2001),
        ]


def test_a_note_comes_in_parts_that_alternate_between_text_and_blank(recovery: Content) -> None:
    values = view("note_template", recovery, recovery.note_templates[0].id).values
    parts = values["body_parts"]
    assert "".join(parts) == recovery.note_templates[0].body
    assert all(part.startswith("[") for part in parts[1::2])
    assert not any("[" in part for part in parts[::2])


def test_the_parts_of_star_follow_one_another_in_the_picture(recovery: Content) -> None:
    spans = view("star_shares", recovery).values["parts"]
    assert [(span.label, span.share) for span in spans] == [
        (part.component, part.share) for part in recovery.star
    ]
    assert [span.start for span in spans] == [
        sum(part.share for part in recovery.star[:number]) for number in range(len(recovery.star))
    ]


def test_search_lengths_name_each_of_their_sources_once(recovery: Content) -> None:
    cited = view("search_lengths", recovery).values["cited"]
    assert len(set(cited)) == len(cited)
    assert set(cited) == {source for each in recovery.search_lengths for source in each.sources or ()}


def to_press(recovery: Content, project: str) -> BeautifulSoup:
    """Return the picture of what to press, for a project at an address."""
    renderer = Renderer(recovery)
    renderer.publish(None, "", project)
    drawn = renderer.render(view("picture", recovery, "take-a-copy"), "centers/host/")
    return BeautifulSoup(drawn, "html.parser")


@pytest.mark.parametrize("written", ["https://github.com/someone/site", "https://github.com/someone/site/"])
def test_the_picture_of_what_to_press_links_to_the_project_if_its_address_is_known(
    recovery: Content, written: str
) -> None:
    drawn = to_press(recovery, written)
    home = "https://github.com/someone/site"
    links = {link.get_text(): link["href"] for link in drawn.select("a")}
    assert links == {"This project": home, "Fork": f"{home}/fork"}


def test_the_picture_of_what_to_press_says_if_the_address_of_the_project_is_unknown(
    recovery: Content,
) -> None:
    drawn = to_press(recovery, "")
    assert drawn.select("a") == []
    assert "Nobody has said where this project is" in drawn.get_text()
    assert [name.get_text() for name in drawn.select(".picture__press")] == ["Fork", "Create fork"]


def test_facts_of_a_page_come_from_its_front_matter() -> None:
    meta = {"title": "A page", "takes": "5 minutes", "revised": date(2026, 11, 22)}
    assert page_facts(meta).values == {"takes": "5 minutes", "revised": date(2026, 11, 22)}


def calls(recovery: Content) -> list[tuple[str, tuple[str, ...]]]:
    """Return every call, with each possible entry, of a macro that cites sources beside what they support."""
    macros = [each for each in all_macros().values() if each.reads == "content" and not each.lists_sources]
    entries = {each.name: each.argument.entries(recovery) if each.argument else () for each in macros}
    return [
        *((each.name, ()) for each in macros if not each.argument or each.argument.optional),
        *((name, (entry.id,)) for name, found in entries.items() for entry in found),
    ]


@pytest.mark.parametrize("project", [EDITION, ROOT], ids=["edition", "our site"])
def test_a_view_cites_the_sources_that_its_template_shows(project: Path) -> None:
    recovery = load_content(project / CONTENT, project / "docs").content
    renderer, cited = Renderer(recovery), set()
    for name, arguments in calls(recovery):
        shown = view(name, recovery, *arguments)
        links = BeautifulSoup(renderer.render(shown, ""), "html.parser").select("a.citation")
        assert {str(link["href"]).partition("#")[2] for link in links} == set(shown.cites), (name, arguments)
        cited.update(shown.cites)
    assert cited


def test_the_page_of_components_shows_each_of_their_states(recovery: Content) -> None:
    written = [path.read_text("utf-8") for path in COMPONENTS.glob("*/examples.yml")]
    states = [name for text in written for each in yaml.safe_load(text) for name in each["states"]]
    shown = view("components", recovery).values["examples"]
    assert sorted(example.name for example in shown) == sorted(states)
    assert {example.view.component for example in shown} <= {
        path.parent.name for path in COMPONENTS.glob("*/view.py")
    }


def test_an_example_in_its_state_starts_no_script_and_shares_no_id() -> None:
    written = (
        {"drop": "i"},
        {"unwrap": "template"},
        {"show": "p"},
        {"check": "input"},
        {"say": "b", "text": "1 of 5"},
        {"fill": "progress"},
    )
    changes = tuple(Change.model_validate(each) for each in written)
    html = (
        '<div data-module="x"><i>gone</i><template><p hidden id="p">shown</p></template><b></b>'
        '<label for="a">A</label><input id="a"><progress max="5" value="0"></progress></div>'
    )
    drawn = BeautifulSoup(render_state(Example("full", View("x"), changes), html), "html.parser")
    assert drawn.text == "shown1 of 5A"
    assert drawn.select("[data-module], [hidden], template, i") == []
    assert drawn.select_one("input:checked, input[checked]")
    assert [each["id"] for each in drawn.select("[id]")] != ["p", "a"]
    assert [each["for"] for each in drawn.select("label")] == [each["id"] for each in drawn.select("input")]
    assert [each["value"] for each in drawn.select("progress")] == ["5"]


def test_an_example_keeps_only_the_first_match_and_is_no_landmark() -> None:
    keep = Change.model_validate({"keep": "section"})
    html = '<i>before</i><section aria-labelledby="a" id="a">one</section><section>two</section>'
    drawn = BeautifulSoup(render_state(Example("first", View("x"), (keep,)), html), "html.parser")
    assert drawn.text == "one"
    assert drawn.select("[aria-labelledby]") == []


@pytest.mark.parametrize(
    ("address", "shown"), [("https://example.org/", ".embed-codes__tool"), (None, ".notice")]
)
def test_the_example_of_the_embed_codes_works_with_and_without_an_address(
    recovery: Content, address: str | None, shown: str
) -> None:
    renderer = Renderer(recovery)
    renderer.publish(address, "")
    view_of_all = view("components", recovery)
    codes = [each for each in view_of_all.values["examples"] if each.name == "embed-codes"]
    drawn = BeautifulSoup(
        renderer.render(View("components", {"examples": codes}), "components/"), "html.parser"
    )
    assert drawn.select(f".specimen > {shown}")


def test_text_from_the_content_is_never_html(recovery: Content) -> None:
    region = recovery.regions[0].model_copy(update={"name": "<b>North</b>"})
    view = pdf_links(recovery, {"a4": f"pdf/{region.name}"}, is_form=False)
    assert "<b>" not in Renderer(recovery).render(view, "")


def test_the_whole_site_in_one_file_is_offered_once_it_exists(recovery: Content) -> None:
    offered = BeautifulSoup(
        Renderer(recovery).render(taking_along(), "my-recovery/your-data/"), "html.parser"
    )
    (link,) = offered.select("a")
    assert (link["href"], link["download"]) == ("../../second-impression.htm", "second-impression.html")
    assert not offered.select(".take-with-you[hidden]")
    waiting = Renderer(recovery).render(view("take_with_you", recovery), "my-recovery/your-data/")
    assert BeautifulSoup(waiting, "html.parser").select(".take-with-you[hidden]")
    assert "<a" not in waiting


def test_a_tool_in_a_frame_links_to_its_own_page(recovery: Content) -> None:
    sheet = all_sheets(recovery)[0]
    drawn = Renderer(recovery).render(embedded(sheet), "embed/debrief/")
    (link,) = BeautifulSoup(drawn, "html.parser").select("a")
    assert (link["href"], link["data-carried-to"]) == ("../../worksheets/debrief/", "../../my-recovery/")


def test_a_site_in_one_file_says_so_on_every_page(recovery: Content) -> None:
    drawn = BeautifulSoup(Renderer(recovery).render(one_file(), ""), "html.parser")
    (notice,) = drawn.select("aside[data-module=one-file]")
    assert notice["aria-label"] == recovery.ui.one_file.title


def test_a_page_links_to_its_pdfs_relative_to_itself(recovery: Content) -> None:
    links = BeautifulSoup(
        Renderer(recovery).render(
            pdf_links(recovery, {"a4": "pdf/a4.pdf", "letter": "pdf/us.pdf"}, is_form=False), "start/x/"
        ),
        "html.parser",
    ).select("a")
    assert [(link["href"], link.text) for link in links] == [
        ("../../pdf/a4.pdf", recovery.paper.pdf.a4),
        ("../../pdf/us.pdf", recovery.paper.pdf.letter),
    ]


def test_each_source_names_the_pages_that_cite_it() -> None:
    site = site_of(ROOT)
    shown = BeautifulSoup(site.render("sources_list", (), "about/sources/"), "html.parser")
    used_on = {str(entry["id"]): entry.select("p:last-child a") for entry in shown.select(".sources > li")}
    citing = citing_pages(site.project, site.project.pages)
    assert {source: len(links) for source, links in used_on.items()} == {
        source: len(pages) for source, pages in citing.items()
    }
    assert any(used_on.values())


def test_a_script_gets_its_settings_in_the_order_of_the_content(recovery: Content) -> None:
    values = view("follow_up_note", recovery).values
    drawn = Renderer(recovery).render(View("follow_up_note", values), "worksheets/follow-up-note/")
    root = BeautifulSoup(drawn, "html.parser").select_one("[data-settings-file]")
    assert root
    settings = json.loads(str(root["data-settings-file"]))
    assert list(settings) == list(values["settings"])
    assert list(settings["checks"]) == list(values["checks"])


def test_a_hint_of_a_case_names_a_field_of_the_note(recovery: Content) -> None:
    settings = view("follow_up_note", recovery).values["settings"]
    fields = {field["id"] for field in settings["fields"]}
    hints = [hint for case in settings["cases"] for hint in case["hints"]]
    assert hints
    assert {hint["field"] for hint in hints} <= fields


def test_every_saved_value_has_a_word(recovery: Content) -> None:
    words = recovery.ui.answers
    assert answer_words(recovery) == {
        "": words.none,
        "ticked": words.ticked,
        "yes": words.yes,
        "no": words.no,
        "unsure": words.unsure,
    }


def test_a_box_in_a_picture_is_centered_vertically_on_a_point() -> None:
    box = text_box("a few words", 10, 20, 100)
    moved = centered(box, 200)
    assert moved.y + moved.height // 2 == 200
    assert (moved.x, moved.height) == (box.x, box.height)


def test_a_page_links_to_its_tool_relative_to_itself(project: Project) -> None:
    site = site_of(project.root)
    tool = BeautifulSoup(site.do_it_now("checklists/before-you-send.md", "guide/star/"), "html.parser")
    assert [link["href"] for link in tool.select("a")] == ["../../checklists/before-you-send/"]
    assert site.do_it_now(None, "guide/star/") == ""


def test_a_chapter_of_the_report_counts_its_findings_by_term() -> None:
    report = check_project(ROOT).conformance
    assert report
    standards = all_macros()["conformance_report"].view(report).values["standards"]
    for _, chapters in standards:
        for table in chapters:
            assert sum(table.counts.values()) == len(table.rows) == len(table.chapter.findings or ())
            labels = {row.term.label for row in table.rows}
            assert set(table.counts) == labels
