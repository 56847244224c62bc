"""The thread of an interview, on the home page and on My recovery: its stations, and its one next step."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect
from reader import AUDIT, button, violations_in_every_look
from saved_data import MY_RECOVERY, arrange, entry, storage_key, stored, values

from macros.content import Content
from macros.content.words import Ui

pytestmark = pytest.mark.shares_a_browser

STATES = json.loads((Path(__file__).parents[1] / "fixtures" / "threads.json").read_text("utf-8"))
KINDS = {"rows": "debrief-row", "answers": "star-answer", "notes": "follow-up-note"}
# Some of the states in which no list has a tick; tests/scripts/ has all of them.
SOME = [state for state in STATES if not state["lists"]][::4]
HARBOR = {"company": "Harbor Foods", "role": "store manager", "date": "2026-11-24"}
ASKED = "How do you plan a week?"
PRESSED = re.compile("true")


def answers_of(state: dict[str, Any], interview: str = "i1") -> dict[str, str]:
    """Return what the browser stores in a state, by the ids of the answers."""
    records = [("debrief", interview, state.get("interview", {}))]
    for part, kind in KINDS.items():
        records += [(kind, record["id"], {**record, "debrief": interview}) for record in state.get(part, [])]
    return {
        f"{kind}--{name}--{field}": value
        for number, (kind, name, fields) in enumerate(records, start=1)
        for field, value in {**fields, "order": str(number)}.items()
        if field != "id"
    }


def open_with(page: Page, address: str, answers: dict[str, str]) -> None:
    arrange(page, {storage_key(answer): entry(value) for answer, value in answers.items()})
    page.goto(address)


def cards(page: Page) -> Locator:
    return page.locator("[data-thread]")


def step(page: Page) -> Locator:
    return cards(page).locator("[data-step]")


@pytest.mark.parametrize("where", ["", MY_RECOVERY])
@pytest.mark.parametrize("state", SOME, ids=[state["title"] for state in SOME])
def test_the_next_step_of_an_interview_is_named_and_linked(
    page: Page, recovery: Content, state: dict[str, Any], where: str
) -> None:
    open_with(page, where, answers_of(state))
    name, _, anchor = state["step"].partition(" ")
    wanted = getattr(recovery.thread.steps, name)
    words = re.escape(wanted.text).replace(re.escape("{question}"), ".+")
    expect(step(page)).to_have_text(re.compile(f"^{words}$"))
    expect(cards(page)).to_contain_text(wanted.help)
    page_of_step = wanted.page.partition("#")[0].removesuffix(".md")
    expect(step(page)).to_have_attribute("href", re.compile(f"{page_of_step}/(#.*)?$"))
    if anchor:
        expect(step(page)).to_have_attribute("href", re.compile(f"#{anchor}$"))


def test_a_reader_with_a_debrief_is_asked_to_carry_on(page: Page, words: Ui, recovery: Content) -> None:
    rows = [{"id": "r1", "question": ASKED, "response": "Badly"}]
    open_with(page, MY_RECOVERY, answers_of({"interview": HARBOR, "rows": rows}))
    expect(cards(page).get_by_role("heading", level=2)).to_have_text("Harbor Foods, store manager")
    expect(cards(page)).to_contain_text(recovery.thread.dated.replace("{day}", "Tuesday, November 24"))
    expect(page.get_by_text("Nothing saved yet")).to_be_hidden()
    page.goto("")
    expect(page.get_by_role("region", name=words.my_recovery.carry_on)).to_be_visible()
    expect(step(page)).to_be_in_viewport(ratio=1)


def test_an_interview_without_a_name_is_named_after_the_day_it_was_begun(
    page: Page, recovery: Content
) -> None:
    row = {
        "debrief-row--r1--order": "1",
        "debrief-row--r1--debrief": "i1",
        "debrief-row--r1--question": ASKED,
    }
    open_with(page, MY_RECOVERY, {"debrief--i1--order": "1795600000000", **row})
    name = recovery.thread.begun_on.replace("{day}", "Wednesday, November 25")
    expect(cards(page).get_by_role("heading", level=2)).to_have_text(name)
    expect(page.locator("[data-records='debrief']").get_by_role("link", name=name)).to_be_visible()


def test_the_stations_show_their_states_and_details(page: Page, recovery: Content) -> None:
    full = {"situation": "S", "task": "T", "action": "A", "result": "R"}
    row = {"question": ASKED, "response": "Badly", "cause": "fit"}
    state = {
        "rows": [{"id": "r1", **row}],
        "answers": [{"id": "a1", **full}, {"id": "a2"}],
        "notes": [{"id": "n1", "case": "nothing-to-add"}],
    }
    open_with(page, "", answers_of(state))
    stations = cards(page).get_by_role("list", name=recovery.thread.track).get_by_role("listitem")
    states = recovery.thread.states
    expect(stations).to_have_text(
        [
            re.compile(rf"Notes\s+\({states.done}\)\s+1"),
            re.compile(rf"Cause\s+\({states.done}\)\s+the fit"),
            re.compile(rf"Answers\s+\({states.begun}\)\s+1 of 2"),
            re.compile(rf"Note\s+\({states.begun}\)\s+{recovery.thread.details.draft}"),
            re.compile(rf"Next\s+\({states.open}\)"),
        ]
    )
    expect(stations.locator("[aria-current='step']")).to_contain_text("Answers")


def test_the_link_to_a_step_focuses_its_field(page: Page) -> None:
    open_with(page, "", answers_of({"rows": [{"id": "r1", "question": ASKED}]}))
    step(page).click()
    expect(page.locator("#response--r1")).to_be_focused()
    expect(page.locator("#response--r1")).to_be_in_viewport()


def test_the_link_to_the_next_answer_creates_it_once_with_its_question(page: Page) -> None:
    row = {"id": "r1", "question": ASKED, "response": "Badly", "cause": "fit", "weakness": "weak"}
    open_with(page, "", answers_of({"rows": [row]}))
    step(page).click()
    question = page.locator("[data-entries]").get_by_label("question")
    expect(question.first).to_have_value(ASKED)
    expect(page.locator("[id^='situation--']:focus")).to_be_in_viewport()
    page.go_back()
    expect(step(page)).to_contain_text(ASKED)
    step(page).click()
    expect(page.locator("[data-entries] > [data-entry]")).to_have_count(1)


def test_a_change_of_status_is_saved_and_can_be_reverted(page: Page, recovery: Content) -> None:
    open_with(page, "", answers_of({"notes": [{"id": "n1", "case": "nothing-to-add"}]}))
    changes = recovery.thread.changes
    sent = button(page, changes.sent)
    sent.click()
    expect(sent).to_have_attribute("aria-pressed", PRESSED)
    expect(step(page)).to_have_text(recovery.thread.steps.wait.text)
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", values(stored(page))["debrief--i1--sent"])
    button(page, changes.turned_down).click()
    expect(step(page)).to_have_text(recovery.thread.steps.audit.text)
    expect(step(page)).to_have_attribute("href", re.compile(f"{AUDIT}#rejection-audit--"))
    button(page, changes.turned_down).click()
    sent.click()
    expect(sent).to_have_attribute("aria-pressed", "false")
    expect(step(page)).to_have_text(recovery.thread.steps.send.text)
    expect(sent).to_be_focused()
    saved = values(stored(page))
    assert "debrief--i1--sent" not in saved
    assert "debrief--i1--outcome" not in saved


def test_a_change_of_status_creates_an_interview_for_a_reader_with_only_a_note(
    page: Page, recovery: Content
) -> None:
    note = {"follow-up-note--n1--order": "1", "follow-up-note--n1--case": "nothing-to-add"}
    open_with(page, "", note)
    expect(cards(page)).to_have_count(1)
    button(page, recovery.thread.changes.sent).click()
    expect(step(page)).to_have_text(recovery.thread.steps.wait.text)
    expect(button(page, recovery.thread.changes.sent)).to_be_focused()
    assert sum(answer.startswith("debrief--") for answer in values(stored(page))) > 0


def test_each_of_several_interviews_has_a_card_whose_link_chooses_it(page: Page) -> None:
    first = answers_of({"interview": HARBOR, "rows": [{"id": "r1", "question": ASKED}]})
    second = answers_of(
        {"interview": {"company": "Orchard"}, "rows": [{"id": "r2", "question": "Why us?"}]}, "i2"
    )
    open_with(page, MY_RECOVERY, {**first, **second, "debrief--i2--order": "9"})
    expect(cards(page)).to_have_count(2)
    expect(cards(page).locator(".button--primary")).to_have_count(1)
    cards(page).nth(1).locator("[data-step]").click()
    expect(page.locator("#response--r1")).to_be_focused()
    page.goto("")
    expect(cards(page)).to_have_count(1)
    expect(cards(page)).to_contain_text("Harbor Foods")


def test_the_newest_interview_is_on_top_with_the_primary_button(page: Page) -> None:
    second = answers_of({"interview": {"company": "Orchard"}}, "i2")
    open_with(page, MY_RECOVERY, {**answers_of({"interview": HARBOR}), **second, "debrief--i2--order": "9"})
    expect(cards(page)).to_have_count(2)
    expect(cards(page).nth(0)).to_contain_text("Orchard")
    expect(cards(page).nth(0).locator(".button--primary")).to_be_visible()


def test_the_stations_follow_changes_in_another_tab(
    context: BrowserContext, page: Page, recovery: Content
) -> None:
    open_with(page, MY_RECOVERY, answers_of({"rows": [{"id": "r1", "question": ASKED}]}))
    other = context.new_page()
    other.goto("worksheets/debrief/")
    other.locator("#response--r1").fill("Badly")
    other.locator("#missing--r1").focus()
    expect(step(page)).to_have_text(recovery.thread.steps.cause.text)


def test_links_to_saved_records_open_them(page: Page) -> None:
    state = {"interview": HARBOR, "notes": [{"id": "n1", "recipient": "Ms. Alvarez"}]}
    more = answers_of(
        {"interview": {"company": "Orchard"}, "notes": [{"id": "n2", "recipient": "Sam"}]}, "i2"
    )
    open_with(page, MY_RECOVERY, {**answers_of(state), **more})
    page.get_by_role("link", name="Ms. Alvarez").click()
    expect(page.locator("#recipient--note")).to_have_value("Ms. Alvarez")
    page.goto(MY_RECOVERY)
    page.locator("[data-records='debrief']").get_by_role("link", name="Orchard").click()
    expect(page.locator("#company--interview")).to_have_value("Orchard")


@pytest.mark.parametrize("where", ["", MY_RECOVERY])
def test_the_card_of_an_interview_is_accessible_in_every_look(page: Page, where: str) -> None:
    rows = [{"id": "r1", "question": ASKED, "response": "Badly", "cause": "fit"}]
    interview = {**HARBOR, "sent": "2026-11-25"}
    open_with(page, where, answers_of({"interview": interview, "rows": rows, "answers": [{"id": "a1"}]}))
    assert violations_in_every_look(page) == []
