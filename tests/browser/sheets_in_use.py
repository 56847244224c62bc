"""The worksheets, opened and ready to be typed in."""

from __future__ import annotations

from playwright.sync_api import Locator, Page

DEBRIEF = "worksheets/debrief/"
NOTE = "worksheets/follow-up-note/"
STAR = "worksheets/star-answer/"
WORKSHEETS = (DEBRIEF, NOTE, STAR)
# Fields for text: no dates, numbers or choices.
TEXT_FIELDS = "textarea[data-field], input[data-field]:not([type=date], [type=number])"
# In milliseconds; longer than the pause in typing after which a text is saved.
PAUSE = 600


def open_sheet(page: Page, worksheet: str) -> None:
    """Open a worksheet so that there is something to type into."""
    page.goto(worksheet)
    page.locator("[data-started]").wait_for()
    if worksheet == STAR and page.locator("[data-entries] > [data-entry]").count() == 0:
        page.locator("[data-action='add']").click()
    if worksheet == NOTE:
        page.locator("[data-more] > summary").click()


def unfold(entry: Locator) -> None:
    """Open an entry of a list if it is folded to its title."""
    folded = entry.locator("[data-action='fold'][aria-expanded='false']")
    if folded.count():
        folded.click()


def text_fields(page: Page) -> list[Locator]:
    """Return every visible text field, in page order."""
    return page.locator(TEXT_FIELDS).filter(visible=True).all()


def name_of(field: Locator) -> str:
    return field.get_attribute("data-field") or ""
