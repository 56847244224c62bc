"""A figure without a source stops the build."""

from __future__ import annotations

from typing import Any

import pytest
from sample_project import Project, cases

from macros.checks.claims import figures

# Texts with the figures found in them, and texts without any.
FIGURES = {
    "80 percent of the managers": ["80 percent"],
    "about 12.5% of them": ["12.5%"],
    "eighty\npercent": ["eighty\npercent"],
    "In studies, nerves count little": ["In studies"],
    "Many recent surveys ask for it": ["Many recent surveys"],
    "One small trial and an experiment": ["One small trial", "an experiment"],
    "Research also shows that": ["Research also shows"],
    "It takes a while on average": ["on average"],
    "the median of all searches": ["the median"],
    "Most people do, and most hiring managers": ["Most people", "most hiring managers"],
    "half of them": ["half of"],
    "from 3 to 12 months": ["3 to 12 months"],
    "one full week, or a six-month wait": ["one full week", "six-month"],
    "within two weeks, by 40 percent": ["two weeks", "40 percent"],
    "We found no study of it": [],
    "Pick one to study": [],
    "a normal week, once a year, in a month": [],
    "two working days, 20 minutes, 2024": [],
    'She said: "Give me two weeks, or 80 percent."': [],
    "\N{LEFT DOUBLE QUOTATION MARK}Two weeks\N{RIGHT DOUBLE QUOTATION MARK} is what they said": [],
}

WAIT = "Wait two weeks."
STUDY = "Stories help 23 percent of the time."
CITE = '{{ cite("bangerter-2014") }}'

# What may and what may not follow the heading of a page of the sample.
ALLOWED = {
    "a source in the paragraph": f"{STUDY}\nThat is a lot {CITE}.",
    "a source in the item of a list": f"- Nothing.\n- {STUDY} {CITE}",
    "a source in the row of a table": f"| What | How much |\n| --- | --- |\n| {STUDY} | {CITE} |",
    "a mark in the paragraph": f"{STUDY}\n<!-- no source: plain arithmetic -->",
    "advice in the paragraph": f"{WAIT} This is\npractitioner advice.",
    "advice in the section": f"These times are practitioner advice.\n\n1. {WAIT}",
    "a heading": f"## {STUDY}",
}
REFUSED = {
    "a source in the item above": f"- Nothing {CITE}.\n- {STUDY}",
    "a source in the row above": f"| What | How much |\n| --- | --- |\n| Nothing | {CITE} |\n| {STUDY} | |",
    "a mark in the paragraph above": f"<!-- no source: plain arithmetic -->\n\n{STUDY}",
    "advice in the section above": f"This is practitioner advice.\n\n## Later\n\n{WAIT}",
}


@pytest.mark.parametrize(("text", "found"), FIGURES.items(), ids=FIGURES)
def test_figures_are_found_in_a_text(text: str, found: list[str]) -> None:
    assert [figure[0] for figure in figures(text)] == found


@pytest.mark.parametrize("text", ALLOWED.values(), ids=ALLOWED)
def test_a_figure_is_allowed_beside_its_source_or_a_reason(project: Project, text: str) -> None:
    project.change(
        {"file": "docs/guide/star.md", "find": "# STAR answers\n", "replace": f"# STAR answers\n\n{text}\n"}
    )
    assert project.problems() == []


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED)
def test_a_source_or_a_reason_elsewhere_does_not_excuse_a_figure(project: Project, text: str) -> None:
    project.change(
        {"file": "docs/guide/star.md", "find": "# STAR answers\n", "replace": f"# STAR answers\n\n{text}\n"}
    )
    (problem,) = project.problems()
    assert "without a source" in problem


def test_an_entry_with_sources_may_contain_figures(project: Project) -> None:
    project.change({"find": "    mistake: It says we.\n", "replace": f"    mistake: {STUDY}\n"})
    assert project.problems() == []


def test_search_phrases_of_readers_are_not_claims(project: Project) -> None:
    question = "        question: Was it that bad?\n"
    project.change({"find": question, "replace": f"{question}        also: [three weeks and no answer]\n"})
    assert project.problems() == []


def test_an_interface_word_called_sources_is_not_a_source(project: Project) -> None:
    project.change({"find": "    fix: Fix\n", "replace": f"    fix: {STUDY}\n"})
    (problem,) = project.problems()
    assert "ui › guide › fix: `23 percent` stands here" in problem  # noqa: RUF001


@pytest.mark.parametrize(
    "lines",
    [
        f"        # no source: plain arithmetic\n        help: {STUDY}\n",
        f"        help: {WAIT} This is practitioner advice.\n",
    ],
)
def test_an_entry_may_say_why_it_needs_no_source(project: Project, lines: str) -> None:
    project.change({"find": "        help: A question about pay does not count.\n", "replace": lines})
    assert project.problems() == []


@pytest.mark.parametrize("case", cases("bad_claims"))
def test_a_figure_without_a_source_is_reported_with_its_location_and_a_fix(
    project: Project, case: dict[str, Any]
) -> None:
    project.change(case)
    assert project.problems() == case["problems"]
