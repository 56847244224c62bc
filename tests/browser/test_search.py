"""The search in the header of every page: what it finds and shows, and that everyone can use it."""

from __future__ import annotations

import re

import pytest
from built_site import BASE, NOT_FOUND, shown, shown_line
from playwright.sync_api import Locator, Page, Route, expect
from reader import FIVE_STEPS, PHONE, button, open_search, search, visible

from macros.content import Content
from macros.content.words import Ui

pytestmark = pytest.mark.shares_a_browser

PRIVACY = "about/privacy/"
# The files that the search fetches.
FETCHED = re.compile(r"assets/search\.\w+\.(js|json)$")
MARKS = "marks => marks.map((each) => each.textContent.toLowerCase())"


def field(page: Page) -> Locator:
    return page.get_by_role("dialog").get_by_role("textbox")


def results(page: Page) -> Locator:
    return page.get_by_role("dialog").get_by_role("list").locator(".search__link").filter(visible=True)


# What it finds


@pytest.mark.parametrize(
    ("typed", "found"),
    [("no reply", {"no", "reply", "replies", "replied"}), ("too", {"too"})],
)
def test_a_short_word_is_found_as_a_whole_word_only(page: Page, typed: str, found: set[str]) -> None:
    page.goto(PRIVACY)
    search(page, typed)
    assert set(page.get_by_role("dialog").locator("mark").evaluate_all(MARKS)) <= found
    assert typed.split(maxsplit=1)[0] in page.get_by_role("dialog").locator("mark").evaluate_all(MARKS)


@pytest.mark.parametrize(
    "typed", ["apologize", "apologizing", "apol", "appologize", "APOLOGIES"], ids=str.lower
)
def test_a_word_is_found_in_other_forms_unfinished_or_misspelled(page: Page, typed: str) -> None:
    page.goto(PRIVACY)
    search(page, typed)
    expect(results(page).filter(has_text="Should I apologize")).to_have_count(1)


def test_pages_for_developers_are_not_found(page: Page) -> None:
    page.goto(PRIVACY)
    search(page, "components")
    assert [
        each
        for each in results(page).evaluate_all("all => all.map((each) => each.href)")
        if "/components/" in each
    ] == []


# What it shows


def test_a_result_shows_its_page_and_highlights_the_words_searched_for(page: Page, words: Ui) -> None:
    page.goto(PRIVACY)
    search(page, "apologize for an answer")
    answer = page.get_by_role("dialog").get_by_role("listitem").filter(visible=True).first
    expect(answer.get_by_role("link")).to_have_text("Should I apologize for a bad answer?")
    expect(answer.locator(".search__where")).to_have_text("Questions people ask")
    assert {"apologize", "answer"} <= set(answer.locator("mark").evaluate_all(MARKS))


def test_a_result_for_a_whole_page_says_what_kind_of_page_it_is(page: Page, words: Ui) -> None:
    page.goto(PRIVACY)
    search(page, "five-day plan")
    answer = page.get_by_role("listitem").filter(
        has=page.get_by_role("link", name="Five-day plan", exact=True)
    )
    expect(answer.filter(visible=True).locator(".search__where").first).to_have_text(
        words.search.kinds.checklist
    )


def test_queries_and_results_are_shown_as_text_never_as_markup(page: Page) -> None:
    marked_up = "<img src=x onerror=alert(1)> typo <b>bold</b>"
    entry = {"address": "x/", "kind": "guide", "title": marked_up, "text": marked_up, "parts": []}
    page.route(
        "**/assets/search.*.json",
        lambda route: route.fulfill(json={"kinds": {}, "ways": [], "pages": [entry]}),
    )
    page.goto(PRIVACY)
    search(page, marked_up)
    expect(results(page)).to_have_text([marked_up])
    expect(page.get_by_role("dialog").locator("img, b")).to_have_count(0)


def test_six_common_searches_are_offered_before_anything_is_typed(page: Page, words: Ui) -> None:
    page.goto(PRIVACY)
    open_search(page)
    assert len(words.search.common) == 6
    for query in words.search.common:
        button(page.get_by_role("dialog"), shown_line(query)).click()
        expect(field(page)).to_have_value(query)
        expect(field(page)).to_be_focused()
        expect(results(page).first).to_be_visible()
        expect(button(page.get_by_role("dialog"), shown_line(query))).to_be_hidden()
        field(page).fill("")
        expect(results(page)).to_have_count(0)


def test_a_search_without_results_offers_links_onward(page: Page, words: Ui, recovery: Content) -> None:
    page.goto(PRIVACY)
    search(page, "xylophone")
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("status")).to_have_text(words.search.none.title)
    ways = [shown_line(way.title) for way in recovery.situations]
    links = [link.text for link in words.search.links]
    expect(dialog.get_by_role("link").filter(visible=True)).to_have_text([*ways, *links])
    dialog.get_by_role("link", name=ways[2]).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(ways[2])


# Using it


def test_the_search_is_fetched_only_when_it_is_opened(page: Page) -> None:
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url.partition(BASE)[2]))
    page.goto(FIVE_STEPS, wait_until="networkidle")
    assert [address for address in fetched if FETCHED.search(address)] == []
    search(page, "rejection audit")
    found = [address for address in fetched if FETCHED.search(address)]
    assert len(found) == 2, "a script and what it looks through"
    open_again = len(fetched)
    page.keyboard.press("Escape")
    open_search(page)
    expect(results(page).first).to_be_visible()
    assert len(fetched) == open_again


@pytest.mark.parametrize("how", ["Escape", "Close"])
def test_closing_the_search_returns_the_focus(page: Page, words: Ui, how: str) -> None:
    page.goto(FIVE_STEPS)
    open_search(page)
    expect(field(page)).to_be_focused()
    if how == "Escape":
        page.keyboard.press("Escape")
    else:
        button(page, words.search.close).click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(button(page, words.search.open)).to_be_focused()


def test_the_page_for_a_wrong_address_has_its_own_button_to_search(page: Page, words: Ui) -> None:
    page.goto(NOT_FOUND)
    in_the_text = button(page.get_by_role("article"), words.search.open)
    in_the_text.click()
    expect(field(page)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(in_the_text).to_be_focused()


def test_a_result_on_the_same_page_closes_the_search_and_is_shown(page: Page) -> None:
    page.goto("guide/questions/")
    search(page, "apologize for an answer")
    results(page).first.click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page).to_have_url(re.compile("#apologize-or-not$"))


def test_arrow_keys_move_through_the_results_and_back_to_the_field(page: Page) -> None:
    page.goto(FIVE_STEPS)
    search(page, "rejection audit")
    page.keyboard.press("ArrowDown")
    expect(results(page).nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(results(page).nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(field(page)).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(field(page)).to_be_focused()


def test_enter_moves_to_the_first_result_and_then_opens_its_page(page: Page) -> None:
    page.goto(FIVE_STEPS)
    search(page, "rejection audit")
    page.keyboard.press("Enter")
    expect(results(page).first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/checklists/rejection-audit/"))


def test_tab_moves_from_the_field_to_the_results(page: Page, words: Ui) -> None:
    page.goto(FIVE_STEPS)
    search(page, "rejection audit")
    page.keyboard.press("Tab")
    expect(button(page, words.search.close)).to_be_focused()
    page.keyboard.press("Tab")
    expect(results(page).first).to_be_focused()


def test_the_number_of_results_is_announced(page: Page, words: Ui) -> None:
    page.goto(FIVE_STEPS)
    search(page, "apologize")
    status = page.get_by_role("dialog").get_by_role("status")
    count = results(page).count()
    expect(status).to_have_text(words.search.one if count == 1 else words.search.many.format(count=count))
    field(page).fill("")
    expect(status).to_be_empty()


def test_a_search_that_cannot_start_says_so_offers_links_and_can_be_retried(
    page: Page, words: Ui, page_errors: list[str]
) -> None:
    def refuse(route: Route) -> None:
        route.abort()

    page.route("**/assets/search.*.json", refuse)
    page.goto(FIVE_STEPS)
    open_search(page)
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("status")).to_have_text(words.search.failed.title)
    expect(dialog.get_by_text(shown(words.search.failed.text))).to_be_visible()
    expect(dialog.get_by_role("link").filter(visible=True)).to_have_count(len(words.search.links))
    page_errors.clear()
    page.unroute("**/assets/search.*.json", refuse)
    page.keyboard.press("Escape")
    search(page, "rejection audit")
    expect(results(page).first).to_be_visible()
    expect(dialog.get_by_text(shown(words.search.failed.text))).to_be_hidden()


@pytest.mark.parametrize("width", [320, 390])
def test_on_a_phone_the_search_fills_the_screen_and_nothing_is_cut_off(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": PHONE["height"]})
    page.goto(FIVE_STEPS)
    search(page, "called interviewer wrong name")
    dialog = page.get_by_role("dialog")
    assert dialog.bounding_box() == {"x": 0, "y": 0, "width": width, "height": PHONE["height"]}
    assert dialog.evaluate("each => each.scrollWidth <= each.clientWidth")
    dialog.evaluate("each => each.scrollTo(0, each.scrollHeight)")
    expect(field(page)).to_be_in_viewport()


@pytest.mark.parametrize("width", [320, 1280])
def test_the_buttons_of_the_search_are_44_pixels_wide_and_high(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": PHONE["height"]})
    page.goto(FIVE_STEPS)
    large = "all => all.every((each) => each.offsetWidth >= 44 && each.offsetHeight >= 44)"
    assert page.locator(".search__open").evaluate_all(large)
    open_search(page)
    buttons = page.get_by_role("dialog").get_by_role("button")
    expect(buttons).to_have_count(7)
    assert buttons.evaluate_all(large)


def test_the_search_is_not_printed(page: Page) -> None:
    page.goto(FIVE_STEPS)
    expect(visible(page, ".search__open")).to_have_count(1)
    page.emulate_media(media="print")
    expect(visible(page, ".search__open")).to_have_count(0)
