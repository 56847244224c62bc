"""``python -m macros new`` adds what is well formed and can be found."""

from __future__ import annotations

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
def test_a_list_or_a_region_has_its_entry_its_page_and_its_line_in_the_menu(
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


@pytest.mark.parametrize(("topic", "at"), [("right-now", 0), ("silence", 1)])
def test_a_question_stands_at_the_end_of_its_topic(project: Project, topic: str, at: int) -> None:
    assert new(project, "question", "Can I call them?", "--topic", topic) == 0
    questions = check_project(project.root).content.questions[at].questions
    assert [question.id for question in questions][1:] == ["can-i-call-them"]
    assert questions[1].question == "Can I call them?"


def test_its_ids_are_recorded_at_once_and_may_be_given(project: Project) -> None:
    assert new(project, "checklist", "Before the fair", "--id", "fair") == 0
    lock = (project.docs / "data/ids.lock").read_text("utf-8").splitlines()
    assert {"checklist fair tick", "item fair--first", "item fair--second"} <= set(lock)
    assert find(check_project(project.root).content.checklists, "fair").title == "Before the fair"


def test_it_says_where_words_go(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    new(project, "checklist", "Before the fair")
    place, page, menu, _ = capsys.readouterr().out.splitlines()[-4:]
    file, line, _ = place.split(":", 2)
    entry = (project.root / file).read_text("utf-8").splitlines()[int(line) - 1]
    assert entry.strip() == "- id: before-the-fair"
    assert page.startswith("docs/checklists/before-the-fair.md:")
    assert menu.startswith("mkdocs.yml:")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("question", "Can I?"), "there is no topic an empty text. Name one with `--topic`: `right-now`"),
        (("question", "Can I?", "--topic", "silent"), "Did you mean `silence`?"),
        (("checklist", "Before you send"), "the id `before-you-send` is already used."),
        (("checklist", "¿?"), "cannot be an id."),
    ],
)
def test_what_cannot_be_added_is_told_and_changes_nothing(
    project: Project, arguments: tuple[str, ...], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {path: path.read_bytes() for path in project.root.rglob("*.*") if path.is_file()}
    assert new(project, *arguments) == 1
    assert message in capsys.readouterr().err
    assert {path: path.read_bytes() for path in project.root.rglob("*.*") if path.is_file()} == before


@pytest.mark.parametrize(
    "arguments",
    [
        ("checklist", "Before the fair"),
        ("region", "South Asia"),
        ("question", "Can I?", "--topic", "silence"),
    ],
)
def test_in_the_copy_of_a_center_it_gives_the_lines_for_its_own_file(
    project: Project, arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    file = project.root / CENTER
    file.write_text("name: Riverside\n", "utf-8")
    before = (project.root / CONTENT).read_bytes()
    assert new(project, *arguments) == 0
    lines = capsys.readouterr().out.split("\n\n", 1)[1]
    file.write_text(f"name: Riverside\n{lines}", "utf-8")
    assert project.problems() == []
    assert (project.root / CONTENT).read_bytes() == before
