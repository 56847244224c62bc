"""Inline Markdown in the content file: emphasis, code and links only."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

# The "zero" preset turns every rule off, including raw HTML, which is therefore escaped.
TYPOGRAPHY = ["smartquotes"]
MARKDOWN = ["emphasis", "backticks", "link", "escape", "entity"]
# Every link contains this.
LINK = "]("
SPECIAL = re.compile(r"([\\`*_{}\[\]()#+.!|-])")

_parser = MarkdownIt("zero", {"typographer": True}).enable(MARKDOWN + TYPOGRAPHY)
_typographer = MarkdownIt("zero", {"typographer": True}).enable(TYPOGRAPHY)


def render_inline(text: str, resolve: Callable[[str], str]) -> str:
    """Return the HTML of one inline text.

    Args:
        text: inline Markdown.
        resolve: turns a page path such as ``guide/star.md#tactics`` into an address.

    Returns:
        Escaped HTML without a block element around it.
    """
    tokens = _parser.parseInline(text)
    for link in _links(tokens):
        target = str(link.attrs["href"])
        if _is_page(target):
            link.attrSet("href", resolve(target))
    return str(_parser.renderer.render(tokens, _parser.options, {}))


@lru_cache(maxsize=20_000)
def render_line(text: str) -> str:
    """Return plain text as escaped HTML, with typographic quotes."""
    return str(_typographer.renderInline(text))


def escape_markdown(text: str) -> str:
    """Return plain text as Markdown that shows it unchanged."""
    return SPECIAL.sub(r"\\\1", html.escape(text, quote=False))


@lru_cache(maxsize=20_000)
def page_links(text: str) -> tuple[str, ...]:
    """Return the page paths that an inline text links to, in reading order."""
    if LINK not in text:
        return ()
    targets = (str(link.attrs["href"]) for link in _links(_parser.parseInline(text)))
    return tuple(target for target in targets if _is_page(target))


def _links(tokens: list[Token]) -> Iterator[Token]:
    return (child for token in tokens for child in token.children or () if child.type == "link_open")


def _is_page(target: str) -> bool:
    """Return whether a target is the path of a page; anything else has a scheme."""
    return ":" not in target
