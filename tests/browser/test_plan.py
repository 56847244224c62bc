"""The plan opens at today's day; the other days are folded, one click away."""

from __future__ import annotations

import datetime as dt

import pytest
from built_site import shown, shown_line
from playwright.sync_api import Locator, Page, expect
from reader import PHONE, boxes, button, sheets, squeezed, violations_in_every_look, visible
from saved_data import arrange, entry, storage_key

from macros.content import Content
from macros.content.checklists import Group, GroupedList
from macros.content.entries import find

PLAN = "checklists/five-day-plan/"
pytestmark = pytest.mark.shares_a_browser


@pytest.fixture
def plan(recovery: Content) -> GroupedList:
    plan = find(recovery.checklists, "five-day-plan")
    assert isinstance(plan, GroupedList)
    return plan


def answers_of(*days: Group, but: int = 0) -> dict[str, str]:
    """Return the saved ticks of completed days, except for their last items; they were ticked long ago."""
    items = [item for day in days for item in day.items]
    return {storage_key(f"five-day-plan--{item.id}"): entry("ticked") for item in items[: len(items) - but]}


def title_of(page: Page, day: Group) -> Locator:
    return page.get_by_role("heading", name=shown_line(day.title), exact=True)


def expect_open(page: Page, plan: GroupedList, *places: int) -> None:
    """Expect these days with all of their items, and only the titles of the others."""
    for place, day in enumerate(plan.groups):
        expect(title_of(page, day)).to_be_visible()
        for item in day.items:
            box = page.get_by_role("checkbox", name=shown(item.text), exact=True)
            expect(box).to_have_count(1 if place in places else 0)


def tick_all(page: Page, day: Group) -> None:
    for item in day.items:
        page.get_by_role("checkbox", name=shown(item.text), exact=True).check()


def test_a_new_reader_sees_the_first_day_and_the_titles_of_the_others(page: Page, plan: GroupedList) -> None:
    page.goto(PLAN)
    expect_open(page, plan, 0)
    expect(page.get_by_role("img")).to_be_visible()
    assert violations_in_every_look(page) == []


def test_a_day_unfolds_and_folds_by_click_and_by_keyboard(page: Page, plan: GroupedList) -> None:
    page.goto(PLAN)
    title_of(page, plan.groups[2]).click()
    expect_open(page, plan, 0, 2)
    page.locator("summary", has=title_of(page, plan.groups[3])).focus()
    page.keyboard.press("Enter")
    expect_open(page, plan, 0, 2, 3)
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    first, *_ = plan.groups[3].items
    expect(page.get_by_role("checkbox", name=shown(first.text), exact=True)).to_be_checked()
    title_of(page, plan.groups[0]).click()
    expect_open(page, plan, 2, 3)


@pytest.mark.browser_context_args(viewport=PHONE)
def test_after_a_day_is_done_the_next_one_is_open_and_in_view(
    page: Page, recovery: Content, plan: GroupedList
) -> None:
    for today in range(1, 5):
        done = plan.groups[:today]
        arrange(page, answers_of(*done))
        page.goto(PLAN)
        expect_open(page, plan, today)
        expect(title_of(page, plan.groups[today])).to_be_in_viewport()
        told = recovery.ui.checklist.progress.format(done=len(done[-1].items), total=len(done[-1].items))
        expect(page.locator("summary", has=title_of(page, done[-1]))).to_contain_text(told)


def test_a_completed_day_can_be_unfolded_again(page: Page, plan: GroupedList) -> None:
    arrange(page, answers_of(plan.groups[0]))
    page.goto(PLAN)
    title_of(page, plan.groups[0]).click()
    expect_open(page, plan, 0, 1)
    page.reload()
    expect_open(page, plan, 1)


def test_completing_a_day_says_to_rest_and_names_the_next_day(
    page: Page, recovery: Content, plan: GroupedList
) -> None:
    words, (first, second, *_) = recovery.ui.checklist, plan.groups
    rest = f"{words.group_done} {words.next_group}".format(number=1, title=shown_line(second.title))
    page.goto(PLAN)
    tick_all(page, first)
    expect(page.get_by_role("status").get_by_text(rest)).to_be_visible()
    expect_open(page, plan, 0)
    page.reload()
    expect_open(page, plan, 0)
    expect(page.get_by_text(rest)).to_be_visible()
    boxes(page).first.uncheck()
    expect(page.get_by_text(rest)).to_have_count(0)
    page.reload()
    expect_open(page, plan, 0)


def test_the_last_day_names_no_next_one_and_all_are_folded_afterward(
    page: Page, recovery: Content, plan: GroupedList
) -> None:
    arrange(page, answers_of(*plan.groups, but=1))
    page.goto(PLAN)
    boxes(page).last.check()
    told = page.locator("details", has=title_of(page, plan.groups[-1])).get_by_role("status")
    expect(told).to_have_text(recovery.ui.checklist.group_done.format(number=5))
    arrange(page, answers_of(*plan.groups))
    page.goto(PLAN)
    expect_open(page, plan)
    expect(page.get_by_role("heading", name=shown_line(plan.done.title))).to_be_visible()


def test_an_unfinished_day_gives_way_to_the_next_as_days_pass_since_the_interview(
    page: Page, plan: GroupedList
) -> None:
    some = answers_of(plan.groups[0], but=2)
    arrange(page, some)
    page.goto(PLAN)
    expect_open(page, plan, 0)
    arrange(page, some | day_of_interview(days_ago=1))
    page.goto(PLAN)
    expect_open(page, plan, 1)
    arrange(page, some | day_of_interview(days_ago=0))
    page.goto(PLAN)
    expect_open(page, plan, 0)


def day_of_interview(days_ago: int) -> dict[str, str]:
    day = dt.datetime.now(dt.UTC).astimezone().date() - dt.timedelta(days_ago)
    return {storage_key("debrief--i1--order"): entry("1"), storage_key("debrief--i1--date"): entry(str(day))}


def test_an_address_opens_the_day_it_points_into(page: Page, plan: GroupedList) -> None:
    page.goto(f"{PLAN}#{plan.groups[3].id}")
    expect_open(page, plan, 0, 3)
    item = plan.groups[4].items[1]
    page.goto(f"{PLAN}#five-day-plan--{item.id}")
    expect(page.get_by_role("checkbox", name=shown(item.text), exact=True)).to_be_in_viewport()
    page.goto("")
    page.goto(f"{PLAN}#five-day-plan--{item.id}")
    expect_open(page, plan, 0, 4)
    expect(page.get_by_role("checkbox", name=shown(item.text), exact=True)).to_be_in_viewport()


def test_start_over_and_undo_leave_the_days_as_they_were(
    page: Page, recovery: Content, plan: GroupedList
) -> None:
    arrange(page, answers_of(plan.groups[0]))
    page.goto(PLAN)
    button(page, recovery.ui.checklist.reset).click()
    expect_open(page, plan, 1)
    button(page, recovery.ui.checklist.undo).click()
    expect_open(page, plan, 1)
    expect(visible(page, "[data-complete] summary")).to_have_count(1)


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_without_scripts_every_day_is_open(page: Page, plan: GroupedList) -> None:
    page.goto(PLAN)
    expect_open(page, plan, *range(5))
    title_of(page, plan.groups[1]).click()
    expect_open(page, plan, 0, 2, 3, 4)


def test_every_day_is_printed_whichever_are_folded(page: Page, plan: GroupedList) -> None:
    arrange(page, answers_of(plan.groups[0]))
    page.goto(PLAN)
    expect_open(page, plan, 1)
    (sheet,) = sheets(page)
    for day in plan.groups:
        assert squeezed(shown_line(day.title)) in sheet
        assert all(squeezed(shown(item.text)) in sheet for item in day.items)
    expect_open(page, plan, 1)
