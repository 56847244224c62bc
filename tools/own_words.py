"""Checks that the site is in our own words: ``python -m tools.own_words [FOLDER]``.

Apart from titles and quotations, no eight consecutive words of a built site may occur in the articles that it grew out
of. The articles are not ours to store, so the fixture holds a truncated hash of each run of eight words instead. To
regenerate it from plain text files of the articles:

    python -m tools.own_words --learn FILE ...
"""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from tools import ROOT
from tools.page_text import blocks, pages

RUN = 8
DIGITS = 10  # enough that less than one site in a thousand has a hash collision
FIXTURE = ROOT / "tests" / "fixtures" / "source_shingles.txt"
WITHOUT = "title, h1, cite, blockquote, q, script, style, nav"


def main() -> None:
    """Hash articles, or compare a built site with them; exit with 1 if it shares a run of words."""
    if sys.argv[1:2] == ["--learn"]:
        learn([Path(name) for name in sys.argv[2:]])
    else:
        compare(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "site")


def learn(articles: list[Path]) -> None:
    """Write the hashes of all runs of the articles to the fixture."""
    hashes = {digest(run) for file in articles for run in runs(file.read_text(encoding="utf-8"))}
    FIXTURE.write_text("".join(f"{value}\n" for value in sorted(hashes)), encoding="ascii", newline="\n")
    print(f"{len(hashes)} runs of {RUN} words")


def compare(site: Path) -> None:
    """Print the runs of words that pages share with the articles."""
    known = set(FIXTURE.read_text(encoding="ascii").split())
    shared = [
        f"{page}: {run}" for page, html in pages(site) for run in runs(text_of(html)) if digest(run) in known
    ]
    for line in shared:
        print(line)
    print(f"Own words: {len(shared)} runs of {RUN} words are shared with the articles.")
    sys.exit(bool(shared))


def text_of(html: str) -> str:
    """Return the words of a page, its description included, without titles and quotations."""
    description = re.findall(r'<meta name="description" content="([^"]*)"', html)
    return "\n".join([*blocks(html, "body", WITHOUT), *description])


def runs(text: str) -> Iterator[str]:
    """Yield every run of eight words, in lower case and without punctuation."""
    words = re.findall(r"[a-z0-9']+", text.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'"))
    return (" ".join(words[start : start + RUN]) for start in range(len(words) - RUN + 1))


def digest(run: str) -> str:
    """Return the truncated hash of a run."""
    return hashlib.sha256(run.encode()).hexdigest()[:DIGITS]


if __name__ == "__main__":
    main()
