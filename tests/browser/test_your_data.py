"""Your data: everything that is saved, item by item, where it is saved, and what the page requested."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from built_site import Site, served, shown, shown_line
from playwright.sync_api import BrowserContext, Page, expect
from reader import FIVE_STEPS, boxes, button, visible
from saved_data import (
    MY_RECOVERY,
    YOUR_DATA,
    answered,
    arrange,
    copy_of,
    entry,
    load_copy,
    open_copy,
    preview,
    storage_key,
    stored,
)

from macros.content import Content
from macros.content.phrases import filled
from macros.content.saved import saved_checklists
from macros.content.words import Ui
from macros.content.your_data import YourData

pytestmark = pytest.mark.shares_a_browser

TICK = "five-steps--repair"
UNKNOWN = "a-list-of-tomorrow--its-item"
SAVED = {
    TICK: "ticked",
    "debrief--i1--order": "1",
    "debrief--i1--company": "Harbor Bakery",
    "debrief--i1--sent": "2026-11-20",
    "debrief-row--r1--order": "1",
    "debrief-row--r1--debrief": "i1",
    "debrief-row--r1--question": "Why us?",
    UNKNOWN: "a long text",
}
NO_STORAGE = "Object.defineProperty(window, 'localStorage', { get() { throw new Error(); } });"
ASK = "address => fetch(address, { mode: 'no-cors' }).catch(() => undefined)"


@pytest.fixture
def data_words(recovery: Content) -> YourData:
    """Return the texts of the page."""
    return recovery.your_data


@pytest.fixture
def elsewhere(site: Site) -> Iterator[str]:
    """Return the address of an image at another origin."""
    with served(site.root) as address:
        yield f"{address}assets/images/logo.svg"


def open_with(page: Page, answers: dict[str, str]) -> None:
    """Open the page in a browser that holds these answers."""
    arrange(page, {storage_key(answer): entry(value) for answer, value in answers.items()})
    page.goto(YOUR_DATA)


# What is saved


def test_every_answer_is_listed_with_its_question(page: Page, recovery: Content, words: Ui) -> None:
    open_with(page, SAVED)
    (item,) = [each for sheet in saved_checklists(recovery) for each in sheet.entries if each.id == TICK]
    listed = visible(page, f"[data-entry='{TICK}']")
    expect(listed).to_contain_text(shown(item.item.text))
    expect(listed).to_contain_text(words.answers.ticked)
    expect(visible(page, "[data-entry]")).to_have_count(1)
    expect(visible(page, "[data-records='debrief'] dd")).to_have_text(
        ["Harbor Bakery", "November 20, 2026", "Why us?"]
    )
    expect(visible(page, "[data-unknown] dt")).to_contain_text(UNKNOWN)
    expect(visible(page, "[data-unknown] dd")).to_have_text("a long text")


def test_only_a_date_is_shown_as_people_write_dates(page: Page) -> None:
    open_with(page, {**SAVED, "debrief-row--r1--question": "2026-99-99"})
    expect(page.locator("[data-records='debrief'] dd")).to_contain_text(["November 20, 2026", "2026-99-99"])


def test_choices_are_shown_in_words_here_and_in_the_preview_of_a_copy(
    page: Page, recovery: Content, words: Ui
) -> None:
    [case, *_] = recovery.worksheets.follow_up_note.cases
    [region, *_] = recovery.regions
    note = {
        "follow-up-note--n1--order": "1",
        "follow-up-note--n1--case": case.id,
        "follow-up-note--n1--region": region.id,
    }
    open_with(page, note)
    expect(visible(page, "[data-records='follow-up-note'] dd")).to_have_text([case.title, region.name])
    page.evaluate("localStorage.clear()")
    page.reload()
    open_copy(page, words, copy_of(*(answered(answer, value) for answer, value in note.items())))
    page.get_by_text(words.copies.preview.details).click()
    expect(page.locator("[data-changes]")).to_contain_text(case.title)
    expect(page.locator("[data-changes]")).not_to_contain_text(case.id)


def test_answers_are_counted_apart_from_our_own_bookkeeping(page: Page, data_words: YourData) -> None:
    open_with(page, SAVED)
    expect(visible(page, "[data-summary] p")).to_have_text(
        [
            filled(data_words.count, "en-US", count=5),
            shown(data_words.kept.browser),
            filled(data_words.marks, "en-US", count=3),
        ]
    )


def test_with_nothing_saved_the_page_says_so_and_lists_nothing(page: Page, data_words: YourData) -> None:
    page.goto(YOUR_DATA)
    expect(visible(page, "[data-summary] p")).to_have_text([shown(data_words.nothing)])
    expect(visible(page, ".your-data__part")).to_have_count(0)


def test_on_a_shared_computer_the_page_says_that_only_this_tab_keeps_answers(
    page: Page, data_words: YourData, words: Ui
) -> None:
    open_with(page, {TICK: "ticked"})
    expect(page.get_by_text(shown(data_words.kept.browser))).to_be_visible()
    page.get_by_role("switch", name=words.shared.label).click()
    expect(page.get_by_text(shown(data_words.kept.tab))).to_be_visible()
    expect(page.get_by_text(shown(data_words.kept.browser))).to_be_hidden()


def test_without_storage_the_page_says_that_answers_will_be_lost(
    page: Page, data_words: YourData, words: Ui
) -> None:
    page.add_init_script(NO_STORAGE)
    page.goto(YOUR_DATA)
    load_copy(page, words, copy_of(answered(TICK, "ticked")))
    expect(page.get_by_text(shown(data_words.kept.nowhere))).to_be_visible()


def test_answers_saved_in_another_tab_and_deletions_show_at_once(
    context: BrowserContext, page: Page, data_words: YourData, words: Ui
) -> None:
    page.goto(YOUR_DATA)
    other = context.new_page()
    other.goto(FIVE_STEPS)
    boxes(other).first.check()
    expect(visible(page, "[data-entry]")).to_have_count(1)
    button(page, words.clear.clear).click()
    button(page, words.clear.confirm).click()
    expect(visible(page, "[data-entry]")).to_have_count(0)
    expect(page.get_by_text(shown(data_words.nothing))).to_be_visible()


# Requests


def test_fetched_files_are_counted_and_listed_and_all_are_from_our_host(
    page: Page, data_words: YourData, home: str
) -> None:
    page.goto(YOUR_DATA)
    expect(page.get_by_text(shown_line(data_words.sent_away.nothing))).to_be_visible()
    page.get_by_text(shown_line(data_words.sent_away.listed)).click()
    files = visible(page, "[data-addresses] li")
    expect(files).not_to_have_count(0)
    assert [address for address in files.all_inner_texts() if not address.startswith(home)] == []
    count = files.count()
    expect(page.get_by_text(filled(data_words.sent_away.own, "en-US", count=count))).to_be_visible()
    page.evaluate(ASK, f"{home}assets/images/logo.svg?again")
    expect(files).to_have_count(count + 1)


def test_a_request_to_another_host_is_counted_even_if_the_policy_refused_it(
    page: Page, data_words: YourData, elsewhere: str, page_errors: list[str]
) -> None:
    page.goto(YOUR_DATA)
    page.evaluate(ASK, elsewhere)
    expect(page.get_by_text(filled(data_words.sent_away.elsewhere, "en-US", count=1))).to_be_visible()
    expect(page.get_by_text(shown_line(data_words.sent_away.nothing))).to_be_hidden()
    expect(page.locator("[data-addresses] li").first).to_have_text(elsewhere)
    page_errors.clear()


# Earlier addresses


@pytest.mark.parametrize("place", ["keep-a-copy", "on-a-shared-computer", "delete-everything"])
def test_an_earlier_address_leads_to_the_same_place_here(page: Page, place: str) -> None:
    page.goto(f"{MY_RECOVERY}#{place}")
    expect(page).to_have_url(re.compile(f"/{YOUR_DATA}#{place}$"))
    expect(page.locator(f"#{place}")).to_be_in_viewport()


def test_an_earlier_link_with_a_copy_opens_here(page: Page, words: Ui) -> None:
    open_with(page, {TICK: "ticked"})
    button(page, words.transfer.make).click()
    link = page.get_by_label(words.transfer.link)
    expect(link).to_have_value(re.compile("#copy="))
    fragment = link.input_value().partition("#")[2]
    page.evaluate("localStorage.clear()")
    page.goto(f"{MY_RECOVERY}#{fragment}")
    expect(preview(page, words)).to_be_visible()
    assert stored(page) == {}
    button(page, words.copies.confirm).click()
    expect(visible(page, f"[data-entry='{TICK}']")).to_have_count(1)


def test_the_address_of_a_list_stays_on_my_recovery(page: Page) -> None:
    page.goto(f"{MY_RECOVERY}#five-steps")
    expect(page.locator("#five-steps")).to_be_in_viewport()
    expect(page).to_have_url(re.compile(f"/{MY_RECOVERY}#five-steps$"))
