"""The content changes between two visits: ticks follow renamed items, and retired ones are still shown."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from built_site import BASE, Site, build, shown, shown_line
from edition import Once
from playwright.sync_api import BrowserContext, Locator, Page, Route, expect
from reader import (
    AUDIT,
    FIVE_STEPS,
    answer,
    boxes,
    button,
    sheets,
    squeezed,
    violations_in_every_look,
    visible,
)
from saved_data import (
    FILL,
    MAKE_ROOM,
    MY_RECOVERY,
    YOUR_DATA,
    answered,
    arrange,
    changes,
    copy_of,
    entry,
    expect_notice,
    load_copy,
    open_copy,
    storage_key,
    stored,
    ticks,
    values,
)

from macros.content import Content
from macros.content.saved import SavedEntry, saved_checklists
from macros.content.words import Ui
from tools.site_engine import environment

RENAMED, NEW = "five-steps--put-it-down", "five-steps--let-it-rest"
RETIRED, DRILL = "five-steps--find-out-why", "48-hour-drill--check-first"
HONEST_AUDIT = "checklists/honest-audit/"
# An editor's changes to the content, and then to everything that links to it.
CONTENT = {
    "      - id: put-it-down\n": "      - id: let-it-rest\n        was: [put-it-down]\n",
    "  - id: rejection-audit\n": "  - id: honest-audit\n    was: [rejection-audit]\n",
    "      - id: find-out-why\n": "      - id: find-out-why\n        retired: true\n",
    "  - id: 48-hour-drill\n": "  - id: 48-hour-drill\n    retired: true\n",
    "      - id: layer-data\n": "      - id: layer-facts\n        was: [layer-data]\n",
    "          - id: in-person\n": "          - id: on-site\n            was: [in-person]\n",
    "          - id: panel\n": "          - id: panel\n            retired: true\n",
    "          - id: said\n": "          - id: said\n            retired: true\n",
    "text: Did you hear each question out before you thought about your answer?": "text: Did you listen first?",
}
LINKS = {
    'checklist("rejection-audit")': 'checklist("honest-audit")',
    "rejection-audit.md": "honest-audit.md",
    "      - 48-hour drill: checklists/48-hour-drill.md\n": "",
    "48-hour-drill.md": "index.md",
}


def run(project: Path, *module: str) -> None:
    """Run one of the project's commands in a copy of it."""
    command = [sys.executable, "-m", *module]
    variables = {**environment(), "SITE_URL": Site.url}
    done = subprocess.run(
        command, cwd=project, env=variables, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def edit(file: Path, changes: dict[str, str]) -> None:
    text = file.read_text("utf-8")
    for old, new in changes.items():
        text = text.replace(old, new)
    file.write_text(text, "utf-8")


def build_tomorrow(edition: Path, project: Path) -> None:
    """Copy the edition, edit it, and build it."""
    shutil.copytree(edition, project)
    (project / "docs/checklists/48-hour-drill.md").unlink()
    (project / "docs/checklists/rejection-audit.md").rename(project / "docs/checklists/honest-audit.md")
    edit(project / "docs/data/recovery.yml", CONTENT)
    for file in (project / "mkdocs.yml", project / "docs/data/recovery.yml", *project.rglob("docs/**/*.md")):
        edit(file, LINKS)
    run(project, "macros", "ids", "--update")
    build(project, project / "site")


@pytest.fixture(scope="module")
def tomorrow(edition: Path, once: Once) -> Site:
    """Return tomorrow's site: one item and one list have other ids, and one of each is retired."""
    return Site(once("tomorrow", lambda project: build_tomorrow(edition, project)) / "site")


@pytest.fixture
def deployed(context: BrowserContext, page: Page, tomorrow: Site, home: str) -> Page:
    """Return a browser that holds today's answers and opens tomorrow's site."""
    page.goto(FIVE_STEPS)
    for number in (0, 1, 2):
        boxes(page).nth(number).check()
    page.goto("checklists/48-hour-drill/")
    page.locator(f"[id='{DRILL}']").check()

    def serve(route: Route) -> None:
        path = urlsplit(route.request.url).path
        route.fulfill(path=tomorrow.file(path.removeprefix(BASE)))

    context.route(f"{home}**", serve)
    page.goto(FIVE_STEPS)
    return page


@pytest.fixture
def items(recovery: Content) -> dict[str, SavedEntry]:
    """Return everything that readers save today, by its id."""
    return {each.id: each for sheet in saved_checklists(recovery) for each in sheet.entries}


def retired(page: Page, words: Ui) -> Locator:
    """Return the notes about what is no longer part of a list."""
    return page.locator("[data-module='retired']").filter(
        has_text=shown_line(words.checklist.retired_title), visible=True
    )


# Renamed


def test_a_tick_follows_a_renamed_item(deployed: Page) -> None:
    assert ticks(deployed) == [0, 1]
    assert boxes(deployed).nth(1).get_attribute("id") == NEW
    assert NEW in values(stored(deployed))
    assert storage_key(RENAMED) not in stored(deployed)
    deployed.reload()
    assert ticks(deployed) == [0, 1]
    boxes(deployed).nth(1).uncheck()
    deployed.reload()
    assert ticks(deployed) == [0]


def test_a_tick_of_a_renamed_item_keeps_its_timestamp(deployed: Page) -> None:
    arrange(deployed, {storage_key(RENAMED): entry("ticked", 2**44)})
    deployed.goto(FIVE_STEPS)
    assert stored(deployed)[storage_key(NEW)] == entry("ticked", 2**44)


@pytest.mark.parametrize(("old", "new", "shown_ticks"), [(5, 6, []), (6, 5, [1])])
def test_the_later_of_two_ticks_under_both_ids_wins(
    deployed: Page, old: int, new: int, shown_ticks: list[int]
) -> None:
    deployed.evaluate("localStorage.clear()")
    arrange(deployed, {storage_key(RENAMED): entry("ticked", old), storage_key(NEW): entry("", new)})
    deployed.goto(FIVE_STEPS)
    assert ticks(deployed) == shown_ticks
    assert stored(deployed).keys() == {storage_key(NEW)}


def test_answers_follow_a_renamed_list(deployed: Page, words: Ui) -> None:
    answers = {"company-news": "yes", "listening": "no"}
    arrange(
        deployed,
        {storage_key(f"rejection-audit--{item}"): entry(value, 5) for item, value in answers.items()},
    )
    deployed.goto(HONEST_AUDIT)
    chosen = deployed.locator("article input:checked").all()
    assert [radio.get_attribute("value") for radio in chosen] == ["yes", "no"]
    answer(deployed, words, "n")
    assert values(stored(deployed)).items() >= {"honest-audit--company-news": "no"}.items()


def test_my_recovery_shows_answers_under_their_new_ids(deployed: Page, words: Ui) -> None:
    arrange(deployed, {storage_key("rejection-audit--listening"): entry("no", 2**44)})
    deployed.goto(MY_RECOVERY)
    audit = deployed.locator("[data-sheet='honest-audit']")
    expect(audit.get_by_role("progressbar")).to_have_js_property("value", 1)
    steps = deployed.locator("[data-sheet='five-steps']")
    expect(steps.get_by_role("progressbar")).to_have_js_property("value", 2)
    assert deployed.locator("[data-last]").get_by_role("link").get_attribute("href")


def test_the_home_page_finds_a_tick_of_a_renamed_item(deployed: Page, words: Ui) -> None:
    deployed.evaluate("localStorage.clear()")
    arrange(deployed, {storage_key(RENAMED): entry("ticked", 5)})
    deployed.goto("")
    expect(deployed.get_by_text(words.my_recovery.carry_on)).to_be_visible()


def test_without_room_for_the_new_id_the_old_entry_stays(deployed: Page, words: Ui) -> None:
    deployed.evaluate("localStorage.clear()")
    arrange(deployed, {storage_key(RENAMED): entry("ticked", 5)})
    deployed.evaluate(FILL)
    deployed.goto(FIVE_STEPS)
    assert ticks(deployed) == [1]
    expect_notice(deployed, words.storage.full)
    assert stored(deployed) == {storage_key(RENAMED): entry("ticked", 5)}
    deployed.evaluate(MAKE_ROOM)
    deployed.reload()
    assert ticks(deployed) == [1]
    assert stored(deployed) == {storage_key(NEW): entry("ticked", 5)}


def test_a_copy_from_before_the_rename_loads(deployed: Page, words: Ui, items: dict[str, SavedEntry]) -> None:
    deployed.evaluate("localStorage.clear()")
    deployed.goto(YOUR_DATA)
    old = copy_of(answered(RENAMED, "ticked", 5))
    open_copy(deployed, words, old)
    assert any(shown(items[RENAMED].item.text) in each for each in changes(deployed, words))
    load_copy(deployed, words, old)
    expect(visible(deployed, "[data-sheet='five-steps'] [data-entry]")).to_have_count(1)
    deployed.goto(FIVE_STEPS)
    assert ticks(deployed) == [1]


# Worksheets

# An interview in person, an answer and a note, as today's site saves them.
WRITTEN = {
    "debrief--one--order": "1",
    "debrief--one--current": "yes",
    "debrief--one--kind": "in-person",
    "star-answer--two--order": "1",
    "star-answer--two--layer-data": "Two bakers, one oven.",
    "follow-up-note--three--order": "1",
    "follow-up-note--three--said": "I led it alone.",
}
ON_SITE, FACTS = "debrief--one--kind", "star-answer--two--layer-facts"


def live(page: Page, field: str) -> Locator:
    """Return a field of the first visible record."""
    return visible(page, f"[data-field='{field}']").first


def expect_what_was_written(page: Page) -> None:
    page.goto("worksheets/debrief/")
    expect(live(page, "kind").get_by_role("radio", name="In person")).to_be_checked()
    page.goto("worksheets/star-answer/")
    expect(live(page, "layer-data")).to_have_value("Two bakers, one oven.")
    assert values(stored(page)).items() >= {ON_SITE: "on-site", FACTS: "Two bakers, one oven."}.items()
    assert "star-answer--two--layer-data" not in values(stored(page))


def test_answers_follow_a_renamed_field_and_a_renamed_choice(deployed: Page) -> None:
    arrange(deployed, {storage_key(name): entry(value, 5) for name, value in WRITTEN.items()})
    expect_what_was_written(deployed)


@pytest.mark.parametrize("where", [MY_RECOVERY, YOUR_DATA, "worksheets/star-answer/"])
def test_answers_follow_on_the_first_page_that_knows_of_the_rename(deployed: Page, where: str) -> None:
    arrange(deployed, {storage_key(name): entry(value, 5) for name, value in WRITTEN.items()})
    deployed.goto(where)
    assert values(stored(deployed)).items() >= {ON_SITE: "on-site", FACTS: "Two bakers, one oven."}.items()


def test_a_copy_of_worksheets_from_before_the_rename_loads(deployed: Page, words: Ui) -> None:
    deployed.goto(YOUR_DATA)
    load_copy(deployed, words, copy_of(*(answered(name, value, 5) for name, value in WRITTEN.items())))
    expect_what_was_written(deployed)


def test_a_later_answer_is_not_replaced_by_an_earlier_one_under_an_old_name(deployed: Page) -> None:
    later = {storage_key(FACTS): entry("Three bakers.", 9)}
    arrange(deployed, {storage_key(name): entry(value, 5) for name, value in WRITTEN.items()} | later)
    deployed.goto("worksheets/star-answer/")
    expect(live(deployed, "layer-data")).to_have_value("Three bakers.")


def test_a_retired_choice_and_field_are_shown_to_those_who_answered_them(deployed: Page) -> None:
    chosen = WRITTEN | {"debrief--one--kind": "panel"}
    arrange(deployed, {storage_key(name): entry(value, 5) for name, value in chosen.items()})
    deployed.goto("worksheets/debrief/")
    expect(live(deployed, "kind").get_by_role("radio", name="Panel")).to_be_checked()
    deployed.goto("worksheets/follow-up-note/")
    expect(visible(deployed, "[data-field='said']")).to_have_value("I led it alone.")


def test_a_retired_choice_and_field_are_not_offered_to_others(deployed: Page) -> None:
    deployed.goto("worksheets/debrief/")
    expect(live(deployed, "kind").get_by_role("radio", name="Phone")).to_be_visible()
    expect(live(deployed, "kind").get_by_role("radio", name="Panel")).to_have_count(0)
    deployed.goto("worksheets/follow-up-note/")
    expect(visible(deployed, "[data-field='topic']")).to_have_count(1)
    expect(visible(deployed, "[data-field='said']")).to_have_count(0)


# Changed text


def test_a_changed_text_of_an_item_shows_everywhere_and_its_answer_stays(deployed: Page, words: Ui) -> None:
    text = "Did you listen first?"
    arrange(deployed, {storage_key("rejection-audit--listening"): entry("no", 2**44)})
    deployed.goto(HONEST_AUDIT)
    expect(
        deployed.get_by_role("group", name=text).get_by_role("radio", name=words.checklist.no, exact=True)
    ).to_be_checked()
    expect(visible(deployed, "[data-for]")).to_have_text([re.compile(re.escape(text))])
    # In print, the advice for a "no" is beside its question, so the list of what to work on would repeat it.
    assert "".join(sheets(deployed)).count(squeezed(text)) == 1
    deployed.goto(MY_RECOVERY)
    deployed.locator("[data-sheet='honest-audit']").get_by_text(words.my_recovery.all_items).click()
    expect(deployed.get_by_role("listitem").filter(has_text=text, visible=True)).to_contain_text(
        words.answers.no
    )


# Retired


@pytest.mark.parametrize("where", [FIVE_STEPS, MY_RECOVERY, YOUR_DATA])
def test_a_tick_of_a_retired_item_is_shown_until_the_reader_removes_it(
    deployed: Page, words: Ui, items: dict[str, SavedEntry], where: str
) -> None:
    deployed.goto(where)
    note = retired(deployed, words).filter(has_text=shown(items[RETIRED].item.text))
    expect(note).to_be_visible()
    assert RETIRED in values(stored(deployed))
    note.get_by_role("button", name=words.checklist.remove).click()
    expect(deployed.get_by_text(shown(items[RETIRED].item.text))).to_be_hidden()
    assert RETIRED not in values(stored(deployed))
    note = deployed.locator("[data-module='retired']").filter(visible=True).first
    note.get_by_role("button", name=words.checklist.undo, exact=True).click()
    expect(deployed.get_by_text(shown(items[RETIRED].item.text))).to_be_visible()
    deployed.reload()
    expect(deployed.get_by_text(shown(items[RETIRED].item.text))).to_be_visible()


@pytest.mark.parametrize("where", [FIVE_STEPS, MY_RECOVERY, YOUR_DATA])
def test_the_notes_about_retired_items_are_accessible(deployed: Page, words: Ui, where: str) -> None:
    deployed.goto(where)
    expect(retired(deployed, words)).not_to_have_count(0)
    assert violations_in_every_look(deployed) == []
    retired(deployed, words).get_by_role("button", name=words.checklist.remove).first.click()
    assert violations_in_every_look(deployed) == []


def test_a_removed_tick_of_a_retired_item_stays_removed(deployed: Page, words: Ui) -> None:
    retired(deployed, words).get_by_role("button", name=words.checklist.remove).click()
    deployed.evaluate("sessionStorage.clear()")
    deployed.reload()
    expect(boxes(deployed).first).to_be_checked()
    expect(retired(deployed, words)).to_have_count(0)


def test_a_retired_item_no_longer_counts(deployed: Page) -> None:
    bar = deployed.get_by_role("progressbar")
    expect(bar).to_have_js_property("max", 4)
    expect(bar).to_have_js_property("value", 2)


def test_a_reader_who_never_ticked_a_retired_item_does_not_see_it(deployed: Page, words: Ui) -> None:
    deployed.evaluate("localStorage.clear()")
    for where in (FIVE_STEPS, MY_RECOVERY):
        deployed.goto(where)
        expect(deployed.get_by_role("article")).to_be_visible()
        expect(retired(deployed, words)).to_have_count(0)


def test_start_over_keeps_ticks_of_retired_items(deployed: Page, words: Ui) -> None:
    button(deployed, words.checklist.reset).click()
    assert ticks(deployed) == []
    expect(retired(deployed, words)).to_have_count(1)
    assert RETIRED in values(stored(deployed))


def test_ticks_of_a_retired_list_are_shown_on_my_recovery(
    deployed: Page, words: Ui, items: dict[str, SavedEntry]
) -> None:
    deployed.goto(MY_RECOVERY)
    note = retired(deployed, words).filter(has_text=shown(items[DRILL].item.text))
    expect(note.get_by_role("listitem")).to_have_count(1)
    note.get_by_role("button", name=words.checklist.remove).click()
    assert DRILL not in values(stored(deployed))


def test_undo_restores_every_removed_tick_of_a_retired_list(
    deployed: Page, words: Ui, items: dict[str, SavedEntry]
) -> None:
    drill = [item for item in items if item.startswith("48-hour-drill--")][:3]
    arrange(deployed, {storage_key(item): entry("ticked", 5) for item in drill})
    before = values(stored(deployed))
    deployed.goto(MY_RECOVERY)
    note = retired(deployed, words).filter(has_text=shown(items[DRILL].item.text))
    for _ in drill:
        note.get_by_role("button", name=words.checklist.remove).first.click()
    undo = visible(deployed, "[data-action='undo-remove']")
    undo.click()
    expect(undo).to_have_count(0)
    assert values(stored(deployed)) == before


def test_a_renamed_audit_opens_at_its_new_address(deployed: Page) -> None:
    """The address of a renamed list changes."""
    assert AUDIT != HONEST_AUDIT
    deployed.goto(HONEST_AUDIT)
    expect(deployed.get_by_role("progressbar")).to_be_visible()
