"""The accessibility conformance report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from macros.components.macro import View, macro
from macros.content.accessibility import (
    Chapter,
    Conformance,
    Finding,
    Term,
    WcagFinding,
    en_301_549_clauses,
    section_508_clauses,
    standards_of,
    versions_of,
)


@dataclass(frozen=True)
class FindingRow:
    """One row of the conformance report.

    ``id`` is its anchor on the page, such as ``wcag-1-4-3``; ``answers`` lists the clauses that it
    answers, by the short name of their standard.
    """

    id: str
    finding: Finding
    term: Term
    answers: dict[str, Sequence[str]]


@dataclass(frozen=True)
class ChapterTable:
    """A chapter of the report with its rows, and the number of rows for each term."""

    chapter: Chapter[Any]
    rows: Sequence[FindingRow]
    counts: dict[str, int]


@macro(reads="conformance")
def conformance_report(report: Conformance) -> View:
    """How far the site supports each accessibility standard, and the evidence."""
    tables = [
        (standard, [_chapter_table(report, name, chapter) for chapter in standard.chapters])
        for name, standard in standards_of(report).items()
    ]
    return View("conformance_report", {"report": report, "terms": _terms(report), "standards": tables})


def _chapter_table(report: Conformance, standard: str, chapter: Chapter[Any]) -> ChapterTable:
    terms = _terms(report)
    rows = [
        FindingRow(
            f"{standard}-{finding.criterion.replace('.', '-')}",
            finding,
            terms[finding.conformance],
            _answers(report, finding),
        )
        for finding in chapter.findings or ()
    ]
    counted = Counter[str](row.finding.conformance for row in rows)
    return ChapterTable(
        chapter, rows, {term.label: counted[level] for level, term in terms.items() if counted[level]}
    )


def _terms(report: Conformance) -> dict[str, Term]:
    """Return each term by its name in the data."""
    fields = type(report.terms).model_fields
    return {field.alias or name: getattr(report.terms, name) for name, field in fields.items()}


def _answers(report: Conformance, finding: Finding) -> dict[str, Sequence[str]]:
    """Return the clauses that a success criterion answers; the clauses of other standards answer none."""
    if not isinstance(finding, WcagFinding):
        return {}
    answers = {
        report.wcag.short: versions_of(finding),
        report.section_508.short: section_508_clauses(finding),
        report.en_301_549.short: en_301_549_clauses(finding),
    }
    return {short: numbers for short, numbers in answers.items() if numbers}
