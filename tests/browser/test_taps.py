"""From the interview to a copied note by touch, with a keyboard over half of the screen."""

from __future__ import annotations

import re

import pytest
from built_site import shown_line
from playwright.sync_api import Locator, Page, expect
from reader import wait_for_tools

from macros.content import Content
from macros.content.checklists import YesNoList

# The part of a phone 844 pixels high that is visible above its keyboard.
HEIGHT = 450
pytestmark = pytest.mark.browser_context_args(
    viewport={"width": 390, "height": HEIGHT}, has_touch=True, permissions=["clipboard-write"]
)
QUESTIONS = ("a conflict at work", "a week", "why this job", "my notice")
MISSING = "I left out that."
MOST_UNTIL_REST = 14
MOST_UNTIL_COPIED = 25
MOST_UNTIL_PLAN = 10
# In heights of the visible part.
MOST_SCREENS = 8
# How far the page must scroll, at least, to show a whole element between what sticks to the top and the bottom.
WAY_TO = """element => {
    const stays = [...document.querySelectorAll("header, [data-progress], .dock")]
        .filter(each => !each.contains(element) && each.checkVisibility());
    const edges = stays.map(each => each.getBoundingClientRect());
    const top = Math.max(0, ...edges.filter(({ top }) => top <= 60).map(({ bottom }) => bottom));
    const bottom = Math.min(innerHeight, ...edges.filter(({ bottom }) => bottom >= innerHeight).map(({ top }) => top));
    const seen = element.getBoundingClientRect();
    if (seen.top < top) return seen.top - top;
    return Math.max(0, Math.min(seen.bottom - bottom, seen.top - top));
}"""


class Finger:
    """Taps and scrolls, and counts both.

    It scrolls only until the element that it taps or reads is fully visible; a reader may scroll more. Scrolling
    by the page itself after a tap does not count.
    """

    def __init__(self) -> None:
        self.taps = 0
        self.scrolled = 0.0

    def read(self, target: Locator) -> None:
        way: float = target.evaluate(WAY_TO)
        if way:
            target.evaluate("(_, way) => scrollBy({ top: way, behavior: 'instant' })", way)
        self.scrolled += abs(way)

    def tap(self, target: Locator) -> None:
        self.read(target)
        target.tap()
        self.taps += 1

    @property
    def screens(self) -> float:
        return self.scrolled / HEIGHT


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
        for text in (question, "I said this.", MISSING, "They nodded.")[: 2 if number else 4]:
            expect(page.locator("[data-now] textarea")).to_be_focused()
            page.keyboard.type(text)
            finger.tap(dock.locator("[data-action='capture-next']"))
    finger.tap(dock.locator("[data-action='capture-no-more']"))
    expect(page.locator("[data-now] textarea")).to_be_focused()
    page.keyboard.type("They laughed.")
    finger.tap(dock.locator("[data-action='capture-done']"))


def test_four_questions_are_written_down_in_at_most_fourteen_taps(
    page: Page, recovery: Content, finger: Finger
) -> None:
    write_it_down(page, finger)
    end = recovery.worksheets.debrief.words.capture_end
    expect(page.get_by_role("heading", name=shown_line(end.title))).to_be_visible()
    assert finger.taps <= MOST_UNTIL_REST


def test_the_next_day_cause_answer_and_note_take_few_taps_and_little_scrolling(
    page: Page, recovery: Content, finger: Finger
) -> None:
    """Texts from the debrief are put in with a tap; nothing already written is typed again."""
    write_it_down(page, Finger())
    page.goto("")
    finger.tap(page.locator("[data-thread] [data-step]"))
    find_the_cause(page, finger)
    finger.tap(page.locator("[data-dock]").get_by_role("link"))
    write_the_answer(page, recovery, finger)
    finger.tap(page.locator("[data-dock]").get_by_role("link"))
    write_the_note(page, finger)
    assert finger.taps <= MOST_UNTIL_COPIED
    assert finger.screens <= MOST_SCREENS


def find_the_cause(page: Page, finger: Finger) -> None:
    row = page.locator("[data-entries] > [data-entry]").first
    finger.tap(row.locator("[data-field='cause'] label").nth(2))
    finger.tap(row.locator("[data-field='weakness'] label").last)


def write_the_answer(page: Page, recovery: Content, finger: Finger) -> None:
    answer = page.locator("[data-entries] > [data-entry]").first
    expect(answer.locator("[data-field='question']")).to_have_value(QUESTIONS[0])
    finger.tap(answer.get_by_label(recovery.star[0].component, exact=True))
    for number, part in enumerate(recovery.star):
        if number:
            finger.tap(page.get_by_role("button", name=next_field(recovery, part.component)))
        expect(answer.get_by_label(part.component, exact=True)).to_be_focused()
        page.keyboard.type(f"My {part.id}.")


def next_field(recovery: Content, label: str) -> str:
    return recovery.thread.next_field.replace("{field}", label)


def write_the_note(page: Page, finger: Finger) -> None:
    note = page.locator("[data-worksheet='follow-up-note'] [data-entries]")
    expect(note).to_be_visible()
    wait_for_tools(page)
    finger.tap(note.locator("label", has=page.locator("input[value='left-something-out']")))
    go_on = page.locator("[data-action='next-field']")
    while go_on.is_visible():
        finger.tap(go_on)
        field = page.locator("[data-field]:focus").get_attribute("data-field") or ""
        offer = page.locator(f"[data-carried='{field}'] [data-action='put-in']")
        if offer.is_visible():
            finger.tap(offer)
        else:
            page.keyboard.type("11/24/2026" if field == "day" else f"my {field}")
    finger.tap(note.locator("[data-see]"))
    letter = note.locator("[data-field='note']")
    expect(letter).to_have_value(re.compile(re.escape(MISSING)))
    finger.read(letter)
    finger.tap(note.locator("[data-action='copy-note']"))
    expect(note.locator("[data-action='copy-note']")).to_have_attribute("data-done", "Copied")


def test_a_rejected_reader_reaches_the_plan_through_the_audit_in_at_most_ten_taps(
    page: Page, recovery: Content, finger: Finger, audit: YesNoList
) -> None:
    page.goto("")
    finger.tap(page.locator("article a[href*='rejected']").first)
    finger.tap(page.locator("article a[href*='reading-signals']").first)
    finger.tap(page.locator(".do-it-now").get_by_role("link", name=audit.title))
    questions = page.locator("article [data-entry]")
    expect(questions).to_have_count(len(audit.items))
    for question in questions.all():
        finger.tap(question.locator("label").nth(1))
    finger.tap(page.locator("[data-result-link]"))
    verdict = page.locator("[data-verdict='prepare']")
    expect(verdict.get_by_role("heading")).to_be_in_viewport(ratio=1)
    finger.tap(page.locator(".checklist__next"))
    plan = recovery.thread.steps.plan
    assert plan
    expect(page).to_have_url(re.compile(plan.page.replace(".md", "/$")))
    assert finger.taps <= MOST_UNTIL_PLAN
    assert finger.screens <= MOST_SCREENS
