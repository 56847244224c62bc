from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from markdown import markdown

from macros.content.inline import escape_markdown, page_links, render_inline, render_line
from macros.reading.yaml_tree import read_yaml
from tools import ROOT


def html(text: str) -> str:
    return render_inline(text, lambda page: f"/{page}")


def test_emphasis_code_and_links_become_html() -> None:
    assert html("**Rest** *now* `x`") == "<strong>Rest</strong> <em>now</em> <code>x</code>"
    assert html("[STAR](guide/star.md#tactics)") == '<a href="/guide/star.md#tactics">STAR</a>'


def test_a_web_address_is_left_as_it_is() -> None:
    assert html("[x](https://example.org/a?b=1)") == '<a href="https://example.org/a?b=1">x</a>'
    assert html("[x](mailto:a@example.org)") == '<a href="mailto:a@example.org">x</a>'


@pytest.mark.parametrize(
    "text",
    [
        "<b>x</b>",
        "<script>alert(1)</script>",
        "<!-- x -->",
        "[x](javascript:alert(1))",
        '" onclick="x',
        "![x](y.png)",
    ],
)
def test_nothing_else_becomes_html(text: str) -> None:
    assert "<strong>" in html("**control**")
    tags = BeautifulSoup(html(text), "html.parser").find_all()
    assert [(tag.name, tag["href"]) for tag in tags] in ([], [("a", "/y.png")])


def test_quotes_become_typographic() -> None:
    assert html('"Don\'t" (c)') == "“Don’t” (c)"  # noqa: RUF001
    assert render_line('"Don\'t"') == "“Don’t”"  # noqa: RUF001


def test_a_plain_line_shows_markdown_syntax_literally() -> None:
    assert render_line("*a* [b](x) <d> & e") == "*a* [b](x) &lt;d&gt; &amp; e"


def test_an_escaped_text_comes_out_of_markdown_unchanged() -> None:
    assert html("**x**") != "**x**"
    assert html(escape_markdown("**x** [y](z) `c` <b>")) == "**x** [y](z) `c` &lt;b&gt;"


@pytest.mark.parametrize(
    "text",
    ["<img src=x onerror=alert(1)>", "a & b < c", "&lt;b&gt; &amp;", "**x** [y](z) `c` <b>", "{ #id } # 1"],
)
def test_an_escaped_heading_shows_its_text_literally_with_the_markdown_of_the_site(text: str) -> None:
    extensions = read_yaml(ROOT / "mkdocs.yml", ROOT, tags=True).data["markdown_extensions"]
    names = [name for each in extensions for name in ([each] if isinstance(each, str) else each)]
    page = BeautifulSoup(markdown(f"## {escape_markdown(text)} {{ #it }}", extensions=names), "html.parser")
    (heading,) = page.find_all(True)
    assert (heading.name, heading["id"]) == ("h2", "it")
    assert heading.get_text() == text


def test_page_links_are_listed_in_reading_order_without_web_addresses() -> None:
    text = "See [a](b.md), [web](https://example.org/) and **[c](d/e.md#f)**; `[no](x.md)` is code. [empty]()"
    assert page_links(text) == ("b.md", "d/e.md#f", "")


@given(st.text(st.sampled_from("[]()<>*_`!&;:/\\\"' .a\nÄ\u200b"), max_size=40) | st.text(max_size=40))
def test_any_text_becomes_safe_html(text: str) -> None:
    tags = {tag.name for tag in BeautifulSoup(html(text), "html.parser").find_all()}
    assert tags <= {"a", "br", "code", "em", "strong"}
    assert all(isinstance(page, str) for page in page_links(text))
