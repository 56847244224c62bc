"""Checklists as the server sends them: their ids are permanent, and they work without scripts."""

from __future__ import annotations

from bs4 import Tag
from built_site import Site, addresses, items_of, shown, shown_line

from macros.content import Content
from macros.content.checklists import AnyChecklist, Question, YesNoList
from macros.content.saved import saved_worksheets, still_open


def every_list(site: Site, recovery: Content) -> list[tuple[AnyChecklist, Tag]]:
    """Return every checklist that is not retired, with its element on its own page."""
    sheets = still_open(recovery.checklists)
    return [(sheet, section_of(site, sheet)) for sheet in sheets]


def section_of(site: Site, sheet: AnyChecklist) -> Tag:
    (section,) = site.article(f"checklists/{sheet.id}/").select("[data-checklist]")
    assert section["data-checklist"] == sheet.id
    return section


def yes_no_lists(site: Site, recovery: Content) -> list[tuple[YesNoList, Tag]]:
    return [(sheet, tag) for sheet, tag in every_list(site, recovery) if isinstance(sheet, YesNoList)]


def words(element: Tag | None) -> str:
    assert element
    return " ".join(element.get_text().split())


def is_hidden(element: Tag) -> bool:
    return any(
        each.has_attr("hidden") or (each.name == "dialog" and not each.has_attr("open"))
        for each in (element, *element.parents)
    )


def test_every_item_is_a_checkbox_with_its_permanent_id(site: Site, recovery: Content) -> None:
    for sheet, section in every_list(site, recovery):
        if isinstance(sheet, YesNoList):
            continue
        boxes = section.select("input")
        assert {box["type"] for box in boxes} == {"checkbox"}
        assert [box["id"] for box in boxes] == [f"{sheet.id}--{item.id}" for item in items_of(sheet)]


def test_every_question_has_three_answers_with_their_permanent_ids(site: Site, recovery: Content) -> None:
    for sheet, section in yes_no_lists(site, recovery):
        radios = section.select("input")
        wanted = [
            (f"{sheet.id}--{item.id}", f"{sheet.id}--{item.id}--{answer}", answer)
            for item in items_of(sheet)
            for answer in ("yes", "no", "unsure")
        ]
        assert {radio["type"] for radio in radios} == {"radio"}
        assert [(radio["name"], radio["id"], radio["value"]) for radio in radios] == wanted


def test_an_item_is_labeled_with_its_whole_text(site: Site, recovery: Content) -> None:
    for sheet, section in every_list(site, recovery):
        labels = [words(label) for label in section.select("li > label, legend")]
        assert labels == [shown(item.text) for item in items_of(sheet)]


def test_an_item_shows_its_help_its_branches_and_its_link(site: Site, recovery: Content) -> None:
    for sheet, section in every_list(site, recovery):
        text = words(section)
        for item in items_of(sheet):
            assert not item.help or shown(item.help) in text
            assert not item.link or shown_line(item.link.text) in text
            assert all(shown(branch.text) in text for branch in item.branches or ())


def test_an_item_has_the_same_id_on_every_page_that_shows_it(site: Site, recovery: Content) -> None:
    for sheet, section in every_list(site, recovery):
        own = [field["id"] for field in section.select("input")]
        for address in addresses():
            for shown_here in site.soup(address).select(f'[data-checklist="{sheet.id}"]'):
                assert [field["id"] for field in shown_here.select("input")] == own


def test_nothing_is_answered_before_the_reader_answers(site: Site, address: str) -> None:
    assert not site.article(address).select("[checked]:not(.specimen *, .print-pack *)")


def test_a_button_that_needs_a_script_is_hidden_until_there_is_one(site: Site, address: str) -> None:
    buttons = site.article(address).select(":is(button, [data-action]):not(.specimen *)")
    assert not [button for button in buttons if not (button.has_attr("data-action") and is_hidden(button))]


def test_a_checklist_has_its_buttons(site: Site, recovery: Content) -> None:
    for _, section in every_list(site, recovery):
        actions = [
            button["data-action"]
            for button in section.select("button")
            if not button.find_parent(attrs={"data-module": ["retired", "plan-cause"]})
        ]
        assert actions == ["print", "print-blank", "reset", "undo"]
        assert not is_hidden(section)


def test_without_scripts_a_checklist_says_that_nothing_is_saved(site: Site, recovery: Content) -> None:
    for _, section in every_list(site, recovery):
        (notice,) = section.select("[data-storage-notice]")
        visible = [words(message) for message in notice.select("[data-problem]") if not is_hidden(message)]
        assert visible == [shown(recovery.ui.storage.not_kept)]


def test_a_checklist_says_how_long_it_takes(site: Site, recovery: Content) -> None:
    for sheet, section in every_list(site, recovery):
        takes = [words(element) for element in section.select(".facts__takes")]
        assert takes == ([shown_line(sheet.takes)] if sheet.takes else [])


def test_the_index_says_what_each_tool_is_for_and_how_long_it_takes(site: Site, recovery: Content) -> None:
    index = [words(entry) for entry in site.article("checklists/").select(".tools-index > li")]
    lists = still_open(recovery.checklists)
    tools = [worksheet for _, worksheet in saved_worksheets(recovery)]
    for tool, entry in zip((*tools, *lists), index, strict=True):
        assert entry.startswith(shown_line(tool.want or tool.title))
        assert shown_line(tool.title) in entry
        assert shown_line(tool.takes or "") in entry
        assert recovery.ui.tools.paper in entry


def test_a_checklist_says_when_it_was_revised(site: Site, recovery: Content) -> None:
    for sheet, section in every_list(site, recovery):
        assert f"{sheet.revised:%B} {sheet.revised.day}, {sheet.revised.year}" in words(
            section.select_one(".facts__revised")
        )


def test_the_scoring_rule_is_on_the_page_and_so_on_paper(site: Site, recovery: Content) -> None:
    for sheet, section in yes_no_lists(site, recovery):
        (rule,) = section.select(".checklist__scoring")
        assert words(rule) == shown(sheet.scoring)
        assert not is_hidden(rule)


def test_every_result_can_be_read_without_scripts(site: Site, recovery: Content) -> None:
    for sheet, section in yes_no_lists(site, recovery):
        results = [words(result) for result in section.select("[data-verdict]") if not is_hidden(result)]
        assert results == [f"{shown_line(verdict.title)} {shown(verdict.text)}" for verdict in sheet.verdicts]


def test_every_question_has_its_advice_for_a_no_with_a_link_to_its_page(
    site: Site, recovery: Content
) -> None:
    for sheet, section in yes_no_lists(site, recovery):
        entries = section.select("[data-work-on] [data-for]")
        items = items_of(sheet)
        assert [entry["data-for"] for entry in entries] == [item.id for item in items]
        for entry, item in zip(entries, items, strict=True):
            assert isinstance(item, Question)
            assert words(entry).startswith(f"{shown(item.text)} {shown(item.when_no)}")
            assert not item.link or words(entry.select_one("a.onward")) == shown_line(item.link.text)
