"""A computer that others use too: where answers go, and that none of them comes back."""

from __future__ import annotations

import pytest
from engine import Engine
from saved import (
    FIVE_STEPS,
    NOTE,
    OURS,
    POINT,
    YOUR_DATA,
    answers,
    begin_tools,
    finish,
    keep_to_this_tab,
    no_longer_keep_to_this_tab,
    says,
    tick,
    ticks,
    typed,
)

from macros.content.words import Ui

# A link of a page that opens in a new tab.
ADD_LINK = """
    const link = document.createElement("a");
    Object.assign(link, { href: arguments[0], target: "_blank", textContent: "Opens in a new tab" });
    document.querySelector("article").prepend(link);
"""
# WebKitGTK's small browser has no Ctrl+click, and brings no tab or session back.
with_tabs = pytest.mark.parametrize("engine", ["chromium", "firefox"], indirect=True)


def test_a_page_that_comes_back_keeps_to_the_tab(engine: Engine, words: Ui) -> None:
    engine.open(FIVE_STEPS)
    tick(engine, 0)
    engine.follow(YOUR_DATA)
    keep_to_this_tab(engine, words)
    engine.back()
    engine.eventually(lambda: ticks(engine) == [0])
    tick(engine, 1)
    assert not answers(engine, "localStorage")
    assert len(answers(engine, "sessionStorage")) == 2
    engine.eventually(lambda: says(engine, words.storage.this_tab))


def test_a_page_that_comes_back_after_the_switch_was_turned_off_saves_for_good(
    engine: Engine, words: Ui
) -> None:
    engine.open(YOUR_DATA)
    keep_to_this_tab(engine, words)
    engine.follow(FIVE_STEPS)
    tick(engine, 0)
    engine.follow(YOUR_DATA)
    no_longer_keep_to_this_tab(engine, words)
    engine.back()
    engine.eventually(lambda: ticks(engine) == [0])
    tick(engine, 1)
    assert len(answers(engine, "localStorage")) == 2
    assert not answers(engine, "sessionStorage")


def test_a_link_that_opens_a_tab_keeps_to_the_tab_as_well(engine: Engine, words: Ui) -> None:
    engine.open(YOUR_DATA)
    keep_to_this_tab(engine, words)
    engine.run(ADD_LINK, engine.home + FIVE_STEPS)
    engine.click_into_new_tab("article a", "Opens in a new tab", with_control=False)
    keeps_to_itself(engine, words)


@with_tabs
def test_a_tab_opened_with_control_keeps_to_itself_as_well(engine: Engine, words: Ui) -> None:
    engine.open(YOUR_DATA)
    keep_to_this_tab(engine, words)
    engine.run(ADD_LINK, engine.home + FIVE_STEPS)
    engine.click_into_new_tab("article a", "Opens in a new tab", with_control=True)
    keeps_to_itself(engine, words)


def keeps_to_itself(engine: Engine, words: Ui) -> None:
    engine.eventually(lambda: says(engine, words.storage.this_tab))
    tick(engine, 0)
    assert not answers(engine, "localStorage")
    assert answers(engine, "sessionStorage")


def test_finishing_leaves_nothing(engine: Engine, words: Ui) -> None:
    fill_in(engine, words)
    finish(engine)
    assert not left_behind(engine)
    engine.open(NOTE)
    assert typed(engine) == []


@with_tabs
def test_a_tab_that_is_reopened_after_finishing_brings_nothing_back(engine: Engine, words: Ui) -> None:
    fill_in(engine, words)
    engine.remember_tab()
    finish(engine)
    engine.close_tab()
    engine.reopen_tab()
    brings_nothing_back(engine)


@with_tabs
def test_a_session_that_is_restored_after_finishing_brings_nothing_back(engine: Engine, words: Ui) -> None:
    fill_in(engine, words)
    engine.remember_tab()
    finish(engine)
    engine.restart()
    brings_nothing_back(engine)


@with_tabs
def test_a_tab_that_is_reopened_does_not_save_again_what_was_deleted(engine: Engine, words: Ui) -> None:
    engine.open(NOTE)
    begin_tools(engine)
    engine.write(POINT, "the bakery")
    engine.eventually(lambda: "the bakery" in answers(engine, "localStorage"))
    engine.remember_tab()
    engine.close_tab()
    engine.new_tab()
    engine.open(YOUR_DATA)
    engine.click("[data-action='clear-all']")
    engine.click("[data-action='clear-confirm']")
    engine.eventually(lambda: not answers(engine, "localStorage"))
    engine.reopen_tab()
    assert typed(engine) == []
    assert not answers(engine, "localStorage")


def fill_in(engine: Engine, words: Ui) -> None:
    """Tick and type on a shared computer, and go back to Your data."""
    engine.open(YOUR_DATA)
    keep_to_this_tab(engine, words)
    engine.follow(FIVE_STEPS)
    tick(engine, 0)
    engine.follow(NOTE)
    begin_tools(engine)
    engine.write(POINT, "the bakery")
    engine.eventually(lambda: "the bakery" in answers(engine, "sessionStorage"))
    engine.follow(YOUR_DATA)


def left_behind(engine: Engine) -> dict[str, str]:
    return engine.kept("localStorage", OURS) | engine.kept("sessionStorage", OURS)


def brings_nothing_back(engine: Engine) -> None:
    engine.eventually(lambda: not left_behind(engine))
    engine.back()
    assert typed(engine) == []
    engine.back()
    assert ticks(engine) == []
    assert not left_behind(engine)
