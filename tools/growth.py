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
from tools.weigh import BUILD, MEMORY, Build, Held, build_stock, run_build

MORE = (0, 300, 900)
# How much more a page of a large site may cost than one of a small site: the swing of a measurement.
FLAT = 1.15
GUIDES = "docs/guide"
# The pages that mkdocs.yml keeps out of the menu.
UNLISTED = re.compile(r"^not_in_nav: .*$", re.MULTILINE)


def main() -> None:
    """Build all sites, print what they cost with the budgets, and exit with 1 if one is exceeded."""
    with tempfile.TemporaryDirectory() as folder:
        costs = [_build(Path(folder) / str(more), more) for more in MORE]
        stock = [
            build_stock(Path(folder) / str(more) / "site", Path(folder) / f"stock-{more}")[1]
            for more in MORE[:2]
        ]
    print(f"\n{'a build':20}{'processor, s':>14}{'memory, MB':>12}")
    for name, builds in (("ours", costs), ("stock", stock)):
        for more, build in zip(MORE, builds, strict=False):
            print(f"{f'{name}, {more} more':20}{build.processor:14.1f}{build.memory:12.0f}")
    budgets = list(held(costs, stock))
    print(f"\n{'one more page':26}{'value':>10}{'at most':>10}", *budgets, sep="\n  ")
    sys.exit(not all(each.is_kept for each in budgets))


def held(ours: Sequence[Build], stock: Sequence[Build]) -> Iterator[Held]:
    """Yield each budget with its value.

    Args:
        ours: the builds with ``MORE`` pages.
        stock: those of stock Material with the first two.
    """
    first, later = (
        _page(*each) for each in zip(itertools.pairwise(ours), itertools.pairwise(MORE), strict=True)
    )
    yield Held("processor, of stock", first / _page(stock, MORE[:2]), BUILD, 2)
    yield Held("processor, of the first", later / first, FLAT, 2)
    yield Held("peak memory, of stock", ours[1].memory / stock[1].memory, MEMORY, 2)


def _page(builds: Sequence[Build], pages: Sequence[int]) -> float:
    """Return the seconds that each page between two sites costs."""
    return (builds[1].processor - builds[0].processor) / (pages[1] - pages[0])


def _build(copy: Path, more: int) -> Build:
    copy_commit(copy)
    add_pages(copy, more)
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
