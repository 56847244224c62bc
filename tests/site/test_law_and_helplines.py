"""What the law says, with its date, and whom to call."""

from __future__ import annotations

import re

from bs4 import Tag
from built_site import COMPONENTS, Site, addresses, shown

from macros.content import Content
from macros.content.law import Helpline
from macros.content.saved import still_open


def links(place: Tag, scheme: str) -> set[str]:
    return {str(link["href"]) for link in place.select(f"a[href^='{scheme}:']")}


def numbers(lines: tuple[Helpline, ...]) -> set[str]:
    calls = {f"tel:{line.tel}" for line in lines if line.tel}
    return {number.replace(" ", "") for number in calls | {f"sms:{line.sms}" for line in lines if line.sms}}


def test_a_legal_rule_is_shown_with_the_month_of_its_last_check_and_a_source(
    site: Site, recovery: Content
) -> None:
    rules = {rule.id: rule for rule in recovery.law}
    for address in set(addresses()) - {COMPONENTS}:
        for place in site.soup(address).select(".law"):
            rule = rules[str(place["id"])]
            assert shown(rule.rule) in place.get_text()
            assert place.select_one(f"time[datetime='{rule.checked:%Y-%m}']"), rule.id
            assert place.select(".citation"), rule.id


def test_an_urgent_answer_contains_every_helpline_number(site: Site, recovery: Content) -> None:
    urgent = [answer.id for topic in recovery.questions for answer in topic.questions if answer.urgent]
    for answer in urgent:
        heading = site.article("guide/questions/").find(id=answer)
        assert heading
        text = heading.find_next_sibling(class_="answer")
        assert isinstance(text, Tag)
        assert numbers(recovery.helplines) == links(text, "tel") | links(text, "sms")


def test_the_box_for_bad_days_has_every_helpline_number(site: Site, recovery: Content) -> None:
    for address in set(addresses()) - {COMPONENTS}:
        for box in site.soup(address).select("#support"):
            assert numbers(recovery.helplines) == links(box, "tel") | links(box, "sms"), address


def test_the_page_of_a_region_has_the_numbers_of_its_countries(site: Site, recovery: Content) -> None:
    lines = {line.id: line for line in recovery.helplines}
    for region in still_open(recovery.regions):
        named = tuple(lines[one] for country in region.countries for one in country.helplines or ())
        page = site.article(f"regions/{region.id}/")
        assert numbers(named) <= links(page, "tel") | links(page, "sms"), region.id


def test_a_link_that_names_a_number_dials_that_number(site: Site) -> None:
    for address in addresses():
        for link in site.soup(address).select("a[href^='tel:'], a[href^='sms:']"):
            named = re.sub(r"\D", "", link.get_text())
            assert named in {"", re.sub(r"\D", "", str(link["href"]))}, address


def test_a_greeting_is_marked_with_its_language(site: Site, recovery: Content) -> None:
    for region in still_open(recovery.regions):
        greetings = [one for country in region.countries for one in country.greetings or ()]
        found = [place["lang"] for place in site.article(f"regions/{region.id}/").select(".greetings dd")]
        assert found == [greeting.language for greeting in greetings]
