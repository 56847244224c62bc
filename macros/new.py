"""Scaffold a new checklist, region or question: its entry, its page, and its navigation entry.

``recovery.yml`` and ``mkdocs.yml`` are edited as text, since a YAML writer would lose their comments.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import textwrap
from dataclasses import dataclass
from pathlib import Path

from macros.checks.load import LoadedContent
from macros.checks.lock_file import Lock
from macros.checks.navigation import pages_in_nav, read_settings
from macros.checks.project import CONTENT
from macros.edition.pages import front_text
from macros.problems import ContentError, Problem, did_you_mean, listed, quoted
from macros.reading.yaml_tree import KEBAB_CASE, Document

CENTER = "docs/data/center.yml"
SETTINGS = Path("mkdocs.yml")
QUESTION = "question"
# For each kind, the part that it goes into and the folder of its page.
PARTS = {
    "checklist": ("checklists", "checklists"),
    "region": ("regions", "regions"),
    QUESTION: ("questions", ""),
}
ENTRIES = {
    "checklist": """\
        - id: {id}
          kind: tick
          title: {title}
          purpose: Say in one sentence what this list is for.
          takes: A few minutes
          revised: {today}
          items:
            - id: first
              text: Say what to do first
              help: Say how, if it needs more words.
            - id: second
              text: Say what to do next
          done:
            title: That's all
            text: Say what comes now.
        """,
    "region": """\
        - id: {id}
          name: {title}
          summary: Say in one or two sentences what may differ here.
          manner: Say how people may speak and write. It varies, so say that it does.
          follow_up: Some employers here may like a short note. Say what may be usual.
          countries:
            - id: {id}-country
              name: Name of a country
              help: Say which office helps there.
          tips:
            - id: first
              when: Say when this helps
              text: Say what to do then.
          ask: Ask the recruiter what this employer likes.
        """,
    QUESTION: """\
        - id: {id}
          question: {title}
          also: [words of readers]
          answer:
            - Begin with the short version.
            - "Today: say one thing to do, and link to [the page that helps](index.md)."
        """,
}
PAGE = """\
---
title: {title}
description: {description}
revised: {today}
---

# {heading}

Say in a sentence or two what this page is for.

{{{{ {kind}("{id}") }}}}

## What next

- Go back to [the start](../index.md).
"""
# Text that YAML would misread without quotes.
NEEDS_QUOTES = re.compile(
    r"""^[\s>|@`%&*!?{}\[\],#"'-]|[:#"]|\s$|^(yes|no|true|false|on|off|null|~|[\d.:-]+)$""", re.IGNORECASE
)


@dataclass(frozen=True)
class NewEntry:
    """An entry to add: its kind, its id, its title, and for a question its topic."""

    kind: str
    id: str
    title: str
    topic: str = ""

    def entry(self, indent: int) -> str:
        """Return the entry for the content file, with ``indent`` spaces before its dash."""
        today = dt.datetime.now(dt.UTC).date()
        text = textwrap.dedent(ENTRIES[self.kind]).format(id=self.id, title=_quoted(self.title), today=today)
        return textwrap.indent(text, " " * indent)

    def page(self) -> str:
        """Return the text of the page that shows it."""
        today = dt.datetime.now(dt.UTC).date()
        about = f"{self.title}: say in one sentence what this page is for."
        return PAGE.format(
            kind=self.kind,
            id=self.id,
            title=front_text(self.title),
            description=front_text(about),
            heading=self.title,
            today=today,
        )


def refuse_invalid(new: NewEntry, loaded: LoadedContent, lock: Lock) -> None:
    """Refuse an entry that cannot be added.

    Raises:
        ContentError: its id is malformed or taken, or there is no such topic.
    """
    topics = {topic.id: topic for topic in loaded.content.questions}
    used = {answer.id for topic in topics.values() for answer in topic.questions}
    used |= {each.id.rpartition("--")[2] for each in lock.lines}
    message = ""
    if not re.fullmatch(KEBAB_CASE, new.id):
        message = f"{quoted(new.id)} cannot be an id. Give one with `--id`: small letters, digits and dashes."
    elif new.kind == QUESTION and new.topic not in topics:
        near = did_you_mean(new.topic, topics)
        message = f"there is no topic {quoted(new.topic)}. {near}Name one with `--topic`: {listed(topics)}."
    elif new.id in used:
        message = f"the id {quoted(new.id)} is already used. Give another one with `--id`."
    if message:
        raise ContentError([Problem(CONTENT.as_posix(), 0, 0, (), message)])


def lines_for_center(new: NewEntry) -> str:
    """Return the lines for a center to put into its own file, where no update conflicts with them."""
    part, _ = PARTS[new.kind]
    topic = f"    {new.topic}:\n" if new.topic else ""
    lines = f"add:\n  {part}:\n{topic}{new.entry(6 if new.topic else 4)}"
    return f"Put these lines into {CENTER}. If `add:` stands there already, write it once.\n\n{lines}"


def add(root: Path, new: NewEntry, document: Document) -> list[str]:
    """Add an entry with its page, and return the places where the author writes.

    Args:
        root: the folder of the project.
        new: the entry.
        document: the content file.
    """
    line = _end_of_list(document, new)
    _insert(root / CONTENT, line, new.entry(6 if new.kind == QUESTION else 2))
    done = [f"{CONTENT.as_posix()}:{line + 1}: the entry. Write your words there."]
    return done if new.kind == QUESTION else [*done, *_add_page(root, new)]


def id_of(title: str) -> str:
    """Return an id made from a title."""
    return "-".join(re.findall("[a-z0-9]+", title.lower()))


def _end_of_list(document: Document, new: NewEntry) -> int:
    """Return the number of the last line of the list that gets the entry."""
    part, _ = PARTS[new.kind]
    starts = [place.line for steps, place in document.keys.items() if len(steps) == 1]
    begins = document.keys[(part,)].line
    if new.kind == QUESTION:
        topics = {
            spot.value: document.spots[steps[:2]].place.line
            for steps, spot in document.spots.items()
            if steps[:1] == (part,) and steps[2:] == ("id",)
        }
        begins = topics[new.topic]
        starts += topics.values()
    end = min((start for start in starts if start > begins), default=len(document.lines) + 1) - 1
    while not document.lines[end - 1].strip() or document.lines[end - 1].lstrip().startswith("#"):
        end -= 1
    return end


def _add_page(root: Path, new: NewEntry) -> list[str]:
    _, folder = PARTS[new.kind]
    path = f"{folder}/{new.id}.md"
    page = root / "docs" / path
    page.parent.mkdir(exist_ok=True)
    page.write_text(new.page(), "utf-8", newline="\n")
    settings = read_settings(root / SETTINGS, [])
    sisters = [
        settings.spots[steps].place.line
        for steps, each in pages_in_nav(settings).items()
        if each.startswith(f"{folder}/")
    ]
    done = [f"docs/{path}: the page. Say what it is for."]
    if sisters:
        line = max(sisters)
        before = settings.lines[line - 1]
        indent = before[: len(before) - len(before.lstrip())]
        _insert(root / SETTINGS, line, f"{indent}- {_quoted(new.title)}: {path}\n")
        done.append(f"{SETTINGS}:{line + 1}: its line in the menu. Move it where it belongs.")
    return done


def _insert(file: Path, line: int, text: str) -> None:
    """Insert text after a line of a file, counted from 1."""
    lines = file.read_text("utf-8").splitlines(keepends=True)
    file.write_text("".join([*lines[:line], text, *lines[line:]]), "utf-8", newline="\n")


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False) if NEEDS_QUOTES.search(text) else text
