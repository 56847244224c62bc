"""The pages of an edition: existing pages minus hidden ones, plus a page for each entry that a center adds."""

from __future__ import annotations

import html
import json
import posixpath
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from macros.content import Content
from macros.content.entries import find
from macros.edition.hidden import Hidden
from macros.reading.page import Call, page_files, split_front

# The folder of a center's own pages, below ``docs/``.
OWN = "center/"
TOOL = re.compile(r"^tool:[ \t]*(\S+)[ \t]*$", re.MULTILINE)
HEADING = re.compile(r"^#[ \t]+(.+?)[ \t]*#*$", re.MULTILINE)
# A paragraph, not a heading, list, table, quote, macro call or HTML.
PARAGRAPH = re.compile(r"^(?![#>|<{*\-+\d\s]).+(?:\n(?!\s*$).+)*", re.MULTILINE)
MARKUP = re.compile(r"\[([^\]]*)\]\([^)]*\)|\{[^}\n]*\}|[*_`]")
MAX_DESCRIPTION_LENGTH = 155


def shown_pages(docs: Path, hidden: Hidden) -> list[str]:
    """Return the path of every page that readers see, sorted.

    Args:
        docs: the folder of the pages.
        hidden: everything that is hidden from readers.
    """
    paths = (file.relative_to(docs).as_posix() for file in page_files(docs))
    return [path for path in paths if not hidden.has(path)]


def without_hidden(text: str, path: str, hidden: Hidden) -> str:
    """Return a page without links to hidden places and without calls that would show hidden entries."""
    if hidden == Hidden():
        return text
    for call in hidden.calls:
        text = text.replace(str(call), "")
    text = TOOL.sub(lambda tool: "" if hidden.has(tool[1]) else tool[0], text)
    return hidden.unlinked(text, lambda target: _below_docs(target, path))


def _below_docs(target: str, path: str) -> str:
    """Return the path below ``docs/`` that a link in a page leads to; empty if it leads off the site."""
    if ":" in target:
        return ""
    if target.startswith("#"):
        return path + target
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), target))


def added_pages(added: Mapping[str, str], content: Content) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of a page for each entry that a center adds.

    Args:
        added: the parts of the entries, by the paths of their pages.
        content: the content that holds them.
    """
    shows = {"checklists": "checklist", "situations": "situation", "regions": "region"}
    for path, part in added.items():
        entry = find(getattr(content, part), path.rpartition("/")[2].removesuffix(".md"))
        title = getattr(entry, "title", "") or getattr(entry, "name", "")
        about = getattr(entry, "purpose", "") or getattr(entry, "summary", "")
        call = Call(shows[part], 0, 1, entry.id)
        yield path, f"{_front(title, about)}\n# {title}\n\n{call}\n"


def own_page(text: str, path: str) -> str:
    """Return a center's own page, with its title and description filled in if they are missing."""
    front, body = split_front(text)
    given = front if front is not None else ""
    lines = [
        f"title: {front_text(title_of(text, path))}"
        if not re.search(r"^title:", given, re.MULTILINE)
        else "",
        f"description: {front_text(_description(body, path))}"
        if not re.search(r"^description:", given, re.MULTILINE)
        else "",
    ]
    return "---\n" + "".join(f"{line}\n" for line in lines if line) + f"{given}---\n{body}"


def title_of(text: str, path: str) -> str:
    """Return the title of a center's own page: that in its front matter, its first heading, or its file name."""
    front, body = split_front(text)
    given = re.search(r"^title:[ \t]*(.+?)[ \t]*$", front or "", re.MULTILINE)
    if given:
        return given[1].strip("\"'")
    heading = HEADING.search(body)
    name = path.rpartition("/")[2].removesuffix(".md").replace("-", " ").replace("_", " ")
    return _plain(heading[1]) if heading else name[:1].upper() + name[1:]


def _description(body: str, path: str) -> str:
    found = PARAGRAPH.search(body)
    words = _plain(found[0]) if found else title_of(body, path)
    return (
        words
        if len(words) <= MAX_DESCRIPTION_LENGTH
        else words[:MAX_DESCRIPTION_LENGTH].rpartition(" ")[0] + " …"
    )


def _front(title: str, description: str) -> str:
    return f"---\ntitle: {front_text(_plain(title))}\ndescription: {front_text(_plain(description))}\n---\n"


def _plain(text: str) -> str:
    return " ".join(html.unescape(MARKUP.sub(lambda found: found[1] or "", text)).split())


def front_text(text: str) -> str:
    """Return a text as YAML in double quotes; quotes in it become curly, so that it is safe in an HTML attribute."""
    return json.dumps(
        re.sub(r'"([^"]*)"?', "\N{LEFT DOUBLE QUOTATION MARK}\\1\N{RIGHT DOUBLE QUOTATION MARK}", text),
        ensure_ascii=False,
    )
