"""The weight of a first visit to a page."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from tools.budgets import over_budget


@pytest.mark.parametrize(
    ("page", "size", "most"),
    [
        ("checklists/rejection-audit/", 20_000, "20,000"),
        ("guide/star/", 26_000, "26,000"),
        ("about/sources/", 40_000, "40,000"),
    ],
)
def test_a_page_that_its_script_makes_too_heavy_is_reported_with_its_size_and_its_limit(
    tmp_path: Path, page: str, size: int, most: str
) -> None:
    (tmp_path / page).mkdir(parents=True)
    (tmp_path / "script.js").write_bytes(Random(size).randbytes(size))
    root = "../" * page.count("/")
    (tmp_path / page / "index.html").write_text(f'<script src="{root}script.js"></script>', "utf-8")
    (line,) = over_budget(tmp_path, [page])
    assert line.startswith(f"/{page}: ")
    assert line.endswith(f" bytes compressed, at most {most}")


def test_a_page_with_too_many_requests_is_reported_with_their_number(tmp_path: Path) -> None:
    for name in "abcde":
        (tmp_path / f"{name}.svg").write_text("<svg/>", "utf-8")
    (tmp_path / "index.html").write_text("".join(f'<img src="{name}.svg">' for name in "abcde"), "utf-8")
    assert list(over_budget(tmp_path, [""])) == ["/: 6 requests, at most 5"]
