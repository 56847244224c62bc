"""axe finds nothing on a page in use either: in light and dark mode, on a wide screen and on a phone."""

from __future__ import annotations

import pytest
from built_site import shown, shown_line
from playwright.sync_api import Page, ViewportSize, expect
from reader import (
    ANSWERS,
    AUDIT,
    FIVE_STEPS,
    PHONE,
    WIDE,
    answer,
    boxes,
    button,
    open_search,
    restyle,
    search,
    violations,
    violations_in_every_look,
    visible,
)
from saved_data import (
    FILL,
    MY_RECOVERY,
    YOUR_DATA,
    answered,
    arrange,
    copy_of,
    entry,
    expect_notice,
    open_copy,
    storage_key,
)
from saved_data import preview as preview_of

from macros.content.words import Ui

pytestmark = pytest.mark.shares_a_browser

FOLLOW_UP = "guide/follow-up/"
FIRST = f"{ANSWERS}five-steps--repair"
NO_STORAGE = "Object.defineProperty(window, 'localStorage', { get() { throw new Error(); } });"
CLIPBOARD = {
    "copied": "navigator.clipboard.writeText = () => Promise.resolve();",
    "copy_failed": "navigator.clipboard.writeText = () => Promise.reject(new Error());",
}


@pytest.fixture
def my_recovery(page: Page) -> Page:
    """Return My recovery for a reader who has ticked one box."""
    arrange(page, {storage_key("five-steps--repair"): entry("ticked")})
    page.goto(MY_RECOVERY)
    return page


@pytest.fixture
def your_data(my_recovery: Page) -> Page:
    """Return Your data for the same reader."""
    my_recovery.goto(YOUR_DATA)
    return my_recovery


def test_axe_reports_a_violation_where_there_is_one(page: Page) -> None:
    page.goto(FIVE_STEPS)
    page.get_by_role("article").evaluate("each => each.append(document.createElement('input'))")
    page.locator("h1").evaluate("each => { each.style.color = '#bbb'; }")
    found = [violation.split()[0] for violation in violations(page)]
    assert sorted(found) == ["color-contrast", "label"]


def test_one_unreadable_element_among_many_readable_ones_is_found(page: Page) -> None:
    page.goto(FIVE_STEPS)
    label = page.get_by_role("article").locator("li > label").last
    for worse in ("color: #bbb", "opacity: 0.4"):
        label.evaluate("(each, style) => { each.style = style; }", worse)
        assert [violation.split()[0] for violation in violations(page)] == ["color-contrast"]
    label.evaluate("each => { each.style = ''; each.parentElement.style.background = '#777'; }")
    assert {violation.split()[0] for violation in violations(page)} == {"color-contrast"}


def test_one_link_distinguished_only_by_color_is_found_among_underlined_ones(page: Page) -> None:
    page.goto(FOLLOW_UP)
    restyle(page, "article p:not([class]) > a { color: #333 !important; }")
    assert violations(page) == []
    link = page.locator("article p:not([class]) > a").last
    link.evaluate("each => { each.style = 'text-decoration: none'; }")
    assert [violation.split()[0] for violation in violations(page)] == ["link-in-text-block"]


def test_both_schemes_are_checked_on_both_screens(page: Page) -> None:
    page.goto(FIVE_STEPS)
    lead = page.locator("article p").first
    lead.evaluate("each => { each.style.color = '#777'; each.style.background = '#888'; }")
    looks = {violation.partition(":")[0] for violation in violations_in_every_look(page)}
    assert looks == {"light, 1280 pixels", "light, 390 pixels", "dark, 1280 pixels", "dark, 390 pixels"}


# Checklists


def test_an_audit_with_its_result_is_accessible(page: Page, words: Ui) -> None:
    page.goto(AUDIT)
    answer(page, words, "nnnyu")
    expect(visible(page, "[data-for]")).to_have_count(3)
    assert violations_in_every_look(page) == []


def test_a_finished_list_and_the_offer_to_undo_start_over_are_accessible(page: Page, words: Ui) -> None:
    page.goto(FIVE_STEPS)
    for box in boxes(page).all():
        box.check()
    expect(visible(page, "[data-done]")).to_have_count(1)
    assert violations_in_every_look(page) == []
    button(page, words.checklist.reset).click()
    expect(button(page, words.checklist.undo)).to_be_visible()
    assert violations_in_every_look(page) == []


@pytest.mark.parametrize(
    "marked",
    [
        f"{AUDIT}#rejection-audit--listening",
        f"{FIVE_STEPS}#five-steps--find-out-why",
        "guide/star/#result",
        "about/sources/#joyce-2013",
    ],
)
def test_an_item_highlighted_by_its_address_is_accessible(page: Page, marked: str) -> None:
    page.goto(marked)
    expect(page.locator(":target")).to_have_count(1)
    assert violations_in_every_look(page) == []


# Storage notices


def test_the_notices_of_full_unreadable_and_newer_storage_are_accessible(page: Page, words: Ui) -> None:
    arrange(page, {FIRST: "spoiled", storage_key("five-steps--repair", 3): "newer"})
    page.goto(FIVE_STEPS)
    page.evaluate(FILL)
    boxes(page).nth(1).check()
    expect_notice(page, words.storage.full, words.storage.set_aside, words.storage.newer)
    assert violations_in_every_look(page) == []


def test_the_notice_of_blocked_storage_is_accessible(page: Page, words: Ui) -> None:
    page.add_init_script(NO_STORAGE)
    page.goto(FIVE_STEPS)
    expect_notice(page, words.storage.blocked)
    assert violations_in_every_look(page) == []


def test_the_notice_of_emptied_storage_is_accessible(page: Page, words: Ui) -> None:
    page.goto(FIVE_STEPS)
    boxes(page).nth(0).check()
    page.evaluate("localStorage.clear()")
    boxes(page).nth(1).check()
    expect_notice(page, words.storage.emptied)
    assert violations_in_every_look(page) == []


def test_the_notice_that_nothing_is_saved_is_accessible(
    page: Page, words: Ui, page_errors: list[str]
) -> None:
    page.route("**/assets/script.*", lambda route: route.abort())
    page.goto(FIVE_STEPS)
    expect(visible(page, "[data-problem]")).to_have_text(shown(words.storage.not_kept))
    assert violations_in_every_look(page) == []
    page_errors.clear()


# My recovery


def test_the_home_page_of_a_returning_reader_is_accessible(my_recovery: Page, words: Ui) -> None:
    my_recovery.goto("")
    expect(my_recovery.get_by_role("region", name=words.my_recovery.carry_on)).to_be_visible()
    assert violations_in_every_look(my_recovery) == []


def test_every_unfolded_list_is_accessible(my_recovery: Page, words: Ui) -> None:
    for steps in my_recovery.get_by_text(words.my_recovery.all_items).all():
        steps.click()
    expect(visible(my_recovery, "[data-answer]")).not_to_have_count(0)
    assert violations_in_every_look(my_recovery) == []


# Your data


def test_what_is_saved_and_what_was_fetched_are_accessible(your_data: Page) -> None:
    expect(visible(your_data, "[data-answer]")).to_have_count(1)
    visible(your_data, "[data-sent-away] summary").click()
    expect(visible(your_data, "[data-addresses] li")).not_to_have_count(0)
    assert violations_in_every_look(your_data) == []


def test_the_preview_of_a_copy_and_the_offer_to_undo_it_are_accessible(your_data: Page, words: Ui) -> None:
    open_copy(your_data, words, copy_of(answered("five-steps--rehearse", "ticked")))
    expect(preview_of(your_data, words)).to_be_visible()
    assert violations_in_every_look(your_data) == []
    button(your_data, words.copies.confirm).click()
    expect(button(your_data, words.copies.undo)).to_be_visible()
    assert violations_in_every_look(your_data) == []


def test_the_alert_about_a_file_that_is_not_a_copy_is_accessible(your_data: Page, words: Ui) -> None:
    open_copy(your_data, words, "something else")
    expect(visible(your_data, "[role='alert']")).to_have_count(1)
    assert violations_in_every_look(your_data) == []


def test_a_transfer_link_with_its_code_is_accessible(your_data: Page, words: Ui) -> None:
    button(your_data, words.transfer.make).click()
    expect(your_data.get_by_role("img", name=words.transfer.code)).to_be_visible()
    assert violations_in_every_look(your_data) == []


def test_your_data_on_a_shared_computer_is_accessible(your_data: Page, words: Ui) -> None:
    your_data.get_by_role("switch", name=words.shared.label).click()
    expect(your_data.get_by_text(shown(words.storage.this_tab))).to_be_visible()
    assert violations_in_every_look(your_data) == []


def test_the_question_before_deleting_everything_and_the_offer_to_undo_are_accessible(
    your_data: Page, words: Ui
) -> None:
    button(your_data, words.clear.clear).click()
    expect(your_data.get_by_role("dialog", name=shown_line(words.clear.title))).to_be_visible()
    assert violations_in_every_look(your_data) == []
    button(your_data, words.clear.confirm).click()
    expect(button(your_data, words.clear.undo)).to_be_visible()
    assert violations_in_every_look(your_data) == []


# The guide


@pytest.mark.parametrize("copied", CLIPBOARD)
def test_a_note_is_accessible_whether_copying_worked_or_not(page: Page, words: Ui, copied: str) -> None:
    page.add_init_script(CLIPBOARD[copied])
    page.goto(FOLLOW_UP)
    button(page, words.note_template.copy_body).first.click()
    expect(page.get_by_text(getattr(words.note_template, copied))).to_be_visible()
    assert violations_in_every_look(page) == []


# Around every page


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
@pytest.mark.parametrize("asked", ["", "rejection audit", "xylophone"])
def test_the_search_is_accessible_with_and_without_results(
    page: Page, size: ViewportSize, asked: str
) -> None:
    page.set_viewport_size(size)
    page.goto(FIVE_STEPS)
    if asked:
        search(page, asked)
    else:
        open_search(page)
    assert violations_in_every_look(page, size) == []


def test_a_search_that_could_not_start_is_accessible(page: Page, words: Ui, page_errors: list[str]) -> None:
    page.route("**/assets/search.*.json", lambda route: route.abort())
    page.goto(FIVE_STEPS)
    open_search(page)
    expect(page.get_by_role("dialog").get_by_role("status")).to_have_text(words.search.failed.title)
    page_errors.clear()
    assert violations_in_every_look(page) == []


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
@pytest.mark.parametrize("where", ["", FIVE_STEPS])
def test_the_menu_is_accessible(page: Page, where: str, size: ViewportSize) -> None:
    page.set_viewport_size(size)
    page.goto(where)
    page.locator(".bar__menu").click()
    expect(page.locator("#menu")).to_be_visible()
    assert violations_in_every_look(page, size) == []


@pytest.mark.browser_context_args(viewport=PHONE)
def test_the_unfolded_pages_of_the_guide_are_accessible_on_a_phone(page: Page) -> None:
    page.goto("guide/star/")
    page.locator(".part__open").click()
    expect(page.locator("#part")).to_be_visible()
    assert violations_in_every_look(page, PHONE) == []
