"""Every component in each of its states, for tests and for those who develop it: ``docs/components.md``.

A state is drawn by the component's own view and template. What a script would do to it later is done
here, so that the page shows states side by side, and shows them without scripts. ``examples.yml`` beside
a template names the states of the component.
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
GIVES = {"hide": "hidden", "check": "checked", "open": "open", "start": "data-started"}
# Attributes that hold an id, or several.
REFERENCES = ("id", "for", "name", "aria-labelledby", "aria-describedby")
# What makes a component work, and saves under its id.
WORKING = ("data-module", "data-on-use", "data-checklist")


class Change(Part):
    """What happens to the elements that a CSS selector finds, written ``verb: selector`` in ``examples.yml``.

    ``keep`` leaves out all but the first of them, ``drop`` leaves them out, ``unwrap`` puts what is in them
    into their place, as for a template, ``say`` gives them the text at ``words`` in the content, with the
    numbers ``blanks`` in it, or ``text``; ``fill`` fills a progress bar up to ``text``, or whole. ``start``
    is what a worksheet does with scripts.
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
        """Return the change with the text that the content has for it."""
        if not self.words:
            return self
        text = filled(attrgetter(self.words)(content), content.ui.page.language, **self.blanks)
        return self.model_copy(update={"text": text})


class States(Part):
    """The states of what one macro draws: the changes that each needs, and those that ``all`` of them need.

    A macro that takes an entry shows the first that is open, of one ``kind`` if the part holds several.
    """

    macro: str
    kind: str | None = None
    all: tuple[Change, ...] = ()
    states: Mapping[str, tuple[Change, ...]]


@dataclass(frozen=True)
class Example:
    """One component in one state: its name, what draws it, and how the state comes about."""

    name: str
    view: View
    changes: tuple[Change, ...] = ()


@macro(lists_sources=True)
def components(content: Content) -> View:
    """Every component in every state; the macro of the page of components."""
    return View("components", {"examples": list(_examples(content))})


def _examples(content: Content) -> Iterator[Example]:
    for path in sorted(COMPONENTS.glob("*/examples.yml")):
        for written in yaml.safe_load(path.read_text("utf-8")):
            states = States.model_validate(written)
            view = _first(states, content)
            for name, changes in states.states.items():
                yield Example(name, view, tuple(each.with_words(content) for each in (*states.all, *changes)))


def _first(states: States, content: Content) -> View:
    """Return the view of a macro, of the first entry that it can show."""
    drawn = all_macros()[states.macro]
    if not drawn.argument:
        return drawn.view(content)
    entries = drawn.argument.entries(content)
    ids = (entry.id for entry in entries if states.kind in (None, kind_of(entry)))
    return drawn.view(content, next(ids))


def in_its_state(example: Example, html: str) -> str:
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
        del section["aria-labelledby"]  # no landmark: the same name stands in other states
    for element in soup.select("*"):
        set_apart(element, example.name)
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
            element[GIVES[change.verb]] = ""
        case "say":
            element.string = change.text
        case "fill":
            element["value"] = change.text or element["max"]


def set_apart(element: Tag, name: str) -> None:
    """Let an element start no script, and share no id with one of another name."""
    for attribute in WORKING:
        del element[attribute]
    if label := element.get("aria-label"):
        element["aria-label"] = f"{label} ({name})"
    if str(element.get("href", "")).startswith("#"):
        element["href"] = f"#{name}--{str(element['href'])[1:]}"
    for attribute in REFERENCES:
        if value := element.get(attribute):
            element[attribute] = " ".join(f"{name}--{one}" for one in str(value).split())
