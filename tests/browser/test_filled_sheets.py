"""Filled-in sheets as a printer gets them: all answers, uncut, and every box."""

from __future__ import annotations

import pytest
from built_site import Site, items_of, shown, shown_line
from on_paper import FOOT, TEXT, Printed, expect_well_set, printed, whole
from playwright.sync_api import Page, expect
from reader import button, squeezed, visible
from saved_data import arrange, entry, storage_key
from sheets_in_use import DEBRIEF, NOTE, STAR, open_sheet

from macros.content import Content
from macros.content.checklists import YesNoList
from macros.content.saved import SavedField, saved_fields
from macros.content.sheets import Sheet, all_sheets
from macros.content.worksheets.fields import Worksheet
from tools import ROOT

PROJECT = ROOT
pytestmark = pytest.mark.shares_a_browser

PAPERS = ("Letter", "A4")
# Pages of a filled-in sheet, if not one: an interview with three questions, two answers, a note with its case.
PAGES = {"debrief": 2, "star-answer": 2, "follow-up-note": 2}
RECORDS = {"debrief-row": "abc", "star-answer": "ab"}
# Fields that are saved beside a sheet, or that the case chosen first does not ask for.
NOT_PRINTED = {"sent", "outcome", "rate", "point", "proof"}
DATES = {"date", "day", "interview", "promised", "asked"}
DATE, PRINTED_DATE = "2026-11-20", "November 20, 2026"
BOXES = "article :is(input[type=checkbox], input[type=radio])"
# What readers may write: words without a place to break, right-to-left text, and more than a box holds.
NAME = "Sir Bartholomew Featherstonehaugh Cholmondeley the Younger II"
COMPOUND = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk"
RIGHT_TO_LEFT = "דיברתי על הפרויקט"
LONG = "zebra stripe" + " zebra" * 332


def words_in(saved: SavedField, record: str) -> str:
    """Return an answer to a field; texts are unlike anything else on the sheet."""
    if saved.choices:
        return saved.choices[0][1].id
    if getattr(saved.field, "kind", "") == "tick":
        return "yes"
    return DATE if saved.field.id in DATES else f"In {saved.field.id} {record} I wrote this."


def answers(content: Content, sheet: Sheet) -> dict[str, str]:
    """Return an answer to every field of a worksheet, by its id, in as many records as RECORDS says."""
    kept: dict[str, str] = {}
    for saved in saved_fields(content):
        if saved.kind not in {sheet.id, f"{sheet.id}-row"} or saved.field.id in NOT_PRINTED:
            continue
        for number, record in enumerate(RECORDS.get(saved.kind, "a"), 1):
            start = f"{saved.kind}--{record}--"
            kept |= {f"{start}{saved.field.id}": words_in(saved, record), f"{start}order": str(number)}
    rows = {f"debrief-row--{record}--debrief": "a" for record in RECORDS["debrief-row"]}
    # Marked as written by hand, or the page would write the note itself.
    by_hand = {f"follow-up-note--a--{text}-by-hand": "yes" for text in ("subject", "note")}
    return {**kept, **rows, **by_hand}


def ticks(sheet: Sheet) -> dict[str, str]:
    """Return an answer to every item of a checklist: a tick, or No."""
    value = "no" if isinstance(sheet.part, YesNoList) else "ticked"
    return {f"{sheet.id}--{item.id}": value for item in items_of(sheet.part)}


def open_filled(page: Page, sheet: Sheet, kept: dict[str, str]) -> None:
    arrange(page, {storage_key(name): entry(value) for name, value in kept.items()})
    page.goto(sheet.address)
    if isinstance(sheet.part, Worksheet):
        page.locator("[data-started]").wait_for()
    if page.locator("[data-keep]").count():
        page.locator("[data-choose] select").select_option("a")


def expect_all_of(kept: dict[str, str], pages: list[Printed]) -> None:
    """Expect every text, and every date as readers write it."""
    words = {
        PRINTED_DATE if value == DATE else value for value in kept.values() if " " in value or value == DATE
    }
    assert [each for each in words if squeezed(each) not in whole(pages)] == []


def expect_every_box(page: Page, pages: list[Printed]) -> None:
    page.emulate_media(media="print")
    assert sum(each.squares for each in pages) == visible(page, BOXES).count()
    assert sum(each.ticks for each in pages) == visible(page, f"{BOXES}:checked").count()
    page.emulate_media(media="null")


def test_a_filled_worksheet_prints_all_answers_on_its_number_of_pages(
    page: Page, recovery: Content, site: Site, subtests: pytest.Subtests
) -> None:
    for sheet in all_sheets(recovery):
        if not isinstance(sheet.part, Worksheet):
            continue
        kept = answers(recovery, sheet)
        open_filled(page, sheet, kept)
        for paper in PAPERS:
            with subtests.test(sheet=sheet.id, paper=paper):
                pages = printed(page, paper)
                assert len(pages) == PAGES.get(sheet.id, 1), sheet.id
                expect_all_of(kept, pages)
                expect_well_set(pages, site.url + sheet.address, recovery.ui)
                expect_every_box(page, pages)


def test_a_filled_checklist_prints_every_item_and_tick_on_one_page(
    page: Page, recovery: Content, site: Site, subtests: pytest.Subtests
) -> None:
    for sheet in all_sheets(recovery):
        if isinstance(sheet.part, Worksheet):
            continue
        open_filled(page, sheet, ticks(sheet))
        for paper in PAPERS:
            with subtests.test(sheet=sheet.id, paper=paper):
                pages = printed(page, paper)
                items = items_of(sheet.part)
                assert len(pages) == 1, sheet.id
                assert [item.id for item in items if squeezed(shown(item.text)) not in whole(pages)] == []
                expect_well_set(pages, site.url + sheet.address, recovery.ui)
                expect_every_box(page, pages)
                assert pages[0].ticks == len(items), sheet.id


def test_no_row_of_a_debrief_is_split_across_pages(
    page: Page, recovery: Content, subtests: pytest.Subtests
) -> None:
    sheet = next(sheet for sheet in all_sheets(recovery) if sheet.id == "debrief")
    kept = answers(recovery, sheet)
    open_filled(page, sheet, kept)
    for paper in PAPERS:
        with subtests.test(paper=paper):
            pages = printed(page, paper)
            for record in RECORDS["debrief-row"]:
                row = [
                    kept[f"debrief-row--{record}--{field}"]
                    for field in ("question", "response", "missing", "reaction")
                ]
                assert (
                    sum(all(squeezed(words) in squeezed(each.text) for words in row) for each in pages) == 1
                )


@pytest.mark.parametrize(
    "written", [NAME, COMPOUND, RIGHT_TO_LEFT, LONG], ids=["name", "compound", "right-to-left", "long"]
)
def test_no_sheet_cuts_off_answers_or_breaks_their_words(
    page: Page, recovery: Content, site: Site, written: str
) -> None:
    words = written.split()
    for sheet in all_sheets(recovery):
        if not isinstance(sheet.part, Worksheet):
            continue
        usual = answers(recovery, sheet)
        kept = {name: written if " " in value else value for name, value in usual.items()}
        open_filled(page, sheet, kept)
        pages = printed(page, "A4")
        fields = list(kept.values()).count(written)
        found = {word: sum(each.text.count(word) for each in pages) for word in words}
        assert [word for word in found if found[word] < fields * words.count(word)] == [], sheet.id
        expect_well_set(pages, site.url + sheet.address, recovery.ui)


# In a pack

# The file with the forms for records, which a pack fetches once it has to show answers.
PART = "**/part.*.txt"
# The id of the second record of a kind.
ANOTHER = {"debrief": "b", "follow-up-note": "b"}


def all_answers(content: Content) -> dict[str, str]:
    """Return answers on every worksheet, with a second interview and a second note."""
    worksheets = [sheet for sheet in all_sheets(content) if isinstance(sheet.part, Worksheet)]
    kept = {name: value for sheet in worksheets for name, value in answers(content, sheet).items()}
    for kind, record in ANOTHER.items():
        for name, value in list(kept.items()):
            if name.startswith(f"{kind}--a--"):
                kept[name.replace("--a--", f"--{record}--")] = value.replace(" a ", f" {record} ")
        kept[f"{kind}--{record}--order"] = "2"
    return kept


def open_pack(page: Page, content: Content, choice: str) -> None:
    worksheets = [sheet.id for sheet in all_sheets(content) if isinstance(sheet.part, Worksheet)]
    page.goto(f"print/?sheets={','.join(worksheets)}{choice}")


def test_a_pack_prints_every_saved_worksheet_on_as_many_pages_as_the_worksheet_itself(
    page: Page, recovery: Content, subtests: pytest.Subtests
) -> None:
    kept = all_answers(recovery)
    arrange(page, {storage_key(name): entry(value) for name, value in kept.items()})
    open_pack(page, recovery, "&mine=yes")
    expect(page.locator(".sheet--mine [data-day='stop'] [data-date]")).not_to_be_empty()
    for paper in PAPERS:
        with subtests.test(paper=paper):
            pages = printed(page, paper)
            expect_all_of(kept, pages)
            # The second interview has no questions and takes one page.
            assert len(pages) == sum(PAGES.values()) + 1 + PAGES["follow-up-note"] + 3
            assert {size for each in pages for size in each.letters if size < TEXT} <= FOOT
            expect_every_box(page, pages)


def test_a_pack_has_no_answers_while_it_is_blank_or_after_it_is_made_blank_again(
    page: Page, recovery: Content
) -> None:
    kept = all_answers(recovery)
    arrange(page, {storage_key(name): entry(value) for name, value in kept.items()})
    open_pack(page, recovery, "")
    blank = printed(page, "A4")
    assert squeezed("I wrote this") not in whole(blank)
    assert PRINTED_DATE not in whole(blank)
    assert sum(each.ticks for each in blank) == 0
    mine = page.get_by_label(shown_line(recovery.paper.pack.mine))
    mine.check()
    expect(page.locator(".sheet--mine [data-day='stop'] [data-date]")).not_to_be_empty()
    assert squeezed("I wrote this") in whole(printed(page, "A4"))
    mine.uncheck()
    assert whole(printed(page, "A4")) == whole(blank)
    expect(page.locator(".sheet--mine")).to_have_count(0)


def test_a_pack_has_answers_that_were_just_written(page: Page, recovery: Content) -> None:
    open_sheet(page, DEBRIEF)
    page.locator("[data-live] [data-field='company']").fill("Blue Door Bakery")
    page.locator("[data-live] [data-field='question']").fill("Why bread?")
    page.goto(NOTE)
    page.locator("[data-entries] [data-field='recipient']").fill("Ms. Okafor")
    page.goto(STAR)
    page.locator("[data-entries] [data-field='action']").fill("I rang the supplier.")
    page.goto("print/?sheets=debrief,follow-up-note,star-answer&mine=yes")
    text = whole(printed(page, "Letter"))
    for written in ("Blue Door Bakery", "Why bread?", "Ms. Okafor", "I rang the supplier."):
        assert squeezed(written) in text, written


def test_a_long_name_of_an_interview_is_printed_uncut(page: Page, recovery: Content) -> None:
    company, role = f"{NAME} and Sons", f"{COMPOUND} deputy regional night shift manager"
    named_long = {"debrief--i1--company": company, "debrief--i1--role": role, "debrief--i1--order": "1"}
    other = {"debrief--i2--company": "Orchard", "debrief--i2--order": "2"}
    answer = {"star-answer--a--debrief": "i1", "star-answer--a--order": "1", "star-answer--a--task": "Bread."}
    arrange(page, {storage_key(name): entry(value) for name, value in (named_long | other | answer).items()})
    page.goto(STAR)
    expect(page.locator("[data-other-interview]").filter(visible=True)).to_have_text(f"{company}, {role}")
    text = whole(printed(page, "Letter"))
    assert squeezed(f"{company}, {role}") in text
    assert "…" not in text


def test_a_worksheet_without_answers_stays_a_blank_form_in_a_filled_pack(
    page: Page, recovery: Content
) -> None:
    page.goto("print/?sheets=star-answer")
    blank = whole(printed(page, "A4"))
    with page.expect_response(PART):
        page.get_by_label(shown_line(recovery.paper.pack.mine)).check()
    assert whole(printed(page, "A4")) == blank


def test_a_pack_that_cannot_fetch_the_forms_says_so_and_can_be_tried_again(
    page: Page, recovery: Content, page_errors: list[str]
) -> None:
    sheet = next(sheet for sheet in all_sheets(recovery) if sheet.id == "star-answer")
    arrange(page, {storage_key(name): entry(value) for name, value in answers(recovery, sheet).items()})
    page.goto("print/?sheets=star-answer")
    page.route(PART, lambda route: route.abort())
    mine = page.get_by_label(shown_line(recovery.paper.pack.mine))
    mine.check()
    expect(page.get_by_role("alert")).to_contain_text(shown_line(recovery.ui.site.script_failed.title))
    page_errors.clear()
    page.unroute(PART)
    mine.uncheck()
    mine.check()
    expect(page.locator(".sheet--mine")).to_have_count(1)
    expect(page.get_by_role("alert")).to_have_count(0)


def test_answers_removed_in_another_tab_disappear_from_a_pack(page: Page, recovery: Content) -> None:
    sheet = next(sheet for sheet in all_sheets(recovery) if sheet.id == "star-answer")
    arrange(page, {storage_key(name): entry(value) for name, value in answers(recovery, sheet).items()})
    page.goto("print/?sheets=star-answer&mine=yes")
    expect(page.locator(".sheet--mine")).to_have_count(1)
    other = page.context.new_page()
    other.goto(STAR)
    for _ in RECORDS["star-answer"]:
        button(other, recovery.ui.worksheet.remove).first.click()
    expect(page.locator(".sheet--mine")).to_have_count(0)
