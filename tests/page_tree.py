"""A read-only page with an index of its elements.

Beautiful Soup matches a selector against every element of a page, which took more than half the time of the tests that
read pages. Here only the elements with the name, the id, the class or the attribute in question are tried.
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

# The name under which every element is indexed.
ANY = "*"


class Place(NamedTuple):
    """The position of an element: its number on the page, that of the last one in it, and the template around it."""

    number: int
    last: int
    template: Tag | None


class Index:
    """The elements of a page by name, in document order, and the position of each."""

    def __init__(self, page: Tag) -> None:
        self.by_name: dict[str, list[Tag]] = defaultdict(list)
        self.places: dict[int, Place] = {}
        self._add(page, None)

    def _add(self, element: Tag, template: Tag | None) -> None:
        number = len(self.by_name[ANY])
        for name in names_of(element):
            self.by_name[name].append(element)
        inner = element if element.name == "template" else template
        for each in element.children:
            if isinstance(each, Tag):
                self._add(each, inner)
        self.places[id(element)] = Place(number, len(self.by_name[ANY]) - 1, template)

    def within(self, whole: Tag, names: set[str]) -> list[Tag]:
        """Return the elements inside another that have one of these names; a template keeps its contents to itself."""
        start, end, around = self.places[id(whole)]
        template = whole if whole.name == "template" else around
        found = {self.places[id(each)].number: each for name in names for each in self.by_name[name]}
        inside = [found[number] for number in sorted(found) if start < number <= end]
        return [each for each in inside if self.places[id(each)].template is template]


def names_of(element: Tag) -> Iterator[str]:
    """Yield every name of an element: its tag, id, classes and attributes, as ``names_in`` writes them."""
    yield from (ANY, element.name)
    for attribute, value in element.attrs.items():
        yield f"[{attribute}]"
        if attribute == "id":
            yield f"#{value}"
        if attribute == "class":
            yield from {f".{each}" for each in value}


def names_in(selector: Selector) -> set[str]:
    """Return names of which every match of a selector has one: the most specific that it mentions."""
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
    """An element of a read-only page."""

    def select(self, selector: str, *_: Any, **__: Any) -> list[Tag]:
        """Return the elements inside this one that match a selector."""
        page = next(each for each in (self, *self.parents) if isinstance(each, ReadPage))
        pattern = soupsieve.compile(selector)
        names = {name for each in pattern.selectors for name in names_in(each)}
        matcher = CSSMatch(pattern.selectors, self, pattern.namespaces, pattern.flags)
        return [each for each in page.index.within(self, names) if matcher.match(each)]


class ReadPage(BeautifulSoup, Element):
    """A read-only page."""

    def __init__(self, text: str) -> None:
        super().__init__(text, "html.parser", element_classes={Tag: Element})

    @cached_property
    def index(self) -> Index:
        return Index(self)
