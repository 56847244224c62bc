"""Where the engine comes in: what pages call, in braces, turns the YAML files into the generated parts of the pages.

The plugin calls ``define_env`` once for a build, that of another engine once for each page, in a module that is run anew. What
is checked and read is kept below it, in ``macros.site``. Nothing else of the project knows the engine.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context

from macros.components.macro import all_macros
from macros.problems import ContentError
from macros.site import Site, site_of

# An address in HTML leads on from the page. Zensical takes it to lead on from the file of the page, and changes it. No
# engine changes an address that begins with a scheme, so each gets one, until the frame is drawn around the page.
ADDRESS = re.compile(r'(?<=[ \n])(href|src)="(?!#|[a-z]+:)')
HERE = "urn:here:"
# What a macro draws is HTML, but for headings, which an engine lists. Any would read each of its tags to find where a block
# ends, so they are given it in comments. overrides/main.html takes it out of them.
HEADING = re.compile(r"^(#{2,6} .*)$", re.MULTILINE)
SET_ASIDE = "\n\n<!--drawn {} drawn-->\n\n"


def define_env(env: Any) -> None:
    """Register the macros.

    Args:
        env: the environment of mkdocs-macros-plugin, or what another engine has in its place.

    Raises:
        SystemExit: the content has problems; the build stops before it writes anything.
    """
    # The engine is given an edition of the project: see tools/stage.py.
    site = _checked_site(Path(os.environ.get("PROJECT", env.project_dir)))
    site.publish(env.conf["site_url"], env.conf["copyright"], env.conf["repo_url"])
    for name in all_macros():
        env.macro(_macro(site, name), name)


def as_it_is(text: str) -> str:
    """Return Markdown or HTML whose addresses in HTML no engine changes."""
    return ADDRESS.sub(rf'\1="{HERE}', text)


def set_aside(drawn: str) -> str:
    """Return what a macro draws, with all that is no heading in comments, where no engine looks for Markdown."""
    parts = HEADING.split(drawn)
    parts[::2] = [SET_ASIDE.format(html.strip()) for html in parts[::2]]
    return "".join(parts)


def _checked_site(root: Path) -> Site:
    try:
        return site_of(root)
    except ContentError as error:
        raise SystemExit(str(error)) from None


def _macro(site: Site, name: str) -> Callable[..., str]:
    @pass_context
    def macro(context: Context, *arguments: str) -> str:
        drawn = as_it_is(site.draw(name, arguments, context["page"].url))
        return drawn if all_macros()[name].inline else set_aside(drawn)

    return macro
