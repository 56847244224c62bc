"""The page loads exactly those copies that the published schema describes."""

from __future__ import annotations

import copy
import json
import random
from typing import Any

import pytest
from built_site import Site
from jsonschema import Draft202012Validator
from playwright.sync_api import Page
from saved_data import YOUR_DATA, answered, copy_of

pytestmark = pytest.mark.shares_a_browser

# Returns for each text whether the page would load it.
TAKEN = """async (texts) => {
    const { readCopy } = await import(new URL("../../assets/javascripts/files/copy-format.js", location));
    return texts.map((text) => {
        try { return Boolean(readCopy(text, (saved) => saved)); }
        catch { return false; }
    });
}"""
SOUND = copy_of(
    answered("five-steps--repair", "ticked", 1_795_305_600_000),
    answered("rejection-audit--company-news", "", 0),
    {**answered("another-list--item", "a text"), "more": [1]},
    aside=[{"name": "1:x", "saved": "{spoiled"}],
)
ODD: list[Any] = [
    *(None, True, False, 0, -0.0, 1, 1.0, -1, 1.5, 2, 1e15, 8_640_000_000_000_000, 8_640_000_000_000_001),
    *(2**53, 1e300, "", "x", "1", "x" * 200, "x" * 201, "\U0001f499" * 150, "__proto__", "\ud800"),
    *("second-impression-export", "2026-11-22T02:00:00.000Z", "2026-11-22", "yesterday"),
    *([], [None], [[]], {}, {"__proto__": 1}, {"id": "x"}, answered("x", "y"), [answered("x", "y")]),
    *({"name": "x", "saved": "y"}, [{"name": "x", "saved": "y"}], [{"name": "", "saved": ""}]),
]
LONG = ["x" * 100_000, "x" * 100_001, "\U0001f499" * 50_000, "\U0001f499" * 60_000]


@pytest.fixture(scope="module")
def schema(site: Site) -> Draft202012Validator:
    """Return the schema that the site publishes."""
    document = json.loads(site.file("schemas/export-1.json").read_text("utf-8"))
    Draft202012Validator.check_schema(document)
    return Draft202012Validator(document)


def places(value: Any) -> list[tuple[Any, Any]]:
    """Return every place in a document whose value can be replaced, as its container and its key."""
    if not isinstance(value, dict | list):
        return []
    keys = list(value) if isinstance(value, dict) else range(len(value))
    return [place for key in keys for place in ((value, key), *places(value[key]))]


def change(document: Any, number: int, dice: random.Random) -> None:
    """Replace, delete or add a value at one place."""
    holder, key = places(document)[number]
    done = dice.random()
    if done < 0.15:
        del holder[key]
    elif done < 0.25 and isinstance(holder, dict):
        holder[dice.choice(["id", "value", "at", "name", "saved", "aside", "__proto__"])] = dice.choice(ODD)
    else:
        holder[key] = copy.deepcopy(dice.choice(ODD))


def spoiled(dice: random.Random) -> Any:
    document = copy.deepcopy(SOUND)
    for _ in range(dice.choice([1, 1, 1, 2])):
        if spots := places(document):
            change(document, dice.randrange(len(spots)), dice)
    return document


def every_place_with_every_oddity() -> list[Any]:
    documents = []
    for number in range(len(places(SOUND))):
        for odd in ODD:
            document = copy.deepcopy(SOUND)
            holder, key = places(document)[number]
            holder[key] = odd
            documents.append(document)
    return documents


def disagreements(page: Page, schema: Draft202012Validator, documents: list[Any]) -> list[str]:
    """Return those documents that only the page or only the schema accepts."""
    page.goto(YOUR_DATA)
    texts = [json.dumps(document) for document in documents]
    verdicts = page.evaluate(TAKEN, texts)
    assert set(verdicts) == {True, False}
    return [
        f"{'page' if taken else 'schema'} alone takes {text[:600]}"
        for text, taken in zip(texts, verdicts, strict=True)
        if schema.is_valid(json.loads(text)) is not taken
    ]


def test_page_and_schema_agree_on_a_thousand_corrupted_copies(
    page: Page, schema: Draft202012Validator
) -> None:
    dice = random.Random(3)
    assert disagreements(page, schema, [SOUND, *(spoiled(dice) for _ in range(1000))]) == []


def test_page_and_schema_agree_on_every_odd_value_in_every_place(
    page: Page, schema: Draft202012Validator
) -> None:
    assert disagreements(page, schema, [SOUND, *every_place_with_every_oddity()]) == []


def test_page_and_schema_agree_on_other_json(page: Page, schema: Draft202012Validator) -> None:
    assert disagreements(page, schema, [SOUND, *ODD]) == []


def test_page_and_schema_agree_on_the_longest_answer(page: Page, schema: Draft202012Validator) -> None:
    assert disagreements(page, schema, [copy_of(answered("x", value)) for value in LONG]) == []
