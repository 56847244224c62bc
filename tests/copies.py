"""A copy of the repository, as a host has it who edits it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tools import ROOT
from tools.reproduce import INSTALLED

# What centers say, by the name of each.
CENTERS = ROOT / "tests" / "fixtures" / "centers"
# Where a copy will be published.
ADDRESS = "https://example.org/recovery/"
# What a clone has, and the libraries that are put into it.
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
    """Make a copy of the repository, in a folder that is not there yet."""
    for folder in COPIED:
        shutil.copytree(ROOT / folder, copy / folder, ignore=shutil.ignore_patterns("__pycache__"))
    for file in COPIED_FILES:
        shutil.copy(ROOT / file, copy / file)
    for name in INSTALLED:
        (copy / name).symlink_to(ROOT / name, target_is_directory=True)


def build_center(copy: Path) -> None:
    """Make the copy of the center that the folder is named after, and build it as it is published."""
    center = CENTERS / copy.name.removeprefix("unfinished-")
    copy_repository(copy)
    shutil.copy(center / "center.yml", copy / "docs/data/center.yml")
    shutil.copytree(center / "center", copy / "docs/center")
    run_in_copy(copy, "tools.build", "site", SITE_URL=ADDRESS)


def run_in_copy(copy: Path, *command: str, **variables: str) -> str:
    """Run a command of the copy, which must succeed, and return what it says."""
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
