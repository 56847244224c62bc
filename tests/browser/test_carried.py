"""What the debrief says is carried over into the note, visibly, and never overwrites what a reader wrote."""

from __future__ import annotations

import re

import pytest
from built_site import shown_line
from forms import ASK, form_field, kept_fields, open_form
from playwright.sync_api import Locator, Page, expect
from reader import button, violations_in_every_look
from saved_data import arrange, entry, put, storage_key, stored, values

from macros.content import Content

pytestmark = pytest.mark.shares_a_browser

NOTE = "worksheets/follow-up-note/"
PLAN = "checklists/five-day-plan/"
HARBOR = {
    "debrief--i1--order": "1",
    "debrief--i1--role": "store manager",
    "debrief--i1--date": "2026-11-24",
    "debrief--i1--people": "Ms. Alvarez",
    "debrief-row--r1--order": "2",
    "debrief-row--r1--debrief": "i1",
    "debrief-row--r1--question": "How do you plan a week?",
    "debrief-row--r1--missing": "The result: two hours saved.",
}
COMPANY = {"debrief--i1--company": "Harbor Foods"}


def open_note(page: Page, answers: dict[str, str]) -> None:
    arrange(page, {storage_key(answer): entry(value) for answer, value in answers.items()})
    page.goto(NOTE)


def field(page: Page, name: str) -> Locator:
    return page.locator(f"#{name}--note")


def chip(page: Page, name: str) -> Locator:
    return page.locator(f"[data-carried='{name}']")


def choose(page: Page, case: str) -> None:
    page.locator(f"#case--{case}--note").check()


def test_a_new_note_is_filled_in_from_the_debrief(page: Page, recovery: Content) -> None:
    open_note(page, HARBOR)
    choose(page, "left-something-out")
    for name, text in (("role", "store manager"), ("day", "2026-11-24"), ("recipient", "Ms. Alvarez")):
        expect(field(page, name)).to_have_value(text)
        expect(chip(page, name)).to_contain_text(recovery.thread.carried.from_debrief)
    expect(field(page, "note")).to_have_value(re.compile("Ms. Alvarez"))
    page.reload()
    expect(field(page, "role")).to_have_value("store manager")
    assert values(stored(page))[f"follow-up-note--{record(page)}--debrief"] == "i1"


def record(page: Page) -> str:
    return next(
        answer.split("--")[1] for answer in values(stored(page)) if answer.startswith("follow-up-note--")
    )


def test_a_carried_over_text_can_be_taken_out_and_put_back(page: Page, recovery: Content) -> None:
    open_note(page, HARBOR)
    words = recovery.thread.carried
    button(chip(page, "role"), words.take_out).click()
    expect(field(page, "role")).to_have_value("")
    expect(chip(page, "role")).to_contain_text("store manager")
    page.reload()
    expect(field(page, "role")).to_have_value("")
    button(chip(page, "role"), words.put_in).click()
    expect(field(page, "role")).to_have_value("store manager")
    expect(button(chip(page, "role"), words.take_out)).to_be_focused()


def test_what_was_missing_in_the_debrief_is_offered_as_the_one_point(page: Page, recovery: Content) -> None:
    open_note(page, HARBOR)
    choose(page, "left-something-out")
    expect(field(page, "point")).to_have_value("")
    button(chip(page, "point"), recovery.thread.carried.put_in).click()
    expect(field(page, "note")).to_have_value(re.compile("two hours saved"))


def test_carrying_over_never_overwrites_what_a_reader_wrote(page: Page) -> None:
    note = {"follow-up-note--n1--order": "3", "follow-up-note--n1--role": "shift lead"}
    open_note(page, {**HARBOR, **note})
    expect(field(page, "role")).to_have_value("shift lead")
    expect(chip(page, "role")).to_be_hidden()
    expect(chip(page, "recipient")).to_contain_text("Ms. Alvarez")
    expect(field(page, "recipient")).to_have_value("")


def test_the_example_shows_nothing_from_the_debrief(page: Page, recovery: Content) -> None:
    open_note(page, HARBOR)
    button(page, recovery.ui.worksheet.example).click()
    expect(field(page, "role")).not_to_have_value("store manager")
    expect(page.locator("[data-carried]:not([hidden])")).to_have_count(0)
    button(page, recovery.ui.worksheet.example_end).click()
    expect(field(page, "role")).to_have_value("store manager")


def test_marking_a_note_as_sent_makes_waiting_the_next_step(page: Page, recovery: Content) -> None:
    open_note(page, HARBOR)
    choose(page, "nothing-to-add")
    sent = button(page, recovery.thread.sent.button)
    sent.click()
    expect(sent).to_have_attribute("aria-pressed", "true")
    page.get_by_label(recovery.thread.sent.day).fill("2026-11-25")
    expect(
        page.locator("[data-sent]").get_by_role("link", name=recovery.thread.steps.wait.text)
    ).to_be_visible()
    assert values(stored(page))["debrief--i1--sent"] == "2026-11-25"
    page.goto("")
    expect(page.locator("[data-thread] [data-step]")).to_have_text(recovery.thread.steps.wait.text)
    page.goto(NOTE)
    sent.click()
    expect(sent).to_have_attribute("aria-pressed", "false")
    assert "debrief--i1--sent" not in values(stored(page))


def test_without_a_debrief_nothing_is_carried_over(page: Page) -> None:
    open_note(page, {})
    choose(page, "nothing-to-add")
    expect(field(page, "role")).to_have_value("")
    expect(page.locator("[data-carried]:not([hidden])")).to_have_count(0)


def test_the_plan_names_the_cause_to_work_on_until_the_reader_takes_it_out(
    page: Page, recovery: Content
) -> None:
    words, cause = recovery.thread.carried, recovery.root_causes[1]
    arrange(page, {storage_key(answer): entry(value) for answer, value in HARBOR.items()})
    page.goto(f"{PLAN}#day-2")
    expect(chip(page, "cause")).to_be_hidden()
    put(page, {storage_key("debrief-row--r1--cause"): entry(cause.id)})
    page.reload()
    line = page.locator("[data-entry='five-day-plan--work-on-cause']").locator(chip(page, "cause"))
    expect(line).to_contain_text(f"{words.from_debrief} {shown_line(cause.title)}.", use_inner_text=True)
    expect(line.get_by_role("link", name=shown_line(cause.link.text))).to_be_visible()
    expect(line.get_by_role("link")).to_have_count(1)
    assert violations_in_every_look(page) == []
    button(line, words.take_out).click()
    expect(line.get_by_role("link")).to_have_count(0)
    expect(button(line, words.put_in)).to_be_focused()
    page.reload()
    expect(line).to_have_text(re.compile(shown_line(cause.title)), use_inner_text=True)
    expect(line.get_by_role("link")).to_have_count(0)
    button(line, words.put_in).click()
    expect(line.get_by_role("link")).to_have_count(1)


def test_without_a_cause_the_plan_names_none(page: Page) -> None:
    arrange(page, {})
    page.goto(f"{PLAN}#day-2")
    expect(chip(page, "cause")).to_be_hidden()


def test_the_wait_is_counted_from_the_day_of_the_interview_in_the_debrief(
    page: Page, recovery: Content
) -> None:
    words = recovery.thread.carried
    arrange(page, {storage_key(answer): entry(value) for answer, value in (HARBOR | COMPANY).items()})
    open_form(page, ASK)
    expect(form_field(page, "interview")).to_have_value("2026-11-24")
    expect(form_field(page, "name")).to_have_value("Harbor Foods")
    expect(page.locator("[data-day='first'] [data-date]")).to_have_text("Tuesday, December 1")
    expect(chip(page, "interview")).to_contain_text(words.from_debrief)
    assert kept_fields(page, "when-to-ask") == {}
    assert violations_in_every_look(page) == []
    button(chip(page, "interview"), words.take_out).click()
    expect(form_field(page, "interview")).to_have_value("")
    expect(button(chip(page, "interview"), words.put_in)).to_be_focused()
    page.reload()
    expect(form_field(page, "interview")).to_have_value("")
    form_field(page, "interview").fill("2026-11-20")
    expect(chip(page, "interview")).to_be_hidden()
    page.reload()
    expect(form_field(page, "interview")).to_have_value("2026-11-20")


SENT = {"debrief--i1--sent": "2026-11-26"}
THANKS = {"follow-up-note--n1--order": "3", "follow-up-note--n1--case": "nothing-to-add"}
QUESTION = THANKS | {"follow-up-note--n1--case": "no-reply-yet"}


def open_wait(page: Page, answers: dict[str, str]) -> None:
    arrange(page, {storage_key(answer): entry(value) for answer, value in answers.items()})
    open_form(page, ASK)


def test_the_wait_is_counted_from_the_day_the_note_was_sent(page: Page, recovery: Content) -> None:
    words = recovery.thread.carried
    open_wait(page, HARBOR | THANKS | SENT)
    expect(form_field(page, "sent")).to_have_value("2026-11-26")
    expect(page.locator("[data-day='first'] [data-date]")).to_have_text("Thursday, December 3")
    expect(chip(page, "sent")).to_contain_text(words.from_note)
    expect(chip(page, "asked")).to_be_hidden()
    assert kept_fields(page, "when-to-ask") == {}
    assert violations_in_every_look(page) == []
    button(chip(page, "sent"), words.take_out).click()
    expect(form_field(page, "sent")).to_have_value("")
    expect(page.locator("[data-day='first'] [data-date]")).to_have_text("Tuesday, December 1")
    expect(chip(page, "sent")).to_have_text(
        re.compile(re.escape(words.offer_of_note.format(text="Thursday, November 26")))
    )
    page.reload()
    expect(form_field(page, "sent")).to_have_value("")
    button(chip(page, "sent"), words.put_in).click()
    expect(form_field(page, "sent")).to_have_value("2026-11-26")


def test_a_note_that_asks_for_news_counts_as_the_first_question(page: Page, recovery: Content) -> None:
    open_wait(page, HARBOR | QUESTION | SENT)
    expect(form_field(page, "asked")).to_have_value("2026-11-26")
    expect(form_field(page, "sent")).to_have_value("")
    expect(page.locator("[data-day='second'] [data-date]")).to_have_text("Thursday, December 3")
    expect(chip(page, "asked")).to_contain_text(recovery.thread.carried.from_note)


def test_the_day_of_the_note_never_overwrites_a_day_that_was_entered(page: Page) -> None:
    sheet = {"when-to-ask--w1--order": "4", "when-to-ask--w1--sent": "2026-11-20"}
    open_wait(page, HARBOR | THANKS | SENT | sheet)
    expect(form_field(page, "sent")).to_have_value("2026-11-20")
    expect(chip(page, "sent")).to_be_hidden()
    expect(form_field(page, "interview")).to_have_value("")


def test_marking_the_note_as_sent_offers_a_link_to_the_days_of_waiting(page: Page, recovery: Content) -> None:
    open_note(page, HARBOR)
    choose(page, "nothing-to-add")
    button(page, recovery.thread.sent.button).click()
    page.get_by_label(recovery.thread.sent.day).fill("2026-11-25")
    page.locator("[data-sent]").get_by_role("link", name=recovery.thread.steps.wait.text).click()
    expect(form_field(page, "sent")).to_have_value("2026-11-25")
    expect(page.locator("[data-day='first'] [data-date]")).to_have_text("Wednesday, December 2")


def test_carried_over_fields_are_accessible_in_every_look(page: Page) -> None:
    open_note(page, HARBOR)
    choose(page, "left-something-out")
    assert violations_in_every_look(page) == []
