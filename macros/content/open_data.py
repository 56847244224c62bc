"""The open data: the content without the words of buttons and forms, in a format that programs can rely on.

``version`` changes when programs that read the data would have to change.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field, create_model

from macros.content import Content
from macros.content.values import Line, Part

PARTS = (
    "checklists",
    "situations",
    "questions",
    "root_causes",
    "recoverable",
    "note_templates",
    "signals",
    "star",
    "rules",
    "examples",
    "law",
    "helplines",
    "regions",
    "hiring",
    "sources",
)
FORMAT = "second-impression-content"


class About(Part):
    """The content of one site. Texts are Markdown; a link holds a web address or the path of a page, such as
    ``guide/star.md`` for the address ``guide/star/`` of the site.
    """

    format: Literal["second-impression-content"]
    version: Literal[1]
    site: Line = Field(description="What the site is called.")
    address: str = Field(description="Where it is; empty if that was not known.")
    credit: Line = Field(description="Whom to name as the author.")
    license: Line = Field(description="The license of all texts.")


def open_data(content: Content, site: str, address: str, credit: str) -> dict[str, Any]:
    """Return the open data of a site, ready to be written as JSON; retired entries are left out.

    Args:
        content: the content as readers see it.
        site: the name of the site.
        address: its address; empty if not known.
        credit: the author to credit.
    """
    about = About(
        format=FORMAT,
        version=1,
        site=site,
        address=address,
        credit=credit,
        license=content.ui.sheet.licence_url,
    )
    data = content.model_dump(mode="json", exclude_none=True, include=set(PARTS))
    return {**about.model_dump(), **{part: _shown(data[part]) for part in PARTS}}


def open_data_schema() -> dict[str, Any]:
    """Return the JSON Schema of the open data."""
    fields: dict[str, Any] = {part: (Content.model_fields[part].rebuild_annotation(), ...) for part in PARTS}
    model = create_model("OpenData", __base__=About, __doc__=About.__doc__, **fields)
    return model.model_json_schema(mode="serialization")


def _shown(value: object) -> object:
    """Return a value without retired entries and without ``retired`` keys."""
    if isinstance(value, list):
        return [_shown(each) for each in value if not (isinstance(each, dict) and each.get("retired"))]
    if isinstance(value, dict):
        return {key: _shown(each) for key, each in value.items() if key != "retired"}
    return value
