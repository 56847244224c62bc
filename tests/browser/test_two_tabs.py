"""Two tabs of one browser: nothing is lost, and the last change to each answer wins."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import BrowserContext, Page, expect
from reader import AUDIT, FIVE_STEPS, boxes, wait_until
from saved_data import arrange, entry, open_empty, put, storage_key, stored, ticks

from macros.content import Content
from macros.content.entries import find

CHOICES = ("yes", "no", "unsure")
# Chooses answers one after another, each at its own time, and returns which of them were changes.
CHOOSE = """steps => steps.map(([radio, at]) => {
    Date.now = () => at;
    const changes = !document.getElementById(radio).checked;
    document.getElementById(radio).click();
    return changes;
})"""
# Chooses one answer per millisecond from a common start, and records the last change to each question.
CHOOSE_FROM = """([radios, start]) => {
    window.last = {};
    const choose = (radio) => {
        const input = document.getElementById(radio);
        if (!input.checked) window.last[input.name] = input.value;
        input.click();
    };
    window.done = Promise.all(radios.map((radio, number) => new Promise((resolve) => {
        setTimeout(() => resolve(choose(radio)), start + number - Date.now());
    })));
}"""
LAST = "window.done.then(() => window.last)"
SHOWN = """() => Object.fromEntries([...document.querySelectorAll("article input:checked")]
    .map(({ name, value }) => [name, value]))"""
# What the page shows and what the storage holds, once both are as wanted or after three seconds.
SETTLE = """([prefix, wanted]) => new Promise((resolve) => {
    const end = performance.now() + 3000;
    const wantedText = JSON.stringify(wanted.sort());
    (function look() {
        const shown = [...document.querySelectorAll("article input:checked")].map(({ id }) => id).sort();
        const saved = Object.entries(localStorage).filter(([name]) => name.startsWith(prefix))
            .map(([name, entry]) => `${name.slice(prefix.length)}--${JSON.parse(entry).value}`).sort();
        const good = [shown, saved].every((now) => JSON.stringify(now) === wantedText);
        if (good || performance.now() > end) resolve({ shown, saved });
        else setTimeout(look);
    })();
})"""


class Step(NamedTuple):
    """An answer that a reader gives in one of two tabs."""

    tab: int
    question: str
    choice: str

    @property
    def radio(self) -> str:
        return f"{self.question}--{self.choice}"


@pytest.fixture
def other(context: BrowserContext) -> Page:
    """Return a second tab of the same browser."""
    return context.new_page()


@pytest.fixture
def questions(recovery: Content) -> list[str]:
    """Return the ids of the questions of the audit."""
    audit = find(recovery.checklists, "rejection-audit")
    return [f"{audit.id}--{item.id}" for item in audit.items]


def expect_settled(tabs: Iterable[Page], answers: dict[str, str]) -> None:
    """Expect that all tabs eventually show these answers, and find them in the storage."""
    radios = sorted(f"{question}--{choice}" for question, choice in answers.items())
    for tab in tabs:
        assert tab.evaluate(SETTLE, [storage_key(""), radios]) == {"shown": radios, "saved": radios}


def test_different_answers_in_two_tabs_are_all_kept(page: Page, other: Page) -> None:
    page.goto(FIVE_STEPS)
    other.goto(FIVE_STEPS)
    for number, tab in enumerate([page, other, other, page]):
        boxes(tab).nth(number).check()
    for tab in (page, other):
        expect(tab.get_by_role("progressbar")).to_have_js_property("value", 4)
        tab.reload()
        assert ticks(tab) == [0, 1, 2, 3]


def test_the_last_of_two_changes_to_one_answer_wins_in_both_tabs(page: Page, other: Page) -> None:
    page.goto(FIVE_STEPS)
    other.goto(FIVE_STEPS)
    boxes(page).first.check()
    expect(boxes(other).first).to_be_checked()
    boxes(other).first.uncheck()
    expect(boxes(page).first).not_to_be_checked()
    page.reload()
    expect(boxes(page).first).not_to_be_checked()


def test_the_last_change_to_each_answer_wins_after_any_interleaving(
    page: Page, other: Page, questions: list[str]
) -> None:
    """Each example continues where the previous one ended, and one clock serves both tabs."""
    tabs = (page, other)
    answers: dict[str, str] = {}
    clock = iter(range(1_800_000_000_000, 1_900_000_000_000))
    for tab in tabs:
        tab.goto(AUDIT)
    step = st.builds(Step, st.integers(0, 1), st.sampled_from(questions), st.sampled_from(CHOICES))

    @settings(suppress_health_check=list(HealthCheck))
    @given(st.lists(step, min_size=2, max_size=12))
    def interleave(steps: list[Step]) -> None:
        for tab, group in groupby(steps, key=attrgetter("tab")):
            taken = list(group)
            changes = tabs[tab].evaluate(CHOOSE, [[step.radio, next(clock)] for step in taken])
            answers.update(
                {step.question: step.choice for step, new in zip(taken, changes, strict=True) if new}
            )
        expect_settled(tabs, answers)

    interleave()
    assert answers.keys() == set(questions)


@pytest.mark.parametrize("seed", range(2))
def test_two_tabs_that_change_at_the_same_time_converge(
    page: Page, other: Page, questions: list[str], seed: int
) -> None:
    """Nobody can tell then which change was last, so either may win."""
    dice = random.Random(seed)
    tabs = (page, other)
    for tab in tabs:
        tab.goto(AUDIT)
    for _ in range(25):
        start = page.evaluate("Date.now()") + 20
        for tab in tabs:
            steps = [Step(0, dice.choice(questions), dice.choice(CHOICES)) for _ in range(8)]
            tab.evaluate(CHOOSE_FROM, [[step.radio for step in steps], start])
        last = [tab.evaluate(LAST) for tab in tabs]
        answers = agreed(tabs)
        expect_settled(tabs, answers)
        for question in set().union(*last):
            assert answers[question] in [each.get(question) for each in last]


def agreed(tabs: tuple[Page, Page]) -> dict[str, str]:
    """Return what both tabs show, once it is the same."""
    one, other = tabs
    shown = one.evaluate(SHOWN)
    for _ in range(1000):
        if other.evaluate(SHOWN) == shown:
            return shown
        shown = one.evaluate(SHOWN)
    pytest.fail("The tabs do not agree.")


def test_an_answer_overwritten_by_an_older_one_is_restored(page: Page, other: Page) -> None:
    """A tab resumed from the cache may save what it knew before."""
    page.goto(FIVE_STEPS)
    boxes(page).first.check()
    open_empty(other)
    saved = stored(page)
    put(other, {storage_key("five-steps--repair"): entry("", at=1)})
    name, value = next(iter(saved.items()))
    wait_until(page, f"localStorage[{json.dumps(name)}] === {json.dumps(value)}")
    assert ticks(page) == [0]
    assert stored(other) == saved
    page.reload()
    assert ticks(page) == [0]


def test_a_later_answer_from_another_tab_is_adopted(page: Page, other: Page) -> None:
    page.goto(FIVE_STEPS)
    boxes(page).first.check()
    open_empty(other)
    put(other, {storage_key("five-steps--repair"): entry("", at=2**45)})
    expect(boxes(page).first).not_to_be_checked()
    assert stored(page) == {storage_key("five-steps--repair"): entry("", at=2**45)}


def test_a_change_saves_only_itself(page: Page) -> None:
    """Entries saved by other tabs, which this tab does not know of yet, are kept."""
    page.goto(FIVE_STEPS)
    boxes(page).nth(0).check()
    boxes(page).nth(1).check()
    unheard = {storage_key("five-steps--repair"): entry("", at=2**45)}
    put(page, unheard)
    boxes(page).nth(2).check()
    assert stored(page).items() > unheard.items()
    page.reload()
    assert ticks(page) == [1, 2]


def test_a_tab_that_only_follows_saves_nothing(page: Page, other: Page) -> None:
    """Otherwise it could overwrite what the first tab has changed since."""
    other.add_init_script("Storage.prototype.setItem = () => { throw new Error('Saved in the other tab') };")
    other.goto(FIVE_STEPS)
    page.goto(FIVE_STEPS)
    boxes(page).first.check()
    expect(boxes(other).first).to_be_checked()
    expect(other.locator("[data-storage-notice]")).to_be_hidden()


def test_two_answers_with_the_same_timestamp_are_resolved_the_same_everywhere(
    page: Page, other: Page
) -> None:
    chosen = []
    for first, second in [("yes", "no"), ("no", "yes")]:
        arrange(other, {storage_key("rejection-audit--listening"): entry(first, at=5)})
        page.goto(AUDIT)
        put(other, {storage_key("rejection-audit--listening"): entry(second, at=5)})
        expect_settled([page], {"rejection-audit--listening": "yes"})
        chosen.append(stored(other))
        page.evaluate("localStorage.clear()")
    assert chosen[0] == chosen[1] == {storage_key("rejection-audit--listening"): entry("yes", at=5)}


def test_an_answer_deleted_in_another_tab_is_not_saved_again(page: Page, other: Page) -> None:
    page.goto(FIVE_STEPS)
    boxes(page).nth(0).check()
    boxes(page).nth(1).check()
    open_empty(other)
    other.evaluate("name => localStorage.removeItem(name)", storage_key("five-steps--repair"))
    expect(boxes(page).nth(0)).not_to_be_checked()
    boxes(page).nth(2).check()
    assert ticks(page) == [1, 2]
    assert len(stored(page)) == 2
