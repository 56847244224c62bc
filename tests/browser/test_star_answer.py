"""Answers in four parts: written, checked as they are typed, timed, recorded and printed."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from built_site import shown, shown_line
from markdown_it import MarkdownIt
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect
from reader import button, sheets, squeezed, violations_in_every_look, visible, wait_until, watch
from saved_data import arrange, entry, storage_key, stored, values
from test_keyboard import tab_to

from macros.content import Content
from macros.content.entries import find
from macros.content.phrases import filled
from macros.content.words import Ui
from macros.content.worksheets.star_answer import StarWorksheet

pytestmark = pytest.mark.shares_a_browser

WORKSHEET = "worksheets/star-answer/"
PHONE = {"width": 390, "height": 664}
RATE = 140
# A device whose screen can be kept on; counts the requests in force.
WAKE_LOCK = """
    window.awake = 0;
    Object.defineProperty(navigator, "wakeLock", { value: { async request() {
        window.awake += 1;
        let isHeld = true;
        return { async release() { if (isHeld) window.awake -= 1; isHeld = false; } };
    } } });
"""
NOON = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)
PARTS = ("situation", "task", "action", "result")
ANSWER = {
    "question": "Tell us about a conflict at work.",
    "situation": "Two teams shared one oven. There was shouting.",
    "task": "My job was to end it.",
    "action": "First I watched both. Then I moved one slot by half an hour, and I wrote the new times on the door.",
    "result": "The shouting stopped, and 12 of 12 weekends were calm.",
}
TEXT = "assets/javascripts/text"
RULES = """
    const { settingsFile } = document.querySelector("[data-settings-file]").dataset;
    const rules = await (await fetch(settingsFile)).json();
"""
CHECK = f"""async ([answers, rate]) => {{
    const {{ checkAnswer }} = await import(new URL("../../{TEXT}/star-checks.js", location));
    {RULES}
    return answers.map((texts) => checkAnswer({{ situation: "", task: "", action: "", result: "", ...texts }}, rules, rate));
}}"""
SENTENCES = f"""async (texts) => {{
    const {{ sentencesOf, wordsOf }} = await import(new URL("../../{TEXT}/prose.js", location));
    {RULES}
    return texts.map((text) => [sentencesOf(text, rules).length, wordsOf(text, rules.language).length]);
}}"""
NO_SEGMENTER = "delete Intl.Segmenter;"
# Counts requests for the microphone, and records the streams that the page got.
WATCH_MICROPHONE = """() => {
    window.asked = 0;
    window.tracks = [];
    window.revoked = [];
    const media = navigator.mediaDevices;
    if (!media) return;  // The empty page that a tab starts with.
    const ask = media.getUserMedia.bind(media);
    media.getUserMedia = async (wanted) => {
        window.asked += 1;
        const stream = await ask(wanted);
        window.tracks.push(...stream.getTracks());
        return stream;
    };
    const revoke = URL.revokeObjectURL.bind(URL);
    URL.revokeObjectURL = (url) => { window.revoked.push(url); revoke(url); };
}"""
START_WATCH = f"({WATCH_MICROPHONE})()"
NO_MICROPHONE = "Object.defineProperty(navigator, 'mediaDevices', { value: undefined });"
LIVE = "window.tracks.filter((track) => track.readyState === 'live').length"


# The checks alone, with the rules of the page


class Case(NamedTuple):
    """The texts of an answer, and the expected state and values of one check."""

    check: str
    texts: dict[str, str]
    state: str
    values: dict[str, Any] | None = None


def words_of(count: int) -> str:
    return " ".join(["word"] * count)


CASES = [
    # Action and Result take 60 percent of the answer.
    Case("story-share", {}, "empty"),
    Case("story-share", {"situation": "There was a fire."}, "empty"),
    Case("story-share", {"situation": "A fire.", "action": "I ran."}, "empty"),
    Case("story-share", {"action": "...", "result": "It went out."}, "empty"),
    Case("story-share", {"action": "I ran.", "result": "It went out."}, "ok", {"share": 100}),
    Case("story-share", {"situation": words_of(4), "action": words_of(3), "result": words_of(3)}, "ok", {"share": 60}),
    Case("story-share", {"situation": words_of(41), "action": words_of(30), "result": words_of(29)}, "warn", {"share": 59}),
    Case(
        "story-share",
        {"situation": "Short one. The whole long history of the firm comes first.", "task": "My job.", "action": "I ran.", "result": "It worked."},
        "warn",
        {"sentence": "The whole long history of the…"},
    ),
    # Situation has at most two sentences.
    Case("situation-sentences", {}, "empty"),
    Case("situation-sentences", {"situation": " \n "}, "empty"),
    Case("situation-sentences", {"situation": "We had a fire. It was big."}, "ok", {"count": 2}),
    Case("situation-sentences", {"situation": "Dr. Lee led the U.S. Army lab. It had 3.5 staff."}, "ok", {"count": 2}),
    Case("situation-sentences", {"situation": "One thing. Another thing. A third thing came up too late."}, "warn", {"count": 3, "sentence": "A third thing came up too…"}),
    Case("situation-sentences", {"situation": "- a fire\n- a flood\n- a storm"}, "warn", {"count": 3, "sentence": "a storm"}),
    # Action says "I".
    Case("own-part", {}, "empty"),
    Case("own-part", {"action": "I called them."}, "ok", {"own": 1, "shared": 0}),
    Case("own-part", {"action": "I've called. I'd asked. I'll ask again."}, "ok", {"own": 3}),
    Case("own-part", {"action": "I\N{RIGHT SINGLE QUOTATION MARK}ve called, and I\N{RIGHT SINGLE QUOTATION MARK}m glad."}, "ok", {"own": 2}),
    Case("own-part", {"action": "i called and im glad."}, "ok", {"own": 2}),
    Case("own-part", {"action": "We met once. I wrote it down."}, "ok", {"own": 1, "shared": 1}),
    Case("own-part", {"action": "We met. We wrote."}, "warn", {"own": 0, "shared": 2, "sentence": "We met."}),
    Case("own-part", {"action": "I asked. We've met. We'd talked."}, "warn", {"shared": 2, "sentence": "We've met."}),
    Case("own-part", {"action": "We\N{RIGHT SINGLE QUOTATION MARK}re slow, we\N{RIGHT SINGLE QUOTATION MARK}ll wait."}, "warn", {"shared": 2}),
    Case("own-part", {"action": "1. We met\n2. We wrote\n3. I sent it"}, "warn", {"own": 1, "shared": 2, "sentence": "We met"}),
    Case("own-part", {"action": "The wedding was well planned."}, "warn", {"own": 0, "shared": 0, "sentence": "The wedding was well planned."}),
    # Result has a figure or feedback.
    Case("result-evidence", {}, "empty"),
    Case("result-evidence", {"result": "Costs fell by 20%."}, "ok"),
    Case("result-evidence", {"result": "We saved $3.5k."}, "ok"),
    Case("result-evidence", {"result": "It went well. Errors fell by half."}, "ok", {"sentence": "Errors fell by half."}),
    Case("result-evidence", {"result": "It took twenty-five minutes."}, "ok"),
    Case("result-evidence", {"result": "Twelve people came."}, "ok"),
    Case("result-evidence", {"result": "My manager told me it was calm."}, "ok"),
    Case("result-evidence", {"result": "The client has since thanked us."}, "ok"),
    Case("result-evidence", {"result": "I was praised by the head."}, "ok"),
    Case("result-evidence", {"result": "“That was fast,” Ana said."}, "ok"),
    Case("result-evidence", {"result": "It went well. Everybody was happy."}, "warn", {"sentence": "Everybody was happy."}),
    Case("result-evidence", {"result": "They said it was fine."}, "warn"),
    Case("result-evidence", {"result": "I then told them about it."}, "warn"),
    Case("result-evidence", {"result": "We\N{RIGHT SINGLE QUOTATION MARK}ve told everyone."}, "warn"),
    Case("result-evidence", {"result": "No one left, and one of them stayed on."}, "warn"),
    Case("result-evidence", {"result": "1. It worked\n2. It stayed"}, "warn", {"sentence": "It stayed"}),
    # Two minutes.
    Case("speaking-time", {}, "empty"),
    Case("speaking-time", {"task": words_of(280)}, "ok", {"time": "2:00", "words": 280}),
    Case("speaking-time", {"task": words_of(70)}, "ok", {"time": "0:30"}),
    Case("speaking-time", {"situation": words_of(100), "action": words_of(190)}, "warn", {"time": "2:04", "limit": "2:00"}),
    Case("speaking-time", {"task": f"Short. Long {words_of(100)}", "result": f"Last {words_of(200)}"}, "warn", {"sentence": "Long word word word word word…"}),
    Case("speaking-time", {"result": f"Last {words_of(300)}"}, "warn", {"sentence": "Last word word word word word…"}),
]  # fmt: skip
# A text, its number of sentences, and its number of words.
PROSE = [
    ("", 0, 0),
    ("…", 0, 0),
    ("One.", 1, 1),
    ("One without an end", 1, 4),
    ("One. Two! Three?", 3, 3),
    ("We've met. I'd go. It\N{RIGHT SINGLE QUOTATION MARK}s ours.", 3, 6),
    ("I met Dr. Lee and Mrs. Hall. Then I left.", 2, 10),
    ("It was slow, e.g. Mondays, i.e. always.", 1, 9),
    ("The U.S. Army called. I went.", 2, 7),
    ("I lived in the U.S. We moved.", 2, 8),
    ("It began at 9 a.m. Then it stopped.", 2, 9),
    ("I met J. Smith. So did I. Then we left.", 3, 10),
    ("It cost 3.5 million, or $1,200.50 each.", 1, 7),
    ("He called “Stop!” and left.", 1, 5),
    ("“Stop,” he said. “Now.”", 2, 4),
    ("Three steps:\n- call them\n- write it down\n* go", 4, 8),
    ("1. Call\n2) Write", 2, 4),
    ("A line that is\nwrapped by hand.", 1, 7),
    ("First line\n\nSecond line", 2, 4),
    ("Twenty-five people/teams.", 1, 4),
]


@pytest.fixture(scope="module", params=["", NO_SEGMENTER], ids=["segmenter", "plain rules"])
def module_page(request: pytest.FixtureRequest, browser: Browser, home: str) -> Iterator[Page]:
    """Return the worksheet in a browser with, or without, its own segmenter of sentences."""
    with browser.new_context(base_url=home) as context:
        context.add_init_script(request.param)
        page = context.new_page()
        page.goto(WORKSHEET)
        assert page.evaluate("'Segmenter' in Intl") == (request.param == "")
        yield page


@pytest.fixture(scope="module")
def checked(module_page: Page) -> list[dict[str, Any]]:
    """Return the result of every case; checking them one by one would load the rules every time."""
    found: list[dict[str, Any]] = module_page.evaluate(CHECK, [[case.texts for case in CASES], RATE])
    return found


@pytest.fixture(scope="module")
def counted(module_page: Page) -> list[list[int]]:
    """Return the number of sentences and of words in each text."""
    found: list[list[int]] = module_page.evaluate(SENTENCES, [text for text, *_ in PROSE])
    return found


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.check}: {case.state}")
def test_a_check_reports_the_right_state_and_values(checked: list[dict[str, Any]], case: Case) -> None:
    found = checked[CASES.index(case)][case.check]
    assert found["state"] == case.state
    wanted = case.values or {}
    assert {name: found["values"].get(name) for name in wanted} == wanted


@pytest.mark.parametrize(("text", "sentences", "words"), PROSE)
def test_sentences_and_words_are_counted(
    counted: list[list[int]], text: str, sentences: int, words: int
) -> None:
    assert counted[PROSE.index((text, sentences, words))] == [sentences, words]


def test_every_check_has_a_case_for_each_state(star: StarWorksheet) -> None:
    wanted = {
        (check, state) for check in star.checks.model_dump(by_alias=True) for state in ("ok", "warn", "empty")
    }
    assert {(case.check, case.state) for case in CASES} == wanted


# Writing


@pytest.fixture(scope="module")
def star(recovery: Content) -> StarWorksheet:
    """Return the worksheet of the content."""
    return recovery.worksheets.star_answer


def answers(page: Page) -> Locator:
    return page.locator("[data-entries] > [data-entry]")


def field(answer: Locator, name: str) -> Locator:
    return answer.locator(f"[data-field='{name}']")


def check(answer: Locator, name: str) -> Locator:
    return answer.locator(f"[data-check='{name}']")


def add(page: Page, star: StarWorksheet, **texts: str) -> Locator:
    """Add an answer and fill it in."""
    saved = page.locator("[data-entries] > [data-entry]:not([data-unsaved])")
    count = saved.count()
    button(page, star.words.add).click()
    expect(saved).to_have_count(count + 1)
    write(answers(page).last, **texts)
    return answers(page).last


def write(answer: Locator, **texts: str) -> None:
    for name, text in texts.items():
        if name.startswith("layer-"):
            dig_deeper(answer)
        field(answer, name).fill(text)


def type_at_the_end(page: Page, text: str) -> None:
    """Type into the focused field, only the end key by key: each key takes as long as the text before it."""
    page.keyboard.insert_text(text[:-3])
    page.keyboard.type(text[-3:])


def dig_deeper(answer: Locator) -> None:
    """Unfold the deeper questions about an answer."""
    folded = answer.locator("[data-layers]:not([open]) > summary")
    if folded.count():
        folded.click()


def shown_texts(answer: Locator) -> dict[str, str]:
    return {name: field(answer, name).input_value() for name in ANSWER}


def test_text_is_checked_as_it_is_typed_and_the_advice_quotes_the_sentence(
    page: Page, star: StarWorksheet
) -> None:
    page.goto(WORKSHEET)
    answer = add(page, star)
    expect(check(answer, "own-part")).to_have_attribute("data-state", "empty")
    field(answer, "action").fill("We looked into it")
    field(answer, "action").press_sequentially(". ")
    expect(check(answer, "own-part")).to_have_attribute("data-state", "warn")
    expect(check(answer, "own-part")).to_contain_text("“We looked into it.”")
    expect(check(answer, "own-part")).to_contain_text(star.states.warn)
    page.keyboard.insert_text("I\N{RIGHT SINGLE QUOTATION MARK}ve mended it. I tested it")
    field(answer, "action").press_sequentially(".")
    expect(check(answer, "own-part")).to_have_attribute("data-state", "ok")
    expect(check(answer, "own-part")).to_contain_text(star.states.ok)


def test_the_picture_and_the_text_show_the_same_shares(page: Page, star: StarWorksheet) -> None:
    page.goto(WORKSHEET)
    answer = add(page, star, situation=words_of(1), task=words_of(1), action=words_of(3), result=words_of(2))
    # The script that counts words is fetched when the reader begins to write.
    expect(answer.locator("[data-bar='action']")).to_have_attribute("width", "42%")
    drawn = answer.locator("[data-bar]").evaluate_all(
        "bars => bars.map((bar) => [bar.getAttribute('x'), bar.getAttribute('width')])"
    )
    assert drawn == [["0%", "14%"], ["14%", "15%"], ["29%", "42%"], ["71%", "29%"]]
    lines = answer.locator("[data-share]").all_inner_texts()
    wanted = zip((1, 1, 3, 2), (14, 15, 42, 29), strict=True)
    assert lines == [filled(star.words.share, "en-US", words=words, share=share) for words, share in wanted]
    box, bar = answer.get_by_role("img").bounding_box(), answer.locator("[data-bar='action']").bounding_box()
    assert box
    assert bar
    assert bar["width"] / box["width"] == pytest.approx(0.42, abs=0.01)


@pytest.mark.own_browser
def test_the_summary_is_announced_after_a_pause_and_not_on_every_key(page: Page, star: StarWorksheet) -> None:
    page.clock.install()
    page.goto(WORKSHEET)
    answer = add(page, star)
    summary = answer.locator("[data-summary]")
    none = star.words.summary.format(good=0, total=5)
    page.clock.run_for(2000)
    expect(summary).to_have_text(none)
    field(answer, "action").press_sequentially("We")
    page.clock.run_for(1000)
    field(answer, "action").press_sequentially(" did")
    page.clock.run_for(1000)
    expect(summary).to_have_text(none)
    page.clock.run_for(1000)
    expect(summary).to_contain_text(star.checks.own_part.title)


def test_the_rate_of_speech_can_be_changed_and_is_saved(page: Page, star: StarWorksheet) -> None:
    page.goto(WORKSHEET)
    answer = add(page, star, task=words_of(200))
    expect(check(answer, "speaking-time")).to_contain_text("1:26")
    page.get_by_label(star.rate_field.label).fill("100")
    expect(check(answer, "speaking-time")).to_contain_text("2:00")
    page.reload()
    expect(page.get_by_label(star.rate_field.label)).to_have_value("100")
    expect(check(answer, "speaking-time")).to_contain_text("2:00")
    for no_rate in ("", "7", "9000"):
        page.get_by_label(star.rate_field.label).fill(no_rate)
        expect(check(answer, "speaking-time")).to_contain_text("1:26")


def test_an_answer_survives_a_reload_after_every_field(page: Page, star: StarWorksheet) -> None:
    page.goto(WORKSHEET)
    add(page, star)
    layers = {layer.id: f"Notes on {layer.id}" for layer in star.layers}
    typed: dict[str, str] = {}
    for name, text in {**ANSWER, **layers}.items():
        if name in layers:
            dig_deeper(answers(page).last)
        field(answers(page).last, name).fill(text[:17])
        field(answers(page).last, name).press_sequentially(text[17:20])
        typed[name] = text[:20]
        page.reload()
        for each, written in typed.items():
            expect(field(answers(page).last, each)).to_have_value(written)


def test_answers_are_added_moved_removed_and_restored(page: Page, star: StarWorksheet, words: Ui) -> None:
    page.goto(WORKSHEET)
    for question in ("one", "two", "three"):
        add(page, star, question=question)
    button(answers(page).last, words.worksheet.move_up).click()  # type: ignore[arg-type]
    questions = answers(page).locator("[data-field='question']")
    assert [each.input_value() for each in questions.all()] == ["one", "three", "two"]
    button(answers(page).nth(1), words.worksheet.remove).click()  # type: ignore[arg-type]
    expect(answers(page)).to_have_count(2)
    page.reload()
    expect(answers(page)).to_have_count(2)
    button(page, words.checklist.undo).click()
    assert [each.input_value() for each in questions.all()] == ["one", "three", "two"]
    page.reload()
    assert [each.input_value() for each in questions.all()] == ["one", "three", "two"]


def test_text_typed_in_one_tab_is_shown_and_checked_in_the_other(
    context: BrowserContext, page: Page, star: StarWorksheet
) -> None:
    other = context.new_page()
    page.goto(WORKSHEET)
    other.goto(WORKSHEET)
    add(page, star, action="We met.")
    expect(field(answers(other).first, "action")).to_have_value("We met.")
    expect(check(answers(other).first, "own-part")).to_have_attribute("data-state", "warn")
    write(answers(other).first, result="It fell by half.")
    expect(field(answers(page).first, "result")).to_have_value("It fell by half.")
    expect(check(answers(page).first, "result-evidence")).to_have_attribute("data-state", "ok")
    expect(field(answers(page).first, "action")).to_have_value("We met.")


def test_an_answer_to_a_question_of_the_debrief_shows_its_notes(page: Page, star: StarWorksheet) -> None:
    fields = {
        "star-answer--a1--order": "1",
        "star-answer--a1--question": "Why us?",
        "star-answer--a1--debrief-row": "r1",
        "debrief-row--r1--response": "I rambled.",
        "debrief-row--r1--missing": "The point.",
    }
    arrange(page, {storage_key(id_): entry(value) for id_, value in fields.items()})
    page.goto(WORKSHEET)
    expect(field(answers(page).first, "question")).to_have_value("Why us?")
    notes = visible(page, "[data-from-row]")
    expect(notes).to_have_count(2)
    expect(notes.nth(0)).to_contain_text("I rambled.")
    expect(notes.nth(1)).to_contain_text("The point.")
    add(page, star)
    expect(notes).to_have_count(0)


def test_a_visit_shows_an_empty_answer_and_saves_nothing(page: Page, star: StarWorksheet, words: Ui) -> None:
    page.goto(WORKSHEET)
    expect(field(answers(page).first, "question")).to_be_visible()
    expect(button(page, words.worksheet.export_markdown)).to_have_count(0)
    assert stored(page) == {}
    field(answers(page).first, "question").press_sequentially("Why us?")
    expect(answers(page)).to_have_count(1)
    expect(field(answers(page).first, "question")).to_be_focused()
    expect(button(page, words.worksheet.export_markdown)).to_have_count(1)
    page.reload()
    expect(field(answers(page).first, "question")).to_have_value("Why us?")


@pytest.mark.browser_context_args(viewport=PHONE)
def test_one_answer_is_open_and_the_others_are_folded_to_their_question(
    page: Page, star: StarWorksheet
) -> None:
    page.goto(WORKSHEET)
    for question in ("one", "two", "three"):
        add(page, star, question=question)
    boxes = visible(page, "[data-entries] [data-field='action']")
    expect(boxes).to_have_count(1)
    titles = page.locator("[data-entries] [data-action='fold']")
    expect(titles).to_have_text(["one", "two", "three"])
    page.reload()
    expect(field(answers(page).first, "question")).to_be_visible()
    titles.nth(1).scroll_into_view_if_needed()
    before = titles.nth(1).bounding_box()
    titles.nth(1).click()
    expect(boxes).to_have_count(1)
    expect(field(answers(page).nth(1), "action")).to_be_visible()
    expect(titles.nth(1)).to_have_attribute("aria-expanded", "true")
    after = titles.nth(1).bounding_box()
    assert before
    assert after
    assert after["y"] == pytest.approx(before["y"], abs=1)
    button(page, star.timer.start).click()
    titles.nth(1).click()
    expect(boxes).to_have_count(0)


def test_a_link_to_a_field_unfolds_its_answer(page: Page, star: StarWorksheet) -> None:
    page.goto(WORKSHEET)
    for question in ("one", "two"):
        add(page, star, question=question)
    linked = field(answers(page).nth(1), "action")
    anchor = linked.get_attribute("id")
    page.goto("about:blank")
    page.goto(f"{WORKSHEET}#{anchor}")
    expect(linked).to_be_focused()


def test_each_check_is_shown_under_the_field_it_judges(page: Page, star: StarWorksheet) -> None:
    page.goto(WORKSHEET)
    answer = add(page, star, **ANSWER)
    judged = {"situation-sentences": "situation", "own-part": "action", "result-evidence": "result"}
    for name, part in judged.items():
        box, advice = field(answer, part).bounding_box(), check(answer, name).bounding_box()
        assert box
        assert advice
        assert 0 < advice["y"] - box["y"] - box["height"] < 120


@pytest.mark.own_browser
def test_the_marker_on_the_picture_moves_with_the_timer(page: Page, star: StarWorksheet) -> None:
    page.clock.install(time=NOON)
    page.goto(WORKSHEET)
    page.clock.pause_at(NOON + dt.timedelta(minutes=1))
    answer = add(page, star, **ANSWER)
    now = answer.locator("[data-now]")
    expect(now).to_have_attribute("visibility", "hidden")
    start_timer(page, star)
    page.clock.run_for(60_000)
    expect(now).to_have_attribute("x", "50%")
    expect(now).to_have_attribute("visibility", "visible")
    page.clock.run_for(90_000)
    expect(now).to_have_attribute("x", "100%")


def test_the_example_is_never_saved_and_ends_with_one_click(
    page: Page, star: StarWorksheet, recovery: Content, words: Ui
) -> None:
    page.goto(WORKSHEET)
    add(page, star, question="mine")
    page.reload()
    before = values(stored(page))
    button(page, words.worksheet.example).click()
    example = answers(page)
    expect(field(example, "question")).not_to_have_value("mine")
    result = find(recovery.examples, star.example).rewrite.after.result.strip('"')
    expect(field(example, "result")).to_have_value(result)
    expect(check(example, "result-evidence")).to_have_attribute("data-state", "ok")
    field(example, "result").fill("It went well.")
    expect(check(example, "result-evidence")).to_have_attribute("data-state", "warn")
    expect(visible(page, "[data-own], [data-action='remove']")).to_have_count(0)
    expect(answers(page)).to_have_count(1)
    button(page, words.worksheet.example_end).click()
    expect(field(answers(page), "question")).to_have_value("mine")
    page.evaluate("dispatchEvent(new Event('pagehide'))")
    assert values(stored(page)) == before
    expect(button(page, words.worksheet.example)).to_be_focused()


def test_the_export_is_markdown_with_every_answer(page: Page, star: StarWorksheet, words: Ui) -> None:
    page.goto(WORKSHEET)
    add(page, star, **{**ANSWER, "action": "1. I *called*\n# not a title\n---\n- I wrote <b>"})
    add(page, star)
    with page.expect_download() as started:
        button(page, words.worksheet.export_markdown).click()
    assert re.fullmatch(r"star-answers-\d{4}-\d\d-\d\d\.md", started.value.suggested_filename)
    tokens = MarkdownIt().parse(Path(started.value.path()).read_text("utf-8"))
    headings = [tokens[at + 1].content for at, each in enumerate(tokens) if each.type == "heading_open"]
    assert headings == [
        "Write STAR answers",
        ANSWER["question"],
        "Situation",
        "Task",
        "Action",
        "Result",
        words.worksheet.untitled,
    ]
    assert {each.type for each in tokens} == {
        *("heading_open", "inline", "heading_close", "paragraph_open", "paragraph_close"),
    }
    texts = [
        "".join(part.content or "\n" for part in each.children or ())
        for each in tokens
        if each.type == "inline"
    ]
    assert {"1. I *called*\n# not a title\n---\n- I wrote <b>", ANSWER["result"]} <= set(texts)


# Practice


def start_timer(page: Page, star: StarWorksheet) -> None:
    """Start the timer and wait until it runs, since its script is fetched on the first press."""
    button(page, star.timer.start).click()
    expect(button(page, star.timer.stop)).to_be_visible()


@pytest.mark.own_browser
def test_the_timer_gives_two_quiet_signals(page: Page, star: StarWorksheet) -> None:
    page.clock.install(time=NOON)
    page.goto(WORKSHEET)
    page.clock.pause_at(NOON + dt.timedelta(minutes=1))
    timer = page.locator("[data-module='practice-timer']")
    soon, over = star.timer.signals
    start_timer(page, star)
    page.clock.run_for(89_000)
    expect(timer.get_by_role("timer")).to_have_text("1:29")
    expect(timer.get_by_role("status")).to_have_text("")
    page.clock.run_for(1_000)
    expect(timer.get_by_role("timer")).to_have_text("1:30")
    expect(timer.get_by_role("status")).to_have_text(shown_line(soon.text))
    expect(timer.locator("[data-due]")).to_have_count(1)
    page.clock.run_for(29_000)
    expect(timer.get_by_role("status")).to_have_text(shown_line(soon.text))
    page.clock.run_for(1_000)
    expect(timer.get_by_role("status")).to_have_text(shown_line(over.text))
    expect(timer.locator("[data-due]")).to_have_count(2)


@pytest.mark.own_browser
@pytest.mark.parametrize("jump", [dt.timedelta(hours=-1), dt.timedelta(days=1)], ids=["back", "forward"])
def test_the_timer_is_not_affected_by_setting_the_clock(
    page: Page, star: StarWorksheet, jump: dt.timedelta
) -> None:
    page.clock.install(time=NOON)
    page.goto(WORKSHEET)
    page.clock.pause_at(NOON + dt.timedelta(minutes=1))
    start_timer(page, star)
    page.clock.run_for(30_000)
    page.clock.set_system_time(NOON + jump)
    page.clock.run_for(1_000)
    expect(page.get_by_role("timer")).to_have_text("0:31")
    button(page, star.timer.stop).click()
    button(page, star.timer.start).click()
    page.clock.run_for(1_000)
    expect(page.get_by_role("timer")).to_have_text("0:32")


def test_the_screen_stays_on_while_the_timer_runs(page: Page, star: StarWorksheet) -> None:
    page.add_init_script(WAKE_LOCK)
    page.goto(WORKSHEET)
    assert page.evaluate("window.awake") == 0
    button(page, star.timer.start).click()
    wait_until(page, "window.awake === 1")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    button(page, star.timer.stop).click()
    wait_until(page, "window.awake === 0")


@pytest.mark.own_browser
def test_the_timer_runs_even_if_the_screen_cannot_be_kept_on(page: Page, star: StarWorksheet) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'wakeLock', { value: undefined });")
    page.clock.install()
    page.goto(WORKSHEET)
    start_timer(page, star)
    page.clock.run_for(5_000)
    expect(page.get_by_role("timer")).to_have_text("0:05")


@pytest.mark.own_browser
def test_the_timer_stops_resumes_and_resets_with_the_keyboard(page: Page, star: StarWorksheet) -> None:
    page.clock.install()
    page.goto(WORKSHEET)
    time = page.get_by_role("timer")
    button(page, star.timer.start).focus()
    page.keyboard.press("Enter")
    expect(button(page, star.timer.stop)).to_be_focused()
    page.clock.run_for(10_000)
    page.keyboard.press("Space")
    expect(button(page, star.timer.start)).to_be_focused()
    page.clock.run_for(10_000)
    expect(time).to_have_text("0:10")
    page.keyboard.press("Enter")
    page.clock.run_for(5_000)
    expect(time).to_have_text("0:15")
    page.keyboard.press("Tab")
    expect(button(page, star.timer.reset)).to_be_focused()
    page.keyboard.press("Enter")
    page.clock.run_for(5_000)
    expect(time).to_have_text("0:00")
    expect(button(page, star.timer.start)).to_be_visible()


@pytest.fixture
def recording_page(
    launch_browser: Callable[..., Browser],
    browser_type_launch_args: dict[str, Any],
    page_errors: list[str],
    home: str,
) -> Iterator[Page]:
    """Return a page of a browser with a microphone that it may use."""
    flags = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"]
    browser = launch_browser(args=[*browser_type_launch_args["args"], *flags])
    context = browser.new_context(base_url=home, permissions=["microphone"])
    watch(context, page_errors, home)
    context.add_init_script(START_WATCH)
    yield context.new_page()
    browser.close()


def recorder(page: Page) -> Locator:
    return page.locator("[data-module='recorder']")


def test_a_recording_is_played_saved_and_discarded_and_releases_the_microphone(
    recording_page: Page, star: StarWorksheet
) -> None:
    page, recorder_words = recording_page, star.recorder
    page.goto(WORKSHEET)
    add(page, star, **ANSWER)
    start_timer(page, star)
    assert page.evaluate("window.asked") == 0
    button(page, recorder_words.record).click()
    expect(recorder(page).locator("[data-status]")).to_have_text(shown_line(recorder_words.recording))
    expect(recorder(page)).to_have_attribute("data-state", "recording")
    expect(button(page, recorder_words.stop)).to_be_focused()
    assert page.evaluate(LIVE) == 1
    page.evaluate("window.since = performance.now()")
    wait_until(page, "performance.now() - window.since > 2000")  # long enough to play
    button(page, recorder_words.stop).click()
    expect(recorder(page).locator("[data-status]")).to_have_text(shown_line(recorder_words.recorded))
    wait_until(page, f"{LIVE} === 0")
    assert page.evaluate("window.asked") == 1
    address = page.locator("audio").get_attribute("src") or ""
    assert address.startswith("blob:")
    button(page, recorder_words.play).click()
    wait_until(page, "document.querySelector('audio').currentTime > 0")
    with page.expect_download() as started:
        button(page, recorder_words.download).click()
    assert re.fullmatch(r"star-answer-\d{4}-\d\d-\d\d\.(webm|ogg|mp4)", started.value.suggested_filename)
    assert Path(started.value.path()).stat().st_size > 0
    button(page, recorder_words.discard).click()
    expect(recorder(page).locator("[data-status]")).to_have_text(shown_line(recorder_words.discarded))
    expect(button(page, recorder_words.play)).to_be_hidden()
    expect(button(page, recorder_words.record)).to_be_focused()
    assert address in page.evaluate("window.revoked")
    assert page.locator("audio").get_attribute("src") is None
    assert not any("blob" in value for value in stored(page).values())


def test_a_second_recording_replaces_the_first(recording_page: Page, star: StarWorksheet) -> None:
    page, recorder_words = recording_page, star.recorder
    page.goto(WORKSHEET)
    addresses = []
    for _ in range(2):
        button(page, recorder_words.record).click()
        button(page, recorder_words.stop).click()
        expect(button(page, recorder_words.play)).to_be_visible()
        addresses.append(page.locator("audio").get_attribute("src"))
    assert addresses[0] in page.evaluate("window.revoked")
    assert addresses[1] not in page.evaluate("window.revoked")
    wait_until(page, f"{LIVE} === 0")


def test_leaving_the_page_ends_the_recording(recording_page: Page, star: StarWorksheet) -> None:
    page = recording_page
    page.goto(WORKSHEET)
    button(page, star.recorder.record).click()
    expect(button(page, star.recorder.stop)).to_be_visible()
    page.evaluate("dispatchEvent(new Event('pagehide'))")
    assert page.evaluate(LIVE) == 0
    expect(button(page, star.recorder.record)).to_be_visible()
    expect(button(page, star.recorder.play)).to_be_hidden()


REFUSED = "if (navigator.mediaDevices) navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', 'NotAllowedError'));"


@pytest.mark.parametrize(
    ("trouble", "message"),
    [(REFUSED, "denied"), ("window.MediaRecorder = undefined;", "missing"), (NO_MICROPHONE, "missing")],
    ids=["denied", "cannot record", "no microphone"],
)
def test_everything_else_works_without_the_microphone(
    recording_page: Page, star: StarWorksheet, trouble: str, message: str
) -> None:
    page = recording_page
    page.add_init_script(trouble)
    page.goto(WORKSHEET)
    button(page, star.recorder.record).click()
    expect(recorder(page).locator("[data-status]")).to_have_text(shown_line(getattr(star.recorder, message)))
    expect(button(page, star.recorder.record)).to_be_visible()
    assert page.evaluate(LIVE) == 0
    answer = add(page, star, action="I called.")
    expect(check(answer, "own-part")).to_have_attribute("data-state", "ok")
    button(page, star.timer.start).click()
    expect(button(page, star.timer.stop)).to_be_visible()


def test_a_refusal_by_the_browser_is_reported_as_denied(
    launch_browser: Callable[..., Browser],
    browser_type_launch_args: dict[str, Any],
    home: str,
    star: StarWorksheet,
) -> None:
    flags = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream=deny"]
    browser = launch_browser(args=[*browser_type_launch_args["args"], *flags])
    page = browser.new_page(base_url=home)
    page.goto(WORKSHEET)
    button(page, star.recorder.record).click()
    expect(recorder(page).locator("[data-status]")).to_have_text(shown_line(star.recorder.denied))
    browser.close()


# How it feels


def feelings(page: Page) -> Locator:
    return page.locator("[data-feelings]")


def unfold_feelings(page: Page) -> Locator:
    fold = feelings(page)
    fold.locator("summary").click()
    return fold


def rating(page: Page, name: str, choice: str) -> Locator:
    return feelings(page).locator(f"[data-field='{name}'] input[value='{choice}']")


def kept_feelings(page: Page) -> dict[str, str]:
    """Return the saved feelings, by the name of their field."""
    return {
        answer.rpartition("--")[2]: value
        for answer, value in values(stored(page)).items()
        if "--felt-" in answer
    }


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [("very", "a-little", "less"), ("somewhat", "somewhat", "same"), ("a-little", "extremely", "more")],
)
def test_feelings_before_and_after_practice_are_compared(
    page: Page, star: StarWorksheet, before: str, after: str, change: str
) -> None:
    scale = {choice.id: choice.label for choice in star.feelings.before.choices}
    page.goto(WORKSHEET)
    expect(rating(page, "felt-before", before)).to_be_hidden()
    unfold_feelings(page)
    compared = page.locator("[data-compared]")
    rating(page, "felt-before", before).check()
    expect(compared).to_be_hidden()
    rating(page, "felt-after", after).check()
    expect(compared).to_contain_text(f"Before: {scale[before]}")
    expect(compared).to_contain_text(f"After: {scale[after]}")
    for name in ("less", "same", "more"):
        words = compared.get_by_text(shown(getattr(star.feelings.words, name)))
        expect(words).to_be_visible(visible=name == change)
    full = "[data-compared] [data-level='{}'] circle[data-full]"
    expect(page.locator(full.format("before"))).to_have_count(list(scale).index(before))
    expect(page.locator(full.format("after"))).to_have_count(list(scale).index(after))


def test_feelings_are_saved_with_the_answer_only_on_request(page: Page, star: StarWorksheet) -> None:
    keep = page.get_by_label(star.feelings.words.keep)
    page.goto(WORKSHEET)
    add(page, star, question="one")
    unfold_feelings(page)
    expect(keep).to_be_hidden()
    rating(page, "felt-before", "very").check()
    page.evaluate("dispatchEvent(new Event('pagehide'))")
    assert kept_feelings(page) == {}
    keep.check()
    assert kept_feelings(page) == {"felt-before": "very"}
    rating(page, "felt-after", "somewhat").check()
    assert kept_feelings(page) == {"felt-before": "very", "felt-after": "somewhat"}
    page.reload()
    expect(rating(page, "felt-after", "somewhat")).to_be_checked()
    expect(page.locator("[data-compared]")).to_be_visible()
    keep.uncheck()
    assert kept_feelings(page) == {}
    expect(rating(page, "felt-before", "very")).to_be_checked()
    page.reload()
    unfold_feelings(page)
    expect(rating(page, "felt-before", "very")).not_to_be_checked()


def test_rating_a_feeling_creates_no_answer_but_saving_it_does(page: Page, star: StarWorksheet) -> None:
    page.goto(WORKSHEET)
    unfold_feelings(page)
    rating(page, "felt-before", "very").check()
    rating(page, "felt-after", "a-little").check()
    expect(page.locator("[data-compared]")).to_be_visible()
    page.evaluate("dispatchEvent(new Event('pagehide'))")
    assert values(stored(page)) == {}
    page.get_by_label(star.feelings.words.keep).check()
    assert kept_feelings(page) == {"felt-before": "very", "felt-after": "a-little"}
    page.reload()
    expect(rating(page, "felt-after", "a-little")).to_be_checked()
    expect(answers(page)).to_have_count(1)


def test_each_answer_has_its_own_feelings(page: Page, star: StarWorksheet) -> None:
    page.goto(WORKSHEET)
    add(page, star, question="one")
    unfold_feelings(page)
    rating(page, "felt-before", "extremely").check()
    page.get_by_label(star.feelings.words.keep).check()
    add(page, star, question="two")
    expect(rating(page, "felt-before", "extremely")).not_to_be_checked()
    rating(page, "felt-before", "a-little").check()
    titles = page.locator("[data-entries] [data-action='fold']")
    titles.first.click()
    expect(rating(page, "felt-before", "extremely")).to_be_checked()
    titles.last.click()
    expect(rating(page, "felt-before", "a-little")).to_be_checked()
    assert kept_feelings(page) == {"felt-before": "extremely"}


def test_saved_feelings_are_removed_and_restored_with_their_answer(
    page: Page, star: StarWorksheet, words: Ui
) -> None:
    page.goto(WORKSHEET)
    answer = add(page, star, question="one")
    unfold_feelings(page)
    rating(page, "felt-after", "very").check()
    page.get_by_label(star.feelings.words.keep).check()
    answer.get_by_role("button", name=words.worksheet.remove).click()
    assert kept_feelings(page) == {}
    expect(rating(page, "felt-after", "very")).not_to_be_checked()
    button(page, words.checklist.undo).click()
    expect(rating(page, "felt-after", "very")).to_be_checked()
    assert kept_feelings(page) == {"felt-after": "very"}


def test_only_saved_feelings_are_in_the_text_copy(page: Page, star: StarWorksheet, words: Ui) -> None:
    page.goto(WORKSHEET)
    add(page, star, question="one")
    unfold_feelings(page)
    rating(page, "felt-before", "very").check()
    for is_kept in (False, True):
        page.get_by_label(star.feelings.words.keep).set_checked(is_kept)
        with page.expect_download() as started:
            button(page, words.worksheet.export_markdown).click()
        text = Path(started.value.path()).read_text("utf-8")
        assert (f"### {star.feelings.before.label}\n\nVery" in text) == is_kept
    page.goto("my-recovery/your-data/")
    expect(page.get_by_text(f"{shown_line(star.feelings.before.label)}")).to_have_count(1)


def test_feelings_are_rated_and_saved_with_the_keyboard_alone(page: Page, star: StarWorksheet) -> None:
    page.goto(WORKSHEET)
    page.locator("h1").evaluate("each => { each.tabIndex = -1; each.focus(); }")
    tab_to(page, feelings(page).locator("summary"))
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    expect(rating(page, "felt-before", "a-little")).to_be_checked()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    expect(page.get_by_label(star.feelings.words.keep)).to_be_focused()
    page.keyboard.press("Space")
    assert kept_feelings(page) == {"felt-before": "a-little", "felt-after": "not-at-all"}


def test_feelings_are_accessible_before_and_after_they_are_rated(page: Page, star: StarWorksheet) -> None:
    page.goto(WORKSHEET)
    unfold_feelings(page)
    assert violations_in_every_look(page) == []
    rating(page, "felt-before", "very").check()
    rating(page, "felt-after", "a-little").check()
    page.get_by_label(star.feelings.words.keep).check()
    assert violations_in_every_look(page) == []


# Print


def test_each_answer_prints_on_its_own_page(page: Page, star: StarWorksheet) -> None:
    page.goto(WORKSHEET)
    for number in ("first", "second", "third"):
        add(page, star, **{name: f"{number} {text}" for name, text in ANSWER.items()})
    write(answers(page).last, **{"layer-data": "the figures"})
    paper = sheets(page, format="Letter")
    assert len(paper) == 3
    for sheet, number in zip(paper, ("first", "second", "third"), strict=True):
        assert all(squeezed(f"{number} {text}") in sheet for text in ANSWER.values())
        assert sheet.count(squeezed(ANSWER["result"])) == 1
    assert [squeezed(shown_line(star.layers[1].label)) in sheet for sheet in paper] == [False, False, True]
    assert squeezed(shown_line(star.layers[0].label)) not in paper[2]


def test_a_long_answer_is_printed_in_full(page: Page, star: StarWorksheet) -> None:
    page.goto(WORKSHEET)
    long = " ".join(f"step{number}" for number in range(400))
    add(page, star, action=long)
    paper = sheets(page, format="Letter")
    assert [step for step in long.split() if not any(step in sheet for sheet in paper)] == []


@pytest.mark.parametrize("paper", ["Letter", "A4"])
def test_a_blank_form_has_its_hints_and_no_answers(
    page: Page, star: StarWorksheet, recovery: Content, words: Ui, paper: str
) -> None:
    page.goto(WORKSHEET)
    add(page, star, **{name: f"secret {name}" for name in ANSWER}, **{"layer-data": "secret figures"})
    assert "secret" in "".join(sheets(page))
    page.evaluate("window.print = () => {}")
    button(page, words.checklist.print_blank).click()
    printed = sheets(page, format=paper)
    assert "secret" not in "".join(printed)
    assert "oven" not in "".join(printed)
    assert len(printed) == 1
    for part in recovery.star:
        assert squeezed(shown(part.tactic)) in printed[0]
        assert squeezed(shown(part.mistake)) in printed[0]
    assert all(squeezed(shown_line(layer.label)) in printed[0] for layer in star.layers)


def test_without_an_answer_the_blank_form_is_printed(page: Page, recovery: Content) -> None:
    page.goto(WORKSHEET)
    assert squeezed(shown(recovery.star[0].tactic)) in sheets(page)[0]


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_without_scripts_the_worksheet_is_a_form_to_fill_in_and_print(
    page: Page, star: StarWorksheet, recovery: Content
) -> None:
    page.goto(WORKSHEET)
    for name in ANSWER:
        page.locator(f"[data-blank] [data-field='{name}']").fill(f"typed {name}")
    for part in recovery.star:
        expect(page.locator("[data-blank]").get_by_text(shown(part.tactic))).to_be_visible()
        expect(page.locator("[data-blank]").get_by_text(shown(part.mistake))).to_be_visible()
    expect(visible(page, "article button")).to_have_count(0)
    for on_screen in (star.recorder.text, star.feelings.words.title):
        expect(page.get_by_text(shown(on_screen))).to_be_hidden()
    printed = sheets(page, format="Letter")
    assert all(squeezed(f"typed {name}") in printed[0] for name in ANSWER)


# Accessibility


def test_axe_finds_nothing_in_any_state(recording_page: Page, star: StarWorksheet, words: Ui) -> None:
    page = recording_page
    page.goto(WORKSHEET)
    assert violations_in_every_look(page) == []
    answer = add(page, star, situation="One. Two. Three.", action="We met.", result="It fell by half.")
    answer.locator("summary").first.click()
    button(page, star.timer.start).click()
    button(page, star.recorder.record).click()
    expect(button(page, star.recorder.stop)).to_be_visible()
    assert violations_in_every_look(page) == []
    button(page, star.recorder.stop).click()
    expect(button(page, star.recorder.play)).to_be_visible()
    button(answers(page), words.worksheet.remove).click()  # type: ignore[arg-type]
    assert violations_in_every_look(page) == []
    button(page, words.worksheet.example).click()
    expect(button(page, words.worksheet.example_end)).to_be_focused()
    assert violations_in_every_look(page) == []


def test_an_answer_is_written_removed_and_restored_with_the_keyboard_alone(
    page: Page, star: StarWorksheet, words: Ui
) -> None:
    page.goto(WORKSHEET)
    page.locator("h1").evaluate("each => { each.tabIndex = -1; each.focus(); }")
    tab_to(page, button(page, star.words.add))
    page.keyboard.press("Enter")
    expect(field(answers(page).first, "question")).to_be_focused()
    type_at_the_end(page, ANSWER["question"])
    for name in PARTS:
        tab_to(page, field(answers(page).first, name))
        type_at_the_end(page, ANSWER[name])
    assert shown_texts(answers(page).first) == ANSWER
    states = (
        answers(page)
        .first.locator("[data-check]")
        .evaluate_all("all => all.map(({ dataset }) => dataset.state)")
    )
    assert states == ["ok"] * 5
    tab_to(page, button(answers(page).first, words.worksheet.remove))  # type: ignore[arg-type]
    page.keyboard.press("Enter")
    expect(page.locator("[data-entries] > [data-unsaved]")).to_have_count(1)
    expect(button(page, words.checklist.undo)).to_be_focused()
    page.keyboard.press("Enter")
    assert shown_texts(answers(page).first) == ANSWER
    assert json.dumps(ANSWER["result"])[1:-1] in "".join(stored(page).values())
