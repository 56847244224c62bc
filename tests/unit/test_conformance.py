"""The conformance report: what can be wrong with its file, and what is derived from it."""

from __future__ import annotations

import shutil
from typing import Any

import pytest
from sample_project import Project, cases

from macros.__main__ import main
from macros.checks.load import load_conformance
from macros.checks.project import CONFORMANCE, check_project
from macros.content.accessibility import WcagFinding, en_301_549_clauses, section_508_clauses, versions_of
from macros.content.values import References


def success_criterion(number: str, since: str, **keys: str) -> WcagFinding:
    return WcagFinding.model_validate(
        {
            "criterion": number,
            "name": "A name",
            "since": since,
            "conformance": "not-applicable",
            "remarks": "There is no such thing.",
            **keys,
        },
        context=References(frozenset()),
    )


# What follows from the number of a criterion and the version that introduced it


@pytest.mark.parametrize(
    ("number", "since", "versions", "section_508", "en_301_549"),
    [
        ("1.4.3", "2.0", ("2.0", "2.1", "2.2"), ("501", "602.3"), ("9.1.4.3", "12.1.2", "12.2.4")),
        ("1.4.10", "2.1", ("2.1", "2.2"), (), ("9.1.4.10", "12.1.2", "12.2.4")),
        ("2.5.8", "2.2", ("2.2",), (), ()),
    ],
)
def test_section_508_incorporates_wcag_2_0_and_en_301_549_incorporates_wcag_2_1(
    number: str,
    since: str,
    versions: tuple[str, ...],
    section_508: tuple[str, ...],
    en_301_549: tuple[str, ...],
) -> None:
    finding = success_criterion(number, since)
    assert versions_of(finding) == versions
    assert section_508_clauses(finding) == section_508
    assert en_301_549_clauses(finding) == en_301_549


def test_a_removed_criterion_is_in_no_later_version() -> None:
    assert versions_of(success_criterion("4.1.1", "2.0", until="2.1")) == ("2.0", "2.1")


# What is refused: each case is a file in tests/fixtures/bad_conformance


@pytest.mark.parametrize("case", cases("bad_conformance"))
def test_a_mistake_in_the_report_is_reported_with_its_location_and_a_fix(
    project: Project, case: dict[str, Any]
) -> None:
    project.change({"file": CONFORMANCE.as_posix(), **case})
    assert project.problems() == case["problems"]


def test_problems_in_the_content_and_in_the_report_are_reported_together(project: Project) -> None:
    project.change({"find": "    share: 60\n", "replace": "    share: 50\n"})
    project.change({"file": CONFORMANCE.as_posix(), "find": "notes: None.", "replace": "note: None."})
    files = [problem.split(":")[0] for problem in project.problems()]
    assert files == [CONFORMANCE.as_posix(), CONFORMANCE.as_posix(), "docs/data/recovery.yml"]


def test_a_site_builds_without_its_tests(project: Project) -> None:
    assert project.problems() == []
    shutil.rmtree(project.root / "tests")
    assert check_project(project.root)
    assert project.problems() != []


def test_the_command_reports_a_missing_test_when_asked_for_evidence(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    project.change({"file": "tests/contrast.py"})
    assert main(["check", str(project.root)]) == 0
    assert main(["check", "--evidence", str(project.root)]) == 1
    assert "there is no file `tests/contrast.py`" in capsys.readouterr().err


def test_a_whole_file_of_tests_may_be_named_as_evidence(project: Project) -> None:
    project.change(
        {
            "file": CONFORMANCE.as_posix(),
            "find": "contrast.py::test_text_stands_out",
            "replace": "contrast.py",
        }
    )
    report = load_conformance(project.root / CONFORMANCE, project.docs)
    assert report.wcag.chapters[0].findings[0].tests == ("tests/contrast.py",)
