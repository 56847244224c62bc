"""The links to the PDFs of a page."""

from __future__ import annotations

from collections.abc import Mapping

from macros.components.macro import View
from macros.content import Content


def pdf_links(content: Content, files: Mapping[str, str], *, is_form: bool) -> View:
    """The link to each PDF of a page. ``make pdf`` calls it once they exist: it is no macro.

    Args:
        content: for the words.
        files: paths from the root of the site, by size of paper.
        is_form: whether they are to be typed in, rather than filled in with a pen.
    """
    words = content.paper.pdf
    return View(
        "pdf_links", {"files": files, "words": words, "lead": words.forms if is_form else words.links}
    )
