"""How long the browser keeps answers: we ask it to persist them, and say plainly what it promised."""

from __future__ import annotations

import pytest
from built_site import shown
from playwright.sync_api import BrowserContext, Page, expect
from reader import FIVE_STEPS, boxes, visible, wait_until
from saved_data import YOUR_DATA, arrange, entry, storage_key

from macros.content.words import Ui

pytestmark = pytest.mark.shares_a_browser

# A browser that counts requests to persist storage, and grants or refuses them.
ASKED = """
    window.asked = 0;
    Object.defineProperty(navigator, "storage", { value: {
        async persist() { window.asked += 1; sessionStorage.asked = "AGREES"; return AGREES; },
        async persisted() { return sessionStorage.asked === "true"; },
    } });
"""
# What distinguishes Safari from other browsers, and a site opened from the home screen.
SAFARI = "window.GestureEvent = class extends UIEvent {};"
HOME_SCREEN = """
    const asked = window.matchMedia.bind(window);
    window.matchMedia = query => query.includes("standalone") ? { matches: true } : asked(query);
"""
OLD = {
    "nothing to ask": "undefined",
    "one half": "{ async persisted() { return false; } }",
    "the other half": "{ async persist() { return true; } }",
    "a refusal": """{
        persist: () => Promise.reject(new DOMException("", "SecurityError")),
        persisted: () => Promise.reject(new DOMException("", "SecurityError")),
    }""",
}


def agreeing(page: Page, agrees: str) -> Page:
    page.add_init_script(ASKED.replace("AGREES", agrees))
    return page


def expect_how_long(page: Page, text: str) -> None:
    expect(visible(page, "[data-kept-for]")).to_have_text([shown(text)])


def asked(page: Page) -> int:
    return page.evaluate("window.asked")


def test_persistence_is_requested_after_the_first_tick_and_not_before(page: Page) -> None:
    agreeing(page, "true").goto(FIVE_STEPS)
    expect(visible(page, "[data-kept]")).to_have_count(1)
    assert asked(page) == 0
    boxes(page).nth(0).check()
    wait_until(page, "window.asked === 1")
    boxes(page).nth(1).check()
    boxes(page).nth(0).uncheck()
    assert asked(page) == 1


@pytest.mark.parametrize("where", ["", YOUR_DATA, FIVE_STEPS])
def test_reading_alone_requests_no_persistence(page: Page, where: str) -> None:
    arrange(agreeing(page, "true"), {storage_key("five-steps--repair"): entry("ticked")})
    page.goto(where)
    expect(page.get_by_role("article")).to_be_visible()
    page.reload()
    assert asked(page) == 0


def test_the_page_says_that_the_browser_promised_to_keep_answers(page: Page, words: Ui) -> None:
    agreeing(page, "true").goto(FIVE_STEPS)
    expect_how_long(page, words.storage.kept)
    boxes(page).first.check()
    expect_how_long(page, words.storage.promised)
    page.goto(YOUR_DATA)
    expect_how_long(page, words.storage.promised)


def test_without_a_promise_the_page_shows_the_usual_text(page: Page, words: Ui) -> None:
    agreeing(page, "false").goto(FIVE_STEPS)
    boxes(page).first.check()
    wait_until(page, "window.asked === 1")
    expect_how_long(page, words.storage.kept)


@pytest.mark.parametrize("where", [FIVE_STEPS, YOUR_DATA])
def test_other_browsers_do_not_mention_safari(page: Page, where: str) -> None:
    page.goto(where)
    expect(visible(page, "[data-kept-for]")).to_have_count(1)
    expect(visible(page, "[data-kept-for]")).not_to_contain_text("Safari")


@pytest.mark.parametrize("agrees", ["true", "false"])
def test_safari_shows_what_it_may_delete_whatever_it_promised(page: Page, words: Ui, agrees: str) -> None:
    page.add_init_script(SAFARI)
    agreeing(page, agrees).goto(FIVE_STEPS)
    boxes(page).first.check()
    wait_until(page, "window.asked === 1")
    expect_how_long(page, words.storage.kept_by_safari)


def test_opened_from_the_home_screen_safari_shows_the_usual_text(page: Page, words: Ui) -> None:
    page.add_init_script(SAFARI + HOME_SCREEN)
    page.goto(FIVE_STEPS)
    expect_how_long(page, words.storage.kept)


@pytest.mark.parametrize("script", ["", SAFARI])
def test_the_storage_notice_links_to_saving_a_copy(page: Page, home: str, script: str) -> None:
    page.add_init_script(script or "0")
    page.goto(FIVE_STEPS)
    visible(page, "[data-kept-for]").get_by_role("link").click()
    expect(page).to_have_url(f"{home}{YOUR_DATA}#keep-a-copy")


def test_the_privacy_page_says_once_that_safari_may_delete_answers(page: Page) -> None:
    page.goto(f"{YOUR_DATA}#how-long-this-browser-keeps-your-answers")
    expect(page.get_by_role("article")).not_to_contain_text("Safari deletes")
    page.get_by_role("link", name="Privacy").first.click()
    safari = page.get_by_role("article").get_by_role("listitem").filter(has_text="Safari")
    expect(safari).to_have_count(1)
    expect(safari).to_contain_text("may delete")
    expect(safari).to_contain_text("Home Screen")


@pytest.mark.parametrize("storage", OLD.values(), ids=OLD)
def test_a_browser_without_the_persistence_api_saves_as_usual(page: Page, words: Ui, storage: str) -> None:
    page.add_init_script(f"Object.defineProperty(navigator, 'storage', {{ value: {storage} }});")
    page.goto(FIVE_STEPS)
    boxes(page).first.check()
    expect_how_long(page, words.storage.kept)
    page.reload()
    expect(boxes(page).first).to_be_checked()


def test_on_a_shared_computer_no_persistence_is_requested(page: Page, words: Ui) -> None:
    agreeing(page, "true").goto(YOUR_DATA)
    page.get_by_role("switch", name=words.shared.label).check()
    page.goto(FIVE_STEPS)
    boxes(page).first.check()
    expect_how_long(page, words.storage.this_tab)
    assert asked(page) == 0


def test_the_switch_for_a_shared_computer_updates_the_notice_at_once(page: Page, words: Ui) -> None:
    page.goto(YOUR_DATA)
    expect_how_long(page, words.storage.kept)
    page.get_by_role("switch", name=words.shared.label).check()
    expect_how_long(page, words.storage.this_tab)
    page.get_by_role("switch", name=words.shared.label).uncheck()
    expect_how_long(page, words.storage.kept)


def test_a_tick_in_another_tab_requests_no_persistence(context: BrowserContext, page: Page) -> None:
    other = agreeing(context.new_page(), "true")
    page.goto(FIVE_STEPS)
    other.goto(FIVE_STEPS)
    boxes(page).first.check()
    expect(boxes(other).first).to_be_checked()
    assert asked(other) == 0
