"""Entry point for the site engine: the macros that pages call in braces draw their generated parts from YAML files.

mkdocs-macros-plugin calls ``define_env`` once per build; another engine calls it once per page, and runs this module
anew each time. So the checked content is cached one layer down, in ``macros.site``. No other module here knows the
engine.
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

# Addresses in our HTML are relative to the URL of the page. Zensical takes them as relative to its source file and
# rewrites them. No engine rewrites an address that has a scheme, so each gets one until the frame is drawn.
ADDRESS = re.compile(r'(?<=[ \n])(href|src)="(?!#|[a-z]+:)')
HERE = "urn:here:"
# Macros return HTML, except for headings, which stay Markdown so that the engine lists them. Every engine would parse
# each tag to find where a block ends, so the HTML goes in comments; overrides/main.html takes it out again.
HEADING = re.compile(r"^(#{2,6} .*)$", re.MULTILINE)
HIDDEN_HTML = "\n\n<!--drawn {} drawn-->\n\n"


def define_env(env: Any) -> None:
    """Register the macros.

    Args:
        env: the environment of mkdocs-macros-plugin, or its equivalent in another engine.

    Raises:
        SystemExit: the content has problems; the build stops before it writes anything.
    """
    # The engine builds a staged copy of the project, which ``PROJECT`` names: see tools/stage.py.
    site = _checked_site(Path(os.environ.get("PROJECT", env.project_dir)))
    site.publish(env.conf["site_url"], env.conf["copyright"], env.conf["repo_url"])
    for name in all_macros():
        env.macro(_macro(site, name), name)


def protect_addresses(text: str) -> str:
    """Return Markdown or HTML with its HTML addresses protected from rewriting by the engine."""
    return ADDRESS.sub(rf'\1="{HERE}', text)


def hide_from_engine(rendered: str) -> str:
    """Return the output of a macro with all but its headings in comments, where no engine looks for Markdown."""
    parts = HEADING.split(rendered)
    parts[::2] = [HIDDEN_HTML.format(html.strip()) for html in parts[::2]]
    return "".join(parts)


def _checked_site(root: Path) -> Site:
    try:
        return site_of(root)
    except ContentError as error:
        raise SystemExit(str(error)) from None


def _macro(site: Site, name: str) -> Callable[..., str]:
    @pass_context
    def macro(context: Context, *arguments: str) -> str:
        rendered = protect_addresses(site.render(name, arguments, context["page"].url))
        return rendered if all_macros()[name].inline else hide_from_engine(rendered)

    return macro
