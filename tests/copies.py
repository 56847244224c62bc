"""A copy of the repository, as a host has it who edits it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tools import ROOT

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
    (copy / "node_modules").symlink_to(ROOT / "node_modules", target_is_directory=True)


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
