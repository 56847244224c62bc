"""Data of other versions: older data is migrated, newer data is left alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from built_site import shown_line
from playwright.sync_api import Page, expect
from reader import AUDIT, FIVE_STEPS, boxes, button
from saved_data import (
    ASIDE,
    FILL,
    MAKE_ROOM,
    YOUR_DATA,
    arrange,
    entry,
    expect_no_notice,
    expect_notice,
    load_copy,
    storage_key,
    stored,
    ticks,
    values,
)

from macros.content.words import Ui

pytestmark = pytest.mark.shares_a_browser

# Browser storage recorded from earlier releases.
SAVED = Path(__file__).parents[1] / "fixtures" / "saved"
OLD = sorted(path.stem for path in SAVED.glob("version-[12]-*.json"))
ANSWERS, STARTED_OVER = "version-1-answers", "version-1-started-over"
NEWER = {
    storage_key("five-steps--repair", 3): '{"answer":{"ticked":true},"changed":"2027-05-07T00:00:00Z"}',
    storage_key("undo:five-steps", 3): "",
}


def saved_file(name: str) -> dict[str, str]:
    return json.loads((SAVED / f"{name}.json").read_text("utf-8"))


def as_version_2(saved: dict[str, str]) -> dict[str, str]:
    return {name.replace(storage_key("", 1), storage_key("")): value for name, value in saved.items()}


def test_every_older_version_has_saved_files() -> None:
    assert {name.split("-")[1] for name in OLD} == {"1"}


def test_ticks_of_version_1_are_shown_and_saved_as_version_2(page: Page) -> None:
    saved = saved_file(ANSWERS)
    arrange(page, saved)
    page.goto(FIVE_STEPS)
    assert ticks(page) == [0, 3]
    expect_no_notice(page)
    assert stored(page) == as_version_2(saved)


def test_answers_of_version_1_are_shown(page: Page) -> None:
    arrange(page, saved_file(ANSWERS))
    page.goto(AUDIT)
    chosen = page.locator("article input:checked").all()
    assert [radio.get_attribute("value") for radio in chosen] == ["no", "yes", "unsure"]


@pytest.mark.parametrize("file", OLD)
def test_no_byte_of_a_saved_file_is_lost_and_only_entries_set_aside_show_a_notice(
    page: Page, words: Ui, file: str
) -> None:
    saved = saved_file(file)
    arrange(page, saved)
    page.goto(FIVE_STEPS)
    if any(name.startswith(ASIDE) for name in saved):
        expect_notice(page, words.storage.set_aside)
    else:
        expect_no_notice(page)
    assert sorted(stored(page).values()) == sorted(saved.values())
    assert all(name.startswith((storage_key(""), ASIDE)) for name in stored(page))


def test_answers_cleared_by_start_over_are_set_aside_silently(page: Page, words: Ui) -> None:
    saved = saved_file(STARTED_OVER)
    arrange(page, saved)
    page.goto(FIVE_STEPS)
    assert ticks(page) == []
    expect(button(page, words.checklist.undo)).to_be_hidden()
    expect_no_notice(page)
    aside = {name.rpartition(":")[2]: value for name, value in stored(page).items() if name.startswith(ASIDE)}
    assert aside == {"five-steps": saved[storage_key("undo:five-steps", 1)]}


@pytest.mark.parametrize(("older", "newer"), [(1, 2), (2, 1)])
def test_the_later_of_two_answers_in_both_versions_wins(page: Page, older: int, newer: int) -> None:
    answers = {
        storage_key("five-steps--repair", older): entry("", 5),
        storage_key("five-steps--repair", newer): entry("ticked", 6),
    }
    arrange(page, answers)
    page.goto(FIVE_STEPS)
    assert ticks(page) == [0]
    assert stored(page) == {storage_key("five-steps--repair"): entry("ticked", 6)}


def test_without_room_for_the_new_version_the_old_one_stays(page: Page, words: Ui) -> None:
    saved = saved_file(ANSWERS)
    arrange(page, saved)
    page.evaluate(FILL)
    page.goto(FIVE_STEPS)
    assert ticks(page) == [0, 3]
    expect_notice(page, words.storage.full)
    assert stored(page) == saved
    page.evaluate(MAKE_ROOM)
    page.reload()
    assert ticks(page) == [0, 3]
    expect_no_notice(page)
    assert stored(page) == as_version_2(saved)


# Newer


@pytest.mark.parametrize("where", [FIVE_STEPS, YOUR_DATA])
def test_newer_data_is_left_unchanged_and_the_page_says_so(page: Page, words: Ui, where: str) -> None:
    arrange(page, NEWER)
    page.goto(where)
    expect_notice(page, words.storage.newer)
    expect(page.get_by_text(shown_line(words.storage.newer.title))).to_be_visible()
    assert stored(page) == NEWER


def test_ticks_are_saved_as_usual_beside_newer_data(page: Page, words: Ui) -> None:
    arrange(page, NEWER)
    page.goto(FIVE_STEPS)
    boxes(page).nth(1).check()
    boxes(page).nth(0).check()
    button(page, words.checklist.reset).click()
    button(page, words.checklist.undo).click()
    page.reload()
    assert ticks(page) == [0, 1]
    assert stored(page).items() > NEWER.items()


def test_a_copy_from_the_release_before_the_thread_loads_without_loss(page: Page, words: Ui) -> None:
    copy = (SAVED / "release-before-the-thread.json").read_text("utf-8")
    page.goto(YOUR_DATA)
    load_copy(page, words, copy)
    loaded = {each["id"]: each["value"] for each in json.loads(copy)["entries"] if each["value"]}
    assert values(stored(page)) == loaded
    page.goto("")
    stations = page.locator("[data-thread] [data-station]")
    states = [station.get_attribute("data-state") for station in stations.all()]
    assert states == ["done", "done", "begun", "begun", "open"]
    page.goto("worksheets/debrief/")
    expect(page.locator("#company--interview")).to_have_value("Harbor Foods")
    page.goto("worksheets/follow-up-note/")
    expect(page.locator("#recipient--note")).to_have_value("Ms. Alvarez")
    assert set(values(stored(page))) == set(loaded)
