"""Answers are folded away under their questions: a click, an address or a search in the page opens them."""

from __future__ import annotations

import re
from urllib.parse import quote

import pytest
from built_site import shown, shown_line
from playwright.sync_api import Locator, Page, ViewportSize, expect
from reader import PHONE, WIDE, button, sheets, squeezed

from macros.content import Content
from macros.content.questions import Answer
from macros.content.words import Ui
from tools import ROOT

pytestmark = pytest.mark.shares_a_browser

# Our own site, because the edition has few questions.
PROJECT = ROOT
QUESTIONS = "guide/questions/"


@pytest.fixture(scope="module")
def answers(recovery: Content) -> list[Answer]:
    """Return every answer, in page order."""
    return [answer for topic in recovery.questions for answer in topic.questions]


def question(page: Page, answer: Answer) -> Locator:
    heading = page.get_by_role("heading", name=shown_line(answer.question), exact=True)
    return heading.get_by_role("button")


def text_of(page: Page, answer: Answer) -> Locator:
    return page.get_by_text(shown(answer.answer[0]))


def is_seen(text: Locator) -> bool:
    """Return whether a reader sees it: text that is hidden until found is not rendered."""
    return text.evaluate("text => text.checkVisibility({ contentVisibilityAuto: true })")


def open_ones(page: Page) -> Locator:
    return page.get_by_role("article").get_by_role("button", expanded=True)


def test_every_answer_is_folded_away_at_first(page: Page, answers: list[Answer]) -> None:
    page.goto(QUESTIONS)
    expect(page.get_by_role("article").get_by_role("button", expanded=False)).to_have_count(len(answers))
    assert not any(is_seen(text_of(page, answer)) for answer in answers)


def test_a_click_opens_an_answer_and_another_click_closes_it(page: Page, answers: list[Answer]) -> None:
    page.goto(QUESTIONS)
    first, second = answers[:2]
    question(page, first).click()
    question(page, second).click()
    assert is_seen(text_of(page, first))  # several may be open
    question(page, first).click()
    expect(open_ones(page)).to_have_text([shown_line(second.question)])
    assert [is_seen(text_of(page, answer)) for answer in (first, second)] == [False, True]


def test_answers_open_and_close_with_the_keyboard(page: Page, answers: list[Answer]) -> None:
    page.goto(QUESTIONS)
    question(page, answers[0]).focus()
    page.keyboard.press("Enter")
    assert is_seen(text_of(page, answers[0]))
    page.keyboard.press("Space")
    assert not is_seen(text_of(page, answers[0]))


@pytest.mark.browser_context_args(viewport=PHONE)
def test_an_address_opens_its_answer_and_no_other(page: Page, answers: list[Answer]) -> None:
    answer = answers[len(answers) // 2]
    page.goto(f"{QUESTIONS}#{answer.id}")
    expect(question(page, answer)).to_be_in_viewport()
    expect(open_ones(page)).to_have_text([shown_line(answer.question)])
    assert is_seen(text_of(page, answer))


def test_a_link_from_one_answer_to_another_opens_the_other(page: Page) -> None:
    page.goto(f"{QUESTIONS}#background-check")
    page.locator("#background-check--answer a[href$='#fired-badly']").click()
    expect(page.locator("#fired-badly").get_by_role("button", expanded=True)).to_be_in_viewport()
    expect(open_ones(page)).to_have_count(2)


def test_finding_text_in_a_folded_answer_opens_it(page: Page, answers: list[Answer]) -> None:
    answer = answers[-1]
    words = " ".join(shown(answer.answer[0]).split()[:6])
    page.goto(f"{QUESTIONS}#:~:text={quote(words)}")
    expect(question(page, answer)).to_have_attribute("aria-expanded", "true")
    assert is_seen(text_of(page, answer))


def test_one_button_opens_and_closes_all_answers(page: Page, answers: list[Answer], words: Ui) -> None:
    page.goto(QUESTIONS)
    question(page, answers[0]).click()
    button(page, words.questions.open_all).click()
    expect(open_ones(page)).to_have_count(len(answers))
    assert all(is_seen(text_of(page, answer)) for answer in answers)
    button(page, words.questions.close_all).click()
    expect(open_ones(page)).to_have_count(0)
    expect(button(page, words.questions.open_all)).to_be_focused()


@pytest.mark.browser_context_args(viewport=PHONE)
def test_on_a_phone_the_index_links_to_every_topic(page: Page, recovery: Content, words: Ui) -> None:
    page.goto(QUESTIONS)
    links = page.get_by_role("navigation", name=words.questions.index).get_by_role("link")
    expect(links).to_have_text([shown_line(topic.title) for topic in recovery.questions])
    links.last.click()
    expect(page.get_by_role("heading", name=shown_line(recovery.questions[-1].title))).to_be_in_viewport()


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_the_topics_are_listed_once(page: Page, words: Ui, size: ViewportSize) -> None:
    page.set_viewport_size(size)
    page.goto(QUESTIONS)
    expect(page.get_by_role("navigation", name=words.questions.index)).to_be_visible(visible=size == PHONE)
    expect(page.get_by_role("navigation", name=words.page.contents)).to_be_visible(visible=size == WIDE)


def test_every_answer_is_printed_without_buttons(page: Page, answers: list[Answer], words: Ui) -> None:
    page.goto(QUESTIONS)
    # An answer may start on one sheet and end on the next, after the page number.
    paper = "".join(re.sub(r"^\d+/\d+", "", sheet) for sheet in sheets(page))
    assert [answer.id for answer in answers if squeezed(shown(answer.answer[-1])) not in paper] == []
    assert squeezed(words.questions.open_all) not in paper


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_without_scripts_every_answer_is_open(page: Page, answers: list[Answer]) -> None:
    page.goto(QUESTIONS)
    for answer in answers:
        expect(text_of(page, answer)).to_be_visible()
    expect(page.get_by_role("article").get_by_role("button")).to_have_count(0)


def test_a_page_lists_the_questions_that_come_up_on_it(page: Page, answers: list[Answer], words: Ui) -> None:
    where = "start/waiting.md"
    asked = [answer for answer in answers if where in (answer.asked_on or ())]
    page.goto("start/waiting/")
    links = page.get_by_role("navigation", name=words.questions.asked_here).get_by_role("link")
    expect(links).to_have_text([shown_line(answer.question) for answer in asked])
    links.first.click()
    assert is_seen(text_of(page, asked[0]))
