"""The fixture edition: a small site whose words never change, for tests that name words and ids.

Its pages and data are in ``tests/fixtures/edition``. Everything else comes from our site: macros,
templates, frame, scripts, styles and settings.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from tools import ROOT

EDITION = Path(__file__).parent / "fixtures" / "edition"
# What the edition shares with our site.
SHARED = ("macros", "overrides", "docs/assets", "docs/schemas")

# Makes a folder by its name, once for all workers.
Once = Callable[[str, Callable[[Path], None]], Path]


def stage(project: Path) -> None:
    """Assemble the edition as a project of its own, in a folder that does not exist yet."""
    shutil.copytree(EDITION, project)
    for folder in SHARED:
        shutil.copytree(ROOT / folder, project / folder, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", project / "site.yml")
