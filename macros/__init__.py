"""Macros of Second Impression: the YAML files become the generated parts of the pages.

The site generator calls ``define_env`` once at the start of a build, and ``on_post_build`` at its end.
Nothing else of the project knows the generator.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
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

# Those of the search come on its first use, all others with the page.
WITH_THE_PAGE = ("main.js", "components/*.js", "lib/*.js")
OUR_SCRIPTS = (*WITH_THE_PAGE, "search/*.js")
# What makes the markup of a page and the scripts that work on it.
MARKUP_AND_SCRIPTS = (
    "macros/**/*.py",
    "macros/**/*.jinja",
    "overrides/**/*.html",
    "docs/assets/javascripts/**/*.js",
)


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
        helpline=project.recovery.helplines[0],
        scripts=_scripts(docs),
        release=release(Path(env.project_dir)),
        facts=lambda page: renderer.render(views.page_facts(page.meta), page.url),
        do_it_now=lambda page: renderer.render(view_of("do_it_now")(page.meta.get("tool")), page.url),
        asked_here=lambda page: renderer.render(view_of("asked_here")(page.file.src_uri), page.url),
    )


def on_post_build(env: Any) -> None:
    """Write into every script of ours which release of the site it is of, at the end of a build.

    A page says so too, and its scripts start only where all say the same: see ``lib/release.js``.
    """
    extra = env.conf["extra"]
    mark = f'(globalThis.releases ??= new Set()).add("{extra["release"]}"); '
    scripts = Path(env.conf["site_dir"], "assets", "javascripts")
    for file in (file for pattern in OUR_SCRIPTS for file in sorted(scripts.glob(pattern))):
        # In front and on the same line, so that errors keep their line numbers.
        file.write_bytes(mark.encode() + file.read_bytes())


def release(root: Path) -> str:
    """Return a name for the markup and scripts of a project that changes whenever one of them does."""
    digest = hashlib.sha256()
    for path in _markup_and_scripts(root):
        digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def _markup_and_scripts(root: Path) -> Iterator[Path]:
    yield from (path for pattern in MARKUP_AND_SCRIPTS for path in sorted(root.glob(pattern)))


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


def _scripts(docs: Path) -> list[str]:
    """Every script of ours, so that a page fetches them all at once and not one after the other."""
    folder = docs / "assets" / "javascripts"
    paths = (path for pattern in WITH_THE_PAGE for path in folder.glob(pattern))
    return sorted(path.relative_to(docs).as_posix() for path in paths)


def _macro(view: Callable[..., views.View], renderer: Renderer) -> Callable[..., str]:
    @pass_context
    def macro(context: Context, *arguments: str) -> str:
        return renderer.render(view(*arguments), context["page"].url)

    return macro
