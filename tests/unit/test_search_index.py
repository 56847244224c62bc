"""The search index, made from the pages of any built site."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from sample_project import Project

from macros.checks.load import load_content
from macros.content import Content
from tools.search_index import search_index

HEAD = '<meta name="description" content="What to do."><meta name="keywords" content="ghosted, no reply">'
PAGE = """<h1 id="t">I was <em>late</em></h1><p>Say <b>so</b>.</p><nav><a href="./">Home</a></nav>
<h2 id="part">A part</h2><p data-also="blanked">It (<a class="citation">Source</a>) helps.</p><h3>No address</h3>
<table><tr id="row"><th scope="row">A row</th><td>One</td><td>two</td></tr></table><p>After it.</p>"""


@pytest.fixture
def content(project: Project) -> Content:
    return load_content(project.content, project.docs).content


def indexed(site: Path, content: Content, **pages: str) -> list[dict[str, Any]]:
    """Return the entries of a site with these pages, each given as the content of its article."""
    return list(index_of(site, content, **pages)["pages"])


def index_of(site: Path, content: Content, **pages: str) -> dict[str, Any]:
    for address, article in pages.items():
        file = site / "site" / address.replace("__", "/") / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"{HEAD}<nav>Menu</nav><article>{article}</article>", encoding="utf-8")
    index: dict[str, Any] = json.loads(search_index(site / "site", content))
    return index


def test_the_entry_of_a_page_includes_its_description_and_keywords(tmp_path: Path, content: Content) -> None:
    [page] = indexed(tmp_path, content, start__late=PAGE)
    assert page["address"] == "start/late/"
    assert page["kind"] == "situation"
    assert page["title"] == "I was late"
    assert page["also"] == "ghosted, no reply"
    assert page["text"].startswith("What to do. Say so.")
    assert "Menu" not in page["text"]


def test_every_part_with_an_id_and_a_title_has_an_entry_of_its_own(tmp_path: Path, content: Content) -> None:
    [page] = indexed(tmp_path, content, guide__late=PAGE)
    assert page["parts"] == [
        {"id": "part", "title": "A part", "also": "blanked", "text": "It helps. No address After it."},
        {"id": "row", "title": "A row", "text": "One · two"},
    ]


@pytest.mark.parametrize(
    "left_out",
    [
        "<p hidden>Words</p>",
        "<template>Words</template>",
        "<div data-blank>Words</div>",
        "<p data-not-searched>Words</p>",
        "<p aria-hidden=true>Words</p>",
        "<button>Words</button>",
        '<h2 id="what-next">Words</h2><p>Words</p>',
    ],
)
def test_text_that_nobody_searches_for_is_left_out(tmp_path: Path, content: Content, left_out: str) -> None:
    [page] = indexed(tmp_path, content, guide__a=f"<h1>A</h1><p>Text</p>{left_out}")
    assert page["text"] == "What to do. Text"
    assert page["parts"] == []


def test_collapsed_text_that_the_browser_can_find_is_indexed(tmp_path: Path, content: Content) -> None:
    [page] = indexed(tmp_path, content, guide__a='<h1>A</h1><p hidden="until-found">Words</p>')
    assert "Words" in page["text"]


def test_a_page_hidden_from_search_engines_is_left_out(tmp_path: Path, content: Content) -> None:
    hidden = '<h1>A</h1><meta name="robots" content="noindex">'
    assert [page["address"] for page in indexed(tmp_path, content, a=hidden, b="<h1>B</h1>")] == ["b/"]


def test_the_same_pages_give_the_same_bytes(tmp_path: Path, content: Content) -> None:
    one, other = (
        json.dumps(index_of(tmp_path / name, content, guide__b=PAGE, guide__a=PAGE))
        for name in ("one", "other")
    )
    assert one == other
    assert one.index("guide/a/") < one.index("guide/b/")


def test_the_index_has_the_words_for_its_kinds(tmp_path: Path, content: Content) -> None:
    kinds = index_of(tmp_path, content, a=PAGE)["kinds"]
    assert kinds == content.ui.search.kinds.model_dump()
