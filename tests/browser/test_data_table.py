"""Tables that are laid out as cards on a phone."""

from __future__ import annotations

from collections import Counter

import pytest
from playwright.sync_api import Page, expect

PHONE = {"width": 390, "height": 664}
PAGES = ["regions/", "hiring-managers/feedback/"]


def exposed(page: Page) -> Counter[str]:
    """Count the roles exposed to screen readers; Playwright's own roles ignore the effect of styles."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    return Counter(node["role"]["value"] for node in nodes if not node["ignored"])


@pytest.mark.browser_context_args(viewport=PHONE)
@pytest.mark.parametrize("path", PAGES)
def test_a_table_laid_out_as_cards_is_still_a_table_to_a_screen_reader(page: Page, path: str) -> None:
    page.goto(path)
    table = page.locator(".data-table")
    expect(table.locator("tbody tr").first).to_have_css("display", "block")
    roles = exposed(page)
    assert roles["table"] == table.count() == 1
    assert roles["row"] == table.locator("tr").count()
    assert roles["columnheader"] == table.locator("thead th").count()
    assert roles["rowheader"] == table.locator("tbody th").count()
    assert roles["cell"] == table.locator("td").count()


@pytest.mark.parametrize(
    ("path", "display"), [("regions/", "block"), ("hiring-managers/feedback/", "table-row")]
)
def test_on_a_wide_screen_only_a_table_of_paragraphs_is_laid_out_as_cards(
    page: Page, path: str, display: str
) -> None:
    page.goto(path)
    expect(page.locator(".data-table tbody tr").first).to_have_css("display", display)
