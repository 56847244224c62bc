"""Measures how easy and how long the pages are to read: ``python -m tools.reading_grade [FOLDER]``.

Lists the words, the minutes and the Flesch-Kincaid grade of every page of a built site, then what is
wrong: a grade above the limit of its part of the site, or a page that says how many minutes it takes
to read and is far off. The limits stand in pyproject.toml, ``[tool.reading-grade]``. Headings, list
items and table cells count as sentences. Left out are code, buttons, citations and the titles of cited
works, which nobody can put more plainly, and from the grade scraps of one or two words, which are labels
rather than sentences.

Then it says how the pages for readers sound, see tools/voice.py: the limits are those in
``[tool.reading-grade.voice]``.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import textstat

from tools import ROOT
from tools.page_text import blocks, pages
from tools.voice import Limits, Voice

WITHIN = "article, main"
WITHOUT = "code, button, cite, .citation, nav, script, style, template, [hidden]"
# What is left where a citation stood.
EMPTY = re.compile(r" ?\(\)")
PROMISE = re.compile(r"(?:About )?(\d+) minutes? to read\b")

SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["reading-grade"]
LIMITS: dict[str, float] = SETTINGS["limits"]
VOICE: Limits = SETTINGS["voice"]


@dataclass(frozen=True)
class Reading:
    """What it takes to read a page.

    Attributes:
        page: its path in the built site.
        words: how many there are.
        grade: the Flesch-Kincaid grade, 0 for a page without sentences.
        promised: the minutes to read that the page itself names, if it does.
        texts: its blocks of text.
    """

    page: str
    words: int
    grade: float
    promised: int | None
    texts: list[str]

    @property
    def minutes(self) -> float:
        """The time that the words take."""
        return self.words / float(SETTINGS["words-per-minute"])

    @property
    def limit(self) -> float:
        """The grade that the page may have: that of the longest beginning of its path."""
        return LIMITS[max(filter(self.page.startswith, LIMITS), key=len)]

    @property
    def for_readers(self) -> bool:
        """Whether it is one of the pages that should sound like a person."""
        return self.page.startswith(tuple(VOICE["pages"]))

    def __str__(self) -> str:
        """Return the page as a line of the list."""
        return f"{self.words:6} words {self.minutes:5.1f} min  grade {self.grade:4.1f} of {self.limit}  {self.page}"

    def problems(self) -> Iterator[str]:
        """Yield what is wrong, and how to mend it."""
        if self.grade > self.limit:
            yield f"{self.page}: grade {self.grade:.1f} is above {self.limit}. Use shorter sentences and words."
        if self.promised and abs(self.promised - self.minutes) > SETTINGS["minutes-off"]:
            yield (
                f"{self.page}: the page says {self.promised} minutes to read, and its {self.words} words take "
                f"{self.minutes:.1f}. Correct `takes` at the top of the page, or shorten the page."
            )


def main() -> None:
    """Measure every page; exit with 1 if one is too hard or says that it takes another time, or if they sound wrong."""
    site = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "site"
    readings = [measure(page, html) for page, html in pages(site)]
    voice = Voice.of(VOICE, ((each.page, each.texts) for each in readings if each.for_readers))
    problems = [*chain.from_iterable(reading.problems() for reading in readings), *voice.problems()]
    print(*readings, *voice.report(), *problems, sep="\n")
    sys.exit(bool(problems))


def measure(page: str, html: str) -> Reading:
    """Return what it takes to read a page of a built site."""
    texts = [EMPTY.sub("", text) for text in blocks(html, WITHIN, WITHOUT)]
    promises = [int(found[1]) for text in texts if (found := PROMISE.match(text))]
    words = sum(len(text.split()) for text in texts)
    return Reading(page, words, grade(texts), next(iter(promises), None), texts)


def grade(texts: list[str]) -> float:
    """Return the Flesch-Kincaid grade of blocks of text, 0 if there are no sentences."""
    sentences = [_sentence(text) for text in texts if len(text.split()) > 2]
    return textstat.flesch_kincaid_grade("\n".join(sentences)) if sentences else 0.0


def _sentence(block: str) -> str:
    """End a block with a full stop, and use the apostrophe that the word list knows."""
    text = block.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    return text if text.endswith((".", "?", "!")) else text + "."


if __name__ == "__main__":
    main()
