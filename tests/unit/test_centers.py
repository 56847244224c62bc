"""Two centers make a copy their own with ``center.yml`` and ``docs/center/`` alone, and it can be published."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from built_site import NOT_FOUND, Site
from copies import ADDRESS, build_center, run_in_copy
from edition import Once


@pytest.fixture(scope="module", params=["mexico-city", "leeds"])
def copy(request: pytest.FixtureRequest, once: Once) -> Path:
    """Return a copy with the edits of a center, built as for publication."""
    return once(request.param, build_center)


@pytest.fixture(scope="module")
def published(copy: Path) -> Site:
    return Site(copy / "site", ADDRESS)


def searched(site: Site) -> dict[str, str]:
    """Return the entry of every page in the search index, as JSON, by address."""
    (file,) = site.root.glob("assets/search.*.json")
    pages = json.loads(file.read_text("utf-8"))["pages"]
    return {page["address"]: json.dumps(page, ensure_ascii=False) for page in pages}


def links(site: Site, address: str) -> list[str]:
    return [str(link["href"]) for link in site.soup(address).select("a[href]")]


# How to recognize each of them: its name, e-mail address, logo, and a page and a checklist of its own.
WHO = {
    "mexico-city": (
        "Centro de Carrera Reforma",
        "carreras@reforma.example",
        "reforma.png",
        "visit-us",
        "before-the-fair",
    ),
    "leeds": (
        "Aire Valley Careers Service, Leeds",
        "hello@airevalley.example",
        "aire.svg",
        "find-us",
        "ten-before-us",
    ),
}
# What each of them hides: a part of the site, a region, and an item of a checklist.
HIDDEN = {
    "mexico-city": ("hiring-managers/", "regions/middle-east-north-africa/", "five-steps--put-it-down"),
    "leeds": ("for-advisors/", "regions/latin-america/", "rejection-audit--time-use"),
}
# The id of the region that each of them names.
FIRST = {"mexico-city": "latin-america", "leeds": "united-kingdom"}
# A checklist that each of them rewords or adds to, and the texts of its first items.
ITEMS = {
    "mexico-city": ("five-steps", ["Talk to us", "Use your thank-you note to repair one thing"]),
    "leeds": ("five-day-plan", ["Write raw notes as soon as you can", "Give yourself an hour off"]),
}


def test_every_page_names_the_center_on_screen_and_on_paper(copy: Path, published: Site) -> None:
    name, mail, logo, *_ = WHO[copy.name]
    for address in published.addresses():
        soup = published.soup(address)
        assert soup.title is not None
        assert soup.title.get_text().endswith(f" - {name}")
        assert str(soup.select(".bar__logo")[0]["src"]).endswith(logo)
        assert f"mailto:{mail}" in links(published, address)
        feet = [foot.get_text() for foot in soup.select(".sheet-foot")]
        assert address == NOT_FOUND or [foot for foot in feet if name in foot and mail in foot]
        assert "Second Impression" in soup.select(".foot")[0].get_text(), "the name of the original stays"


def test_the_region_of_the_center_comes_first(copy: Path, published: Site) -> None:
    assert published.soup("regions/").select("tbody tr")[0]["id"] == FIRST[copy.name]


def test_no_list_names_a_hidden_region(copy: Path, published: Site) -> None:
    name = {"mexico-city": "Middle East and North Africa", "leeds": "Latin America"}[copy.name]
    entries = published.soup("regions/").select("article li")
    assert [entry for entry in entries if name in entry.get_text()] == []


def test_hidden_content_has_no_page_and_no_link_and_is_not_in_the_search(copy: Path, published: Site) -> None:
    part, region, item = HIDDEN[copy.name]
    for gone in (part, region):
        assert not [address for address in published.addresses() if address.startswith(gone)]
        assert not [address for address in searched(published) if address.startswith(gone)]
        assert not [
            link
            for address in published.addresses()
            for link in links(published, address)
            if f"/{gone}" in link
        ]
    page = f"checklists/{item.partition('--')[0]}/"
    assert published.article(page).select("[data-entry]")
    assert not published.article(page).select(f"[data-entry='{item}'] input")


def test_items_are_changed_added_and_ordered_as_the_center_says(copy: Path, published: Site) -> None:
    sheet, texts = ITEMS[copy.name]
    labels = [
        label.get_text().strip() for label in published.article(f"checklists/{sheet}/").select("li > label")
    ]
    assert labels[:2] == texts


def test_a_page_and_a_checklist_of_the_center_are_in_the_menu_among_the_tools_and_in_the_search(
    copy: Path, published: Site
) -> None:
    *_, page, sheet = WHO[copy.name]
    assert f"center/{page}/" in links(published, "")
    assert [link for link in links(published, "checklists/") if f"{sheet}/" in link]
    assert {f"center/{page}/", f"checklists/{sheet}/"} <= set(searched(published))
    assert published.article(f"checklists/{sheet}/").select("[data-checklist] input")


def test_local_helplines_come_first(copy: Path, published: Site) -> None:
    places = [place.get_text() for place in published.article("").select(".support .helplines li > strong")]
    assert (
        places[:2]
        == {
            "mexico-city": ["Reforma campus:", "Mexico:"],
            "leeds": ["United Kingdom:", "United States:"],
        }[copy.name]
    )


def test_the_style_of_a_page_has_the_color_and_the_paper_size_of_the_center(
    copy: Path, published: Site
) -> None:
    text = published.file("guide/star/").read_text("utf-8")
    color, paper = {"mexico-city": ("#8a1538", "letter"), "leeds": ("#3a2a78", "a4")}[copy.name]
    assert f"light-dark({color}," in text.replace(" ", "")
    assert f"size:{paper}" in text.replace(" ", "").lower()


def test_the_open_data_reflects_the_edits_of_the_center(copy: Path, published: Site) -> None:
    name, *_, sheet = WHO[copy.name]
    part, region, item = HIDDEN[copy.name]
    data = json.loads(published.file("data/recovery.json").read_text("utf-8"))
    assert (data["site"], data["credit"]) == (name, "Second Impression")
    assert sheet in [each["id"] for each in data["checklists"]]
    assert region.split("/")[1] not in [each["id"] for each in data["regions"]]
    (owner,) = [each for each in data["checklists"] if each["id"] == item.partition("--")[0]]
    assert item.partition("--")[2] not in [each["id"] for each in owner["items"]]
    for listed in ("llms.txt", "feed.xml"):
        text = published.file(listed).read_text("utf-8")
        assert name in text
        assert f"{ADDRESS}{part}" not in text


def test_the_site_publishes_the_ids_that_the_next_release_must_keep(copy: Path, published: Site) -> None:
    sheet = WHO[copy.name][-1]
    assert f"checklist {sheet} tick" in published.file("center/ids.lock").read_text("utf-8").splitlines()


def test_the_tests_in_the_workflow_of_a_copy_pass(copy: Path) -> None:
    tests = ("tests/site", "-q", "-p", "no:cacheprovider", "-m", "not upstream")
    run_in_copy(copy, "pytest", *tests, SITE="site", SITE_URL=ADDRESS)
