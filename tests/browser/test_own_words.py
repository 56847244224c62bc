"""Readers' own words keep their direction, are never translated by a browser, and never cut inside a character."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect
from saved_data import MY_RECOVERY, YOUR_DATA, answered, copy_of, open_copy
from sheets_in_use import DEBRIEF, NOTE, PAUSE, STAR, WORKSHEETS, open_sheet, text_fields

from macros.content import Content
from macros.content.phrases import filled
from macros.content.words import Ui

MARK = "مرحبا"
# The control in which a reader chooses among the records of a worksheet.
CHOOSERS = {DEBRIEF: "[data-several] select", NOTE: "[data-choose] select"}
# Every element that shows a text with the mark itself, with whether a browser may translate it and whether its
# direction follows the text.
SHOWN_WRONG = """mark => [...document.querySelectorAll("body *")]
    .filter((element) => !element.closest("script, template"))
    .filter((element) => [
        element.value, element.dataset.text, element.title, element.ariaLabel, ...[...element.childNodes]
            .filter(({ nodeType }) => nodeType === Node.TEXT_NODE).map(({ data }) => data),
    ].some((text) => typeof text === "string" && text.includes(mark)))
    .map((element) => {
        const behind = element.dataset.text === undefined ? null : "::after";
        const isPlain = getComputedStyle(element, behind).unicodeBidi === "plaintext";
        const followsText = isPlain || element.matches(":dir(rtl)");
        return [element.outerHTML.slice(0, 120), element.translate, followsText];
    })"""
# Imitates the translator of a browser, which replaces the texts of a page, and counts later changes to them.
TRANSLATE = """selector => {
    const translate = () => {
        for (const option of document.querySelectorAll(`${selector} option`))
            if (!option.text.startsWith("DE:")) option.text = `DE:${option.text}`;
    };
    window.rebuilt = 0;
    new MutationObserver((changes) => {
        window.rebuilt += changes.some(({ type, target }) => type === "childList" && target.matches("select"));
        translate();
    }).observe(document.querySelector(selector), { childList: true, subtree: true });
    translate();
}"""
FAMILY = "\N{MAN}\N{ZERO WIDTH JOINER}\N{WOMAN}\N{ZERO WIDTH JOINER}\N{GIRL}"
LONG = {
    "emoji": "\N{GRINNING FACE}",
    "family": FAMILY,
    "accents": "e\u0301\u0323",
    "flag": "🇺🇳",
    "Hindi": "क्षि",
}


def type_everywhere(page: Page) -> None:
    for field in text_fields(page):
        field.fill(f"{MARK} 12 times.")
    page.clock.run_for(3000)


def expect_own(page: Page) -> int:
    shown = page.evaluate(SHOWN_WRONG, MARK)
    wrong = [html for html, translate, follows_text in shown if translate or not follows_text]
    assert wrong == []
    return len(shown)


@pytest.mark.parametrize("worksheet", WORKSHEETS, ids=lambda worksheet: worksheet.split("/")[1])
def test_own_words_are_marked_wherever_a_worksheet_shows_them(page: Page, worksheet: str) -> None:
    page.clock.install()
    open_sheet(page, worksheet)
    type_everywhere(page)
    fields = len(text_fields(page))
    # The fields, and the printed text behind each field of several lines.
    assert expect_own(page) > fields
    page.locator("[data-action='new'], [data-action='add'], [data-action='new-interview']").locator(
        "visible=true"
    ).first.click()
    text_fields(page)[0].fill(f"{MARK} again.")
    page.clock.run_for(PAUSE)
    expect(page.locator("option, [data-title]").filter(has_text=MARK)).not_to_have_count(0)
    assert expect_own(page) > 1


def test_own_words_are_marked_where_other_pages_show_them(page: Page, words: Ui) -> None:
    page.clock.install()
    for worksheet in WORKSHEETS:
        open_sheet(page, worksheet)
        type_everywhere(page)
    open_sheet(page, DEBRIEF)
    page.locator("[data-weakest] a").first.click()
    expect(page.locator("[data-from-row]").filter(visible=True)).not_to_have_count(0)
    expect_own(page)
    page.goto(MY_RECOVERY)
    # One for each worksheet, the draft, and on the card of the interview its name and next question.
    assert expect_own(page) == len(WORKSHEETS) + 3
    page.goto(YOUR_DATA)
    listed = expect_own(page)
    assert listed > len(WORKSHEETS)
    open_copy(page, words, copy_of(answered("debrief--elsewhere--company", f"{MARK}.")))
    page.get_by_text(words.copies.preview.details).click()
    expect(page.locator("[data-changes] li")).to_have_count(1)
    assert expect_own(page) == listed + 1


@pytest.mark.parametrize("print_media", [False, True], ids=["screen", "paper"])
def test_each_field_follows_the_direction_of_its_own_text(page: Page, print_media: bool) -> None:
    page.goto(NOTE)
    written = {"point": (f"{MARK}.", "rtl"), "proof": ("Done.", "ltr"), "topic": (MARK, "rtl")}
    fields = {name: page.locator(f"[data-entries] [data-field='{name}']") for name in written}
    for name, (text, _) in written.items():
        fields[name].fill(text)
    page.emulate_media(media="print" if print_media else "screen")
    for name, (_, direction) in written.items():
        expect(fields[name]).to_have_css("direction", direction)
    # Print shows the text behind a field of several lines.
    behind = "box => getComputedStyle(box.parentElement, '::after').unicodeBidi"
    assert fields["point"].evaluate(behind) == "plaintext"


# Lists of readers' own words


def two_records(page: Page, worksheet: str) -> Locator:
    """Write two records, and return the control to choose one of them."""
    name = "company" if worksheet == DEBRIEF else "recipient"
    action = "new-interview" if worksheet == DEBRIEF else "new"
    open_sheet(page, worksheet)
    typed = page.locator(f"[data-field='{name}']").filter(visible=True).first
    typed.fill("Apple")
    page.locator(f"[data-action='{action}']").click()
    typed.fill("Orange")
    page.clock.run_for(PAUSE)
    chooser = page.locator(CHOOSERS[worksheet])
    expect(chooser.locator("option")).to_have_count(2)
    expect(chooser).to_be_visible()
    return chooser


@pytest.mark.parametrize("worksheet", [DEBRIEF, NOTE], ids=["debrief", "follow-up-note"])
def test_a_translated_list_is_not_redrawn_while_its_content_is_unchanged(page: Page, worksheet: str) -> None:
    page.clock.install()
    two_records(page, worksheet)
    page.evaluate(TRANSLATE, CHOOSERS[worksheet])
    other = page.locator("[data-field='role']").filter(visible=True).first
    if worksheet == DEBRIEF:
        other = page.locator("[data-field='response']").filter(visible=True).first
    for letter in "oven":
        other.press_sequentially(letter)
        page.clock.run_for(PAUSE)
    assert page.evaluate("window.rebuilt") == 0


@pytest.mark.parametrize("worksheet", [DEBRIEF, NOTE], ids=["debrief", "follow-up-note"])
def test_a_list_in_use_is_updated_after_it_loses_the_focus(
    context: BrowserContext, page: Page, worksheet: str
) -> None:
    page.clock.install()
    chooser = two_records(page, worksheet)
    chooser.focus()
    other = context.new_page()
    open_sheet(other, worksheet)
    other.locator("[data-action='new-interview'], [data-action='new']").locator("visible=true").first.click()
    name = "company" if worksheet == DEBRIEF else "recipient"
    other.locator(f"[data-field='{name}']").filter(visible=True).first.fill("Pear")
    other.evaluate("dispatchEvent(new Event('pagehide'))")
    page.bring_to_front()
    page.clock.run_for(PAUSE)
    expect(chooser.locator("option")).to_have_count(2)
    chooser.blur()
    expect(chooser.locator("option")).to_have_count(3)
    expect(chooser).to_contain_text("Pear")


# Truncation


@pytest.mark.parametrize("sign", LONG.values(), ids=LONG)
def test_a_truncated_text_ends_with_a_whole_character(page: Page, sign: str) -> None:
    page.clock.install()
    two_records(page, DEBRIEF)
    company = page.locator("[data-live] [data-field='company']")
    question = page.locator("[data-entries] [data-field='question']").first
    for letters in range(80 - len(sign), 80):
        text = "x" * letters + sign + "end of it"
        company.fill(text)
        question.fill(text)
        page.clock.run_for(PAUSE)
        shown = "x" * letters + sign + "end of it"[: 79 - letters] + "…"
        expect(page.locator("[data-weakest] li")).to_have_text(shown)
        # A name in the list of choices is not truncated.
        expect(page.locator("[data-several] select option").last).to_have_text(text)
    page.goto(MY_RECOVERY)
    expect(page.locator("[data-records='debrief'] li").last).to_have_text(shown)


@pytest.mark.parametrize(
    ("text", "fewest", "most"),
    [
        ("会議でお話しした計画について、一つ付け加えたいことがあります。" * 8, 100, 240),
        ("ขอบคุณสำหรับการสัมภาษณ์เมื่อวานนี้" * 8, 40, 120),
        ("Thank you for your time.", 5, 5),
    ],
    ids=["Japanese", "Thai", "English"],
)
def test_words_are_counted_the_same_on_both_worksheets_in_every_script(
    page: Page, recovery: Content, text: str, fewest: int, most: int
) -> None:
    page.goto(NOTE)
    page.locator("[data-entries] [data-field='note']").fill(text)
    expect(page.locator("[data-check='length']")).not_to_have_attribute("data-state", "empty")
    reason = page.locator("[data-check='length'] [data-reason]").text_content() or ""
    count = int(reason.split()[0])
    assert fewest <= count <= most
    open_sheet(page, STAR)
    page.locator("[data-entries] [data-field='task']").fill(text)
    share = recovery.worksheets.star_answer.words.share
    expect(page.locator("[data-share='task']")).to_have_text(filled(share, "en-US", words=count, share=100))


def test_a_sentence_without_spaces_is_quoted_only_in_part(page: Page) -> None:
    open_sheet(page, STAR)
    sentence = "会議でお話しした計画について、一つ付け加えたいことがあります。"
    page.locator("[data-entries] [data-field='action']").fill(sentence)
    advice = page.locator("[data-check='own-part'] [data-advice]")
    expect(advice).to_contain_text("会議")
    shown = advice.locator("bdi").inner_text()
    assert shown.endswith("…")
    assert len(shown) < len(sentence) - 5
