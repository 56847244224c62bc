"""Where each source is cited: the citations that the macros of each page draw."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from macros.components.rendering import Renderer
from macros.components.views import View
from macros.content import Content
from macros.reading.page import Call, Page

# The page that lists every source is no place that uses them, nor is that of the components.
SHOWS_ALL = {"sources_list", "components"}
CITATION = re.compile(r'class="citation"[^>]* href="[^"]*#([^"]+)"')


def citing_pages(
    content: Content, pages: Iterable[Page], view_of: Callable[[str], Callable[..., View]]
) -> dict[str, list[Page]]:
    """Return the pages that cite each source, themselves or in an entry that they show.

    Args:
        content: the content.
        pages: pages without problems; they are returned in the same order.
        view_of: returns the view of a macro, which takes the arguments that a page gives to the macro.
    """
    citing: dict[str, list[Page]] = {source.id: [] for source in content.sources}
    renderer = Renderer(content)
    for page in pages:
        if SHOWS_ALL.isdisjoint(call.name for call in page.calls):
            for source in {found for call in page.calls for found in _cited(renderer, view_of, call)}:
                citing[source].append(page)
    return citing


def _cited(renderer: Renderer, view_of: Callable[[str], Callable[..., View]], call: Call) -> list[str]:
    arguments = () if call.argument is None else (call.argument,)
    return CITATION.findall(renderer.render(view_of(call.name)(*arguments), ""))
