"""Several interviews: each tool says which one it is about, and saves what is written for that one."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect
from reader import button, violations_in_every_look
from saved_data import MY_RECOVERY, arrange, entry, storage_key, stored, values

from macros.content import Content

pytestmark = pytest.mark.shares_a_browser

TOOLS = DEBRIEF, STAR, NOTE, ASK = tuple(
    f"worksheets/{name}/" for name in ("debrief", "star-answer", "follow-up-note", "when-to-ask")
)
HARBOR = {
    "debrief--i1--order": "1",
    "debrief--i1--company": "Harbor Foods",
    "debrief--i1--role": "store manager",
    "debrief--i1--date": "2026-11-24",
    "debrief-row--r1--order": "1",
    "debrief-row--r1--debrief": "i1",
    "debrief-row--r1--question": "How do you plan a week?",
}
ORCHARD = {
    "debrief--i2--order": "2",
    "debrief--i2--company": "Orchard",
    "debrief--i2--role": "cook",
    "debrief--i2--date": "2026-11-20",
    "debrief--i2--people": "Mr. Okafor",
}
ANSWERS = {
    "star-answer--a1--order": "1",
    "star-answer--a1--question": "Of Harbor Foods",
    "star-answer--a1--debrief": "i1",
    "star-answer--a2--order": "2",
    "star-answer--a2--question": "Of the Orchard",
    "star-answer--a2--debrief": "i2",
}
NOTES = {
    "follow-up-note--n1--order": "1",
    "follow-up-note--n1--recipient": "Ms. Alvarez",
    "follow-up-note--n1--debrief": "i1",
    "follow-up-note--n1--chosen": "5",
    "follow-up-note--n2--order": "2",
    "follow-up-note--n2--recipient": "Mr. Okafor",
    "follow-up-note--n2--debrief": "i2",
    "follow-up-note--n2--chosen": "4",
}
BOTH = HARBOR | ORCHARD
# The left edge of the text of each element, in pixels.
BEGINNINGS = """elements => elements.map((each) => {
    const letters = document.createRange();
    letters.selectNodeContents(each);
    return Math.round(letters.getBoundingClientRect().left);
})"""
FIRST, SECOND = "Harbor Foods, store manager", "Orchard, cook"


def open_with(page: Page, address: str, answers: dict[str, str]) -> None:
    arrange(page, {storage_key(answer): entry(value) for answer, value in answers.items()})
    page.goto(address)


def choice(page: Page, recovery: Content) -> Locator:
    return page.get_by_label(recovery.thread.interviews, exact=True)


def chosen(page: Page) -> Locator:
    return page.locator("[data-several] select option:checked")


def titles(page: Page) -> Locator:
    return page.locator("[data-entries] > [data-entry] > h2 [data-title]").filter(visible=True)


def card(page: Page, name: str) -> Locator:
    return page.get_by_role("region", name=name, exact=True)


@pytest.mark.parametrize("tool", TOOLS)
def test_with_one_interview_there_is_nothing_to_choose(page: Page, recovery: Content, tool: str) -> None:
    open_with(page, tool, {})
    expect(choice(page, recovery)).to_be_hidden()
    open_with(page, tool, HARBOR)
    page.locator("[data-started]").wait_for()
    expect(choice(page, recovery)).to_be_hidden()


@pytest.mark.parametrize("tool", TOOLS)
def test_each_tool_says_which_interview_it_is_about(page: Page, recovery: Content, tool: str) -> None:
    open_with(page, tool, BOTH)
    expect(choice(page, recovery).locator("option")).to_have_text([FIRST, SECOND])
    expect(chosen(page)).to_have_text(SECOND)
    assert violations_in_every_look(page) == []
    choice(page, recovery).select_option(FIRST)
    for other in TOOLS:
        page.goto(other)
        expect(chosen(page)).to_have_text(FIRST)


def test_interviews_with_the_same_name_are_distinguished_by_date(page: Page, recovery: Content) -> None:
    names = {"debrief--i2--company": "Harbor Foods", "debrief--i2--role": "store manager"}
    open_with(page, STAR, BOTH | names)
    days = [
        recovery.thread.dated.replace("{day}", day) for day in ("Tuesday, November 24", "Friday, November 20")
    ]
    expect(choice(page, recovery).locator("option")).to_have_text([f"{FIRST} · {day}" for day in days])


def test_a_right_to_left_name_is_aligned_with_the_others(page: Page) -> None:
    arabic = {"debrief--i2--company": "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER BEH}", "debrief--i2--role": ""}
    open_with(page, MY_RECOVERY, BOTH | arabic)
    for names in (page.locator("[data-thread] [data-name]"), page.locator("[data-list] li a")):
        expect(names.filter(visible=True)).to_have_count(2)
        first, second = names.filter(visible=True).evaluate_all(BEGINNINGS)
        assert first == second


def test_interviews_without_a_name_are_numbered(page: Page, recovery: Content) -> None:
    open_with(page, STAR, {"debrief--i1--order": "1", "debrief--i2--order": "2"})
    untitled = recovery.thread.untitled
    expect(choice(page, recovery).locator("option")).to_have_text([f"1. {untitled}", f"2. {untitled}"])


def test_a_new_answer_belongs_to_the_chosen_interview(page: Page, recovery: Content) -> None:
    open_with(page, STAR, BOTH)
    choice(page, recovery).select_option(FIRST)
    choice(page, recovery).select_option(SECOND)
    page.locator("[data-entries] [data-field='question']").first.fill("Why cooking?")
    page.goto(MY_RECOVERY)
    expect(card(page, SECOND).locator("[data-station='answers']")).to_have_attribute("data-state", "begun")
    expect(card(page, FIRST).locator("[data-station='answers']")).to_have_attribute("data-state", "open")


def test_answers_for_the_chosen_interview_come_first_and_others_name_theirs(
    page: Page, recovery: Content
) -> None:
    open_with(page, STAR, BOTH | ANSWERS)
    expect(titles(page)).to_have_text(["Of the Orchard", "Of Harbor Foods"])
    about = page.locator("[data-other-interview]").filter(visible=True)
    expect(about).to_have_text([FIRST])
    choice(page, recovery).select_option(FIRST)
    expect(titles(page)).to_have_text(["Of Harbor Foods", "Of the Orchard"])
    expect(about).to_have_text([SECOND])
    expect(page.locator("#situation--a1")).to_be_visible()
    expect(page.locator("#situation--a2")).to_be_hidden()


def test_an_interview_without_answers_gets_an_empty_one_before_those_for_others(
    page: Page, recovery: Content
) -> None:
    open_with(page, STAR, BOTH | {name: value for name, value in ANSWERS.items() if "a1" in name})
    expect(titles(page)).to_have_text([recovery.worksheets.star_answer.words.answer, "Of Harbor Foods"])
    expect(page.locator("#situation--a1")).to_be_hidden()
    page.locator("[data-entries] [data-field='question']").first.fill("Why cooking?")
    expect(titles(page)).to_have_text(["Why cooking?", "Of Harbor Foods"])


def test_an_answer_moves_only_among_those_for_its_interview(page: Page, recovery: Content) -> None:
    third = {
        "star-answer--a3--order": "3",
        "star-answer--a3--question": "Third",
        "star-answer--a3--debrief": "i1",
    }
    open_with(page, f"{STAR}#situation--a3", BOTH | ANSWERS | third)
    expect(titles(page)).to_have_text(["Of Harbor Foods", "Third", "Of the Orchard"])
    button(page.locator("#star-answer--a3"), recovery.ui.worksheet.move_up).click()
    expect(titles(page)).to_have_text(["Third", "Of Harbor Foods", "Of the Orchard"])
    page.reload()
    expect(titles(page)).to_have_text(["Third", "Of Harbor Foods", "Of the Orchard"])


def test_a_new_note_is_filled_in_from_the_chosen_interview(page: Page, recovery: Content) -> None:
    open_with(page, NOTE, BOTH)
    choice(page, recovery).select_option(FIRST)
    expect(page.locator("#role--note")).to_have_value("store manager")
    choice(page, recovery).select_option(SECOND)
    expect(page.locator("#role--note")).to_have_value("cook")
    expect(page.locator("#recipient--note")).to_have_value("Mr. Okafor")
    page.locator("#case--nothing-to-add--note").check()
    page.goto(MY_RECOVERY)
    expect(card(page, SECOND).locator("[data-station='note']")).to_have_attribute("data-state", "begun")
    expect(card(page, FIRST).locator("[data-station='note']")).to_have_attribute("data-state", "open")


def test_choosing_an_interview_shows_its_note(page: Page, recovery: Content) -> None:
    open_with(page, NOTE, BOTH | NOTES)
    expect(page.locator("#recipient--note")).to_have_value("Mr. Okafor")
    choice(page, recovery).select_option(FIRST)
    expect(page.locator("#recipient--note")).to_have_value("Ms. Alvarez")
    page.locator("#recipient--note").fill("Ms. Alvarez-Ruiz")
    choice(page, recovery).select_option(SECOND)
    expect(page.locator("#recipient--note")).to_have_value("Mr. Okafor")
    page.reload()
    expect(page.locator("#recipient--note")).to_have_value("Mr. Okafor")
    choice(page, recovery).select_option(FIRST)
    expect(page.locator("#recipient--note")).to_have_value("Ms. Alvarez-Ruiz")


def days_of(page: Page) -> Locator:
    return page.locator("[data-entries] [data-field='interview']")


def test_the_days_of_waiting_follow_the_chosen_interview(page: Page, recovery: Content) -> None:
    open_with(page, ASK, BOTH)
    expect(days_of(page)).to_have_value(ORCHARD["debrief--i2--date"])
    choice(page, recovery).select_option(FIRST)
    expect(days_of(page)).to_have_value(HARBOR["debrief--i1--date"])
    days_of(page).fill("2026-11-25")
    choice(page, recovery).select_option(SECOND)
    expect(days_of(page)).to_have_value(ORCHARD["debrief--i2--date"])
    page.reload()
    expect(chosen(page)).to_have_text(SECOND)
    expect(days_of(page)).to_have_value(ORCHARD["debrief--i2--date"])
    choice(page, recovery).select_option(FIRST)
    expect(days_of(page)).to_have_value("2026-11-25")


def test_a_sheet_of_days_without_an_interview_belongs_to_the_one_on_its_date(
    page: Page, recovery: Content
) -> None:
    sheet = {
        "when-to-ask--w1--order": "1",
        "when-to-ask--w1--interview": HARBOR["debrief--i1--date"],
        "when-to-ask--w1--promised": "2026-12-02",
    }
    open_with(page, ASK, BOTH | sheet)
    promised = page.locator("[data-entries] [data-field='promised']")
    expect(chosen(page)).to_have_text(SECOND)
    expect(promised).to_have_value("")
    choice(page, recovery).select_option(FIRST)
    expect(promised).to_have_value("2026-12-02")


@pytest.mark.parametrize("other", ["chooser", "interview"])
def test_a_saved_sheet_of_days_and_its_interview_are_chosen_together(
    page: Page, recovery: Content, other: str
) -> None:
    sheets = {
        "when-to-ask--w1--order": "1",
        "when-to-ask--w1--debrief": "i1",
        "when-to-ask--w1--name": "Bread",
        "when-to-ask--w2--order": "2",
        "when-to-ask--w2--debrief": "i2",
        "when-to-ask--w2--name": "Apples",
    }
    open_with(page, ASK, BOTH | sheets)
    name = page.locator("[data-entries] [data-field='name']")
    expect(name).to_have_value("Apples")
    if other == "chooser":
        page.locator("[data-choose] select").select_option("w1")
    else:
        choice(page, recovery).select_option(FIRST)
    expect(name).to_have_value("Bread")
    expect(chosen(page)).to_have_text(FIRST)
    expect(page.locator("[data-choose] option:checked")).to_contain_text("Bread")


@pytest.mark.parametrize(
    ("kind", "link"), [("star-answer", "Of Harbor Foods"), ("follow-up-note", "Ms. Alvarez")]
)
def test_a_link_to_a_saved_record_chooses_its_interview(page: Page, kind: str, link: str) -> None:
    open_with(page, MY_RECOVERY, BOTH | ANSWERS | NOTES)
    page.locator(f"[data-records='{kind}']").get_by_role("link", name=link).click()
    expect(chosen(page)).to_have_text(FIRST)
    page.goto(DEBRIEF)
    expect(chosen(page)).to_have_text(FIRST)


@pytest.mark.parametrize("station", ["notes", "answers", "note", "next"])
def test_the_links_on_a_card_choose_its_interview(page: Page, station: str) -> None:
    open_with(page, MY_RECOVERY, BOTH | ANSWERS | NOTES)
    card(page, FIRST).locator(f"[data-station='{station}'] a").click()
    expect(chosen(page)).to_have_text(FIRST)


def test_an_answer_to_a_question_belongs_to_the_interview_of_its_debrief(
    page: Page, recovery: Content
) -> None:
    open_with(page, f"{STAR}#row--r1", BOTH)
    expect(chosen(page)).to_have_text(FIRST)
    assert "i1" in [value for name, value in values(stored(page)).items() if name.endswith("--debrief")]


def test_a_tab_keeps_its_interview_when_another_tab_chooses_a_different_one(
    context: BrowserContext, page: Page, recovery: Content
) -> None:
    open_with(page, STAR, BOTH)
    expect(chosen(page)).to_have_text(SECOND)
    other = context.new_page()
    other.goto(NOTE)
    choice(other, recovery).select_option(FIRST)
    page.locator("[data-entries] [data-field='question']").first.fill("Why cooking?")
    expect(chosen(page)).to_have_text(SECOND)
    expect(chosen(other)).to_have_text(FIRST)
    page.goto(MY_RECOVERY)
    expect(card(page, SECOND).locator("[data-station='answers']")).to_have_attribute("data-state", "begun")


def test_an_interview_added_in_another_tab_can_be_chosen(
    context: BrowserContext, page: Page, recovery: Content
) -> None:
    open_with(
        page, STAR, HARBOR | {"star-answer--a1--order": "1", "star-answer--a1--question": "Of Harbor Foods"}
    )
    expect(choice(page, recovery)).to_be_hidden()
    other = context.new_page()
    other.goto(DEBRIEF)
    button(other, recovery.worksheets.debrief.words.new_interview).click()
    other.locator("#company--interview").fill("Orchard")
    other.locator("#role--interview").focus()
    expect(choice(page, recovery).locator("option")).to_have_text([FIRST, "Orchard"])
    expect(chosen(page)).to_have_text(FIRST)


def test_answers_for_an_interview_remain_after_it_is_removed(
    context: BrowserContext, page: Page, recovery: Content
) -> None:
    open_with(page, STAR, BOTH | ANSWERS)
    other = context.new_page()
    other.goto(DEBRIEF)
    expect(chosen(other)).to_have_text(SECOND)
    button(other, recovery.worksheets.debrief.words.remove_interview).click()
    expect(choice(page, recovery)).to_be_hidden()
    expect(titles(page)).to_have_text(["Of Harbor Foods", "Of the Orchard"])


def test_the_choice_works_with_the_keyboard_alone(page: Page, recovery: Content) -> None:
    open_with(page, STAR, BOTH | ANSWERS)
    expect(choice(page, recovery)).to_be_visible()
    choice(page, recovery).focus()
    page.keyboard.press("ArrowUp")
    expect(titles(page).first).to_have_text("Of Harbor Foods")
    expect(choice(page, recovery)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(titles(page).first).to_have_text("Of the Orchard")
