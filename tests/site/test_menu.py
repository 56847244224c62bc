"""The menu of the theme, as it stands in every page."""

from __future__ import annotations

from urllib.parse import urljoin

from built_site import COMPONENTS, NOT_FOUND, Site, addresses

MENU = ".md-nav--primary a.md-nav__link:not([href^='#'])"


def menu(site: Site, address: str) -> list[str]:
    return [urljoin(site.url + address, str(link["href"])) for link in site.soup(address).select(MENU)]


def test_every_page_has_the_same_menu_in_the_same_order(site: Site, address: str) -> None:
    assert menu(site, address) == menu(site, "")


def test_the_menu_leads_to_every_page(site: Site) -> None:
    outside = {NOT_FOUND, COMPONENTS}
    assert {site.url + address for address in addresses() if address not in outside} == set(menu(site, ""))
