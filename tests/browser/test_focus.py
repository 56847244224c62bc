"""The focused element is easy to see, as measured in pixels of the screen."""

from __future__ import annotations

import io
from itertools import product

import pytest
from PIL import Image
from playwright.sync_api import FloatRect, Locator, Page
from reader import AUDIT, FIVE_STEPS, restyle
from saved_data import MY_RECOVERY, YOUR_DATA
from tabs import Tab

pytestmark = pytest.mark.shares_a_browser

# Every kind of control, by a page that has it.
CONTROLS = {
    "": [
        ".bar__home",
        ".bar__ways a",
        ".bar__menu",
        ".situations__way",
        ".support a",
        ".foot a",
        ".search__open",
    ],
    FIVE_STEPS: [
        "article input",
        ".onward",
        ".citation",
        ".checklist .checklist__tools .button",
        ".storage-notice__kept a",
    ],
    AUDIT: ["article input"],
    MY_RECOVERY: [
        "article h2 a",
        ".my-recovery summary",
    ],
    YOUR_DATA: [
        ".your-data summary",
        "article .button:not([hidden] *)",
        "input[type=file]",
        "article [role=switch]",
    ],
    "guide/follow-up/": [".note-template .button"],
    "guide/star/": [
        ".evidence a",
        ".part__pages summary",
        ".part__pages details[open] a",
        ".contents a",
        ".do-it-now a",
    ],
}
AROUND = 8
# The box of an element on the screen, or of its label if it has no size of its own.
BOX = """each => {
    const shown = each.offsetWidth ? each : each.nextElementSibling;
    const { x, y, width, height } = shown.getBoundingClientRect();
    return { x, y, width, height };
}"""
# The length of the outline around it: a link that wraps has an outline around each of its parts.
PERIMETER = """each => {
    const shown = each.offsetWidth ? each : each.nextElementSibling;
    return [...shown.getClientRects()].reduce((sum, { width, height }) => sum + 2 * (width + height), 0);
}"""


def luminance(color: tuple[int, int, int]) -> float:
    """Return the relative luminance as WCAG 2.2 defines it."""
    parts = [part / 255 for part in color]
    red, green, blue = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: tuple[int, int, int], other: tuple[int, int, int]) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def picture(page: Page, box: FloatRect) -> list[tuple[int, int, int]]:
    """Return the pixels of a part of the screen and its surroundings."""
    left, top = max(box["x"] - AROUND, 0), max(box["y"] - AROUND, 0)
    clip: FloatRect = {
        "x": left,
        "y": top,
        "width": box["x"] + box["width"] + AROUND - left,
        "height": box["y"] + box["height"] + AROUND - top,
    }
    image = Image.open(io.BytesIO(page.screenshot(clip=clip))).convert("RGB")
    return [image.getpixel(place) for place in product(range(image.width), range(image.height))]


def changes(page: Page, control: Locator) -> float:
    """Return the number of pixels that change with a contrast of 3:1 or more, as a fraction of the perimeter."""
    control.scroll_into_view_if_needed()
    control.blur()
    box = control.evaluate(BOX)
    without = picture(page, box)
    control.focus()
    changed = sum(contrast(*pair) >= 3 for pair in zip(without, picture(page, box), strict=True))
    perimeter: float = control.evaluate(PERIMETER)
    return changed / perimeter


def open_with_keyboard(tab: Tab, where: str) -> Page:
    """Open a page and press a key, so that the browser shows the focus."""
    page = tab.open(where).page
    page.emulate_media(reduced_motion="reduce")
    page.keyboard.press("Tab")
    return page


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("where", CONTROLS)
def test_focus_changes_at_least_as_many_pixels_as_an_outline_of_the_control(
    light_tab: Tab, dark_tab: Tab, where: str, scheme: str
) -> None:
    page = open_with_keyboard(light_tab if scheme == "light" else dark_tab, where)
    shares = {control: changes(page, page.locator(control).first) for control in CONTROLS[where]}
    assert {control: share for control, share in shares.items() if share < 1} == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_skip_link_is_visible_when_focused(light_tab: Tab, dark_tab: Tab, scheme: str) -> None:
    page = open_with_keyboard(light_tab if scheme == "light" else dark_tab, FIVE_STEPS)
    assert changes(page, page.get_by_role("link").first) >= 1


def test_a_missing_focus_outline_is_detected(light_tab: Tab) -> None:
    page = open_with_keyboard(light_tab, FIVE_STEPS)
    restyle(page, "* { outline: none !important; }")
    assert changes(page, page.locator("article input").first) < 1


# Whether anything, such as the header or the progress of a list, covers the focused element.
COVERED = """() => {
    const focused = document.activeElement;
    if (!focused.closest("article")) return false;
    const { x, y, width, height } = focused.getClientRects()[0];
    const shown = document.elementFromPoint(x + width / 2, y + height / 2);
    return !shown || !(focused.contains(shown) || shown.contains(focused) || shown.closest("label")?.control === focused);
}"""


@pytest.mark.parametrize("where", [FIVE_STEPS, AUDIT, "guide/follow-up/", "about/sources/"])
@pytest.mark.parametrize("way", ["Tab", "Shift+Tab"])
def test_nothing_covers_the_focused_element(page: Page, where: str, way: str) -> None:
    page.goto(where)
    stops = page.get_by_role("article").locator("a, button, input, summary").filter(visible=True)
    (stops.first if way == "Tab" else stops.last).focus()
    for _ in range(min(stops.count() - 1, 60)):
        page.keyboard.press(way)
        assert not page.evaluate(COVERED), page.evaluate("document.activeElement.outerHTML")
