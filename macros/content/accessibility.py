"""The schema of ``docs/data/accessibility.yml``: the accessibility conformance report.

Its parts are those of VPAT 2.5 INT (https://www.itic.org/policy/accessibility/vpat): the head, the
standards, the terms, then a table for each chapter of WCAG, Section 508 and EN 301 549. Every row
names the tests or the manual checks that support it.

Section 508 and EN 301 549 incorporate criteria of WCAG, so the clauses that a row answers are not written down but
derived from its number and the version of WCAG that introduced it.
"""

from __future__ import annotations

from typing import Annotated, Any, Generic, Literal, Self, TypeVar

from pydantic import StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from macros.content.entries import Entry
from macros.content.values import Day, KebabPart, Line, Part, Some, Text, WebAddress

NUMBERED = r"^\d+(\.\d+)*$"

Version = Literal["2.0", "2.1", "2.2"]
VERSIONS: tuple[Version, ...] = ("2.0", "2.1", "2.2")

Level = Literal["supports", "partially-supports", "does-not-support", "not-applicable"]
Number = Annotated[str, StringConstraints(strict=True, pattern=NUMBERED)]


class Finding(Part):
    """How far the site meets one criterion: one row of a table.

    ``tests`` are files, or ``file::test`` for a single test; ``manual`` says what was checked by hand, and how. Only a
    criterion that does not apply may lack both.
    """

    criterion: Number
    name: Line
    conformance: Level
    remarks: Text
    tests: Some[Line] | None = None
    manual: Some[Text] | None = None

    @model_validator(mode="after")
    def _has_evidence(self) -> Self:
        if not (self.tests or self.manual or self.conformance == "not-applicable"):
            raise PydanticCustomError("evidence_missing", "neither tests nor manual checks")
        return self


class WcagFinding(Finding):
    """A success criterion: ``since`` and ``until`` are the first and the last version of WCAG that contain it."""

    since: Version
    until: Version = "2.2"


AnyFinding = TypeVar("AnyFinding", bound=Finding)


class Chapter(Entry, Generic[AnyFinding]):
    """A chapter of a standard; if it has no findings, ``text`` says why."""

    title: Line
    text: Text
    findings: Some[AnyFinding] | None = None


class Standard(Part, Generic[AnyFinding]):
    """A standard; ``short`` names it where there is little room."""

    title: Line
    short: Line
    text: Text
    chapters: Some[Chapter[AnyFinding]]


class Head(Part):
    """The head of the report: product, date, contact, notes and methods."""

    product: Line
    date: Day
    description: Text
    contact: Text
    notes: Text
    methods: Some[Text]


class Guideline(Part):
    """A standard in the version that the report covers, and how much of it is included."""

    name: Line
    url: WebAddress
    included: Text


class Term(Part):
    """The label of a level of conformance, and its meaning."""

    label: Line
    meaning: Text


class Terms(KebabPart):
    """Every level of conformance, and the term for criteria that were not evaluated."""

    supports: Term
    partially_supports: Term
    does_not_support: Term
    not_applicable: Term
    not_evaluated: Term


class Words(Part):
    """Titles and labels of the report."""

    head: Line
    product: Line
    date: Line
    description: Line
    contact: Line
    notes: Line
    methods: Line
    guidelines: Line
    guidelines_caption: Line
    guideline: Line
    included: Line
    terms: Line
    criterion: Line
    conformance: Line
    remarks: Line
    tests: Line
    manual: Line


class Conformance(Part):
    """The whole report."""

    head: Head
    guidelines: Some[Guideline]
    terms: Terms
    wcag: Standard[WcagFinding]
    section_508: Standard[Finding]
    en_301_549: Standard[Finding]
    words: Words


def standards_of(report: Conformance) -> dict[str, Standard[Any]]:
    """Return every standard, by the prefix of the ids of its rows."""
    return {"wcag": report.wcag, "section-508": report.section_508, "en-301-549": report.en_301_549}


def findings_of(standard: Standard[Any]) -> list[Finding]:
    """Return the findings of all chapters of a standard, in order."""
    return [finding for chapter in standard.chapters for finding in chapter.findings or ()]


def versions_of(finding: WcagFinding) -> tuple[Version, ...]:
    """Return the versions of WCAG that contain a criterion."""
    return VERSIONS[VERSIONS.index(finding.since) : VERSIONS.index(finding.until) + 1]


def section_508_clauses(finding: WcagFinding) -> tuple[str, ...]:
    """Return the clauses of Revised Section 508 that a success criterion answers.

    They incorporate WCAG 2.0: 501 for web content, 602.3 for electronic support documents
    (https://www.access-board.gov/ict/).
    """
    return ("501", "602.3") if finding.since == "2.0" else ()


def en_301_549_clauses(finding: WcagFinding) -> tuple[str, ...]:
    """Return the clauses of EN 301 549 that a success criterion answers.

    V3.1.1 and V3.2.1 incorporate WCAG 2.1: its criterion 1.4.3 is their clause 9.1.4.3 for web pages,
    and 12.1.2 and 12.2.4 require the same of product documentation and support documentation
    (https://www.etsi.org/deliver/etsi_en/301500_301599/301549/03.02.01_60/en_301549v030201p.pdf).
    """
    return () if finding.since == "2.2" else (f"9.{finding.criterion}", "12.1.2", "12.2.4")
