"""A page says that a legal rule may have changed, once the day has passed by which somebody had to look."""

from __future__ import annotations

import datetime as dt

from playwright.sync_api import Page, expect

from macros.content import Content
from macros.content.entries import find
from macros.content.law import LegalRule

PAGE = "regions/european-union/"


def rule(recovery: Content) -> LegalRule:
    return find(recovery.law, "germany-two-months")


def open_on(page: Page, day: dt.date) -> None:
    page.clock.set_fixed_time(dt.datetime.combine(day, dt.time(12), dt.UTC))
    page.goto(PAGE)


def test_nothing_is_said_on_the_last_day(page: Page, recovery: Content) -> None:
    open_on(page, rule(recovery).check_again_by)
    expect(page.locator("#germany-two-months")).to_be_visible()
    expect(page.locator("#germany-two-months [data-check-again-by]")).to_be_hidden()


def test_it_is_said_the_day_after_on_a_page_that_was_built_before(page: Page, recovery: Content) -> None:
    open_on(page, rule(recovery).check_again_by + dt.timedelta(days=1))
    expect(page.locator("#germany-two-months [data-check-again-by]")).to_be_visible()
