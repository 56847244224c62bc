"""What is open data: the content without the words of buttons and forms, in a form that programs can rely on.

``version`` changes when a program that reads the data would have to change.
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
    """The content of one site. Texts are Markdown; a link leads to a web address, or is the path of a page, such as
    ``guide/star.md`` for the address ``guide/star/`` of the site.
    """

    format: Literal["second-impression-content"]
    version: Literal[1]
    site: Line = Field(description="What the site is called.")
    address: str = Field(description="Where it is; empty if that was not known.")
    credit: Line = Field(description="Whom to name as the author.")
    license: Line = Field(description="The license of all texts.")


def open_data(content: Content, site: str, address: str, credit: str) -> dict[str, Any]:
    """Return the open data of a site, ready to be written as JSON; what is no longer shown is left out.

    Args:
        content: the content as readers see it.
        site: what the site is called.
        address: where it is; empty if that is not known.
        credit: whom it names as the author.
    """
    about = About(
        format=FORMAT,
        version=1,
        site=site,
        address=address,
        credit=credit,
        license=content.ui.sheet.licence_url,
    )
    said = content.model_dump(mode="json", exclude_none=True, include=set(PARTS))
    return {**about.model_dump(), **{part: _shown(said[part]) for part in PARTS}}


def open_data_schema() -> dict[str, Any]:
    """Return the JSON Schema of the open data."""
    fields: dict[str, Any] = {part: (Content.model_fields[part].rebuild_annotation(), ...) for part in PARTS}
    model = create_model("OpenData", __base__=About, __doc__=About.__doc__, **fields)
    return model.model_json_schema(mode="serialization")


def _shown(value: object) -> object:
    """Return a value without the entries that are retired."""
    if isinstance(value, list):
        return [_shown(each) for each in value if not (isinstance(each, dict) and each.get("retired"))]
    if isinstance(value, dict):
        return {key: _shown(each) for key, each in value.items() if key != "retired"}
    return value
