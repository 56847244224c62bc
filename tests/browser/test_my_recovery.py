"""My recovery: everything a reader has, where they stopped, and the next step."""

from __future__ import annotations

import re

import pytest
from built_site import Site, shown, shown_line
from playwright.sync_api import BrowserContext, Locator, Page, expect
from reader import AUDIT, FIVE_STEPS, answer, boxes, button, sheets, squeezed, visible
from saved_data import MY_RECOVERY, arrange, entry, storage_key, stored

from macros.content import Content
from macros.content.checklists import YesNoList
from macros.content.saved import SavedChecklist, SavedEntry, saved_checklists
from macros.content.words import Ui

pytestmark = pytest.mark.shares_a_browser

without_scripts = pytest.mark.browser_context_args(java_script_enabled=False)


@pytest.fixture
def lists(recovery: Content) -> list[SavedChecklist]:
    """Return every list of the site, in page order."""
    return [sheet for sheet in saved_checklists(recovery) if sheet.open_entries]


def ids(sheet: SavedChecklist) -> list[str]:
    return [each.id for each in sheet.open_entries]


def find(lists: list[SavedChecklist], name: str) -> list[str]:
    """Return the ids of the answers in a list."""
    return next(ids(sheet) for sheet in lists if sheet.checklist.id == name)


def address_of(sheet: SavedChecklist, saved: SavedEntry | None = None) -> str:
    address = f"{sheet.page.removesuffix('.md')}/"
    return f"{address}#{saved.id}" if saved else address


def section(page: Page, name: str) -> Locator:
    return page.locator(f"[data-sheet='{name}']")


def line(page: Page, text: str) -> Locator:
    """Return the line of the page that starts with these words."""
    return page.locator("p").filter(has_text=re.compile(f"^{re.escape(shown_line(text))}"), visible=True)


def open_with(page: Page, *answers: str) -> None:
    """Open the page in a browser in which these items were answered one after another."""
    arrange(
        page, {storage_key(answer): entry("ticked", number) for number, answer in enumerate(answers, start=1)}
    )
    page.goto(MY_RECOVERY)


def expect_link(page: Page, text: str, answer: str) -> None:
    """Expect a single line that starts with these words and links to the place of an answer."""
    expect(line(page, text).get_by_role("link")).to_have_attribute("href", re.compile(f"#{answer}$"))


def test_a_new_reader_is_told_where_to_start(page: Page, words: Ui, lists: list[SavedChecklist]) -> None:
    page.goto(MY_RECOVERY)
    expect(page.get_by_text(shown(words.my_recovery.nothing_yet))).to_be_visible()
    expect(line(page, words.my_recovery.next)).to_have_count(0)
    expect(line(page, words.my_recovery.last)).to_have_count(0)
    expect(line(page, words.my_recovery.next_of_sheet)).to_have_count(0)
    expect(page.get_by_role("progressbar")).to_have_count(len(lists))


def test_the_progress_of_every_list_is_shown(page: Page, words: Ui, lists: list[SavedChecklist]) -> None:
    page.goto(FIVE_STEPS)
    boxes(page).nth(0).check()
    boxes(page).nth(2).check()
    page.goto(AUDIT)
    answer(page, words, "nu")
    page.goto(MY_RECOVERY)
    done = {"five-steps": 2, "rejection-audit": 2}
    for sheet in lists:
        number, total = done.get(sheet.checklist.id, 0), len(sheet.open_entries)
        told = (
            words.checklist.answered if isinstance(sheet.checklist, YesNoList) else words.checklist.progress
        )
        text = told.replace("{done}", str(number)).replace("{total}", str(total))
        bar = section(page, sheet.checklist.id).get_by_role("progressbar", name=text)
        expect(bar).to_have_js_property("value", number)
        expect(bar).to_have_js_property("max", total)


def test_every_list_in_progress_names_its_next_open_step(
    page: Page, words: Ui, lists: list[SavedChecklist]
) -> None:
    steps, audit = find(lists, "five-steps"), find(lists, "rejection-audit")
    open_with(page, audit[1], steps[0], steps[1])
    expect(line(page, words.my_recovery.next_of_sheet)).to_have_count(2)
    for name, item in (("five-steps", steps[2]), ("rejection-audit", audit[0])):
        link = section(page, name).locator("[data-next-of-sheet]").get_by_role("link")
        expect(link).to_have_attribute("href", re.compile(f"#{item}$"))


def test_the_link_to_the_next_step_opens_it(page: Page, words: Ui, lists: list[SavedChecklist]) -> None:
    steps = find(lists, "five-steps")
    open_with(page, steps[0])
    line(page, words.my_recovery.next).get_by_role("link").click()
    expect(page).to_have_url(re.compile(f"{FIVE_STEPS}#{steps[1]}$"))
    expect(boxes(page).nth(1)).to_be_in_viewport()


def test_where_the_reader_stopped_is_their_last_answer(
    page: Page, words: Ui, lists: list[SavedChecklist]
) -> None:
    steps, audit = find(lists, "five-steps"), find(lists, "rejection-audit")
    open_with(page, steps[3], audit[2], steps[0])
    expect_link(page, words.my_recovery.last, steps[0])
    page.goto(FIVE_STEPS)
    boxes(page).nth(0).uncheck()
    page.goto(MY_RECOVERY)
    expect_link(page, words.my_recovery.last, audit[2])


def test_the_next_step_follows_the_last_answer(page: Page, words: Ui, lists: list[SavedChecklist]) -> None:
    steps = find(lists, "five-steps")
    open_with(page, steps[1], steps[0], steps[2])
    expect_link(page, words.my_recovery.next, steps[3])


def test_at_the_end_of_a_list_the_next_step_is_a_skipped_one(
    page: Page, words: Ui, lists: list[SavedChecklist]
) -> None:
    steps = find(lists, "five-steps")
    open_with(page, steps[0], steps[2], steps[3], steps[4])
    expect_link(page, words.my_recovery.next, steps[1])


def test_after_a_finished_list_the_next_step_is_in_the_following_list(
    page: Page, words: Ui, lists: list[SavedChecklist]
) -> None:
    number = next(number for number, sheet in enumerate(lists) if sheet.checklist.id == "five-steps")
    begun = lists[number + 1].open_entries[0].id
    open_with(page, begun, *find(lists, "five-steps"))
    expect_link(page, words.my_recovery.next, lists[number + 1].open_entries[1].id)


def test_after_the_last_list_the_next_step_is_in_the_first(
    page: Page, words: Ui, lists: list[SavedChecklist]
) -> None:
    open_with(page, *ids(lists[-1]))
    expect_link(page, words.my_recovery.next, lists[0].open_entries[0].id)


def test_when_everything_is_done_there_is_no_next_step(
    page: Page, words: Ui, lists: list[SavedChecklist]
) -> None:
    open_with(page, *(each.id for sheet in lists for each in sheet.open_entries))
    expect_link(page, words.my_recovery.last, lists[-1].open_entries[-1].id)
    expect(line(page, words.my_recovery.next)).to_have_count(0)
    expect(line(page, words.my_recovery.next_of_sheet)).to_have_count(0)


def test_every_answer_is_listed_in_words(page: Page, words: Ui, lists: list[SavedChecklist]) -> None:
    page.goto(FIVE_STEPS)
    boxes(page).nth(1).check()
    page.goto(AUDIT)
    answer(page, words, "ynu")
    page.goto(MY_RECOVERY)
    for name, answers in (
        ("five-steps", [words.answers.none, words.answers.ticked]),
        ("rejection-audit", [words.answers.yes, words.answers.no, words.answers.unsure, words.answers.none]),
    ):
        section(page, name).get_by_text(words.my_recovery.all_items).click()
        items = section(page, name).get_by_role("listitem")
        expect(items).to_have_count(len(find(lists, name)))
        for number, text in enumerate(answers):
            expect(items.nth(number)).to_contain_text(text)


def test_a_tick_in_another_tab_is_shown_at_once(
    context: BrowserContext, page: Page, words: Ui, lists: list[SavedChecklist]
) -> None:
    page.goto(MY_RECOVERY)
    other = context.new_page()
    other.goto(FIVE_STEPS)
    boxes(other).first.check()
    expect_link(page, words.my_recovery.last, find(lists, "five-steps")[0])
    expect(section(page, "five-steps").get_by_role("progressbar")).to_have_js_property("value", 1)


def test_with_blocked_storage_the_page_says_so(page: Page, words: Ui) -> None:
    page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error(); } });")
    page.goto(MY_RECOVERY)
    expect(visible(page, "[data-problem]")).to_contain_text(shown_line(words.storage.blocked.title))
    expect(page.get_by_text(shown(words.my_recovery.nothing_yet))).to_be_visible()


# Without scripts


@without_scripts
def test_without_scripts_every_list_and_item_is_linked(
    page: Page, words: Ui, lists: list[SavedChecklist], home: str
) -> None:
    page.goto(MY_RECOVERY)
    for sheet in lists:
        here = section(page, sheet.checklist.id)
        title = here.get_by_role("heading").get_by_role("link", name=shown_line(sheet.checklist.title))
        assert title.evaluate("link => link.href") == home + address_of(sheet)
        here.get_by_text(words.my_recovery.all_items).click()
        for saved in sheet.open_entries:
            link = here.get_by_role("listitem").get_by_role("link", name=shown(saved.item.text), exact=True)
            expect(link).to_be_visible()
            assert link.evaluate("link => link.href") == home + address_of(sheet, saved)


def test_every_linked_item_exists(site: Site, lists: list[SavedChecklist]) -> None:
    for sheet in lists:
        there = {each["id"] for each in site.soup(address_of(sheet)).select("[id]")}
        assert set(ids(sheet)) <= there


@without_scripts
def test_without_scripts_the_page_says_only_that_nothing_is_saved(page: Page, words: Ui) -> None:
    page.goto(MY_RECOVERY)
    expect(visible(page, "article button, article input, article progress, dialog")).to_have_count(0)
    expect(page.get_by_text(shown(words.storage.not_kept))).to_be_visible()
    expect(page.get_by_text(shown(words.my_recovery.nothing_yet))).to_be_hidden()


def test_every_item_is_printed_with_its_answer(page: Page, words: Ui, lists: list[SavedChecklist]) -> None:
    open_with(page, find(lists, "five-steps")[0])
    paper = "".join(sheets(page))
    for sheet in lists:
        assert squeezed(shown_line(sheet.checklist.title)) in paper
        assert all(squeezed(shown(each.item.text)) in paper for each in sheet.open_entries)
    first = next(sheet for sheet in lists if sheet.checklist.id == "five-steps").open_entries[0]
    assert squeezed(f"{shown(first.item.text)} · {words.answers.ticked}") in paper


# The home page


def test_a_new_reader_is_not_asked_to_carry_on(page: Page, words: Ui) -> None:
    page.goto("")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_text(words.my_recovery.carry_on)).to_be_hidden()
    expect(page.locator("[data-module='carry-on']")).to_have_count(1)


def test_a_returning_reader_first_sees_the_next_item_of_their_last_list(
    page: Page, words: Ui, lists: list[SavedChecklist], recovery: Content
) -> None:
    page.goto(FIVE_STEPS)
    boxes(page).nth(0).check()
    page.goto(AUDIT)
    answer(page, words, "yn")
    page.goto("")
    audit = next(sheet for sheet in lists if sheet.checklist.id == "rejection-audit")
    links = page.get_by_role("article").get_by_role("link")
    expect(links.first).to_have_text(shown(audit.open_entries[2].item.text))
    expect(links.first).to_be_in_viewport(ratio=1)
    here = page.get_by_role("region", name=words.my_recovery.carry_on)
    expect(here).to_contain_text(words.checklist.answered.replace("{done}", "2").replace("{total}", "5"))
    links.first.click()
    expect(page).to_have_url(re.compile(f"{AUDIT}#{audit.open_entries[2].id}$"))
    expect(page.locator("article input:checked")).to_have_count(2)


def test_the_ways_in_are_folded_for_a_returning_reader(page: Page, words: Ui, recovery: Content) -> None:
    page.goto(FIVE_STEPS)
    boxes(page).nth(0).check()
    page.goto("")
    way = page.get_by_role("article").get_by_role("link", name=shown_line(recovery.situations[0].title))
    expect(way).to_be_hidden()
    page.get_by_text(recovery.thread.ways).click()
    expect(way).to_be_visible()


def test_a_reader_who_cleared_every_answer_is_new_again(page: Page, words: Ui) -> None:
    page.goto(FIVE_STEPS)
    boxes(page).first.check()
    boxes(page).first.uncheck()
    assert stored(page)
    page.goto("")
    expect(page.get_by_text(words.my_recovery.carry_on)).to_be_hidden()


def test_the_home_page_follows_another_tab(context: BrowserContext, page: Page, words: Ui) -> None:
    page.goto("")
    other = context.new_page()
    other.goto(FIVE_STEPS)
    boxes(other).first.check()
    expect(page.get_by_text(words.my_recovery.carry_on)).to_be_visible()
    button(other, words.checklist.reset).click()
    expect(page.get_by_text(words.my_recovery.carry_on)).to_be_hidden()


# Results


def test_an_audit_shows_its_verdict_a_dot_for_each_answer_and_what_to_work_on(
    page: Page, recovery: Content, words: Ui
) -> None:
    audit = next(each for each in recovery.checklists if isinstance(each, YesNoList))
    page.goto(AUDIT)
    answer(page, words, "ynuny")
    page.goto(MY_RECOVERY)
    result = section(page, audit.id).locator("[data-result]")
    expect(result).to_have_attribute("data-dots", "●○◐○●")
    (verdict,) = [each for each in audit.verdicts if each.no_min <= 2 <= each.no_max]
    expect(result.locator("[data-verdict]").filter(visible=True)).to_have_text([shown_line(verdict.title)])
    asked = [each for each in audit.items if not each.retired]
    expect(result.get_by_role("listitem")).to_have_text([shown(asked[1].text), shown(asked[3].text)])
    expect(result.get_by_role("link").first).to_have_attribute(
        "href", re.compile(f"#{audit.id}--{asked[1].id}$")
    )


def test_no_verdict_shows_while_missing_answers_can_change_it(page: Page, words: Ui) -> None:
    page.goto(AUDIT)
    answer(page, words, "yn")
    page.goto(MY_RECOVERY)
    expect(section(page, "rejection-audit").get_by_role("progressbar")).to_have_attribute("value", "2")
    expect(page.locator("[data-result]")).to_be_hidden()


def test_causes_are_tallied_with_the_most_frequent_first(page: Page, recovery: Content) -> None:
    rare, frequent, *_ = recovery.root_causes
    chosen = [rare.id, frequent.id, frequent.id, ""]
    rows = {f"debrief-row--r{number}--cause": cause for number, cause in enumerate(chosen)}
    orders = {f"debrief-row--r{number}--order": str(number) for number in range(len(chosen))}
    arrange(page, {storage_key(name): entry(value) for name, value in (rows | orders).items()})
    page.goto(MY_RECOVERY)
    tally = recovery.worksheets.debrief.words.causes_count
    lines = visible(page, "[data-tally]")
    expect(lines).to_have_text(
        [tally.format(title=frequent.title, count=2), tally.format(title=rare.title, count=1)]
    )
    expect(lines.first).to_have_attribute("data-tally", "■■")


def test_an_answer_names_its_empty_parts(page: Page, recovery: Content, words: Ui) -> None:
    first, *others = recovery.star
    answers = {"s1--order": "1", f"s1--{first.id}": "x"}
    whole = {"s2--order": "2", **{f"s2--{part.id}": "x" for part in recovery.star}}
    arrange(
        page, {storage_key(f"star-answer--{name}"): entry(value) for name, value in (answers | whole).items()}
    )
    page.goto(MY_RECOVERY)
    gap = words.my_recovery.gap.format(parts=", ".join(part.component for part in others))
    unfinished, done = page.locator("[data-records='star-answer'] li").all()
    expect(unfinished).to_contain_text(gap)
    expect(done).to_have_text(words.worksheet.untitled)


def test_a_date_in_the_name_of_a_sheet_is_written_out(page: Page) -> None:
    written = {"name": "Baker", "interview": "2026-11-24", "order": "1"}
    kept_of_it = {storage_key(f"when-to-ask--w1--{field}"): entry(value) for field, value in written.items()}
    arrange(page, kept_of_it)
    page.goto(MY_RECOVERY)
    expect(page.get_by_role("link", name="Baker · November 24, 2026", exact=True)).to_be_visible()
