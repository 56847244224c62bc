from __future__ import annotations

from typing import Any

import pytest
from bs4 import BeautifulSoup
from sample_project import Project, cases

from macros.checks.entry_pages import FOLDERS
from macros.checks.pages import check_pages
from macros.checks.project import check_project
from macros.components.macro import all_macros
from macros.content import Content
from macros.frame.frame import Frame, RenderedPage, Settings
from macros.reading.page import Call, page_of
from macros.site import Site


def test_the_sample_has_no_problems(project: Project) -> None:
    assert project.problems() == []


def test_every_id_that_a_macro_takes_is_of_a_part_of_the_content() -> None:
    taken = {each.argument.part for each in all_macros().values() if each.argument}
    parts = taken | {part for _, part, _ in FOLDERS}
    assert parts <= set(Content.model_fields)


# What is refused: each case is a file in tests/fixtures/bad_pages


@pytest.mark.parametrize("case", cases("bad_pages"))
def test_a_mistake_on_a_page_is_reported_with_its_location_and_a_fix(
    project: Project, case: dict[str, Any]
) -> None:
    project.change(case)
    assert project.problems() == case["problems"]


def test_a_page_in_another_encoding_is_reported_and_the_others_are_still_checked(project: Project) -> None:
    (project.docs / "guide/star.md").write_bytes(b"---\ntitle: caf\xe9\n---\n")
    project.change({"file": "docs/index.md", "find": "situations()", "replace": "situation()"})
    star, index = project.problems()
    assert star.startswith("docs/guide/star.md:2:11: this character is not stored as UTF-8.")
    assert index.startswith("docs/index.md:10:4: the macro `situation` takes one id, not 0.")


def test_only_a_quoted_text_is_the_argument_of_a_call() -> None:
    text = '{{ one("id") }}\n{{ two(48) }}\n{{ three(id) }}\n{{ four() }}'
    assert page_of(text, "index.md", "docs/index.md").calls == (
        Call("one", 1, 1, "id"),
        Call("two", 2, 1, None),
        Call("three", 3, 1, None),
        Call("four", 4, 0, None),
    )


def test_ids_are_not_checked_while_the_content_has_problems(project: Project) -> None:
    project.change({"file": "docs/index.md", "find": '"silence"', "replace": '"silent"'})
    assert len(project.problems()) == 1
    assert check_pages(None, project.docs, project.root / "mkdocs.yml").problems == ()


def test_a_page_may_set_and_use_a_variable_of_its_own(project: Project) -> None:
    project.change(
        {
            "file": "docs/guide/star.md",
            "find": "# STAR answers\n",
            "replace": "# STAR answers\n\n{% set days = 5 %}{{ days }} of {{ range(9) | length }} {{ center }}\n",
        }
    )
    assert project.problems() == []


@pytest.mark.parametrize("name", ["page", "config"])
def test_a_page_cannot_show_variables_of_an_engine(project: Project, name: str) -> None:
    page = project.docs / "guide/star.md"
    page.write_text(page.read_text("utf-8") + f"\n{{{{ {name}.title }}}}\n", "utf-8")
    (problem,) = project.problems()
    assert problem.startswith(f"docs/guide/star.md:14:4: there is no `{name}` to show.")


def test_a_byte_order_mark_and_windows_line_endings_do_no_harm(project: Project) -> None:
    page = project.docs / "guide/star.md"
    page.write_bytes(b"\xef\xbb\xbf" + page.read_bytes().replace(b"\n", b"\r\n"))
    assert project.problems() == []


def test_an_index_page_or_a_page_outside_the_folders_of_entries_needs_no_entry(project: Project) -> None:
    page = "---\ntitle: More\ndescription: More of it.\n---\n\n# More\n"
    (project.docs / "more.md").write_text(page, "utf-8")
    (project.docs / "start/index.md").write_text(page, "utf-8")
    line = "  - STAR answers: guide/star.md\n"
    project.change({"file": "mkdocs.yml", "find": line, "replace": f"{line}  - More: more.md\n"})
    assert project.problems() == []


def test_quotes_in_a_title_a_description_and_search_words_are_shown_as_they_stand(project: Project) -> None:
    page = project.docs / "guide/star.md"
    text = page.read_text("utf-8")
    front = """title: 'Say "star" & <b>'
description: He said "no".
also:
  - the "star"
"""
    page.write_text(text.replace(text[4 : text.index("takes:")], front), "utf-8")
    assert project.problems() == []
    settings = Settings("The site", "", "", ("guide/star.md",), "")
    frame = Frame(Site(check_project(project.root)), settings, {"guide/star.md": "Star"})
    html = frame.page("guide/star.md", page.read_text("utf-8"), RenderedPage("<h1>Star</h1>", ()))
    head = BeautifulSoup(html, "html.parser")
    assert head.select("title")[0].get_text().startswith('Say "star" & <b>')
    assert head.select("meta[name=description]")[0]["content"] == 'He said "no".'


def test_a_project_without_a_navigation_leaves_it_to_the_site_generator(project: Project) -> None:
    project.change({"file": "mkdocs.yml", "replace": "site_name: Sample\nextra:\n  center: Ours\n"})
    assert project.problems() == []


def test_the_pages_of_the_site_have_no_problems(request: pytest.FixtureRequest) -> None:
    assert check_project(request.config.rootpath).content.situations
