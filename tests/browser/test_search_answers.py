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
# Types each text into the field, one after the other, and tells which three links come first. The list is there at once:
# what no reader would see before the next text is typed need not be drawn.
FIRST = """(field, texts) => texts.map((text) => {
    field.value = text;
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    const links = [...field.closest("dialog").querySelectorAll(".search__link")].slice(0, 3);
    return links.map((each) => each.pathname + each.hash);
})"""


def unanswered(page: Page, asked: Sequence[dict[str, Any]]) -> list[str]:
    """Return the searches that do not bring their answer among the first three results."""
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
