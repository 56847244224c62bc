"""What a page loads and runs: our own files, and no code in its article."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from urllib.parse import urljoin

import pytest
from bs4 import BeautifulSoup, Tag
from built_site import Site

from tools import ROOT

DOCS = ROOT / "docs"

LOADED = {"src", "srcset", "data", "poster", "action", "formaction", "background"}
# A link element loads what it names, except for these kinds.
ONLY_NAMED = {"alternate", "author", "canonical", "license", "next", "prev"}
DATA = "[type='application/ld+json']"  # no browser runs it
CODE = "script, style, [style], link, meta, base, iframe, object, embed"


def loaded(soup: Tag, page: str) -> Iterator[str]:
    """Yield the address of everything that the browser fetches to show a page."""
    for element in soup.find_all(True):
        names = LOADED & element.attrs.keys()
        if element.name == "link" and not ONLY_NAMED & set(element["rel"]):
            names.add("href")
        yield from (urljoin(page, str(element[name])) for name in names)


def test_a_page_loads_nothing_from_another_host(site: Site, address: str) -> None:
    fetched = list(loaded(site.soup(address), site.url + address))
    assert fetched
    assert not [each for each in fetched if not each.startswith(site.url)]


def test_a_page_loads_nothing_from_the_theme(site: Site, address: str) -> None:
    """Ours are the pictures of ``docs`` and of a center, and the finished files, which are listed."""
    files = [*(DOCS / "assets" / "images").glob("*"), *(DOCS / "center").glob("*")]
    pictures = {file.relative_to(DOCS).as_posix() for file in files}
    finished = {f"assets/{name}" for name in site.file("assets/files.txt").read_text("utf-8").split()}
    fetched = {each.removeprefix(site.url) for each in loaded(site.soup(address), site.url + address)}
    assert fetched <= pictures | finished | {"manifest.webmanifest"}


def test_the_policy_of_a_page_names_exactly_the_code_and_the_styles_in_it(site: Site, address: str) -> None:
    soup = site.soup(address)
    policy = str(soup.select("meta")[0]["content"])
    for rule, elements in (("script-src 'self'", f"script:not([src], {DATA})"), ("style-src", "style")):
        digests = " ".join(f"'sha256-{digest(element)}'" for element in soup.select(elements))
        assert f"{rule} {digests};" in policy
    assert not soup.select("[style]")
    assert not handlers(soup)


def digest(element: Tag) -> str:
    return b64encode(sha256(element.get_text().encode()).digest()).decode()


@pytest.mark.parametrize(
    "tag",
    [
        '<script src="https://cdn.example/x.js"></script>',
        '<link rel="stylesheet" href="//fonts.example/x.css">',
        '<link rel="preconnect" href="https://fonts.example">',
        '<img src="https://pixel.example/1.gif" alt="">',
        '<iframe src="https://video.example/" title="A video"></iframe>',
    ],
)
def test_something_from_another_host_would_be_noticed(tag: str) -> None:
    (fetched,) = loaded(BeautifulSoup(tag, "html.parser"), Site.url)
    assert not fetched.startswith(Site.url)


def handlers(root: Tag) -> list[str]:
    return [name for element in root.find_all(True) for name in element.attrs if name.startswith("on")]


def test_no_article_contains_code_or_styles(site: Site, address: str) -> None:
    assert site.soup(address).select(CODE), "a page has scripts and styles, outside of the article"
    assert not site.article(address).select(CODE)
    assert not handlers(site.article(address))


def test_an_event_handler_would_be_noticed() -> None:
    assert handlers(BeautifulSoup('<p><a href="#" onclick="go()">Go</a></p>', "html.parser"))


def test_no_link_in_an_article_runs_code(site: Site, address: str) -> None:
    assert not running(site.article(address))


def test_a_link_that_runs_code_would_be_noticed() -> None:
    tags = '<a href="javascript:go()">Go</a><a href="data:text/html,x">Go</a><a href="../">Go</a>'
    assert len(running(BeautifulSoup(tags, "html.parser"))) == 2


def running(root: Tag) -> list[str]:
    links = [str(link["href"]) for link in root.select("a[href]")]
    return [link for link in links if link.startswith(("javascript:", "data:"))]
