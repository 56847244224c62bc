"""A read-only page finds what Beautiful Soup finds, in the same order."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from page_tree import ReadPage

PAGE = """<!doctype html><html lang=en><body><main id=all class="wide sheet">
<h1 id=top>One <a href="#a">link</a></h1>
<ul data-list><li class=b><a href="x">x</a><input type=hidden><li class="b c"><label>L <input id=a></label></ul>
<template data-blank><p class=b><input id=inner><template><input id=innermost></template></p></template>
<svg viewBox="0 0 1 1"><circle class=c /></svg><p class=c><a>none</a></p></main></body></html>"""
SELECTORS = (
    "*",
    "a",
    "a[href]",
    "[href], [id]",
    "[viewBox]",
    ".b",
    "p.b, li.c",
    "#a",
    "main .c",
    "li > a",
    "h1 + ul a",
    "input:not([type=hidden])",
    ":is(input, a):not(li > *)",
    ":is(:not(a), b)",
    ":not(.b)",
    "li:has(label)",
    ":scope > *",
    ":root",
    "p:last-child",
    "h2",
)


@pytest.mark.parametrize("selector", SELECTORS)
def test_a_selector_finds_the_same_elements_in_a_page_in_its_parts_and_in_a_template(selector: str) -> None:
    parts = [
        [page, *page.find_all(["main", "ul", "template", "p"])]
        for page in (ReadPage(PAGE), BeautifulSoup(PAGE, "html.parser"))
    ]
    assert len(parts[0]) > 5
    for read, usual in zip(*parts, strict=True):
        assert [str(each) for each in read.select(selector)] == [str(each) for each in usual.select(selector)]
