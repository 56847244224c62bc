"""Everything works with the keyboard alone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect
from reader import AUDIT, FIVE_STEPS, boxes, button

from macros.models import Ui

HAS_OUTLINE = """() => {
    const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
    return outlineStyle !== "none" && parseFloat(outlineWidth) >= 1;
}"""


def skip_navigation(page: Page) -> None:
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")


def tab_to(page: Page, target: Locator) -> None:
    """Press Tab until the target has the focus; it must come before the list ends."""
    for _ in range(40):
        page.keyboard.press("Tab")
        if target.evaluate("each => each === document.activeElement"):
            return
    pytest.fail(f"Tab does not lead to {target}")


def test_the_first_tab_offers_to_skip_the_navigation(page: Page) -> None:
    page.goto(FIVE_STEPS)
    skip_navigation(page)
    page.keyboard.press("Tab")
    expect(page.get_by_role("article").locator(":focus")).to_have_count(1)


def test_space_ticks_and_unticks(page: Page) -> None:
    page.goto(FIVE_STEPS)
    skip_navigation(page)
    tab_to(page, boxes(page).nth(0))
    page.keyboard.press("Space")
    tab_to(page, boxes(page).nth(1))
    page.keyboard.press("Space")
    page.keyboard.press("Space")
    tab_to(page, boxes(page).nth(2))
    page.keyboard.press("Space")
    page.reload()
    assert [box.is_checked() for box in boxes(page).all()] == [True, False, True, False, False]


def test_arrows_choose_an_answer_and_tab_goes_on_to_the_next_question(page: Page, words: Ui) -> None:
    page.goto(AUDIT)
    questions = page.get_by_role("article").get_by_role("group")
    skip_navigation(page)
    tab_to(page, questions.nth(0).get_by_role("radio").first)
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    expect(questions.nth(0).get_by_role("radio", name=words.checklist.no, exact=True)).to_be_checked()
    page.keyboard.press("Tab")
    expect(questions.nth(1).locator(":focus")).to_have_count(1)
    page.keyboard.press("ArrowLeft")
    expect(questions.nth(1).get_by_role("radio", name=words.checklist.unsure)).to_be_checked()


def test_starting_over_leads_to_the_way_back_and_that_to_the_list(page: Page, words: Ui) -> None:
    page.goto(FIVE_STEPS)
    boxes(page).nth(1).check()
    tab_to(page, button(page, words.checklist.reset))
    page.keyboard.press("Enter")
    expect(button(page, words.checklist.undo)).to_be_focused()
    page.keyboard.press("Enter")
    expect(boxes(page).nth(1)).to_be_checked()
    expect(boxes(page).nth(0)).to_be_focused()


@pytest.mark.parametrize("where", [FIVE_STEPS, AUDIT, "guide/follow-up/", ""])
def test_what_has_the_focus_can_be_seen(page: Page, where: str) -> None:
    page.goto(where)
    skip_navigation(page)
    inside = page.get_by_role("article").locator(":focus")
    page.keyboard.press("Tab")
    stops = 0
    while inside.count():
        assert page.evaluate(HAS_OUTLINE), inside.evaluate("each => each.outerHTML")
        page.keyboard.press("Tab")
        stops += 1
    assert stops >= 5
