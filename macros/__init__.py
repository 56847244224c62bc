"""Macros of Second Impression: the YAML files become the generated parts of the pages.

The site generator calls ``define_env`` once at the start of a build. Nothing else of the project knows the
generator.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context

from macros import specimens, views
from macros.check import Project, check_project
from macros.citations import citing_pages
from macros.page_file import read_page
from macros.pages import MACROS
from macros.problems import ContentError
from macros.rendering import Renderer


def define_env(env: Any) -> None:
    """Check all content, then register the macros and hand the theme its words.

    Args:
        env: the environment of mkdocs-macros-plugin.

    Raises:
        Abort: when the content has problems; the build stops before it writes anything.
    """
    project = _checked_project(Path(env.project_dir))
    docs = Path(env.conf["docs_dir"])
    view_of = partial(_view, project)
    pages = [read_page(path, docs) for path in sorted(docs.rglob("*.md"))]
    renderer = Renderer(project.recovery, citing_pages(project.recovery, pages, view_of))
    for name in MACROS:
        env.macro(_macro(view_of(name), renderer), name)
    env.conf["extra"].update(
        ui=project.recovery.ui,
        facts=lambda page: renderer.render(views.page_facts(page.meta), page.url),
        asked_here=lambda page: renderer.render(view_of("asked_here")(page.file.src_uri), page.url),
    )


def _view(project: Project, name: str) -> Callable[..., views.View]:
    """Return the view of a macro with its content: all but one show the recovery content."""
    if name == "conformance_report":
        return partial(views.conformance_report, project.conformance)
    view = specimens.components if name == "components" else getattr(views, name)
    return partial(view, project.recovery)


def _checked_project(root: Path) -> Project:
    # Here and not above: `python -m macros check` must run without the site generator.
    from mkdocs.exceptions import Abort  # noqa: PLC0415

    try:
        return check_project(root)
    except ContentError as error:
        raise Abort(str(error)) from None


def _macro(view: Callable[..., views.View], renderer: Renderer) -> Callable[..., str]:
    @pass_context
    def macro(context: Context, *arguments: str) -> str:
        return renderer.render(view(*arguments), context["page"].url)

    return macro
