"""The one tool that a guide leads to."""

from __future__ import annotations

from macros.components.macro import View
from macros.content import Content
from macros.content.checklists import AnyChecklist
from macros.content.saved import open_checklists, saved_worksheets
from macros.content.worksheets.fields import Worksheet


def do_it_now(content: Content, page: str | None) -> View:
    """The tool whose page the front matter of a guide names.

    The frame calls it for every page: it is no macro. ``page`` is None if there is no tool.
    """
    tools: dict[str, Worksheet | AnyChecklist] = {
        **{records.page: worksheet for records, worksheet in saved_worksheets(content)},
        **{saved.page: saved.checklist for saved in open_checklists(content)},
    }
    return View("do_it_now", {"page": page, "tool": tools.get(page or "")})
