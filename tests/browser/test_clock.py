"""A wrong clock: set back, set ahead, or different on another device."""

from __future__ import annotations

import datetime as dt
import json

from playwright.sync_api import BrowserContext, Page, expect
from reader import AUDIT, FIVE_STEPS, answer, boxes, button
from saved_data import (
    YOUR_DATA,
    answered,
    arrange,
    copy_of,
    entry,
    expect_no_notice,
    load_copy,
    open_copy,
    preview,
    storage_key,
    stored,
    ticks,
    values,
)

from macros.content.words import Ui

NOON = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)
END_OF_TIME = 8_640_000_000_000_000


def milliseconds(moment: dt.datetime) -> int:
    return round(moment.timestamp() * 1000)


def test_a_change_counts_after_the_clock_was_set_back(context: BrowserContext, page: Page) -> None:
    other = context.new_page()
    context.clock.set_fixed_time(NOON)
    page.goto(FIVE_STEPS)
    other.goto(FIVE_STEPS)
    boxes(page).first.check()
    expect(boxes(other).first).to_be_checked()
    context.clock.set_fixed_time(NOON - DAY)
    boxes(page).first.uncheck()
    expect(boxes(other).first).not_to_be_checked()
    page.reload()
    assert ticks(page) == []
    boxes(other).first.check()
    expect(boxes(page).first).to_be_checked()


def test_every_change_of_mind_counts_after_the_clock_was_set_back(page: Page, words: Ui) -> None:
    page.clock.set_fixed_time(NOON)
    page.goto(AUDIT)
    answer(page, words, "yyy")
    page.clock.set_fixed_time(dt.datetime(1970, 1, 1, tzinfo=dt.UTC))
    answer(page, words, "nun")
    answer(page, words, "u--")
    page.reload()
    assert list(values(stored(page)).values()) == ["unsure", "unsure", "no"]


def test_start_over_and_undo_work_after_the_clock_was_set_back(page: Page, words: Ui) -> None:
    page.clock.set_fixed_time(NOON)
    page.goto(FIVE_STEPS)
    boxes(page).nth(2).check()
    page.clock.set_fixed_time(NOON - DAY)
    button(page, words.checklist.reset).click()
    page.reload()
    assert ticks(page) == []
    button(page, words.checklist.undo).click()
    page.reload()
    assert ticks(page) == [2]


def test_two_changes_in_one_millisecond_both_count(page: Page) -> None:
    page.clock.set_fixed_time(NOON)
    page.goto(FIVE_STEPS)
    for _ in range(3):
        boxes(page).first.check()
        boxes(page).first.uncheck()
    page.reload()
    assert ticks(page) == []


def test_an_answer_with_the_latest_possible_timestamp_can_still_be_changed(page: Page) -> None:
    arrange(page, {storage_key("five-steps--repair"): entry("ticked", at=END_OF_TIME)})
    page.goto(FIVE_STEPS)
    boxes(page).first.uncheck()
    boxes(page).first.check()
    page.reload()
    assert ticks(page) == [0]
    expect_no_notice(page)


def test_a_copy_from_a_clock_far_ahead_does_not_win_forever(page: Page, words: Ui) -> None:
    page.clock.set_fixed_time(NOON)
    copy = copy_of(answered("five-steps--repair", "ticked", at=END_OF_TIME))
    page.goto(YOUR_DATA)
    load_copy(page, words, copy)
    at = json.loads(stored(page)[storage_key("five-steps--repair")])["at"]
    assert milliseconds(NOON) <= at <= milliseconds(NOON + DAY)
    page.clock.set_fixed_time(NOON + 2 * DAY)
    page.goto(FIVE_STEPS)
    boxes(page).first.uncheck()
    at = json.loads(stored(page)[storage_key("five-steps--repair")])["at"]
    assert at == milliseconds(NOON + 2 * DAY)


def test_a_copy_from_a_clock_slightly_ahead_keeps_its_timestamps(page: Page, words: Ui) -> None:
    page.clock.set_fixed_time(NOON)
    ahead = milliseconds(NOON + DAY / 2)
    page.goto(YOUR_DATA)
    load_copy(page, words, copy_of(answered("five-steps--repair", "ticked", at=ahead)))
    assert stored(page) == {storage_key("five-steps--repair"): entry("ticked", at=ahead)}
    open_copy(page, words, copy_of(answered("five-steps--repair", "", at=ahead - 1)))
    expect(preview(page, words)).to_contain_text(words.copies.no_changes)
