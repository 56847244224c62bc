"""Measures how easy the pages are to read: ``python -m tools.reading_grade [FOLDER]``.

Prints every page of a built site whose Flesch-Kincaid grade is above ``limit`` in pyproject.toml,
``[tool.reading-grade]``. Headings, list items and table cells count as sentences. Left out are
code, buttons and the titles of cited works, which nobody can put more plainly, and scraps of one
or two words, which are labels rather than sentences.
"""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

import textstat

from tools import ROOT
from tools.page_text import blocks, pages

WITHIN = "article, main"
WITHOUT = "code, button, cite, nav, script, style, template, [hidden]"


def main() -> None:
    """Grade every page; exit with 1 if one is above the limit."""
    site = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "site"
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    limit: float = settings["tool"]["reading-grade"]["limit"]
    grades = {page: grade(html) for page, html in pages(site)}
    too_hard = {page: value for page, value in grades.items() if value > limit}
    for page, value in sorted(too_hard.items()):
        print(f"{page}: grade {value:.1f} is above {limit}. Use shorter sentences and words.")
    print(f"Reading grade: {len(grades)} pages, the hardest {max(grades.values()):.1f}, the limit {limit}.")
    sys.exit(bool(too_hard))


def grade(html: str) -> float:
    """Return the Flesch-Kincaid grade of a page, 0 for one without sentences."""
    sentences = [_sentence(block) for block in blocks(html, WITHIN, WITHOUT) if len(block.split()) > 2]
    return textstat.flesch_kincaid_grade("\n".join(sentences)) if sentences else 0.0


def _sentence(block: str) -> str:
    """End a block with a full stop, and use the apostrophe that the word list knows."""
    text = block.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    return text if text.endswith((".", "?", "!")) else text + "."


if __name__ == "__main__":
    main()
