"""The exact output of ``python -m macros`` for content with and without mistakes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from sample_project import Project

from macros.__main__ import main, schemas

PASSED = (
    "docs/data/recovery.yml: 3 checklists, 1 situations, 1 note templates, 1 regions, 2 questions, 3 sources, no problems\n"
    "docs/data/accessibility.yml: 4 findings, no problems\n"
)
NEW_ITEM = {
    "find": "      - id: name\n",
    "replace": "      - id: title\n        text: Right.\n      - id: name\n",
}
RENAMED = {"find": "      - id: title\n", "replace": "      - id: heading\n"}
GONE = (
    "docs/data/ids.lock:57:1: the item `title` of the checklist `before-you-send` is gone, and readers may have saved answers "
    "under it. If it is `heading` now, write `was: [title]` under that id. If it is not needed any more, put it back and write "
    "`retired: true` under its id.\n"
)
NEW = (
    "the id `{name}` is new. Once published it is permanent: when you are sure of it, run `python -m macros ids --update`, "
    "and save docs/data/ids.lock together with this file. In a copy of the site, add it in docs/data/center.yml instead, "
    "which needs no command."
)
AT = "docs/data/recovery.yml:40:13: checklists \N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK} before-you-send \N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK} items \N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK} 1 \N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK} id: "
EMPTY = "there is nothing here. Write the value, or take the line out if it is not needed."

# Runs a command in the project: returns its exit code, its output and its error output.
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(project: Project, capsys: pytest.CaptureFixture[str]) -> Run:
    def run(*arguments: str) -> tuple[int, str, str]:
        ended = main([*arguments, str(project.root)])
        return ended, *capsys.readouterr()

    return run


@pytest.mark.parametrize("arguments", [("check",), ("check", "--evidence"), ("check", "--format", "text")])
def test_a_check_without_problems_counts_what_it_checked(run: Run, arguments: tuple[str, ...]) -> None:
    assert run(*arguments) == (0, PASSED, "")


def test_a_check_reports_every_problem_and_their_number(run: Run, project: Project) -> None:
    project.change({"find": "purpose: One small step each day.", "replace": "purpose:"})
    project.change({"find": "        title: Day 2", "replace": "        title:"})
    ended, result, troubles = run("check")
    assert (ended, result) == (1, "")
    assert [line.rpartition(": there")[2] for line in troubles.splitlines()[:2]] == [EMPTY[5:]] * 2
    assert troubles.splitlines()[2:] == ["2 problems"]


def test_missing_tests_of_the_conformance_report_are_reported_only_on_request(
    run: Run, project: Project
) -> None:
    file = next(file for file in (project.root / "tests").rglob("*.py"))
    file.unlink()
    assert run("check") == (0, PASSED, "")
    ended, result, troubles = run("check", "--evidence")
    assert (ended, result) == (1, "")
    assert "there is no file `tests/" in troubles


def test_ids_that_differ_are_listed_and_then_recorded(run: Run, project: Project) -> None:
    assert run("ids") == (0, "docs/data/ids.lock: 58 ids, no differences\n", "")
    assert run("ids", "--update") == (0, "docs/data/ids.lock: 58 ids, none new\n", "")
    project.change(NEW_ITEM)
    reported = f"{AT}{NEW.format(name='title')}\n1 problem\n"
    assert run("ids") == (1, "+ item before-you-send--title\n", reported)
    added = "+ item before-you-send--title\ndocs/data/ids.lock: 59 ids, 1 new\n"
    assert run("ids", "--update") == (0, added, "")
    assert run("ids") == (0, "docs/data/ids.lock: 59 ids, no differences\n", "")


def test_a_missing_id_is_reported_and_leaves_the_lock_unchanged(run: Run, project: Project) -> None:
    project.change(NEW_ITEM)
    run("ids", "--update")
    project.change(RENAMED)
    differ = "+ item before-you-send--heading\n- item before-you-send--title\n"
    assert run("ids") == (1, differ, f"{GONE}{AT}{NEW.format(name='heading')}\n2 problems\n")
    unchanged = f"{GONE}1 problem\ndocs/data/ids.lock was not changed\n"
    assert run("ids", "--update") == (1, "", unchanged)


def test_github_shows_problems_beside_their_lines_and_in_the_summary_of_the_run(
    run: Run, project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    project.change({"find": "        title: Day 2", "replace": "        title:"})
    ended, result, troubles = run("check", "--format", "github")
    assert (ended, troubles) == (1, "")
    assert result == (
        f"::error file=docs/data/recovery.yml,line=61,col=15::{EMPTY}\n"
        "Problems: 1. The summary of this run says what to do.\n"
    )
    assert summary.read_text("utf-8") == (
        "## Your edit is not published yet\n\n"
        "Nothing is lost, and readers still see the site as it was. Open each file, go to the line, and do what is said there. "
        "Then\nchoose **Commit changes**, and it is tried again by itself.\n\n"
        f"- **docs/data/recovery.yml**, line 61: {EMPTY}\n"
    )


def test_github_also_shows_advice_which_stops_nothing(
    run: Run, project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    (project.docs / "data/center.yml").write_text(
        "announcement:\n  text: Closed.\n  until: 2026-11-01\n", "utf-8"
    )
    ended, result, troubles = run("check", "--format", "github")
    assert (ended, troubles) == (0, "")
    notice, passed = result.split("\n", 1)
    begins = "::notice file=docs/data/center.yml::"
    assert notice.startswith(begins)
    assert passed == PASSED
    assert summary.read_text("utf-8") == (
        f"## The content has no problems\n\n\n{PASSED}\n\n\n### You may look at this\n\nIt stops nothing.\n\n"
        f"- **docs/data/center.yml**: {notice.removeprefix(begins)}\n"
    )


def test_the_schemas_of_the_center_file_and_of_the_open_data_are_written(run: Run, project: Project) -> None:
    folder = project.docs / "schemas"
    folder.mkdir()
    assert run("schema") == (0, "", "")
    assert {file.name: file.read_text("utf-8") for file in folder.iterdir()} == schemas()
    assert set(schemas()) == {"center-1.json", "recovery-1.json"}
