"""Claims and the sources behind them."""

from __future__ import annotations

from urllib.parse import urldefrag, urljoin

from bs4 import Tag
from built_site import COMPONENTS, PACK, Site, addresses

from macros.components.grades_list.view import grades
from macros.content import Content

SOURCES = "about/sources/"


def citations(site: Site, address: str) -> list[tuple[Tag, str, str]]:
    """Return each citation on a page, with the page and the anchor that it leads to."""
    links = site.soup(address).select(".citation")
    return [(link, *urldefrag(urljoin(site.url + address, str(link["href"])))) for link in links]


def test_a_citation_links_to_its_source_and_states_its_grade(
    site: Site, recovery: Content, address: str
) -> None:
    sources = {source.id: source for source in recovery.sources}
    labels = {grade: words.label for grade, words in grades(recovery)}
    for citation, page, source in citations(site, address):
        assert page == site.url + SOURCES
        assert citation["data-grade"] == sources[source].grade
        marks = [labels[sources[source].grade], *[recovery.ui.contested.label] * sources[source].contested]
        assert citation.get_text().endswith(", ".join(marks))


def test_pages_cite_only_known_sources(site: Site, recovery: Content) -> None:
    cited = {source for address in addresses() for _, _, source in citations(site, address)}
    # A source that only a retired entry names is on no page; one that nothing names stops the build.
    assert cited
    assert cited <= {source.id for source in recovery.sources}


def test_the_page_of_sources_lists_every_source_with_its_address(site: Site, recovery: Content) -> None:
    entries = site.soup(SOURCES).select(".sources > li")
    listed = {str(entry["id"]): [link["href"] for link in entry.select("cite > a")] for entry in entries}
    assert listed == {source.id: [source.url] for source in recovery.sources}


def test_every_source_says_when_it_was_looked_up_and_on_which_pages_it_is_used(
    site: Site, recovery: Content
) -> None:
    citing = {
        (source, site.url + address)
        for address in addresses()
        for _, _, source in citations(site, address)
        if address not in {SOURCES, COMPONENTS, PACK}
    }
    listed = {
        (str(entry["id"]), urljoin(site.url + SOURCES, str(link["href"])))
        for entry in site.soup(SOURCES).select(".sources > li")
        for link in entry.select("p:last-child > a")
    }
    days = [time["datetime"] for time in site.soup(SOURCES).select(".sources > li time")]
    assert listed == citing
    assert sorted(days) == sorted(source.looked_up.isoformat() for source in recovery.sources)


def test_evidence_names_its_sources_or_says_that_it_is_advice(
    site: Site, recovery: Content, address: str
) -> None:
    words = recovery.ui.guide
    for evidence in site.soup(address).select(".evidence"):
        (label,) = evidence.select(".evidence__label")
        assert label.get_text() == (words.sources if evidence.select(".citation") else words.practitioner)


def test_the_site_has_evidence_of_both_kinds(site: Site, recovery: Content) -> None:
    labels = {
        label.get_text() for each in addresses() for label in site.soup(each).select(".evidence__label")
    }
    assert labels == {recovery.ui.guide.sources, recovery.ui.guide.practitioner}
