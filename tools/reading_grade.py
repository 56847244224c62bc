"""Measures the reading ease and the reading time of pages: ``python -m tools.reading_grade [FOLDER]``.

Lists the words, the minutes and the Flesch-Kincaid grade of every page of a built site, then the problems: a grade
above the limit for its part of the site, or a stated reading time that is far off. The limits are in pyproject.toml,
``[tool.reading-grade]``. Headings, list items and table cells count as sentences. Code, buttons, citations and the
titles of cited works are left out, since nobody can simplify them; fragments of one or two words, which are labels
rather than sentences, do not count for the grade.

Then it reports how the pages for readers sound: see tools/voice.py. The limits are in ``[tool.reading-grade.voice]``.
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
# Left behind by a removed citation.
EMPTY = re.compile(r" ?\(\)")
PROMISE = re.compile(r"(?:About )?(\d+) minutes? to read\b")

SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["reading-grade"]
LIMITS: dict[str, float] = SETTINGS["limits"]
VOICE: Limits = SETTINGS["voice"]


@dataclass(frozen=True)
class Reading:
    """Measurements of a page.

    Attributes:
        page: its path in the built site.
        words: the number of words.
        grade: the Flesch-Kincaid grade, 0 for a page without sentences.
        promised: the reading time in minutes that the page itself states, if it does.
        texts: its blocks of text.
    """

    page: str
    words: int
    grade: float
    promised: int | None
    texts: list[str]

    @property
    def minutes(self) -> float:
        """The reading time of the words."""
        return self.words / float(SETTINGS["words-per-minute"])

    @property
    def limit(self) -> float:
        """The highest allowed grade: that of the longest matching prefix of its path."""
        return LIMITS[max(filter(self.page.startswith, LIMITS), key=len)]

    @property
    def for_readers(self) -> bool:
        """Whether it should sound like a person."""
        return self.page.startswith(tuple(VOICE["pages"]))

    def __str__(self) -> str:
        """Return the page's line in the list."""
        return f"{self.words:6} words {self.minutes:5.1f} min  grade {self.grade:4.1f} of {self.limit}  {self.page}"

    def problems(self) -> Iterator[str]:
        """Yield each problem, with its remedy."""
        if self.grade > self.limit:
            yield f"{self.page}: grade {self.grade:.1f} is above {self.limit}. Use shorter sentences and words."
        if self.promised and abs(self.promised - self.minutes) > SETTINGS["minutes-off"]:
            yield (
                f"{self.page}: the page says {self.promised} minutes to read, and its {self.words} words take "
                f"{self.minutes:.1f}. Correct `takes` at the top of the page, or shorten the page."
            )


def main() -> None:
    """Measure every page; exit with 1 if one is too hard or states a wrong reading time, or if they sound wrong."""
    site = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "site"
    readings = [measure(page, html) for page, html in pages(site)]
    voice = Voice.of(VOICE, ((each.page, each.texts) for each in readings if each.for_readers))
    problems = [*chain.from_iterable(reading.problems() for reading in readings), *voice.problems()]
    print(*readings, *voice.report(), *problems, sep="\n")
    sys.exit(bool(problems))


def measure(page: str, html: str) -> Reading:
    """Return the measurements of a page of a built site."""
    texts = [EMPTY.sub("", text) for text in blocks(html, WITHIN, WITHOUT)]
    promises = [int(found[1]) for text in texts if (found := PROMISE.match(text))]
    words = sum(len(text.split()) for text in texts)
    return Reading(page, words, grade(texts), next(iter(promises), None), texts)


def grade(texts: list[str]) -> float:
    """Return the Flesch-Kincaid grade of blocks of text, 0 if there are no sentences."""
    sentences = [_sentence(text) for text in texts if len(text.split()) > 2]
    return textstat.flesch_kincaid_grade("\n".join(sentences)) if sentences else 0.0


def _sentence(block: str) -> str:
    """End a block with a period, and use the apostrophe that textstat knows."""
    text = block.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    return text if text.endswith((".", "?", "!")) else text + "."


if __name__ == "__main__":
    main()
