"""The open data says what readers see, and no other data file is published."""

from __future__ import annotations

import datetime as dt
import json
from xml.etree import ElementTree as ET

import jsonschema
from built_site import NOT_FOUND, Site, addresses
from PIL import Image

from macros.__main__ import SCHEMAS, schemas
from macros.checks.project import Project
from macros.content.saved import open_checklists
from tools import ROOT

ATOM = "{http://www.w3.org/2005/Atom}"


def test_no_data_file_but_the_open_data_is_published(site: Site) -> None:
    published = {file.name for file in (site.root / "data").iterdir()}
    assert published == {"recovery.json", "accessibility.yml"}


def test_the_data_conforms_to_its_schema(site: Site) -> None:
    text = schemas()["recovery-1.json"]
    assert (ROOT / SCHEMAS / "recovery-1.json").read_text("utf-8") == text, "run: python -m macros schema"
    assert (site.root / "schemas/recovery-1.json").read_text("utf-8") == text
    data = json.loads(site.file("data/recovery.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(json.loads(text)).validate(data)


def test_the_data_holds_what_readers_see(site: Site, our_project: Project) -> None:
    data = json.loads(site.file("data/recovery.json").read_text("utf-8"))
    shown = [saved.checklist for saved in open_checklists(our_project.content)]
    assert [sheet["title"] for sheet in data["checklists"]] == [sheet.title for sheet in shown]
    assert data["address"] == site.url
    assert "retired" not in json.dumps(list(data))
    assert "ui" not in data


def test_llms_txt_lists_every_page_with_its_description(site: Site) -> None:
    text = site.file("llms.txt").read_text("utf-8")
    assert text.startswith("# ")
    for address in addresses():
        if address != NOT_FOUND and not site.soup(address).select("meta[name=robots]"):
            (about,) = site.soup(address).select("meta[name=description]")
            assert f"]({site.url}{address}): {about['content']}\n" in text


def test_the_feed_lists_revised_pages_newest_first_with_the_day_that_the_page_shows(site: Site) -> None:
    feed = ET.parse(site.root / "feed.xml").getroot()
    entries = [
        (str(entry.findtext(f"{ATOM}updated")), str(entry.find(f"{ATOM}link").get("href")))
        for entry in feed.iter(f"{ATOM}entry")
    ]
    days = [moment for moment, _ in entries]
    assert days
    assert days == sorted(days, reverse=True)
    assert feed.findtext(f"{ATOM}updated") == days[0]
    for moment, link in entries:
        times = site.soup(link.removeprefix(site.url)).select("article time")
        assert dt.datetime.fromisoformat(moment).date().isoformat() in [each["datetime"] for each in times]


def test_every_page_names_a_picture_for_link_previews(site: Site, address: str) -> None:
    pictures = [str(each["content"]) for each in site.soup(address).select("meta[property='og:image']")]
    if address == NOT_FOUND:
        assert pictures == []
    else:
        (picture,) = pictures
        with Image.open(site.file(picture.removeprefix(site.url))) as image:
            assert image.size == (1200, 630)


def test_the_service_worker_does_not_keep_that_picture(site: Site) -> None:
    assert "link.png" not in site.file("sw.js").read_text("utf-8")


def test_the_home_page_names_the_feed(site: Site) -> None:
    (link,) = site.soup("").select("link[type='application/atom+xml']")
    assert site.file(str(link["href"])).is_file()


def test_the_home_page_tells_programs_what_the_site_is(site: Site) -> None:
    (found,) = site.soup("").select("script[type='application/ld+json']")
    data = json.loads(found.get_text())
    assert data["@type"] == "WebSite"
    assert data["url"] == site.url
    assert data["name"] == site.soup("").select("title")[0].get_text().rpartition(" - ")[2]
    (licence,) = site.soup("").select("footer a[rel=license]")
    assert data["license"] == licence["href"]
