"""The result of the rejection audit, and what to work on."""

from __future__ import annotations

import pytest
from built_site import shown, shown_line
from playwright.sync_api import BrowserContext, Page, expect
from reader import AUDIT, PHONE, answer, visible

from macros.content.checklists import YesNoList
from macros.content.entries import find
from macros.content.words import Ui

pytestmark = pytest.mark.shares_a_browser


def expect_result(page: Page, audit: YesNoList, verdict: str) -> None:
    message = audit.unfinished if verdict == "unfinished" else find(audit.verdicts, verdict)
    results = visible(page, "[data-verdict]")
    expect(results).to_have_count(1)
    expect(results.get_by_role("heading")).to_have_text(shown_line(message.title))
    expect(results.locator("p")).to_have_text(shown(message.text))


@pytest.mark.parametrize(
    ("answers", "verdict"),
    [
        ("yyyyy", "none"),
        ("nyyyy", "one-or-two"),
        ("nynyy", "one-or-two"),
        ("nnnyy", "prepare"),
        ("nnnnn", "prepare"),
    ],
)
def test_the_result_depends_on_the_number_of_no_answers(
    page: Page, words: Ui, audit: YesNoList, answers: str, verdict: str
) -> None:
    page.goto(AUDIT)
    answer(page, words, answers)
    expect_result(page, audit, verdict)


@pytest.mark.parametrize(
    ("answers", "verdict"), [("uuuuu", "none"), ("nuuuu", "one-or-two"), ("nnuuu", "one-or-two")]
)
def test_not_sure_counts_as_an_answer_but_not_as_a_no(
    page: Page, words: Ui, audit: YesNoList, answers: str, verdict: str
) -> None:
    page.goto(AUDIT)
    answer(page, words, answers)
    expect_result(page, audit, verdict)


@pytest.mark.parametrize("answers", ["-----", "yy", "nny-u", "yyyy-"])
def test_there_is_no_result_while_a_missing_answer_could_change_it(
    page: Page, words: Ui, audit: YesNoList, answers: str
) -> None:
    page.goto(AUDIT)
    answer(page, words, answers)
    expect_result(page, audit, "unfinished")


@pytest.mark.parametrize(("answers", "verdict"), [("nnn--", "prepare"), ("nyyy-", "one-or-two")])
def test_the_result_shows_as_soon_as_no_missing_answer_can_change_it(
    page: Page, words: Ui, audit: YesNoList, answers: str, verdict: str
) -> None:
    page.goto(AUDIT)
    answer(page, words, answers)
    expect_result(page, audit, verdict)


def test_more_than_two_no_answers_call_for_better_preparation(audit: YesNoList) -> None:
    verdicts = {
        no: verdict.id for verdict in audit.verdicts for no in range(verdict.no_min, verdict.no_max + 1)
    }
    assert [verdicts[no] for no in range(6)] == ["none", *["one-or-two"] * 2, *["prepare"] * 3]


def test_the_verdict_has_a_dot_for_each_answer_and_the_same_in_words(page: Page, words: Ui) -> None:
    dots = page.locator(".checklist__result .dots")
    page.goto(AUDIT)
    answer(page, words, "yn")
    expect(dots).to_be_hidden()
    answer(page, words, "ynuny")
    expect(dots).to_have_attribute("data-dots", "●○◐○●")
    label = words.checklist
    told = f"{label.yes}: 2 {label.unsure}: 1 {label.no}: 2"
    expect(dots).to_match_aria_snapshot(f'- paragraph: "{told}"')
    answer(page, words, "nnn")
    expect(dots).to_have_attribute("data-dots", "○○○○●")
    page.reload()
    expect(dots).to_contain_text(f"{label.no}: 4")


def test_the_result_follows_changed_answers_and_survives_a_reload(
    page: Page, words: Ui, audit: YesNoList
) -> None:
    page.goto(AUDIT)
    answer(page, words, "nnnyy")
    answer(page, words, "y")
    expect_result(page, audit, "one-or-two")
    page.reload()
    expect_result(page, audit, "one-or-two")


def test_another_tab_shows_the_same_result(
    context: BrowserContext, page: Page, words: Ui, audit: YesNoList
) -> None:
    other = context.new_page()
    other.goto(AUDIT)
    page.goto(AUDIT)
    answer(page, words, "nnn")
    expect_result(other, audit, "prepare")
    expect(visible(other, "[data-for]")).to_have_count(3)


def test_what_to_work_on_lists_each_no_with_a_link_to_its_page(
    page: Page, words: Ui, audit: YesNoList
) -> None:
    page.goto(AUDIT)
    entries = visible(page, "[data-work-on] li")
    title = page.get_by_role("heading", name=words.checklist.work_on_title)
    expect(title).to_be_hidden()
    answer(page, words, "nynuy")
    expect(title).to_be_visible()
    expect(entries).to_have_count(2)
    for entry, item in zip(entries.all(), (audit.items[0], audit.items[2]), strict=True):
        expect(entry).to_contain_text(shown(item.text))
        expect(entry).to_contain_text(shown(item.when_no))
        assert item.link
        expect(entry.get_by_role("link", name=shown_line(item.link.text))).to_be_visible()


def test_a_link_under_what_to_work_on_opens_its_page(page: Page, words: Ui, home: str) -> None:
    page.goto(AUDIT)
    answer(page, words, "-n")
    visible(page, "[data-work-on] li").get_by_role("link").click()
    expect(page).to_have_url(f"{home}guide/star/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_the_bar_links_to_the_result_once_every_question_is_answered(
    page: Page, words: Ui, audit: YesNoList
) -> None:
    page.set_viewport_size(PHONE)
    page.goto(AUDIT)
    way = page.get_by_role("link", name=words.checklist.see_result)
    answer(page, words, "nnny")
    expect(way).to_have_count(0)
    answer(page, words, "----u")
    expect(way).to_be_in_viewport(ratio=1)
    way.click()
    verdict = find(audit.verdicts, "prepare")
    expect(page.get_by_role("heading", name=shown_line(verdict.title))).to_be_in_viewport()
