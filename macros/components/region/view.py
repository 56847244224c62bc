"""What may differ in one part of the world."""

from __future__ import annotations

from macros.components.macro import View, macro, sources_of
from macros.content import Content
from macros.content.entries import find
from macros.content.law import Helpline
from macros.content.regions import Country, Region


@macro("regions")
def region(content: Content, region_id: str) -> View:
    """What may differ in one region: rights before style, then each of its countries."""
    region = find(content.regions, region_id)
    countries = [_country(content, country) for country in region.countries]
    places: list[Region | Country] = [region, *region.countries]
    rules = [find(content.law, rule) for place in places for rule in place.law or ()]
    lines = [line for _, lines, _ in countries for line in lines]
    return View("region", {"region": region, "countries": countries}, sources_of([*places, *rules, *lines]))


def _country(content: Content, country: Country) -> tuple[Country, list[Helpline], tuple[str, ...]]:
    """Return a country with its helplines, and the sources behind it and them, each once."""
    lines = [find(content.helplines, line) for line in country.helplines or ()]
    return country, lines, sources_of([country, *lines])
