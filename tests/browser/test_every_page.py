"""What holds for every page of our site, in light and dark, on a phone and on paper.

A page is opened once, and tests that look at it in the same window stand beside each other. What hangs on
styles alone is looked at on pages that together have every kind of element there is: on the others nothing differs.
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
PAPER: ViewportSize = {"width": 680, "height": 900}  # 180 mm: US Letter and A4 without their margins

# Words that end beyond the right edge of the window, unless they can be scrolled into view by themselves.
CUT_OFF = """() => [...document.querySelectorAll("article *")]
    .filter((each) => each.checkVisibility() && !(matchMedia("screen").matches && each.closest("table:not([class])")))
    .flatMap((each) => [...each.childNodes])
    .filter((node) => {
        const words = new Range();
        words.selectNode(node);
        return node.data?.trim() && words.getBoundingClientRect().right > innerWidth + 1;
    })
    .map((node) => node.data)"""
# Words that are not black, or nearly so, and what lies behind words and is not white.
COLOURED = """root => [...root.querySelectorAll("*")].filter((each) => each.checkVisibility()).flatMap((each) => {
    for (const transition of each.getAnimations()) transition.finish();
    const { color, backgroundColor } = getComputedStyle(each);
    const isBlack = Math.max(...color.match(/[\\d.]+/g).slice(0, 3)) < 0x40;
    const isWhite = /, 0\\)$|^rgb\\(255, 255, 255\\)$/.test(backgroundColor);
    return isBlack && isWhite ? [] : [`${each.tagName}.${each.className}: ${color} on ${backgroundColor}`];
})"""
LINES = "links => links.map((each) => getComputedStyle(each).textDecorationLine)"
# The button in a heading holds the heading's own words.
ONLY_ON_SCREEN = (
    "nav, header, .foot, .part, .beside, button:not(h3 > button), [role=search], [data-progress], [data-storage-notice]"
    ", [data-kept]"
)


@pytest.fixture(scope="module")
def samples(site: Site) -> set[str]:
    """Return pages that together have every kind of element of the site."""
    return with_every_kind_of_element(site, addresses())


# Loading


def test_a_page_opens_without_an_error_and_asks_no_other_host(light: Tab) -> None:
    expect(light.page.get_by_role("heading", level=1)).to_be_visible()
    assert light.complaints == []


def test_a_page_knows_whether_the_reader_likes_it_dark(light_tab: Tab, dark_tab: Tab) -> None:
    expect(light_tab.open("").page.locator("body")).to_have_css("background-color", "rgb(251, 248, 242)")
    expect(dark_tab.open("").page.locator("body")).to_have_css("background-color", "rgb(19, 27, 28)")


# In a wide window


def test_a_link_in_a_text_is_known_by_more_than_its_color(light: Tab) -> None:
    assert lines_of_links(light.page) <= {"underline"}


def test_a_link_that_is_known_by_its_color_alone_would_be_noticed(page: Page) -> None:
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
    """Return what stands under the links of an article, but for those that look like buttons."""
    links = page.get_by_role("article").get_by_role("link")
    return set(
        links.and_(page.locator(":not(.situations__way, .button, nav a, .thread__station a)")).evaluate_all(
            LINES
        )
    )


def test_a_page_prints_its_text_its_address_and_its_licence(
    light: Tab, words: Ui, site: Site, address: str
) -> None:
    text = "".join(sheets(light.page, format="Letter"))
    if address == PACK:  # each of its sheets has a title and an address of its own
        return
    assert squeezed(light.page.get_by_role("heading", level=1).inner_text()) in text
    if address != NOT_FOUND:
        assert squeezed(f"{words.sheet.licence} {words.sheet.address} {site.url}{address}") in text


# On a phone


def test_axe_finds_nothing_in_light_and_dark_on_a_wide_screen_and_on_a_phone(
    light: Tab, address: str, samples: set[str]
) -> None:
    """Where each kind of element is: in all four looks. On the other pages: on a phone."""
    if address in samples:
        assert violations_in_every_look(light.page) == []
    else:
        assert violations(light.sized(PHONE)) == []


def test_no_field_of_a_page_has_letters_so_small_that_a_phone_zooms_into_it(light: Tab) -> None:
    assert small_fields(light.sized(PHONE)) == []


def test_a_page_does_not_scroll_sideways_at_320_pixels(light: Tab) -> None:
    page = light.sized(NARROW)
    assert page.evaluate(CUT_OFF) == []
    assert page.evaluate("document.scrollingElement.scrollWidth") == 320


# On paper


def test_a_page_prints_nothing_that_only_a_screen_needs(light: Tab) -> None:
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


def test_what_is_not_black_on_white_would_be_noticed(dark_tab: Tab) -> None:
    assert dark_tab.open("").page.locator("article").evaluate(COLOURED)
