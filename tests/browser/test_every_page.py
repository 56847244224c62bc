"""Requirements on every page of our site, in light and dark mode, on a phone and in print.

Each page is opened only once, and tests that use the same window stand next to each other. What depends only
on styles is checked on sample pages that together have every kind of element; the others add nothing.
"""

from __future__ import annotations

import pytest
from built_site import NOT_FOUND, PACK, Site, addresses, with_every_kind_of_element
from playwright.sync_api import Page, ViewportSize, expect
from reader import (
    PHONE,
    SWITCH_SCHEME,
    sheets,
    small_fields,
    squeezed,
    violations,
    violations_in_every_look,
    visible,
)
from tabs import Tab

from macros.content.words import Ui
from tools import ROOT

PROJECT = ROOT
NARROW: ViewportSize = {"width": 320, "height": 640}
PAPER: ViewportSize = {"width": 680, "height": 900}  # 180 mm wide: US Letter and A4 without their margins

# Words that end beyond the right edge of the window, unless they can be scrolled into view in their own box.
CUT_OFF = """() => [...document.querySelectorAll("article *")]
    .filter((each) => each.checkVisibility() && !(matchMedia("screen").matches && each.closest("table:not([class])")))
    .flatMap((each) => [...each.childNodes])
    .filter((node) => {
        const words = new Range();
        words.selectNode(node);
        return node.data?.trim() && words.getBoundingClientRect().right > innerWidth + 1;
    })
    .map((node) => node.data)"""
# Text that is not black or nearly so, and backgrounds of text that are not white.
COLOURED = """root => [...root.querySelectorAll("*")].filter((each) => each.checkVisibility()).flatMap((each) => {
    for (const transition of each.getAnimations()) transition.finish();
    const { color, backgroundColor } = getComputedStyle(each);
    const isBlack = Math.max(...color.match(/[\\d.]+/g).slice(0, 3)) < 0x40;
    const isWhite = /, 0\\)$|^rgb\\(255, 255, 255\\)$/.test(backgroundColor);
    return isBlack && isWhite ? [] : [`${each.tagName}.${each.className}: ${color} on ${backgroundColor}`];
})"""
LINES = "links => links.map((each) => getComputedStyle(each).textDecorationLine)"
# The button in a heading holds the text of the heading, so it is printed.
ONLY_ON_SCREEN = (
    "nav, header, .foot, .part, .beside, button:not(h3 > button), [role=search], [data-progress], [data-storage-notice]"
    ", [data-kept]"
)


@pytest.fixture(scope="module")
def samples(site: Site) -> set[str]:
    """Return pages that together have every kind of element on the site."""
    return with_every_kind_of_element(site, addresses())


# Loading


def test_a_page_opens_without_errors_or_requests_to_other_hosts(light: Tab) -> None:
    expect(light.page.get_by_role("heading", level=1)).to_be_visible()
    assert light.page_errors == []


def test_a_page_follows_the_color_scheme_of_the_system(light_tab: Tab, dark_tab: Tab) -> None:
    expect(light_tab.open("").page.locator("body")).to_have_css("background-color", "rgb(251, 248, 242)")
    expect(dark_tab.open("").page.locator("body")).to_have_css("background-color", "rgb(19, 27, 28)")


# In a wide window


def test_a_link_in_text_is_distinguished_by_more_than_color(light: Tab) -> None:
    assert lines_of_links(light.page) <= {"underline"}


def test_a_link_distinguished_only_by_color_is_detected(page: Page) -> None:
    page.goto("")
    page.get_by_role("article").evaluate(
        """article => {
            const [one, other] = [document.createElement("a"), document.createElement("a")];
            for (const link of [one, other]) {
                link.href = "#";
                link.append("on");
            }
            other.style.textDecoration = "none";
            const text = document.createElement("p");
            text.append("Read ", one, " and ", other);
            article.replaceChildren(text);
        }"""
    )
    assert lines_of_links(page) == {"underline", "none"}


def lines_of_links(page: Page) -> set[str]:
    """Return the text decorations of the links in an article, except those that look like buttons."""
    links = page.get_by_role("article").get_by_role("link")
    return set(
        links.and_(page.locator(":not(.situations__way, .button, nav a, .thread__station a)")).evaluate_all(
            LINES
        )
    )


def test_a_page_prints_its_title_its_address_and_its_license(
    light: Tab, words: Ui, site: Site, address: str
) -> None:
    text = "".join(sheets(light.page, format="Letter"))
    if address == PACK:  # each of its sheets has its own title and address
        return
    assert squeezed(light.page.get_by_role("heading", level=1).inner_text()) in text
    if address != NOT_FOUND:
        assert squeezed(f"{words.sheet.licence} {words.sheet.address} {site.url}{address}") in text


# On a phone


def test_axe_finds_nothing_in_light_or_dark_mode_on_a_wide_screen_or_a_phone(
    light: Tab, address: str, samples: set[str]
) -> None:
    """Check all four looks on the sample pages, and only a phone on the others."""
    if address in samples:
        assert violations_in_every_look(light.page) == []
    else:
        assert violations(light.sized(PHONE)) == []


def test_no_field_is_so_small_that_a_phone_zooms_in(light: Tab) -> None:
    assert small_fields(light.sized(PHONE)) == []


def test_a_page_does_not_scroll_sideways_at_320_pixels(light: Tab) -> None:
    page = light.sized(NARROW)
    assert page.evaluate(CUT_OFF) == []
    assert page.evaluate("document.scrollingElement.scrollWidth") == 320


# Print


def test_a_page_prints_nothing_meant_only_for_a_screen(light: Tab) -> None:
    expect(visible(light.sized(NARROW), ONLY_ON_SCREEN)).not_to_have_count(0)
    on_paper = visible(light.sized(PAPER, "print"), ONLY_ON_SCREEN)
    assert on_paper.evaluate_all("all => all.map((each) => each.outerHTML)") == []


def test_a_page_fits_the_width_of_us_letter_and_a4(light: Tab) -> None:
    assert light.sized(PAPER, "print").evaluate(CUT_OFF) == []


def test_a_page_prints_black_on_white_even_when_the_screen_is_dark(light: Tab) -> None:
    page = light.sized(PAPER, "print")
    page.evaluate(SWITCH_SCHEME, "dark")
    coloured = page.locator("article").evaluate(COLOURED)
    page.evaluate(SWITCH_SCHEME, "light")
    assert coloured == []


def test_other_colors_in_print_are_detected(dark_tab: Tab) -> None:
    assert dark_tab.open("").page.locator("article").evaluate(COLOURED)
