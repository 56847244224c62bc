"""``python -m macros new`` adds valid entries and says where they are."""

from __future__ import annotations

import datetime as dt
import shutil

import pytest
import yaml
from sample_project import Project

from macros.__main__ import main
from macros.checks.project import CONTENT, check_project
from macros.content.entries import find

CENTER = "docs/data/center.yml"


def new(project: Project, *arguments: str) -> int:
    return main(["new", *arguments, "--root", str(project.root)])


def comments(project: Project) -> list[str]:
    return [line for line in project.content.read_text("utf-8").splitlines() if line.lstrip().startswith("#")]


@pytest.mark.parametrize(
    ("kind", "part", "folder", "last"),
    [
        ("checklist", "checklists", "checklists", "five-day-plan"),
        ("region", "regions", "regions", "united-kingdom"),
    ],
)
def test_a_new_checklist_or_region_gets_an_entry_a_page_and_a_line_in_the_menu(
    project: Project, kind: str, part: str, folder: str, last: str
) -> None:
    before = comments(project)
    assert new(project, kind, 'Before the "fair": a plan') == 0
    entries = getattr(check_project(project.root).content, part)
    assert [entry.id for entry in entries][-2:] == [last, "before-the-fair-a-plan"]
    assert comments(project) == before
    path = f"{folder}/before-the-fair-a-plan.md"
    assert f'{{{{ {kind}("before-the-fair-a-plan") }}}}' in (project.docs / path).read_text("utf-8")
    menu = (project.root / "mkdocs.yml").read_text("utf-8").splitlines()
    (place,) = [at for at, line in enumerate(menu) if path in line]
    assert menu[place - 1].endswith(f"{folder}/{last}.md")
    assert yaml.safe_load(menu[place].strip()) == [{'Before the "fair": a plan': path}]


def test_the_new_page_is_complete_and_its_heading_matches_the_menu(project: Project) -> None:
    new(project, "checklist", 'Before the "fair": a plan', "--id", "fair")
    today = dt.datetime.now(dt.UTC).date()
    assert (project.docs / "checklists/fair.md").read_text("utf-8") == (
        "---\n"
        'title: "Before the \N{LEFT DOUBLE QUOTATION MARK}fair\N{RIGHT DOUBLE QUOTATION MARK}: a plan"\n'
        'description: "Before the \N{LEFT DOUBLE QUOTATION MARK}fair\N{RIGHT DOUBLE QUOTATION MARK}: a plan: say in one '
        'sentence what this page is for."\n'
        f"revised: {today}\n"
        '---\n\n# Before the "fair": a plan\n\nSay in a sentence or two what this page is for.\n\n'
        '{{ checklist("fair") }}\n\n## What next\n\n- Go back to [the start](../index.md).\n'
    )


def test_the_first_entry_of_a_folder_gets_a_page_but_no_line_in_the_menu(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.rmtree(project.docs / "regions")
    menu = project.root / "mkdocs.yml"
    kept = [line for line in menu.read_text("utf-8").splitlines() if "regions/" not in line]
    menu.write_text("\n".join([*kept, ""]).replace("  - Regions:\n", ""), "utf-8")
    assert new(project, "region", "South Asia") == 0
    assert (project.docs / "regions/south-asia.md").is_file()
    assert "south-asia" not in menu.read_text("utf-8")
    output = capsys.readouterr().out.splitlines()[-3:]
    assert output[1:] == [
        "docs/regions/south-asia.md: the page. Say what it is for.",
        "Then run `python -m macros check`.",
    ]


@pytest.mark.parametrize(("topic", "at"), [("right-now", 0), ("silence", 1)])
def test_a_new_question_is_the_last_of_its_topic(project: Project, topic: str, at: int) -> None:
    assert new(project, "question", "Can I call them?", "--topic", topic) == 0
    questions = check_project(project.root).content.questions[at].questions
    assert [question.id for question in questions][1:] == ["can-i-call-them"]
    assert questions[1].question == "Can I call them?"


def test_new_ids_are_recorded_at_once_and_may_be_chosen(project: Project) -> None:
    assert new(project, "checklist", "Before the fair", "--id", "fair") == 0
    lock = (project.docs / "data/ids.lock").read_text("utf-8").splitlines()
    assert {"checklist fair tick", "item fair--first", "item fair--second"} <= set(lock)
    assert find(check_project(project.root).content.checklists, "fair").title == "Before the fair"


def test_the_command_says_where_to_write(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    new(project, "checklist", "Before the fair")
    place, page, menu, _ = capsys.readouterr().out.splitlines()[-4:]
    file, line, _ = place.split(":", 2)
    entry = (project.root / file).read_text("utf-8").splitlines()[int(line) - 1]
    assert entry == "  - id: before-the-fair"
    assert place.endswith(": the entry. Write your words there.")
    assert page == "docs/checklists/before-the-fair.md: the page. Say what it is for."
    shown = (project.root / "mkdocs.yml").read_text("utf-8").splitlines()
    number = next(number for number, line in enumerate(shown, 1) if "before-the-fair" in line)
    assert menu == f"mkdocs.yml:{number}: its line in the menu. Move it where it belongs."


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ("question", "Can I?"),
            "there is no topic an empty text. Name one with `--topic`: `right-now`, `silence`.",
        ),
        (
            ("question", "Can I?", "--topic", "silent"),
            "there is no topic `silent`. Did you mean `silence`? Name one with `--topic`: `right-now`, `silence`.",
        ),
        (
            ("checklist", "Before you send"),
            "the id `before-you-send` is already used. Give another one with `--id`.",
        ),
        # The ids of an item and of a question.
        (
            ("region", "Here", "--id", "company-news"),
            "the id `company-news` is already used. Give another one with `--id`.",
        ),
        (
            ("region", "Here", "--id", "how-long"),
            "the id `how-long` is already used. Give another one with `--id`.",
        ),
        (
            ("checklist", "¿?"),
            "an empty text cannot be an id. Give one with `--id`: small letters, digits and dashes.",
        ),
    ],
)
def test_an_entry_that_cannot_be_added_is_reported_and_changes_nothing(
    project: Project, arguments: tuple[str, ...], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {path: path.read_bytes() for path in project.root.rglob("*.*") if path.is_file()}
    assert new(project, *arguments) == 1
    assert capsys.readouterr().err == f"docs/data/recovery.yml: {message}\n1 problem\n"
    assert {path: path.read_bytes() for path in project.root.rglob("*.*") if path.is_file()} == before


@pytest.mark.parametrize(
    "arguments",
    [
        ("checklist", "Before the fair"),
        ("region", "South Asia"),
        ("question", "Can I?", "--topic", "silence"),
    ],
)
def test_in_the_copy_of_a_center_the_command_prints_lines_for_its_own_file(
    project: Project, arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    file = project.root / CENTER
    file.write_text("name: Riverside\n", "utf-8")
    before = (project.root / CONTENT).read_bytes()
    assert new(project, *arguments) == 0
    output, lines = capsys.readouterr().out.split("\n\n", 1)
    assert output == f"Put these lines into {CENTER}. If `add:` stands there already, write it once."
    file.write_text(f"name: Riverside\n{lines}", "utf-8")
    assert project.problems() == []
    assert (project.root / CONTENT).read_bytes() == before
