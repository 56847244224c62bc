"""From the home page to the next step: just left, write it down, the audit, its verdict, and what to do about it."""

from __future__ import annotations

import re

import pytest
from built_site import shown, shown_line
from playwright.sync_api import Locator, Page, expect
from reader import AUDIT, answer, visible

from macros.content import Content
from macros.content.checklists import YesNoList
from macros.content.entries import find
from macros.content.words import Ui

pytestmark = pytest.mark.shares_a_browser

STATIONS = ("start/just-left/", "guide/debrief/", AUDIT)


def link_to(page: Page, address: str) -> Locator:
    return page.locator(
        f"article a[href$='{address.removeprefix('guide/').removeprefix('checklists/')}']"
    ).first


def press_until(page: Page, key: str, target: Locator) -> None:
    for _ in range(60):
        page.keyboard.press(key)
        if target.evaluate("each => each === document.activeElement"):
            return
    pytest.fail(f"{key} does not lead to {target}")


def test_the_whole_way_works_with_the_keyboard_alone(
    page: Page, words: Ui, audit: YesNoList, home: str
) -> None:
    page.goto("")
    for station in STATIONS:
        press_until(page, "Tab", link_to(page, station))
        page.keyboard.press("Enter")
        expect(page).to_have_url(home + station)
    for item in audit.items:
        question = page.get_by_role("group", name=shown(item.text))
        press_until(page, "Tab", question.get_by_role("radio").first)
        page.keyboard.press("Space")
        page.keyboard.press("ArrowRight")
        expect(question.get_by_role("radio", name=words.checklist.no, exact=True)).to_be_checked()
    expect(visible(page, "[data-verdict='prepare']")).to_have_count(1)
    advice = visible(page, "[data-for]")
    expect(advice).to_have_count(len(audit.items))
    press_until(page, "Tab", advice.first.get_by_role("link"))
    page.keyboard.press("Enter")
    expect(page).not_to_have_url(re.compile(AUDIT))
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_the_whole_way_is_exposed_to_a_screen_reader(
    page: Page, words: Ui, audit: YesNoList, recovery: Content
) -> None:
    """Every element is found by its accessible role and name."""
    page.goto("")
    main = page.get_by_role("main")
    just_left = find(recovery.situations, "just-left")
    main.get_by_role("link", name=shown_line(just_left.title)).click()
    expect(page.get_by_role("heading", level=1, name=shown_line(just_left.title))).to_be_visible()
    main.get_by_role("link", name="Write it down").first.click()
    expect(page.get_by_role("heading", level=1, name="Write it down")).to_be_visible()
    main.get_by_role("link", name="The rejection audit").click()
    list_ = main.get_by_role("region", name=audit.title)
    expect(list_.get_by_role("status").first).to_contain_text(shown_line(audit.unfinished.title))
    answer(page, words, "nnnyu")
    expect(list_.get_by_role("progressbar", name="5 of 5 answered")).to_have_js_property("value", 5)
    prepare = find(audit.verdicts, "prepare")
    expect(list_.get_by_role("status").filter(has_text=shown_line(prepare.title))).to_be_visible()
    work_on = list_.get_by_role("listitem").filter(has=page.get_by_role("strong"))
    expect(work_on).to_have_count(3)
    expect(work_on.first).to_contain_text(shown(audit.items[0].text))
    work_on.first.get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
