"""Three years of updates, merged with git into a copy that a center has edited.

No update conflicts, no edit of the center is lost without a message that says where and what to do, and no
reader loses what they ticked.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from sample_project import FIXTURES

from macros.checks.ids import missing_ids
from macros.checks.lock_file import LOCK, OWN_LOCK, read_lock, read_locks, write_lock
from macros.checks.project import CONTENT, Project, check_project
from macros.content.saved import saved_checklists
from tools import ROOT

CENTER = "docs/data/center.yml"
OWN_PAGE = "docs/center/visit-us.md"
CENTER_SETTINGS = """
name: Riverside
hide:
  pages:
    - hiring-managers/
    - more/history.md
  items: [rejection-audit--company-news]
  questions: [how-long]
change:
  items:
    before-you-send--name: {text: Say every name aloud.}
    rejection-audit--team-questions: {help: Ask us.}
  checklists:
    before-you-send: {title: Look twice}
  words:
    checklist.print: On paper
add:
  items:
    before-you-send: [{id: riverside-ask, text: Ask us.}]
  checklists:
    - id: riverside-fair
      title: Before the fair
      purpose: Walk in with a plan.
      revised: 2026-11-26
      items: [{id: print-it, text: Print it.}]
      done: {title: Done, text: Go.}
order:
  checklists: [before-you-send]
  items:
    before-you-send: [riverside-ask, name]
"""
# What readers ticked before the first update.
TICKED = ("before-you-send--name", "before-you-send--riverside-ask", "riverside-fair--print-it")


@dataclass
class Repository:
    """A repository: ours, or the copy of a center."""

    root: Path

    def git(self, *arguments: str) -> str:
        who = ("-c", "user.name=Somebody", "-c", "user.email=somebody@riverside.example")
        command = ["git", *who, "-c", "core.autocrlf=false", *arguments]
        done = subprocess.run(command, cwd=self.root, capture_output=True, encoding="utf-8", check=False)
        assert done.returncode == 0, f"git {' '.join(arguments)}\n{done.stdout}{done.stderr}"
        return done.stdout

    def commit(self, message: str) -> None:
        self.git("add", "--all", ":!docs/center/ids.lock")
        self.git("commit", "--quiet", "--allow-empty", "--message", message)

    def write(self, file: str, text: str) -> None:
        (self.root / file).parent.mkdir(parents=True, exist_ok=True)
        (self.root / file).write_text(text, "utf-8", newline="\n")

    def page(self, file: str, title: str, text: str, more: str = "") -> None:
        front = f"title: {title}\ndescription: {title}.\ntakes: 1 minute\nrevised: 2026-11-26\n{more}"
        self.write(f"docs/{file}", f"---\n{front}---\n\n# {title}\n\n{text}\n")

    def change(self, file: str | Path, *changes: tuple[str, str]) -> None:
        text = (self.root / file).read_text("utf-8")
        for old, new in changes:
            assert text.count(old) == 1, f"{file} must hold once: {old}"
            text = text.replace(old, new)
        (self.root / file).write_text(text, "utf-8", newline="\n")

    def lock(self, *ids: str) -> None:
        """Add published ids, as ``python -m macros ids --update`` does."""
        lines = (self.root / LOCK).read_text("utf-8").splitlines()
        comments = [line for line in lines if line.startswith("#")]
        known = [line for line in lines if not line.startswith("#")]
        self.write(LOCK.as_posix(), "\n".join([*comments, *sorted([*known, *ids])]) + "\n")

    def sync(self) -> None:
        """Merge what is new, as the button "Sync fork" does; a conflict fails."""
        self.git("pull", "--quiet", "--no-rebase", "--no-edit", "origin", "main")

    def check(self) -> list[str]:
        """Return the problems that the check finds, run with the code in this repository."""
        command = [sys.executable, "-m", "macros", "check"]
        done = subprocess.run(command, cwd=self.root, capture_output=True, encoding="utf-8", check=False)
        return [line for line in done.stderr.splitlines() if line.startswith("docs/")]


def begin(folder: Path) -> Repository:
    """Return our repository as it is when a center copies it."""
    shutil.copytree(FIXTURES / "sample", folder)
    shutil.copytree(ROOT / "macros", folder / "macros", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("docs/data/center.yml", ".gitignore"):
        shutil.copy(ROOT / name, folder / name)
    ours = Repository(folder)
    ours.page("hiring-managers/index.md", "For people who hire", "Be kind.")
    ours.page("hiring-managers/feedback.md", "Feedback", "Be clear.")
    ours.page("more/history.md", "History", "It began.")
    ours.change(
        "mkdocs.yml",
        ("nav:\n", "nav:\n  - Hire: [hiring-managers/index.md, hiring-managers/feedback.md]\n"),
        ("  - Regions:", "  - History: more/history.md\n  - Regions:"),
    )
    ours.git("init", "--quiet", "--initial-branch", "main")
    ours.commit("The site")
    return ours


def make_it_theirs(ours: Repository, folder: Path) -> Repository:
    """Return the copy of a center, with all of its edits and a page of its own."""
    ours.git("clone", "--quiet", str(ours.root), str(folder))
    theirs = Repository(folder)
    theirs.write(CENTER, (theirs.root / CENTER).read_text("utf-8") + CENTER_SETTINGS)
    theirs.write(OWN_PAGE, "# Visit us\n\nTake [the list](../checklists/before-you-send.md) along.\n")
    theirs.commit("Our center")
    return theirs


def first_year(ours: Repository) -> None:
    """Rename and reword an item; add an item, a checklist and a page."""
    ours.change(
        CONTENT,
        ("- id: name\n        text: The name", "- id: names\n        was: [name]\n        text: Every name"),
        (
            "    scoring: Count",
            "      - id: rested\n        text: Rested?\n        when_no: Sleep.\n    scoring: Count",
        ),
        ("no_max: 2", "no_max: 3"),
        ("star:\n", NEW_LIST),
    )
    ours.lock("item before-you-send--names", "item rejection-audit--rested")
    ours.lock("checklist ten-minutes tick", "item ten-minutes--breathe")
    ours.page("checklists/ten-minutes.md", "Ten minutes", '{{ checklist("ten-minutes") }}')
    ours.page("guide/ask.md", "Ask", "Ask once.")
    ours.change(
        "mkdocs.yml",
        ("  - Regions:", "  - Ask: guide/ask.md\n  - Ten: checklists/ten-minutes.md\n  - Regions:"),
    )
    ours.commit("The first year")


NEW_LIST = """\
  - id: ten-minutes
    kind: tick
    title: Ten minutes
    purpose: Be calm.
    revised: 2027-11-22
    items:
      - id: breathe
        text: Breathe out.
    done:
      title: Done
      text: Go in.
star:
"""


def second_year(ours: Repository) -> None:
    """Retire an item, rename a checklist, move a page and remove a part of the site."""
    ours.change(
        CONTENT,
        ("- id: team-questions\n", "- id: team-questions\n        retired: true\n"),
        ("no_max: 3", "no_max: 2"),
        ("  - id: before-you-send\n", "  - id: check-your-note\n    was: [before-you-send]\n"),
    )
    ours.lock("checklist check-your-note tick", "item check-your-note--names")
    ours.git("mv", "docs/checklists/before-you-send.md", "docs/checklists/check-your-note.md")
    ours.change("docs/checklists/check-your-note.md", ('("before-you-send")', '("check-your-note")'))
    ours.git("rm", "--quiet", "-r", "docs/hiring-managers", "docs/more")
    ours.page("more/our-history.md", "History", "It began.", "was: [more/history.md]\n")
    ours.change(
        "mkdocs.yml",
        ("  - Hire: [hiring-managers/index.md, hiring-managers/feedback.md]\n", ""),
        ("more/history.md", "more/our-history.md"),
        ("checklists/before-you-send.md", "checklists/check-your-note.md"),
    )
    ours.commit("The second year")


def third_year(ours: Repository) -> None:
    """Release a new version of the data, with a key renamed and another added; remove a question."""
    ours.change(
        "macros/content/words.py",
        (
            "    print: Line\n    print_blank: Line\n",
            "    paper: Line\n    print_blank: Line\n    thanks: Line\n",
        ),
    )
    ours.change(
        CONTENT,
        ("    print: Print\n    print_blank", "    paper: Print\n    thanks: Thank you\n    print_blank"),
        ("- id: how-long\n        question: How long do I", "- id: how-many-weeks\n        question: Must I"),
    )
    ours.commit("The third year")


# The edits that the messages of a year ask the center to make.
MENDED = {
    2: {
        CENTER: [("    - hiring-managers/\n", "")],
        OWN_PAGE: [("before-you-send.md", "check-your-note.md")],
    },
    3: {
        CENTER: [("    checklist.print: On", "    checklist.paper: On"), ("  questions: [how-long]\n", "")],
    },
}


@dataclass
class History:
    """The outcome of three years.

    Attributes:
        theirs: the copy at the end.
        reported: what the check reported after the update of each year, with file and line.
        projects: the copy in each year, after the center made the edits asked for; not in the last, whose code differs.
    """

    theirs: Repository
    reported: dict[int, list[str]]
    projects: dict[int, Project]


@pytest.fixture(scope="module")
def history(tmp_path_factory: pytest.TempPathFactory) -> History:
    """Play three years. A merge conflict fails here."""
    folder = tmp_path_factory.mktemp("years")
    ours = begin(folder / "ours")
    theirs = make_it_theirs(ours, folder / "theirs")
    history = History(theirs, {0: theirs.check()}, {0: publish(theirs)})
    for year, update in enumerate((first_year, second_year, third_year), 1):
        update(ours)
        theirs.sync()
        history.reported[year] = theirs.check()
        for file, changes in MENDED.get(year, {}).items():
            theirs.change(file, *changes)
        theirs.commit(f"What we were told in year {year}")
        if year < len(MENDED) + 1:
            history.projects[year] = publish(theirs)
    return history


def publish(copy: Repository) -> Project:
    """Check the copy, and record the ids that readers may save under from then on, as its workflow does."""
    project = check_project(copy.root)
    write_lock(copy.root / OWN_LOCK, project.own_ids)
    return project


def at(history: History, year: int, file: str, text: str, state: str = "^") -> str:
    """Return the beginning of a message about the line with a text, in its state before it was mended."""
    commit = history.theirs.git("log", "--format=%H", "--grep", f"in year {year}").strip()
    lines = history.theirs.git("show", f"{commit}{state}:{file}").splitlines()
    matches = (number for number, line in enumerate(lines, 1) if text in line and not line.startswith("# "))
    return f"{file}:{next(matches)}:"


def test_the_edits_of_the_center_are_valid_at_first_and_after_a_year_of_additions(history: History) -> None:
    assert history.reported[0] == []
    assert history.reported[1] == []


@pytest.mark.parametrize("year", [0, 1, 2])
def test_the_words_and_the_order_of_the_center_survive_rewording_and_renaming(
    history: History, year: int
) -> None:
    sheet = history.projects[year].content.checklists[0]
    assert sheet.title == "Look twice"
    assert [item.text for item in sheet.items] == ["Ask us.", "Say every name aloud."]


def test_the_updates_did_change_what_the_center_overrides(history: History) -> None:
    sheets = [history.projects[year].content.checklists[0] for year in (0, 2)]
    assert [sheet.id for sheet in sheets] == ["before-you-send", "check-your-note"]
    assert [sheet.items[1].id for sheet in sheets] == ["name", "names"]


@pytest.mark.parametrize(("year", "path"), [(0, "more/history.md"), (2, "more/our-history.md")])
def test_a_hidden_page_stays_hidden_when_it_moves(history: History, year: int, path: str) -> None:
    project = history.projects[year]
    assert project.loaded.hidden.has(path)
    assert path not in [each.path for each in project.pages]


def test_an_override_of_a_retired_item_is_only_advice(history: History) -> None:
    (advice,) = history.projects[2].advice
    assert str(advice).startswith(at(history, 2, CENTER, "rejection-audit--team-questions", state=""))
    assert "Delete them, or leave them for later." in advice.message
    assert history.projects[1].advice == ()


def test_hiding_a_part_that_no_longer_exists_is_reported(history: History) -> None:
    (reported,) = [each for each in history.reported[2] if "hiring-managers/" in each]
    assert reported.startswith(at(history, 2, CENTER, "hiring-managers/"))
    assert reported.endswith("If an update took it away, delete this line.")


def test_a_link_on_a_page_of_the_center_to_a_moved_page_is_reported_with_the_new_path(
    history: History,
) -> None:
    (reported,) = [each for each in history.reported[2] if each.startswith(OWN_PAGE)]
    assert reported.startswith(at(history, 2, OWN_PAGE, "the list"))
    assert "`../checklists/check-your-note.md`" in reported


def test_an_override_of_words_whose_key_was_renamed_is_reported(history: History) -> None:
    (reported,) = [each for each in history.reported[3] if "checklist.print" in each]
    assert reported.startswith(at(history, 3, CENTER, "checklist.print"))
    assert "there are no words `checklist.print`" in reported


def test_hiding_a_question_that_no_longer_exists_is_reported(history: History) -> None:
    (reported,) = [each for each in history.reported[3] if "how-long" in each]
    assert reported.startswith(at(history, 3, CENTER, "how-long"))
    assert "Correct the id, or delete it." in reported


def test_nothing_else_is_asked_of_the_center_in_three_years(history: History) -> None:
    assert [len(reported) for reported in history.reported.values()] == [0, 0, 2, 2]
    assert history.theirs.check() == []


def test_what_readers_ticked_at_first_survives_every_year(history: History) -> None:
    assert set(TICKED) <= set(saved(history.projects[0]).values())
    later = saved(history.projects[2])
    assert [later.get(name) for name in TICKED] == [
        "check-your-note--names",
        "check-your-note--riverside-ask",
        "riverside-fair--print-it",
    ]


def test_no_id_that_was_ever_published_is_unaccounted_for(history: History) -> None:
    lock = read_locks(history.theirs.root)
    assert missing_ids(history.projects[2].content, lock) == []
    assert set(history.projects[0].own_ids) <= lock.own
    assert set(read_lock(FIXTURES / "sample" / LOCK, FIXTURES).lines) < set(lock.lines)


def test_an_edit_of_the_content_file_would_have_caused_a_conflict(tmp_path: Path) -> None:
    ours = begin(tmp_path / "ours")
    theirs = make_it_theirs(ours, tmp_path / "theirs")
    theirs.change(CONTENT, ("The name is spelled right.", "Say every name aloud."))
    theirs.commit("In the wrong file")
    first_year(ours)
    with pytest.raises(AssertionError, match="CONFLICT"):
        theirs.sync()


def saved(project: Project) -> dict[str, str]:
    """Return the current id by every id that an answer may have been saved under."""
    entries = [entry for sheet in saved_checklists(project.content) for entry in sheet.entries]
    return {name: entry.id for entry in entries for name in (entry.id, *entry.was)}
