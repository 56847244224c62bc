"""An address that ends in an item's id scrolls to that item and highlights it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect
from reader import AUDIT, FIVE_STEPS, PHONE, visible

pytestmark = pytest.mark.shares_a_browser

ITEMS = [f"{AUDIT}#rejection-audit--listening", f"{FIVE_STEPS}#five-steps--keep-looking"]
ANSWER = f"{AUDIT}#rejection-audit--time-use--no"
LOOK = """item => {
    const { backgroundColor, borderColor, boxShadow } = getComputedStyle(item);
    return [backgroundColor, borderColor, boxShadow].join();
}"""


def item_of(page: Page, link: str) -> Locator:
    return page.locator(".checklist__item", has=page.locator(f"[id='{link.partition('#')[2]}']"))


@pytest.mark.browser_context_args(viewport=PHONE)
@pytest.mark.parametrize("link", [*ITEMS, ANSWER])
def test_the_item_is_in_view_below_the_header(page: Page, link: str) -> None:
    page.goto(link)
    item = item_of(page, link)
    expect(item).to_be_in_viewport()
    covers = [box for each in visible(page, ".bar, [data-progress]").all() if (box := each.bounding_box())]
    place = item.bounding_box()
    assert place
    assert covers
    assert place["y"] >= max(cover["y"] + cover["height"] for cover in covers)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("link", [*ITEMS, ANSWER])
def test_the_item_looks_different_from_its_neighbors(page: Page, link: str, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(link)
    marked = item_of(page, link).evaluate(LOOK)
    others = page.locator(".checklist__item", has_not=page.locator(":target")).all()
    assert len(others) == 4
    assert {other.evaluate(LOOK) for other in others}.isdisjoint({marked})


def test_without_an_item_in_the_address_none_is_highlighted(page: Page) -> None:
    page.goto(FIVE_STEPS)
    assert len({item.evaluate(LOOK) for item in page.locator(".checklist__item").all()}) == 1


def test_table_rows_and_sources_are_highlighted_too(page: Page) -> None:
    for link, row in (("guide/star/#result", "tbody tr"), ("about/sources/#joyce-2013", ".sources > li")):
        page.goto(link)
        looks = [each.evaluate(LOOK) for each in page.locator(row).all()]
        assert looks.count(page.locator(f"{row}:target").evaluate(LOOK)) == 1
