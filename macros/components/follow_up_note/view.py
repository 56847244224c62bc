"""The worksheet for a note."""

from __future__ import annotations

from typing import Any

from macros.components._parts.threads import thread_values
from macros.components.macro import View, macro
from macros.content import Content
from macros.content.saved import ids_of, records_of, renamed_ids, still_open
from macros.content.worksheets.follow_up_note import NoteCase

# Fields that the debrief can fill: see records/note-records.js.
CARRIES = ("role", "day", "recipient", "topic", "point")


@macro()
def follow_up_note(content: Content) -> View:
    """The worksheet for a note: its steps, the note itself, and its checks."""
    worksheet = content.worksheets.follow_up_note
    choices = {
        "to": [(each, each.title) for each in worksheet.recipients],
        "region": [(each, each.name) for each in content.regions],
        "tone": [(each, each.title) for each in worksheet.tones],
    }
    return View(
        "follow_up_note",
        {
            "worksheet": worksheet,
            "records": records_of(content, worksheet),
            "choices": choices,
            "regions": still_open(content.regions),
            "titles": {note.id: note.title for note in content.note_templates},
            "checks": {name.replace("_", "-"): check for name, check in worksheet.checks},
            "settings": _note_settings(content),
            "thread": content.thread,
            "carries": CARRIES,
        },
    )


def _note_settings(content: Content) -> dict[str, Any]:
    """Return what the script of the worksheet needs: templates, rules and sentences."""
    worksheet = content.worksheets.follow_up_note
    used = {case.template for case in worksheet.cases}
    notes = [note for note in content.note_templates if note.id in used]
    swaps = [swap.replace for tone in worksheet.tones for swap in tone.swaps]
    asides = [aside for each in worksheet.recipients for aside in (each.before, each.after) if aside]
    fields = [field for step in worksheet.steps for field in step.fields]
    roles = {name: field.role for field in fields for name in ids_of(field)}
    parts = ("recipients", "tones", "only_if_true", "days", "checks", "language", "words")
    return {
        **worksheet.model_dump(include=set(parts)),
        "checks": {name.replace("_", "-"): check.model_dump() for name, check in worksheet.checks},
        "cases": [_with_roles(case, roles) for case in worksheet.cases],
        "fields": [field.model_dump() | {"id": field.role} for field in fields],
        "templates": {note.id: {"subject": note.subject, "body": note.body} for note in notes},
        "template_words": "\n".join([*(note.body for note in notes), *swaps, *asides]),
        "example": _example(content, roles),
        "subject": worksheet.subject.label,
        "locale": content.ui.page.language,
        "weaknesses": thread_values(content)["thread_weaknesses"],
    }


def _example(content: Content, roles: dict[str, str]) -> dict[str, str]:
    """Return the text or choice for each field; renamed choices get their ids of today."""
    worksheet = content.worksheets.follow_up_note
    today = renamed_ids((*worksheet.cases, *worksheet.recipients, *worksheet.tones, *content.regions))
    return {
        roles.get(each.field, each.field): today.get(each.value, each.value) for each in worksheet.example
    }


def _with_roles(case: NoteCase, roles: dict[str, str]) -> dict[str, Any]:
    """Return a case whose hints name fields by their roles, as the script does."""
    hints = [{"field": roles.get(hint.field, hint.field), "text": hint.text} for hint in case.hints]
    return case.model_dump() | {"hints": hints}
