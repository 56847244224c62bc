"""The worksheet for an interview that keeps replaying in the mind."""

from __future__ import annotations

from macros.components._parts.forms import form_values
from macros.components.macro import View, macro
from macros.content import Content


@macro()
def stop_the_replay(content: Content) -> View:
    """Ten minutes, step by step, with how loud it is before and after side by side."""
    worksheet = content.worksheets.stop_the_replay
    return View("stop_the_replay", form_values(content, worksheet))
