"""The Jinja environment that turns a view into HTML for a page.

It is separate from the site generator's: it escapes, and an undefined name is an error.
"""

from __future__ import annotations

import datetime as dt
import posixpath
from collections.abc import Callable, Mapping, Sequence
from urllib.parse import urljoin

from babel.dates import format_date
from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from macros.components.compiled import compiled_in
from macros.components.components.view import Example, render_state
from macros.components.grades_list.view import grades
from macros.components.macro import COMPONENTS, View
from macros.components.print_pack.on_paper import OnPaper, on_paper
from macros.components.sheet_foot.view import sheet_foot
from macros.content import Content
from macros.content.center import Center
from macros.content.inline import escape_markdown, render_inline, render_line
from macros.content.phrases import filled, for_scripts
from macros.content.saved import renamed_records
from macros.content.sheets import Sheet
from macros.reading.page import Page

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


class Renderer:
    """Draws views of one content file.

    ``citing`` holds the pages that cite each source; only the list of sources needs it. Legal rules are
    shown as of ``today``, by default the current day in UTC. ``center`` is the one that hosts the site.
    """

    def __init__(
        self,
        content: Content,
        citing: Mapping[str, Sequence[Page]] | None = None,
        today: dt.date | None = None,
        center: Center | None = None,
    ) -> None:
        self._environment = Environment(
            loader=FileSystemLoader(COMPONENTS),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            optimized=False,  # no template is drawn often enough to pay for it
            bytecode_cache=compiled_in(content.ui.page.language),
        )
        # Keep the order of the content: a script may depend on it.
        self._environment.policies["json.dumps_kwargs"] = {"sort_keys": False}
        self._environment.filters.update(
            inline=_inline,
            line=_line,
            heading=_heading,
            address=_address,
            day=_date_filter(content.ui.page.language, "long"),
            month=_date_filter(content.ui.page.language, "MMMM y"),
            filled=_filled_filter(content.ui.page.language),
            for_scripts=for_scripts,
        )
        self._address: str | None = None
        self._credit = ""
        self._environment.filters.update(
            render_state=self._render_state, on_paper=self._on_paper, foot=self._foot_in_pack
        )
        self._environment.globals.update(
            ui=content.ui,
            paper=content.paper.words,
            sources={source.id: source for source in content.sources},
            law={rule.id: rule for rule in content.law},
            helplines={line.id: line for line in content.helplines},
            today=today or dt.datetime.now(dt.UTC).date(),
            grades=dict(grades(content)),
            citing=citing or {},
            renamed=renamed_records(content),
            center=center or Center(),
            home="",
            project="",
        )

    def render(self, view: View, page_url: str) -> str:
        """Return the HTML of a view, for the page at ``page_url`` (such as ``guide/star/``)."""
        template = self._environment.get_template(f"{view.component}/template.html.jinja")
        return template.render(view.values, page_url=page_url).strip()

    def publish(self, address: str | None, credit: str, project: str | None = None) -> None:
        """Set the addresses of the site and of its project, if known, and the author to credit."""
        self._address, self._credit = address, credit
        self._environment.globals.update(home=address or "", project=(project or "").rstrip("/"))

    def foot(self, sheet: Sheet | None, page_url: str, seen_from: str | None = None) -> str:
        """Return the foot of the page at ``page_url``; ``seen_from`` is the page that prints it, if another."""
        address = self._address and urljoin(self._address, page_url)
        return self.render(sheet_foot(self._credit, address, sheet), seen_from or page_url)

    @pass_context
    def _foot_in_pack(self, context: Context, sheet: Sheet) -> Markup:
        return Markup(self.foot(sheet, sheet.address, context["page_url"]))

    @pass_context
    def _on_paper(
        self, context: Context, sheets: Sequence[tuple[Sheet, View]]
    ) -> list[tuple[Sheet, OnPaper]]:
        """Return each sheet with the parts of its view that are printed."""
        rendered = [(sheet, self.render(view, context["page_url"])) for sheet, view in sheets]
        return [(sheet, OnPaper(*map(Markup, on_paper(html, sheet.id)))) for sheet, html in rendered]

    @pass_context
    def _render_state(self, context: Context, example: Example) -> Markup:
        """Return the HTML of a component in one of its states."""
        return Markup(render_state(example, self.render(example.view, context["page_url"])))


def relative_address(page: str, page_url: str) -> str:
    """Return the address of a page, relative to the page at ``page_url``.

    Args:
        page: a path below ``docs/`` such as ``guide/star.md``, with or without an ``#anchor``.
        page_url: address of the page that links, relative to the site, such as ``start/waiting/``.

    Returns:
        An address such as ``../../guide/star/#tactics``.
    """
    path, hash_mark, anchor = page.partition("#")
    folder = path.removesuffix(".md").removesuffix("index")
    return posixpath.relpath(f"/{folder}", f"/{page_url}") + "/" + hash_mark + anchor


@pass_context
def _address(context: Context, page: str) -> str:
    return relative_address(page, context["page_url"])


@pass_context
def _inline(context: Context, text: str) -> Markup:
    """Return inline Markdown as HTML, with links relative to the page being drawn."""
    return Markup(render_inline(text, lambda page: relative_address(page, context["page_url"])))


def _line(text: str) -> Markup:
    """Return plain text as HTML, with typographic quotes."""
    return Markup(render_line(text))


def _date_filter(language: str, form: str) -> Callable[[dt.date], str]:
    """Return a filter that writes a date as a language does, such as November 22, 2026, without a line break.

    Args:
        language: such as ``en-US``.
        form: Babel's name of a format, such as ``long``, or a pattern.
    """
    return lambda day: format_date(day, form, language.replace("-", "_")).replace(" ", NO_BREAK_SPACE)


def _filled_filter(language: str) -> Callable[..., str]:
    """Return a filter that puts values into a phrase, in the plural form that they call for."""
    return lambda words, **values: filled(words, language, **values)


def _heading(text: str) -> Markup:
    """Return plain text escaped for Markdown, for a heading that the page's table of contents lists."""
    return Markup(escape_markdown(text))
