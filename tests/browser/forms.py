"""The worksheets that are forms: they show one sheet at a time, and the browser stores them."""

from __future__ import annotations

from playwright.sync_api import Locator, Page
from saved_data import stored, values

ASK = "worksheets/when-to-ask/"
REPLAY = "worksheets/stop-the-replay/"
MATTERS = "worksheets/what-matters/"
FORMS = (ASK, REPLAY, MATTERS)


def open_form(page: Page, worksheet: str) -> None:
    page.goto(worksheet)
    page.locator("[data-started]").wait_for()


def form_field(page: Page, name: str) -> Locator:
    return page.locator(f"[data-entries] [data-field='{name}']")


def choose(page: Page, name: str, choice: str) -> None:
    form_field(page, name).locator(f"input[value='{choice}']").check()


def kept_fields(page: Page, kind: str) -> dict[str, str]:
    """Return what is saved of all sheets of a kind, by field, without the page's own bookkeeping."""
    names = {name: value for name, value in values(stored(page)).items() if name.startswith(f"{kind}--")}
    return {
        name.rpartition("--")[2]: value
        for name, value in names.items()
        if value and not name.endswith("--order")
    }
