"""YAML as plain data that remembers its lines.

Only what a content editor needs is accepted: keys, lists, texts, numbers and dates. Other features of YAML (anchors,
tags, several documents) are refused, because they make a file hard to read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from macros.problems import ContentError, Problem, name_of, quoted
from macros.reading.text_file import read_text
from macros.reading.yaml_mistakes import (
    BACKSLASH,
    BAD_CHARACTER,
    CUT_OFF,
    CUT_OFF_MESSAGE,
    MAX_DEPTH,
    NOTHING_LEFT_MESSAGE,
    TOO_DEEP,
    Place,
    bad_character,
    bad_characters,
    early_quote,
    merge_marks,
    place_at,
    place_of,
    raise_problems,
    syntax_problem,
    tabs,
    unsupported_features,
    word_spaces,
)

# The pattern of an id.
KEBAB_CASE = r"^[a-z0-9]+(-[a-z0-9]+)*$"
# No date and no sensible number is longer; YAML 1.1 reads 1:1:1… in base 60, which can take minutes.
MAX_NUMBER_LENGTH = 40
READ_AS_VALUE = {f"tag:yaml.org,2002:{kind}" for kind in ("null", "bool", "int", "float", "timestamp")}
Steps = tuple[str | int, ...]


@dataclass(frozen=True)
class Spot:
    """One value of a file.

    Attributes:
        value: the parsed value.
        written: the text of a scalar, without its quotes; empty for a list or keys.
        place: where it begins.
    """

    value: object
    written: str
    place: Place


@dataclass(frozen=True)
class Document:
    """A YAML file as plain data.

    Attributes:
        name: the file, as messages name it.
        data: dicts, lists, texts, numbers and dates; keys are always text, exactly as written.
        spots: every value by the steps that lead to it, such as ``("star", 0, "title")``.
        keys: the place of every key, by the steps to its value.
        problems: mistakes that do not stop parsing.
        lines: the file as written, with its comments.
        origins: the document and steps that each value comes from, if several files were merged: see ``nodes.py``.
    """

    name: str
    data: object
    spots: dict[Steps, Spot]
    keys: dict[Steps, Place]
    problems: tuple[Problem, ...] = ()
    lines: tuple[str, ...] = ()
    origins: Mapping[Steps, tuple[Document, Steps]] = field(default_factory=dict)

    def problem(self, steps: Steps, message: str, at: Place | None = None) -> Problem:
        """Return a problem with the value at ``steps``.

        Args:
            steps: the steps to the value.
            message: what is wrong, then how to fix it.
            at: the place to point at, if not the value.
        """
        if steps in self.origins:
            document, there = self.origins[steps]
            return document.problem(there, message, at)
        return Problem(self.name, *(at or self._place(steps)), self._words(steps), message)

    def line(self, steps: Steps, seen_from: Steps) -> str:
        """Return the line of the value at ``steps`` as a message about ``seen_from`` names it, such as ``line 12``."""
        names = [
            self.origins[each][0].name if each in self.origins else self.name for each in (steps, seen_from)
        ]
        elsewhere = "" if names[0] == names[1] else f" of {names[0]}"
        return f"line {self.spots[steps].place.line}{elsewhere}"

    def written_line(self, steps: Steps, line: int) -> str:
        """Return a line, as written, of the file that the value at ``steps`` comes from."""
        if steps in self.origins:
            document, there = self.origins[steps]
            return document.written_line(there, line)
        return self.lines[line - 1] if line <= len(self.lines) else ""

    def _place(self, steps: Steps) -> Place:
        """Return where a scalar begins; for a list or dict, the place of its key, if it has one."""
        spot = self.spots[steps]
        grouped = isinstance(spot.value, list | dict)
        return self.keys.get(steps, spot.place) if grouped else spot.place

    def _words(self, steps: Steps) -> tuple[str, ...]:
        return tuple(
            step if isinstance(step, str) else self._entry(steps[:depth], step)
            for depth, step in enumerate(steps)
        )

    def _entry(self, steps: Steps, index: int) -> str:
        """Name an entry of a part by its id, and anything deeper by its number."""
        entry_id = self.spots.get((*steps, index, "id"))
        usable = len(steps) == 1 and entry_id and re.fullmatch(KEBAB_CASE, entry_id.written)
        return entry_id.written if entry_id and usable else str(index + 1)


def read_yaml(path: Path, root: Path, *, tags: bool = False) -> Document:
    """Return a YAML file as plain data.

    Args:
        path: the file.
        root: the folder of the project, to which the path in messages is relative.
        tags: accept tags such as ``!ENV``, and ignore them.

    Raises:
        ContentError: the file cannot be read as YAML, or uses a feature that is refused.
    """
    name = name_of(path, root)
    return parse_yaml(read_text(path, name), name, tags=tags)


@lru_cache(maxsize=256)  # documents are never mutated, and files are edited one at a time
def parse_yaml(text: str, name: str, *, tags: bool = False) -> Document:
    """Return YAML text as plain data; ``data`` is None if the text is empty.

    Args:
        text: the YAML.
        name: the file it comes from, as messages name it.
        tags: accept tags such as ``!ENV``, and ignore them.

    Raises:
        ContentError: the text cannot be read as YAML, or uses a feature that is refused.
    """
    raise_problems(
        [*merge_marks(text, name), *word_spaces(text, name), *tabs(text, name), *bad_characters(text, name)]
    )
    events = _read_events(text, name)
    raise_problems(list(unsupported_features(events, name, tags=tags)))
    # In settings a comment may follow a value; in content it is more often a text that was cut off.
    lines = tuple(text.split("\n"))
    return _Builder(events, name, () if tags else lines).document(lines)


def _read_events(text: str, name: str) -> list[yaml.Event]:
    """Parse the text into a flat list of events, so that no nesting can overflow the stack of Python.

    The C parser is many times faster. What it rejects, the Python parser reads again, for its messages.
    """
    if yaml.__with_libyaml__:
        with suppress(yaml.YAMLError, ValueError, OverflowError):
            return list(_check_depth(yaml.parse(text, yaml.CSafeLoader), name))
    return _slowly_read_events(text, name)


def _slowly_read_events(text: str, name: str) -> list[yaml.Event]:
    events: list[yaml.Event] = []
    try:
        events.extend(_check_depth(yaml.parse(text, yaml.SafeLoader), name))
    except yaml.MarkedYAMLError as error:
        raise ContentError([early_quote(error, events[-1], name) or syntax_problem(error, name)]) from error
    except (ValueError, OverflowError) as error:  # an escape that is not a character: "\U00110000"
        raise ContentError([Problem(name, *place_at(events[-1].end_mark), (), BACKSLASH)]) from error
    return events


def _check_depth(events: Iterable[yaml.Event], name: str) -> Iterator[yaml.Event]:
    """Yield the events; raise a ``ContentError`` if they nest too deep."""
    depth = 0
    for event in events:
        depth += _depth_change(event)
        if depth > MAX_DEPTH:
            raise ContentError([Problem(name, *place_of(event), (), TOO_DEEP)])
        yield event


def _depth_change(event: yaml.Event) -> int:
    """Return the change in depth at an event: 1, 0 or -1."""
    return isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)


class _Builder:
    """Turns the events of one document into plain data, and records the place of each value."""

    def __init__(self, events: list[yaml.Event], name: str, lines: tuple[str, ...]) -> None:
        self._events = iter(events)
        self._name = name
        self._lines = lines
        self._scalars: Any = yaml.SafeLoader("")
        self._spots: dict[Steps, Spot] = {}
        self._keys: dict[Steps, Place] = {}
        self._slips: list[tuple[Steps, str, Place]] = []

    def document(self, lines: tuple[str, ...]) -> Document:
        root = next((event for event in self._events if isinstance(event, yaml.NodeEvent)), None)
        data = self._value(root, ()) if root else None
        document = Document(self._name, data, self._spots, self._keys, lines=lines)
        return replace(document, problems=tuple(document.problem(*slip) for slip in self._slips))

    def _value(self, event: yaml.Event, steps: Steps) -> object:
        value: object
        if isinstance(event, yaml.ScalarEvent):
            value = self._scalar(event, steps)
        elif isinstance(event, yaml.SequenceStartEvent):
            value = self._sequence(steps)
        else:
            value = self._mapping(steps)
        self._spots[steps] = Spot(value, getattr(event, "value", ""), place_of(event))
        return value

    def _scalar(self, event: yaml.ScalarEvent, steps: Steps) -> object:
        bad = BAD_CHARACTER.search(event.value)  # written as an escape, such as "\0"
        if bad:
            self._slips.append((steps, bad_character(bad[0]), place_of(event)))
        self._cut_off(event, steps)
        tag = self._scalars.resolve(yaml.ScalarNode, event.value, event.implicit)
        if tag not in READ_AS_VALUE or len(event.value) > MAX_NUMBER_LENGTH:
            return event.value
        try:
            return self._scalars.construct_object(yaml.ScalarNode(tag, event.value))
        except (ValueError, OverflowError):  # such as the date 2026-13-40
            return event.value

    def _cut_off(self, event: yaml.ScalarEvent, steps: Steps) -> None:
        """Record a text without quotes that a `#` cuts off."""
        line, column = place_at(event.end_mark)
        rest = self._lines[line - 1][column - 1 :] if line <= len(self._lines) else ""
        if not event.style and CUT_OFF.match(rest):
            place = Place(line, column + rest.index("#"))
            self._slips.append((steps, CUT_OFF_MESSAGE if event.value else NOTHING_LEFT_MESSAGE, place))

    def _sequence(self, steps: Steps) -> list[object]:
        entries: list[object] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            entries.append(self._value(event, (*steps, len(entries))))
        return entries

    def _mapping(self, steps: Steps) -> dict[str, object]:
        entries: dict[str, object] = {}
        while not isinstance(key := next(self._events), yaml.MappingEndEvent):
            slip = self._key_slip(key, steps)
            if isinstance(key, yaml.ScalarEvent) and not slip:
                self._keys[(*steps, key.value)] = place_of(key)
                entries[key.value] = self._value(next(self._events), (*steps, key.value))
            else:
                self._slips.append((steps, slip, place_of(key)))
                self._skip(key)
                self._skip(next(self._events))
        return entries

    def _key_slip(self, key: yaml.Event, steps: Steps) -> str:
        if not isinstance(key, yaml.ScalarEvent):
            return "a list or a group of keys stands where a key must be. Write `key: text`."
        if not key.value or BAD_CHARACTER.search(key.value):
            return "there is no key before this colon. Write `key: text`."
        first = self._keys.get((*steps, key.value))
        if first:
            dash = (
                " If a new entry begins here, put a dash and a space before it." if key.value == "id" else ""
            )
            grouped = isinstance(self._spots[*steps, key.value].value, list | dict)
            keep = "Put what stands below the two under one of them." if grouped else "Keep one of the two."
            return f"the key {quoted(key.value)} is already used on line {first.line}. {keep}{dash}"
        return ""

    def _skip(self, event: yaml.Event) -> None:
        """Skip a value and everything in it."""
        depth = _depth_change(event)
        while depth:
            depth += _depth_change(next(self._events))
