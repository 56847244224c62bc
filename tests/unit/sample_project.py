"""A small project to break, and the cases that say how, one per file.

A case names what to change in the copy of ``tests/fixtures/sample``, then the problems to expect:

* ``file``: the file to change; by default the content file;
* ``find`` and ``replace``: replace a text that occurs exactly once;
* ``replace`` alone: write the whole file; neither: delete the file;
* ``changes``: a list of such changes, if one is not enough.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.checks.anchors import anchor_problems, predicted_anchors
from macros.checks.evidence import evidence_problems
from macros.checks.project import CONTENT, check_project
from macros.problems import ContentError
from macros.site import Site

FIXTURES = Path(__file__).parents[1] / "fixtures"


@dataclass(frozen=True)
class Project:
    """A copy of the sample project."""

    root: Path

    @property
    def docs(self) -> Path:
        return self.root / "docs"

    @property
    def content(self) -> Path:
        return self.root / CONTENT

    def change(self, case: dict[str, Any]) -> None:
        for change in case.get("changes", ()):
            self.change(change)
        if "changes" in case:
            return
        file = self.root / case.get("file", CONTENT)
        if "find" in case:
            text = file.read_text("utf-8")
            assert text.count(case["find"]) == 1, f"{file.name} must hold the text to find exactly once"
            file.write_text(text.replace(case["find"], case["replace"]), "utf-8")
        elif "replace" in case:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(case["replace"], "utf-8")
        else:
            file.unlink()

    def problems(self) -> list[str]:
        problems = [*evidence_problems(self.root)]
        try:
            project = check_project(self.root)
            problems += anchor_problems(project, predicted_anchors(project, Site(project).render))
        except ContentError as error:
            problems += error.problems
        return [str(problem) for problem in ContentError(problems).problems]


def cases(folder: str) -> list[Any]:
    """Return the cases in a folder of ``tests/fixtures``, each named after its file."""
    files = sorted((FIXTURES / folder).glob("*.yml"))
    assert files, f"no cases in {folder}"
    return [
        pytest.param(yaml.load(file.read_text("utf-8"), yaml.CSafeLoader), id=file.stem) for file in files
    ]
