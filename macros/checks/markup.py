"""Check the markup of a page: forbidden elements, the targets of links and pictures, and the order of headings."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from macros.checks.center import PICTURES
from macros.problems import Problem, did_you_mean, listed, quoted
from macros.reading.page import Page

FENCE = re.compile(r"^\s*(?:```|~~~)")
CODE = re.compile(r"`[^`\n]*`|<!--.*?-->")
RUNNING = "script|iframe|object|embed|frame|form|style|link|meta|base|video|audio|source|svg|canvas|input|button|select|textarea"
RUNS = re.compile(rf"<\s*({RUNNING})\b", re.IGNORECASE)
# The HTML tags that a page may contain. Browsers drop other words between `<` and `>`.
TAGS = (
    "a|abbr|address|article|aside|b|bdi|bdo|big|blockquote|br|caption|center|cite|code|col|colgroup|dd|del|details|dfn|div|dl|dt|em|"
    "figcaption|figure|font|footer|h[1-6]|header|hr|i|img|ins|kbd|li|main|mark|nav|ol|p|pre|q|rp|rt|ruby|s|samp|section|small|span|"
    "strike|strong|sub|summary|sup|table|tbody|td|tfoot|th|thead|time|tr|tt|u|ul|var|wbr"
)
NOT_HTML = re.compile(rf"<(?!(?:{TAGS}|{RUNNING})\b)[a-z][a-z0-9]*(?:\s[^<>]*)?/?>", re.IGNORECASE)
HANDLER = re.compile(r"<[a-z][^<>]*\s(on[a-z]+|style)\s*=", re.IGNORECASE)
LINK = re.compile(r"(!?)\[[^\[\]]*\]\(<?([^()\s<>]+)>?(?:\s+\"[^\"]*\")?\)")
PICTURE = re.compile(r"<img\b[^<>]*\bsrc\s*=\s*[\"']?([^\"'\s>]+)", re.IGNORECASE)
NO_TEXT = re.compile(r"!\[\s*\]\(|<img\b(?![^<>]*\balt\s*=)", re.IGNORECASE)
# A web address without its scheme: a dotted name that is not a file.
BARE_ADDRESS = re.compile(
    r"(?:[a-z0-9-]+\.)+(?!(?:md|html?|pdf|svg|png|jpe?g|webp|gif|txt|docx?)\b)[a-z]{2,}(?:/|$)", re.IGNORECASE
)
SPACE_IN_LINK = re.compile(r"\]\((?=[^()<>\"]* )[^()<>\"]*\.(?:md|svg|png|jpe?g|webp|pdf)\)", re.IGNORECASE)
TORN_LINK = re.compile(r"\[[^\[\]]+\] \((?:https?:|[^()\s]*\.md)")
HEADING = re.compile(r"^(#{1,6})(?=\s)\s*(.*?)\s*#*$")
WORD_HEADING = re.compile("^#{1,6}\N{NO-BREAK SPACE}")
LINK_SCHEME = re.compile(r"(?:\]\(\s*<?|<a\b[^<>]*\shref\s*=\s*[\"']?)([a-z][a-z0-9+.-]*):", re.IGNORECASE)
# A link address on a line of its own, or a footnote, which looks the same.
ADDRESS_BELOW = re.compile(r"^ {0,3}\[(\^?)[^\[\]]+\]:\s*\S")
SCHEMES = ("http", "https", "mailto", "tel", "sms")
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
NO_SUCH_PICTURE = (
    "there is no picture {target} there. {near}Upload it into the folder of this page, and write its name here as the file "
    "has it, with the same capitals."
)
NOT_SHOWN = "{target} is no picture that browsers show. Save it as a file that ends in one of: {kinds}."
HAS_MOVED = "the page {target} has moved. Write {meant}."
LACKS_BEGINNING = "{target} lacks its beginning. Write {meant}."
WITH_A_SPACE = "a link cannot hold a space, so readers would see the brackets. Rename the file, and write its name without spaces."
TORN = "a space stands between the two brackets of this link, so readers would see them. Delete it."
FROM_THE_ROOT = "a link cannot begin with a slash. Write the way from this page, such as `{path}`."
NOT_OPENED = (
    "{scheme} begins no address that readers can open. Write a web address with `https://`, a mail address with `mailto:`, or "
    "a number with `tel:`."
)
NOT_A_TAG = "readers would not see {tag}, which browsers take for a command. Take the `<` and the `>` away."
FOOTNOTE = "a page has no footnotes, and readers would see the marks. Write this into the text, in brackets."
IN_TWO_PLACES = "the address of a link stands behind its words: `[Its name](https://…)`. Write it there, and delete this line."
SECOND_TITLE = "a page has one heading with a single `#`, its title. Write `##` here."
LEVEL_LEFT_OUT = "this heading is more than one level below the one above it. Write `{marks}`."
NO_BREAK = (
    "the space behind `#` is a non-breaking one, as text from Word has it. Delete it, and type a space."
)


@dataclass(frozen=True)
class Targets:
    """The targets to which links may lead.

    Attributes:
        files: every page and file below ``docs/``.
        moved: the current path of a page, by each of its earlier paths.
        incomplete: folders that may hold pages not yet known.
    """

    files: frozenset[str]
    moved: Mapping[str, str]
    incomplete: frozenset[str] = frozenset()


def markup_problems(page: Page, targets: Targets) -> Iterator[Problem]:
    """Yield every mistake in the markup of a page."""
    level = 0
    for number, line in _written_lines(page):
        yield from _forbidden(page, number, line)
        yield from _lost(page, number, line)
        yield from _links(page, number, line, targets)
        if WORD_HEADING.match(line):
            yield page.problem(number, "", NO_BREAK)
        if heading := HEADING.match(line):
            yield from _heading(page, number, heading, level)
            level = len(heading[1])


def links_on(page: Page) -> Iterator[tuple[int, str]]:
    """Yield the line and the target of each link on a page."""
    for number, line in _written_lines(page):
        yield from ((number, target) for mark, target in LINK.findall(line) if not mark)


def unfenced(lines: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Yield each line with its number, skipping fenced code blocks."""
    fenced = False
    for number, line in enumerate(lines, 1):
        fence = bool(FENCE.match(line))
        if not fenced and not fence:
            yield number, line
        fenced ^= fence


def _written_lines(page: Page) -> Iterator[tuple[int, str]]:
    """Yield each line with its number, without code and without one-line comments."""
    for number, line in unfenced(page.lines):
        yield number, CODE.sub("", line)


def _forbidden(page: Page, number: int, line: str) -> Iterator[Problem]:
    if found := RUNS.search(line):
        yield page.problem(number, found[0], RUNS_CODE.format(what=quoted(f"<{found[1].lower()}>")))
    if found := SPACE_IN_LINK.search(line):
        yield page.problem(number, found[0], WITH_A_SPACE)
    if found := TORN_LINK.search(line):
        yield page.problem(number, found[0], TORN)
    if found := HANDLER.search(line):
        yield page.problem(number, found[1], STYLED.format(what=quoted(f"{found[1].lower()}=")))
    if NO_TEXT.search(line):
        yield page.problem(number, "", WITHOUT_TEXT)
    for address in PICTURE.findall(line):
        if ELSEWHERE.match(address):
            yield page.problem(number, address, FOREIGN)


def _lost(page: Page, number: int, line: str) -> Iterator[Problem]:
    """Report what readers would not see, or would see differently from what its author meant."""
    if found := ADDRESS_BELOW.match(line):
        yield page.problem(number, "[", FOOTNOTE if found[1] else IN_TWO_PLACES)
    for tag in NOT_HTML.findall(line):
        yield page.problem(number, tag, NOT_A_TAG.format(tag=quoted(tag)))
    for scheme in LINK_SCHEME.findall(line):
        if scheme.lower() not in SCHEMES:
            yield page.problem(number, f"{scheme}:", NOT_OPENED.format(scheme=quoted(f"{scheme}:")))


def _links(page: Page, number: int, line: str, targets: Targets) -> Iterator[Problem]:
    for mark, target in LINK.findall(line):
        if mark and ELSEWHERE.match(target):
            message = FOREIGN
        elif mark:
            message = _picture_message(page.path, target, targets)
        else:
            message = _target_message(page.path, target, targets)
        if message:
            yield page.problem(number, target, message)


def _picture_message(path: str, target: str, targets: Targets) -> str:
    """Return the problem with the path of a picture; empty if there is none."""
    folder = posixpath.dirname(path)
    if ":" in target:
        return ""
    if posixpath.splitext(target)[1].lower() not in (*PICTURES, ".gif"):
        return NOT_SHOWN.format(target=quoted(target), kinds=listed(PICTURES))
    if posixpath.normpath(posixpath.join(folder, target)) in targets.files:
        return ""
    there = [
        posixpath.relpath(each, folder or ".") for each in sorted(targets.files) if each.endswith(PICTURES)
    ]
    return NO_SUCH_PICTURE.format(target=quoted(target), near=did_you_mean(target, there))


def _target_message(path: str, target: str, targets: Targets) -> str:
    """Return the problem with the target of a link; empty if there is none."""
    if ":" in target or target.startswith(("#", "{", "//")):
        return ""
    folder = posixpath.dirname(path)
    wanted = posixpath.normpath(posixpath.join(folder, target.partition("#")[0]))
    if target.startswith("/"):
        return FROM_THE_ROOT.format(path=_relative_path(_page_at(wanted, targets) or "index.md", folder))
    may_be_there = posixpath.dirname(wanted) in targets.incomplete and wanted not in targets.moved
    if wanted in targets.files or may_be_there:
        return ""
    if beginning := _lost_beginning(target):
        return LACKS_BEGINNING.format(target=quoted(target), meant=quoted(beginning + target))
    if wanted in targets.moved:
        return HAS_MOVED.format(
            target=quoted(target), meant=quoted(_relative_path(targets.moved[wanted], folder))
        )
    as_page = _page_at(wanted, targets)
    paths = [_relative_path(each, folder) for each in sorted(targets.files)]
    near = (
        f"Did you mean {quoted(_relative_path(as_page, folder))}? "
        if as_page
        else did_you_mean(target, paths)
    )
    return NO_SUCH_PAGE.format(target=quoted(target), near=near)


def _lost_beginning(target: str) -> str:
    """Return the scheme that a web or e-mail address lacks; empty if the target is a page here."""
    if "@" in target:
        return "mailto:"
    return "https://" if target.startswith("www.") or BARE_ADDRESS.match(target) else ""


def _page_at(address: str, targets: Targets) -> str:
    """Return the page meant by an address such as ``/guide/star/``; empty if there is none."""
    name = address.strip("/")
    return next((each for each in (f"{name}.md", f"{name}/index.md") if each in targets.files), "")


def _relative_path(path: str, folder: str) -> str:
    return posixpath.relpath(path, folder or ".")


def _heading(page: Page, number: int, heading: re.Match[str], above: int) -> Iterator[Problem]:
    level = len(heading[1])
    if level == 1 and above:
        yield page.problem(number, "", SECOND_TITLE)
    elif above and level > above + 1:
        yield page.problem(number, "", LEVEL_LEFT_OUT.format(marks="#" * (above + 1)))
