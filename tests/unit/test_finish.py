"""What becomes of a page that the engine has written."""

from __future__ import annotations

import pytest

from tools.finish import Names, policy, without_gaps

PAGE = """<html><head>
    <link rel="stylesheet" href="../assets/style.css">
    <script src="../assets/scheme.js"></script>
    <script type="module" src="../assets/script.js"></script>
</head><body><div data-module="search" data-script="search/search.js" data-index></div></body></html>"""
NAMES = Names(
    "script.1.js", "style.2.css", "scheme.3.js", "search.4.json", {"search/search.js": "search.5.js"}
)


@pytest.mark.parametrize(
    "name", ["script.1.js", "style.2.css", "scheme.3.js", "search.4.json", "search.5.js"]
)
def test_a_page_names_what_it_loads_by_its_true_name_from_where_it_is(name: str) -> None:
    assert f'="../assets/{name}"' in NAMES.put_into(PAGE)


def test_the_policy_stands_before_all_that_is_loaded() -> None:
    assert NAMES.put_into(PAGE).startswith('<html><head><meta http-equiv="Content-Security-Policy"')


def test_words_that_only_the_search_needs_go() -> None:
    page = PAGE.replace("<div", '<meta name="keywords" content="ghosted"><div data-also="no reply"')
    assert "ghosted" not in NAMES.put_into(page)
    assert "no reply" not in NAMES.put_into(page)


def test_only_a_page_with_the_recorder_may_play_what_was_recorded() -> None:
    assert "media-src blob:" in policy('<div data-module="recorder">')
    assert "media-src" not in policy(PAGE)


def test_indentation_between_elements_goes() -> None:
    assert without_gaps("<ul>\n    <li>One</li>\n\n    <li>Two\n  lines</li>\n</ul>") == (
        "<ul>\n<li>One</li>\n<li>Two\n  lines</li>\n</ul>"
    )


@pytest.mark.parametrize("name", ["pre", "textarea"])
def test_what_is_shown_as_it_stands_stays_as_it_stands(name: str) -> None:
    text = f"<{name}><b>One</b>\n    <b>Two</b></{name}>"
    assert text in without_gaps(f"<p>\n  {text}\n  </p>")
