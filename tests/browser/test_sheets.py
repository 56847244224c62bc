"""Sheets to hand out, as a printer gets them: their number of pages, complete text, nothing cut off, and a code."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from built_site import Site, items_of, shown, shown_line
from on_paper import FOOT, TEXT, Printed, expect_well_set, printed, whole
from playwright.sync_api import Page, expect
from reader import AUDIT, answer, button, squeezed
from sheets_in_use import DEBRIEF, NOTE, STAR, open_sheet, text_fields

from macros.content import Content
from macros.content.checklists import GroupedList, YesNoList
from macros.content.sheets import Sheet, all_sheets
from macros.content.words import Ui
from macros.content.worksheets.fields import Worksheet
from tools import ROOT

PROJECT = ROOT
pytestmark = pytest.mark.shares_a_browser

PAPERS = ("Letter", "A4")
# Number of pages of a blank sheet, if not one.
PAGES = {"debrief": 2, "follow-up-note": 2}
# What readers may write: a word without a place to break, and more than a column holds.
NAME = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk GmbH"
LONG = "zebra سمعت " * 200


def texts_of(sheet: Sheet) -> Iterator[str]:
    """Yield the texts that a sheet must have; a list in groups prints as an overview, without help."""
    yield sheet.part.purpose
    if isinstance(sheet.part, Worksheet):
        return
    for item in items_of(sheet.part):
        yield item.text
        if not isinstance(sheet.part, GroupedList):
            yield item.help or ""
    if isinstance(sheet.part, YesNoList):
        yield from (item.when_no for item in sheet.part.items)
        yield from (verdict.text for verdict in sheet.part.verdicts)
        yield sheet.part.scoring


def expect_blank_sheets(page: Page, recovery: Content, site: Site, subtests: pytest.Subtests) -> None:
    for sheet in all_sheets(recovery):
        page.goto(sheet.address)
        for paper in PAPERS:
            with subtests.test(sheet=sheet.id, paper=paper):
                pages = printed(page, paper)
                assert len(pages) == PAGES.get(sheet.id, 1)
                text = whole(pages)
                assert [each for each in texts_of(sheet) if squeezed(shown(each)) not in text] == []
                assert squeezed(recovery.ui.sheet.name) in text
                assert "mm/dd" not in text
                expect_well_set(pages, site.url + sheet.address, recovery.ui)


def test_each_blank_sheet_is_complete_on_its_number_of_pages(
    page: Page, recovery: Content, site: Site, subtests: pytest.Subtests
) -> None:
    expect_blank_sheets(page, recovery, site, subtests)


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_each_blank_sheet_is_complete_without_scripts(
    page: Page, recovery: Content, site: Site, subtests: pytest.Subtests
) -> None:
    expect_blank_sheets(page, recovery, site, subtests)


def test_the_blank_debrief_has_room_for_three_questions(
    page: Page, recovery: Content, subtests: pytest.Subtests
) -> None:
    page.goto(DEBRIEF)
    for paper in PAPERS:
        with subtests.test(paper=paper):
            text = whole(printed(page, paper))
            row = recovery.worksheets.debrief.words.row
            asked = [number for number in range(1, 6) if squeezed(row.format(number=number)) in text]
            assert asked == [1, 2, 3]


def test_a_long_debrief_prints_every_word_across_pages(
    page: Page, recovery: Content, site: Site, subtests: pytest.Subtests
) -> None:
    open_sheet(page, DEBRIEF)
    row = page.locator("[data-live] li[data-entry]").first
    page.locator("[data-live] [data-field='company']").fill(NAME)
    row.locator("[data-field='question']").fill("Why us?")
    row.locator("[data-field='response']").fill(LONG)
    for paper in PAPERS:
        with subtests.test(paper=paper):
            pages = printed(page, paper)
            assert squeezed(NAME) in whole(pages)
            assert whole(pages).count("zebra") == 200
            assert len(pages) == 2
            expect_well_set(pages, site.url + DEBRIEF, recovery.ui)


def test_each_star_answer_prints_on_its_own_page(
    page: Page, recovery: Content, site: Site, subtests: pytest.Subtests
) -> None:
    open_sheet(page, STAR)
    for name in ("first", "second"):
        if name == "second":
            button(page, recovery.worksheets.star_answer.words.add).click()
        for field in text_fields(page):
            field.fill(f"The {name} answer. {'Some more words. ' * 7}")
    for paper in PAPERS:
        with subtests.test(paper=paper):
            first, second = pages = printed(page, paper)
            assert squeezed("The first answer.") in squeezed(first.text)
            assert squeezed("The second answer.") in squeezed(second.text)
            expect_well_set(pages, site.url + STAR, recovery.ui)


def test_a_note_prints_on_one_page_and_its_choices_on_another(
    page: Page, recovery: Content, subtests: pytest.Subtests
) -> None:
    page.goto(NOTE)
    button(page, recovery.ui.worksheet.example).click()
    for paper in PAPERS:
        with subtests.test(paper=paper):
            choices, letter = printed(page, paper)
            note = page.locator("[data-entries] [data-field='note']").input_value()
            assert squeezed(note) in squeezed(letter.text)
            assert squeezed(shown_line(recovery.worksheets.follow_up_note.steps[0].title)) in squeezed(
                choices.text
            )


def test_an_audit_with_answers_prints_on_one_page_with_one_result(
    page: Page, words: Ui, audit: YesNoList, site: Site, subtests: pytest.Subtests
) -> None:
    page.goto(AUDIT)
    answer(page, words, "nnyyu")
    for paper in PAPERS:
        with subtests.test(paper=paper):
            pages = printed(page, paper)
            text = whole(pages)
            assert len(pages) == 1
            assert [squeezed(shown(verdict.text)) in text for verdict in audit.verdicts] == [
                False,
                True,
                False,
            ]
            assert [squeezed(shown(item.when_no)) in text for item in audit.items] == [
                True,
                True,
                False,
                False,
                False,
            ]
            expect_well_set(pages, site.url + AUDIT, words)


def test_a_date_is_printed_as_readers_write_it(page: Page) -> None:
    open_sheet(page, DEBRIEF)
    page.locator("[data-live] [data-field='date']").fill("2026-11-20")
    assert squeezed("November 20, 2026") in whole(printed(page, "A4"))


@pytest.mark.parametrize("worksheet", [DEBRIEF, STAR, NOTE])
def test_an_unused_worksheet_prints_as_a_blank_form(page: Page, worksheet: str) -> None:
    open_sheet(page, DEBRIEF) if worksheet == DEBRIEF else page.goto(worksheet)
    page.pdf()
    page.emulate_media(media="print")
    expect(page.locator("[data-blank]")).to_be_visible()


def test_a_blank_sheet_stays_blank_until_the_reader_uses_the_page_again(page: Page, words: Ui) -> None:
    open_sheet(page, DEBRIEF)
    page.locator("[data-live] [data-field='company']").fill("Secret")
    page.evaluate("window.print = () => {}")
    button(page, words.checklist.print_blank).click()
    for moment in ("beforeprint", "afterprint", "focus"):
        page.evaluate("moment => dispatchEvent(new Event(moment))", moment)
        assert "Secret" not in whole(printed(page, "A4")), moment
    page.keyboard.press("Shift")
    assert "Secret" in whole(printed(page, "A4"))


def test_a_sheet_is_black_on_white_when_dark_mode_was_chosen(page: Page) -> None:
    page.goto(AUDIT)
    light = printed(page, "A4")[0].picture
    page.evaluate("document.documentElement.dataset.scheme = 'dark'")
    assert printed(page, "A4")[0].picture.tobytes() == light.tobytes()


# The pack


def pack_pages(page: Page, choice: str = "") -> list[Printed]:
    page.goto(f"print/{choice}")
    return printed(page, "A4")


def titles_in(pages: list[Printed], recovery: Content) -> list[str]:
    """Return the ids of the sheets that start on these pages, in order."""
    sheets = {squeezed(shown(sheet.part.purpose)): sheet.id for sheet in all_sheets(recovery)}
    return [sheets[purpose] for each in pages for purpose in sheets if purpose in squeezed(each.text)]


def checklists_of(recovery: Content) -> list[Sheet]:
    return [sheet for sheet in all_sheets(recovery) if not isinstance(sheet.part, Worksheet)]


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_without_scripts_the_pack_has_every_checklist_on_its_own_page(
    page: Page, recovery: Content, site: Site
) -> None:
    pages = pack_pages(page)
    checklists = checklists_of(recovery)
    assert [each.codes() for each in pages] == [[site.url + sheet.address] for sheet in checklists]
    assert titles_in(pages, recovery) == [sheet.id for sheet in checklists]


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_without_scripts_a_worksheet_can_be_chosen_for_the_pack(page: Page, recovery: Content) -> None:
    page.goto("print/")
    worksheet = next(sheet for sheet in all_sheets(recovery) if sheet.id == "star-answer")
    page.get_by_label(shown_line(worksheet.part.title), exact=True).check()
    assert "star-answer" in titles_in(printed(page, "A4"), recovery)


def test_a_link_to_a_pack_prints_only_its_sheets(page: Page, recovery: Content) -> None:
    pages = pack_pages(page, "?sheets=star-answer,debrief,before-you-send")
    assert titles_in(pages, recovery) == ["debrief", "star-answer", "before-you-send"]
    assert len(pages) == 4


def test_the_address_keeps_the_choices(page: Page, recovery: Content) -> None:
    page.goto("print/")
    for sheet in checklists_of(recovery)[1:]:
        page.get_by_label(shown_line(sheet.part.title), exact=True).uncheck()
    page.get_by_label(shown_line(recovery.paper.pack.large)).check()
    assert page.url.endswith("print/?sheets=rejection-audit&large=yes")
    page.reload()
    expect(page.get_by_label(shown_line(recovery.paper.pack.large))).to_be_checked()


def test_a_pack_shows_ticks_only_on_request(page: Page) -> None:
    page.goto("checklists/five-steps/")
    page.locator(".checklist__item input").first.check()
    ticked = ".sheet input:checked"
    page.goto("print/?sheets=five-steps")
    expect(page.locator(ticked)).to_have_count(0)
    page.goto("print/?sheets=five-steps&mine=yes")
    expect(page.locator(ticked)).to_have_count(1)


def test_in_large_print_all_text_of_a_sheet_is_large(page: Page) -> None:
    letters = pack_pages(page, "?sheets=five-steps&large=yes")[0].letters
    assert {size for size in letters if size < 24} <= FOOT


def test_the_plan_can_be_printed_with_a_page_for_each_day(page: Page, recovery: Content) -> None:
    assert len(pack_pages(page, "?sheets=five-day-plan")) == 1
    assert len(pack_pages(page, "?sheets=five-day-plan&days=yes")) == 5


@pytest.mark.parametrize("more", ["large=yes", "days=yes", "rows=yes"])
def test_a_sheet_of_several_pages_has_its_foot_on_each_and_no_text_below_it(
    page: Page, recovery: Content, site: Site, more: str
) -> None:
    sheets = all_sheets(recovery)
    pages = pack_pages(page, f"?sheets={','.join(sheet.id for sheet in sheets)}&{more}")
    assert len(pages) > len(sheets)
    # A code that text runs over cannot be read.
    assert {code for each in pages for code in each.codes()} == {site.url + sheet.address for sheet in sheets}
    assert [number for number, each in enumerate(pages, 1) if len(each.codes()) != 1] == []
    assert titles_in(pages, recovery) == [sheet.id for sheet in sheets]


def test_every_sheet_has_an_advisors_side_and_every_side_a_sheet(recovery: Content) -> None:
    assert {side.id for side in recovery.paper.sides} == {sheet.id for sheet in all_sheets(recovery)}


@pytest.mark.parametrize("size", ["", "&large=yes"])
def test_an_advisors_side_is_one_page_after_its_sheet(
    page: Page, recovery: Content, site: Site, size: str
) -> None:
    sheets = {sheet.id: sheet for sheet in all_sheets(recovery)}
    for side in recovery.paper.sides:
        plain = {} if size else pages_on_each_paper(page, side.id)
        page.goto(f"print/?sheets={side.id}&advice=yes{size}")
        said = [side.purpose, side.ten, side.thirty, *side.say, *side.leave, side.refer]
        said += [recovery.paper.side.danger, recovery.paper.side.basis]
        for paper in PAPERS:
            *fronts, back = printed(page, paper)
            assert plain.get(paper, len(fronts)) == len(fronts), (side.id, paper)
            text = squeezed(back.text)
            assert [each for each in said if squeezed(shown(each)) not in text] == [], (side.id, paper)
            assert back.codes() == [site.url + sheets[side.id].address]
            assert {letter for letter in back.letters if letter < TEXT} <= FOOT


def pages_on_each_paper(page: Page, sheet: str) -> dict[str, int]:
    """Return the number of pages of a sheet on each paper, without its advisor's side."""
    page.goto(f"print/?sheets={sheet}")
    return {paper: len(printed(page, paper)) for paper in PAPERS}


def test_a_sheet_prints_without_its_advisors_side_by_default(page: Page, recovery: Content) -> None:
    text = whole(pack_pages(page, "?sheets=debrief"))
    assert not [side.id for side in recovery.paper.sides if squeezed(shown(side.purpose)) in text]


def test_the_address_keeps_the_choice_of_advisors_sides(page: Page, recovery: Content) -> None:
    page.goto("print/?sheets=debrief")
    page.get_by_label(shown_line(recovery.paper.pack.advice)).check()
    assert page.url.endswith("print/?sheets=debrief&advice=yes")
