"""Who types a question in their own words finds its answer among the first three results."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
import yaml
from built_site import BASE
from playwright.sync_api import Page
from reader import search

from tools import ROOT

pytestmark = pytest.mark.shares_a_browser

PROJECT = ROOT  # what people find is what we wrote
SEARCHES = yaml.load((ROOT / "tests" / "fixtures" / "searches.yml").read_text("utf-8"), yaml.CSafeLoader)
FIRST = "links => links.slice(0, 3).map((each) => each.pathname + each.hash)"


def unanswered(page: Page, asked: Sequence[dict[str, Any]]) -> list[str]:
    """Return the searches that do not bring their answer among the first three results."""
    page.goto("about/privacy/")
    search(page, "first of all")
    return [each["typed"] for each in asked if not finds(page, each["typed"], each["answers"])]


def finds(page: Page, typed: str, answers: list[str]) -> bool:
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("textbox").fill(typed)
    addresses = dialog.locator(".search__link").evaluate_all(FIRST)
    return any(is_answer(address.removeprefix(BASE), answer) for address in addresses for answer in answers)


def is_answer(address: str, answer: str) -> bool:
    """Tell whether an address is an answer, or a part of the page that is."""
    return answer == (address if "#" in answer else address.partition("#")[0])


def test_what_the_search_before_it_found_is_found(page: Page) -> None:
    assert unanswered(page, SEARCHES["kept"]) == []


@pytest.mark.parametrize(("asked", "share"), [("open", 0.95), ("set_aside", 0.85)])
def test_people_find_their_answer_in_their_own_words(page: Page, asked: str, share: float) -> None:
    missed = unanswered(page, SEARCHES[asked])
    assert len(missed) <= (1 - share) * len(SEARCHES[asked]), missed


def test_there_are_enough_searches_to_tell() -> None:
    assert len(SEARCHES["open"]) + len(SEARCHES["set_aside"]) >= 120
    assert len({each["typed"] for part in SEARCHES.values() for each in part}) == sum(
        map(len, SEARCHES.values())
    )
