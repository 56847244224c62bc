"""Checks each page of a built site against its weight budget for a first visit: ``python -m tools.budgets [FOLDER]``.

It counts what a page loads without further action: the page and the scripts and images that it references, compressed.
A site built with its address weighs more, since sheets show it as a QR code. `make check` fails if a page is over
budget; in the copy of a center, with its own logo and texts, this is only advice.
"""

from __future__ import annotations

import gzip
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from tools import ROOT

LOADED = "link[rel=icon], script[src], img[src]"


@dataclass(frozen=True)
class Weight:
    """The weight or the budget of a first visit: compressed bytes, and requests."""

    bytes: int
    requests: int


DEFAULT_BUDGET = Weight(26_000, 5)
LONG_PAGE_BUDGET = Weight(40_000, 5)
# Pages with a budget of their own. The print pack contains every sheet, so that it prints without scripts.
BUDGETS = {
    "checklists/rejection-audit/": Weight(20_000, 5),
    "about/sources/": LONG_PAGE_BUDGET,
    "guide/questions/": LONG_PAGE_BUDGET,
    "print/": LONG_PAGE_BUDGET,
}


def main() -> None:
    """Weigh the pages of a built site; exit with 1 if one is over its budget."""
    site = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "site"
    exceeded = list(over_budget(site, pages_of(site)))
    print(
        *exceeded,
        f"Budgets: {len(pages_of(site))} pages, {len(exceeded)} times more than it may be.",
        sep="\n",
    )
    sys.exit(bool(exceeded))


def over_budget(site: Path, pages: Iterable[str]) -> Iterator[str]:
    """Yield a message for each page that is over budget, with its weight and the limit."""
    for page in pages:
        weight, budget = weigh(site, page), budget_of(page)
        if weight.bytes > budget.bytes:
            yield f"/{page}: {weight.bytes:,} bytes compressed, at most {budget.bytes:,}"
        if weight.requests > budget.requests:
            yield f"/{page}: {weight.requests} requests, at most {budget.requests}"


def budget_of(page: str) -> Weight:
    """Return the budget of a page."""
    return BUDGETS.get(page, DEFAULT_BUDGET)


def weigh(site: Path, page: str) -> Weight:
    """Return the weight of a page of a built site."""
    file = site / page / "index.html"
    elements = LexborHTMLParser(file.read_text("utf-8")).css(LOADED)
    names = [each.attributes.get("href") or each.attributes.get("src") or "" for each in elements]
    named = {(file.parent / name).resolve() for name in names if not name.startswith("data:")}
    files = [file.resolve(), *named]
    return Weight(sum(len(gzip.compress(each.read_bytes(), 9)) for each in files), len(files))


def pages_of(site: Path) -> list[str]:
    """Return the address of every page, relative to the site; the home page's is empty."""
    folders = [file.parent for file in sorted(site.rglob("index.html"))]
    return ["" if folder == site else f"{folder.relative_to(site).as_posix()}/" for folder in folders]


if __name__ == "__main__":
    main()
