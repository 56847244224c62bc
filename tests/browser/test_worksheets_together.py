"""From the debrief to better answers and the note, typed by hand and reloaded at every step."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect
from reader import visible

pytestmark = pytest.mark.shares_a_browser

SIZES = [{"width": 390, "height": 664}, {"width": 1280, "height": 800}]
# A page that requests the microphone logs an error, which fails the test.
NO_MICROPHONE = """() => {
    if (navigator.mediaDevices) navigator.mediaDevices.getUserMedia = () => console.error("microphone");
}"""
ROWS = [
    ("How do you plan a week?", "fine"),
    ("When did you lead a team?", "missing"),
    ("What did you do about a conflict?", "weak"),
    ("Why this job?", "shaky"),
]
PARTS = {
    "situation": "Two shifts shared one oven.",
    "task": "I had to end the fight.",
    "action": "I watched both, and I moved one slot by half an hour.",
    "result": "The shouting stopped.",
}
NOTE = {
    "recipient": "Ms. Example",
    "job": "shift lead",
    "topic": "a conflict at work",
    "point": "I moved one slot by half an hour.",
    "sender": "[my name]",
}


@pytest.fixture
def asked(page: Page) -> list[str]:
    """Return the address of every request of the browser, as a list that grows."""
    addresses: list[str] = []
    page.on("request", lambda request: addresses.append(request.url))
    page.add_init_script(f"({NO_MICROPHONE})()")
    return addresses


def field(where: Page | Locator, name: str) -> Locator:
    return where.locator(f"[data-field='{name}']").filter(visible=True)


def questions(page: Page) -> list[str]:
    """Return the question of every row or answer, including folded ones."""
    return [each.locator("[data-field='question']").input_value() for each in entries(page).all()]


def entries(page: Page) -> Locator:
    return visible(page, "[data-entries] > [data-entry]")


@pytest.mark.parametrize("size", SIZES, ids=["phone", "wide"])
def test_a_debrief_leads_to_better_answers_and_a_note(
    page: Page, asked: list[str], size: dict[str, int], home: str
) -> None:
    page.set_viewport_size(size)
    write_debrief(page)
    answer_the_weakest(page)
    write_note(page)
    assert {address for address in asked if not address.startswith((home, "blob:", "data:"))} == set()


def write_debrief(page: Page) -> None:
    page.goto("worksheets/debrief/")
    for number, (question, weakness) in enumerate(ROWS):
        if number:
            page.locator("[data-action='add']").filter(visible=True).click()
        row = entries(page).nth(number)
        field(row, "question").press_sequentially(question)
        field(row, "weakness").locator(f"input[value='{weakness}']").check()
    page.reload()
    written = questions(page)
    assert written == [question for question, _ in ROWS]


def answer_the_weakest(page: Page) -> None:
    expect(page.locator("[data-weakest] li")).to_have_text([ROWS[1][0], ROWS[2][0], ROWS[3][0]])
    page.locator("[data-weakest] a").first.click()
    expect(entries(page)).to_have_count(1)
    assert questions(page) == [ROWS[1][0]]
    for part, text in PARTS.items():
        field(entries(page).first, part).press_sequentially(text)
    page.reload()
    for part, text in PARTS.items():
        expect(field(entries(page).first, part)).to_have_value(text)


def write_note(page: Page) -> None:
    page.locator("[data-dock]").get_by_role("link").click()
    page.locator("[data-entries] input[value='left-something-out']").check()
    for name, text in NOTE.items():
        if field(page, name).count():
            field(page, name).press_sequentially(text)
    expect(field(page, "note")).to_have_value(re.compile(re.escape(NOTE["point"])))
    page.reload()
    expect(field(page, "topic")).to_have_value(NOTE["topic"])
    expect(field(page, "note")).to_have_value(re.compile(re.escape(NOTE["point"])))
