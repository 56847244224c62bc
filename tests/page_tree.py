"""A page that is only read: its elements are found by what they are called.

Beautiful Soup asks every element of a page whether it is meant, each time, which took more than half the time of the
tests that read pages. Here it asks only those that have the name, the id, the class or the attribute that was asked for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from typing import Any, NamedTuple

import soupsieve
from bs4 import BeautifulSoup, Tag
from soupsieve.css_match import CSSMatch
from soupsieve.css_types import Selector

# What each element is called, too.
ANY = "*"


class Place(NamedTuple):
    """Where an element stands: its number on the page, the number of the last one in it, and the template around it."""

    number: int
    last: int
    template: Tag | None


class Index:
    """The elements of a page by what they are called, in the order of the page, and where each of them is."""

    def __init__(self, page: Tag) -> None:
        self.called: dict[str, list[Tag]] = defaultdict(list)
        self.places: dict[int, Place] = {}
        self._add(page, None)

    def _add(self, element: Tag, template: Tag | None) -> None:
        number = len(self.called[ANY])
        for name in names_of(element):
            self.called[name].append(element)
        inner = element if element.name == "template" else template
        for each in element.children:
            if isinstance(each, Tag):
                self._add(each, inner)
        self.places[id(element)] = Place(number, len(self.called[ANY]) - 1, template)

    def within(self, whole: Tag, names: set[str]) -> list[Tag]:
        """Return the elements in another one that have one of these names. What is in a template is only in that."""
        start, end, around = self.places[id(whole)]
        template = whole if whole.name == "template" else around
        found = {self.places[id(each)].number: each for name in names for each in self.called[name]}
        inside = [found[number] for number in sorted(found) if start < number <= end]
        return [each for each in inside if self.places[id(each)].template is template]


def names_of(element: Tag) -> Iterator[str]:
    """Return what an element is called, as ``names_in`` does."""
    yield from (ANY, element.name)
    for attribute, value in element.attrs.items():
        yield f"[{attribute}]"
        if attribute == "id":
            yield f"#{value}"
        if attribute == "class":
            yield from {f".{each}" for each in value}


def names_in(selector: Selector) -> set[str]:
    """Return names of which every element has one that a selector means: the rarest that it tells."""
    if selector.ids:
        return {f"#{selector.ids[0]}"}
    if selector.classes:
        return {f".{selector.classes[0]}"}
    if selector.attributes:
        return {f"[{selector.attributes[0].attribute.lower()}]"}
    if selector.tag and selector.tag.name != ANY:
        return {selector.tag.name}
    choices = (inner for inner in selector.selectors if not inner.is_not)
    return {name for each in next(choices, ()) for name in names_in(each)} or {ANY}


class Element(Tag):
    """An element of a page that stays as it is."""

    def select(self, selector: str, *_: Any, **__: Any) -> list[Tag]:
        """Return the elements in this one that a selector means."""
        page = next(each for each in (self, *self.parents) if isinstance(each, ReadPage))
        pattern = soupsieve.compile(selector)
        names = {name for each in pattern.selectors for name in names_in(each)}
        asked = CSSMatch(pattern.selectors, self, pattern.namespaces, pattern.flags)
        return [each for each in page.index.within(self, names) if asked.match(each)]


class ReadPage(BeautifulSoup, Element):
    """A page that stays as it is."""

    def __init__(self, text: str) -> None:
        super().__init__(text, "html.parser", element_classes={Tag: Element})

    @cached_property
    def index(self) -> Index:
        return Index(self)
