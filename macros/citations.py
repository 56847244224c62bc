"""Where each source is cited: the citations that the macros of each page draw."""

from __future__ import annotations

import re
from collections.abc import Iterable

from macros import views
from macros.models import Recovery
from macros.page_file import Call, Page
from macros.rendering import Renderer

# The page that lists every source is no place that uses them, nor is that of the components.
SHOWS_ALL = {"sources_list", "components"}
CITATION = re.compile(r'class="citation"[^>]* href="[^"]*#([^"]+)"')


def citing_pages(recovery: Recovery, pages: Iterable[Page]) -> dict[str, list[Page]]:
    """Return the pages that cite each source, themselves or in an entry that they show.

    Args:
        recovery: the content.
        pages: pages without problems; they are returned in the same order.
    """
    citing: dict[str, list[Page]] = {source.id: [] for source in recovery.sources}
    renderer = Renderer(recovery)
    for page in pages:
        if SHOWS_ALL.isdisjoint(call.name for call in page.calls):
            for source in {found for call in page.calls for found in _cited(renderer, recovery, call)}:
                citing[source].append(page)
    return citing


def _cited(renderer: Renderer, recovery: Recovery, call: Call) -> list[str]:
    arguments = () if call.argument is None else (call.argument,)
    return CITATION.findall(renderer.render(getattr(views, call.name)(recovery, *arguments), ""))
