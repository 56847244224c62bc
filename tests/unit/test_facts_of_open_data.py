"""The open data: what readers see, and nothing that is retired."""

from __future__ import annotations

import json
from typing import Any

from sample_project import Project

from macros.checks.project import check_project
from macros.content.open_data import PARTS, open_data


def data_of(project: Project) -> dict[str, Any]:
    """Return the open data of a site, as a program reads it."""
    content = check_project(project.root).content
    return dict(json.loads(json.dumps(open_data(content, "The site", "https://example.org/", "Somebody"))))


def test_the_data_names_its_site_and_holds_every_part_in_order(project: Project) -> None:
    data = data_of(project)
    about = {key: data[key] for key in data if key not in PARTS}
    assert about == {
        "format": "second-impression-content",
        "version": 1,
        "site": "The site",
        "address": "https://example.org/",
        "credit": "Somebody",
        "license": "https://example.org/licence",
    }
    assert list(data) == [*about, *PARTS]
    assert data["situations"] == [
        {
            "id": "just-left",
            "title": "I just left",
            "summary": "Rest first.",
            "reassurance": "It is over.",
            "steps": [{"id": "rest", "title": "Rest", "text": "Sit down."}],
        }
    ]


def test_retired_entries_are_left_out_at_any_depth(project: Project) -> None:
    before = data_of(project)["checklists"]
    project.change(
        {"find": "        text: Did you read", "replace": "        retired: true\n        text: Did you read"}
    )
    # With one question left, no verdict needs to cover two answers of No.
    project.change({"find": "no_max: 2\n", "replace": "no_max: 1\n"})
    audit, *others = data_of(project)["checklists"]
    assert audit["items"] == before[0]["items"][1:]
    assert others == before[1:]
    assert "retired" not in json.dumps(data_of(project))
