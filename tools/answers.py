"""Checks the answers to questions on a built site: ``python -m tools.answers [FOLDER]``.

An answer must be short, end with something to do today, list search words of readers, and be linked from a page where
the question arises.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urldefrag

from bs4 import BeautifulSoup, Tag

from macros.checks.load import load_content
from macros.checks.project import CONTENT
from macros.content.questions import Answer
from tools import ROOT
from tools.page_text import pages

PAGE = "guide/questions/index.html"
MAX_WORDS = 150
TODAY = "Today:"


def main() -> None:
    """Print the problems of the answers on a built site; exit with 1 if there are any."""
    site = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "site"
    content = load_content(ROOT / CONTENT, ROOT / "docs").content
    answers = [answer for topic in content.questions for answer in topic.questions]
    texts = {page: BeautifulSoup(html, "html.parser") for page, html in pages(site)}
    linked = {anchor for page, soup in texts.items() if page != PAGE for anchor in anchors(soup)}
    wrong = [
        f"question {answer.id}: {problem}"
        for answer in answers
        for problem in problems(answer, shown(texts[PAGE], answer), is_linked=answer.id in linked)
    ]
    for line in wrong:
        print(line)
    print(f"Answers: {len(answers)} looked at, {len(wrong)} to mend.")
    sys.exit(bool(wrong))


def anchors(soup: BeautifulSoup) -> set[str]:
    """Return the ids of the answers that a page links to."""
    links = soup.select("article a[href*='questions/#']")
    return {urldefrag(str(link["href"])).fragment for link in links}


def shown(soup: BeautifulSoup, answer: Answer) -> Tag:
    """Return an answer on its page, without phone numbers."""
    heading = soup.find(id=answer.id)
    text = heading.find_next_sibling(class_="answer") if heading else None
    if not isinstance(text, Tag):
        raise SystemExit(f"{PAGE} does not show the question {answer.id}.")
    for numbers in text.select(".helplines"):
        numbers.extract()
    return text


def problems(answer: Answer, text: Tag, *, is_linked: bool) -> Iterator[str]:
    """Yield each problem of an answer, with its remedy."""
    count = len(text.get_text(" ").split())
    *_, last, _evidence = text.find_all("p")
    if count > MAX_WORDS:
        yield f"{count} words. Cut it to {MAX_WORDS} or less."
    if not last.get_text(strip=True).startswith(TODAY):
        yield f"its last paragraph does not say what to do today. Begin it with **{TODAY}**"
    if not answer.also:
        yield "nobody finds it in words of their own. List some under `also:`."
    if not is_linked:
        yield f"no page leads to it. Link to questions.md#{answer.id} from a page where it arises."


if __name__ == "__main__":
    main()
