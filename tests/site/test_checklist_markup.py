"""Checklists as the server sends them: their ids are permanent, and they work without scripts."""

from __future__ import annotations

import pytest
from bs4 import Tag
from built_site import Site, addresses, items_of, shown, shown_line

from macros.content import Content
from macros.content.checklists import AnyChecklist, YesNoList

TICK = [
    "five-day-plan",
    "five-steps",
    "before-you-send",
    "48-hour-drill",
    "answer-rewrite",
    "ten-minutes-before",
]
YES_NO = ["rejection-audit"]
tick_lists = pytest.mark.parametrize("checklist", TICK)
yes_no_lists = pytest.mark.parametrize("checklist", YES_NO)
every_list = pytest.mark.parametrize("checklist", [*TICK, *YES_NO])


def sheets(recovery: Content) -> dict[str, AnyChecklist]:
    return {sheet.id: sheet for sheet in (*recovery.checklists, recovery.plan)}


@pytest.fixture
def sheet(recovery: Content, checklist: str) -> AnyChecklist:
    """Return a checklist of the content."""
    return sheets(recovery)[checklist]


@pytest.fixture
def section(site: Site, checklist: str) -> Tag:
    """Return a checklist on its own page."""
    (section,) = site.article(f"checklists/{checklist}/").select("[data-checklist]")
    assert section["data-checklist"] == checklist
    return section


def words(element: Tag | None) -> str:
    assert element
    return " ".join(element.get_text().split())


def is_hidden(element: Tag) -> bool:
    return any(
        each.has_attr("hidden") or (each.name == "dialog" and not each.has_attr("open"))
        for each in (element, *element.parents)
    )


def test_every_checklist_of_the_content_is_tested_here(recovery: Content) -> None:
    scored = [sheet.id for sheet in sheets(recovery).values() if isinstance(sheet, YesNoList)]
    assert sheets(recovery).keys() == {*TICK, *YES_NO}
    assert scored == YES_NO


@tick_lists
def test_every_item_is_a_box_with_its_permanent_id(section: Tag, sheet: AnyChecklist) -> None:
    boxes = section.select("input")
    assert {box["type"] for box in boxes} == {"checkbox"}
    assert [box["id"] for box in boxes] == [f"{sheet.id}--{item.id}" for item in items_of(sheet)]


@yes_no_lists
def test_every_question_has_three_answers_with_their_permanent_ids(section: Tag, sheet: AnyChecklist) -> None:
    radios = section.select("input")
    wanted = [
        (f"{sheet.id}--{item.id}", f"{sheet.id}--{item.id}--{answer}", answer)
        for item in items_of(sheet)
        for answer in ("yes", "no", "unsure")
    ]
    assert {radio["type"] for radio in radios} == {"radio"}
    assert [(radio["name"], radio["id"], radio["value"]) for radio in radios] == wanted


@every_list
def test_an_item_is_labelled_with_its_whole_text(section: Tag, sheet: AnyChecklist) -> None:
    labels = [words(label) for label in section.select("li > label, legend")]
    assert labels == [shown(item.text) for item in items_of(sheet)]


@every_list
def test_an_item_shows_its_help_its_branches_and_its_link(section: Tag, sheet: AnyChecklist) -> None:
    text = words(section)
    for item in items_of(sheet):
        assert not item.help or shown(item.help) in text
        assert not item.link or shown_line(item.link.text) in text
        assert all(shown(branch.text) in text for branch in item.branches or ())


@every_list
def test_an_item_has_the_same_id_on_every_page_that_shows_it(site: Site, checklist: str) -> None:
    sections = [
        section
        for address in addresses()
        for section in site.soup(address).select(f'[data-checklist="{checklist}"]')
    ]
    ids = [[field["id"] for field in section.select("input")] for section in sections]
    assert all(each == ids[0] for each in ids)


def test_the_five_steps_stand_on_two_pages(site: Site) -> None:
    on = [address for address in addresses() if site.soup(address).select('[data-checklist="five-steps"]')]
    assert on == ["checklists/five-steps/", "guide/five-steps/"]


def test_nothing_is_answered_before_the_reader_does_it(site: Site, address: str) -> None:
    assert not site.article(address).select("[checked]:not(.specimen *)")


def test_a_button_that_needs_a_script_is_hidden_until_there_is_one(site: Site, address: str) -> None:
    buttons = site.article(address).select(":is(button, [data-action]):not(.specimen *)")
    assert not [button for button in buttons if not (button.has_attr("data-action") and is_hidden(button))]


@every_list
def test_a_checklist_has_its_buttons(section: Tag) -> None:
    actions = [button["data-action"] for button in section.select("button")]
    assert actions == ["print", "print-blank", "reset", "undo"]
    assert not is_hidden(section)


@every_list
def test_without_scripts_a_checklist_says_that_nothing_is_saved(section: Tag, recovery: Content) -> None:
    (notice,) = section.select("[data-storage-notice]")
    visible = [words(message) for message in notice.select("[data-problem]") if not is_hidden(message)]
    assert visible == [shown(recovery.ui.storage.not_kept)]


@every_list
def test_a_checklist_says_how_long_it_takes(section: Tag, sheet: AnyChecklist) -> None:
    assert words(section.select_one(".facts__takes")) == shown_line(sheet.takes or "?")


def test_the_index_says_what_each_tool_is_for_and_how_long_it_takes(site: Site, recovery: Content) -> None:
    index = [words(entry) for entry in site.article("checklists/").select(".tools-index > li")]
    worksheets = recovery.worksheets
    tools = (worksheets.debrief, worksheets.follow_up_note, worksheets.star_answer)
    for tool, entry in zip((*tools, *recovery.checklists, recovery.plan), index, strict=True):
        assert entry.startswith(shown_line(tool.want or "?"))
        assert shown_line(tool.title) in entry
        assert shown_line(tool.takes or "?") in entry
        assert recovery.ui.tools.paper in entry


@every_list
def test_a_checklist_says_when_it_was_revised(section: Tag, sheet: AnyChecklist) -> None:
    assert f"{sheet.revised:%B} {sheet.revised.day}, {sheet.revised.year}" in words(
        section.select_one(".facts__revised")
    )


@yes_no_lists
def test_the_scoring_rule_stands_on_the_page_and_so_on_paper(section: Tag, sheet: YesNoList) -> None:
    (rule,) = section.select(".checklist__scoring")
    assert words(rule) == shown(sheet.scoring)
    assert not is_hidden(rule)


@yes_no_lists
def test_every_result_can_be_read_without_scripts(section: Tag, sheet: YesNoList) -> None:
    results = [words(result) for result in section.select("[data-verdict]") if not is_hidden(result)]
    assert results == [f"{shown_line(verdict.title)} {shown(verdict.text)}" for verdict in sheet.verdicts]


@yes_no_lists
def test_what_to_work_on_after_each_no_stands_with_its_page(section: Tag, sheet: YesNoList) -> None:
    entries = section.select("[data-work-on] [data-for]")
    assert [entry["data-for"] for entry in entries] == [item.id for item in sheet.items]
    for entry, item in zip(entries, sheet.items, strict=True):
        assert words(entry).startswith(f"{shown(item.text)} {shown(item.when_no)}")
        assert not item.link or words(entry.select_one("a.onward")) == shown_line(item.link.text)
