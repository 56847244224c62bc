"""The worksheet against an interview that runs on in the head."""

from __future__ import annotations

from macros.components._parts.forms import form_values
from macros.components.macro import View, macro
from macros.content import Content


@macro()
def stop_the_replay(content: Content) -> View:
    """Ten minutes, step by step; how loud it is before and after stand side by side."""
    worksheet = content.worksheets.stop_the_replay
    return View("stop_the_replay", form_values(content, worksheet))
