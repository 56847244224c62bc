from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from sample_project import FIXTURES, Project


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Return a fresh copy of the sample project."""
    return Project(Path(shutil.copytree(FIXTURES / "sample", tmp_path / "sample")))
