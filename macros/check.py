"""All content of the project in one check."""

from __future__ import annotations

from pathlib import Path

from macros.contrast import contrast_problems
from macros.ids import LOCK, id_problems, read_lock
from macros.loader import Content, load_content
from macros.models import Recovery
from macros.pages import check_pages
from macros.problems import ContentError, Problem

CONTENT = Path("docs/data/recovery.yml")


def check_project(root: Path) -> Recovery:
    """Return the content after every check that needs no build.

    Args:
        root: the folder of the project.

    Raises:
        ContentError: with every problem of the content file, the lock of its ids, the pages,
            ``mkdocs.yml`` and the colors.
    """
    content: Content | None = None
    problems: list[Problem] = []
    try:
        content = load_content(root / CONTENT, root / "docs")
    except ContentError as error:
        problems += error.problems
    lock = read_lock(root / LOCK, root)
    problems += id_problems(content, lock) if content else lock.problems
    recovery = content.recovery if content else None
    problems += check_pages(recovery, root / "docs", root / "mkdocs.yml")
    problems += contrast_problems(root / "docs")
    if recovery is None or problems:
        raise ContentError(problems)
    return recovery
