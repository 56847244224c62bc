"""Worked examples of invented interviews."""

from __future__ import annotations

import pytest
from bs4 import Tag
from built_site import Site, shown, shown_line

from macros.content import Content
from macros.content.examples import Example

# The pages that show them: the first three, those by trade, and those by stage of life.
pytestmark = pytest.mark.upstream

PAGES = ("guide/examples/", "guide/examples-by-job/", "guide/examples-by-life/")


def shown_on(site: Site, example: Example) -> list[Tag]:
    """Return the article of every page that shows an example."""
    articles = map(site.article, PAGES)
    return [article for article in articles if article.find("h2", id=example.id)]


def test_every_example_is_on_exactly_one_page(site: Site, recovery: Content) -> None:
    for example in recovery.examples:
        assert len(shown_on(site, example)) == 1, example.id


def test_every_example_says_first_of_all_that_it_is_invented(site: Site, recovery: Content) -> None:
    for example in recovery.examples:
        (article,) = shown_on(site, example)
        heading = article.find(id=example.id)
        assert heading
        first = heading.find_next("p")
        assert first
        assert first.get_text(strip=True) == shown_line(recovery.ui.example.invented)


def test_an_example_goes_from_notes_to_a_note_and_a_better_answer(site: Site, recovery: Content) -> None:
    causes = {cause.id: cause.title for cause in recovery.root_causes}
    for example in recovery.examples:
        (article,) = shown_on(site, example)
        text = article.get_text()
        for row in example.debrief:
            assert shown(row.missing) in text
            assert causes[row.cause] in text
        assert shown_line(example.note.text) in text
        for answer in (example.rewrite.before, *vars(example.rewrite.after).values()):
            assert shown(answer) in text
