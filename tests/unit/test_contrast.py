from __future__ import annotations

from typing import Any

import pytest
from sample_project import Project, cases

from macros.checks.contrast import contrast


@pytest.mark.parametrize(
    ("first", "second", "ratio"),
    [
        ("#000", "#fff", 21),
        ("white", "black", 21),
        ("#17605b", "#17605b", 1),
        # From the WebAIM contrast checker.
        ("#777", "#fff", 4.48),
        ("#767676", "#fff", 4.54),
        ("rgb(255 0 0)", "#fff", 4.0),
    ],
)
def test_contrast_is_the_ratio_defined_by_wcag(first: str, second: str, ratio: float) -> None:
    assert contrast(first, second) == pytest.approx(ratio, abs=0.005)
    assert contrast(second, first) == contrast(first, second)


# What is refused: each case is a file in tests/fixtures/bad_colors


@pytest.mark.parametrize("case", cases("bad_colors"))
def test_a_color_that_is_hard_to_see_stops_the_build(project: Project, case: dict[str, Any]) -> None:
    project.change(case)
    assert project.problems() == case["problems"]
