"""Everything works with the keyboard alone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, ViewportSize, expect
from reader import AUDIT, FIVE_STEPS, PHONE, WIDE, boxes, button
from saved_data import MY_RECOVERY, YOUR_DATA, arrange, copy_of, entry, open_copy, preview, storage_key

from macros.content.words import Ui

pytestmark = pytest.mark.shares_a_browser

HAS_OUTLINE = """() => {
    const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
    return outlineStyle !== "none" && parseFloat(outlineWidth) >= 1;
}"""

# Whether the focused element, or its label, comes into view: inside the window and not covered.
IS_SEEN = """async () => {
    const active = document.activeElement;
    const shown = active.offsetWidth ? active : active.nextElementSibling;
    const isSeen = () => {
        const { x, y, width, height } = shown.getClientRects()[0];
        const top = document.elementFromPoint(x + width / 2, y + height / 2);
        if (!shown.checkVisibility({ opacityProperty: true })) return false;
        return shown.contains(top) || [...active.labels ?? []].some((label) => label.contains(top));
    };
    for (let frame = 0; frame < 3 || (frame < 60 && !isSeen()); frame++) {
        await new Promise(requestAnimationFrame);
        for (const movement of document.getAnimations()) movement.finish();
    }
    return isSeen();
}"""
FOCUSED = "document.activeElement.outerHTML"


def skip_navigation(page: Page) -> None:
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")


def tab_to(page: Page, target: Locator) -> None:
    """Press Tab until the target is focused, at most 40 times."""
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


def test_arrow_keys_choose_an_answer_and_tab_moves_to_the_next_question(page: Page, words: Ui) -> None:
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


def test_start_over_moves_the_focus_to_undo_and_undo_to_the_list(page: Page, words: Ui) -> None:
    page.goto(FIVE_STEPS)
    boxes(page).nth(1).check()
    tab_to(page, button(page, words.checklist.reset))
    page.keyboard.press("Enter")
    expect(button(page, words.checklist.undo)).to_be_focused()
    page.keyboard.press("Enter")
    expect(boxes(page).nth(1)).to_be_checked()
    expect(boxes(page).nth(0)).to_be_focused()


@pytest.mark.parametrize("where", [FIVE_STEPS, AUDIT, "guide/follow-up/", ""])
def test_every_focused_element_has_a_visible_outline(page: Page, where: str) -> None:
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


# My recovery, Your data, notes, the search


@pytest.fixture
def your_data(page: Page) -> Page:
    """Return Your data for a reader who has ticked one box."""
    arrange(page, {storage_key("five-steps--repair"): entry("ticked")})
    page.goto(YOUR_DATA)
    skip_navigation(page)
    return page


def test_tab_reaches_every_tool_of_your_data_in_page_order(your_data: Page, words: Ui) -> None:
    for tool in (
        button(your_data, words.copies.export),
        button(your_data, words.copies.export_markdown),
        your_data.get_by_label(words.copies.load),
        button(your_data, words.transfer.make),
        your_data.get_by_role("switch"),
        button(your_data, words.clear.clear),
    ):
        tab_to(your_data, tool)


def test_the_steps_of_a_list_unfold_on_my_recovery(page: Page, words: Ui) -> None:
    page.goto(MY_RECOVERY)
    skip_navigation(page)
    tab_to(page, page.get_by_text(words.my_recovery.all_items).first)
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("listitem").locator(":focus")).to_be_visible()


def test_loading_a_copy_moves_the_focus_to_undo(your_data: Page, words: Ui) -> None:
    open_copy(your_data, words, copy_of())
    expect(preview(your_data, words)).to_be_focused()
    your_data.keyboard.press("Tab")
    expect(button(your_data, words.copies.confirm)).to_be_focused()
    your_data.keyboard.press("Enter")
    expect(button(your_data, words.copies.undo)).to_be_focused()


def test_a_transfer_link_is_made_and_copied(your_data: Page, words: Ui) -> None:
    your_data.evaluate("navigator.clipboard.writeText = () => Promise.resolve()")
    tab_to(your_data, button(your_data, words.transfer.make))
    your_data.keyboard.press("Enter")
    expect(your_data.get_by_label(words.transfer.link)).to_be_visible()
    tab_to(your_data, button(your_data, words.transfer.copy_link))
    your_data.keyboard.press("Enter")
    expect(your_data.get_by_text(words.transfer.copied)).to_be_visible()


def test_the_question_before_deleting_traps_and_returns_the_focus(your_data: Page, words: Ui) -> None:
    opener = button(your_data, words.clear.clear)
    tab_to(your_data, opener)
    your_data.keyboard.press("Enter")
    dialog = your_data.get_by_role("dialog", name=words.clear.title)
    for _ in range(3):
        expect(dialog.locator(":focus")).to_have_count(1)
        your_data.keyboard.press("Tab")
    your_data.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(opener).to_be_focused()


def test_a_note_and_its_subject_are_copied(page: Page, words: Ui) -> None:
    page.add_init_script("navigator.clipboard.writeText = () => Promise.resolve();")
    page.goto("guide/follow-up/")
    skip_navigation(page)
    for name in (words.note_template.copy_body, words.note_template.copy_subject):
        tab_to(page, button(page, name).first)
        page.keyboard.press("Enter")
        expect(page.get_by_text(words.note_template.copied)).to_have_count(1)


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_closing_the_search_returns_the_focus_to_its_button(page: Page, size: ViewportSize) -> None:
    page.set_viewport_size(size)
    page.goto(FIVE_STEPS)
    opens = page.locator(".search__open")
    tab_to(page, opens)
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog").get_by_role("textbox")).to_be_focused()
    page.keyboard.press("Escape")
    expect(opens).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator(".bar__menu")).to_be_focused()


# The whole page


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
@pytest.mark.parametrize("where", ["", FIVE_STEPS, AUDIT, "guide/follow-up/", MY_RECOVERY, YOUR_DATA])
def test_tab_moves_through_the_whole_page_and_every_stop_is_visible(
    page: Page, size: ViewportSize, where: str
) -> None:
    page.set_viewport_size(size)
    page.goto(where)
    stops, unseen = 0, []
    page.keyboard.press("Tab")
    while page.evaluate("document.activeElement !== document.body"):
        stops += 1
        assert stops < 150, "Tab does not lead to the end of the page"
        if not page.evaluate(IS_SEEN):
            unseen.append(page.evaluate(FOCUSED))
        page.keyboard.press("Tab")
    assert unseen == []
    assert stops > 15


# The menu


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_the_menu_opens_and_closing_it_returns_the_focus(page: Page, size: ViewportSize) -> None:
    page.set_viewport_size(size)
    page.goto(FIVE_STEPS)
    opens, menu = page.locator(".bar__menu"), page.locator("#menu")
    tab_to(page, opens)
    page.keyboard.press("Enter")
    expect(menu).to_be_visible()
    page.keyboard.press("Tab")
    expect(menu.get_by_role("link").filter(visible=True).first).to_be_focused()
    assert page.evaluate(IS_SEEN)
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(opens).to_be_focused()


def test_the_menu_closes_when_tab_leaves_it_and_hides_no_focus(page: Page) -> None:
    page.set_viewport_size(PHONE)
    page.goto(FIVE_STEPS)
    menu = page.locator("#menu")
    page.locator(".bar__menu").focus()
    page.keyboard.press("Enter")
    tab_to(page, menu.get_by_role("link").last)
    expect(menu).to_be_visible()
    page.keyboard.press("Tab")
    expect(menu).to_be_hidden()
    assert page.evaluate(IS_SEEN)
    assert page.evaluate("!!document.activeElement.closest('main')")


def test_arrow_keys_choose_light_or_dark(page: Page) -> None:
    page.goto(FIVE_STEPS)
    page.locator(".bar__menu").press("Enter")
    tab_to(page, page.locator("#menu [value=system]"))
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(page.locator("html")).to_have_attribute("data-scheme", "dark")


@pytest.mark.browser_context_args(viewport=PHONE)
def test_the_pages_of_the_guide_unfold_on_a_phone(page: Page) -> None:
    page.goto("guide/star/")
    opens, pages = page.locator(".part__open"), page.locator("#part")
    tab_to(page, opens)
    page.keyboard.press("Enter")
    tab_to(page, pages.locator("summary").first)
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(pages.locator("details").first.get_by_role("link").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(opens).to_be_focused()
