"""Sites on one host share the browser's storage, and we touch only our own entries."""

from __future__ import annotations

import pytest
from built_site import BASE
from playwright.sync_api import Page, Route, expect
from reader import ANSWERS, AUDIT, FIVE_STEPS, OURS, answer, boxes, button, storage
from saved_data import arrange, entry

from macros.content.words import Ui
from tools import ROOT

pytestmark = pytest.mark.shares_a_browser

FOREIGN = {
    "another-app": '{"saved": true}',
    "five-steps--repair": "not ours",
    "second-impression:/career/:2:five-steps--repair": '{"value":"ticked","at":1}',
    "second-impression:/:2:five-steps--repair": '{"value":"ticked","at":1}',
}
SITE = ROOT / "docs/assets/javascripts/store/site.js"
PUT = "entries => { for (const [name, value] of Object.entries(entries)) localStorage.setItem(name, value); }"


def test_a_storage_key_has_our_name_and_the_path_of_the_site(page: Page, words: Ui) -> None:
    page.goto(FIVE_STEPS)
    before = storage(page).keys()
    boxes(page).first.check()
    button(page, words.checklist.reset).click()
    page.goto(AUDIT)
    answer(page, words, "n")
    names = storage(page).keys() - before
    assert f"{ANSWERS}rejection-audit--company-news" in names
    assert all(name.startswith(OURS) for name in names)


def test_entries_of_other_sites_are_never_changed(page: Page, words: Ui) -> None:
    page.goto(FIVE_STEPS)
    page.evaluate(PUT, FOREIGN)
    page.reload()
    expect(boxes(page).first).not_to_be_checked()
    boxes(page).first.check()
    button(page, words.checklist.reset).click()
    button(page, words.checklist.undo).click()
    boxes(page).first.uncheck()
    page.goto(AUDIT)
    answer(page, words, "nnnnn")
    button(page, words.checklist.reset).click()
    assert storage(page).items() >= FOREIGN.items()


def test_two_copies_of_the_site_on_one_host_are_kept_apart(page: Page, words: Ui, other_home: str) -> None:
    page.goto(FIVE_STEPS)
    boxes(page).first.check()
    page.goto(other_home + FIVE_STEPS)
    expect(boxes(page).first).not_to_be_checked()
    boxes(page).nth(1).check()
    button(page, words.checklist.reset).click()
    page.goto(FIVE_STEPS)
    assert [box.is_checked() for box in boxes(page).all()] == [True, False, False, False, False]


def test_a_tab_does_not_follow_another_copy_of_the_site(page: Page, other_home: str) -> None:
    other = page.context.new_page()
    page.goto(FIVE_STEPS)
    other.goto(other_home + FIVE_STEPS)
    boxes(other).nth(0).check()
    boxes(page).nth(1).check()
    expect(boxes(other).nth(1)).not_to_be_checked()
    expect(boxes(page).nth(0)).not_to_be_checked()
    expect(page.get_by_role("progressbar")).to_have_js_property("value", 1)


@pytest.mark.parametrize("where", ["", FIVE_STEPS, "no/such/page/"])
def test_the_base_of_the_site_comes_from_the_page_and_not_from_the_script(
    page: Page, where: str, page_errors: list[str]
) -> None:
    def moved(route: Route) -> None:
        route.fulfill(content_type="text/javascript", body=SITE.read_text("utf-8"))

    page.route("**/another/place/site.js", moved)
    page.goto(where)
    page_errors.clear()  # requesting a missing page logs an error
    base = page.evaluate("import('/another/place/site.js').then(({ base }) => base)")
    assert base == BASE


def test_an_answer_saved_earlier_is_found(page: Page) -> None:
    arrange(page, {f"{ANSWERS}five-steps--put-it-down": entry("ticked")})
    page.goto(FIVE_STEPS)
    expect(boxes(page).nth(1)).to_be_checked()
