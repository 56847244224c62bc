"""A copy of the repository, such as a host edits."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tools import ROOT
from tools.reproduce import INSTALLED

# The edits of each center, in a folder of its name.
CENTERS = ROOT / "tests" / "fixtures" / "centers"
# The address at which a copy is published.
ADDRESS = "https://example.org/recovery/"
# The parts of a clone that are copied.
COPIED = ("docs", "macros", "overrides", "tests", "tools")
COPIED_FILES = (
    "mkdocs.yml",
    "package.json",
    "pyproject.toml",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "README.md",
)


def copy_repository(copy: Path) -> None:
    """Copy the repository into a folder that does not exist yet, with links to the installed libraries."""
    for folder in COPIED:
        shutil.copytree(ROOT / folder, copy / folder, ignore=shutil.ignore_patterns("__pycache__"))
    for file in COPIED_FILES:
        shutil.copy(ROOT / file, copy / file)
    for name in INSTALLED:
        (copy / name).symlink_to(ROOT / name, target_is_directory=True)


def build_center(copy: Path) -> None:
    """Make the copy of the center that the folder is named after, and build it as for publication."""
    center = CENTERS / copy.name.removeprefix("unfinished-")
    copy_repository(copy)
    shutil.copy(center / "center.yml", copy / "docs/data/center.yml")
    shutil.copytree(center / "center", copy / "docs/center")
    run_in_copy(copy, "tools.build", "site", SITE_URL=ADDRESS)


def run_in_copy(copy: Path, *command: str, **variables: str) -> str:
    """Run a module of the copy, which must succeed, and return its output."""
    done = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=copy,
        env=os.environ | variables,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        pytest.fail(done.stdout + done.stderr, pytrace=False)
    return done.stdout
