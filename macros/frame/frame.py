"""The frame of a page: the bar, the menu, the foot, and the column beside the text. It is drawn around the article that
the engine rendered, whichever engine that was.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context

from macros.components.compiled import compiled_in
from macros.edition.pages import OWN
from macros.frame.navigation import navigation_of
from macros.reading.page import address_of, split_front
from macros.reading.yaml_tree import parse_yaml
from macros.site import Site

BEGINS_WITH_TEXT = "</h1>\n<p>"


@dataclass(frozen=True)
class Settings:
    """The settings of the site in ``mkdocs.yml``.

    Attributes:
        name: the name of the site.
        description: its purpose.
        copyright: the copyright notice.
        nav: the entries of its navigation.
        address: its URL, ending in a slash; empty if not known.
    """

    name: str
    description: str
    copyright: str
    nav: tuple[object, ...]
    address: str


@dataclass(frozen=True)
class RenderedPage:
    """A page as the engine rendered it: its article, and links to the sections below its title, both as HTML."""

    content: str
    sections: tuple[str, ...]


class Frame:
    """Renders the frame of the pages of one site."""

    def __init__(self, site: Site, settings: Settings, titles: Mapping[str, str]) -> None:
        """Prepare the templates; the navigation comes from the settings, ``titles`` holds the page titles by path."""
        content = site.project.content
        self._site = site
        self._address = settings.address
        self._environment = Environment(
            loader=FileSystemLoader(Path(__file__).parent),
            autoescape=True,
            undefined=StrictUndefined,
            optimized=False,  # as in macros/components/rendering.py
            bytecode_cache=compiled_in(content.ui.page.language),
        )
        self._environment.filters.update(address=_address)
        navigation = navigation_of(settings.nav, titles)
        self._environment.globals.update(
            settings=settings,
            address=settings.address,
            ways=navigation.ways,
            menu=navigation.menu,
            menu_entries=navigation.menu_entries,
            ui=content.ui,
            center=site.project.center,
            helpline=content.helplines[0],
        )

    def page(self, path: str, text: str, rendered: RenderedPage) -> str:
        """Return a page in its frame.

        Args:
            path: the path of the page below ``docs/``.
            text: its source, for the front matter.
            rendered: the page as the engine rendered it.
        """
        url = address_of(path)
        root = posixpath.relpath("/", f"/{url}")
        return self._render(
            "page",
            root=root,
            page_url=url,
            open=path,
            announcement=self._site.announcement(url),
            page=self._values(path, url, _front(text, path), rendered),
        )

    def not_found(self) -> str:
        """Return the page for unknown addresses; it is served at any depth, so its links are relative to the host."""
        return self._render(
            "not_found",
            root=urlsplit(self._address).path or "/",
            page_url=None,
            open=None,
            announcement="",
            page=None,
            mark_alone=self._site.mark_alone(),
        )

    def _values(self, path: str, url: str, front: dict[str, Any], rendered: RenderedPage) -> dict[str, Any]:
        """Return the values of a page for the templates."""
        site = self._site
        page = {
            "url": url,
            "title": front["title"],
            "description": front["description"],
            "also": front.get("also"),
            "is_listed": "robots" not in front,
            "is_sheet": site.is_sheet(path),
            "is_own": path.startswith(OWN),
            "sections": rendered.sections,
            "do_it_now": site.do_it_now(front.get("tool"), url),
            "asked_here": site.asked_here(path, url),
            "foot": site.sheet_foot(path, url),
            "has_title": "<h1" in rendered.content,
        }
        facts = site.facts(front, url) if front.get("revised") else ""
        beside = self._render("beside", page=page)
        return {**page, "article": with_asides(rendered.content, facts, beside)}

    def _render(self, template: str, **values: object) -> str:
        return self._environment.get_template(f"{template}.html.jinja").render(values)


def with_asides(content: str, facts: str, beside: str) -> str:
    """Return an article with its asides.

    Args:
        content: the article, as HTML.
        facts: how long it takes and when it was revised, placed after the title.
        beside: the tool to use now and the table of contents, placed after the first paragraph, or after the title if
            the article does not begin with a paragraph.
    """
    if BEGINS_WITH_TEXT in content:
        return content.replace("</p>", "</p>" + beside, 1).replace("</h1>", "</h1>" + facts, 1)
    return content.replace("</h1>", "</h1>" + facts + beside, 1)


def _front(text: str, path: str) -> dict[str, Any]:
    front = parse_yaml(split_front(text)[0] or "", path).data
    assert isinstance(front, dict), f"{path} says nothing of itself"
    return front


@pass_context
def _address(context: Context, path: str) -> str:
    """Return the link from the current page to a page or file of the site, given its path below ``docs/``."""
    page, hash_mark, anchor = path.partition("#")
    address = address_of(page) if page.endswith(".md") else page
    if context["page_url"] is None:
        return f"{context['root']}{address}{hash_mark}{anchor}"
    if anchor and address == context["page_url"]:
        return f"#{anchor}"
    relative = posixpath.relpath(f"/{address}", f"/{context['page_url']}")
    return relative + "/" * address.endswith("/") + hash_mark + anchor
