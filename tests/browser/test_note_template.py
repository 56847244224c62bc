"""Notes to copy."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect
from reader import button

from macros.content import Content
from macros.content.notes import NoteTemplate
from macros.content.words import Ui

FOLLOW_UP = "guide/follow-up/"
REFUSE = "navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'));"
MISSING = "Object.defineProperty(navigator, 'clipboard', { value: undefined });"


@pytest.fixture
def template(recovery: Content) -> NoteTemplate:
    """Return the first note on the page about following up."""
    (template,) = (each for each in recovery.note_templates if each.id == "neutral-note")
    return template


def first_note(page: Page) -> Locator:
    return page.locator("[data-module='note-template']").first


def lines(text: str) -> list[str]:
    """Return the lines of a note with straight quotes, as in the content file."""
    plain = text.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    return [line.strip() for line in plain.strip().splitlines()]


def clipboard(page: Page) -> str:
    return page.evaluate("navigator.clipboard.readText()")


@pytest.mark.browser_context_args(permissions=["clipboard-read", "clipboard-write"])
def test_the_note_is_copied_verbatim_with_its_lines(page: Page, words: Ui, template: NoteTemplate) -> None:
    page.goto(FOLLOW_UP)
    button(page, words.note_template.copy_body).first.click()
    expect(first_note(page).get_by_role("status")).to_have_text(words.note_template.copied)
    assert lines(clipboard(page)) == lines(template.body)


@pytest.mark.browser_context_args(permissions=["clipboard-read", "clipboard-write"])
def test_the_subject_is_copied_alone(page: Page, words: Ui, template: NoteTemplate) -> None:
    page.goto(FOLLOW_UP)
    button(page, words.note_template.copy_subject).first.click()
    expect(first_note(page).get_by_role("status")).to_have_text(words.note_template.copied)
    assert lines(clipboard(page)) == lines(template.subject)


@pytest.mark.parametrize("trouble", [REFUSE, MISSING], ids=["refuses", "has no clipboard"])
def test_when_the_browser_cannot_copy_the_text_is_selected_with_a_message(
    page: Page, words: Ui, template: NoteTemplate, trouble: str
) -> None:
    page.add_init_script(trouble)
    page.goto(FOLLOW_UP)
    button(page, words.note_template.copy_body).first.click()
    expect(first_note(page).get_by_role("status")).to_have_text(words.note_template.copy_failed)
    assert lines(page.evaluate("getSelection().toString()")) == lines(template.body)


def test_every_blank_is_marked(page: Page, template: NoteTemplate) -> None:
    page.goto(FOLLOW_UP)
    blanks = first_note(page).locator("[data-note='body'] mark").all_inner_texts()
    assert blanks
    assert len(blanks) == template.body.count("[")
    assert all(blank.startswith("[") and blank.endswith("]") for blank in blanks)
