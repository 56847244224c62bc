"""Questions that people ask, with their short answers."""

from __future__ import annotations

from urllib.parse import urldefrag, urljoin

from built_site import Site, addresses

from macros.content import Content
from macros.content.questions import Answer

QUESTIONS = "guide/questions/"


def answers(recovery: Content) -> list[Answer]:
    return [answer for topic in recovery.questions for answer in topic.questions]


def test_every_question_is_linked_from_a_page_where_it_arises(site: Site, recovery: Content) -> None:
    links = {
        urldefrag(urljoin(site.url + address, str(link["href"])))
        for address in addresses()
        if address != QUESTIONS
        for link in site.article(address).select("a[href]")
    }
    linked = {anchor for page, anchor in links if page == site.url + QUESTIONS}
    assert {answer.id for answer in answers(recovery)} <= linked


def test_an_answer_is_short_and_ends_with_something_to_do_today(site: Site, recovery: Content) -> None:
    for answer in answers(recovery):
        heading = site.article(QUESTIONS).find(id=answer.id)
        assert heading
        shown = heading.find_next_sibling(class_="answer")
        assert shown
        for numbers in shown.select(".helplines"):
            numbers.extract()
        *_, last, _evidence = shown.find_all("p")
        assert last.get_text(strip=True).startswith("Today:"), answer.id
        assert len(shown.get_text(" ").split()) <= 150, answer.id


def test_every_question_lists_the_words_that_readers_use_for_it(recovery: Content) -> None:
    assert [answer.id for answer in answers(recovery) if not answer.also] == []
