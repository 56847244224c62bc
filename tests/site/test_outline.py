"""The title of a page, the order of its headings, and markup that was never drawn."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from bs4 import Tag
from built_site import Site, addresses

HEADING = re.compile("^h[1-6]$")
# Bold, a link, attributes, a macro or a heading that was not turned into HTML; HTML that was escaped twice.
RAW = re.compile(r"\*\*|\]\(|\{ ?[#.:]|\{\{|\{%|^#+ |&(?:amp|lt|gt|quot|#\d+);")


def headings(site: Site, address: str) -> list[Tag]:
    return site.soup(address).find_all(HEADING)


def test_a_page_has_one_main_heading(site: Site, address: str) -> None:
    assert [heading.name for heading in headings(site, address)].count("h1") == 1


def test_the_main_heading_comes_first_and_no_level_is_skipped(site: Site, address: str) -> None:
    levels = [int(heading.name[1]) for heading in headings(site, address)]
    assert levels[0] == 1
    assert not [(above, level) for above, level in pairwise(levels) if level > above + 1]


def test_no_heading_is_empty(site: Site, address: str) -> None:
    # The parser keeps the text of templates apart.
    shown = [each for each in headings(site, address) if not each.find_parent("template")]
    assert all(heading.get_text(strip=True) for heading in shown)


def test_a_page_declares_its_language(site: Site, address: str) -> None:
    assert site.soup(address).select("html[lang]:not([lang=''])")


def test_a_page_has_one_header_one_main_part_and_one_footer(site: Site, address: str) -> None:
    soup = site.soup(address)
    # Inside the main part a header or a footer belongs to that part alone.
    parts = [part for part in soup.find_all(["header", "main", "footer"]) if not part.find_parent("main")]
    assert [part.name for part in parts] == ["header", "main", "footer"]
    assert not soup.select("[role=banner], [role=main], [role=contentinfo]")


def test_no_two_pages_have_the_same_title(site: Site) -> None:
    check_unique({address: title(site, address) for address in addresses()})


def test_no_two_pages_have_the_same_description(site: Site) -> None:
    check_unique({address: description(site, address) for address in addresses()})


def title(site: Site, address: str) -> str:
    (element,) = site.soup(address).select("head > title")
    return element.get_text(strip=True)


def description(site: Site, address: str) -> str:
    (element,) = site.soup(address).select("meta[name=description]")
    return str(element["content"]).strip()


def check_unique(texts: dict[str, str]) -> None:
    all_texts = list(texts.values())
    assert all(all_texts), texts
    assert not {address: text for address, text in texts.items() if all_texts.count(text) > 1}


def test_no_syntax_of_markdown_or_macros_is_left_in_the_text(site: Site, address: str) -> None:
    texts = [text for text in site.article(address).find_all(string=True) if not text.find_parent("code")]
    assert not [text for text in texts if RAW.search(text)]


@pytest.mark.parametrize(
    "raw", ["**bold**", "[text](page.md)", "{ #id }", "{{ copies() }}", "## Two", "&amp;lt;"]
)
def test_leftover_syntax_would_be_noticed(raw: str) -> None:
    assert RAW.search(raw)


def test_blanks_appear_only_in_data_attributes(site: Site, address: str) -> None:
    soup = site.soup(address)
    texts = [text for text in soup.find_all(string=True) if text.parent.name not in ("script", "style")]
    values = [
        f"{name}={value}"
        for element in soup.find_all(True)
        for name, value in element.attrs.items()
        if not name.startswith("data-")
    ]
    assert texts
    assert values
    assert not [text for text in [*texts, *values] if in_braces(text)]


@pytest.mark.upstream
def test_a_checklist_hands_phrases_with_blanks_to_its_script(site: Site) -> None:
    (words,) = site.soup("checklists/five-steps/").select("[data-words]")
    assert set(in_braces(str(words["data-words"]))) == {"{done}", "{total}"}


def in_braces(text: str) -> list[str]:
    return re.findall(r"\{[a-z_]*\}", text)
