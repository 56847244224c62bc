"""A shared computer: where answers are saved, and that none of them returns."""

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

# Adds a link that opens in a new tab.
ADD_LINK = """
    const link = document.createElement("a");
    Object.assign(link, { href: arguments[0], target: "_blank", textContent: "Opens in a new tab" });
    document.querySelector("article").prepend(link);
"""
# WebKitGTK's MiniBrowser has no Ctrl+click, and restores no tab or session.
with_tabs = pytest.mark.parametrize("engine", ["chromium", "firefox"], indirect=True)


def test_a_page_restored_from_the_cache_saves_only_in_its_tab(engine: Engine, words: Ui) -> None:
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


def test_a_page_restored_after_turning_the_switch_off_saves_permanently(engine: Engine, words: Ui) -> None:
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


def test_a_tab_opened_by_a_link_saves_only_in_itself(engine: Engine, words: Ui) -> None:
    engine.open(YOUR_DATA)
    keep_to_this_tab(engine, words)
    engine.run(ADD_LINK, engine.home + FIVE_STEPS)
    engine.click_into_new_tab("article a", "Opens in a new tab", with_control=False)
    keeps_to_itself(engine, words)


@with_tabs
def test_a_tab_opened_by_control_click_saves_only_in_itself(engine: Engine, words: Ui) -> None:
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
def test_a_tab_reopened_after_finishing_restores_nothing(engine: Engine, words: Ui) -> None:
    fill_in(engine, words)
    engine.remember_tab()
    finish(engine)
    engine.close_tab()
    engine.reopen_tab()
    brings_nothing_back(engine)


@with_tabs
def test_a_session_restored_after_finishing_restores_no_answers(engine: Engine, words: Ui) -> None:
    fill_in(engine, words)
    engine.remember_tab()
    finish(engine)
    engine.restart()
    brings_nothing_back(engine)


@with_tabs
def test_a_reopened_tab_does_not_save_deleted_answers_again(engine: Engine, words: Ui) -> None:
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
