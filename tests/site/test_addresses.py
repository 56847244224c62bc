"""The addresses that hosts link to."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from built_site import NOT_FOUND, Site, addresses

PERMANENT = {
    "": [""],
    "start/": ["just-left/", "note-sent/", "waiting/", "rejected/", "replaying-it/", "internal-role/"],
    "guide/": [
        "",
        *("debrief/", "root-causes/", "what-can-be-recovered/", "follow-up/", "reading-signals/", "star/"),
        *("behavioral-event-interviews/", "skill-gaps/", "resilience/", "five-steps/", "pivot/"),
        *("difficult-interviewers/", "long-game/", "questions/", "after-a-technical-interview/"),
        *("when-technology-fails/", "silence-and-nudging/", "correcting-something-you-said/"),
        *("unfair-or-illegal-questions/", "health-disability-and-adjustments/", "applying-again/"),
        *("examples/", "examples-by-job/", "examples-by-life/", "ai-interviews/", "so-close/"),
        *("second-language/", "their-score-sheet/", "ten-minutes-before/", "recruiter-debrief/"),
        *("after-a-gap/", "group-and-hourly-interviews/"),
    ],
    "checklists/": [
        *("", "rejection-audit/", "five-day-plan/", "five-steps/", "before-you-send/", "48-hour-drill/"),
        *("answer-rewrite/", "ten-minutes-before/"),
    ],
    "worksheets/": ["debrief/", "follow-up-note/", "star-answer/"],
    "my-recovery/": [""],
    "regions/": [
        *("", "united-states-canada/", "european-union/", "united-kingdom/", "latin-america/"),
        *("middle-east-north-africa/", "somewhere-else/"),
    ],
    "for-advisors/": [""],
    "hiring-managers/": ["", "feedback/"],
    "about/": ["sources/", "privacy/", "accessibility/"],
}


@pytest.mark.parametrize("folder", PERMANENT)
def test_no_address_that_others_link_to_is_lost(site: Site, folder: str) -> None:
    assert {folder + page for page in PERMANENT[folder]} <= site.addresses()


def test_every_built_page_is_tested_here(site: Site) -> None:
    assert site.addresses() == set(addresses())


def test_a_page_says_its_own_address(site: Site, address: str) -> None:
    links = [link["href"] for link in site.soup(address).select("link[rel=canonical]")]
    assert links == ([] if address == NOT_FOUND else [site.url + address])


def test_the_sitemap_lists_every_page(site: Site) -> None:
    listed = {entry.text for entry in ET.parse(site.root / "sitemap.xml").iter() if entry.tag.endswith("loc")}
    assert listed == {site.url + address for address in addresses() if address != NOT_FOUND}
