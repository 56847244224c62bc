"""Measures what one more page costs a build: ``python -m tools.growth``, part of ``make bench``.

The last commit is built as it is, with 300 more pages and with 900 more: copies of its guides that no menu lists. Stock
Material builds the text of the first two sites. Costs are processor time, so they hold on a busy machine. Takes some
minutes.
"""

from __future__ import annotations

import itertools
import re
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from tools.reproduce import copy_commit
from tools.weigh import MAX_MEMORY_RATIO, MAX_PROCESSOR_RATIO, BudgetResult, Build, build_stock, run_build

EXTRA_PAGES = (0, 300, 900)
# How much more a page of a large site may cost than one of a small site: the swing of a measurement.
MAX_GROWTH_RATIO = 1.15
GUIDES = "docs/guide"
# The pages that mkdocs.yml keeps out of the menu.
UNLISTED = re.compile(r"^not_in_nav: .*$", re.MULTILINE)


def main() -> None:
    """Build all sites, print what they cost with the budgets, and exit with 1 if one is exceeded."""
    with tempfile.TemporaryDirectory() as folder:
        costs = [_build(Path(folder) / str(extra), extra) for extra in EXTRA_PAGES]
        stock = [
            build_stock(Path(folder) / str(extra) / "site", Path(folder) / f"stock-{extra}")[1]
            for extra in EXTRA_PAGES[:2]
        ]
    print(f"\n{'a build':20}{'processor, s':>14}{'memory, MB':>12}")
    for name, builds in (("ours", costs), ("stock", stock)):
        for extra, build in zip(EXTRA_PAGES, builds, strict=False):
            print(f"{f'{name}, {extra} more':20}{build.processor:14.1f}{build.memory:12.0f}")
    budgets = list(budget_results(costs, stock))
    print(f"\n{'one more page':26}{'value':>10}{'at most':>10}", *budgets, sep="\n  ")
    sys.exit(not all(each.is_met for each in budgets))


def budget_results(ours: Sequence[Build], stock: Sequence[Build]) -> Iterator[BudgetResult]:
    """Yield each budget with its value.

    Args:
        ours: the builds with ``EXTRA_PAGES`` pages.
        stock: those of stock Material with the first two.
    """
    first, later = (
        _cost_per_page(*each)
        for each in zip(itertools.pairwise(ours), itertools.pairwise(EXTRA_PAGES), strict=True)
    )
    yield BudgetResult(
        "processor, of stock", first / _cost_per_page(stock, EXTRA_PAGES[:2]), MAX_PROCESSOR_RATIO, 2
    )
    yield BudgetResult("processor, of the first", later / first, MAX_GROWTH_RATIO, 2)
    yield BudgetResult("peak memory, of stock", ours[1].memory / stock[1].memory, MAX_MEMORY_RATIO, 2)


def _cost_per_page(builds: Sequence[Build], pages: Sequence[int]) -> float:
    """Return the seconds that each page between two sites costs."""
    return (builds[1].processor - builds[0].processor) / (pages[1] - pages[0])


def _build(copy: Path, extra: int) -> Build:
    copy_commit(copy)
    add_pages(copy, extra)
    return run_build([sys.executable, "-m", "tools.build"], copy)


def add_pages(project: Path, count: int) -> None:
    """Add copies of guides to a project, in turn, which no menu lists."""
    guides = sorted(file for file in (project / GUIDES).glob("*.md") if file.stem != "index")
    for number, guide in zip(range(count), itertools.cycle(guides)):
        guide.with_stem(f"{guide.stem}-{number}").write_bytes(guide.read_bytes())
    settings = project / "mkdocs.yml"
    unlisted = "not_in_nav: |\n  /components.md\n  /guide/*-[0-9]*.md"
    settings.write_text(UNLISTED.sub(unlisted, settings.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
