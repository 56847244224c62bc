"""The content changes between two visits: ticks follow what was renamed, and what was retired is shown."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from built_site import BASE, Site, shown, shown_line
from keeping import (
    FILL,
    MAKE_ROOM,
    MY_RECOVERY,
    answered,
    arrange,
    copy_of,
    entry,
    expect_notice,
    kept,
    load_copy,
    named,
    preview,
    ticks,
    values,
)
from keeping import open_copy as choose_copy
from playwright.sync_api import BrowserContext, Locator, Page, Route, expect
from reader import AUDIT, FIVE_STEPS, answer, boxes, button

from macros.models import Recovery, Ui
from macros.saved import saved_sheets
from tools import ROOT
from tools.build import environment

# What an editor does to docs/data/recovery.yml, by the line to replace.
RENAMED_ITEM = ("      - id: put-it-down\n", "      - id: let-it-rest\n        was: [put-it-down]\n")
RENAMED_LIST = ("  - id: rejection-audit\n", "  - id: honest-audit\n    was: [rejection-audit]\n")
RETIRED_ITEM = ("      - id: find-out-why\n", "      - id: find-out-why\n        retired: true\n")
RETIRED_LIST = ("  - id: 48-hour-drill\n", "  - id: 48-hour-drill\n    retired: true\n")
OLD, NEW, RETIRED = "five-steps--put-it-down", "five-steps--let-it-rest", "five-steps--find-out-why"
HONEST_AUDIT = "checklists/honest-audit/"


def run(project: Path, *module: str) -> subprocess.CompletedProcess[str]:
    """Run one of the commands of the project in a copy of it."""
    return subprocess.run(
        [sys.executable, "-m", *module],
        cwd=project,
        env={**environment(), "SITE_URL": Site.url},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the project, for an editor to change."""
    project = tmp_path_factory.mktemp("project")
    for name in ("docs", "macros", "overrides"):
        shutil.copytree(ROOT / name, project / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", project)
    return project


def edit(file: Path, *changes: tuple[str, str]) -> None:
    text = file.read_text("utf-8")
    for old, new in changes:
        assert text.count(old) == 1, f"{file.name} must hold {old!r} exactly once"
        text = text.replace(old, new)
    file.write_text(text, "utf-8")


@pytest.fixture(scope="module")
def tomorrow(project: Path) -> Site:
    """Return the site of tomorrow: one item and one list have other ids, one of each is retired."""
    changes = (RENAMED_ITEM, RENAMED_LIST, RETIRED_ITEM, RETIRED_LIST)
    edit(project / "docs" / "data" / "recovery.yml", *changes)
    pages = project / "docs" / "checklists"
    (pages / "rejection-audit.md").rename(pages / "honest-audit.md")
    (pages / "48-hour-drill.md").unlink()
    edit(pages / "honest-audit.md", ('checklist("rejection-audit")', 'checklist("honest-audit")'))
    ...
    return Site(project / "site")
