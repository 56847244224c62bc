"""The way from the interview to a note that is copied, by touch, with a keyboard in front of half the screen."""

from __future__ import annotations

import pytest
from built_site import shown_line
from playwright.sync_api import Locator, Page, expect

from macros.content import Content

# A phone of 844 pixels above its keyboard.
pytestmark = pytest.mark.browser_context_args(
    viewport={"width": 390, "height": 450}, has_touch=True, permissions=["clipboard-write"]
)
QUESTIONS = ("a conflict at work", "a week", "why this job", "my notice")
PARTS = ("situation", "task", "action", "result")
MOST_UNTIL_REST = 14
MOST_UNTIL_COPIED = 25


class Finger:
    """Taps, and counts how often."""

    def __init__(self) -> None:
        self.taps = 0

    def tap(self, target: Locator) -> None:
        target.tap()
        self.taps += 1


@pytest.fixture
def finger() -> Finger:
    """Return a finger that has not tapped yet."""
    return Finger()


def write_it_down(page: Page, finger: Finger) -> None:
    page.goto("")
    finger.tap(page.locator("article a[href*='just-left']").first)
    finger.tap(page.locator("article a[href$='#capture']").first)
    dock = page.locator("[data-capture-dock]")
    for number, question in enumerate(QUESTIONS):
        for text in (question, "I said this.", "I left out that.", "They nodded.")[: 2 if number else 4]:
            expect(page.locator("[data-now] textarea")).to_be_focused()
            page.keyboard.type(text)
            finger.tap(dock.locator("[data-action='capture-next']"))
    finger.tap(dock.locator("[data-action='capture-no-more']"))
    page.keyboard.type("They laughed.")
    finger.tap(dock.locator("[data-action='capture-done']"))


def test_four_questions_are_written_down_within_fourteen_taps(
    page: Page, recovery: Content, finger: Finger
) -> None:
    write_it_down(page, finger)
    end = recovery.worksheets.debrief.words.capture_end
    expect(page.get_by_role("heading", name=shown_line(end.title))).to_be_visible()
    assert finger.taps <= MOST_UNTIL_REST


def test_cause_answer_and_copied_note_take_at_most_twenty_five_taps_the_next_day(
    page: Page, finger: Finger
) -> None:
    write_it_down(page, Finger())
    page.goto("worksheets/debrief/")
    row = page.locator("[data-entries] > [data-entry]").first
    finger.tap(row.locator("[data-field='cause'] label").nth(2))
    finger.tap(row.locator("[data-field='weakness'] label").last)
    finger.tap(page.locator("[data-action='make-drafts']"))
    finger.tap(page.locator("[data-drafts] a"))
    answer = page.locator("[data-entries] > [data-entry]").first
    expect(answer.locator("[data-field='question']")).to_have_value(QUESTIONS[0])
    for part in PARTS:
        finger.tap(answer.locator(f"[data-field='{part}']"))
        page.keyboard.type(f"My {part}.")
    finger.tap(page.locator("#what-next + ul a").first)
    note = page.locator("[data-worksheet='follow-up-note'] [data-entries]")
    finger.tap(note.locator("label", has=page.locator("input[value='left-something-out']")))
    for name in ("recipient", "role", "topic", "point", "sender"):
        finger.tap(note.locator(f"[data-field='{name}']"))
        page.keyboard.type(f"my {name}")
    finger.tap(note.locator("a[href='#your-note']"))
    finger.tap(note.locator("[data-action='copy-note']"))
    expect(note.locator("[data-action='copy-note']")).to_have_attribute("data-done", "Copied")
    assert finger.taps <= MOST_UNTIL_COPIED
