"""The style sheet in a page has the rules that can apply there."""

from __future__ import annotations

import pytest
from built_site import Site


@pytest.mark.parametrize(
    "rule",
    [".follow-up-note", ".print-pack", ".dialog", ".set-aside", "table", "@keyframes stop-the-replay__"],
)
def test_a_page_has_no_rule_for_elements_and_classes_that_it_does_not_have(site: Site, rule: str) -> None:
    (style,) = site.soup("checklists/rejection-audit/").select("style")
    assert f"}}{rule}" not in style.text
    assert f":has(>{rule}" not in style.text
    assert f"{{{rule}" not in style.text


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
def test_a_page_has_the_rules_for_what_it_has_and_its_scripts_make(site: Site, page: str, rule: str) -> None:
    (style,) = site.soup(page).select("style")
    assert rule in style.text
