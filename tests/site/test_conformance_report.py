"""The accessibility conformance report shows every criterion, with its remarks and its evidence."""

from __future__ import annotations

import pytest
from bs4 import Tag
from built_site import Site, shown

from macros.content.accessibility import Conformance, findings_of, standards_of

PAGE = "about/accessibility/"

# Every success criterion, by its level and the version of WCAG that introduced it:
# https://www.w3.org/TR/WCAG22/, and 4.1.1, which only 2.0 and 2.1 have.
CRITERIA = {
    ("wcag-level-a", "2.0"): "1.1.1 1.2.1 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 2.1.1 2.1.2 2.2.1 2.2.2 "
    "2.3.1 2.4.1 2.4.2 2.4.3 2.4.4 3.1.1 3.2.1 3.2.2 3.3.1 3.3.2 4.1.1 4.1.2",
    ("wcag-level-a", "2.1"): "2.1.4 2.5.1 2.5.2 2.5.3 2.5.4",
    ("wcag-level-a", "2.2"): "3.2.6 3.3.7",
    ("wcag-level-aa", "2.0"): "1.2.4 1.2.5 1.4.3 1.4.4 1.4.5 2.4.5 2.4.6 2.4.7 3.1.2 3.2.3 3.2.4 3.3.3 3.3.4",
    ("wcag-level-aa", "2.1"): "1.3.4 1.3.5 1.4.10 1.4.11 1.4.12 1.4.13 4.1.3",
    ("wcag-level-aa", "2.2"): "2.4.11 2.5.7 2.5.8 3.3.8",
}
# What a report on Section 508 and EN 301 549 must answer, in addition to the criteria of WCAG.
SECTION_508 = [f"302.{number}" for number in range(1, 10)] + ["602.2", "602.3", "602.4", "603.2", "603.3"]
EN_301_549 = [
    *(f"4.2.{number}" for number in range(1, 12)),
    *(f"5.{number}" for number in range(1, 10)),
    *("9.6", "12.1.1", "12.1.2", "12.2.2", "12.2.3", "12.2.4"),
]


def rows(site: Site, chapter: str) -> list[Tag]:
    """Return the rows of the table under a heading."""
    table = site.article(PAGE).select_one(f"table:has(#{chapter})")
    assert table, f"no table {chapter}"
    return table.select("tbody tr")


def number(criterion: str) -> list[int]:
    return [int(part) for part in criterion.split(".")]


@pytest.mark.parametrize("chapter", ["wcag-level-a", "wcag-level-aa"])
def test_every_criterion_of_wcag_has_a_row_in_the_order_of_the_standard(site: Site, chapter: str) -> None:
    of_level = [each for (level, _), text in CRITERIA.items() if level == chapter for each in text.split()]
    criteria = sorted(of_level, key=number)
    assert [row.th.cite.get_text().split()[0] for row in rows(site, chapter)] == criteria
    assert [row["id"] for row in rows(site, chapter)] == [
        f"wcag-{each.replace('.', '-')}" for each in criteria
    ]


def test_every_criterion_names_the_version_of_wcag_that_introduced_it(conformance: Conformance) -> None:
    findings = findings_of(conformance.wcag)
    since = {each: version for (_, version), text in CRITERIA.items() for each in text.split()}
    assert len(since) == 56
    assert {finding.criterion: finding.since for finding in findings} == since
    assert [finding.criterion for finding in findings if finding.until != "2.2"] == ["4.1.1"]


def test_the_other_standards_are_answered_in_full(conformance: Conformance) -> None:
    for standard, criteria in [
        (conformance.section_508, SECTION_508),
        (conformance.en_301_549, EN_301_549),
    ]:
        assert [finding.criterion for finding in findings_of(standard)] == criteria


def test_a_row_shows_its_level_its_remarks_and_its_evidence(site: Site, conformance: Conformance) -> None:
    article = site.article(PAGE)
    labels = {
        "supports": conformance.terms.supports.label,
        "partially-supports": conformance.terms.partially_supports.label,
        "does-not-support": conformance.terms.does_not_support.label,
        "not-applicable": conformance.terms.not_applicable.label,
    }
    findings = [
        (article.find(id=f"{name}-{finding.criterion.replace('.', '-')}"), finding)
        for name, standard in standards_of(conformance).items()
        for finding in findings_of(standard)
    ]
    assert len(findings) == len(article.select("tbody tr[id]"))
    for row, finding in findings:
        assert row, finding.criterion
        assert [term.get_text() for term in row.select("strong")] == [labels[finding.conformance]]
        assert shown(finding.remarks) in row.get_text()
        assert tuple(test.get_text() for test in row.select("code")) == (finding.tests or ())
        assert all(shown(check) in row.get_text() for check in finding.manual or ())


def test_a_row_names_the_clauses_that_it_answers(site: Site) -> None:
    article = site.article(PAGE)
    answers = {
        row_id: [cite.get_text() for cite in article.select(f"#{row_id} cite")][1:]
        for row_id in ("wcag-1-4-3", "wcag-1-4-10", "wcag-2-5-8", "wcag-4-1-1", "section-508-302-1")
    }
    assert answers == {
        "wcag-1-4-3": [
            "WCAG: 2.0, 2.1, 2.2",
            "Section 508: 501, 602.3",
            "EN 301 549: 9.1.4.3, 12.1.2, 12.2.4",
        ],
        "wcag-1-4-10": ["WCAG: 2.1, 2.2", "EN 301 549: 9.1.4.10, 12.1.2, 12.2.4"],
        "wcag-2-5-8": ["WCAG: 2.2"],
        "wcag-4-1-1": ["WCAG: 2.0, 2.1", "Section 508: 501, 602.3", "EN 301 549: 9.4.1.1, 12.1.2, 12.2.4"],
        "section-508-302-1": [],
    }


def test_a_chapter_counts_its_rows(site: Site) -> None:
    (counts,) = site.article(PAGE).select("table:has(#wcag-level-a) .conformance-report__counts")
    numbers = [int(count.get_text().rpartition(" ")[2]) for count in counts.select("span")]
    assert len(numbers) > 1
    assert sum(numbers) == len(rows(site, "wcag-level-a"))


def test_the_report_says_what_was_not_evaluated(site: Site, conformance: Conformance) -> None:
    heading = site.article(PAGE).find(id="wcag-level-aaa")
    assert heading
    assert conformance.terms.not_evaluated.label.lower() in heading.find_next("p").get_text().lower()


def test_the_report_is_about_this_version(conformance: Conformance, pytestconfig: pytest.Config) -> None:
    project = (pytestconfig.rootpath / "pyproject.toml").read_text("utf-8")
    version = conformance.head.product.split()[-1]
    assert f'\nversion = "{version}"\n' in project


def test_the_page_offers_the_report_as_data(site: Site) -> None:
    links = [str(link["href"]) for link in site.article(PAGE).select("a[href$='.yml']")]
    assert links == ["../../data/accessibility.yml"]
    assert site.file("data/accessibility.yml").is_file()
