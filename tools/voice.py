"""Measures how sentences sound: whether they are clipped or endless, and whether they use contractions as people do.

A sentence is part of a block, ends with a period or the like, and has more than two words: headings, labels and run-in
heads do not count. A sentence that several pages show counts once. A reported passage is a block of at least three
sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from statistics import fmean
from typing import TypedDict

END = re.compile(r"(?:(?<=[.?!])|(?<=[.?!][\"\N{RIGHT DOUBLE QUOTATION MARK})]))\s+")
CLOSED = re.compile(r"[.?!][\"\N{RIGHT DOUBLE QUOTATION MARK})]?$")
# Phrases that can be contracted without changing the tone. Nobody contracts at the end of a clause ("as it is.").
FULL = re.compile(
    r"\b(?:(?:do|does|did|is|are|was|were|has|have|had|can|could|will|would|should) not|cannot"
    r"|(?:it|that|there|here|what|who) is|(?:you|we|they) are|I am|(?:I|you|we|they) (?:will|would))\b(?![.,;:?!)])",
    re.IGNORECASE,
)
SHORT = re.compile(
    r"\b(?:\w+n't|(?:it|that|there|here|what|who)'s|(?:you|we|they)'(?:re|ll|d)|I'(?:m|ll|d))\b",
    re.IGNORECASE,
)


class Limits(TypedDict):
    """The table ``[tool.reading-grade.voice]`` of pyproject.toml.

    Attributes:
        pages: path prefixes of the pages that it applies to.
        aim: the desired range of the average sentence length, in words.
        mean: the allowed range of the same.
        clipped_below: a sentence with fewer words is clipped. clipped: the largest share of clipped sentences.
            contracted: the smallest share of "do not", "it is" and the like that must be "don't" and "it's". passages:
                the number of passages furthest from the aim to show.
    """

    pages: list[str]
    aim: list[float]
    mean: list[float]
    clipped_below: int
    clipped: float
    contracted: float
    passages: int


@dataclass(frozen=True)
class Passage:
    """The sentences of a block on a page."""

    page: str
    sentences: tuple[str, ...]

    @cached_property
    def mean(self) -> float:
        """The average number of words per sentence."""
        return fmean(map(_length, self.sentences))

    def deviation(self, aim: list[float]) -> float:
        """Return the factor by which the sentences are too short or too long."""
        return max(min(aim) / self.mean, self.mean / max(aim))

    def __str__(self) -> str:
        """Return the passage's line in a list."""
        beginning = " ".join(" ".join(self.sentences).split()[:12])
        return f"{self.mean:6.1f} words a sentence  {self.page}: {beginning} …"


@dataclass(frozen=True)
class Voice:
    """How the sentences of some pages sound."""

    limits: Limits
    passages: list[Passage] = field(default_factory=list)

    @classmethod
    def of(cls, limits: Limits, texts: Iterable[tuple[str, Iterable[str]]]) -> Voice:
        """Return the voice of pages, each with its blocks of text."""
        passages: dict[tuple[str, ...], Passage] = {}
        for page, blocks in texts:
            for found in filter(None, map(sentences, blocks)):
                passages.setdefault(found, Passage(page, found))
        return cls(limits, list(passages.values()))

    @cached_property
    def sentences(self) -> list[str]:
        """All sentences, without duplicates."""
        return list(dict.fromkeys(chain.from_iterable(each.sentences for each in self.passages)))

    @cached_property
    def mean(self) -> float:
        """The average number of words per sentence."""
        return fmean(map(_length, self.sentences))

    @cached_property
    def clipped(self) -> float:
        """The share of clipped sentences."""
        return fmean(_length(each) < self.limits["clipped_below"] for each in self.sentences)

    @cached_property
    def contracted(self) -> float:
        """The share of contractible phrases that are contracted; 1 if there are none."""
        text = "\n".join(self.sentences)
        full, short = len(FULL.findall(text)), len(SHORT.findall(text))
        return short / (full + short) if full + short else 1.0

    def report(self) -> Iterator[str]:
        """Yield the measurements, and the passages furthest from the aim."""
        if not self.passages:
            return
        aim, below = self.limits["aim"], self.limits["clipped_below"]
        yield (
            f"{len(self.sentences)} sentences of {self.mean:.1f} words (aim: {aim[0]} to {aim[1]}), {self.clipped:.1%} of them "
            f"under {below} words; {self.contracted:.0%} contracted. Furthest from it:"
        )
        long = [each for each in self.passages if len(each.sentences) > 2]
        yield from map(
            str, sorted(long, key=lambda each: each.deviation(aim), reverse=True)[: self.limits["passages"]]
        )

    def problems(self) -> Iterator[str]:
        """Yield each violated limit, with the remedy."""
        if not self.passages:
            return
        least, most = self.limits["mean"]
        if not least <= self.mean <= most:
            verb = "Join" if self.mean < least else "Split"
            yield f"Sentences have {self.mean:.1f} words on average, not {least} to {most}. {verb} some of those above."
        if self.clipped > self.limits["clipped"]:
            yield f"{self.clipped:.1%} of sentences are clipped, above {self.limits['clipped']:.1%}. Join some with because, so or but."
        if self.contracted < self.limits["contracted"]:
            yield f"{self.contracted:.0%} is contracted, below {self.limits['contracted']:.0%}. Write don't and it's, as you would say it."


def sentences(block: str) -> tuple[str, ...]:
    """Return the sentences of a block of text."""
    plain = block.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    return tuple(each for each in END.split(plain) if _length(each) > 2 and CLOSED.search(each))


def _length(sentence: str) -> int:
    """Return the number of words in a sentence."""
    return len(sentence.split())
