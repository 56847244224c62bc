"""The style sheet in a page has the rules that can apply there."""

from __future__ import annotations

import pytest
from built_site import Site


def style_of(site: Site, address: str) -> str:
    """Return the rules for the screen and those for paper."""
    return "\n".join(sheet.text for sheet in site.soup(address).select("style"))


@pytest.mark.parametrize(
    "rule",
    [".follow-up-note", ".print-pack", ".dialog", ".set-aside", "table", "@keyframes stop-the-replay__"],
)
def test_a_page_has_no_rule_for_elements_and_classes_that_it_lacks(site: Site, rule: str) -> None:
    style = style_of(site, "checklists/rejection-audit/")
    assert f"}}{rule}" not in style
    assert f":has(>{rule}" not in style
    assert f"{{{rule}" not in style


@pytest.mark.parametrize(
    ("page", "rule"),
    [
        ("checklists/rejection-audit/", ".checklist"),
        ("worksheets/stop-the-replay/", "@keyframes stop-the-replay__in"),
        ("guide/questions/", ".questions__toggle"),
        ("worksheets/follow-up-note/", ".follow-up-note__marks"),
        ("about/sources/", ".search__dialog mark"),
    ],
)
def test_a_page_has_the_rules_for_its_elements_and_for_those_that_its_scripts_make(
    site: Site, page: str, rule: str
) -> None:
    assert rule in style_of(site, page)
