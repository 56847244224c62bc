from __future__ import annotations

import copy
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from sample_project import FIXTURES, Project, cases

from macros.__main__ import main
from macros.checks.ids import blocking_problems, id_problems, missing_ids
from macros.checks.load import LoadedContent, _taken_earlier_ids
from macros.checks.lock_file import HEADER, LOCK, Lock, parse_lock, read_lock, write_lock
from macros.checks.project import CONTENT, check_project
from macros.checks.saved_ids import SavedId, current_ids, known_ids
from macros.content import Content
from macros.content.saved import saved_checklists
from macros.content.values import NAMED_PARTS, References
from macros.reading.yaml_tree import parse_yaml

ROOT = Path(__file__).parents[2]
SAMPLE = FIXTURES / "sample"

RENAMED_ITEM = {"find": "- id: company-news\n", "replace": "- id: firm-news\n        was: [company-news]\n"}
RENAMED_CHECKLIST = {
    "changes": [
        {"find": "  - id: five-day-plan\n", "replace": "  - id: five-days\n    was: [five-day-plan]\n"},
        {"file": "docs/checklists/five-day-plan.md"},
        {
            "file": "docs/checklists/five-days.md",
            "replace": "---\ntitle: Five days\ndescription: One a day.\n---\n\n# Five days\n\n"
            '{{ checklist("five-days") }}\n',
        },
        {"file": "mkdocs.yml", "find": "five-day-plan.md", "replace": "five-days.md"},
    ]
}
RETIRED_ITEM = {"find": "- id: company-news\n", "replace": "- id: company-news\n        retired: true\n"}
# With one question left, no verdict needs to cover two answers of No.
RETIRED_ITEM_AND_VERDICT = {"changes": [RETIRED_ITEM, {"find": "no_max: 2\n", "replace": "no_max: 1\n"}]}
RETIRED_CHECKLIST = {
    "changes": [
        {"find": "  - id: before-you-send\n", "replace": "  - id: before-you-send\n    retired: true\n"},
        {"file": "docs/checklists/before-you-send.md"},
        {
            "file": "mkdocs.yml",
            "find": "      - Before you send: checklists/before-you-send.md\n",
            "replace": "",
        },
    ]
}
GROUPED = {
    "find": "kind: tick\n    title: Before you send\n    purpose: Read your note once more.\n    revised: 2026-11-22\n"
    "    items:\n      - id: name\n        text: The name is spelled right.\n",
    "replace": "kind: grouped\n    title: Before you send\n    purpose: Read your note once more.\n    revised: 2026-11-22\n"
    "    groups:\n      - {id: you, title: You, items: [{id: name, text: Right.}]}\n",
}
NEW_ITEM = {
    "find": "      - id: name\n",
    "replace": "      - id: title\n        text: Right.\n      - id: name\n",
}
LOST_ITEM = {"find": "          - id: cause\n", "replace": "          - id: find-the-cause\n"}


def lock_text(project: Project) -> str:
    return (project.root / LOCK).read_text("utf-8")


def lock_lines(project: Project) -> list[str]:
    return lock_text(project).removeprefix(HEADER).splitlines()


def update(project: Project) -> int:
    return main(["ids", "--update", str(project.root)])


# What is accepted


def test_every_checklist_and_item_of_the_site_is_in_its_lock() -> None:
    data = yaml.load((ROOT / CONTENT).read_text("utf-8"), yaml.CSafeLoader)
    lists = {sheet["id"]: [item["id"] for item in items_of(sheet)] for sheet in data["checklists"]}
    words = [line.split() for line in (ROOT / LOCK).read_text("utf-8").splitlines()]
    assert set(lists) <= {line[1] for line in words if line[0] == "checklist"}
    items = {f"{sheet}--{item}" for sheet, ids in lists.items() for item in ids}
    assert items <= {line[1] for line in words if line[0] == "item"}


def test_the_lock_of_the_site_is_as_the_command_writes_it(tmp_path: Path) -> None:
    lock = read_lock(ROOT / LOCK, ROOT)
    write_lock(tmp_path / "ids.lock", lock.lines)
    assert (tmp_path / "ids.lock").read_bytes() == (ROOT / LOCK).read_bytes()


def test_a_renamed_item_is_reported_as_new_and_then_both_ids_stay_in_the_lock(project: Project) -> None:
    project.change(RENAMED_ITEM)
    (problem,) = project.problems()
    assert "the id `firm-news` is new." in problem
    assert update(project) == 0
    assert project.problems() == []
    assert {"item rejection-audit--company-news", "item rejection-audit--firm-news"} <= set(
        lock_lines(project)
    )


def test_a_renamed_checklist_takes_all_its_items_with_it(project: Project) -> None:
    project.change(RENAMED_CHECKLIST)
    (problem,) = project.problems()
    assert "the id `five-days` is new." in problem
    assert update(project) == 0
    assert project.problems() == []
    items = {
        f"item {sheet}--{step}" for sheet in ("five-day-plan", "five-days") for step in ("write", "cause")
    }
    assert items <= set(lock_lines(project))


def test_a_tick_list_may_become_a_grouped_list(project: Project) -> None:
    project.change(GROUPED)
    assert project.problems() == []


def test_an_item_may_be_renamed_in_a_renamed_checklist(project: Project) -> None:
    project.change(RENAMED_CHECKLIST)
    project.change(
        {"find": "          - id: cause\n", "replace": "          - id: why\n            was: [cause]\n"}
    )
    assert update(project) == 0
    assert project.problems() == []


def test_an_item_may_be_renamed_twice(project: Project) -> None:
    project.change(RENAMED_ITEM)
    assert update(project) == 0
    project.change(
        {
            "find": "- id: firm-news\n        was: [company-news]\n",
            "replace": "- id: news\n        was: [company-news, firm-news]\n",
        }
    )
    assert update(project) == 0
    assert project.problems() == []


@pytest.mark.parametrize("change", [RETIRED_ITEM_AND_VERDICT, RETIRED_CHECKLIST], ids=["item", "checklist"])
def test_a_retired_entry_stays_in_the_lock_and_needs_no_page(
    project: Project, change: dict[str, Any]
) -> None:
    before = lock_text(project)
    project.change(change)
    assert project.problems() == []
    assert update(project) == 0
    assert lock_text(project) == before


def test_the_items_of_a_retired_checklist_may_be_retired_too(project: Project) -> None:
    project.change(RETIRED_CHECKLIST)
    project.change({"find": "      - id: name\n", "replace": "      - id: name\n        retired: true\n"})
    assert project.problems() == []


def test_an_item_may_take_an_id_that_was_given_up_in_another_checklist(project: Project) -> None:
    project.change({"find": "- id: company-news\n", "replace": "- id: news\n        was: [company-news]\n"})
    project.change(
        {"find": "      - id: name\n", "replace": "      - id: company-news\n        was: [name]\n"}
    )
    assert update(project) == 0
    assert project.problems() == []


@pytest.mark.parametrize("start", [b"\xef\xbb\xbf", b"# a comment\r\n", b"\r\n"])
def test_a_byte_order_mark_windows_line_endings_and_comments_do_no_harm(
    project: Project, start: bytes
) -> None:
    lock = project.root / LOCK
    lock.write_bytes(start + lock.read_bytes().replace(b"\n", b"  \r\n"))
    assert project.problems() == []


def test_a_retired_checklist_no_longer_asks_anything(project: Project) -> None:
    before = [len(saved.open_entries) for saved in saved_checklists(check_project(project.root).content)]
    project.change(RETIRED_CHECKLIST)
    after = saved_checklists(check_project(project.root).content)
    assert (before, [len(saved.open_entries) for saved in after]) == ([2, 1, 2], [2, 0, 2])
    assert [entry.id for entry in after[1].retired_entries] == ["before-you-send--name"]


# What is refused: each case is a file in tests/fixtures/bad_ids


@pytest.mark.parametrize("case", cases("bad_ids"))
def test_an_id_that_could_lose_a_saved_answer_is_reported_with_a_fix(
    project: Project, case: dict[str, Any]
) -> None:
    project.change(case)
    assert project.problems() == case["problems"]


def test_a_lock_in_another_encoding_is_reported(project: Project) -> None:
    (project.root / LOCK).write_bytes(HEADER.encode() + b"item caf\xe9\n")
    project.change({"file": "docs/index.md", "find": '"silence"', "replace": '"silent"'})
    problem, page = project.problems()
    assert page.startswith("docs/index.md:12:4: there is no `silent`")
    assert problem.startswith("docs/data/ids.lock:3:9: this character is not stored as UTF-8.")


def test_a_folder_in_place_of_the_lock_is_reported(project: Project) -> None:
    (project.root / LOCK).unlink()
    (project.root / LOCK).mkdir()
    (problem,) = project.problems()
    assert problem.startswith("docs/data/ids.lock: this file cannot be read")


# The command


def test_the_command_says_when_nothing_differs(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ids", str(SAMPLE)]) == 0
    assert capsys.readouterr() == ("docs/data/ids.lock: 58 ids, no differences\n", "")


def test_the_command_lists_new_and_missing_ids(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    before = lock_text(project)
    project.change(LOST_ITEM)
    assert main(["ids", str(project.root)]) == 1
    out, err = capsys.readouterr()
    assert out.splitlines() == ["+ item five-day-plan--find-the-cause", "- item five-day-plan--cause"]
    assert err.splitlines()[-1] == "2 problems"
    assert lock_text(project) == before


def test_an_update_adds_new_ids_and_nothing_else(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    before = lock_lines(project)
    project.change(NEW_ITEM)
    assert update(project) == 0
    out, err = capsys.readouterr()
    assert out.splitlines() == ["+ item before-you-send--title", "docs/data/ids.lock: 59 ids, 1 new"]
    assert err == ""
    assert lock_lines(project) == sorted([*before, "item before-you-send--title"])
    assert project.problems() == []


def test_an_update_with_nothing_new_leaves_the_lock_as_it_is(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (project.root / LOCK).read_bytes()
    assert update(project) == 0
    assert capsys.readouterr().out == "docs/data/ids.lock: 58 ids, none new\n"
    assert (project.root / LOCK).read_bytes() == before


def test_an_update_is_refused_while_a_published_id_is_missing(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    before = lock_text(project)
    project.change(NEW_ITEM)
    project.change(LOST_ITEM)
    assert update(project) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert "the item `cause` of the checklist `five-day-plan` is gone" in err
    assert err.splitlines()[-1] == "docs/data/ids.lock was not changed"
    assert lock_text(project) == before


@pytest.mark.parametrize(
    "name",
    [
        "a-kind-is-changed",
        "an-earlier-id-is-misspelled",
        "an-earlier-id-of-a-checklist-was-never-published",
        "an-earlier-id-is-still-an-id",
        "the-lock-has-marks-of-a-merge",
        "the-lock-holds-an-unknown-word",
        "the-lock-names-two-kinds",
    ],
)
def test_an_update_is_refused_while_something_else_is_wrong(project: Project, name: str) -> None:
    project.change(yaml.safe_load((FIXTURES / "bad_ids" / f"{name}.yml").read_text("utf-8")))
    before = lock_text(project)
    assert update(project) == 1
    assert lock_text(project) == before


@pytest.mark.parametrize("name", ["a-line-of-the-lock-stands-too-low", "a-line-of-the-lock-stands-twice"])
def test_an_update_tidies_the_lock(project: Project, name: str) -> None:
    before = lock_text(project)
    project.change(yaml.safe_load((FIXTURES / "bad_ids" / f"{name}.yml").read_text("utf-8")))
    assert lock_text(project) != before
    assert update(project) == 0
    assert lock_text(project) == before


@pytest.mark.parametrize("name", ["the-lock-is-missing", "the-lock-is-empty"])
def test_an_update_creates_a_missing_lock(project: Project, name: str) -> None:
    before = lock_text(project)
    project.change(yaml.safe_load((FIXTURES / "bad_ids" / f"{name}.yml").read_text("utf-8")))
    assert update(project) == 0
    assert lock_text(project) == before


def test_a_recreated_lock_has_every_id_that_the_content_still_knows(project: Project) -> None:
    project.change(RENAMED_ITEM)
    project.change(RENAMED_CHECKLIST)
    (project.root / LOCK).unlink()
    assert update(project) == 0
    assert project.problems() == []
    known = {
        "checklist five-day-plan tick",
        "item five-day-plan--cause",
        "item rejection-audit--company-news",
    }
    assert known <= set(lock_lines(project))


@pytest.mark.parametrize("arguments", [[], ["--update"]])
def test_the_command_reports_problems_in_the_content_first(
    project: Project, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    project.change({"find": "    share: 60\n", "replace": "    share: 50\n"})
    assert main(["ids", *arguments, str(project.root)]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("docs/data/recovery.yml:68:1: star: ")


# Whatever is added, renamed or retired, no published id is lost; whatever is dropped is reported

SAMPLE_DATA = yaml.load((SAMPLE / CONTENT).read_text("utf-8"), yaml.CSafeLoader)
CONTEXT = References(
    frozenset(page.relative_to(SAMPLE / "docs").as_posix() for page in (SAMPLE / "docs").rglob("*.md")),
    {part: frozenset(entry["id"] for entry in SAMPLE_DATA[part]) for part in NAMED_PARTS},
)


def content_of(data: dict[str, Any]) -> LoadedContent:
    """Return content whose document has only the part with saved ids, to save time."""
    text = yaml.dump({"checklists": data["checklists"]}, Dumper=yaml.CSafeDumper)
    return LoadedContent(Content.model_validate(data, context=CONTEXT), parse_yaml(text, "recovery.yml"))


def lists_of(sheet: dict[str, Any]) -> list[list[dict[str, Any]]]:
    return [each["items"] for each in sheet.get("groups", [sheet])]


def items_of(sheet: dict[str, Any]) -> list[dict[str, Any]]:
    return [item for items in lists_of(sheet) for item in items]


def ids_of(entry: dict[str, Any]) -> list[str]:
    return [entry["id"], *entry.get("was", ())]


class Editing(RuleBasedStateMachine):
    """An editor at work, who follows the rules at every step and publishes the site now and then."""

    def __init__(self) -> None:
        super().__init__()
        self.data = copy.deepcopy(SAMPLE_DATA)
        self.data["checklists"][0]["verdicts"][1]["no_max"] = 999
        self.count = 0
        self.published: set[SavedId] = set()
        self.publish()

    # Helpers

    def lock(self) -> Lock:
        lines = sorted(self.published, key=str)
        return Lock("ids.lock", {saved_id: number for number, saved_id in enumerate(lines, 1)})

    def fresh(self) -> str:
        self.count += 1
        return f"new-{self.count}"

    def sheet_known(self, sheet: dict[str, Any]) -> bool:
        return any(SavedId("checklist", name) in self.published for name in ids_of(sheet))

    def item_known(self, sheet: dict[str, Any], item_id: str) -> bool:
        return any(SavedId("item", f"{name}--{item_id}") in self.published for name in ids_of(sheet))

    def rename(self, entry: dict[str, Any], *, known: bool) -> None:
        if known:
            entry["was"] = [*entry.get("was", ()), entry["id"]]
        entry["id"] = self.fresh()

    # Steps

    @rule(draw=st.data())
    def add_an_item(self, draw: st.DataObject) -> None:
        sheet = draw.draw(st.sampled_from(self.data["checklists"]))
        items = draw.draw(st.sampled_from(lists_of(sheet)))
        item = {"id": self.fresh(), "text": "New."}
        if sheet["kind"] == "yes-no":
            item["when_no"] = "Do it."
        items.insert(draw.draw(st.integers(0, len(items))), item)

    @rule(draw=st.data())
    def add_a_checklist(self, draw: st.DataObject) -> None:
        sheet = copy.deepcopy(draw.draw(st.sampled_from(SAMPLE_DATA["checklists"])))
        sheet["id"] = self.fresh()
        if "verdicts" in sheet:
            sheet["verdicts"][1]["no_max"] = 999
        self.data["checklists"].append(sheet)

    @rule(draw=st.data())
    def rename_an_item(self, draw: st.DataObject) -> None:
        sheet = draw.draw(st.sampled_from(self.data["checklists"]))
        item = draw.draw(st.sampled_from(items_of(sheet)))
        self.rename(item, known=self.item_known(sheet, item["id"]))

    @rule(draw=st.data())
    def rename_a_checklist(self, draw: st.DataObject) -> None:
        sheet = draw.draw(st.sampled_from(self.data["checklists"]))
        self.rename(sheet, known=SavedId("checklist", sheet["id"]) in self.published)

    @rule(draw=st.data())
    def retire_an_item(self, draw: st.DataObject) -> None:
        sheet = draw.draw(st.sampled_from(self.data["checklists"]))
        draw.draw(st.sampled_from(items_of(sheet)))["retired"] = True

    @rule(draw=st.data())
    def retire_a_checklist(self, draw: st.DataObject) -> None:
        draw.draw(st.sampled_from(self.data["checklists"]))["retired"] = True

    @rule()
    def publish(self) -> None:
        before = set(self.published)
        self.published |= current_ids(content_of(self.data).content)
        assert before <= self.published
        assert id_problems(content_of(self.data), self.lock()) == []

    # What must hold

    @invariant()
    def no_published_id_is_lost(self) -> None:
        loaded = content_of(self.data)
        assert blocking_problems(loaded, self.lock()) == []
        assert self.published <= known_ids(loaded.content)

    @rule(draw=st.data())
    def dropping_an_item_is_reported(self, draw: st.DataObject) -> None:
        data = copy.deepcopy(self.data)
        sheet = draw.draw(st.sampled_from(data["checklists"]))
        items = draw.draw(st.sampled_from(lists_of(sheet)))
        item = draw.draw(st.sampled_from(items))
        if len(items) > 1 and any(self.item_known(sheet, name) for name in ids_of(item)):
            items.remove(item)
            self.expect_reported(data)

    @rule(draw=st.data())
    def dropping_a_checklist_is_reported(self, draw: st.DataObject) -> None:
        data = copy.deepcopy(self.data)
        sheet = draw.draw(st.sampled_from(data["checklists"]))
        if len(data["checklists"]) > 1 and self.sheet_known(sheet):
            data["checklists"].remove(sheet)
            self.expect_reported(data)

    @rule(draw=st.data())
    def renaming_without_a_word_is_reported(self, draw: st.DataObject) -> None:
        data = copy.deepcopy(self.data)
        sheet = draw.draw(st.sampled_from(data["checklists"]))
        item = draw.draw(st.sampled_from(items_of(sheet)))
        if self.item_known(sheet, item["id"]):
            item["id"] = self.fresh()
            self.expect_reported(data)

    @precondition(lambda self: any("was" in sheet for sheet in self.data["checklists"]))
    @rule(draw=st.data())
    def forgetting_what_a_checklist_was_is_reported(self, draw: st.DataObject) -> None:
        data = copy.deepcopy(self.data)
        sheets = [sheet for sheet in data["checklists"] if "was" in sheet]
        del draw.draw(st.sampled_from(sheets))["was"]
        self.expect_reported(data)

    @rule(draw=st.data())
    def forgetting_what_an_item_was_is_reported(self, draw: st.DataObject) -> None:
        data = copy.deepcopy(self.data)
        lists = [items for sheet in data["checklists"] for items in lists_of(sheet)]
        renamed = [item for items in lists for item in items if "was" in item]
        if renamed:
            item = draw.draw(st.sampled_from(renamed))
            item["was"].pop(draw.draw(st.integers(0, len(item["was"]) - 1)))
            if not item["was"]:
                del item["was"]
            self.expect_reported(data)

    def expect_reported(self, data: dict[str, Any]) -> None:
        loaded, lock = content_of(data), self.lock()
        gone = missing_ids(loaded.content, lock)
        reported = {problem.line for problem in blocking_problems(loaded, lock)}
        assert gone
        for saved_id in gone:
            whole = SavedId("checklist", saved_id.id.partition("--")[0])
            assert {lock.lines[saved_id], lock.lines.get(whole)} & reported


TestEditing = Editing.TestCase
# Each example is a long sequence of steps, so a few are enough.
TestEditing.settings = settings(max_examples=settings.default.max_examples // 4)


ID = st.sampled_from(["a", "b", "c", "d", "e"])


@given(st.data())
def test_earlier_ids_are_refused_exactly_when_two_entries_would_share_one(draw: st.DataObject) -> None:
    data = copy.deepcopy(SAMPLE_DATA)
    _, ticks, grouped = data["checklists"]
    sheets = data["checklists"] = [ticks, copy.deepcopy(ticks), grouped]
    for sheet, sheet_id in zip(sheets, draw.draw(st.permutations(["a", "b", "c"])), strict=True):
        sheet["id"] = sheet_id
        sheet["was"] = draw.draw(st.lists(ID, unique=True, max_size=1))
        if "items" in sheet:
            sheet["items"].append({"id": "other", "text": "Other."})
        items = items_of(sheet)
        for item, item_id in zip(items, draw.draw(st.permutations(["a", "b"])), strict=True):
            item["id"] = item_id
            item["was"] = draw.draw(st.lists(ID, unique=True, max_size=2))
    for entry in [*sheets, *(item for sheet in sheets for item in items_of(sheet))]:
        assume(entry["id"] not in entry["was"])
        if not entry["was"]:
            del entry["was"]
    loaded = content_of(data)
    saved = saved_checklists(loaded.content)
    names = Counter(name for one in saved for name in {one.checklist.id, *(one.checklist.was or ())})
    keys = Counter(key for one in saved for entry in one.entries for key in {entry.id, *entry.was})
    shared = any(count > 1 for count in (*names.values(), *keys.values()))
    assert bool(list(_taken_earlier_ids(loaded.document))) == shared


# Whatever the lock contains is read or reported

LINES = st.sampled_from(
    [
        "checklist a tick",
        "checklist a yes-no",
        "checklist b tick",
        "checklist a",
        "item a--b",
        "item a--b--c",
        "item a",
        "item A--b",
        "item a--b tick",
        "<<<<<<< HEAD",
        "=======",
        "# c",
        "",
        "\x00",
        "\r",
    ]
)


@given(st.lists(LINES | st.text(st.characters(exclude_categories=["Cs"]), max_size=20), max_size=8))
def test_no_line_anywhere_breaks_the_reader_of_the_lock(lines: list[str]) -> None:
    lock = parse_lock("\n".join(lines), "ids.lock")
    assert lock.lines or lock.problems
    for problem in lock.problems:
        assert str(problem).count("\n") == 0
        assert problem.line <= len("\n".join(lines).split("\n"))


@given(
    st.sets(
        st.builds(SavedId, st.just("checklist"), ID, st.sampled_from(["tick", "yes-no"]))
        | st.builds(lambda one, two: SavedId("item", f"{one}--{two}"), ID, ID),
        min_size=1,
    )
)
def test_a_lock_is_read_as_it_was_written(ids: set[SavedId]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "ids.lock"
        write_lock(file, ids)
        lock = read_lock(file, Path(folder))
    assert lock.problems == []
    assert {str(saved_id) for saved_id in lock.lines} == {str(saved_id) for saved_id in ids}
