"""Findings of a check, as GitHub shows them."""

from __future__ import annotations

from pathlib import Path

import pytest
from sample_project import Project

from macros.__main__ import main
from macros.problems import Problem, annotation


def reported(project: Project) -> int:
    return main(["check", "--format", "github", str(project.root)])


@pytest.fixture
def summary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the file for the summary of a run, which is not empty."""
    summary = tmp_path / "summary.md"
    summary.write_text("Said before.\n", "utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    return summary


def test_a_mistake_is_shown_beside_its_line_and_in_the_summary(
    project: Project, summary: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = project.docs / "index.md"
    text = page.read_text("utf-8")
    page.write_text(text + "\n{{ no_such_macro() }}\n", "utf-8")
    line = text.count("\n") + 2
    assert reported(project) == 1
    assert f"::error file=docs/index.md,line={line},col=" in capsys.readouterr().out
    text = summary.read_text("utf-8")
    assert text.startswith("Said before.\n## Your edit is not published yet")
    assert f"- **docs/index.md**, line {line}: " in text


def test_the_summary_also_says_when_there_are_no_problems(
    project: Project, summary: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert reported(project) == 0
    assert "::error" not in capsys.readouterr().out
    assert "## The content has no problems" in summary.read_text("utf-8")


def test_characters_that_would_end_a_workflow_command_are_escaped() -> None:
    place = Problem("a,b:c.md", 3, 1, (), "")
    assert (
        annotation("error", "100%\nof it", place) == "::error file=a%2Cb%3Ac.md,line=3,col=1::100%25%0Aof it"
    )
    assert annotation("notice", "X, y: z") == "::notice::X, y: z"
