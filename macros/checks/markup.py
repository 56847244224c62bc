"""The markup of a page: what cannot stand in one, where its links lead, the order of its headings."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping

from macros.problems import Problem, did_you_mean, quoted
from macros.reading.page import Page

FENCE = re.compile(r"^\s*(?:```|~~~)")
CODE = re.compile(r"`[^`\n]*`|<!--.*?-->")
RUNS = re.compile(r"<\s*(script|iframe|object|embed|frame|form|style|link|meta|base)\b", re.IGNORECASE)
HANDLER = re.compile(r"<[a-z][^<>]*\s(on[a-z]+|style)\s*=", re.IGNORECASE)
LINK = re.compile(r"(!?)\[[^\[\]]*\]\(<?([^()\s<>]+)>?(?:\s+\"[^\"]*\")?\)")
PICTURE = re.compile(r"<img\b[^<>]*\bsrc\s*=\s*[\"']?([^\"'\s>]+)", re.IGNORECASE)
NO_TEXT = re.compile(r"!\[\s*\]\(|<img\b(?![^<>]*\balt\s*=)", re.IGNORECASE)
HEADING = re.compile(r"^(#{1,6})(?=\s)\s*(.*?)\s*#*$")
WORD_HEADING = re.compile("^#{1,6}\N{NO-BREAK SPACE}")
ELSEWHERE = re.compile(r"^(?:https?:)?//", re.IGNORECASE)

RUNS_CODE = (
    "{what} cannot stand in a page: readers are promised that nothing runs here and nothing is loaded from elsewhere, and "
    "their browsers would refuse it. Write a link to that page in its place: `[Its name](https://…)`."
)
STYLED = "{what} cannot stand in a page. Delete it: the look of the site is the same on every page."
FOREIGN = (
    "this picture would be loaded from elsewhere, and readers are promised that none is. Upload the picture to docs/center, "
    "and write its name: `![What it shows](picture.png)`."
)
WITHOUT_TEXT = (
    "this picture has no words for people who do not see it. Write `![What it shows](picture.png)`."
)
NO_SUCH_PAGE = (
    "this link leads to {target}, and there is no such page or file. {near}Correct it, or take the link away."
)
HAS_MOVED = "the page {target} has moved. Write {way}."
LACKS_HTTPS = "{target} lacks its beginning. Write `https://{bare}`."
FROM_THE_ROOT = "a link cannot begin with a slash. Write the way from this page, such as `{way}`."
SECOND_TITLE = "a page has one heading with a single `#`, its title. Write `##` here."
LEVEL_LEFT_OUT = "this heading is more than one level below the one above it. Write `{marks}`."
NO_BREAK = (
    "the space behind `#` is a non-breaking one, as text from Word has it. Delete it, and type a space."
)


def markup_problems(page: Page, files: frozenset[str], moved: Mapping[str, str]) -> Iterator[Problem]:
    """Yield what is wrong with the markup of a page.

    Args:
        page: the page.
        files: every page and file below ``docs/``.
        moved: the path of today by each path that a page had before.
    """
    level = 0
    for number, line in _written_lines(page):
        yield from _forbidden(page, number, line)
        yield from _links(page, number, line, files, moved)
        if WORD_HEADING.match(line):
            yield page.problem(number, "", NO_BREAK)
        if heading := HEADING.match(line):
            yield from _heading(page, number, heading, level)
            level = len(heading[1])


def _written_lines(page: Page) -> Iterator[tuple[int, str]]:
    """Yield each line with its number, without code and comments."""
    fenced = False
    for number, line in enumerate(page.lines, 1):
        fence = bool(FENCE.match(line))
        if not fenced and not fence:
            yield number, CODE.sub("", line)
        fenced ^= fence


def _forbidden(page: Page, number: int, line: str) -> Iterator[Problem]:
    if found := RUNS.search(line):
        yield page.problem(number, found[0], RUNS_CODE.format(what=quoted(f"<{found[1].lower()}>")))
    if found := HANDLER.search(line):
        yield page.problem(number, found[1], STYLED.format(what=quoted(f"{found[1].lower()}=")))
    if NO_TEXT.search(line):
        yield page.problem(number, "", WITHOUT_TEXT)
    for address in PICTURE.findall(line):
        if ELSEWHERE.match(address):
            yield page.problem(number, address, FOREIGN)


def _links(
    page: Page, number: int, line: str, files: frozenset[str], moved: Mapping[str, str]
) -> Iterator[Problem]:
    for mark, target in LINK.findall(line):
        foreign = mark and ELSEWHERE.match(target)
        message = FOREIGN if foreign else _target_message(page.path, target, files, moved)
        if message:
            yield page.problem(number, target, message)


def _target_message(path: str, target: str, files: frozenset[str], moved: Mapping[str, str]) -> str:
    """Return what is wrong with where a link leads, or nothing."""
    if target.startswith("www."):
        return LACKS_HTTPS.format(target=quoted(target), bare=target)
    if ":" in target or target.startswith(("#", "{", "//")):
        return ""
    folder = posixpath.dirname(path)
    wanted = posixpath.normpath(posixpath.join(folder, target.partition("#")[0]))
    if wanted in files and not target.startswith("/"):
        return ""
    if wanted in moved:
        return HAS_MOVED.format(
            target=quoted(target), way=quoted(posixpath.relpath(moved[wanted], folder or "."))
        )
    as_page = next(
        (each for each in (f"{wanted.strip('/')}.md", f"{wanted.strip('/')}/index.md") if each in files), ""
    )
    way = posixpath.relpath(as_page or "index.md", folder or ".")
    if target.startswith("/"):
        return FROM_THE_ROOT.format(way=way)
    ways = [posixpath.relpath(each, folder or ".") for each in sorted(files)]
    near = f"Did you mean {quoted(way)}? " if as_page else did_you_mean(target, ways)
    return NO_SUCH_PAGE.format(target=quoted(target), near=near)


def _heading(page: Page, number: int, heading: re.Match[str], above: int) -> Iterator[Problem]:
    level = len(heading[1])
    if level == 1 and above:
        yield page.problem(number, "", SECOND_TITLE)
    elif above and level > above + 1:
        yield page.problem(number, "", LEVEL_LEFT_OUT.format(marks="#" * (above + 1)))
