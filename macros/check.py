"""All content of the project in one check."""

from __future__ import annotations

from pathlib import Path

from macros.loader import load_recovery
from macros.models import Recovery
from macros.pages import check_pages
from macros.problems import ContentError, Problem

CONTENT = Path("docs/data/recovery.yml")


def check_project(root: Path) -> Recovery:
    """Return the content after every check that needs no build.

    Args:
        root: the folder of the project.

    Raises:
        ContentError: with every problem of the content file, the pages and ``mkdocs.yml``.
    """
    recovery: Recovery | None = None
    problems: list[Problem] = []
    try:
        recovery = load_recovery(root / CONTENT, root / "docs")
    except ContentError as error:
        problems += error.problems
    problems += check_pages(recovery, root / "docs", root / "mkdocs.yml")
    if recovery is None or problems:
        raise ContentError(problems)
    return recovery
