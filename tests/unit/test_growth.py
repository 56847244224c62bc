"""How the cost of one more page is measured."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.growth import add_pages, budget_results
from tools.weigh import Build


def build(processor: float, memory: float = 100) -> Build:
    return Build(0, processor, memory)


@pytest.mark.parametrize(
    ("ours", "values", "kept"),
    [
        ((10, 25, 55), [0.5, 1, 1], [True, True, True]),
        ((10, 46, 118), [1.2, 1, 1], [False, True, True]),
        ((10, 25, 85), [0.5, 2, 1], [True, False, True]),
    ],
)
def test_a_page_must_cost_no_more_than_one_of_stock_and_no_more_in_a_large_site(
    ours: tuple[float, ...], values: list[float], kept: list[bool]
) -> None:
    budgets = list(budget_results([*map(build, ours)], [build(6), build(36)]))
    assert [round(each.value, 2) for each in budgets] == values
    assert [each.is_met for each in budgets] == kept


def test_the_largest_process_is_compared_with_that_of_stock_for_as_many_pages() -> None:
    *_, memory = budget_results([build(1, 90), build(2, 150), build(4, 300)], [build(1, 90), build(2, 100)])
    assert (memory.value, memory.is_met) == (1.5, False)


def test_added_pages_are_guides_in_turn_that_no_menu_lists(tmp_path: Path) -> None:
    guides = tmp_path / "docs/guide"
    guides.mkdir(parents=True)
    for name in ("index", "one", "two"):
        (guides / f"{name}.md").write_text(name, "utf-8")
    (tmp_path / "mkdocs.yml").write_text("nav: []\nnot_in_nav: /components.md # for developers\n", "utf-8")
    add_pages(tmp_path, 3)
    added = {file.name: file.read_text("utf-8") for file in guides.glob("*-*.md")}
    assert added == {"one-0.md": "one", "two-1.md": "two", "one-2.md": "one"}
    assert (tmp_path / "mkdocs.yml").read_text("utf-8") == (
        "nav: []\nnot_in_nav: |\n  /components.md\n  /guide/*-[0-9]*.md\n"
    )
