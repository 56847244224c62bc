"""The navigation, as it is on every page."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
from built_site import COMPONENTS, NOT_FOUND, Site, addresses

MENU = ".bar__ways a, #menu nav a"


def links(site: Site, address: str, selector: str) -> list[str]:
    return [urljoin(site.url + address, str(link["href"])) for link in site.soup(address).select(selector)]


def test_every_page_has_the_same_menu_in_the_same_order(site: Site, address: str) -> None:
    assert links(site, address, MENU) == links(site, "", MENU)


def test_the_bar_has_the_ways_in_and_so_does_the_menu(site: Site) -> None:
    ways = links(site, "", ".bar__ways a")
    assert {site.url + page for page in ("", "checklists/", "guide/", "my-recovery/")} <= set(ways)
    assert links(site, "", "#menu nav a")[: len(ways)] == ways


def test_the_menu_leads_to_every_page_or_to_one_that_lists_it(site: Site) -> None:
    menu = set(links(site, "", MENU))
    lists = [address.removeprefix(site.url) for address in menu if address.endswith("/")]
    listed = {link for address in lists for link in links(site, address, "article a[href], #part a")}
    wanted = {site.url + address for address in set(addresses()) - {NOT_FOUND, COMPONENTS}}
    assert wanted - menu - listed == set()


def test_every_guide_lists_the_pages_of_the_guide_beside_it_and_no_other_page_does(
    site: Site, address: str
) -> None:
    pages = links(site, address, "#part a")
    guides = {site.url + each for each in addresses() if each.startswith("guide/")}
    if address.startswith("guide/"):
        assert set(pages) == guides
    else:
        assert not guides & set(pages)
    assert len(pages) == len(set(pages))


@pytest.mark.upstream
@pytest.mark.parametrize("selector", [".bar__ways", "#menu", "#part"])
def test_the_current_page_is_marked_once(site: Site, selector: str) -> None:
    current = site.soup("guide/star/").select(f"{selector} [aria-current]")
    assert [each["href"] for each in current] == ["./" if selector == "#part" else "../"]
