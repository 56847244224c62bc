"""YAML syntax mistakes, in plain words and with a remedy."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml

from macros.problems import ContentError, Problem, quoted
from macros.reading.text_file import problem_at

# Twice the depth of the content file; deeper nesting is a mistake, and could overflow the stack of Python.
MAX_DEPTH = 20
TAB_INDENT = re.compile(r"^ *\t", re.MULTILINE)
# Characters that YAML does not allow, and the rare line breaks that editors do not count as such.
BAD_CHARACTER = re.compile("[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
CHECK_LINE = "Check the quotes, colons and spaces of this line and the line above."
EARLY_QUOTE = (
    "the quote that opens here is closed by another one on line {line}, and text goes on behind that. "
    "Close the quote where its own text ends."
)
TOO_DEEP = f"this is nested more than {MAX_DEPTH} levels deep. Check the indentation and the brackets."
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
MERGE_MARK = re.compile(r"^(?:<{7}|\|{7}|={7}|>{7})(?: .*)?$", re.MULTILINE)
MERGE = (
    "this is a mark that a merge has left, because the file was changed on two sides. Keep the lines that you want, and "
    "delete every line that begins with `<<<<<<<`, `=======` or `>>>>>>>`."
)
# Places where a space has a meaning: at the start of a line, after a dash, after the colon of a key.
WORD_SPACE = re.compile("^ *(?:- *)*(?:[\\w\"'.-]+:)? *(\N{NO-BREAK SPACE})", re.MULTILINE)
WORD_SPACE_MESSAGE = "the space here is a non-breaking one, as text from Word has it, and does not count as a space. Delete it, and type one."
CURLY = re.compile("[:-] +[\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}]")
CURLY_MESSAGE = (
    "the quotes of this text are curly, as text from Word has them, and do not count as quotes. Delete both, and type "
    'straight ones: "…".'
)
# A text without quotes that contains a colon and a space, which YAML reads as the start of another value.
COLON_IN_TEXT = re.compile(r"""^\s*(?:- +)*([\w.-]+: +)([^\s"'].*:(?: .*)?)$""")
# A key without a space after its colon, which YAML does not read as a key.
JOINED = re.compile(r"^\s*(?:- +)*([a-z_]+):([^\s:/].*)$")
NO_SPACE = re.compile(r"^\s*-[\w\"']")
NO_SPACE_MESSAGE = "the dash needs a space after it. Write `- id: …`."
# One space and `#` in a text: YAML begins a comment there. An intended comment has two spaces before it.
CUT_OFF = re.compile(r" ?#(?! cspell:)")
CUT_OFF_MESSAGE = (
    "what stands behind this `#` is not read, so it ends here. Put all of it in quotes, or put two spaces before the "
    "`#` if it is a note to yourself."
)
NOTHING_LEFT_MESSAGE = (
    "what stands behind this `#` is not read, so nothing is left. Put it in quotes with its `#`."
)
STILL_A_COMMENT = re.compile(r"^# ?[a-z_]+:$")
STILL_A_COMMENT_MESSAGE = (
    "this line belongs under the one above, which still begins with `#`. Take that `# ` away."
)
# Patterns for messages of PyYAML, and the same in plain words; the first match counts.
SYNTAX = (
    (r"found character '\\t'", "a tab stands here. Use spaces instead."),
    (
        "mapping values are not allowed",
        (
            "this line stands further right than the one above, which has its value already. Give it as many spaces as the "
            "keys beside it, or put the text above in quotes if it goes on here."
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


class Place(NamedTuple):
    """A position in a file; line and column are counted from 1."""

    line: int
    column: int


def raise_problems(problems: list[Problem]) -> None:
    """Raise the problems as a ``ContentError``, if there are any."""
    if problems:
        raise ContentError(problems)


def tabs(text: str, name: str) -> Iterator[Problem]:
    """Yield every tab that indents a line."""
    for match in TAB_INDENT.finditer(text):
        yield problem_at(text, match.end() - 1, name, "a tab indents this line. Use spaces instead.")


def merge_marks(text: str, name: str) -> Iterator[Problem]:
    """Yield every leftover merge conflict marker."""
    for match in MERGE_MARK.finditer(text):
        yield problem_at(text, match.start(), name, MERGE)


def word_spaces(text: str, name: str) -> Iterator[Problem]:
    """Yield every non-breaking space where a space has a meaning."""
    for match in WORD_SPACE.finditer(text):
        yield problem_at(text, match.start(1), name, WORD_SPACE_MESSAGE)


def bad_characters(text: str, name: str) -> Iterator[Problem]:
    """Yield every character that YAML does not allow or that editors do not show."""
    for match in BAD_CHARACTER.finditer(text):
        yield problem_at(text, match.start(), name, bad_character(match[0]))


def bad_character(character: str) -> str:
    """Return the message for such a character."""
    return f"an invisible character (U+{ord(character):04X}) stands here. Delete it."


def place_of(thing: yaml.Event) -> Place:
    """Return the start of a PyYAML event."""
    return place_at(thing.start_mark)


def place_at(mark: Any) -> Place:  # noqa: ANN401 - PyYAML has two unrelated types of mark
    """Return the place of a PyYAML mark."""
    return Place(mark.line + 1, mark.column + 1)


def unsupported_features(events: list[yaml.Event], name: str, *, tags: bool) -> Iterator[Problem]:
    """Yield the uses of YAML features that we refuse; ``tags`` accepts tags such as ``!ENV``."""
    documents = 0
    for event in events:
        documents += isinstance(event, yaml.DocumentStartEvent)
        message = _unsupported_feature(event, documents, tags=tags)
        if message:
            yield Problem(name, *place_of(event), (), message)


def _unsupported_feature(event: yaml.Event, documents: int, *, tags: bool) -> str:
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


def early_quote(error: yaml.MarkedYAMLError, last: yaml.Event, name: str) -> Problem | None:
    """Return the problem of a missing closing quote, or None.

    The parser reports it far below, where the next quote in the file ends the text.
    """
    if not isinstance(last, yaml.ScalarEvent) or last.style not in {"'", '"'}:
        return None
    start, end = place_at(last.start_mark), place_at(last.end_mark)
    if start.line == end.line or end != place_at(error.problem_mark):
        return None
    return Problem(name, *start, (), EARLY_QUOTE.format(line=end.line))


def syntax_problem(error: yaml.MarkedYAMLError, name: str) -> Problem:
    """Return a syntax error of PyYAML in plain words."""
    description = f"{error.context}: {error.problem}"
    line, above = _line_of(error), _line_of(error, above=1)
    if CURLY.search(line):
        return Problem(name, *place_at(error.problem_mark), (), CURLY_MESSAGE)
    if STILL_A_COMMENT.match(above):
        return Problem(name, *place_at(error.problem_mark), (), STILL_A_COMMENT_MESSAGE)
    if text := COLON_IN_TEXT.match(line):
        return Problem(name, *place_at(error.problem_mark), (), _in_quotes(*text.groups()))
    if joined := JOINED.match(above):
        return Problem(name, *_line_start(above, error, 1), (), _spaced(*joined.groups()))
    if found := [at for at in (0, 1) if NO_SPACE.match(_line_of(error, at))]:
        return Problem(name, *_line_start(_line_of(error, found[0]), error, found[0]), (), NO_SPACE_MESSAGE)
    message = next((words for pattern, words in SYNTAX if re.search(pattern, description)), None)
    # The start of an open quote, bracket or line says more than the place where the parser gave up.
    began = re.search(
        "quoted scalar: found unexpected|could not find expected ':'|expected ',' or", description
    )
    mark = error.context_mark if began else error.problem_mark
    message = message or f"this is not valid YAML ({error.problem}). {CHECK_LINE}"
    return Problem(name, *place_at(mark), (), message)


def _line_start(line: str, error: yaml.MarkedYAMLError, above: int) -> Place:
    """Return the start of the text of a line, ``above`` lines above the place where parsing stopped."""
    return Place(place_at(error.problem_mark).line - above, len(line) - len(line.lstrip()) + 1)


def _spaced(key: str, text: str) -> str:
    return f"the colon needs a space after it. Write {quoted(f'{key}: {text}')}."


def _in_quotes(key: str, text: str) -> str:
    quote = "'" if '"' in text else '"'
    return f"this colon cannot stand in a text without quotes. Put the text in quotes: {quoted(key + quote + text + quote)}."


def _line_of(error: yaml.MarkedYAMLError, above: int = 0) -> str:
    """Return the text of the line where parsing stopped, or of one ``above`` lines above it."""
    mark = error.problem_mark
    lines = (mark.buffer or "").split("\n") if mark else []
    return lines[mark.line - above] if mark and above <= mark.line < len(lines) else ""
