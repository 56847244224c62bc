"""Who types a question in their own words finds its answer among the first three results."""

from __future__ import annotations

import pytest
from built_site import BASE
from playwright.sync_api import Locator, Page, expect

from tools import ROOT

PROJECT = ROOT  # what people find is what we wrote
# What people type, and where the answer is: a page, or a question or section of one.
TYPED = {
    "i bombed my interview": ["guide/questions/#failed-technical-interview", "start/just-left/"],
    "no reply after interview 2 weeks": ["guide/silence-and-nudging/", "start/waiting/"],
    "called interviewer wrong name": ["guide/follow-up/#small-slips", "guide/what-can-be-recovered/"],
    "should i apologize": ["guide/questions/#apologize-or-not"],
    "star method too long": ["guide/star/"],
    "interviewer was rude": ["guide/difficult-interviewers/"],
    "illegal interview question": ["guide/unfair-or-illegal-questions/"],
    "i lied in my interview": ["guide/questions/#i-exaggerated"],
    "zoom call dropped during interview": ["guide/when-technology-fails/"],
    "i was late to interview": ["guide/questions/#was-late", "guide/what-can-be-recovered/#you-came-late"],
    "can i ask for a second chance": ["guide/questions/#second-try"],
    "typo in thank you email": ["guide/questions/#typo-in-note"],
    "when can i reapply": ["guide/applying-again/"],
    "panic attack in interview": ["guide/health-disability-and-adjustments/#if-it-was-panic"],
    "do i tell them about my adhd": ["guide/health-disability-and-adjustments/#do-i-have-to-tell-them"],
    "asked for too low salary": ["guide/correcting-something-you-said/#a-wrong-salary"],
    "what does we will be in touch mean": ["guide/questions/#be-in-touch"],
    "office tour after bad interview": ["guide/questions/#tour-afterward"],
    "they are considering my profile": ["guide/questions/#considering-your-profile"],
    "i said i don't care about benefits": ["guide/questions/#benefits-remark"],
    "didn't get internal job": ["start/internal-role/"],
    "forgot to send references": ["guide/follow-up/#small-slips"],
    "how long does job search take": ["guide/long-game/#how-long-a-search-takes"],
    "couldn't answer technical question": ["guide/after-a-technical-interview/"],
    "feedback after rejection": [
        "guide/follow-up/#reply-to-rejection",
        "guide/questions/#feedback-and-notes",
    ],
    "i feel hopeless after rejection": ["guide/questions/#dark-thoughts"],
    "we are considering your profile while we interview others": [
        "guide/questions/#considering-your-profile"
    ],
}
# What job seekers ask again and again, and what readers asked under the article that the site grew out of.
ASKED = {
    "was it really that bad": ["guide/questions/#was-it-that-bad"],
    "I can't stop replaying it": ["start/replaying-it/"],
    "How do I recover from a bad interview?": [""],
    "can i send the right answer afterwards": ["guide/questions/#right-answer-later"],
    "one way video interview failed": ["guide/when-technology-fails/#a-one-way-video-failed"],
    "I already sent the note": ["start/note-sent/"],
    "i have no email address for the interviewer": ["guide/questions/#no-address-or-panel"],
    "panel interview thank you note": ["guide/questions/#no-address-or-panel"],
    "when should i follow up after no reply": ["guide/silence-and-nudging/"],
    "When may I apply again?": ["guide/applying-again/"],
    "the interviewer was hostile": ["guide/difficult-interviewers/"],
    "disclose disability in interview": ["guide/health-disability-and-adjustments/"],
    "may i ask for an adjustment": ["guide/health-disability-and-adjustments/"],
    "i exaggerated my experience": ["guide/correcting-something-you-said/#an-exaggeration"],
    "i named the wrong salary": ["guide/questions/#wrong-salary"],
    "internal job interview and my manager knows": ["guide/questions/#manager-knows"],
    "were they just being nice": ["guide/questions/#tour-afterward"],
    "interviewer became argumentative": ["guide/difficult-interviewers/"],
    "forget everything you know": ["guide/difficult-interviewers/"],
    "should i play dumb": ["guide/questions/#hide-what-i-know"],
    "is it positive, negative or 50-50?": ["guide/questions/#four-rounds"],
}


@pytest.mark.parametrize("questions", [TYPED, ASKED], ids=["typed", "asked"])
def test_a_question_as_people_put_it_finds_its_answer(page: Page, questions: dict[str, list[str]]) -> None:
    page.goto("about/privacy/")
    page.get_by_role("textbox").click()
    assert [query for query, answers in questions.items() if not finds(page, query, answers)] == []


def finds(page: Page, query: str, answers: list[str]) -> bool:
    """Tell whether one of the first three results leads to one of the answers."""
    search(page, "")
    expect(results(page)).to_have_count(0)
    search(page, query)
    expect(results(page).nth(2)).to_be_visible()
    answered = results(page).locator(", ".join(map(leading_to, answers))).filter(visible=True)
    return answered.count() > 0


def search(page: Page, query: str) -> None:
    """Enter a query as a whole, so that nothing is found for the beginning of it, and let a key go."""
    page.get_by_role("dialog").get_by_role("textbox").fill(query)
    page.keyboard.press("End")


def results(page: Page) -> Locator:
    """Return the first three results; what they quote of a page may hold lists as well."""
    return page.get_by_role("dialog").locator("ol").first.locator("> li:nth-child(-n+3)")


def leading_to(address: str) -> str:
    """Select the links to an address: those to a whole page may lead to any part of it."""
    whole_page = address and "#" not in address
    return f"a[href{'*' if whole_page else '$'}='{BASE}{address}']"


def test_what_nobody_wrote_about_is_not_found(page: Page) -> None:
    page.goto("about/privacy/")
    page.get_by_role("textbox").click()
    search(page, "xylophone")
    expect(page.get_by_role("dialog").get_by_role("status")).to_contain_text("No matching")
    expect(results(page)).to_have_count(0)
