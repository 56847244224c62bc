"""What is due to be looked up again is reported, and fails the check only on request."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from sample_project import FIXTURES, Project

from macros.__main__ import main
from macros.checks.dates import expired_announcement, overdue_entries
from macros.checks.project import check_project
from macros.components.law.view import law
from macros.components.rendering import Renderer
from macros.content.center import Center

SAMPLE = FIXTURES / "sample"
LAST_DAY = dt.date(2099, 11, 22)
NEXT_DAY = LAST_DAY + dt.timedelta(days=1)


def make_due(project: Project) -> None:
    """Make the legal rule overdue."""
    project.change(
        {
            "find": "    check_again_by: 2099-11-22\n    sources: [german-law]\nhelplines:\n",
            "replace": "    check_again_by: 2026-11-23\n    sources: [german-law]\nhelplines:\n",
        }
    )


def stale_note(today: dt.date) -> dict[str, str]:
    recovery = check_project(SAMPLE).content
    html = Renderer(recovery, today=today).render(law(recovery, "german-limit"), "guide/star/")
    note = BeautifulSoup(html, "html.parser").select_one("[data-check-again-by]")
    assert note
    assert note.get_text() == "This may have changed."
    return {name: str(value) for name, value in note.attrs.items()}


def test_nothing_is_due_on_the_last_day() -> None:
    assert list(overdue_entries(check_project(SAMPLE).loaded, LAST_DAY)) == []


def test_rules_helplines_and_holidays_are_due_the_day_after_and_reported_with_their_location() -> None:
    reported = list(overdue_entries(check_project(SAMPLE).loaded, NEXT_DAY))
    assert [(entry.line, entry.where[:2]) for entry in reported] == [
        (132, ("law", "german-limit")),
        (142, ("helplines", "samaritans")),
        (868, ("worksheets", "when_to_ask")),
    ]
    assert "write two new dates" in reported[0].message


def test_the_check_only_mentions_what_is_due(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    make_due(project)
    assert main(["check", str(project.root)]) == 0
    assert "note: docs/data/recovery.yml:132:21: law" in capsys.readouterr().out


def test_the_check_of_dates_fails_when_something_is_due(project: Project) -> None:
    assert main(["check", "--dates", str(project.root)]) == 0
    make_due(project)
    assert main(["check", "--dates", str(project.root)]) == 1


def test_a_page_built_in_time_hides_the_note_until_a_script_shows_it() -> None:
    assert stale_note(LAST_DAY) == {
        "data-check-again-by": "2099-11-22",
        "hidden": "",
    }


def test_a_page_built_too_late_shows_the_note_without_a_script() -> None:
    assert "hidden" not in stale_note(NEXT_DAY)


def test_a_scheduled_workflow_checks_what_is_due() -> None:
    workflow = (Path(__file__).parents[2] / ".github/workflows/dates.yml").read_text("utf-8")
    assert "schedule:" in workflow
    assert "-m macros check --dates" in workflow


def test_an_announcement_is_mentioned_once_its_last_day_is_past() -> None:
    center = Center.model_validate({"announcement": {"text": "We are closed.", "until": dt.date(2027, 1, 3)}})
    assert list(expired_announcement(center, dt.date(2027, 1, 3))) == []
    (problem,) = expired_announcement(center, dt.date(2027, 1, 4))
    assert (problem.path, problem.where) == ("docs/data/center.yml", ("announcement", "until"))
    assert "2027-01-03 is past" in problem.message
    assert list(expired_announcement(Center(), dt.date(2027, 1, 4))) == []
