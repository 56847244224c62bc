"""Readers who search in their own words find the answer among the first three results."""

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

PROJECT = ROOT  # only our own content can have the answers
SEARCHES = yaml.load((ROOT / "tests" / "fixtures" / "searches.yml").read_text("utf-8"), yaml.CSafeLoader)
# Types each text into the field in turn, and returns its first three links. The results are in the DOM at once, so
# there is no need to wait for a paint before the next text.
FIRST = """(field, texts) => texts.map((text) => {
    field.value = text;
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    const links = [...field.closest("dialog").querySelectorAll(".search__link")].slice(0, 3);
    return links.map((each) => each.pathname + each.hash);
})"""


def unanswered(page: Page, asked: Sequence[dict[str, Any]]) -> list[str]:
    """Return the searches without their answer among the first three results."""
    page.goto("about/privacy/")
    search(page, "first of all")
    field = page.get_by_role("dialog").get_by_role("textbox")
    found = field.evaluate(FIRST, [each["typed"] for each in asked])
    return [
        each["typed"]
        for each, addresses in zip(asked, found, strict=True)
        if not has_answer(addresses, each["answers"])
    ]


def has_answer(addresses: list[str], answers: list[str]) -> bool:
    return any(is_answer(address.removeprefix(BASE), answer) for address in addresses for answer in answers)


def is_answer(address: str, answer: str) -> bool:
    """Return whether an address is that of an answer, or of a part of the page that is the answer."""
    return answer == (address if "#" in answer else address.partition("#")[0])


def test_everything_the_previous_search_found_is_still_found(page: Page) -> None:
    assert unanswered(page, SEARCHES["kept"]) == []


@pytest.mark.parametrize(("asked", "share"), [("open", 0.95), ("set_aside", 0.85)])
def test_most_searches_in_readers_own_words_find_their_answer(page: Page, asked: str, share: float) -> None:
    missed = unanswered(page, SEARCHES[asked])
    assert len(missed) <= (1 - share) * len(SEARCHES[asked]), missed


def test_there_are_enough_distinct_searches() -> None:
    assert len(SEARCHES["open"]) + len(SEARCHES["set_aside"]) >= 120
    assert len({each["typed"] for part in SEARCHES.values() for each in part}) == sum(
        map(len, SEARCHES.values())
    )
