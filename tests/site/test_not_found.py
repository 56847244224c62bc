"""The page for an address that does not exist."""

from __future__ import annotations

from urllib.parse import urljoin

from built_site import NOT_FOUND, Site

from macros.content import Content


def test_the_not_found_page_says_what_happened_and_offers_ways_on(site: Site, recovery: Content) -> None:
    words = recovery.ui.not_found
    article = site.article(NOT_FOUND)
    assert [heading.get_text() for heading in article.select("h1")] == [words.title]
    assert words.text in article.get_text()
    assert [link.get_text() for link in article.select("li > a")] == [link.text for link in words.links]


def test_the_not_found_page_works_at_any_depth_because_its_addresses_start_at_the_host(site: Site) -> None:
    elements = site.soup(NOT_FOUND).select("[href], [src]")
    pointers = [str(element.get("href", element.get("src"))) for element in elements]
    assert any(pointer.startswith(site.base) for pointer in pointers)
    assert not [
        pointer
        for pointer in pointers
        if not pointer.startswith((site.base, "https://", "tel:", "mailto:", "#"))
    ]


def test_the_not_found_page_has_the_navigation_of_every_other_page(site: Site) -> None:
    assert navigation(site, NOT_FOUND) == navigation(site, "my-recovery/") != set()


def navigation(site: Site, address: str) -> set[str]:
    links = site.soup(address).select("header a[href]")
    return {urljoin(site.url + address, str(link["href"])) for link in links}
