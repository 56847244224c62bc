"""Every field and choice of the worksheets gets another id, and readers who use the worksheets notice nothing."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from built_site import Site, build, served
from playwright.sync_api import Page
from saved_data import MY_RECOVERY, YOUR_DATA, stored

from macros.__main__ import main
from macros.checks.load import load_content
from macros.checks.project import CONTENT
from macros.content.saved import RECORDS, saved_fields
from macros.reading.yaml_tree import Steps

TODAY = "-today"
MORNING = dt.datetime(2026, 11, 23, 9, tzinfo=dt.UTC)
# Fills every visible field: with a text that names it, a date, or its last choice.
WRITE = """() => {
    const shown = (each) => each.checkVisibility();
    for (const field of [...document.querySelectorAll("[data-entry] [data-field]")].filter(shown)) {
        const { field: name } = field.dataset;
        const choices = [...field.querySelectorAll("input")].filter(shown);
        const input = choices.at(-1) ?? field;
        if (choices.length) input.checked = true;
        else if (field.tagName === "SELECT") field.selectedIndex = field.options.length - 1;
        else field.value = field.type === "date" ? "2026-11-20" : `I wrote my ${name}.`;
        input.dispatchEvent(new Event("input", { bubbles: true }));
    }
}"""
VALUES = """() => [...document.querySelectorAll("[data-field]")].filter((each) => each.checkVisibility())
    .map((each) => [each.dataset.field, each.selectedOptions?.[0].text ?? each.value
        ?? each.querySelector(":checked")?.parentElement.textContent])"""


def rename(project: Path) -> None:
    """Give every field and choice of the worksheets another id, as an editor would."""
    loaded = load_content(project / CONTENT, project / "docs")
    lines = (project / CONTENT).read_text("utf-8").splitlines()
    names: dict[Steps, str] = {}
    for saved in saved_fields(loaded.content):
        choices = (
            () if saved.field.id == "outcome" else saved.choices
        )  # the thread of an interview knows these ids
        entries = [(saved.steps, saved.field.id), *((steps, choice.id) for steps, choice in choices)]
        names.update((steps, name) for steps, name in entries if steps[0] == "worksheets")
    for steps, name in names.items():
        at = loaded.document.spots[(*steps, "id")].place.line - 1
        was = f", was: [{name}]" if "{id:" in lines[at] else f"\n{' ' * lines[at].index('id:')}was: [{name}]"
        lines[at] = lines[at].replace(f"id: {name}", f"id: {name}{TODAY}{was}", 1)
    text = "\n".join(lines) + "\n"
    for name in names.values():  # hints and the example of a note refer to fields by id
        text = re.sub(rf"\bfield: {name}\b(?!-)", f"field: {name}{TODAY}", text)
    (project / CONTENT).write_text(text, "utf-8")


@pytest.fixture(scope="module")
def renamed(edition: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the edition with other ids, and return the address of its home page."""
    project = tmp_path_factory.mktemp("renamed") / "edition"
    shutil.copytree(edition, project)
    rename(project)
    assert main(["ids", "--update", str(project)]) == 0
    build(project, project / "site")
    site = Site(project / "site")
    with served(site.root, site.base) as address:
        yield address


def use(page: Page, home: str) -> dict[str, list[object]]:
    """Fill in every worksheet; return what it shows, before and after a reload, and what other pages show of it."""
    page.clock.install(time=MORNING)
    return {records.kind: use_one(page, home, records.page.removesuffix(".md") + "/") for records in RECORDS}


def use_one(page: Page, home: str, where: str) -> list[object]:
    page.goto(home + where)
    click_if_there(page, "add")
    page.evaluate(WRITE)
    for keep in page.locator("[data-keep]").all():
        keep.check()
    shown = what_shows(page)
    page.reload()
    shown += what_shows(page)
    click_if_there(page, "example")
    shown += what_shows(page)
    for next_page in (MY_RECOVERY, YOUR_DATA, ""):
        page.goto(home + next_page)
        click_if_there(page, "turned-down")
        shown += what_shows(page)
    return shown


def click_if_there(page: Page, action: str) -> None:
    for button in page.locator(f"[data-action='{action}']").filter(visible=True).all():
        button.click()


def what_shows(page: Page) -> list[object]:
    page.clock.run_for(5000)  # some of it appears only after a pause
    return [page.locator("article").inner_text(), page.evaluate(VALUES)]


def saved_names(page: Page) -> set[tuple[str, str]]:
    """Return the kind of record and the field of every saved answer."""
    names = (name.rpartition(":")[2].split("--") for name in stored(page) if name.count("--") == 2)
    return {(kind, field) for kind, _, field in names}


def test_worksheets_work_the_same_whatever_the_ids_of_their_fields(
    page: Page, home: str, renamed: str
) -> None:
    before, names = use(page, home), saved_names(page)
    for kind, shown in use(page, renamed).items():
        assert shown == before[kind]
    assert {(kind, field.removesuffix(TODAY)) for kind, field in saved_names(page)} == names
    assert {kind for kind, field in saved_names(page) if field.endswith(TODAY)} == {kind for kind, _ in names}
