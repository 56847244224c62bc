"""Check all content of the project."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from macros.checks.contrast import contrast_problems
from macros.checks.ids import id_problems, own_ids
from macros.checks.load import LoadedContent, load_conformance, load_content
from macros.checks.lock_file import read_locks
from macros.checks.pages import check_pages
from macros.checks.saved_ids import SavedId
from macros.content import Content
from macros.content.accessibility import Conformance
from macros.content.center import Center
from macros.problems import ContentError, Problem
from macros.reading.page import Page

CONTENT = Path("docs/data/recovery.yml")
CONFORMANCE = Path("docs/data/accessibility.yml")

Loaded = TypeVar("Loaded")


@dataclass(frozen=True)
class Project:
    """Everything that pages show.

    Attributes:
        loaded: the content of the site, with its places.
        conformance: its accessibility conformance report.
        pages: the pages that readers see.
        advice: findings that may be ignored.
        own_ids: the ids for saved answers that a center has added.
    """

    loaded: LoadedContent
    conformance: Conformance
    pages: tuple[Page, ...]
    advice: tuple[Problem, ...]
    own_ids: frozenset[SavedId]

    @property
    def content(self) -> Content:
        """The content itself."""
        return self.loaded.content

    @property
    def center(self) -> Center:
        """The settings of the center that hosts the site; empty in the upstream site."""
        return self.loaded.center


def check_project(root: Path) -> Project:
    """Return the content after all checks that need no build.

    Args:
        root: the folder of the project.

    Raises:
        ContentError: with every problem in the content files, the lock of the ids, the pages, ``mkdocs.yml`` and the
            colors.
    """
    docs = root / "docs"
    problems: list[Problem] = []
    loaded = _loaded(load_content, root / CONTENT, docs, problems)
    conformance = _loaded(load_conformance, root / CONFORMANCE, docs, problems)
    lock = read_locks(root)
    problems += id_problems(loaded, lock) if loaded else lock.problems
    checked = check_pages(loaded, docs, root / "mkdocs.yml")
    problems += checked.problems
    problems += contrast_problems(docs)
    if loaded is None or conformance is None or problems:
        raise ContentError(problems)
    advice = (*loaded.advice, *checked.advice)
    return Project(loaded, conformance, checked.pages, advice, own_ids(loaded.content, lock))


def _loaded(
    load: Callable[[Path, Path], Loaded], path: Path, docs: Path, problems: list[Problem]
) -> Loaded | None:
    """Return a content file; on failure add its problems to ``problems`` and return None."""
    try:
        return load(path, docs)
    except ContentError as error:
        problems += error.problems
        return None
