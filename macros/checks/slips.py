"""Slips in a page: text that Markdown reads differently from what its author meant, so that readers see the marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.checks.markup import CODE, unfenced
from macros.problems import Problem, quoted
from macros.reading.page import Page

BULLET = re.compile(
    "^\\s*([\N{BULLET}\N{WHITE BULLET}\N{BLACK SMALL SQUARE}\N{BLACK CIRCLE}\N{MIDDLE DOT}])\\s*"
)
NUMBER = re.compile(r"^ {0,3}((\d+)\))\s")
ENTRY = re.compile(r"^ *(?:[-*+]|\d+\.) +\S")
FIRST_ENTRY = re.compile(r"^ *(?:[-*+]|1\.) +\S")
WORD_ENTRY = re.compile("^\\s*([-*+]|\\d+\\.)\N{NO-BREAK SPACE}")
DEEPER = re.compile(r"^ {1,3}(?:[-*+]|\d+\.) +\S")
UNDER_TABLE_HEAD = re.compile(r"^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)+\|?\s*$")
JOINED_HEADING = re.compile(r"^(#{1,6})([^#\s].*)$")
# The first line of a paragraph. A heading, a list entry, a quote, HTML and braces do not begin one.
TEXT = re.compile(r"^ {0,3}(?![#>|<{\s])(?!(?:[-*+]|\d+\.) )")
ADDRESS = re.compile(r"(?<![\w(<\"'=/\[@])(?:https?://[^\s<>()\[\]]+|[\w.+-]+@[\w-]+\.[\w.-]*\w)")
LINKED = re.compile(r"\[[^\[\]]*\]\([^()]*\)|<[^<>]*>")

NO_LIST = "{mark} begins no list here. Type {right} and a space in its place, on this line and on those below it, and leave an empty line above them."
LIST_NEEDS_ROOM = "a list needs an empty line above it, or it runs on in the text. Put one there."
TABLE_NEEDS_ROOM = "a table needs an empty line above it, or readers would see its marks. Put one there."
LESS_DEEP = "an entry that belongs below the one above begins with four spaces, or it stands beside it. Put four there."
NO_BREAK = (
    "the space behind {mark} is a non-breaking one, as text from Word has it. Delete it, and type a space."
)
HEADING_NEEDS_ROOM = (
    "a heading needs a space behind its {marks}. Write {right}, or begin the line with another word."
)
NO_LINK = "this address is no link yet. If readers should be able to open it, write `[Its name]({address})`."


def slip_problems(page: Page) -> Iterator[Problem]:
    """Report each line of a page that readers would see differently from what its author meant."""
    above: list[str] = []
    last = 0
    for number, line in unfenced(page.lines):
        above = above if number == last + 1 else []
        known = above and _sign_message(above[-1]) and _sign_message(line)
        if not known and (message := _sign_message(line) or _place_message(line, above)):
            yield page.problem(number, line.strip(), message)
        above = [*above, line] if line.strip() and not line.startswith("#") else []
        last = number


def unlinked_addresses(page: Page) -> Iterator[Problem]:
    """Report each web or mail address in a page that is not a link."""
    for number, line in unfenced(page.lines):
        for found in ADDRESS.findall(LINKED.sub("", CODE.sub("", line))):
            address = found if "://" in found else f"mailto:{found}"
            yield page.problem(number, found, NO_LINK.format(address=address.rstrip(".,;:!?")))


def _sign_message(line: str) -> str:
    """Return the problem with the sign at the start of a line; empty if there is none."""
    if found := BULLET.match(line):
        return NO_LIST.format(mark=quoted(found[1]), right="`-`")
    if found := NUMBER.match(line):
        return NO_LIST.format(mark=quoted(found[1]), right=quoted(f"{found[2]}."))
    if found := WORD_ENTRY.match(line):
        return NO_BREAK.format(mark=quoted(found[1]))
    if found := JOINED_HEADING.match(line):
        return HEADING_NEEDS_ROOM.format(marks=quoted(found[1]), right=quoted(" ".join(found.groups())))
    return ""


def _place_message(line: str, above: list[str]) -> str:
    """Return why a list or a table does not begin at a line; empty if it does.

    Args:
        line: the line.
        above: the lines above it without an empty one between.
    """
    if above and TEXT.match(above[0]):
        if FIRST_ENTRY.match(line) and not any(map(ENTRY.match, above)):
            return LIST_NEEDS_ROOM
        if UNDER_TABLE_HEAD.match(line) and len(above) > 1:
            return TABLE_NEEDS_ROOM
    if DEEPER.match(line) and above and ENTRY.match(above[0]) and not above[0].startswith(" "):
        return LESS_DEEP
    return ""
