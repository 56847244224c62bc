"""Screen readers announce every change, politely and once."""

from __future__ import annotations

import pytest
from built_site import Site, shown, shown_line
from forms import ASK, REPLAY, choose, form_field, open_form
from playwright.sync_api import Page, expect
from reader import AUDIT, FIVE_STEPS, answer, boxes, button, squeezed, visible
from saved_data import FILL, MY_RECOVERY, YOUR_DATA, arrange, entry, open_copy, storage_key
from sheets_in_use import NOTE, open_sheet

from macros.content import Content
from macros.content.checklists import YesNoList
from macros.content.entries import Message, find
from macros.content.words import Ui

pytestmark = pytest.mark.shares_a_browser

LIVE = "[role=status], [role=alert], [aria-live]"
# Record what a live region announces, from DOMContentLoaded on: every change, and any repetition of the same text. Only
# an alert is announced when the region itself appears; screen readers miss a status that appears with its text.
LISTEN = f"""document.addEventListener("DOMContentLoaded", () => {{
    window.announced = [];
    const textOf = (region) => region.checkVisibility() ? region.innerText.trim() : null;
    const heard = new Map([...document.querySelectorAll("{LIVE}")].map((region) => [region, textOf(region)]));
    new MutationObserver((changes) => {{
        for (const [region, before] of heard) {{
            const text = textOf(region);
            const isAnew = changes.some(({{ target, addedNodes }}) => region.contains(target) && addedNodes.length);
            heard.set(region, text);
            const isThere = before !== null || region.role === "alert";
            if (text && isThere && (text !== before || isAnew)) window.announced.push(text);
        }}
    }}).observe(document, {{ subtree: true, childList: true, characterData: true, attributes: true }});
}});"""


@pytest.fixture
def page(page: Page) -> Page:
    """Let every page record its announcements."""
    page.add_init_script(LISTEN)
    return page


def announced(page: Page) -> list[str]:
    """Return the announcements since the last call, without spaces."""
    return [squeezed(text) for text in page.evaluate("window.announced.splice(0)")]


def progress(words: Ui, done: int, of: str = "progress") -> str:
    text = getattr(words.checklist, of)
    return squeezed(text.replace("{done}", str(done)).replace("{total}", "5"))


def message(told: Message) -> str:
    return squeezed(shown_line(told.title) + shown(told.text))


def test_a_tick_announces_the_progress_once(page: Page, words: Ui) -> None:
    page.goto(FIVE_STEPS)
    boxes(page).nth(0).check()
    assert announced(page) == [progress(words, 1)]
    boxes(page).nth(0).uncheck()
    assert announced(page) == [progress(words, 0)]


def test_the_last_tick_announces_once_that_everything_is_done(
    page: Page, words: Ui, recovery: Content
) -> None:
    page.goto(FIVE_STEPS)
    for box in boxes(page).all()[:-1]:
        box.check()
    announced(page)
    boxes(page).last.check()
    done = find(recovery.checklists, "five-steps").done
    assert sorted(announced(page)) == sorted([progress(words, 5), message(done)])


def test_a_verdict_is_announced_once_when_it_changes(page: Page, words: Ui, audit: YesNoList) -> None:
    page.goto(AUDIT)
    answer(page, words, "nn")
    assert announced(page) == [progress(words, 1, "answered"), progress(words, 2, "answered")]
    answer(page, words, "--n")
    verdict = message(find(audit.verdicts, "prepare"))
    assert sorted(announced(page)) == sorted([progress(words, 3, "answered"), verdict])
    answer(page, words, "---n")
    assert announced(page) == [progress(words, 4, "answered")]


def test_changing_an_answer_announces_no_progress(page: Page, words: Ui) -> None:
    page.goto(AUDIT)
    answer(page, words, "y")
    announced(page)
    answer(page, words, "u")
    assert announced(page) == []


@pytest.mark.parametrize("where", [FIVE_STEPS, AUDIT, MY_RECOVERY, ""])
def test_saved_answers_are_not_announced_when_a_page_opens(page: Page, words: Ui, where: str) -> None:
    ids = ["five-steps--repair", "rejection-audit--listening"]
    arrange(page, {storage_key(ids[0]): entry("ticked"), storage_key(ids[1]): entry("no")})
    page.goto(where)
    expect(page.locator("article").get_by_text("1 of 5").first).to_be_visible()
    page.evaluate("new Promise(requestAnimationFrame)")
    assert announced(page) == []


def test_starting_over_and_undoing_it_are_each_announced_once(page: Page, words: Ui) -> None:
    page.goto(FIVE_STEPS)
    boxes(page).nth(0).check()
    boxes(page).nth(1).check()
    announced(page)
    button(page, words.checklist.reset).click()
    assert sorted(announced(page)) == sorted([progress(words, 0), squeezed(words.checklist.reset_done)])
    button(page, words.checklist.undo).click()
    assert sorted(announced(page)) == sorted([progress(words, 2), squeezed(words.checklist.undo_done)])


def test_a_storage_notice_is_announced_once(page: Page, words: Ui) -> None:
    page.goto(FIVE_STEPS)
    page.evaluate(FILL)
    boxes(page).nth(0).check()
    full = squeezed(f"{shown_line(words.storage.full.title)}.{shown(words.storage.full.text)}")
    assert sorted(announced(page)) == sorted([progress(words, 1), full])
    boxes(page).nth(1).check()
    assert announced(page) == [progress(words, 2)]


def test_copying_a_note_is_announced_every_time(page: Page, words: Ui) -> None:
    page.add_init_script("navigator.clipboard.writeText = () => Promise.resolve();")
    page.goto("guide/follow-up/")
    for _ in range(2):
        button(page, words.note_template.copy_body).first.click()
        expect(page.get_by_text(words.note_template.copied)).to_be_visible()
        assert announced(page) == [squeezed(words.note_template.copied)]


def test_a_file_that_cannot_be_loaded_is_announced_at_once(page: Page, words: Ui) -> None:
    page.goto(YOUR_DATA)
    open_copy(page, words, "something else")
    expect(visible(page, "[role=alert]")).to_have_count(1)
    assert announced(page) == [squeezed(shown(words.copies.not_a_copy))]


def test_only_errors_interrupt_a_screen_reader(site: Site, address: str) -> None:
    soup = site.soup(address)
    alerts = soup.select(":is([role=alert], [aria-live=assertive]):not(.specimen *)")
    assert not [each for each in alerts if not (each.has_attr("hidden") and "notice" in each["class"])]


def test_the_page_of_your_data_has_alerts_to_check(site: Site) -> None:
    assert len(site.soup(YOUR_DATA).select("[role=alert]")) > 5


def test_the_first_day_to_ask_is_announced_when_the_days_appear(page: Page, recovery: Content) -> None:
    open_form(page, ASK)
    form_field(page, "interview").fill("2026-11-24")
    step = recovery.worksheets.when_to_ask.words.first
    assert announced(page) == [squeezed(f"{shown_line(step.title)} Tuesday, December 1")]


def test_two_ratings_are_compared_in_one_announcement(page: Page, recovery: Content) -> None:
    sheet = recovery.worksheets.stop_the_replay
    open_form(page, REPLAY)
    choose(page, "before", "a-lot")
    assert announced(page) == []
    choose(page, "after", "a-little")
    (compared,) = announced(page)
    assert compared.startswith(squeezed(shown_line(sheet.words.compared)))
    assert compared.endswith(squeezed(shown(sheet.words.quieter)))


def test_a_removed_note_is_announced_once(page: Page, words: Ui) -> None:
    open_sheet(page, NOTE)
    page.locator("[data-entries]").get_by_role("radio").first.check()
    page.locator("[data-action='remove']").evaluate("(button) => button.click()")
    expect(page.locator("[data-action='undo-remove']")).to_be_focused()
    assert announced(page).count(squeezed(words.worksheet.removed)) == 1
