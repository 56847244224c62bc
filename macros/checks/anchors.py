"""Check the anchors of links: the text after ``#`` must be the id of something on the target page."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from markdown import Markdown

from macros.checks.markup import HEADING, links_on, unfenced
from macros.checks.project import Project
from macros.components.macro import all_macros
from macros.content.inline import page_links
from macros.edition.pages import added_pages
from macros.problems import Problem, did_you_mean, quoted
from macros.reading.page import Page, address_of, page_of

# The Markdown extensions that give headings their ids, made from their text or given in braces after it.
HEADINGS = ("toc", "attr_list")
ID = re.compile(r"""\sid=["']?([^\s"'<>]+)""")
# An id in braces after another block.
GIVEN_ID = re.compile(r"\{:?(?:[^{}\n]*\s)?#([\w.:-]+)[^{}\n]*\}")
# A value that consists of the path of a page and an anchor.
PATH = re.compile(r"[\w/.-]+\.md#\S+")
NO_SUCH_ANCHOR = (
    "this link leads to {link}, and there is no place {place} on that page. {near}Open the page on your site, choose the "
    "heading under “On this page”, and copy what then stands behind `#` in the address. Or delete {place}."
)

# Takes the name of a macro, its arguments, and the address of the page; returns its output.
Render = Callable[[str, Iterable[str], str], str]
# Takes the path of a page; returns its anchors, or None if there is no such page.
AnchorsAt = Callable[[str], frozenset[str] | None]


def anchor_problems(project: Project, anchors: AnchorsAt) -> Iterator[Problem]:
    """Yield every link to an anchor that does not exist on the target page.

    Args:
        project: the content, which has no other problems.
        anchors: returns those of a page, either as built or as predicted before the build.
    """
    for page in project.pages:
        for number, link in links_on(page):
            if message := _message(link, page.path, anchors):
                yield page.problem(number, link, message)
    document = project.loaded.document
    for steps, spot in document.spots.items():
        for link in _links(spot.value):
            if message := _message(link, "", anchors):
                yield document.problem(steps, message)


def anchors_in(html: str) -> frozenset[str]:
    """Return every id in HTML that a link can lead to."""
    return frozenset(ID.findall(html))


def predicted_anchors(project: Project, render: Render) -> AnchorsAt:
    """Return a function that predicts the anchors of a page before the build; it renders each page on first use.

    Args:
        project: the content.
        render: renders the macros that the pages call.
    """
    added = added_pages(project.loaded.added, project.content)
    all_pages = (*project.pages, *(page_of(text, path, path) for path, text in added))
    pages = {page.path: page for page in all_pages}
    return cache(lambda path: anchors_of(pages[path], render) if path in pages else None)


def anchors_of(page: Page, render: Render) -> frozenset[str]:
    """Return every id of a page that a link can lead to."""
    lines = [line for _, line in unfenced(page.lines)]
    for call in page.calls:
        if not all_macros()[call.name].inline:
            arguments = () if call.argument is None else (call.argument,)
            lines += render(call.name, arguments, address_of(page.path)).split("\n")
    headings = "\n\n".join(line for line in lines if HEADING.match(line))
    html = "\n".join([*lines, Markdown(extensions=HEADINGS).convert(headings)])
    return anchors_in(html) | {*GIVEN_ID.findall(html)}


def _message(link: str, path: str, anchors: AnchorsAt) -> str:
    """Return the problem with the anchor of a link on the page at ``path``; empty if there is none."""
    target, _, anchor = link.partition("#")
    page = posixpath.normpath(posixpath.join(posixpath.dirname(path), target)) if target else path
    there = anchors(page) if anchor else None
    if there is None or anchor in there:
        return ""
    near = did_you_mean(f"#{anchor}", sorted(f"#{each}" for each in there))
    return NO_SUCH_ANCHOR.format(link=quoted(link), place=quoted(f"#{anchor}"), near=near)


def _links(value: object) -> tuple[str, ...]:
    """Return the page links in a value of the content; empty if none of them can have an anchor."""
    if not isinstance(value, str) or ".md#" not in value:
        return ()
    return (value,) if PATH.fullmatch(value) else page_links(value)
