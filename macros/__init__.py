"""Where the site generator comes in: macros turn the YAML files into the generated parts of the pages.

The site generator calls ``define_env`` at the start of a build, another one perhaps for each page. Nothing
else of the project knows the generator.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context

from macros.components.macro import all_macros
from macros.problems import ContentError
from macros.site import Site, site_of


def define_env(env: Any) -> None:
    """Check all content, then register the macros and hand the theme its words.

    Args:
        env: the environment of mkdocs-macros-plugin.

    Raises:
        Abort: when the content has problems; the build stops before it writes anything.
    """
    # The engine may be given an edition of the project: see tools/stage.py.
    site = _checked_site(Path(os.environ.get("PROJECT", env.project_dir)))
    site.publish(env.conf["site_url"], env.conf["copyright"], env.conf.get("repo_url"))
    for name in all_macros():
        env.macro(_macro(site, name), name)
    env.conf["extra"].update(
        ui=site.project.content.ui,
        center=site.project.center,
        published=bool(os.environ.get("SITE_URL")),
        announcement=site.announcement,
        helpline=site.project.content.helplines[0],
        facts=lambda page: site.facts(page.meta, page.url),
        do_it_now=lambda page: site.do_it_now(page.meta.get("tool"), page.url),
        asked_here=lambda page: site.asked_here(page.file.src_uri, page.url),
        mark_alone=site.mark_alone(),
        is_sheet=lambda page: site.is_sheet(page.file.src_uri),
        sheet_foot=lambda page: site.sheet_foot(page.file.src_uri, page.url),
    )


def _checked_site(root: Path) -> Site:
    # Here and not above: `python -m macros check` must run without the site generator.
    from mkdocs.exceptions import Abort  # noqa: PLC0415

    try:
        return site_of(root)
    except ContentError as error:
        raise Abort(str(error)) from None


def _macro(site: Site, name: str) -> Callable[..., str]:
    @pass_context
    def macro(context: Context, *arguments: str) -> str:
        return site.draw(name, arguments, context["page"].url)

    return macro
