"""YAML as plain data that remembers its lines.

Only what a content editor needs is accepted: keys, lists, texts, numbers and dates. What else YAML can
do (anchors, tags, several documents) is refused, because it makes a file hard to read. PyYAML's
Python parser is used on purpose: its C twin words errors and counts columns in another way, and the
whole content file takes a fraction of a second without it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from macros.problems import ContentError, Problem, name_of, quoted

# An id; messages name an entry by it.
KEBAB_CASE = r"^[a-z0-9]+(-[a-z0-9]+)*$"
# Some ten times the size of the content file; more is a file pasted into itself.
MOST_BYTES = 1_000_000
# Three times the depth of the content file; more is a slip, and could run Python out of stack.
DEEPEST = 20
# No date and no sensible number is longer; YAML counts 1:1:1… in sixties, which can take minutes.
LONGEST_NUMBER = 40

TAB_INDENT = re.compile(r"^ *\t", re.MULTILINE)
# What YAML cannot hold, and the rare line breaks that editors do not count as lines.
BAD_CHARACTER = re.compile("[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
READ_AS_VALUE = {f"tag:yaml.org,2002:{kind}" for kind in ("null", "bool", "int", "float", "timestamp")}

CHECK_LINE = "Check the quotes, colons and spaces of this line and the line above."
EARLY_QUOTE = (
    "the quote that opens here is closed by another one on line {line}, and text goes on behind that. "
    "Close the quote where its own text ends."
)
TOO_DEEP = f"this is nested more than {DEEPEST} levels deep. Check the indentation and the brackets."
SECOND_DOCUMENT = "`---` starts a second document. Delete this line: the file is one document."
BACKSLASH = (
    "a backslash has a special meaning in double quotes. "
    "Write two backslashes, or put the text in single quotes."
)
BAD_START = "a text cannot start with this character. Put the text in quotes."
OUT_OF_LINE = (
    "this line does not line up with the lines above. "
    "Give it as many spaces as the key or the dash that it belongs beside."
)

# What PyYAML says, and the same in plain words; the first match counts.
SYNTAX = (
    (r"found character '\\t'", "a tab stands here. Use spaces instead."),
    (
        "mapping values are not allowed",
        (
            "this colon cannot stand here. Put a text that holds a colon and a space in quotes; give a key "
            "as many spaces as the keys beside it, and a dash a space after it."
        ),
    ),
    ("quoted scalar: found unexpected", "this text has no closing quote. Add the same quote at its end."),
    (
        "<block end>.*'(<scalar>|,)'",
        (
            "text goes on here behind a closing quote or bracket. Put the whole text in quotes: in double "
            "quotes if it holds single ones, in single quotes if it holds double ones."
        ),
    ),
    ("<block end>|<document start>", OUT_OF_LINE),
    (
        "could not find expected ':'",
        (
            "this line has no key. Write `key: text` with a space after the colon, or indent the line "
            "further if it belongs to the text above."
        ),
    ),
    ("cannot start any token|expected the node content|mapping keys are not allowed", BAD_START),
    ("scanning an (alias|anchor)", "a text cannot start with `*` or `&`. Put the text in quotes."),
    (
        "block scalar",
        "nothing but `-` may follow `|` or `>` on this line. Start the text on the next line, indented.",
    ),
    ("double-quoted scalar", BACKSLASH),
    ("sequence entries", "a list cannot start on the line of its key. Start it on the next line."),
    (
        "expected ',' or",
        "the bracket that opens here is not closed. Close it, or put a text that starts with one in quotes.",
    ),
    (r"\btag\b", "a text cannot start with `!`. Put the text in quotes."),
)

Steps = tuple[str | int, ...]


class Place(NamedTuple):
    """Where something begins in a file, both counted from 1."""

    line: int
    column: int


@dataclass(frozen=True)
class Spot:
    """One value of a file.

    Attributes:
        value: what it is read as.
        written: how it stands in the file; nothing for a list or keys.
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
        problems: what is wrong but does not stop the reading.
        lines: the file as it is written, with its comments.
    """

    name: str
    data: object
    spots: dict[Steps, Spot]
    keys: dict[Steps, Place]
    problems: tuple[Problem, ...] = ()
    lines: tuple[str, ...] = ()

    def problem(self, steps: Steps, message: str, at: Place | None = None) -> Problem:
        """Return a problem of the value at ``steps``.

        Args:
            steps: the way to the value.
            message: what is wrong, then how to mend it.
            at: what to point at, if not the value.
        """
        return Problem(self.name, *(at or self._place(steps)), self._words(steps), message)

    def _place(self, steps: Steps) -> Place:
        """A text is found where it stands; a list or keys are found by the key above them."""
        spot = self.spots[steps]
        grouped = isinstance(spot.value, list | dict)
        return self.keys.get(steps, spot.place) if grouped else spot.place

    def _words(self, steps: Steps) -> tuple[str, ...]:
        return tuple(
            step if isinstance(step, str) else self._entry(steps[:depth], step)
            for depth, step in enumerate(steps)
        )

    def _entry(self, steps: Steps, index: int) -> str:
        """An entry of a part goes by its id, everything deeper by its number."""
        entry_id = self.spots.get((*steps, index, "id"))
        usable = len(steps) == 1 and entry_id and re.fullmatch(KEBAB_CASE, entry_id.written)
        return entry_id.written if entry_id and usable else str(index + 1)


def read_text(path: Path, name: str) -> str:
    r"""Return the text of a file, each line ending in ``\n``.

    Args:
        path: the file.
        name: the file, as messages name it.

    Raises:
        ContentError: the file is missing, far too large or not UTF-8.
    """
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= MOST_BYTES else b""
    except OSError as error:
        message = f"this file cannot be read ({error.strerror}). Put it back, or correct its name."
        raise ContentError([Problem(name, 0, 0, (), message)]) from error
    if size > MOST_BYTES:
        message = f"this file has {size:,} bytes, and {MOST_BYTES:,} are plenty. Look for text pasted twice."
        raise ContentError([Problem(name, 0, 0, (), message)])
    return _decode(data.removeprefix(b"\xef\xbb\xbf"), name)


def read_yaml(path: Path, root: Path, *, tags: bool = False) -> Document:
    """Return a YAML file as plain data.

    Args:
        path: the file.
        root: the folder of the project, from which messages name the file.
        tags: accept tags such as ``!ENV``, and ignore them.

    Raises:
        ContentError: the file cannot be read as YAML, or uses what is refused.
    """
    name = name_of(path, root)
    return parse_yaml(read_text(path, name), name, tags=tags)


def parse_yaml(text: str, name: str, *, tags: bool = False) -> Document:
    """Return YAML text as plain data; ``data`` is None if the text holds nothing.

    Args:
        text: the YAML.
        name: the file it comes from, as messages name it.
        tags: accept tags such as ``!ENV``, and ignore them.

    Raises:
        ContentError: the text cannot be read as YAML, or uses what is refused.
    """
    _stop_at([*_tabs(text, name), *_bad_characters(text, name)])
    events = _read_events(text, name)
    _stop_at(list(_refusals(events, name, tags=tags)))
    return replace(_Builder(events, name).document(), lines=tuple(text.split("\n")))


def _stop_at(problems: list[Problem]) -> None:
    if problems:
        raise ContentError(problems)


def _decode(data: bytes, name: str) -> str:
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        good = data[: error.start].decode()
        message = "this character is not stored as UTF-8. Save the file again with the encoding UTF-8."
        raise ContentError([_at_index(good, len(good), name, message)]) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _tabs(text: str, name: str) -> Iterator[Problem]:
    for match in TAB_INDENT.finditer(text):
        yield _at_index(text, match.end() - 1, name, "a tab indents this line. Use spaces instead.")


def _bad_characters(text: str, name: str) -> Iterator[Problem]:
    for match in BAD_CHARACTER.finditer(text):
        yield _at_index(text, match.start(), name, _bad_character(match[0]))


def _bad_character(character: str) -> str:
    return f"an invisible character (U+{ord(character):04X}) stands here. Delete it."


def _at_index(text: str, index: int, name: str, message: str) -> Problem:
    line = text.count("\n", 0, index) + 1
    return Problem(name, line, index - text.rfind("\n", 0, index), (), message)


def _place_of(thing: yaml.Event) -> Place:
    return _place_at(thing.start_mark)


def _place_at(mark: Any) -> Place:  # noqa: ANN401 - PyYAML has two unrelated types of mark
    return Place(mark.line + 1, mark.column + 1)


def _read_events(text: str, name: str) -> list[yaml.Event]:
    """Read the file as a flat list of events, so that no nesting can run Python out of stack."""
    events: list[yaml.Event] = []
    depth = 0
    try:
        for event in yaml.parse(text, yaml.SafeLoader):
            depth += _deeper(event)
            if depth > DEEPEST:
                raise ContentError([Problem(name, *_place_of(event), (), TOO_DEEP)])
            events.append(event)
    except yaml.MarkedYAMLError as error:
        raise ContentError([_early_quote(error, events[-1], name) or _syntax_problem(error, name)]) from error
    except (ValueError, OverflowError) as error:  # an escape that is no character: "\U00110000"
        raise ContentError([Problem(name, *_place_at(events[-1].end_mark), (), BACKSLASH)]) from error
    return events


def _deeper(event: yaml.Event) -> int:
    """Return by how many levels an event leads deeper: 1, 0 or -1."""
    return isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)


def _refusals(events: list[yaml.Event], name: str, *, tags: bool) -> Iterator[Problem]:
    documents = 0
    for event in events:
        documents += isinstance(event, yaml.DocumentStartEvent)
        message = _refusal(event, documents, tags=tags)
        if message:
            yield Problem(name, *_place_of(event), (), message)


def _refusal(event: yaml.Event, documents: int, *, tags: bool) -> str:
    if isinstance(event, yaml.DocumentStartEvent) and documents > 1:
        return SECOND_DOCUMENT
    if isinstance(event, yaml.AliasEvent):
        return _reference(f"*{event.anchor}")
    if isinstance(event, yaml.NodeEvent) and event.anchor:
        return _reference(f"&{event.anchor}")
    if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) and event.tag and not tags:
        return f"{quoted(event.tag)} is read as a YAML tag. Put a text that starts with `!` in quotes."
    return ""


def _reference(sign: str) -> str:
    return (
        f"{quoted(sign)} makes YAML take text from another place. "
        "Write the text out, or put a text that starts with `*` or `&` in quotes."
    )


def _early_quote(error: yaml.MarkedYAMLError, last: yaml.Event, name: str) -> Problem | None:
    """A missing quote shows far below: where the next quote of the file ends the text."""
    if not isinstance(last, yaml.ScalarEvent) or last.style not in {"'", '"'}:
        return None
    start, end = _place_at(last.start_mark), _place_at(last.end_mark)
    if start.line == end.line or end != _place_at(error.problem_mark):
        return None
    return Problem(name, *start, (), EARLY_QUOTE.format(line=end.line))


def _syntax_problem(error: yaml.MarkedYAMLError, name: str) -> Problem:
    said = f"{error.context}: {error.problem}"
    message = next((words for pattern, words in SYNTAX if re.search(pattern, said)), None)
    # Where an open quote, bracket or line begins says more than where the reader gave up.
    began = re.search("quoted scalar: found unexpected|could not find expected ':'|expected ',' or", said)
    mark = error.context_mark if began else error.problem_mark
    message = message or f"this is not valid YAML ({error.problem}). {CHECK_LINE}"
    return Problem(name, *_place_at(mark), (), message)


class _Builder:
    """Turns the events of one document into plain data, and notes where each value stands."""

    def __init__(self, events: list[yaml.Event], name: str) -> None:
        self._events = iter(events)
        self._name = name
        self._scalars: Any = yaml.SafeLoader("")
        self._spots: dict[Steps, Spot] = {}
        self._keys: dict[Steps, Place] = {}
        self._slips: list[tuple[Steps, str, Place]] = []

    def document(self) -> Document:
        root = next((event for event in self._events if isinstance(event, yaml.NodeEvent)), None)
        data = self._value(root, ()) if root else None
        document = Document(self._name, data, self._spots, self._keys)
        return replace(document, problems=tuple(document.problem(*slip) for slip in self._slips))

    def _value(self, event: yaml.Event, steps: Steps) -> object:
        value: object
        if isinstance(event, yaml.ScalarEvent):
            value = self._scalar(event, steps)
        elif isinstance(event, yaml.SequenceStartEvent):
            value = self._sequence(steps)
        else:
            value = self._mapping(steps)
        self._spots[steps] = Spot(value, getattr(event, "value", ""), _place_of(event))
        return value

    def _scalar(self, event: yaml.ScalarEvent, steps: Steps) -> object:
        bad = BAD_CHARACTER.search(event.value)  # written as an escape, such as "\0"
        if bad:
            self._slips.append((steps, _bad_character(bad[0]), _place_of(event)))
        tag = self._scalars.resolve(yaml.ScalarNode, event.value, event.implicit)
        if tag not in READ_AS_VALUE or len(event.value) > LONGEST_NUMBER:
            return event.value
        try:
            return self._scalars.construct_object(yaml.ScalarNode(tag, event.value))
        except (ValueError, OverflowError):  # such as the date 2026-13-40
            return event.value

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
                self._keys[(*steps, key.value)] = _place_of(key)
                entries[key.value] = self._value(next(self._events), (*steps, key.value))
            else:
                self._slips.append((steps, slip, _place_of(key)))
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
            return f"the key {quoted(key.value)} is already used on line {first.line}. Keep one of the two."
        return ""

    def _skip(self, event: yaml.Event) -> None:
        """Pass over a value with all that it holds."""
        depth = _deeper(event)
        while depth:
            depth += _deeper(next(self._events))
