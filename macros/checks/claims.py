"""A figure needs a source: which words count as a figure, and what counts as its source.

Two kinds of wording make a claim that a reader may want to look up:

* a finding: a percentage, an average, "most people", or the result of a study or survey;
* a span of time: a number of weeks, months or years.

Both are fine in a paragraph of a page that cites a source, and in an entry of the content file that names
``sources``. A span of time is also fine in a section or an entry that contains the words "practitioner advice". For
anything else, such as plain arithmetic, an editor says why no source is needed, in a comment that readers do not see:
``<!-- no source: why -->`` in the paragraph, or ``# no source: why`` on the line above in the content file.

Text in double quotes is what somebody says, headings are titles, and the words under ``also`` are what readers type:
none of these is a claim of ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from macros.problems import Problem, quoted
from macros.reading.page import Page
from macros.reading.yaml_tree import Document, Steps

NUMBER = (
    r"(?:\d[\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|eighteen|twenty"
    r"|thirty|forty|fifty|sixty|seventy|eighty|ninety|half|dozens|hundreds)"
)
WORK = r"(?:stud(?:y|ies)|surveys?|experiments?|trials?|meta-analys[ei]s)"
PEOPLE = (
    r"(?:people|candidates|applicants|job\sseekers|interviewers|recruiters|employers|(?:hiring\s)?managers)"
)
FINDING = re.compile(
    rf"\d[\d.,]*\s?%(?!}})|\b{NUMBER}\s+percent\b"
    rf"|\b(?:an?|one|in|several|many|most|some|recent)\s+(?:(?!to\b)\w+\s+)?{WORK}\b"
    rf"|\b(?:{WORK}|research)\s+(?:also\s+)?(?:shows?|showed|finds?|found|says?|said|suggests?|proves?)\b"
    rf"|\bon\saverage\b|\b(?:the|an)\s+(?:average|median|mean)\b|\bmost\s+{PEOPLE}\b|\bhalf\s+of\b",
    re.IGNORECASE,
)
SPAN = re.compile(
    rf"\b{NUMBER}(?:\s+(?:to|or|and)\s+{NUMBER})?(?:\s+(?:full|whole|more))?[\s-]+(?:weeks?|months?|years?)\b",
    re.IGNORECASE,
)
ADVICE = re.compile(r"\bpractitioner\s+advice\b", re.IGNORECASE)

QUOTE = re.compile(r'"[^"]*"|\N{LEFT DOUBLE QUOTATION MARK}[^\N{RIGHT DOUBLE QUOTATION MARK}]*')
CITED = re.compile(r"\{\{\s*cite\(")
LINKED = re.compile(r"\]\(https?:|<https?:")
MARKED = re.compile(r"<!--\s*no source:\s*\w[^>]*-->")
MARKED_ENTRY = re.compile(r"^\s*#\s*no source:\s*\w")
HEADING = re.compile(r"#{1,6}\s")
# A list item or a table row begins a paragraph without an empty line before it.
BEGINS = re.compile(r"\s*(?:[-*+]|\d+\.)\s|\s*\|")

# The sources themselves, whose notes say what they found.
SOURCES = "sources"
# Search words of readers.
ALSO = "also"

IN_PAGE = (
    "{words} stands here without a source. Cite one in the same paragraph with "
    '`{{{{ cite("the-id") }}}}`, or leave it out{advice}. '
    "If it needs no source, say why in the paragraph: `<!-- no source: plain arithmetic -->`."
)
IN_ENTRY = (
    "{words} stands here without a source. Name one in a list `sources:` of this entry, if it takes one, "
    "or leave it out{advice}. "
    "If it needs no source, say why on the line above: `# no source: plain arithmetic`."
)
# A center may write what it likes, and has no list of sources to cite.
IN_OWN_PAGE = "{words} stands here without a source. Readers trust it more if a link in the same paragraph says where it comes from."
AS_ADVICE = ", or write that it is practitioner advice"


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of a page, a list item or a table row.

    Attributes:
        line: its first line, counted from 1.
        text: its lines, as written.
    """

    line: int
    text: str


def own_page_claims(page: Page) -> Iterator[Problem]:
    """Yield every figure on a center's own page whose paragraph neither cites nor links to a source."""
    for paragraph in (each for section in _sections(page.lines) for each in section):
        if not (
            CITED.search(paragraph.text) or MARKED.search(paragraph.text) or LINKED.search(paragraph.text)
        ):
            for figure in figures(paragraph.text):
                yield _page_problem(page, paragraph, figure, IN_OWN_PAGE)


def page_claims(page: Page) -> Iterator[Problem]:
    """Yield every figure on a page that has neither a source nor a reason to have none."""
    for section in _sections(page.lines):
        advice = any(ADVICE.search(paragraph.text) for paragraph in section)
        for paragraph in section:
            if not (CITED.search(paragraph.text) or MARKED.search(paragraph.text)):
                for figure in figures(paragraph.text):
                    if not (advice and figure.re is SPAN):
                        yield _page_problem(page, paragraph, figure, IN_PAGE)


def content_claims(document: Document) -> Iterator[Problem]:
    """Yield every figure in the content file that has neither a source nor a reason to have none."""
    for steps, spot in document.spots.items():
        for figure in figures(spot.value) if isinstance(spot.value, str) and ALSO not in steps else ():
            if not (
                _is_sourced(steps, document)
                or _is_marked(steps, document)
                or (figure.re is SPAN and _is_advice(steps, document))
            ):
                yield document.problem(steps, _message(IN_ENTRY, figure))


@lru_cache(maxsize=20_000)
def figures(text: str) -> tuple[re.Match[str], ...]:
    """Return the figures in a text, in order; each is a match of ``FINDING`` or of ``SPAN``."""
    own_words = QUOTE.sub(lambda quote: re.sub(r"\S", " ", quote[0]), text)
    return tuple(sorted([*FINDING.finditer(own_words), *SPAN.finditer(own_words)], key=re.Match.start))


def _sections(lines: tuple[str, ...]) -> list[list[Paragraph]]:
    """Split a page at its headings, and each section into its paragraphs."""
    sections: list[list[Paragraph]] = [[]]
    goes_on = False
    for number, line in enumerate(lines, 1):
        if HEADING.match(line):
            sections.append([])
        elif line.strip() and goes_on and not BEGINS.match(line):
            last = sections[-1].pop()
            sections[-1].append(Paragraph(last.line, f"{last.text}\n{line}"))
        elif line.strip():
            sections[-1].append(Paragraph(number, line))
        goes_on = bool(line.strip()) and not HEADING.match(line)
    return sections


def _page_problem(page: Page, paragraph: Paragraph, figure: re.Match[str], message: str) -> Problem:
    before = paragraph.text[: figure.start()]
    line = paragraph.line + before.count("\n")
    column = len(before) - before.rfind("\n")
    return Problem(page.name, line, column, (), _message(message, figure))


def _message(message: str, figure: re.Match[str]) -> str:
    return message.format(words=quoted(figure[0]), advice=AS_ADVICE if figure.re is SPAN else "")


def _is_sourced(steps: Steps, document: Document) -> bool:
    """Return whether a text belongs to a source itself, or to an entry that names sources."""
    beside = [document.spots.get((*steps[:depth], SOURCES)) for depth in range(1, len(steps))]
    return steps[:1] == (SOURCES,) or any(spot and isinstance(spot.value, list) for spot in beside)


def _is_marked(steps: Steps, document: Document) -> bool:
    """Return whether a comment on the line above says why a text needs no source."""
    line = (document.keys.get(steps) or document.spots[steps].place).line
    return line > 1 and bool(MARKED_ENTRY.match(document.lines[line - 2]))


def _is_advice(steps: Steps, document: Document) -> bool:
    """Return whether the entry around a text calls itself practitioner advice."""
    depth = max(depth for depth in range(len(steps)) if not depth or (*steps[:depth], "id") in document.keys)
    texts = (spot.written for each, spot in document.spots.items() if depth and each[:depth] == steps[:depth])
    return any(ADVICE.search(text) for text in texts)
