"""A page says that a legal rule may have changed once the date for checking it again has passed."""

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


def test_no_warning_shows_on_the_last_day(page: Page, recovery: Content) -> None:
    open_on(page, rule(recovery).check_again_by)
    expect(page.locator("#germany-two-months")).to_be_visible()
    expect(page.locator("#germany-two-months [data-check-again-by]")).to_be_hidden()


def test_the_warning_shows_on_the_next_day_without_a_new_build(page: Page, recovery: Content) -> None:
    open_on(page, rule(recovery).check_again_by + dt.timedelta(days=1))
    expect(page.locator("#germany-two-months [data-check-again-by]")).to_be_visible()
