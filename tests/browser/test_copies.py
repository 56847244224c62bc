"""Copies: saving everything to a file, and loading it here or elsewhere."""

from __future__ import annotations

import datetime as dt
import json
import time
from collections.abc import Callable
from typing import Any

import pytest
from built_site import shown, shown_line
from jsonschema import Draft202012Validator
from markdown_it import MarkdownIt
from playwright.sync_api import BrowserContext, Page, expect
from reader import AUDIT, FIVE_STEPS, answer, boxes, button, storage, visible
from saved_data import (
    ASIDE,
    FILL,
    YOUR_DATA,
    answered,
    arrange,
    changes,
    copy_of,
    entry,
    expect_notice,
    load_copy,
    open_copy,
    preview,
    save_copy,
    storage_key,
    stored,
    ticks,
    values,
)

from macros.content import Content
from macros.content.phrases import filled
from macros.content.saved import saved_checklists
from macros.content.values import Plural
from macros.content.words import Ui

pytestmark = pytest.mark.shares_a_browser

UNKNOWN = "a-list-of-tomorrow--its-item"
DAY = 86_400  # seconds
FIRST, SECOND = "five-steps--repair", "five-steps--put-it-down"
FOREIGN = {"another-app": "not ours", "second-impression:/career/:2:five-steps--repair": entry("ticked")}


@pytest.fixture
def used(page: Page, words: Ui) -> Page:
    """Return Your data in a browser that stores something of every kind."""
    arrange(
        page,
        {
            **FOREIGN,
            storage_key(UNKNOWN): entry("ticked"),
            storage_key("five-steps--keep-looking"): "{spoiled",
        },
    )
    page.goto(FIVE_STEPS)
    boxes(page).nth(0).check()
    boxes(page).nth(1).check()
    boxes(page).nth(1).uncheck()
    page.goto(AUDIT)
    answer(page, words, "ynu")
    page.goto(YOUR_DATA)
    return page


@pytest.fixture
def schema(page: Page, home: str) -> Draft202012Validator:
    """Return the published schema."""
    published = page.request.get(f"{home}schemas/export-1.json").json()
    Draft202012Validator.check_schema(published)
    return Draft202012Validator(published)


def delete_everything(page: Page, words: Ui) -> None:
    button(page, words.clear.clear).click()
    button(page, words.clear.confirm).click()


def expect_nothing_loaded(page: Page, words: Ui, before: dict[str, str]) -> None:
    expect(preview(page, words)).to_be_hidden()
    assert stored(page) == before


def change(words: Ui, item: str, before: str, after: str) -> str:
    return words.copies.change.replace("{item}", item).replace("{before}", before).replace("{after}", after)


# Saving


@pytest.mark.own_browser
def test_the_file_is_named_after_our_site_and_the_day(page: Page, words: Ui) -> None:
    page.clock.set_fixed_time(dt.datetime(2026, 3, 4, 12, tzinfo=dt.UTC))
    page.goto(YOUR_DATA)
    name, _ = save_copy(page, words)
    assert name == "second-impression-2026-03-04.json"


@pytest.mark.browser_context_args(timezone_id="Pacific/Auckland")
def test_the_day_is_in_the_time_zone_of_the_reader(page: Page, words: Ui) -> None:
    page.clock.set_fixed_time(dt.datetime(2026, 12, 31, 12, tzinfo=dt.UTC))
    page.goto(YOUR_DATA)
    name, copy = save_copy(page, words)
    assert name == "second-impression-2027-01-01.json"
    assert json.loads(copy)["saved"] == "2026-12-31T12:00:00.000Z"


def test_a_copy_matches_the_published_schema(used: Page, words: Ui, schema: Draft202012Validator) -> None:
    _, copy = save_copy(used, words)
    assert list(schema.iter_errors(json.loads(copy))) == []
    assert dt.datetime.fromisoformat(json.loads(copy)["saved"])


def test_the_schema_rejects_an_invalid_copy(schema: Draft202012Validator) -> None:
    assert schema.is_valid(copy_of(answered(FIRST, "ticked")))
    assert not schema.is_valid(copy_of(answered(FIRST, "ticked", at=-1)))


def test_an_empty_copy_is_valid(page: Page, words: Ui, schema: Draft202012Validator) -> None:
    page.goto(YOUR_DATA)
    _, copy = save_copy(page, words)
    assert json.loads(copy)["entries"] == []
    assert schema.is_valid(json.loads(copy))
    open_copy(page, words, copy)
    assert changes(page, words) == []


def test_a_copy_holds_everything_from_this_site_and_no_address(used: Page, words: Ui) -> None:
    _, text = save_copy(used, words)
    copy = json.loads(text)
    answers = {storage_key(each["id"]): entry(each["value"], each["at"]) for each in copy["entries"]}
    aside = {ASIDE + each["name"]: each["saved"] for each in copy["aside"]}
    assert answers | aside == stored(used)
    assert len(answers) == 6
    assert len(aside) == 1
    assert "career" not in text
    assert "127.0.0.1" not in text


# There and back


def test_saving_deleting_and_loading_restores_every_byte(used: Page, words: Ui) -> None:
    before = stored(used)
    _, copy = save_copy(used, words)
    delete_everything(used, words)
    assert stored(used) == {}
    load_copy(used, words, copy)
    assert stored(used) == before
    assert storage(used).items() > FOREIGN.items()
    used.goto(FIVE_STEPS)
    assert ticks(used) == [0]


def test_a_copy_loads_in_another_browser(
    used: Page, words: Ui, new_context: Callable[[], BrowserContext]
) -> None:
    _, copy = save_copy(used, words)
    elsewhere = new_context().new_page()
    elsewhere.goto(YOUR_DATA)
    load_copy(elsewhere, words, copy)
    assert stored(elsewhere) == stored(used)


def test_a_copy_loads_at_another_address(page: Page, words: Ui, other_home: str) -> None:
    page.goto(FIVE_STEPS)
    boxes(page).nth(2).check()
    page.goto(YOUR_DATA)
    before = stored(page)
    _, copy = save_copy(page, words)
    page.goto(other_home + YOUR_DATA)
    load_copy(page, words, copy)
    page.goto(other_home + FIVE_STEPS)
    assert ticks(page) == [2]
    boxes(page).nth(3).check()
    page.goto(FIVE_STEPS)
    assert ticks(page) == [2]
    assert stored(page) == before


def test_entries_unknown_to_this_site_are_kept_and_saved_again(page: Page, words: Ui) -> None:
    copy = copy_of(answered(UNKNOWN, "a long text", at=7), aside=[{"name": "7:x", "saved": "{spoiled"}])
    page.goto(YOUR_DATA)
    load_copy(page, words, copy)
    _, again = save_copy(page, words)
    assert json.loads(again)["entries"] == copy["entries"]
    assert json.loads(again)["aside"] == copy["aside"]


def test_a_copy_with_a_million_unusual_characters_loads_again(page: Page, words: Ui) -> None:
    odd = "\u6f22\u0000" * 500_000
    arrange(page, {storage_key(FIRST): odd, storage_key(SECOND): odd})
    page.goto(YOUR_DATA)
    _, copy = save_copy(page, words)
    delete_everything(page, words)
    load_copy(page, words, copy)
    assert list(stored(page).values()) == [odd, odd]


# Loading


def test_the_preview_lists_every_change_by_item(page: Page, words: Ui, recovery: Content) -> None:
    items = {each.id: shown(each.item.text) for sheet in saved_checklists(recovery) for each in sheet.entries}
    listening = "rejection-audit--listening"
    arrange(page, {storage_key(FIRST): entry("ticked", 5), storage_key(listening): entry("no", 5)})
    page.goto(YOUR_DATA)
    before = stored(page)
    newer = [answered(FIRST, "", 6), answered(SECOND, "ticked", 1), answered(listening, "unsure", 6)]
    open_copy(page, words, copy_of(*newer, answered(UNKNOWN, "x" * 200, 1)))
    assert changes(page, words) == [
        change(words, items[FIRST], words.answers.ticked, words.answers.none),
        change(words, items[SECOND], words.answers.none, words.answers.ticked),
        change(words, items[listening], words.answers.no, words.answers.unsure),
        change(
            words,
            shown(words.copies.unknown_item).replace("{id}", UNKNOWN),
            words.answers.none,
            "x" * 80 + "…",
        ),
    ]
    assert stored(page) == before


def expect_summary(page: Page, words: Ui, *sentences: str) -> None:
    expect(preview(page, words).locator("[data-summary]")).to_have_text(" ".join(sentences))


def numbered(words: Plural, count: int) -> str:
    return filled(words, "en-US", count=count)


def test_the_summary_counts_what_a_copy_adds_by_kind(page: Page, words: Ui) -> None:
    copy = {
        "debrief--i1--order": "1",
        "debrief--i1--company": "Harbor Bakery",
        **{f"debrief-row--r{number}--order": str(number) for number in range(4)},
        **{f"debrief-row--r{number}--question": "Why us?" for number in range(4)},
        **{f"star-answer--s{number}--order": str(number) for number in range(3)},
        "follow-up-note--n1--order": "1",
        "what-matters--w1--order": "1",
        FIRST: "ticked",
        UNKNOWN: "a long text",
    }
    page.goto(YOUR_DATA)
    open_copy(page, words, copy_of(*(answered(name, value) for name, value in copy.items())))
    preview_words = words.copies.preview
    counts = [
        (preview_words.interviews, 1),
        (preview_words.questions, 4),
        (preview_words.answers, 3),
        (preview_words.notes, 1),
        (preview_words.sheets, 1),
    ]
    *most, last = [numbered(*each) for each in (*counts, (preview_words.ticks, 1), (preview_words.others, 1))]
    adds = preview_words.adds.replace("{what}", f"{', '.join(most)}, and {last}")
    expect_summary(page, words, adds, preview_words.overwrites_nothing)
    expect(visible(page, "[data-changes]")).to_have_count(0)


def test_the_summary_says_what_a_copy_fills_in_and_what_it_replaces(page: Page, words: Ui) -> None:
    row = "debrief-row--r1"
    arrange(
        page, {storage_key(f"{row}--order"): entry("1"), storage_key(f"{row}--question"): entry("Why us?")}
    )
    page.goto(YOUR_DATA)
    preview_words = words.copies.preview
    adds = preview_words.adds.replace("{what}", numbered(preview_words.fields, 1))
    open_copy(
        page, words, copy_of(answered(f"{row}--order", "7", 9), answered(f"{row}--missing", "An example."))
    )
    expect_summary(page, words, adds, preview_words.overwrites_nothing)
    open_copy(page, words, copy_of(answered(f"{row}--missing", "x"), answered(f"{row}--question", "Why?", 9)))
    expect_summary(page, words, adds, numbered(preview_words.overwrites, 1))


def test_a_page_that_cannot_open_copies_changes_nothing_and_says_why(
    page: Page, words: Ui, page_errors: list[str]
) -> None:
    page.route("**/preview.*", lambda route: route.abort())
    page.goto(YOUR_DATA)
    open_copy(page, words, copy_of(answered(FIRST, "ticked")))
    expect(visible(page, "[role='alert']")).to_have_text([shown(words.copies.not_fetched)])
    expect_nothing_loaded(page, words, {})
    page_errors.clear()


def test_the_preview_takes_the_focus_and_works_with_the_keyboard(page: Page, words: Ui) -> None:
    page.goto(YOUR_DATA)
    open_copy(page, words, copy_of(answered(FIRST, "ticked")))
    expect(preview(page, words)).to_be_focused()
    page.keyboard.press("Tab")
    expect(button(page, words.copies.confirm)).to_be_focused()
    page.keyboard.press("Enter")
    expect(button(page, words.copies.undo)).to_be_focused()
    assert values(stored(page)) == {FIRST: "ticked"}


def test_nothing_is_loaded_unless_the_reader_confirms_it(page: Page, words: Ui) -> None:
    arrange(page, {storage_key(SECOND): entry("ticked")})
    page.goto(YOUR_DATA)
    before = stored(page)
    open_copy(page, words, copy_of(answered(FIRST, "ticked"), aside=[{"name": "1:x", "saved": "y"}]))
    expect(preview(page, words)).to_be_visible()
    assert stored(page) == before
    button(page, words.copies.cancel).click()
    expect_nothing_loaded(page, words, before)
    expect(button(page, words.copies.undo)).to_be_hidden()


def test_the_same_file_can_be_chosen_again(page: Page, words: Ui) -> None:
    copy = copy_of(answered(FIRST, "ticked"))
    page.goto(YOUR_DATA)
    for _ in range(2):
        open_copy(page, words, copy)
        expect(preview(page, words)).to_be_visible()
        button(page, words.copies.cancel).click()
    load_copy(page, words, copy)


def test_the_later_of_two_answers_wins_wherever_it_was_saved(page: Page, words: Ui) -> None:
    arrange(page, {storage_key(FIRST): entry("", 9), storage_key(SECOND): entry("", 3)})
    page.goto(YOUR_DATA)
    load_copy(page, words, copy_of(answered(FIRST, "ticked", 8), answered(SECOND, "ticked", 4)))
    assert stored(page) == {storage_key(FIRST): entry("", 9), storage_key(SECOND): entry("ticked", 4)}


def test_a_copy_of_what_is_already_saved_changes_nothing_and_says_so(used: Page, words: Ui) -> None:
    before = stored(used)
    _, copy = save_copy(used, words)
    open_copy(used, words, copy)
    assert changes(used, words) == []
    expect(preview(used, words)).to_contain_text(words.copies.no_changes)
    button(used, words.copies.confirm).click()
    assert stored(used) == before


def test_an_answer_given_after_the_preview_stays(context: BrowserContext, page: Page, words: Ui) -> None:
    page.goto(YOUR_DATA)
    open_copy(page, words, copy_of(answered("rejection-audit--company-news", "yes")))
    expect(preview(page, words)).to_be_visible()
    other = context.new_page()
    other.goto(AUDIT)
    answer(other, words, "n")
    button(page, words.copies.confirm).click()
    expect(page.get_by_text(words.copies.loaded)).to_be_visible()
    assert values(stored(page)) == {"rejection-audit--company-news": "no"}


def test_the_later_of_two_entries_for_one_answer_in_a_copy_wins(page: Page, words: Ui) -> None:
    page.goto(YOUR_DATA)
    load_copy(
        page, words, copy_of(answered(FIRST, "ticked", 2), answered(FIRST, "", 3), answered(FIRST, "no", 1))
    )
    assert stored(page) == {storage_key(FIRST): entry("", 3)}


def test_a_timestamp_far_in_the_future_does_not_win_forever(page: Page, words: Ui) -> None:
    page.goto(YOUR_DATA)
    load_copy(page, words, copy_of(answered(FIRST, "ticked", 8_640_000_000_000_000)))
    assert json.loads(stored(page)[storage_key(FIRST)])["at"] <= (time.time() + 2 * DAY) * 1000
    page.goto(FIVE_STEPS)
    boxes(page).first.uncheck()
    page.reload()
    expect(boxes(page).first).not_to_be_checked()


def test_loaded_answers_show_on_the_page_and_in_other_tabs(
    context: BrowserContext, page: Page, words: Ui
) -> None:
    other = context.new_page()
    other.goto(FIVE_STEPS)
    page.goto(YOUR_DATA)
    load_copy(page, words, copy_of(answered(FIRST, "ticked")))
    expect(boxes(other).first).to_be_checked()
    expect(visible(page, "[data-sheet='five-steps'] [data-entry]")).to_have_count(1)


def test_without_room_a_loaded_copy_is_shown_with_a_notice_that_it_is_not_saved(
    page: Page, words: Ui
) -> None:
    page.goto(YOUR_DATA)
    page.evaluate(FILL)
    open_copy(page, words, copy_of(answered(FIRST, "ticked")))
    button(page, words.copies.confirm).click()
    expect_notice(page, words.storage.full)
    expect(visible(page, "[data-sheet='five-steps'] [data-entry]")).to_have_count(1)


# Undo


def test_loading_can_be_undone(used: Page, words: Ui) -> None:
    before = stored(used)
    copy = copy_of(
        *(answered(FIRST, "", at=2**45), answered(SECOND, "ticked", at=2**45), answered(UNKNOWN, "no", at=9)),
        answered("a-list-of-tomorrow--another", "yes"),
        aside=[{"name": "1:x", "saved": "y"}],
    )
    load_copy(used, words, copy)
    assert values(stored(used)) != values(before)
    button(used, words.copies.undo).click()
    expect(used.get_by_text(words.copies.undone)).to_be_visible()
    expect(button(used, words.copies.undo)).to_be_hidden()
    assert values(stored(used)) == values(before)
    assert stored(used).keys() == before.keys()


def test_loading_can_be_undone_after_a_reload_but_not_in_another_tab(
    context: BrowserContext, page: Page, words: Ui
) -> None:
    page.goto(YOUR_DATA)
    load_copy(page, words, copy_of(answered(FIRST, "ticked")))
    page.reload()
    other = context.new_page()
    other.goto(YOUR_DATA)
    expect(button(other, words.copies.export)).to_be_visible()
    expect(button(other, words.copies.undo)).to_be_hidden()
    button(page, words.copies.undo).click()
    assert stored(page) == {}


def test_the_last_load_can_be_undone_even_if_the_tab_had_no_room_to_record_it(page: Page, words: Ui) -> None:
    page.goto(YOUR_DATA)
    load_copy(page, words, copy_of(answered(FIRST, "ticked")))
    page.evaluate(FILL.replace("localStorage", "sessionStorage"))
    load_copy(page, words, copy_of(answered(SECOND, "ticked")))
    button(page, words.copies.undo).click()
    assert values(stored(page)) == {FIRST: "ticked"}


def test_undoing_a_load_leaves_later_changes_alone(page: Page, words: Ui) -> None:
    arrange(page, {storage_key("rejection-audit--company-news"): entry("no", 5)})
    page.goto(YOUR_DATA)
    load_copy(
        page, words, copy_of(answered("rejection-audit--company-news", "yes", 1), answered(FIRST, "ticked"))
    )
    page.goto(AUDIT)
    answer(page, words, "u")
    page.goto(YOUR_DATA)
    button(page, words.copies.undo).click()
    assert values(stored(page)) == {"rejection-audit--company-news": "unsure"}


# Invalid and hostile files


def spoiled(**changed: Any) -> dict[str, Any]:
    """Return a copy with one valid answer and one that is invalid in some way."""
    return copy_of(answered(FIRST, "ticked"), {**answered(SECOND, "ticked"), **changed})


def without(copy: dict[str, Any], key: str) -> dict[str, Any]:
    return {name: value for name, value in copy.items() if name != key}


NOT_COPIES = {
    "nothing": b"",
    "not JSON": b"{",
    "a picture": b"\x89PNG\r\n\x1a\n\x00\xff",
    "a list": "[]",
    "null": "null",
    "a word": '"second-impression-export"',
    "a number": "1",
    "another file": '{"name": "second-impression", "version": "1.0.0"}',
    "another site's copy": copy_of(format="another-export"),
    "no format": without(copy_of(answered(FIRST, "ticked")), "format"),
    "no version": without(copy_of(answered(FIRST, "ticked")), "version"),
    "a version in words": copy_of(answered(FIRST, "ticked"), version="1"),
    "half a version": copy_of(answered(FIRST, "ticked"), version=1.5),
    "a prototype": '{"__proto__": ' + json.dumps(copy_of(answered(FIRST, "ticked"))) + "}",
    "a million brackets": "[" * 1_000_000,
}
NEWER = {
    "the next version": copy_of(answered(FIRST, "ticked"), version=2),
    "a version with other entries": copy_of(version=1000, entries={"five-steps": {}}),
}
DAMAGED = {
    "no entries": without(copy_of(), "entries"),
    "entries that are no list": copy_of(entries={}),
    "an entry that is null": copy_of(entries=[answered(FIRST, "ticked"), None]),
    "an entry that is a list": copy_of(entries=[answered(FIRST, "ticked"), []]),
    "no id": copy_of(answered(FIRST, "ticked"), without(answered(SECOND, "ticked"), "id")),
    "an id that is a number": spoiled(id=5),
    "a value that is a number": spoiled(value=5),
    "a value that is null": spoiled(value=None),
    "a value that is too long": spoiled(value="x" * 100_001),
    "a time before all times": spoiled(at=-1),
    "half a millisecond": spoiled(at=1.5),
    "a time in words": spoiled(at="2026-11-22"),
    "no time": spoiled(at=None),
    "a time after the last day": spoiled(at=8_640_000_000_000_001),
    "a time without end": json.dumps(spoiled()).replace('"at": 1}', '"at": 1e999}'),
    "aside that is no list": copy_of(answered(FIRST, "ticked"), aside={}),
    "aside that is null": copy_of(answered(FIRST, "ticked"), aside=None),
    "something aside without a name": copy_of(aside=[{"saved": "x"}]),
    "something aside without anything": copy_of(aside=[{"name": "x"}]),
}
# Chooses a file that repeats a text many times.
CHOOSE_LARGE = """(input, [text, times]) => {
    const chosen = new DataTransfer();
    chosen.items.add(new File([text.repeat(times)], "copy.json"));
    input.files = chosen.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
}"""
# Files that cannot be loaded, by the reason the page gives.
WRONG: dict[str, dict[str, Any]] = {"not_a_copy": NOT_COPIES, "newer": NEWER, "damaged": DAMAGED}


@pytest.mark.parametrize("reason", WRONG)
def test_an_invalid_file_changes_nothing_and_the_page_says_why(
    page: Page, words: Ui, subtests: pytest.Subtests, reason: str
) -> None:
    arrange(page, {storage_key("five-steps--keep-looking"): entry("ticked")})
    page.goto(YOUR_DATA)
    before = stored(page)
    for name, file in WRONG[reason].items():
        with subtests.test(name):
            open_copy(page, words, file)
            expect(visible(page, "[role='alert']")).to_have_text([shown(getattr(words.copies, reason))])
            expect_nothing_loaded(page, words, before)
            expect(button(page, words.copies.undo)).to_be_hidden()
        # The error about this file is gone when the next one is chosen.
        open_copy(page, words, copy_of(answered(FIRST, "ticked")))
        expect(preview(page, words)).to_be_visible()
        expect(visible(page, "[role='alert']")).to_have_count(0)


@pytest.mark.parametrize(("text", "times"), [(" ", 32_000_001), ("\u6f22", 10_666_667)])
def test_a_file_that_is_too_large_changes_nothing_and_the_page_says_why(
    page: Page, words: Ui, text: str, times: int
) -> None:
    page.goto(YOUR_DATA)
    page.get_by_label(words.copies.load).evaluate(CHOOSE_LARGE, [text, times])
    expect(visible(page, "[role='alert']")).to_have_text([shown(words.copies.too_large)])
    expect_nothing_loaded(page, words, {})


def test_a_valid_file_loads_after_an_invalid_one(page: Page, words: Ui) -> None:
    page.goto(YOUR_DATA)
    open_copy(page, words, "{")
    expect(visible(page, "[role='alert']")).to_have_count(1)
    load_copy(page, words, copy_of(answered(FIRST, "ticked")))
    expect(visible(page, "[role='alert']")).to_have_count(0)


def test_an_invalid_file_removes_the_preview_of_a_valid_one(page: Page, words: Ui) -> None:
    page.goto(YOUR_DATA)
    open_copy(page, words, copy_of(answered(FIRST, "ticked")))
    expect(preview(page, words)).to_be_visible()
    open_copy(page, words, "{")
    expect(visible(page, "[role='alert']")).to_have_count(1)
    expect(preview(page, words)).to_be_hidden()


HOSTILE = '<img src="x" onerror="hacked = true"><script>hacked = true</script>'


def test_html_in_a_copy_is_shown_as_text_and_never_runs(page: Page, words: Ui) -> None:
    page.goto(YOUR_DATA)
    open_copy(page, words, copy_of(answered(HOSTILE, HOSTILE), answered(FIRST, HOSTILE)))
    assert all(HOSTILE in line for line in changes(page, words))
    button(page, words.copies.confirm).click()
    page.reload()
    # The name and value of an entry that no list has, and the answer to one that a list has.
    expect(visible(page, "dt, dd, [data-answer]").filter(has_text=HOSTILE)).to_have_count(3)
    page.goto(FIVE_STEPS)
    expect(page.get_by_role("progressbar")).to_be_visible()
    expect(page.locator("article img, article script")).to_have_count(0)
    assert page.evaluate("window.hacked") is None


def test_an_entry_set_aside_in_a_copy_replaces_none_set_aside_here(page: Page, words: Ui) -> None:
    arrange(page, {f"{ASIDE}5:{FIRST}": "{spoiled"})
    page.goto(YOUR_DATA)
    load_copy(page, words, copy_of(aside=[{"name": f"5:{FIRST}", "saved": "something else"}]))
    assert sorted(stored(page).values()) == ["something else", "{spoiled"]
    button(page, words.copies.undo).click()
    assert stored(page) == {f"{ASIDE}5:{FIRST}": "{spoiled"}


# Text copies


@pytest.mark.own_browser
def test_the_text_copy_can_be_read_without_this_site(page: Page, words: Ui, recovery: Content) -> None:
    page.clock.set_fixed_time(dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC))
    page.goto(FIVE_STEPS)
    boxes(page).nth(0).check()
    page.goto(AUDIT)
    answer(page, words, "ynu")
    page.goto(YOUR_DATA)
    with page.expect_download() as started:
        button(page, words.copies.export_markdown).click()
    assert started.value.suggested_filename == "second-impression-2026-11-22.md"
    text = started.value.path().read_text("utf-8")
    assert "2026-11-22" in text
    assert texts(text, "heading_open") == [
        page.title(),
        *(shown_line(sheet.checklist.title) for sheet in saved_checklists(recovery) if sheet.open_entries),
    ]
    answers = {
        FIRST: ("[x]", ""),
        "rejection-audit--company-news": ("[x]", f" ({words.answers.yes})"),
        "rejection-audit--matching-examples": ("[x]", f" ({words.answers.no})"),
        "rejection-audit--team-questions": ("[x]", f" ({words.answers.unsure})"),
    }
    lines = []
    for each in (each for sheet in saved_checklists(recovery) for each in sheet.open_entries):
        box, after = answers.get(each.id, ("[ ]", ""))
        lines.append(f"{box} {shown(each.item.text)}{after}")
    assert texts(text, "list_item_open") == lines


def texts(markdown: str, kind: str) -> list[str]:
    """Return the text of every heading or list item in Markdown, as a reader sees it."""
    tokens = MarkdownIt().parse(markdown)
    starts = [number for number, token in enumerate(tokens) if token.type == kind]
    inline = [next(token for token in tokens[start:] if token.type == "inline") for start in starts]
    return ["".join(part.content for part in each.children or ()) for each in inline]


def test_typed_markdown_is_preserved_and_escaped_in_the_text_copy(page: Page, words: Ui) -> None:
    typed = "* # [a](https://example.org) <b>_x_</b> `y` \\ & 1. " + "word " * 40 + "and"
    arrange(page, {storage_key(FIRST): entry(typed)})
    page.goto(YOUR_DATA)
    with page.expect_download() as started:
        button(page, words.copies.export_markdown).click()
    items = texts(started.value.path().read_text("utf-8"), "list_item_open")
    assert any(typed in item for item in items)
