"""A picture of how long people look for a job."""

from __future__ import annotations

from macros.components._parts.pictures import WIDTH, column
from macros.components.macro import View, macro, sources_of
from macros.content import Content

MAX_BAR_WIDTH = 250  # of the picture's width, which leaves room for its number


@macro()
def search_lengths(content: Content) -> View:
    """A picture of how long people look for a job, with its sources."""
    lengths = content.search_lengths
    longest = max(length.weeks for length in lengths)
    labels = column([length.label for length in lengths], 0, 0, WIDTH, gap=38)
    bars = tuple(
        (label, length.weeks, round(MAX_BAR_WIDTH * length.weeks / longest))
        for label, length in zip(labels, lengths, strict=True)
    )
    cites = sources_of(lengths)
    return View("search_lengths", {"bars": bars, "lengths": lengths, "cited": cites}, cites)
