"""Other engines make the same site as MkDocs: the same files, and on each page the same elements with the same words.

What may differ is this, and it says the same to a browser:

* a link may be spelled another way, ``../my-recovery/`` for ``./``, if it leads to the same place;
* Zensical gives a block of code the class ``highlight``, which no style of ours knows;
* white space at the ends of such a block, and quotes that are written as they are or as entities.

An engine that is not installed is not asked: ``python3 -m tools.install zensical mkdocs-ng``.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch
from urllib.parse import urljoin

import pytest
from built_site import Site, build
from edition import Once
from selectolax.lexbor import LexborHTMLParser, LexborNode

from tools import ROOT
from tools.install import OTHER_ENGINES, python_of
from tools.site_engine import NAME

pytestmark = pytest.mark.skipif("SITE" in os.environ, reason="the site is there already")

SW = "sw.js"  # knows the bytes of all pages


@pytest.fixture(scope="module")
def built_by(once: Once) -> Callable[[str], Site]:
    """Return what builds our site with an engine."""

    def built(engine: str) -> Site:
        with patch.dict(os.environ, ENGINE=engine):
            return Site(once(f"our-site-by-{engine}", lambda folder: build(ROOT, folder)))

    return built


@pytest.fixture(scope="module", params=OTHER_ENGINES)
def both(request: pytest.FixtureRequest, built_by: Callable[[str], Site]) -> tuple[Site, Site]:
    """Return our site, and the same by another engine."""
    if not python_of(OTHER_ENGINES[request.param]).exists():
        pytest.skip(f"{request.param} is not installed")
    return built_by(NAME), built_by(request.param)


def files(site: Site) -> dict[str, Path]:
    return {file.relative_to(site.root).as_posix(): file for file in site.root.rglob("*") if file.is_file()}


def nodes(html: str, address: str) -> list[object]:
    """Return what stands on the page at an address: its elements with their attributes, and its texts."""
    root = LexborHTMLParser(html).root
    assert root
    return [said(node, address) for node in root.traverse(include_text=True)]


def said(node: LexborNode, address: str) -> object:
    if node.is_text_node:
        return (node.text_content or "").strip()
    attributes = {key: value or "" for key, value in node.attributes.items()}
    if node.tag == "pre" and attributes.get("class") == "highlight":
        del attributes["class"]
    for key in attributes.keys() & {"href", "src"}:
        attributes[key] = urljoin(address, attributes[key])
    return node.tag, attributes


def test_there_are_the_same_files(both: tuple[Site, Site]) -> None:
    ours, other = map(files, both)
    assert ours.keys() == other.keys()


def test_each_page_has_the_same_policy_frame_and_article(both: tuple[Site, Site]) -> None:
    def read(site: Site, name: str) -> list[object]:
        return nodes((site.root / name).read_text("utf-8"), site.url + name)

    ours, other = both
    pages = [name for name in files(ours) if name.endswith(".html")]
    assert len(pages) > 20
    assert [name for name in pages if read(ours, name) != read(other, name)] == []


def test_all_else_is_the_same_byte_by_byte_the_index_of_the_search_with_it(both: tuple[Site, Site]) -> None:
    ours, other = map(files, both)
    rest = [name for name in ours if not name.endswith(".html") and name != SW]
    assert [name for name in rest if ours[name].read_bytes() != other[name].read_bytes()] == []


def test_the_worker_keeps_the_same_addresses(both: tuple[Site, Site]) -> None:
    digests = re.compile(r'"[0-9a-f]{10,16}"')
    ours, other = (digests.sub("", files(site)[SW].read_text("utf-8")) for site in both)
    assert ours == other


def test_another_word_attribute_or_way_would_be_noticed() -> None:
    def of(html: str) -> list[object]:
        return nodes(html, "https://example.org/a/")

    assert of('<p><a href="../a/b/">One</a></p>') == of('<p><a href="b/">One</a></p>')
    assert of('<p><a href="b/">One</a></p>') != of('<p><a href="c/">One</a></p>')
    assert of("<p>One</p>") != of("<p>Two</p>")
    assert of("<p>One</p>") != of('<p class="x">One</p>')
