"""Every component in each of its states, for tests and for developers: ``docs/components.md``.

The component's own view and template draw each state. What a script would change later is changed here,
so that the page shows states side by side, without scripts. ``examples.yml`` beside a template lists the
states of the component.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import Literal, Self, get_args

import yaml
from bs4 import BeautifulSoup, Tag
from pydantic import model_validator

from macros.components.macro import COMPONENTS, View, all_macros, kind_of, macro
from macros.content import Content
from macros.content.phrases import filled
from macros.content.values import Part

Verb = Literal["keep", "drop", "unwrap", "show", "hide", "check", "open", "start", "say", "fill"]
# The attribute that a verb gives to an element.
ATTRIBUTES = {"hide": "hidden", "check": "checked", "open": "open", "start": "data-started"}
# Attributes that hold an id, or several.
REFERENCES = ("id", "for", "name", "aria-labelledby", "aria-describedby")
# Attributes that start a component, or name what it saves.
WORKING = ("data-module", "data-on-use", "data-checklist")


class Change(Part):
    """A change to the elements that match a CSS selector, written ``verb: selector`` in ``examples.yml``.

    ``keep`` removes all but the first of them, ``drop`` removes them, ``unwrap`` replaces them with their
    contents, as for a template, ``say`` sets their text to the one at ``words`` in the content, filled with
    the numbers ``blanks``, or to ``text``; ``fill`` fills a progress bar up to ``text``, or all of it.
    ``start`` is what scripts do to a worksheet.
    """

    verb: Verb
    selector: str
    words: str | None = None
    blanks: Mapping[str, int] = {}
    text: str = ""

    @model_validator(mode="before")
    @classmethod
    def _verb_first(cls, written: dict[str, object]) -> dict[str, object]:
        (verb,) = written.keys() & {*get_args(Verb)}
        others = {key: value for key, value in written.items() if key != verb}
        return {"verb": verb, "selector": written[verb], **others}

    def with_words(self, content: Content) -> Self:
        """Return the change with its text from the content."""
        if not self.words:
            return self
        text = filled(attrgetter(self.words)(content), content.ui.page.language, **self.blanks)
        return self.model_copy(update={"text": text})


class States(Part):
    """The states of what one macro draws: the changes that each needs, and those that ``all`` of them need.

    A macro that takes an entry shows the first open one, of this ``kind`` if given.
    """

    macro: str
    kind: str | None = None
    all: tuple[Change, ...] = ()
    states: Mapping[str, tuple[Change, ...]]


@dataclass(frozen=True)
class Example:
    """One component in one state: its name, its view, and the changes that lead to the state."""

    name: str
    view: View
    changes: tuple[Change, ...] = ()


@macro(lists_sources=True)
def components(content: Content) -> View:
    """Every component in every state, for the page of components."""
    return View("components", {"examples": list(_examples(content))})


def _examples(content: Content) -> Iterator[Example]:
    for path in sorted(COMPONENTS.glob("*/examples.yml")):
        for written in yaml.safe_load(path.read_text("utf-8")):
            states = States.model_validate(written)
            view = _first_view(states, content)
            for name, changes in states.states.items():
                yield Example(name, view, tuple(each.with_words(content) for each in (*states.all, *changes)))


def _first_view(states: States, content: Content) -> View:
    """Return the view of a macro, for the first entry that it can show if it takes one."""
    shown = all_macros()[states.macro]
    if not shown.argument:
        return shown.view(content)
    entries = shown.argument.entries(content)
    ids = (entry.id for entry in entries if states.kind in (None, kind_of(entry)))
    return shown.view(content, next(ids))


def render_state(example: Example, html: str) -> str:
    """Return the HTML of an example.

    No script starts in it, and its ids differ from those of every other example.

    Args:
        example: the example.
        html: its component, as the template draws it.
    """
    soup = BeautifulSoup(html, "html.parser")
    for change in example.changes:
        found = soup.select(change.selector)
        if change.verb == "keep":
            soup = BeautifulSoup(str(found[0]), "html.parser")
        for element in found:
            _apply(change, element)
    for section in soup.select("section[aria-labelledby]"):
        del section["aria-labelledby"]  # no landmark: other states have the same name
    for element in soup.select("*"):
        isolate(element, example.name)
    return str(soup)


def _apply(change: Change, element: Tag) -> None:
    match change.verb:
        case "drop":
            element.decompose()
        case "unwrap":
            element.unwrap()
        case "show":
            del element["hidden"]
        case "hide" | "check" | "open" | "start":
            element[ATTRIBUTES[change.verb]] = ""
        case "say":
            element.string = change.text
        case "fill":
            element["value"] = change.text or element["max"]


def isolate(element: Tag, name: str) -> None:
    """Keep an element from starting a script, and from sharing an id with other examples."""
    for attribute in WORKING:
        del element[attribute]
    if label := element.get("aria-label"):
        element["aria-label"] = f"{label} ({name})"
    if str(element.get("href", "")).startswith("#"):
        element["href"] = f"#{name}--{str(element['href'])[1:]}"
    for attribute in REFERENCES:
        if value := element.get(attribute):
            element[attribute] = " ".join(f"{name}--{one}" for one in str(value).split())
