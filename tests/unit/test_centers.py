"""Two centers make a copy their own, each with ``center.yml`` and ``docs/center/`` alone, and it can be published."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from built_site import NOT_FOUND, Site
from copies import ADDRESS, build_center, run_in_copy
from edition import Once


@pytest.fixture(scope="module", params=["mexico-city", "leeds"])
def copy(request: pytest.FixtureRequest, once: Once) -> Path:
    """Return a copy in which a center has edited what it edits, built as it is published."""
    return once(request.param, build_center)


@pytest.fixture(scope="module")
def published(copy: Path) -> Site:
    return Site(copy / "site", ADDRESS)


def searched(site: Site) -> dict[str, str]:
    """Return what the search looks through, by the address of each page."""
    (file,) = site.root.glob("assets/search.*.json")
    pages = json.loads(file.read_text("utf-8"))["pages"]
    return {page["address"]: json.dumps(page, ensure_ascii=False) for page in pages}


def links(site: Site, address: str) -> list[str]:
    return [str(link["href"]) for link in site.soup(address).select("a[href]")]


# Where each of them is looked for: the name, the mail, the logo, a page of its own, a list of its own.
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
# What each of them hides: a part, a region, and an item with its list.
HIDDEN = {
    "mexico-city": ("hiring-managers/", "regions/middle-east-north-africa/", "five-steps--put-it-down"),
    "leeds": ("for-advisors/", "regions/latin-america/", "rejection-audit--time-use"),
}
# Which region each of them names, by its id or as readers see it.
FIRST = {"mexico-city": "latin-america", "leeds": "united-kingdom"}
# What each of them says in other words or adds: a list, and its first items.
ITEMS = {
    "mexico-city": ("five-steps", ["Talk to us", "Use your thank-you note to repair one thing"]),
    "leeds": ("five-day-plan", ["Write raw notes as soon as you can", "Give yourself an hour off"]),
}


def test_every_page_says_whose_it_is_on_a_screen_and_on_paper(copy: Path, published: Site) -> None:
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


def test_no_list_names_a_region_that_is_hidden(copy: Path, published: Site) -> None:
    name = {"mexico-city": "Middle East and North Africa", "leeds": "Latin America"}[copy.name]
    entries = published.soup("regions/").select("article li")
    assert [entry for entry in entries if name in entry.get_text()] == []


def test_what_is_hidden_has_no_page_and_no_link_and_is_not_found(copy: Path, published: Site) -> None:
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


def test_items_are_changed_and_added_and_stand_in_the_order_that_was_asked_for(
    copy: Path, published: Site
) -> None:
    sheet, texts = ITEMS[copy.name]
    labels = [
        label.get_text().strip() for label in published.article(f"checklists/{sheet}/").select("li > label")
    ]
    assert labels[:2] == texts


def test_a_page_and_a_list_of_ones_own_are_in_the_menu_among_the_tools_and_in_the_search(
    copy: Path, published: Site
) -> None:
    *_, page, sheet = WHO[copy.name]
    assert f"center/{page}/" in links(published, "")
    assert [link for link in links(published, "checklists/") if f"{sheet}/" in link]
    assert {f"center/{page}/", f"checklists/{sheet}/"} <= set(searched(published))
    assert published.article(f"checklists/{sheet}/").select("[data-checklist] input")


def test_help_that_is_near_comes_first(copy: Path, published: Site) -> None:
    places = [place.get_text() for place in published.article("").select(".support .helplines li > strong")]
    assert (
        places[:2]
        == {
            "mexico-city": ["Reforma campus:", "Mexico:"],
            "leeds": ["United Kingdom:", "United States:"],
        }[copy.name]
    )


def test_its_color_and_its_paper_are_in_the_style_of_every_page(copy: Path, published: Site) -> None:
    text = published.file("guide/star/").read_text("utf-8")
    color, paper = {"mexico-city": ("#8a1538", "letter"), "leeds": ("#3a2a78", "a4")}[copy.name]
    assert f"light-dark({color}," in text.replace(" ", "")
    assert f"size:{paper}" in text.replace(" ", "").lower()


def test_what_programs_read_is_what_the_center_made_of_it(copy: Path, published: Site) -> None:
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


def test_the_site_says_which_ids_the_next_release_must_keep(copy: Path, published: Site) -> None:
    sheet = WHO[copy.name][-1]
    assert f"checklist {sheet} tick" in published.file("center/ids.lock").read_text("utf-8").splitlines()


def test_what_the_workflow_of_a_copy_runs_passes(copy: Path) -> None:
    tests = ("tests/site", "-q", "-p", "no:cacheprovider", "-m", "not upstream")
    run_in_copy(copy, "pytest", *tests, SITE="site", SITE_URL=ADDRESS)
