"""What may differ in one region."""

from __future__ import annotations

from macros.components.macro import View, macro, sources_of
from macros.content import Content
from macros.content.entries import find
from macros.content.law import Helpline
from macros.content.regions import Country, Region


@macro("regions")
def region(content: Content, region_id: str) -> View:
    """What may differ in one region: rights, each of its countries, then manners and tips."""
    region = find(content.regions, region_id)
    countries = [_country(content, country) for country in region.countries]
    places: list[Region | Country] = [region, *region.countries]
    rules = [find(content.law, rule) for place in places for rule in place.law or ()]
    lines = [line for _, lines, _ in countries for line in lines]
    return View("region", {"region": region, "countries": countries}, sources_of([*places, *rules, *lines]))


def _country(content: Content, country: Country) -> tuple[Country, list[Helpline], tuple[str, ...]]:
    """Return a country, its helplines, and the ids of the sources of both, without duplicates."""
    lines = [find(content.helplines, line) for line in country.helplines or ()]
    return country, lines, sources_of([country, *lines])
