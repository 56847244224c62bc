"""The addresses of pages. The workflow pages.yml makes sure that none is lost."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from built_site import NOT_FOUND, Site, addresses, moved_addresses


def test_every_built_page_is_tested_here(site: Site) -> None:
    assert site.addresses() == {*addresses(), *moved_addresses()}


def test_a_page_gives_its_own_address(site: Site, address: str) -> None:
    links = [link["href"] for link in site.soup(address).select("link[rel=canonical]")]
    assert links == ([] if address == NOT_FOUND else [site.url + address])


def test_the_sitemap_lists_every_page(site: Site) -> None:
    listed = {entry.text for entry in ET.parse(site.root / "sitemap.xml").iter() if entry.tag.endswith("loc")}
    assert listed == {site.url + address for address in addresses() if address != NOT_FOUND}
