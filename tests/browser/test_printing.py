"""Checklists in print: real empty boxes, no item split across pages, and a blank sheet that reveals nothing."""

from __future__ import annotations

import io

import pytest
from built_site import items_of, shown, shown_line
from PIL import Image, ImageChops
from playwright.sync_api import Locator, Page, expect
from reader import AUDIT, FIVE_STEPS, answer, boxes, button, restyle, sheets, squeezed

from macros.content import Content
from macros.content.checklists import GroupedList, YesNoList
from macros.content.words import Ui

pytestmark = pytest.mark.shares_a_browser

# Of 255 levels of a color channel.
BARELY_VISIBLE = 16


def open_still(page: Page, address: str) -> None:
    """Open a page without color transitions, so that screenshots of it can be compared."""
    page.goto(address)
    restyle(page, "*, *::before, *::after { transition: none !important; }")


def looks(what: Page | Locator) -> Image.Image:
    picture = what.screenshot(full_page=True) if isinstance(what, Page) else what.screenshot()
    return Image.open(io.BytesIO(picture)).convert("RGB")


def alike(one: Image.Image, other: Image.Image) -> bool:
    """Return whether two pictures match, ignoring imperceptible differences at the edges of letters."""
    shades = ImageChops.difference(one, other).getextrema()
    return one.size == other.size and all(most < BARELY_VISIBLE for _, most in shades)


def prepare_blank(page: Page, words: Ui) -> None:
    """Press the button to print a blank sheet, and switch to what would be printed."""
    page.emulate_media(media="null")
    page.evaluate("window.print = () => {}")
    button(page, words.checklist.print_blank).click()
    page.emulate_media(media="print")


def test_a_box_prints_as_an_empty_square_and_shows_its_tick(page: Page) -> None:
    open_still(page, FIVE_STEPS)
    page.emulate_media(media="print")
    empty = looks(boxes(page).first)
    size = boxes(page).first.bounding_box()
    boxes(page).first.check()
    page.mouse.move(0, 0)
    boxes(page).first.blur()
    assert size
    assert size["width"] == size["height"] > 12
    assert not alike(looks(boxes(page).first), empty)
    boxes(page).first.uncheck()
    boxes(page).first.blur()
    assert alike(looks(boxes(page).first), empty)


@pytest.mark.parametrize(("list_", "answers"), [(FIVE_STEPS, ""), (AUDIT, "nnnyu")])
def test_a_blank_sheet_looks_the_same_whatever_was_answered(
    page: Page, words: Ui, list_: str, answers: str
) -> None:
    open_still(page, list_)
    prepare_blank(page, words)
    untouched = looks(page)
    page.emulate_media(media="null")
    answer(page, words, answers)
    for box in boxes(page).all():
        box.check()
    expect(page.locator("article input:checked")).to_have_count(5)
    page.emulate_media(media="print")
    page.evaluate("delete document.documentElement.dataset.print")
    assert not alike(looks(page), untouched)
    prepare_blank(page, words)
    assert alike(looks(page), untouched)


def test_printing_one_blank_sheet_does_not_make_the_next_one_blank(page: Page, words: Ui) -> None:
    page.goto(FIVE_STEPS)
    page.evaluate("window.print = () => {}")
    button(page, words.checklist.print_blank).click()
    expect(page.locator("html[data-print='blank']")).to_have_count(1)
    page.pdf()
    page.keyboard.press("Shift")
    expect(page.locator("html[data-print]")).to_have_count(0)


def test_each_button_prints_what_it_says(page: Page, words: Ui) -> None:
    page.goto(FIVE_STEPS)
    page.evaluate("window.print = () => { window.printed = document.documentElement.dataset.print; }")
    button(page, words.checklist.print).click()
    assert page.evaluate("window.printed") == "filled"
    button(page, words.checklist.print_blank).click()
    assert page.evaluate("window.printed") == "blank"


def test_an_audit_prints_every_question_the_rule_and_its_revision_date(page: Page, audit: YesNoList) -> None:
    page.goto(AUDIT)
    paper = "".join(sheets(page))
    for item in audit.items:
        assert squeezed(shown(item.text)) in paper
        assert squeezed(shown(item.help or "")) in paper
    assert squeezed(shown(audit.scoring)) in paper
    assert squeezed(page.locator(".checklist time").inner_text()) in paper


def test_an_audit_without_answers_prints_every_result_and_all_advice(page: Page, audit: YesNoList) -> None:
    page.goto(AUDIT)
    paper = "".join(sheets(page))
    assert squeezed(shown_line(audit.unfinished.title)) not in paper
    assert all(squeezed(shown_line(verdict.title)) in paper for verdict in audit.verdicts)
    assert all(squeezed(shown(item.when_no)) in paper for item in audit.items)


def test_an_audit_with_answers_prints_one_result_and_its_advice(
    page: Page, words: Ui, audit: YesNoList
) -> None:
    page.goto(AUDIT)
    answer(page, words, "nyyyy")
    paper = "".join(sheets(page))
    assert [v.id for v in audit.verdicts if squeezed(shown(v.text)) in paper] == ["one-or-two"]
    assert [item.id for item in audit.items if squeezed(shown(item.when_no)) in paper] == ["company-news"]


def test_no_item_is_split_across_pages(page: Page, recovery: Content) -> None:
    for sheet in recovery.checklists:
        page.goto(f"checklists/{sheet.id}/")
        for paper in ("Letter", "A4", "A5"):
            pieces = sheets(page, format=paper)
            for item in items_of(sheet):
                more = "" if isinstance(sheet, GroupedList) else item.help or ""
                whole = (squeezed(shown(item.text)), squeezed(shown(more)))
                found = any(all(text in piece for text in whole) for piece in pieces)
                assert found, f"{sheet.id} on {paper}: {item.id}"


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_without_scripts_an_audit_prints_its_items_and_rule(page: Page, audit: YesNoList) -> None:
    page.goto(AUDIT)
    paper = "".join(sheets(page))
    assert all(squeezed(shown(item.text)) in paper for item in audit.items)
    assert squeezed(shown(audit.scoring)) in paper


def test_print_shows_the_address_of_each_source_but_not_of_our_own_pages(page: Page) -> None:
    page.goto("about/sources/")
    page.emulate_media(media="print")
    links = page.locator(".sources a").evaluate_all(
        """links => links.map((link) => [
            link.getAttribute("href").startsWith("http"), getComputedStyle(link, "::after").content !== "none",
        ])"""
    )
    assert {is_elsewhere for is_elsewhere, _ in links} == {True, False}
    assert all(is_elsewhere == has_address for is_elsewhere, has_address in links)


def test_the_end_of_a_page_is_never_alone_on_a_sheet(page: Page) -> None:
    page.goto("guide/debrief/")
    foot = squeezed(page.locator(".sheet-foot").inner_text())
    *_, before, last = page.locator("#what-next + ul > li").all_inner_texts()
    page.emulate_media(media="print")
    assert page.locator(".sheet-foot").is_visible()
    for height in range(0, 250, 10):  # mm: up to nearly the height of a sheet
        restyle(page, f"@media print {{ h1 {{ padding-bottom: {height}mm }} }}")
        *_, end = sheets(page)
        for text in (before, last, foot):
            assert squeezed(text) in end


def test_the_head_of_a_table_is_never_separated_from_its_first_row(page: Page) -> None:
    page.goto("guide/reading-signals/")
    caption = squeezed(page.locator(".data-table caption").inner_text())
    first = squeezed(page.locator(".data-table tbody tr").first.locator("th").inner_text())
    for height in range(0, 250, 50):  # mm: up to nearly the height of a sheet
        restyle(page, f"@media print {{ h1 {{ padding-bottom: {height}mm }} }}")
        [start] = [sheet for sheet in sheets(page, format="A4") if caption in sheet]
        assert first in start.split(caption)[1]


def test_the_page_for_a_wrong_address_prints_on_one_sheet(page: Page, page_errors: list[str]) -> None:
    page.goto("guide/no-such-page/at-all/")
    page_errors.clear()
    assert len(sheets(page, format="A4")) == 1
