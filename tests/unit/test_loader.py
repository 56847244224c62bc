from __future__ import annotations

import datetime as dt
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import pytest
import yaml
from broken import TEXT, change_bytes, change_node
from hypothesis import given
from hypothesis import strategies as st
from sample_project import FIXTURES, Project, cases

from macros.__main__ import main
from macros.checks.load import load_content
from macros.checks.project import CONTENT
from macros.content import Content
from macros.problems import ContentError, Problem, plain
from macros.reading.text_file import MAX_BYTES
from macros.reading.yaml_tree import parse_yaml

ROOT = Path(__file__).parents[2]
SAMPLE = FIXTURES / "sample"


def load(project: Project) -> Content:
    return load_content(project.content, project.docs).content


def problems_of(project: Project) -> tuple[Problem, ...]:
    with pytest.raises(ContentError) as caught:
        load(project)
    return caught.value.problems


# What is accepted


def test_the_sample_loads_as_typed_entries(project: Project) -> None:
    recovery = load(project)
    assert recovery.checklists[0].id == "rejection-audit"
    assert recovery.checklists[0].revised == dt.date(2026, 11, 22)
    assert recovery.note_templates[0].body == "Dear [name],\n\nthank you for your time."
    assert recovery.sources[1].year is None


@pytest.mark.parametrize("start", [b"\xef\xbb\xbf", b"# caf\xc3\xa9\r\n", b"---\n"])
def test_a_byte_order_mark_windows_line_endings_and_a_document_marker_do_no_harm(
    project: Project, start: bytes
) -> None:
    project.content.write_bytes(start + project.content.read_bytes().replace(b"\n", b"\r\n"))
    assert load(project)


def test_an_unquoted_yes_or_no_is_a_valid_key(project: Project) -> None:
    project.change({"find": 'total}"\n    "yes": "Yes"\n', "replace": 'total}"\n    yes: "Yes"\n'})
    assert load(project).ui.checklist.yes == "Yes"


def test_a_date_may_be_quoted(project: Project) -> None:
    text = project.content.read_text("utf-8")
    project.content.write_text(text.replace("2026-11-22", '"2026-11-22"'), "utf-8")
    assert load(project).checklists[0].revised == dt.date(2026, 11, 22)


def test_two_checklists_may_use_the_same_item_id(project: Project) -> None:
    project.change({"find": "      - id: name\n", "replace": "      - id: company-news\n"})
    assert load(project)


def test_a_source_that_only_a_page_cites_counts_as_cited(project: Project) -> None:
    assert load(project)
    project.change(
        {"file": "docs/checklists/rejection-audit.md", "find": ' {{ cite("wintechub") }}', "replace": ""}
    )
    (problem,) = problems_of(project)
    assert problem.where == ("sources", "wintechub", "id")


def test_a_citation_may_use_single_quotes(project: Project) -> None:
    project.change(
        {
            "file": "docs/checklists/rejection-audit.md",
            "find": 'cite("wintechub")',
            "replace": "cite('wintechub')",
        }
    )
    assert project.problems() == []


# What is refused: each case is a file in tests/fixtures/bad_content


@pytest.mark.parametrize("case", cases("bad_content"))
def test_a_mistake_in_the_content_is_reported_with_its_location_and_a_fix(
    project: Project, case: dict[str, Any]
) -> None:
    project.change(case)
    assert project.problems() == case["problems"]


def test_all_mistakes_are_reported_at_once_in_the_order_of_the_file(project: Project) -> None:
    text = project.content.read_text("utf-8")
    text = text.replace("share: 60", "share: 500").replace("kind: tick", "kind: list")
    project.content.write_text(text.replace("  - id: late", "  - id: Late"), "utf-8")
    problems = problems_of(project)
    assert [problem.line for problem in problems] == [35, 78, 105]


def test_the_last_line_counts_the_problems() -> None:
    one = Problem("docs/index.md", 3, 1, (), "this is wrong. Mend it.")
    two = Problem("docs/index.md", 2, 7, ("star", "share"), "so is this. Mend it too.")
    assert str(ContentError([one])).splitlines()[-1] == "1 problem"
    assert str(ContentError([one, two, one])).splitlines() == [
        "docs/index.md:2:7: star › share: so is this. Mend it too.",  # noqa: RUF001
        "docs/index.md:3:1: this is wrong. Mend it.",
        "2 problems",
    ]


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [(b"a: 1\nb: caf\xe9\n", 2, 7), (b"a: \xc3\xa9\n\xc3", 2, 1)],
)
def test_a_file_in_another_encoding_is_reported_at_the_invalid_byte(
    project: Project, data: bytes, line: int, column: int
) -> None:
    project.content.write_bytes(data)
    (problem,) = problems_of(project)
    assert (problem.line, problem.column) == (line, column)
    assert "Save the file again with the encoding UTF-8, or paste" in problem.message


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_a_file_saved_as_utf_16_is_reported_with_a_way_to_save_it(project: Project, encoding: str) -> None:
    project.content.write_bytes("\ufeffa: b\n".encode(encoding))
    (problem,) = problems_of(project)
    assert "paste its text into the file on GitHub" in problem.message


def test_a_file_that_is_too_large_is_refused(project: Project) -> None:
    project.content.write_bytes(b"#" * (MAX_BYTES + 1))
    (problem,) = problems_of(project)
    assert "Look for text pasted twice." in problem.message


def test_a_folder_in_place_of_the_file_is_reported(project: Project) -> None:
    project.content.unlink()
    project.content.mkdir()
    (problem,) = problems_of(project)
    assert problem.message.startswith("this file cannot be read")


def test_text_in_a_message_is_one_short_line() -> None:
    assert plain("a\n b\x00\ud83d") == "a b\ufffd\ufffd"
    assert len(plain("long " * 100)) == 60


def test_a_deeply_nested_file_is_refused_before_it_is_read_to_its_end() -> None:
    start = time.perf_counter()
    with pytest.raises(ContentError, match="levels deep"):
        parse_yaml("[" * (MAX_BYTES - 1), "deep.yml")
    assert time.perf_counter() - start < 5


def test_a_very_long_sexagesimal_number_stays_text() -> None:
    start = time.perf_counter()
    assert parse_yaml("share: 1" + ":1" * 200_000, "long.yml").data == {"share": "1" + ":1" * 200_000}
    assert time.perf_counter() - start < 5


# The command


def test_the_command_counts_what_it_found(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(SAMPLE)]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("docs/data/recovery.yml: 3 checklists, ")
    assert out.endswith(", no problems\n")
    assert err == ""


def test_the_command_reports_problems_in_content_and_pages_together(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    project.change({"find": "    share: 60\n", "replace": "    share: 50\n"})
    project.change({"file": "docs/guide/star.md", "find": "star_table()", "replace": "star_tabel()"})
    assert main(["check", str(project.root)]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert [line.split(":")[0] for line in err.splitlines()] == [
        "docs/data/recovery.yml",
        "docs/guide/star.md",
        "2 problems",
    ]


def test_the_check_runs_without_the_site_generator() -> None:
    code = "import sys, macros.__main__ as m; m.main(['check']); print('mkdocs' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.splitlines()[-1] == "False"


# Whatever the file contains, the loader returns content or reports problems


def problems_in(data: bytes, docs: Path) -> tuple[Problem, ...]:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "recovery.yml"
        file.write_bytes(data)
        try:
            assert isinstance(load_content(file, docs).content, Content)
        except ContentError as error:
            return error.problems
    return ()


def check_bytes(data: bytes, docs: Path) -> None:
    """Load a file: anything but content or printable problems fails the test."""
    lines = data.count(b"\n") + data.count(b"\r") + 1
    for problem in problems_in(data, docs):
        assert str(problem).encode().count(b"\n") == 0
        assert problem.line <= lines


SAMPLE_DATA = yaml.load((SAMPLE / CONTENT).read_text("utf-8"), yaml.CSafeLoader)
SCALAR = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.dates()
    | st.datetimes()
    | st.binary(max_size=9)
    | TEXT
    | st.sampled_from(
        ["", " ", "[x](nowhere.md)", "[x]()", "https://", "a-b", "2026-13-40", "yes", "<<", "="]
    )
)
VALUE = st.recursive(
    SCALAR,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(SCALAR, inner, max_size=3) | st.sets(TEXT, max_size=2)
    ),
    max_leaves=6,
)


@given(st.data())
def test_no_value_anywhere_breaks_the_loader(draw: st.DataObject) -> None:
    data = yaml.safe_dump(change_node(SAMPLE_DATA, draw, VALUE), allow_unicode=True)
    check_bytes(data.encode(), SAMPLE / "docs")


@given(st.data())
def test_no_byte_anywhere_breaks_the_loader(draw: st.DataObject) -> None:
    check_bytes(change_bytes((SAMPLE / CONTENT).read_bytes(), draw), SAMPLE / "docs")
