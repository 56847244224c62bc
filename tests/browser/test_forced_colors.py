"""In high-contrast mode the system chooses the colors, and everything can still be told apart."""

from __future__ import annotations

import io
from collections import Counter

import pytest
from PIL import Image
from playwright.sync_api import Locator, Page, expect
from reader import AUDIT, FIVE_STEPS, answer, boxes, button, visible
from saved_data import MY_RECOVERY, YOUR_DATA
from sheets_in_use import STAR, open_sheet

from macros.content.words import Ui

pytestmark = pytest.mark.browser_context_args(forced_colors="active", reduced_motion="reduce")

Color = tuple[int, int, int]
# The system colors, as this browser resolves them.
SYSTEM = """names => names.map((name) => {
    const sample = document.createElement("i");
    sample.style.cssText = `forced-color-adjust: none; color: ${name}`;
    document.body.append(sample);
    const color = getComputedStyle(sample).color;
    sample.remove();
    return color.match(/\\d+/g).slice(0, 3).map(Number);
})"""
# The widths of the visible borders: those with a style and a color other than the background.
EDGES = """each => {
    const style = getComputedStyle(each);
    return ["Top", "Right", "Bottom", "Left"].map((side) =>
        style[`border${side}Style`] === "none" || style[`border${side}Color`] === style.backgroundColor
            ? 0 : parseFloat(style[`border${side}Width`]));
}"""


def system(page: Page, *names: str) -> list[Color]:
    return [tuple(color) for color in page.evaluate(SYSTEM, names)]


def picture(shown: Locator, around: int = 0) -> Image.Image:
    """Return a screenshot of an element, with some pixels around it."""
    shown.scroll_into_view_if_needed()
    box = shown.bounding_box()
    assert box
    return Image.open(
        io.BytesIO(
            shown.page.screenshot(
                clip={
                    "x": box["x"] - around,
                    "y": box["y"] - around,
                    "width": box["width"] + 2 * around,
                    "height": box["height"] + 2 * around,
                }
            )
        )
    ).convert("RGB")


def colors(shown: Locator, around: int = 0) -> Counter[Color]:
    """Return the number of pixels of each color."""
    image = picture(shown, around)
    return Counter(
        image.getpixel((x, y))  # type: ignore[misc]
        for x in range(image.width)
        for y in range(image.height)
    )


def share_that_differs(one: Image.Image, other: Image.Image) -> float:
    """Return the fraction of pixels that are clearly lighter or darker."""
    pairs = zip(one.convert("L").tobytes(), other.convert("L").tobytes(), strict=True)
    return sum(abs(first - second) > 0x40 for first, second in pairs) / (one.width * one.height)


def test_a_ticked_box_looks_different_from_an_empty_one(page: Page) -> None:
    page.goto(FIVE_STEPS)
    box = boxes(page).first
    empty = picture(box)
    box.check()
    page.mouse.move(0, 0)
    box.blur()
    assert share_that_differs(empty, picture(box)) > 0.3
    assert len(set(empty.convert("L").tobytes())) > 1, "an empty box has an edge"


def test_the_chosen_answer_looks_different_from_the_others(page: Page, words: Ui) -> None:
    page.goto(AUDIT)
    answer(page, words, "n")
    page.mouse.move(0, 0)
    radios = page.get_by_role("article").get_by_role("group").first.get_by_role("radio")
    radios.nth(1).blur()
    yes, no, unsure = (picture(radio) for radio in radios.all())
    assert share_that_differs(yes, no) > 0.1
    assert share_that_differs(yes, unsure) < 0.01


def test_the_progress_bar_shows_what_is_done_and_what_is_open(page: Page) -> None:
    page.goto(FIVE_STEPS)
    bar = page.get_by_role("progressbar")
    canvas, text = system(page, "Canvas", "CanvasText")
    before, empty = picture(bar), colors(bar)
    assert empty[canvas] > empty.total() / 2
    assert empty[text] > 0, "the bar has an edge"
    boxes(page).nth(0).check()
    boxes(page).nth(1).check()
    assert 0.3 < share_that_differs(before, picture(bar)) < 0.5


def test_the_focused_element_is_outlined(page: Page, words: Ui) -> None:
    page.goto(FIVE_STEPS)
    page.keyboard.press("Tab")
    for control in (boxes(page).first, button(page, words.checklist.print), page.locator(".onward").first):
        control.blur()
        without = picture(control, 6)
        control.focus()
        box = control.bounding_box()
        assert box
        outline = 2 * (box["width"] + box["height"]) / (without.width * without.height)
        assert share_that_differs(without, picture(control, 6)) >= outline


def test_buttons_and_items_have_borders(page: Page, words: Ui) -> None:
    for where, edged in (
        (FIVE_STEPS, [button(page, words.checklist.print), page.locator(".checklist__item").first]),
        (AUDIT, [page.locator(".checklist__answers label").first]),
        (MY_RECOVERY, [page.locator(".my-recovery__sheet").first, page.locator(".my-recovery__now")]),
        (YOUR_DATA, [button(page, words.copies.export), page.locator(".your-data__summary")]),
        ("guide/follow-up/", [page.locator(".note-template__note").first]),
        ("", [page.locator(".situations__way").first, page.locator(".support")]),
        ("start/just-left/", [page.locator(".situation > .tinted")]),
        ("regions/european-union/", [page.locator(".region__rights")]),
    ):
        page.goto(where)
        for each in edged:
            assert min(each.evaluate(EDGES)) >= 1, each


def test_the_number_of_a_step_stands_in_a_circle(page: Page) -> None:
    page.goto("start/just-left/")
    number = page.locator(".steps > ol > li").first
    style = number.evaluate("""each => {
        const { borderTopStyle, borderTopColor } = getComputedStyle(each, "::before");
        return [borderTopStyle, borderTopColor.match(/\\d+/g).slice(0, 3).map(Number)];
    }""")
    assert style == ["solid", list(system(page, "CanvasText")[0])]


def test_the_parts_of_an_answer_have_different_colors(page: Page) -> None:
    open_sheet(page, STAR)
    color = 'each => getComputedStyle(each, "::before").backgroundColor'
    signs = visible(page, ".star-answer__share-list li")
    expect(signs).to_have_count(4)
    assert len({sign.evaluate(color) for sign in signs.all()}) == 4


def test_links_have_the_system_link_color_and_an_underline(page: Page) -> None:
    page.goto(FIVE_STEPS)
    (link,) = system(page, "LinkText")
    for each in page.get_by_role("article").get_by_role("link").all():
        expect(each).to_have_css("color", f"rgb({', '.join(map(str, link))})")
        expect(each).to_have_css("text-decoration-line", "underline")


def test_the_parts_of_a_picture_are_visible(page: Page) -> None:
    page.goto("guide/star/")
    figure = page.get_by_role("article").locator("svg[role=img]")
    canvas, text = system(page, "Canvas", "CanvasText")
    for part in figure.locator("text, rect").all():
        style = part.evaluate("each => [getComputedStyle(each).fill, getComputedStyle(each).stroke]")
        assert any(color == f"rgb({', '.join(map(str, text))})" for color in style)
    shown = colors(figure)
    assert shown[canvas] > shown.total() / 2
    assert shown[text] > shown.total() / 20


def test_the_item_named_in_the_address_is_outlined(page: Page) -> None:
    page.goto(f"{AUDIT}#rejection-audit--listening")
    marked = page.locator(".checklist__item", has=page.locator(":target"))
    others = page.locator(".checklist__item", has_not=page.locator(":target"))
    expect(marked).to_have_css("outline-style", "solid")
    expect(others.first).to_have_css("outline-style", "none")
