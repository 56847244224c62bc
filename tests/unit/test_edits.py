"""Hosts may edit their copy: an edit that ``make check`` accepts fails no test.

All edits below are made in one copy of the repository. They look up the places to edit, so that an edit of
our own content does not break them.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from copies import copy_repository, run_in_copy

from macros.checks.project import CONTENT
from macros.reading.yaml_tree import Document, Steps, parse_yaml

# Tests that read our content; the others have content of their own, or open pages in a browser.
READERS = ("tests/site", "tests/unit/test_saved_ids.py", "tests/unit/test_search_index.py")
# Left out: two engines build the same site from any content.
COMPARISON = "tests/site/test_other_engines.py"

OWN_PAGE = """---
title: Meet us
description: Where to find the career center, and whom to ask for.
---

# Meet us

Come to Riverside Hall and ask for Adaeze Okonkwo or Jan Kowalczyk.
"""
OWN_CHECKLIST = """
  - id: before-the-fair
    kind: tick
    title: Before the fair
    purpose: Walk in with a plan.
    takes: A few minutes
    revised: 2026-01-05
    items:
      - id: print-it
        text: Print your résumé
      - id: pick-tables
        text: Pick the tables to visit
    done: {title: Off you go, text: Enjoy it.}
"""
OWN_CHECKLIST_PAGE = """---
title: Before the fair
description: What to do before you go to our career fair.
---

# Before the fair

{{ checklist("before-the-fair") }}
"""
OWN_SOURCE = """
  - id: our-guide
    author: Riverside Career Center
    short: Riverside
    year: 2026
    title: Our guide for students
    url: https://careers.example.edu/guide
    grade: practitioner
    looked_up: 2026-01-05
    note: What our advisors say.
"""
OWN_QUESTION = """
      - id: ask-us
        question: Can I talk to somebody here?
        answer:
          - Yes. Ask for an appointment at the front desk.
"""


class Change(NamedTuple):
    """Lines of the content file, and those that replace them."""

    start: int
    end: int
    lines: list[str]


class Content:
    """The content file, and changes to it that are made all at once."""

    def __init__(self, text: str) -> None:
        self.lines = text.splitlines()
        self.document: Document = parse_yaml(text, CONTENT.name)
        self.changes: list[Change] = []

    def at(self, *steps: str | int) -> Any:
        return self.document.spots[steps].value

    def block(self, steps: Steps) -> tuple[int, int]:
        """Return the first line of a key or of a list entry, and the first one after it."""
        place = self.document.keys[steps] if isinstance(steps[-1], str) else self.document.spots[steps].place
        start = place.line - 1
        own = self.lines[start]
        indent = len(own) - len(own.lstrip(" "))
        if isinstance(steps[-1], str):
            indent = own.index(f"{steps[-1]}:")
        end = start + 1
        while end < len(self.lines) and (not self.lines[end].strip() or self.depth(end) > indent):
            end += 1
        while not self.lines[end - 1].strip():
            end -= 1
        return start, end

    def depth(self, line: int) -> int:
        return len(self.lines[line]) - len(self.lines[line].lstrip(" "))

    def set_value(self, *steps: str | int, text: object) -> None:
        """Set a key to another value."""
        start, end = self.block(steps)
        before = self.lines[start][: self.lines[start].index(f"{steps[-1]}:")]
        value = json.dumps(text, ensure_ascii=False) if isinstance(text, str) else str(text)
        self.changes.append(Change(start, end, [f"{before}{steps[-1]}: {value}"]))

    def remove(self, *steps: str | int) -> None:
        self.changes.append(Change(*self.block(steps), []))

    def add_behind(self, *steps: str | int, text: str) -> None:
        """Add an entry to a list, after another one."""
        _, end = self.block(steps)
        self.changes.append(Change(end, end, text.strip("\n").splitlines()))

    def add_key(self, *steps: str | int, text: str) -> None:
        """Add a key to an entry, after its id."""
        start, end = self.block((*steps, "id"))
        column = self.lines[start].index("id:")
        self.changes.append(Change(end, end, [" " * column + text]))

    def swap(self, one: Steps, other: Steps) -> None:
        first, second = self.block(one), self.block(other)
        self.changes.append(Change(*first, self.lines[slice(*second)]))
        self.changes.append(Change(*second, self.lines[slice(*first)]))

    def changed(self) -> str:
        lines = list(self.lines)
        for change in sorted(self.changes, reverse=True):
            lines[change.start : change.end] = change.lines
        return "\n".join(lines) + "\n"


def lists(content: Content, kind: str) -> list[int]:
    return [at for at, sheet in enumerate(content.at("checklists")) if sheet["kind"] == kind]


def edit_checklists(content: Content) -> None:
    first, second, *_ = lists(content, "tick")
    audit = lists(content, "yes-no")[0]
    own = ("checklists", first)
    items = content.at(*own, "items")
    item = "      - id: book-a-talk\n        text: Book a talk with our career center"
    content.add_behind(*own, "items", len(items) - 1, text=item)
    content.set_value(*own, "items", 0, "text", text="Put one thing right in your note")
    content.remove(*own, "items", 1, "help")
    content.remove(*own, "items", 2, "link")
    content.add_key(*own, "items", 3, text="retired: true")
    content.set_value(*own, "title", text="Steps that help")
    content.set_value(*own, "purpose", text="Take these steps one by one.")
    content.set_value(*own, "takes", text="As long as it takes")
    content.set_value(*own, "revised", text="2026-01-05")
    content.set_value(*own, "done", "title", text="Well done")
    content.swap(("checklists", second, "items", 1), ("checklists", second, "items", 2))
    old = content.at("checklists", second, "items", 0, "id")
    content.set_value("checklists", second, "items", 0, "id", text=f"{old}-first")
    content.changes[-1].lines.append(f"        was: [{old}]")
    content.set_value("checklists", audit, "scoring", text="Count how often you said No.")
    content.set_value("checklists", audit, "items", 0, "when_no", text="Ask us for help with this.")
    content.set_value("checklists", audit, "verdicts", 0, "title", text="You were ready")
    content.add_behind("checklists", len(content.at("checklists")) - 1, text=OWN_CHECKLIST)


def edit_the_rest(content: Content) -> None:
    content.set_value("situations", 0, "title", text="I have just come out of it")
    content.set_value("root_causes", 0, "title", text="Something on the day")
    content.set_value("signals", 0, "meaning", text="They chose another person for this job.")
    content.set_value("star", 0, "tactic", text="Say where and when it was.")
    content.set_value("rules", 0, "text", text="Ask once, and then let it rest.")
    content.set_value("search_lengths", 0, "label", text="Still looking")
    content.remove("note_reach", "can", len(content.at("note_reach", "can")) - 1)
    content.set_value("examples", 0, "summary", text="A student applies for a first job.")
    content.set_value("sources", 0, "title", text="Five steps, as they were told")
    content.add_behind("sources", len(content.at("sources")) - 1, text=OWN_SOURCE)
    content.add_behind("questions", 0, "questions", 0, text=OWN_QUESTION)
    content.set_value("ui", "checklist", "reset", text="Begin again")
    content.set_value("ui", "checklist", "print", text="Print it")
    footer = content.at("ui", "page", "footer")
    content.remove("ui", "page", "footer", len(footer) - 1)
    content.set_value("helplines", 0, "hours", text="all day")
    content.add_key("regions", 0, text="retired: true")
    content.set_value("ui", "site", "support", text="Please talk to us today. Ask for Adaeze Okonkwo.")
    content.set_value("ui", "checklist", "progress", text="{total} in all, {done} of them done")


def edit_pages(copy: Path) -> None:
    docs = copy / "docs"
    (docs / "riverside").mkdir()
    (docs / "riverside" / "meet-us.md").write_text(OWN_PAGE, "utf-8")
    cited = OWN_PAGE.replace("Meet us", "Our guide").replace("Where to", "How to").rstrip()
    (docs / "riverside" / "guide.md").write_text(f'{cited} {{{{ cite("our-guide") }}}}\n', "utf-8")
    (docs / "checklists" / "before-the-fair.md").write_text(OWN_CHECKLIST_PAGE, "utf-8")
    home = docs / "index.md"
    home.write_text(f"{home.read_text('utf-8')}\nJan Kowalczyk reads every message.\n", "utf-8")
    change(without_inner_links(docs), r"^## (.+?)(?: \{.*)?$", r"**\1**")
    for page in docs.glob("regions/*.md"):
        change(page, r"^description: .*", f"description: What differs in {page.stem}, in short.")
    menu = "nav:\n  - Riverside: [riverside/meet-us.md, riverside/guide.md, checklists/before-the-fair.md]"
    change(copy / "mkdocs.yml", "^nav:$", menu)
    change(copy / "mkdocs.yml", "^site_name: .*", "site_name: Second Impression at Riverside")
    change(copy / "mkdocs.yml", "^site_description: .*", "site_description: Help after a bad interview.")


def without_inner_links(docs: Path) -> Path:
    """Return a page of the guide whose headings nothing links to."""
    texts = "".join(file.read_text("utf-8") for file in [*docs.rglob("*.md"), *docs.rglob("*.yml")])
    pages = sorted(docs.glob("guide/*.md"))
    return next(
        page
        for page in pages
        if f"{page.name}#" not in texts and "](#" not in (text := page.read_text("utf-8")) and "\n## " in text
    )


def drop_a_page(copy: Path, page: Path) -> None:
    """Delete a page, its line in the menu, and every link to it."""
    page.unlink()
    for file in [*(copy / "docs").rglob("*.md"), copy / CONTENT]:
        text = re.sub(rf"\[([^\]]*)\]\([^)]*{page.name}[^)]*\)", r"\1", file.read_text("utf-8"))
        file.write_text(re.sub(rf"(page: \S*?){page.name}[#\w-]*", r"\1index.md", text), "utf-8")
    change(copy / "mkdocs.yml", rf"^.*/{page.name}\n", "")


def change(file: Path, pattern: str, replacement: str) -> None:
    text, count = re.subn(pattern, replacement, file.read_text("utf-8"), flags=re.MULTILINE)
    assert count, f"{file.name} has no {pattern}"
    file.write_text(text, "utf-8")


def forget(copy: Path, name: str) -> None:
    """Remove every link to an entry, and every macro call that draws it."""
    for file in [*(copy / "docs").rglob("*.md"), copy / CONTENT]:
        text = file.read_text("utf-8")
        text = re.sub(rf"\[([^\]]*)\]\([^)]*#{name}\)", r"\1", text)
        text = re.sub(rf'\{{\{{ \w+\("{name}"\) \}}\}}', "", text)
        file.write_text(text, "utf-8")


def drop_a_question_and_an_example(copy: Path) -> None:
    """Remove entries that only links and pages refer to."""
    for part, inner in (("questions", ("questions",)), ("examples", ())):
        content = Content((copy / CONTENT).read_text("utf-8"))
        steps = (part, 0, *inner) if inner else (part,)
        last = len(content.at(*steps)) - 1
        name = content.at(*steps, last, "id")
        content.remove(*steps, last)
        (copy / CONTENT).write_text(content.changed(), "utf-8")
        forget(copy, name)


@pytest.fixture
def copy(tmp_path: Path) -> Iterator[Path]:
    """Return a copy of the repository in which a host has edited the content."""
    copy = tmp_path / "copy"
    copy_repository(copy)
    drop_a_question_and_an_example(copy)
    content = Content((copy / CONTENT).read_text("utf-8"))
    edit_checklists(content)
    edit_the_rest(content)
    (copy / CONTENT).write_text(content.changed(), "utf-8")
    drop_a_page(copy, copy / "docs" / "regions" / f"{content.at('regions', 0, 'id')}.md")
    edit_pages(copy)
    yield copy
    shutil.rmtree(copy)


def test_edits_that_the_check_accepts_fail_no_test(copy: Path) -> None:
    run_in_copy(copy, "macros", "ids", "--update")
    run_in_copy(copy, "macros", "check")
    run_in_copy(copy, "pytest", "-q", "-p", "no:cacheprovider", "--ignore", COMPARISON, *READERS)
