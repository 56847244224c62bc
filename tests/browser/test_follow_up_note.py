"""The worksheet for a follow-up note: the note is written from four steps, and checked as it is written."""

from __future__ import annotations

import datetime as dt
import email.policy
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from built_site import shown, shown_line
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect
from reader import sheets, squeezed, violations_in_every_look, visible, wait_for_tools, wait_until
from saved_data import stored, values

from macros.components.note_template.view import BLANK
from macros.content import Content
from macros.content.words import Ui
from macros.content.worksheets.follow_up_note import NoteWorksheet

pytestmark = pytest.mark.shares_a_browser

ADDRESS = "worksheets/follow-up-note/"
CHECK = """async ([home, cases]) => {
    const { checks } = await import(`${home}assets/javascripts/text/note-checks.js`);
    const { fetchSettings } = await import(`${home}assets/javascripts/files/settings.js`);
    const settings = await fetchSettings(document.querySelector("[data-worksheet]"));
    const { template_words: templates } = settings;
    return cases.map(({ check, text, context }) => checks[check](text, { templates, ...context }, settings));
}"""
MAIL = """async ([home, mail]) => {
    const { mailtoLink } = await import(`${home}assets/javascripts/text/mail.js`);
    return mailtoLink(mail);
}"""
CONTEXT = {
    "subject": "",
    "recipient": "",
    "others": "",
    "apology": False,
    "names_mistake": False,
    "timing": None,
    "answers": "",
    "day": "",
    "today": "2026-11-24",
    "confidential": "",
}
NOTE = "Dear Ms. Alvarez,\n\nThank you for your time today.\n\nKind regards,\nRobin Sand"

LATER = "Dear Ms. Alvarez,\n\nThank you for your time on Monday.\n\nKind regards,\nRobin Sand"


class Case(NamedTuple):
    """A text with the answers to the steps, and the state that a check should report."""

    check: str
    name: str
    text: str
    fields: dict[str, Any]
    state: str
    reason: str | None = None


CASES = [
    # Length
    Case("length", "an empty field", "", {}, "empty"),
    Case("length", "spaces and lines alone", " \n\n ", {}, "empty"),
    Case("length", "a short note", NOTE, {}, "ok"),
    Case("length", "as long as may be", "word " * 120, {}, "ok"),
    Case("length", "one word too many", "word " * 121, {}, "warn"),
    Case("length", "dashes are no words", "word \N{EN DASH} " * 120, {}, "ok"),
    # One point
    Case("one-point", "an empty field", "", {}, "empty"),
    Case("one-point", "no point", NOTE, {}, "ok"),
    Case("one-point", "one point", "I would like to add one point. I led the shift.", {}, "ok"),
    Case("one-point", "one more of them", "I led the shift. I also wrote the plan.", {}, "warn"),
    Case("one-point", "two things in words", "There are two things I would like to add.", {}, "warn"),
    Case("one-point", "two things in digits", "There are 2 things I would like to add.", {}, "warn"),
    Case("one-point", "a list with dashes", "I would like to add:\n- the plan\n- the oven", {}, "warn"),
    Case("one-point", "a list with dots", "I would like to add:\n• the plan\n• the oven", {}, "warn"),
    Case("one-point", "a list with numbers", "I would like to add:\n1. the plan\n2) the oven", {}, "warn"),
    Case("one-point", "a list of one", "I would like to add:\n- the plan", {}, "ok"),
    Case("one-point", "a word that only begins so", "The alsofish is a fish.", {}, "ok"),
    Case("one-point", "a hyphen in a word", "Follow-up is my strength.", {}, "ok"),
    # Apology
    Case("apology", "an empty field", "", {}, "empty"),
    Case("apology", "none", NOTE, {}, "ok"),
    Case("apology", "a straight quote", "I'm sorry for that.", {}, "warn"),
    Case("apology", "a curly quote", "I\N{RIGHT SINGLE QUOTATION MARK}m sorry for that.", {}, "warn"),
    Case("apology", "capitals", "SORRY about that.", {}, "warn"),
    Case("apology", "British spelling", "I apologise.", {}, "warn"),
    Case("apology", "a line break in it", "Please excuse\nme.", {}, "warn"),
    Case("apology", "a word that only ends so", "An unapologetic oven.", {}, "ok"),
    Case(
        "apology",
        "one is called for",
        "I\N{RIGHT SINGLE QUOTATION MARK}m sorry that I kept you waiting.",
        {"apology": True},
        "ok",
        "due",
    ),
    Case(
        "apology",
        "two",
        "I\N{RIGHT SINGLE QUOTATION MARK}m sorry I was late. My apologies!",
        {"apology": True},
        "warn",
        "several",
    ),
    Case("apology", "two words, one sentence", "Sorry, I apologize.", {"apology": True}, "ok", "due"),
    Case("apology", "called for and missing", NOTE, {"apology": True}, "warn", "missing"),
    # The slip
    Case("mistake", "an empty field", "", {}, "empty"),
    Case("mistake", "none", NOTE, {}, "ok"),
    Case("mistake", "nerves", "I was nervous.", {}, "warn"),
    Case("mistake", "written out", "I did not do well.", {}, "warn"),
    Case("mistake", "a contraction", "I didn't do well.", {}, "warn"),
    Case("mistake", "a curly contraction", "I didn\N{RIGHT SINGLE QUOTATION MARK}t do well.", {}, "warn"),
    Case(
        "mistake", "could not", "I couldn\N{RIGHT SINGLE QUOTATION MARK}t answer your question.", {}, "warn"
    ),
    Case("mistake", "should've", "I should\N{RIGHT SINGLE QUOTATION MARK}ve mentioned the plan.", {}, "warn"),
    Case("mistake", "in quotes", "You may say 'went badly' of it.", {}, "warn"),
    Case("mistake", "a word that only begins so", "The nervousness scale.", {}, "ok"),
    Case("mistake", "the case has to name it", "I forgot.", {"names_mistake": True}, "ok", "due"),
    # Blanks
    Case("blanks", "an empty field", "", {}, "empty"),
    Case("blanks", "none", NOTE, {}, "ok"),
    Case("blanks", "one", "Dear [name],", {}, "warn"),
    Case("blanks", "one in the subject", NOTE, {"subject": "Thank you: [job title]"}, "warn"),
    Case("blanks", "empty brackets", "Dear [],", {}, "warn"),
    Case("blanks", "a line to write on", "Dear ____,", {}, "warn"),
    Case("blanks", "round brackets", "Thank you (again).", {}, "ok"),
    Case("blanks", "brackets over two lines", "a [b\nc] d", {}, "ok"),
    # Name
    Case("name", "an empty field", "", {"recipient": "Dana"}, "empty"),
    Case("name", "no name yet", NOTE, {}, "empty"),
    Case("name", "a title alone", NOTE, {"recipient": "Ms."}, "empty"),
    Case("name", "the same", NOTE, {"recipient": "Ms. Alvarez"}, "ok"),
    Case("name", "the first name alone", "Hi Dana,", {"recipient": "Dana Fox"}, "ok"),
    Case("name", "a letter too few", "Dear Dan, thank you, Dana.", {"recipient": "Dana Fox"}, "warn"),
    Case("name", "another letter", "Dear Ms. Alvares, dear Alvarez", {"recipient": "Ms. Alvarez"}, "warn"),
    Case("name", "two letters changed places", "Hi Brain, Brian", {"recipient": "Brian"}, "warn"),
    Case("name", "a small letter", "Thanks, dana. Dana,", {"recipient": "Dana"}, "warn"),
    Case("name", "no umlaut", "Dear Dr. Muller, Müller", {"recipient": "Dr. Müller"}, "warn"),
    Case("name", "the umlaut", "Dear Dr. Müller,", {"recipient": "Dr. Müller"}, "ok"),
    Case("name", "an umlaut in two signs", "Dear Dr. Mu\u0308ller,", {"recipient": "Dr. Müller"}, "ok"),
    Case(
        "name",
        "a curly quote",
        "Dear Ms. O\N{RIGHT SINGLE QUOTATION MARK}Neil,",
        {"recipient": "Ms. O'Neil"},
        "ok",
    ),
    Case(
        "name",
        "a genitive",
        "Dana\N{RIGHT SINGLE QUOTATION MARK}s question, Dana",
        {"recipient": "Dana"},
        "ok",
    ),
    Case("name", "not there at all", "Dear all,", {"recipient": "Dana Fox"}, "warn", "missing"),
    Case("name", "a greeting that is like it", "Dear Dean,", {"recipient": "Dean"}, "ok"),
    Case("name", "a name that is a word", "Dear Will, I will write.", {"recipient": "Will"}, "ok"),
    Case("name", "somebody else", "Dear Dana, and Dina", {"recipient": "Dana", "others": "Dina"}, "ok"),
    # Claims
    Case("claims", "an empty field", "", {}, "empty"),
    Case("claims", "none", NOTE, {}, "ok"),
    Case("claims", "words of the templates", "Best wishes, one point", {}, "ok"),
    Case("claims", "a number", "I led 12 people.", {}, "warn"),
    Case("claims", "a number of theirs", "I led 12 people.", {"answers": "I led 12 people"}, "ok"),
    Case("claims", "in words", "I led twelve people.", {"answers": "12"}, "ok"),
    Case("claims", "in digits", "I led 25 people.", {"answers": "twenty-five"}, "ok"),
    Case("claims", "in words, not theirs", "I led twenty-five people.", {"answers": "twenty"}, "warn"),
    Case("claims", "a list in words", "two, three and four", {"answers": "2 3 4"}, "ok"),
    Case("claims", "a percentage", "We saved 40%.", {}, "warn"),
    Case("claims", "a percentage of theirs", "We saved 40%.", {"answers": "40 percent"}, "ok"),
    Case("claims", "thousands", "We saved 1,500 dollars.", {"answers": "1500"}, "ok"),
    Case("claims", "a large number", "We saved a million.", {}, "warn"),
    Case("claims", "thousands in words", "We saved thousands.", {}, "warn"),
    Case("claims", "the word one", "This is one of them.", {}, "ok"),
    Case("claims", "a strong word", "I was always on time.", {}, "warn"),
    Case("claims", "two words", "A world-class bakery.", {}, "warn"),
    Case("claims", "a strong word of theirs", "I doubled it.", {"answers": "we doubled sales"}, "ok"),
    Case("claims", "in the subject", NOTE, {"subject": "30 years"}, "warn"),
    # Private
    Case("confidential", "an empty field", "", {}, "empty"),
    Case("confidential", "not looked at", NOTE, {}, "empty"),
    Case("confidential", "ticked", NOTE, {"confidential": "yes"}, "ok"),
    Case("confidential", "a word", "The confidential plan.", {}, "warn"),
    Case("confidential", "a word with a hyphen", "a trade-secret", {}, "warn"),
    Case("confidential", "the reader decides", "Confidential!", {"confidential": "yes"}, "ok"),
    # Time
    Case("time", "no day", NOTE, {}, "empty"),
    Case("time", "today", NOTE, {"day": "2026-11-24"}, "ok", "ok"),
    Case("time", "yesterday", LATER, {"day": "2026-11-23"}, "ok", "ok"),
    Case("time", "two days ago", LATER, {"day": "2026-11-22"}, "ok", "later"),
    Case("time", "a week ago", LATER, {"day": "2026-11-17"}, "ok", "later"),
    Case("time", "more than a week ago", LATER, {"day": "2026-11-16"}, "warn", "warn"),
    Case("time", "tomorrow", NOTE, {"day": "2026-11-25"}, "warn", "future"),
    Case("time", "across a year", LATER, {"day": "2026-12-31", "today": "2027-01-01"}, "ok", "ok"),
    Case("time", "another rule", NOTE, {"timing": "Later."}, "ok", "timing"),
    Case("time", "it says today of yesterday", NOTE, {"day": "2026-11-23"}, "warn", "stale"),
    Case("time", "it says yesterday of today", "Hi, YESTERDAY!", {"day": "2026-11-24"}, "warn", "stale"),
    Case("time", "it says yesterday of yesterday", "Hi, yesterday!", {"day": "2026-11-23"}, "ok", "ok"),
    Case("time", "it says yesterday of no day", "Hi, yesterday!", {}, "empty"),
]


@pytest.fixture(scope="module")
def sheet(recovery: Content) -> NoteWorksheet:
    """Return the worksheet of the content."""
    return recovery.worksheets.follow_up_note


@pytest.fixture
def note_page(page: Page) -> Iterator[Page]:
    """Return a page that shows the worksheet."""
    page.goto(ADDRESS)
    expect(field(page, "note")).to_be_visible()
    return page


def form(page: Page) -> Locator:
    return page.locator("[data-worksheet='follow-up-note'] [data-entries]")


def field(page: Page, name: str) -> Locator:
    return form(page).locator(f"[data-field='{name}']")


def pick(page: Page, name: str, value: str) -> None:
    others = form(page).locator("[data-action='change-case']")
    if name == "case" and others.is_visible():
        others.click()
    field(page, name).locator(f"input[value='{value}']").check()


def press(page: Page, action: str) -> None:
    """Click a button, after unfolding what hides it."""
    button = page.locator(f"[data-worksheet] [data-action='{action}']")
    folded = page.locator("[data-more]:not([open])").filter(has=page.locator(f"[data-action='{action}']"))
    if folded.count():
        folded.locator("summary").click()
    button.click()


def check(page: Page, name: str) -> Locator:
    return form(page).locator(f"[data-check='{name}']")


def saved(page: Page) -> dict[str, str]:
    """Return the saved answers by the name of their field, of at most one note."""
    notes = {
        name: value for name, value in values(stored(page)).items() if name.startswith("follow-up-note--")
    }
    assert len({name.split("--")[1] for name in notes}) <= 1
    return {name.split("--")[2]: value for name, value in notes.items()}


def write(page: Page) -> None:
    """Answer the steps for a point that was left out."""
    pick(page, "case", "left-something-out")
    pick(page, "to", "one")
    field(page, "recipient").fill("Ms. Alvarez")
    field(page, "role").fill("shift lead")
    field(page, "day").fill(dt.datetime.now().astimezone().date().isoformat())
    field(page, "topic").fill("a conflict at work")
    field(page, "point").fill("I moved one oven slot by half an hour")
    field(page, "proof").fill("They have shared the oven since then.")
    field(page, "sender").fill("Robin Sand")


WRITTEN = """Dear Ms. Alvarez,

Thank you for talking with me today about the shift lead role.

You asked about a conflict at work. I would like to add one point.

I moved one oven slot by half an hour. They have shared the oven since then.

I would be glad to say more if it helps.

Kind regards,
Robin Sand"""


# The checks


@pytest.fixture(scope="module")
def checked(browser: Browser, home: str) -> list[dict[str, str]]:
    """Return the result of every case; checking them one by one would load the words of the checks every time."""
    cases = [
        {"check": case.check, "text": case.text, "context": {**CONTEXT, **case.fields}} for case in CASES
    ]
    with browser.new_context(base_url=home) as context:
        page = context.new_page()
        page.goto(ADDRESS)
        found: list[dict[str, str]] = page.evaluate(CHECK, [home, cases])
    return found


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.check}: {case.name}")
def test_a_check_reports_the_right_state_and_reason(checked: list[dict[str, str]], case: Case) -> None:
    found = checked[CASES.index(case)]
    assert (found["state"], found["reason"]) == (case.state, case.reason or found["reason"])


def test_every_check_on_the_page_has_a_case_for_each_state(note_page: Page) -> None:
    for element in form(note_page).locator("[data-check]").all():
        name = element.get_attribute("data-check")
        assert {case.state for case in CASES if case.check == name} == {"ok", "warn", "empty"}


def test_a_check_states_its_result_and_reason_in_words(note_page: Page, sheet: NoteWorksheet) -> None:
    expect(check(note_page, "apology")).to_have_attribute("data-state", "empty")
    expect(check(note_page, "apology")).to_contain_text(sheet.words.empty)
    field(note_page, "note").press_sequentially("I\N{RIGHT SINGLE QUOTATION MARK}m sorry.")
    expect(check(note_page, "apology")).to_have_attribute("data-state", "warn")
    expect(check(note_page, "apology")).to_contain_text(sheet.words.warn)
    expect(check(note_page, "apology")).to_contain_text(
        shown_line(sheet.checks.apology.warn).format(found="sorry")
    )
    pick(note_page, "case", "late-or-offense")
    expect(check(note_page, "apology")).to_have_attribute("data-state", "ok")
    expect(check(note_page, "apology")).to_contain_text(sheet.words.ok)


def test_the_reminder_is_ticked_by_the_reader_and_stays_ticked(note_page: Page) -> None:
    write(note_page)
    expect(check(note_page, "confidential")).to_have_attribute("data-state", "empty")
    form(note_page).locator(".follow-up-note__checked > summary").click()
    check(note_page, "confidential").get_by_role("checkbox").check()
    expect(check(note_page, "confidential")).to_have_attribute("data-state", "ok")
    note_page.reload()
    expect(check(note_page, "confidential")).to_have_attribute("data-state", "ok")


@pytest.mark.own_browser
def test_the_summary_of_the_checks_is_announced_once_after_a_pause(page: Page, sheet: NoteWorksheet) -> None:
    page.clock.install()
    page.goto(ADDRESS)
    wait_for_tools(page)
    summary = form(page).locator("[data-summary]")
    page.clock.run_for(2000)
    expect(summary).to_have_text(shown_line(sheet.words.nothing_to_mend))
    field(page, "note").press_sequentially("I'm sorry", delay=0)
    expect(check(page, "apology")).to_have_attribute("data-state", "warn")
    expect(summary).to_have_text(shown_line(sheet.words.nothing_to_mend))
    page.clock.run_for(2000)
    expect(summary).to_contain_text(sheet.checks.apology.title)
    expect(summary).to_have_attribute("role", "status")
    assert check(page, "apology").locator("[role=status], [aria-live]").count() == 0


# The steps and the note


def test_the_note_fills_in_as_the_steps_are_answered(note_page: Page) -> None:
    expect(field(note_page, "note")).to_have_value("")
    pick(note_page, "case", "left-something-out")
    expect(field(note_page, "note")).to_have_value(re.compile(r"^Dear \[name of the person you met\],"))
    write(note_page)
    expect(field(note_page, "note")).to_have_value(WRITTEN)
    expect(field(note_page, "subject")).to_have_value("Thank you, and one more thought on a conflict at work")
    for name in ("length", "one-point", "apology", "mistake", "blanks", "name", "claims", "time"):
        expect(check(note_page, name)).to_have_attribute("data-state", "ok")


def test_every_blank_of_a_case_is_filled_from_a_step(sheet: NoteWorksheet, recovery: Content) -> None:
    fills = {f"[{blank}]" for step in sheet.steps for part in step.fields for blank in part.fills}
    used = {case.template for case in sheet.cases}
    notes = [note for note in recovery.note_templates if note.id in used]
    asides = [f"{each.before or ''}{each.after or ''}" for each in sheet.recipients]
    blanks = set(BLANK.findall("\n".join([*asides, *(note.subject + note.body for note in notes)])))
    assert blanks - {f"[{sheet.only_if_true}]"} == fills


def test_every_word_that_a_tone_changes_occurs_in_a_note(sheet: NoteWorksheet, recovery: Content) -> None:
    bodies = "\n".join(note.body for note in recovery.note_templates)
    assert [swap.find for tone in sheet.tones for swap in tone.swaps if swap.find not in bodies] == []


def test_hints_and_the_example_name_existing_fields(sheet: NoteWorksheet) -> None:
    fields = {part.id for step in sheet.steps for part in step.fields}
    named = {hint.field for case in sheet.cases for hint in case.hints}
    assert named | {answer.field for answer in sheet.example} <= fields


def test_each_case_gives_its_reason_its_note_and_when_to_apologize(
    note_page: Page, sheet: NoteWorksheet, recovery: Content
) -> None:
    titles = {note.id: note.title for note in recovery.note_templates}
    for case in sheet.cases:
        radio = field(note_page, "case").locator(f"input[value='{case.id}']")
        expect(radio).to_have_accessible_name(shown_line(case.title))
        described = note_page.locator(f"[id='{radio.get_attribute('aria-describedby')}']")
        for words in (case.why, titles[case.template]):
            expect(described).to_contain_text(shown_line(words))
        apology = shown_line(sheet.words.apology)
        if case.apology:
            expect(described).to_contain_text(apology)
        else:
            expect(described).not_to_contain_text(apology)


@pytest.mark.parametrize(
    ("name", "value", "there", "gone"),
    [
        ("tone", "friendly", "Hi Ms. Alvarez,", "Dear"),
        ("tone", "short", "Hello Ms. Alvarez,", "I would be glad"),
        ("to", "panel", "Please give my thanks to [names of the others] as well.", "\n\n\n"),
        ("to", "no-address", "Could you please pass this on to Ms. Alvarez?", "\n\n\n"),
    ],
)
def test_recipients_and_tone_change_the_note(
    note_page: Page, name: str, value: str, there: str, gone: str
) -> None:
    write(note_page)
    pick(note_page, name, value)
    expect(field(note_page, "note")).to_have_value(re.compile(re.escape(there)))
    assert gone not in field(note_page, "note").input_value()


def test_a_line_that_may_not_be_true_is_left_out_until_the_reader_confirms_it(note_page: Page) -> None:
    pick(note_page, "case", "nothing-to-add")
    field(note_page, "topic").fill("the early shift")
    note = field(note_page, "note")
    expect(note).to_have_value(re.compile("about the early shift"))
    assert "makes me want" not in note.input_value()
    field(note_page, "true-line").get_by_role("checkbox").check()
    expect(note).to_have_value(re.compile(r"\n\nWhat you said about the early shift makes me want"))


def test_an_optional_answer_leaves_no_blank_behind(note_page: Page) -> None:
    pick(note_page, "case", "nothing-to-add")
    assert "phone" not in field(note_page, "note").input_value()
    field(note_page, "phone").fill("555 0100")
    expect(field(note_page, "note")).to_have_value(re.compile(r"555 0100$"))


def test_a_field_shows_only_in_cases_that_need_it_and_keeps_its_text(note_page: Page) -> None:
    pick(note_page, "case", "wrong-fact")
    field(note_page, "said").fill("in 2020")
    expect(note_page.locator("[id='point--note--help']")).to_contain_text("May 2021")
    pick(note_page, "case", "nothing-to-add")
    expect(field(note_page, "said")).to_be_hidden()
    expect(field(note_page, "topic")).to_be_visible()
    note_page.reload()
    pick(note_page, "case", "wrong-fact")
    expect(field(note_page, "said")).to_have_value("in 2020")


def test_only_the_chosen_case_stays_visible(note_page: Page, sheet: NoteWorksheet) -> None:
    cases = visible(note_page, "[data-entries] .follow-up-note__case")
    expect(cases).to_have_count(len(sheet.cases))
    pick(note_page, "case", "wrong-fact")
    expect(cases).to_have_count(1)
    note_page.reload()
    expect(cases).to_have_count(1)
    note_page.get_by_role("button", name=sheet.words.change_case).click()
    expect(cases).to_have_count(len(sheet.cases))
    expect(field(note_page, "case").locator("input:checked")).to_be_focused()
    note_page.keyboard.press("ArrowDown")
    expect(cases).to_have_count(len(sheet.cases))
    note_page.keyboard.press("Tab")
    expect(cases).to_have_count(1)


def test_blanks_are_marked_in_the_note(note_page: Page) -> None:
    blanks = form(note_page).locator(".follow-up-note__marks mark")
    pick(note_page, "case", "left-something-out")
    expect(blanks.first).to_have_text("[name of the person you met]")
    write(note_page)
    expect(blanks).to_have_count(0)


@pytest.mark.browser_context_args(viewport={"width": 390, "height": 450})
def test_on_a_phone_the_link_to_the_note_is_always_in_view(note_page: Page, sheet: NoteWorksheet) -> None:
    way = note_page.get_by_role("link", name=sheet.words.see)
    for name in ("case", "to", "recipient", "sender"):
        field(note_page, name).scroll_into_view_if_needed()
        expect(way).to_be_in_viewport(ratio=1)
    way.click()
    expect(field(note_page, "subject")).to_be_in_viewport()


def test_on_a_desktop_the_note_stays_beside_the_steps(note_page: Page) -> None:
    write(note_page)
    for name in ("case", "sender", "tone"):
        field(note_page, name).scroll_into_view_if_needed()
        expect(field(note_page, "subject")).to_be_in_viewport(ratio=1)


def test_a_region_shows_its_own_advice_and_does_not_change_the_note(
    note_page: Page, recovery: Content
) -> None:
    write(note_page)
    region = recovery.regions[1]
    pick(note_page, "region", region.id)
    expect(visible(note_page, "[data-region]")).to_contain_text([shown(region.follow_up)])
    expect(field(note_page, "note")).to_have_value(WRITTEN)


# Edited by hand


def test_a_note_edited_by_hand_is_never_overwritten(note_page: Page, sheet: NoteWorksheet) -> None:
    write(note_page)
    field(note_page, "note").fill(f"{WRITTEN}\nmine")
    expect(note_page.get_by_text(sheet.words.by_hand)).to_be_visible()
    field(note_page, "recipient").fill("Dr. Kim")
    pick(note_page, "case", "wrong-fact")
    expect(field(note_page, "note")).to_have_value(f"{WRITTEN}\nmine")
    expect(field(note_page, "subject")).to_have_value(re.compile("^Correction on"))
    note_page.reload()
    pick(note_page, "tone", "short")
    expect(field(note_page, "note")).to_have_value(f"{WRITTEN}\nmine")


def test_a_note_cleared_by_hand_stays_empty(note_page: Page) -> None:
    write(note_page)
    field(note_page, "note").fill("")
    field(note_page, "recipient").fill("Dr. Kim")
    expect(field(note_page, "note")).to_have_value("")


def test_rewriting_the_note_can_be_undone_and_loses_neither_text(note_page: Page) -> None:
    write(note_page)
    field(note_page, "note").fill("My own words.")
    press(note_page, "write-anew")
    expect(field(note_page, "note")).to_have_value(WRITTEN)
    expect(note_page.locator("[data-action='undo-write-anew']")).to_be_focused()
    field(note_page, "note").fill("Other words.")
    press(note_page, "undo-write-anew")
    expect(field(note_page, "note")).to_have_value("My own words.")
    press(note_page, "undo-write-anew")
    expect(field(note_page, "note")).to_have_value("Other words.")
    note_page.reload()
    expect(field(note_page, "note")).to_have_value("Other words.")


# Saving


def test_a_visit_saves_nothing(note_page: Page) -> None:
    assert stored(note_page) == {}


def test_every_answer_survives_an_immediate_reload(note_page: Page) -> None:
    pick(note_page, "case", "left-something-out")
    note_page.reload()
    answers = {
        "recipient": "Zoë & Söhne",
        "topic": "ovens",
        "point": "One\ntwo",
        "proof": "40 %",
        "note": "Hi 🙂",
    }
    for name, text in answers.items():
        field(note_page, name).fill(text)
        note_page.reload()
        expect(field(note_page, name)).to_have_value(text)
    expect(field(note_page, "case").locator("input:checked")).to_have_value("left-something-out")
    expect(field(note_page, "recipient")).to_have_value("Zoë & Söhne")
    assert {name: saved(note_page)[name] for name in answers} == answers


def test_the_cursor_stays_in_place_while_typing(note_page: Page) -> None:
    point = field(note_page, "point")
    point.press_sequentially("bc")
    point.press("Home")
    point.press_sequentially("a")
    point.press_sequentially("-")
    expect(point).to_have_value("a-bc")


def test_several_notes_are_saved_separately_and_the_last_chosen_one_is_shown(
    note_page: Page, sheet: NoteWorksheet
) -> None:
    field(note_page, "recipient").fill("Ms. Alvarez")
    press(note_page, "new")
    expect(field(note_page, "recipient")).to_have_value("")
    field(note_page, "recipient").fill("Dr. Kim")
    chooser = note_page.get_by_label(sheet.words.choose)
    chooser.select_option(label="1. Ms. Alvarez")
    expect(field(note_page, "recipient")).to_have_value("Ms. Alvarez")
    note_page.reload()
    expect(field(note_page, "recipient")).to_have_value("Ms. Alvarez")
    press(note_page, "remove")
    expect(field(note_page, "recipient")).to_have_value("Dr. Kim")
    expect(note_page.locator("[data-action='undo-remove']")).to_be_focused()
    press(note_page, "undo-remove")
    expect(field(note_page, "recipient")).to_have_value("Ms. Alvarez")
    expect(chooser.locator("option")).to_have_text(["1. Ms. Alvarez", "2. Dr. Kim"])


def test_two_tabs_show_the_same_note(context: BrowserContext, note_page: Page) -> None:
    other = context.new_page()
    other.goto(ADDRESS)
    field(note_page, "recipient").fill("Ms. Alvarez")
    expect(field(other, "recipient")).to_have_value("Ms. Alvarez")
    field(other, "note").fill("By hand, over there.")
    expect(field(note_page, "note")).to_have_value("By hand, over there.")
    field(note_page, "topic").fill("ovens")
    expect(field(other, "topic")).to_have_value("ovens")
    expect(field(other, "note")).to_have_value("By hand, over there.")
    expect(field(note_page, "note")).to_have_value("By hand, over there.")
    press(other, "remove")
    expect(field(note_page, "recipient")).to_have_value("")


def test_the_note_is_listed_on_my_recovery(note_page: Page) -> None:
    write(note_page)
    note_page.goto("my-recovery/")
    expect(note_page.locator("[data-records='follow-up-note'] li")).to_have_text(
        "Ms. Alvarez · a conflict at work"
    )


# The example


def test_the_example_is_never_saved_and_leaves_the_note_of_the_reader_alone(
    note_page: Page, words: Ui
) -> None:
    field(note_page, "recipient").fill("Dr. Kim")
    note_page.reload()
    before = stored(note_page)
    press(note_page, "example")
    expect(note_page.get_by_text(shown(words.worksheet.example_note))).to_be_visible()
    expect(field(note_page, "note")).to_have_value(re.compile("^Hi Ms. Alvarez,"))
    field(note_page, "recipient").fill("Somebody")
    expect(field(note_page, "note")).to_have_value(re.compile("^Hi Somebody,"))
    field(note_page, "note").fill("Changed.")
    expect(visible(note_page, "[data-own]")).to_have_count(0)
    press(note_page, "example-end")
    expect(field(note_page, "recipient")).to_have_value("Dr. Kim")
    assert stored(note_page) == before
    press(note_page, "example")
    note_page.reload()
    expect(field(note_page, "recipient")).to_have_value("Dr. Kim")
    assert stored(note_page) == before


# Copying, files and mail


@pytest.mark.browser_context_args(permissions=["clipboard-read", "clipboard-write"])
@pytest.mark.parametrize("name", ["note", "subject"])
def test_a_text_is_copied_verbatim(note_page: Page, words: Ui, name: str) -> None:
    write(note_page)
    press(note_page, f"copy-{name}")
    expect(form(note_page).locator("[data-status]")).to_have_text(words.worksheet.copied)
    assert note_page.evaluate("navigator.clipboard.readText()") == field(note_page, name).input_value()


def test_a_text_that_cannot_be_copied_is_selected(page: Page, words: Ui) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined });")
    page.goto(ADDRESS)
    write(page)
    press(page, "copy-note")
    expect(form(page).locator("[data-status]")).to_have_text(words.worksheet.copy_failed)
    assert page.evaluate("getSelection().toString()") == WRITTEN


def test_the_downloaded_file_has_the_subject_and_the_note(note_page: Page, sheet: NoteWorksheet) -> None:
    write(note_page)
    with note_page.expect_download() as started:
        press(note_page, "download")
    assert started.value.suggested_filename == sheet.words.file_name
    subject = field(note_page, "subject").input_value()
    text = Path(started.value.path()).read_text("utf-8")
    assert text == f"{sheet.subject.label}: {subject}\n\n{WRITTEN}\n"


ODD = "R&D #1? 100% a+b=c; ümlaut/ß “quoted” <b> 'it' 🙂 \\ [x] 日本"


@pytest.mark.parametrize(
    "to", ["", "zoë+news@example.org", "a&b?c#d%@example.org", "a@example.org, b@example.org"]
)
def test_a_mail_link_preserves_every_character(note_page: Page, home: str, to: str) -> None:
    body = f"{ODD}\n\n  two  spaces\nend"
    link = note_page.evaluate(MAIL, [home, {"to": to, "subject": ODD, "body": body}])
    parts = urlsplit(link)
    # A mailto link does not encode a space as "+", so it must be decoded with unquote.
    fields = dict(pair.split("=") for pair in parts.query.split("&"))
    assert parts.scheme == "mailto"
    assert not parts.fragment
    assert unquote(parts.path) == to.replace(", ", ",")
    assert {name: unquote(text) for name, text in fields.items()} == {
        "subject": ODD,
        "body": body.replace("\n", "\r\n"),
    }
    assert parse_qs(parts.query)["body"] == [body.replace("\n", "\r\n")]
    assert "%0D%0A" in link
    assert "%20" in link
    assert re.fullmatch(r"[!-~]+", link)


def test_the_mail_link_has_the_subject_and_note_of_the_reader(note_page: Page) -> None:
    write(note_page)
    field(note_page, "address").fill("alvarez@example.org")
    field(note_page, "subject").fill(ODD)
    field(note_page, "note").fill(f"{ODD}\n.\nend")
    link = urlsplit(note_page.locator("[data-action='open-mail']").get_attribute("href") or "")
    fields = {name: text[0] for name, text in parse_qs(link.query).items()}
    message = email.message_from_bytes(
        f"To: {unquote(link.path)}\r\n\r\n{fields['body']}".encode(), policy=email.policy.SMTPUTF8
    )
    assert message["to"] == "alvarez@example.org"
    assert message.get_payload(decode=True) is not None
    assert fields == {"subject": ODD, "body": f"{ODD}\r\n.\r\nend"}


def test_a_lone_surrogate_does_not_break_the_mail_link(note_page: Page, home: str) -> None:
    link = note_page.evaluate(MAIL, [home, {"to": "", "subject": "\ud83d", "body": ""}])
    assert link == "mailto:?subject=%EF%BF%BD&body="


def test_only_our_own_assets_are_requested_and_nothing_is_sent(note_page: Page, home: str) -> None:
    wait_for_tools(note_page)
    requests: list[tuple[str, str]] = []
    note_page.on("request", lambda request: requests.append((request.method, request.url)))
    write(note_page)
    field(note_page, "note").fill("By hand.")
    press(note_page, "copy-note")
    wait_until(note_page, "Object.values(localStorage).some(saved => saved.includes('By hand.'))")
    asked = {
        (method, url.removeprefix(home).partition("/")[0], urlsplit(url).query) for method, url in requests
    }
    assert asked <= {("GET", "assets", "")}


# The checklist "Before you send"


def test_the_checklist_shares_its_ticks_with_its_own_page(note_page: Page) -> None:
    note_page.locator("[data-checklist='before-you-send'] input").first.check()
    expect(note_page.locator("[data-checklist] [data-progress-text]")).to_contain_text("1")
    note_page.goto("checklists/before-you-send/")
    expect(note_page.locator("[data-checklist] input").first).to_be_checked()


# In print, without scripts, accessibility


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_without_scripts_the_worksheet_is_a_form_to_fill_in_by_hand(page: Page, sheet: NoteWorksheet) -> None:
    page.goto(ADDRESS)
    blank = page.locator("[data-worksheet] [data-blank]")
    for step in sheet.steps:
        expect(blank.get_by_role("heading", name=shown_line(step.title))).to_be_visible()
    blank.locator("[data-field='recipient']").fill("Ms. Alvarez")
    blank.locator("[data-field='case'] input").first.check()
    expect(visible(page, "[data-worksheet] button, [data-worksheet] select, [data-check]")).to_have_count(0)
    expect(visible(page, "[data-entries]")).to_have_count(0)


def test_a_filled_sheet_prints_the_whole_note(note_page: Page) -> None:
    write(note_page)
    long = "\n".join(f"Line {number} of a long note." for number in range(60))
    field(note_page, "note").fill(long)
    paper = "".join(sheets(note_page))
    assert squeezed("Ms. Alvarez") in paper
    assert all(squeezed(line) in paper for line in long.splitlines())


def test_a_blank_sheet_has_lines_to_write_on_and_no_answers(note_page: Page, sheet: NoteWorksheet) -> None:
    untouched = blank_sheets(note_page)
    write(note_page)
    field(note_page, "note").fill("My own words.\n" * 30)
    note_page.evaluate("window.print = () => {}")
    press(note_page, "print-blank")
    expect(note_page.locator("html[data-print='blank']")).to_have_count(1)
    paper = sheets(note_page)
    assert paper == untouched
    text = "".join(paper)
    assert squeezed("Alvarez,") not in text
    assert squeezed("My own words") not in text
    assert all(squeezed(shown_line(case.title)) in text for case in sheet.cases)
    note_page.emulate_media(media="print")
    note_page.set_viewport_size({"width": 739, "height": 979})  # US Letter without its margins
    note_page.evaluate("document.documentElement.dataset.print = 'blank'")
    lines = note_page.locator("[data-blank] [data-field='note']")
    box = lines.bounding_box()
    assert box
    assert box["height"] > 12 * 30  # twelve lines of 8 mm


def blank_sheets(page: Page) -> list[str]:
    """Return the sheets that a click on the button prints."""
    page.evaluate("window.print = () => {}")
    press(page, "print-blank")
    return sheets(page)


def test_axe_finds_nothing_in_any_state(page: Page) -> None:
    page.goto(ADDRESS)
    expect(field(page, "note")).to_be_visible()
    assert violations_in_every_look(page) == []
    write(page)
    pick(page, "region", "european-union")
    field(page, "note").fill("I\N{RIGHT SINGLE QUOTATION MARK}m sorry, I froze. [x] 40 %, also Alvares")
    press(page, "write-anew")
    field(page, "note").fill("I\N{RIGHT SINGLE QUOTATION MARK}m sorry, I froze. [x] 40 %, also Alvares")
    press(page, "new")
    assert violations_in_every_look(page) == []
    press(page, "remove")
    expect(form(page).locator("[data-state='warn']").first).to_be_visible()
    assert violations_in_every_look(page) == []
    press(page, "example")
    assert violations_in_every_look(page) == []


def test_the_worksheet_works_with_the_keyboard_alone(note_page: Page) -> None:
    field(note_page, "case").locator("input").first.focus()
    note_page.keyboard.press("Space")
    note_page.keyboard.press("ArrowDown")
    expect(field(note_page, "case").locator("input:checked")).to_have_value("left-something-out")
    note_page.keyboard.press("Tab")
    note_page.keyboard.press("Space")
    note_page.keyboard.press("Tab")
    expect(field(note_page, "recipient")).to_be_focused()
    note_page.keyboard.type("Ms. Alvarez")
    field(note_page, "subject").focus()
    note_page.keyboard.press("Tab")
    expect(field(note_page, "note")).to_be_focused()
    note_page.keyboard.press("End")
    note_page.keyboard.type("!")
    note_page.keyboard.press("Tab")
    expect(note_page.locator("[data-action='write-anew']")).to_be_focused()
    note_page.keyboard.press("Enter")
    expect(field(note_page, "note")).to_have_value(re.compile("^Dear Ms. Alvarez,\n"))
