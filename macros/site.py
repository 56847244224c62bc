"""A site: its checked content and its renderer, cached until one of its files changes.

An engine may ask for the macros once per build or once per page. The frame around a page is drawn after the engine.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from macros.checks.project import Project, check_project
from macros.components.announcement.view import announcement
from macros.components.asked_here.view import asked_here
from macros.components.do_it_now.view import do_it_now
from macros.components.macro import View, all_macros
from macros.components.mark.view import mark_alone
from macros.components.page_facts.view import page_facts
from macros.components.rendering import Renderer
from macros.content.sheets import sheet_of
from macros.reading.page import Page

# The path, modification time in nanoseconds, and size of each file.
State = tuple[tuple[str, int, int], ...]


class Site:
    """The content of a project, and the HTML that its pages and their frame show."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self._renderer = Renderer(
            project.content, citing_pages(project, project.pages), center=project.center
        )

    def render(self, name: str, arguments: Iterable[str], page_url: str) -> str:
        """Return what a macro shows on the page at ``page_url``, such as ``guide/star/``."""
        return self._renderer.render(_view(self.project, name, arguments), page_url)

    def facts(self, front: dict[str, object], page_url: str) -> str:
        """Return how long a page takes and how old it is, from its front matter."""
        return self._renderer.render(page_facts(front), page_url)

    def do_it_now(self, tool: str | None, page_url: str) -> str:
        """Return the link from a guide to its tool, whose page below ``docs/`` is ``tool``; empty if it has none."""
        return self._renderer.render(do_it_now(self.project.content, tool), page_url)

    def announcement(self, page_url: str) -> str:
        """Return the announcement of the center for a page; empty if there is none."""
        announced = self.project.center.announcement
        return self._renderer.render(announcement(announced), page_url) if announced else ""

    def mark_alone(self) -> str:
        """Return the mark with only its first circle, for the "not found" page."""
        return self._renderer.render(mark_alone(), "")

    def asked_here(self, page: str, page_url: str) -> str:
        """Return the questions that come up on ``page``, a path below ``docs/``."""
        return self._renderer.render(asked_here(self.project.content, page), page_url)

    def is_sheet(self, page: str) -> bool:
        """Return whether ``page``, a path below ``docs/``, is a sheet to hand out."""
        return sheet_of(self.project.content, page) is not None

    def publish(self, address: str | None, credit: str, project: str | None) -> None:
        """Set the addresses of the site and of its project, if known, and the author that it credits."""
        self._renderer.publish(address, credit, project)

    def sheet_foot(self, page: str, page_url: str) -> str:
        """Return the foot of the printed ``page``, a path below ``docs/``."""
        return self._renderer.foot(sheet_of(self.project.content, page), page_url)


def site_of(root: Path) -> Site:
    """Return the site of a project: the same object until one of its files changes.

    Args:
        root: the folder of the project.

    Raises:
        ContentError: the content has problems; it carries all of them.
    """
    return _site(root, tuple(_state(root)))


@lru_cache(maxsize=1)
def _site(root: Path, _: State) -> Site:
    return Site(check_project(root))


def _state(root: Path) -> Iterator[tuple[str, int, int]]:
    for path in (root / "mkdocs.yml", *(root / "docs").rglob("*")):
        # No check reads a script.
        if path.suffix != ".js" and path.is_file():
            status = path.stat()
            yield str(path), status.st_mtime_ns, status.st_size


def citing_pages(project: Project, pages: Iterable[Page]) -> dict[str, list[Page]]:
    """Return the pages that cite each source, either directly or in an entry that they show.

    Args:
        project: the content.
        pages: pages without problems; their order is kept.
    """
    macros = all_macros()
    citing: dict[str, list[Page]] = {source.id: [] for source in project.content.sources}
    for page in pages:
        if not any(macros[call.name].lists_sources for call in page.calls):
            arguments = (
                (call.name, () if call.argument is None else (call.argument,)) for call in page.calls
            )
            for source in {each for call in arguments for each in _view(project, *call).cites}:
                citing[source].append(page)
    return citing


def _view(project: Project, name: str, arguments: Iterable[str]) -> View:
    macro = all_macros()[name]
    return macro.view(getattr(project, macro.reads), *arguments)
