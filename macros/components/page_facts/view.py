"""How long a page takes, and when it was last reviewed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from macros.components.macro import View


def page_facts(meta: Mapping[str, Any]) -> View:
    """How long a page takes and when it was last reviewed, from its front matter.

    The frame calls it for every page: it is no macro.
    """
    return View("page_facts", {"takes": meta.get("takes"), "revised": meta.get("revised")})
