"""The lines that the pages for centers show can be copied: all of them together make a site that can be published."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.checks.project import check_project
from tools import ROOT

PAGES = ROOT / "docs" / "centers"


def blocks(page: str, language: str) -> list[str]:
    """Return the code blocks of a page in a language, in order."""
    text = (PAGES / page).read_text("utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


def merge(settings: dict[str, Any], added: dict[str, Any]) -> None:
    """Merge mappings into the first one, in place."""
    for key, value in added.items():
        if isinstance(value, dict):
            merge(settings.setdefault(key, {}), value)
        else:
            settings[key] = value


@pytest.mark.upstream
def test_every_line_shown_on_the_pages_is_valid(tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(ROOT / "docs", copy / "docs", ignore=shutil.ignore_patterns("javascripts"))
    shutil.copy(ROOT / "mkdocs.yml", copy / "mkdocs.yml")
    own = copy / "docs" / "center"
    own.mkdir()
    (own / "logo.png").write_bytes(b"\x89PNG")
    settings: dict[str, Any] = {}
    for block in blocks("edit.md", "yaml"):
        merge(settings, yaml.safe_load(block))
    brand = "".join(blocks("make-it-yours.md", "yaml"))
    edits = yaml.safe_dump(settings, allow_unicode=True, sort_keys=False)
    (copy / "docs/data/center.yml").write_text(brand + edits, "utf-8")
    (page,) = blocks("edit.md", "markdown")
    links = "[Five steps](../checklists/five-steps.md)\n\n[Our list](../checklists/riverside-fair.md)\n"
    (own / "visit-us.md").write_text(f"{page}\n{links}", "utf-8")
    content = check_project(copy).content
    assert "riverside-fair" in [each.id for each in content.checklists]
