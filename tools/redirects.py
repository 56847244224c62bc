"""Writes redirects from former addresses of pages, which keep the fragment.

GitHub Pages serves only files, so a redirect is a page too. It works without scripts, but only a script can read the
fragment, the part of an address after ``#``.
"""

from __future__ import annotations

import html
import json
from collections.abc import Callable, Mapping
from pathlib import Path

from bs4 import BeautifulSoup

from macros.components.rendering import relative_address
from macros.reading.page import address_of

PAGE = """<!doctype html>
<html lang="{lang}">
<head>{policy}
<meta charset="utf-8">
<title>{title}</title>
{canonical}<meta http-equiv="refresh" content="0; url={way}">
<script>{script}</script>
</head>
<body>
<p><a href="{way}">{title}</a></p>
</body>
</html>
"""


def write_redirects(site: Path, moved: Mapping[str, str], policy: Callable[[str], str]) -> None:
    """Write a page at each former address, unless a center hides the target.

    Args:
        site: the folder of the site.
        moved: the current path by each earlier path of a page, relative to ``docs/``.
        policy: returns the elements with a policy that allows only the given script.
    """
    for old, new in moved.items():
        target = site / address_of(new) / "index.html"
        page = site / address_of(old) / "index.html"
        if target.is_file() and not page.exists():
            page.parent.mkdir(parents=True, exist_ok=True)
            text = redirect(target.read_text("utf-8"), relative_address(new, address_of(old)), policy)
            page.write_text(text, "utf-8", newline="\n")


def redirect(target: str, way: str, policy: Callable[[str], str]) -> str:
    """Return the HTML of a redirect.

    Args:
        target: the HTML of the page that it redirects to.
        way: the link to that page.
        policy: as in ``write_redirects``.
    """
    soup = BeautifulSoup(target, "html.parser")
    script = f"location.replace({json.dumps(way)}+location.hash)"
    return PAGE.format(
        lang=soup.select("html")[0]["lang"],
        policy=policy(script),
        title=html.escape(soup.select("title")[0].get_text()),
        canonical="".join(f"{link}\n" for link in soup.select("link[rel=canonical]")),
        way=way,
        script=script,
    )
