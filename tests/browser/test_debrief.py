"""The debrief: saving, rows, interviews, capture on a phone, causes, files and print."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from built_site import shown_line
from markdown_it import MarkdownIt
from playwright.sync_api import BrowserContext, Locator, Page, expect
from reader import PHONE, WIDE, button, sheets, squeezed, violations_in_every_look, visible
from saved_data import MY_RECOVERY, YOUR_DATA, changes, open_copy, save_copy, stored, values
from sheets_in_use import unfold

from macros.content import Content
from macros.content.words import Ui
from macros.content.worksheets.debrief import DebriefWords, DebriefWorksheet

pytestmark = pytest.mark.shares_a_browser

DEBRIEF = "worksheets/debrief/"
on_a_phone = pytest.mark.browser_context_args(viewport=PHONE)
TEXTS = ("question", "response", "missing", "reaction")
STAR = "star-answer--"
DANGEROUS = [
    *("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "  =1"),
    *("\N{FULLWIDTH EQUALS SIGN}1", "\N{FULLWIDTH PLUS SIGN}1", "\N{FULLWIDTH COMMERCIAL AT}x"),
]
HARMLESS = ['He said "no", twice', "Zürich, Köln;\nsecond line", "1 = 1", "a-b", "", "'quoted'"]
TYPED = '* # [a](https://example.org) <b>_x_</b> `y` \\ &amp; 1. ~~z~~ "ü" Köln'


@pytest.fixture(scope="module")
def sheet(recovery: Content) -> DebriefWorksheet:
    """Return the worksheet of the content."""
    return recovery.worksheets.debrief


@pytest.fixture(scope="module")
def debrief_words(sheet: DebriefWorksheet) -> DebriefWords:
    """Return the texts of the worksheet."""
    return sheet.words


def write_now(page: Page, text: str) -> None:
    """Type into the single field that capture shows."""
    expect(page.locator("[data-now] textarea")).to_be_focused()
    page.keyboard.type(text)


def rows(page: Page) -> Locator:
    return page.locator("[data-entries] > [data-entry]")


def field(where: Page | Locator, name: str) -> Locator:
    return where.locator(
        f"[data-live] [data-field='{name}']" if isinstance(where, Page) else f"[data-field='{name}']"
    )


def write(page: Page, number: int, question: str, **chosen: str) -> None:
    """Fill in a row: its question and the named fields. Adds rows as needed."""
    while rows(page).count() <= number:
        page.locator("[data-action='add']").click()
    row = rows(page).nth(number)
    unfold(row)
    field(row, "question").press_sequentially(question)
    for name, value in chosen.items():
        if name in TEXTS:
            field(row, name).fill(value)
        else:
            field(row, name).locator(f"input[value='{value}']").check()


def questions(page: Page) -> list[str]:
    return [field(row, "question").input_value() for row in rows(page).all()]


def press(page: Page, target: Locator) -> None:
    """Press a button with the keyboard."""
    target.focus()
    page.keyboard.press("Enter")


def saved(page: Page, start: str) -> dict[str, str]:
    """Return the saved answers whose ids start with this."""
    return {name: value for name, value in values(stored(page)).items() if name.startswith(start)}


def downloaded(page: Page, name: str) -> str:
    with page.expect_download() as started:
        button(page, name).click()
    assert started.value.suggested_filename.startswith("second-impression-debrief-")
    return Path(started.value.path()).read_bytes().decode("utf-8")


# Saving


def test_a_visit_alone_saves_nothing(page: Page) -> None:
    page.goto(DEBRIEF)
    expect(rows(page)).to_have_count(1)
    assert stored(page) == {}


def test_typed_text_survives_a_reload(page: Page) -> None:
    page.goto(DEBRIEF)
    field(page, "well").press_sequentially("I asked good questions")
    field(page, "company").press_sequentially("Öl & Co")
    field(page, "date").fill("2026-11-20")
    field(page, "kind").locator("input[value='video']").check()
    write(page, 0, "How do you plan?", response="A list", cause="fit", weakness="shaky")
    page.reload()
    expect(field(page, "well")).to_have_value("I asked good questions")
    expect(field(page, "company")).to_have_value("Öl & Co")
    expect(field(page, "date")).to_have_value("2026-11-20")
    expect(field(page, "kind").locator("input[value='video']")).to_be_checked()
    assert questions(page) == ["How do you plan?"]
    row = rows(page).first
    expect(field(row, "response")).to_have_value("A list")
    expect(field(row, "cause").locator("input[value='fit']")).to_be_checked()
    expect(field(row, "weakness").locator("input[value='shaky']")).to_be_checked()


def test_a_letter_survives_closing_the_tab_right_after_it(context: BrowserContext, page: Page) -> None:
    page.goto(DEBRIEF)
    field(rows(page).first, "question").press_sequentially("Why")
    page.close(run_before_unload=True)
    again = context.new_page()
    again.goto(DEBRIEF)
    assert questions(again) == ["Why"]


def test_my_recovery_lists_the_interview_by_its_name(page: Page) -> None:
    page.goto(DEBRIEF)
    field(page, "company").fill("Öl & Co")
    field(page, "role").fill("Baker")
    page.goto(MY_RECOVERY)
    expect(page.locator("[data-records='debrief'] li")).to_have_text("Öl & Co, Baker")


# Rows


def test_rows_are_added_removed_and_restored(page: Page, words: Ui, debrief_words: DebriefWords) -> None:
    page.goto(DEBRIEF)
    for number, question in enumerate(["One", "Two", "Three"]):
        write(page, number, question)
    unfold(rows(page).nth(1))
    press(page, button(page, words.worksheet.remove))
    assert questions(page) == ["One", "Three"]
    expect(page.locator("[data-list-status]")).to_have_text(words.worksheet.removed)
    expect(rows(page).nth(1).get_by_role("heading")).to_contain_text(debrief_words.row.format(number=2))
    expect(button(page, words.checklist.undo)).to_be_focused()
    page.reload()
    assert questions(page) == ["One", "Three"]
    press(page, button(page, words.checklist.undo))
    assert questions(page) == ["One", "Two", "Three"]
    expect(field(rows(page).nth(1), "question")).to_be_focused()


def test_a_row_moves_with_the_keyboard_and_keeps_the_focus(page: Page, words: Ui) -> None:
    page.goto(DEBRIEF)
    for number, question in enumerate(["One", "Two", "Three"]):
        write(page, number, question)
    up = button(page, words.worksheet.move_up)
    press(page, up)
    page.keyboard.press("Enter")
    assert questions(page) == ["Three", "One", "Two"]
    expect(up).to_be_focused()
    expect(page.locator("[data-list-status]")).to_have_text(words.worksheet.moved.format(place=1))
    press(page, button(page, words.worksheet.move_down))
    page.reload()
    assert questions(page) == ["One", "Three", "Two"]


def test_rows_added_in_two_tabs_are_all_kept(context: BrowserContext, page: Page) -> None:
    other = context.new_page()
    for tab in (page, other):
        tab.goto(DEBRIEF)
    write(page, 0, "One")
    expect(field(rows(other).first, "question")).to_have_value("One")
    write(other, 1, "Two")
    expect(rows(page)).to_have_count(2)
    write(page, 2, "Three")
    for tab in (page, other):
        expect(rows(tab)).to_have_count(3)
        for number, question in enumerate(["One", "Two", "Three"]):
            expect(field(rows(tab).nth(number), "question")).to_have_value(question)


@on_a_phone
def test_rows_are_folded_to_their_question_and_undo_is_in_view(
    page: Page, words: Ui, debrief_words: DebriefWords
) -> None:
    page.goto(DEBRIEF)
    for number, question in enumerate(["One", "Two", "Three"]):
        write(page, number, question)
    expect(visible(page, "[data-entries] [data-field='response']")).to_have_count(1)
    expect(rows(page).first).to_contain_text("One")
    unfold(rows(page).first)
    remove = button(page, words.worksheet.remove)
    remove.scroll_into_view_if_needed()
    remove.click()
    expect(button(page, words.checklist.undo)).to_be_in_viewport(ratio=1)
    expect(rows(page).first).to_be_in_viewport()
    button(page, words.checklist.undo).click()
    assert questions(page) == ["One", "Two", "Three"]
    expect(field(rows(page).first, "question")).to_be_focused()


# Interviews


def test_several_interviews_are_saved_and_one_is_shown(
    page: Page, words: Ui, debrief_words: DebriefWords, recovery: Content
) -> None:
    page.goto(DEBRIEF)
    field(page, "company").fill("First")
    write(page, 0, "Of the first")
    button(page, debrief_words.new_interview).click()
    expect(field(page, "company")).to_be_focused()
    field(page, "company").fill("Second")
    write(page, 0, "Of the second")
    choice = page.get_by_label(recovery.thread.interviews)
    expect(choice.locator("option")).to_have_text(["First", "Second"])
    choice.select_option("First")
    assert questions(page) == ["Of the first"]
    page.reload()
    expect(field(page, "company")).to_have_value("First")
    assert questions(page) == ["Of the first"]
    button(page, debrief_words.remove_interview).click()
    expect(field(page, "company")).to_have_value("Second")
    assert questions(page) == ["Of the second"]
    assert "Of the first" not in saved(page, "debrief").values()
    expect(page.get_by_text(debrief_words.interview_removed)).to_be_visible()
    button(page, words.checklist.undo).click()
    expect(field(page, "company")).to_have_value("First")
    assert questions(page) == ["Of the first"]


def test_a_new_interview_can_be_written_after_the_only_one_is_removed(
    page: Page, words: Ui, debrief_words: DebriefWords, recovery: Content
) -> None:
    page.goto(DEBRIEF)
    write(page, 0, "Old")
    button(page, debrief_words.remove_interview).click()
    assert questions(page) == [""]
    write(page, 0, "New")
    button(page, words.checklist.undo).click()
    assert questions(page) == ["Old"]
    page.get_by_label(recovery.thread.interviews).select_option(index=1)
    assert questions(page) == ["New"]


# Capture


@on_a_phone
def test_capture_asks_for_one_thing_at_a_time(page: Page, debrief_words: DebriefWords) -> None:
    page.goto(DEBRIEF)
    button(page, debrief_words.capture).click()
    fields = visible(page, "[data-live] .field")
    where = page.locator("[data-capture-status]")
    quote = page.locator("[data-capture-quote]")
    for part, name in enumerate(TEXTS, start=1):
        expect(fields).to_have_count(1)
        expect(field(page, name)).to_be_focused()
        expect(page.get_by_role("textbox", name=getattr(debrief_words.capture_asks, name))).to_be_focused()
        expect(where).to_have_text(debrief_words.capture_row.format(number=1, part=part, total=4))
        expect(visible(page, "[data-dot][data-on]")).to_have_count(part)
        expect(quote.filter(visible=True)).to_have_count(int(part > 1))
        expect(button(page, debrief_words.capture_back)).to_have_count(int(part > 1))
        expect(button(page, debrief_words.capture_skip)).to_have_count(1)
        write_now(page, f"My {name}")
        expect(button(page, debrief_words.capture_skip)).to_have_count(0)
        button(page, debrief_words.capture_next).click()
    expect(where).to_have_text(debrief_words.capture_row.format(number=2, part=1, total=2))
    write_now(page, "Another one")
    button(page, debrief_words.capture_back).click()
    expect(quote).to_contain_text("My question")
    expect(field(rows(page).first, "reaction")).to_be_focused()
    button(page, debrief_words.capture_next).click()
    expect(field(rows(page).nth(1), "question")).to_have_value("Another one")
    page.keyboard.press("Enter")
    expect(field(rows(page).nth(1), "response")).to_be_focused()
    expect(quote).to_contain_text("Another one")
    page.keyboard.press("Enter")
    expect(button(page, debrief_words.capture_next)).to_have_count(0)
    button(page, debrief_words.capture_no_more).click()
    expect(where).to_have_text(shown_line(debrief_words.capture_well))
    button(page, debrief_words.capture_back).click()
    expect(field(rows(page).nth(1), "response")).to_be_focused()
    button(page, debrief_words.capture_next).click()
    button(page, debrief_words.capture_no_more).click()
    write_now(page, "My well")
    button(page, debrief_words.capture_done).click()
    expect(page.get_by_role("heading", name=shown_line(debrief_words.capture_end.title))).to_be_focused()
    expect(page.get_by_text("2 questions are written down.")).to_be_visible()
    expect(visible(page, "[data-end-well]")).to_contain_text("My well")
    button(page, debrief_words.capture_end.read).click()
    expect(rows(page)).to_have_count(2)
    assert questions(page) == ["My question", "Another one"]
    expect(field(page, "well")).to_have_value("My well")
    expect(rows(page).first.get_by_label("Question asked")).to_be_visible()
    page.reload()
    assert [field(rows(page).first, name).input_value() for name in TEXTS] == [f"My {name}" for name in TEXTS]


@pytest.mark.browser_context_args(viewport={"width": 390, "height": 450}, has_touch=True)
def test_four_questions_take_twelve_taps_and_no_scrolling_above_a_keyboard(
    page: Page, debrief_words: DebriefWords
) -> None:
    page.goto(f"{DEBRIEF}#capture")
    taps = 0

    def tap(name: str) -> None:
        nonlocal taps
        target = button(page, name)
        expect(target).to_be_in_viewport(ratio=1)
        expect(page.locator("[data-now] textarea")).to_be_in_viewport(ratio=1)
        target.tap()
        taps += 1

    expect(field(rows(page).first, "question")).to_be_focused()
    for number, parts in enumerate((TEXTS, TEXTS[:2], TEXTS[:2], TEXTS[:2]), start=1):
        for name in parts:
            expect(field(rows(page).nth(number - 1), name)).to_be_focused()
            write_now(page, f"{name} {number}")
            tap(debrief_words.capture_next)
    tap(debrief_words.capture_no_more)
    write_now(page, "They laughed")
    tap(debrief_words.capture_done)
    expect(page.get_by_text("4 questions are written down.")).to_be_visible()
    assert taps == 12
    assert page.evaluate("scrollY") == 0
    button(page, debrief_words.capture_end.read).tap()
    assert questions(page) == [f"question {number}" for number in range(1, 5)]


@on_a_phone
def test_an_empty_question_leaves_no_row(page: Page, debrief_words: DebriefWords) -> None:
    page.goto(f"{DEBRIEF}#capture")
    write_now(page, "Only one")
    for _ in TEXTS:
        button(page, debrief_words.capture_next).click()
    expect(rows(page)).to_have_count(2)
    button(page, debrief_words.capture_stop).click()
    expect(page.get_by_text("1 question is written down.")).to_be_visible()
    expect(visible(page, "[data-end-well]")).to_have_count(0)
    page.reload()
    expect(rows(page)).to_have_count(1)


@on_a_phone
def test_the_end_of_capture_offers_a_reminder_and_leads_to_the_cause(
    page: Page, debrief_words: DebriefWords
) -> None:
    page.goto(f"{DEBRIEF}#capture")
    write_now(page, "A secret question")
    button(page, debrief_words.capture_stop).click()
    with page.expect_download() as started:
        button(page, debrief_words.capture_end.calendar).click()
    assert started.value.suggested_filename == debrief_words.capture_end.file_name
    reminder = Path(started.value.path()).read_text("utf-8")
    assert f"SUMMARY:{debrief_words.capture_end.event}" in reminder
    assert "secret" not in reminder
    expect(button(page, debrief_words.capture_end.calendar)).to_have_attribute("data-done", "Saved")
    button(page, shown_line(debrief_words.capture_end.calm)).click()
    expect(field(rows(page).first, "cause").locator("input").first).to_be_focused()
    expect(page.get_by_role("banner")).to_be_visible()


@on_a_phone
def test_capture_says_it_is_saved_only_when_it_is(page: Page, debrief_words: DebriefWords) -> None:
    page.goto(f"{DEBRIEF}#capture")
    sign = page.get_by_text(debrief_words.capture_saved, exact=True)
    expect(sign).to_be_hidden()
    write_now(page, "A question")
    expect(sign).to_be_visible()
    page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error(); } });")
    page.reload()
    write_now(page, "Another")
    expect(visible(page, "[data-problem='blocked']")).to_have_count(1)
    expect(sign).to_be_hidden()


@on_a_phone
def test_leaving_in_the_middle_of_capture_loses_nothing(page: Page, debrief_words: DebriefWords) -> None:
    page.goto(DEBRIEF)
    button(page, debrief_words.capture).click()
    write_now(page, "A question")
    button(page, debrief_words.capture_next).click()
    write_now(page, "Half an ans")
    page.goto("")
    page.goto(DEBRIEF)
    expect(field(rows(page).first, "response")).to_have_value("Half an ans")
    assert questions(page) == ["A question"]


@on_a_phone
def test_a_link_to_capture_opens_the_first_field(page: Page, debrief_words: DebriefWords) -> None:
    page.goto("start/just-left/")
    page.locator("article a[href$='debrief/#capture']").click()
    expect(field(rows(page).first, "question")).to_be_focused()
    button(page, debrief_words.capture_stop).click()
    expect(rows(page).first).to_be_visible()
    page.reload()
    expect(rows(page).first).to_be_visible()


# Summaries of the rows


def test_causes_are_counted_and_the_pages_of_the_most_frequent_are_offered(
    page: Page, recovery: Content, debrief_words: DebriefWords
) -> None:
    titles = {cause.id: cause.title for cause in recovery.root_causes}
    links = {cause.id: cause.link.text for cause in recovery.root_causes}
    counts, offered = visible(page, "[data-cause]"), visible(page, "[data-cause-link] a")
    page.goto(DEBRIEF)
    expect(page.locator("[data-causes]")).to_have_attribute("role", "status")
    expect(counts).to_have_count(0)
    write(page, 0, "One", cause="fit")
    write(page, 1, "Two", cause="fit")
    write(page, 2, "Three", cause="knowledge-gap")
    expect(counts).to_have_text([f"{titles['knowledge-gap']}: 1", f"{titles['fit']}: 2"])
    expect(offered).to_have_text([links["fit"]])
    write(page, 3, "Four", cause="knowledge-gap")
    expect(visible(page, "[data-tie]")).to_have_count(1)
    expect(offered).to_have_text([links["knowledge-gap"], links["fit"]])
    write(page, 4, "Five", cause="logistics")
    write(page, 5, "Six", cause="logistics")
    expect(visible(page, "[data-tie]")).to_contain_text(shown_line(debrief_words.causes_tie))
    expect(offered).to_have_text([links["logistics"]])


def test_the_three_weakest_questions_link_to_their_answers(page: Page) -> None:
    page.goto(DEBRIEF)
    rated = {"Fine": "fine", "Shaky": "shaky", "Weak": "weak", "None": "missing", "Weaker": "weak"}
    for number, (question, weakness) in enumerate(rated.items()):
        write(page, number, question, weakness=weakness)
    weakest = page.locator("[data-weakest] li")
    expect(weakest).to_have_text(["None", "Weak", "Weaker"])
    row = rows(page).nth(2).get_attribute("data-entry")
    for _ in range(2):
        weakest.nth(1).get_by_role("link").click()
        expect(page.locator("[data-entries] [data-field='question']")).to_have_value("Weak")
        page.go_back()
    drafts = saved(page, STAR)
    assert [value for name, value in drafts.items() if name.endswith("--debrief-row")] == [row]


def test_missing_notes_are_shown_and_link_to_their_fields(page: Page, debrief_words: DebriefWords) -> None:
    page.goto(DEBRIEF)
    table = page.get_by_role("table", name=debrief_words.noted_title)
    expect(table).to_be_hidden()
    write(page, 0, "Why us?", response="Badly", reaction="A nod")
    write(page, 1, "A conflict")
    cells = table.get_by_role("row", name="Why us?").get_by_role("cell")
    expect(cells).to_have_text([debrief_words.noted, debrief_words.not_noted, debrief_words.noted])
    cells.get_by_role("link").click()
    expect(field(rows(page).first, "missing")).to_be_focused()
    expect(table.get_by_role("link")).to_have_count(4)


def test_the_next_step_stays_in_view(page: Page, recovery: Content) -> None:
    steps = recovery.thread.steps
    page.goto(DEBRIEF)
    dock = page.locator("[data-dock]")
    expect(dock).to_be_hidden()
    write(page, 0, "Why us?", response="Badly", missing="", reaction="")
    expect(dock.get_by_role("link")).to_have_text(steps.cause.text)
    dock.get_by_role("link").click()
    expect(field(rows(page).first, "cause").locator("input").first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(dock.get_by_role("link")).to_have_text(steps.answer.text.replace("{question}", "Why us?"))
    expect(dock).to_be_in_viewport()
    button(page, recovery.ui.worksheet.example).click()
    expect(dock).to_be_hidden()


def test_unrated_rows_come_last_among_the_weakest(page: Page) -> None:
    page.goto(DEBRIEF)
    write(page, 0, "Unrated")
    write(page, 1, "Shaky", weakness="shaky")
    expect(page.locator("[data-weakest] li")).to_have_text(["Shaky", "Unrated"])


# Files


def test_a_spreadsheet_shows_every_text_and_runs_none_as_a_formula(
    page: Page, words: Ui, sheet: DebriefWorksheet
) -> None:
    page.goto(DEBRIEF)
    texts = [*DANGEROUS, *HARMLESS]
    field(page, "company").fill("=Öl & Co")
    for number, text in enumerate(texts):
        write(page, number, "Q", response=text, weakness="weak", cause="fit")
    text = downloaded(page, words.worksheet.export_csv)
    assert text.startswith("\N{ZERO WIDTH NO-BREAK SPACE}")
    assert "\n" not in text.replace("\r\n", "").replace("Köln;\nsecond", "")
    head, *lines = csv.reader(
        io.StringIO(text.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}"), newline=""), strict=True
    )
    assert head == [each.label for each in (*sheet.interview, *sheet.row)]
    cells = [
        dict(zip([each.id for each in (*sheet.interview, *sheet.row)], line, strict=True)) for line in lines
    ]
    assert [cell["response"] for cell in cells] == [*(f"'{each}" for each in DANGEROUS), *HARMLESS]
    assert {cell["company"] for cell in cells} == {"'=Öl & Co"}
    assert {cell["weakness"] for cell in cells} == {label_of(sheet, "weakness", "weak")}
    assert {cell["cause"] for cell in cells} == {"Fit"}


def label_of(sheet: DebriefWorksheet, name: str, choice: str) -> str:
    """Return the label of a choice."""
    (each,) = (each for each in (*sheet.interview, *sheet.row) if each.id == name)
    return next(one.label for one in each.choices or () if one.id == choice)


def test_the_text_file_reads_as_it_was_typed(
    page: Page, words: Ui, debrief_words: DebriefWords, sheet: DebriefWorksheet
) -> None:
    page.goto(DEBRIEF)
    field(page, "well").fill(f"{TYPED}\n\n- end")
    write(page, 0, "Why?", response=TYPED, weakness="weak")
    text = downloaded(page, words.worksheet.export_markdown)
    assert parsed(text, "heading_open") == [sheet.title, debrief_words.row.format(number=1)]
    labels = {each.id: each.label for each in (*sheet.interview, *sheet.row)}
    assert parsed(text, "list_item_open") == [
        f"{labels['well']}: {TYPED}",
        f"{labels['question']}: Why?",
        f"{labels['response']}: {TYPED}",
        f"{labels['weakness']}: {label_of(sheet, 'weakness', 'weak')}",
    ]


def parsed(markdown: str, kind: str) -> list[str]:
    """Return the text of every heading or list item, as a reader sees it."""
    tokens = MarkdownIt("commonmark").enable("strikethrough").parse(markdown)
    starts = [number for number, token in enumerate(tokens) if token.type == kind]
    inline = [next(token for token in tokens[start:] if token.type == "inline") for start in starts]
    assert {part.type for token in inline for part in token.children or ()} == {"text"}
    return ["".join(part.content for part in token.children or ()) for token in inline]


# Your data


def test_the_preview_of_a_copy_names_the_fields_it_would_change(
    page: Page, words: Ui, sheet: DebriefWorksheet
) -> None:
    page.goto(DEBRIEF)
    write(page, 0, "Why us?", weakness="weak")
    page.goto(YOUR_DATA)
    _, copy = save_copy(page, words)
    page.evaluate("localStorage.clear()")
    page.goto(YOUR_DATA)
    open_copy(page, words, copy)
    labels = {each.id: each.label for each in sheet.row}
    none, weak = words.answers.none, label_of(sheet, "weakness", "weak")
    assert changes(page, words) == [
        words.copies.change.format(item=f"{sheet.title}: {labels['question']}", before=none, after="Why us?"),
        words.copies.change.format(item=f"{sheet.title}: {labels['weakness']}", before=none, after=weak),
    ]


def test_the_text_copy_of_everything_has_the_interview_with_its_rows(
    page: Page, words: Ui, sheet: DebriefWorksheet
) -> None:
    page.goto(DEBRIEF)
    field(page, "company").fill("Öl & Co")
    write(page, 0, "Why us?", weakness="weak")
    page.goto(YOUR_DATA)
    with page.expect_download() as started:
        button(page, words.copies.export_markdown).click()
    text = Path(started.value.path()).read_text("utf-8")
    assert parsed(text, "heading_open")[1:4] == [sheet.title, "1", "1.1"]
    labels = {each.id: each.label for each in (*sheet.interview, *sheet.row)}
    assert parsed(text, "list_item_open")[:3] == [
        f"{labels['company']}: Öl & Co",
        f"{labels['question']}: Why us?",
        f"{labels['weakness']}: {label_of(sheet, 'weakness', 'weak')}",
    ]


# The example


def test_the_example_is_shown_and_removed_and_never_saved(page: Page, words: Ui, recovery: Content) -> None:
    page.goto(DEBRIEF)
    write(page, 0, "My own")
    page.reload()
    before = stored(page)
    button(page, words.worksheet.example).click()
    example = recovery.examples[0]
    assert questions(page) == [row.question for row in example.debrief]
    expect(field(page, "well")).to_have_value(example.went_well)
    expect(field(rows(page).first, "question")).not_to_be_editable()
    expect(page.get_by_text(shown_line(words.worksheet.example_note)).first).to_be_visible()
    field(rows(page).first, "cause").locator("[value='fit']").check()
    expect(visible(page, "[data-cause='fit']")).to_have_count(1)
    expect(visible(page, "[data-action='add'], [data-action='remove'], [data-dock]")).to_have_count(0)
    assert stored(page) == before
    button(page, words.worksheet.example_end).click()
    assert questions(page) == ["My own"]
    expect(field(rows(page).first, "question")).to_be_editable()
    expect(field(page, "well")).to_have_value("")
    field(page, "well").fill("Mine")
    page.reload()
    expect(field(page, "well")).to_have_value("Mine")
    assert questions(page) == ["My own"]
    assert stored(page).items() >= before.items()


# Print


def test_everything_written_is_printed(page: Page) -> None:
    page.goto(DEBRIEF)
    long = "A long answer that runs over many lines. " * 20
    field(page, "company").fill("Öl & Co")
    write(page, 0, "Why us?", response=f"{long}The end.", cause="fit")
    paper = "".join(sheets(page))
    assert squeezed("Why us?") in paper
    assert squeezed("Öl & Co") in paper
    assert squeezed(f"{long}The end.") in paper


def test_a_blank_sheet_has_three_ruled_rows_and_no_answers(
    page: Page, words: Ui, debrief_words: DebriefWords
) -> None:
    page.goto(DEBRIEF)
    page.evaluate("window.print = () => {}")
    field(page, "company").fill("Geheim")
    write(page, 0, "Leak?", response="Leak!", cause="fit")
    button(page, words.checklist.print_blank).click()
    page.emulate_media(media="print")
    blank = visible(page, "[data-blank] [data-entry]")
    expect(blank).to_have_count(3)
    expect(visible(page, "[data-live]")).to_have_count(0)
    for text in visible(page, "[data-blank] textarea").all():
        assert text.input_value() == ""
        assert "M0 7h8v.4H0z" in text.evaluate("each => getComputedStyle(each).backgroundImage"), "a line"
        assert text.evaluate("each => each.clientHeight") >= 60  # two lines of 8 mm
    paper = "".join(sheets(page))
    assert "Leak" not in paper
    assert "Geheim" not in paper
    assert paper.count(squeezed(shown_line("What was missing"))) == 3
    assert squeezed(debrief_words.row.format(number=3)) in paper


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_the_form_is_there_without_scripts(page: Page, sheet: DebriefWorksheet) -> None:
    page.goto(DEBRIEF)
    expect(visible(page, "[data-blank] [data-entry]")).to_have_count(5)
    for each in (each for each in sheet.row if each.id in TEXTS):
        expect(visible(page, "[data-blank] textarea").and_(page.get_by_label(each.label))).to_have_count(5)
    expect(visible(page, "article button")).to_have_count(0)
    assert squeezed(shown_line(sheet.words.row.format(number=3))) in "".join(sheets(page))


# Accessibility


def empty(page: Page, _words: Any, _debrief_words: DebriefWords) -> None:
    """Do nothing."""
    expect(rows(page)).to_have_count(1)


def filled(page: Page, words: Any, debrief_words: DebriefWords) -> None:
    """Write about two interviews, and remove one of each kind of record."""
    field(page, "company").fill("First")
    button(page, debrief_words.new_interview).click()
    button(page, debrief_words.remove_interview).click()
    button(page, debrief_words.new_interview).click()
    write(page, 0, "One", cause="fit", weakness="weak")
    write(page, 1, "Two", cause="logistics")
    write(page, 2, "Three")
    button(page, words.worksheet.remove).click()


def captured(page: Page, _words: Any, debrief_words: DebriefWords) -> None:
    """Go to the middle of capture."""
    button(page, debrief_words.capture).click()
    button(page, debrief_words.capture_next).click()


def ended(page: Page, _words: Any, debrief_words: DebriefWords) -> None:
    """Go to the end of capture."""
    button(page, debrief_words.capture).click()
    write_now(page, "A question")
    button(page, debrief_words.capture_stop).click()


def example(page: Page, words: Any, _debrief_words: DebriefWords) -> None:
    """Open the example."""
    button(page, words.worksheet.example).click()


@pytest.mark.parametrize("state", [empty, captured, ended, example, filled])
def test_axe_finds_nothing_in_any_state(
    page: Page, words: Ui, debrief_words: DebriefWords, state: Callable[[Page, Any, DebriefWords], None]
) -> None:
    page.goto(DEBRIEF)
    state(page, words, debrief_words)
    # In a window as tall as the page, nothing is hidden behind what sticks to the bottom.
    assert violations_in_every_look(page, *({**size, "height": 6000} for size in (WIDE, PHONE))) == []
