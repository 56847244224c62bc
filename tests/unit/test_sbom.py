"""The bill of materials of a release: everything that a build installs, and nothing that only tests need."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tools import ROOT
from tools.sbom import CHANGELOG, RELEASED, sbom


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    return sbom()


def test_the_document_is_cyclonedx_for_the_newest_release(document: dict[str, Any]) -> None:
    assert (document["bomFormat"], document["specVersion"]) == ("CycloneDX", "1.5")
    site = document["metadata"]["component"]
    newest = RELEASED.findall(CHANGELOG.read_text("utf-8"))[0]
    assert (site["type"], site["name"], site["version"]) == ("application", "second-impression", newest)


def test_every_package_that_a_build_installs_is_listed_with_its_version(document: dict[str, Any]) -> None:
    listed = {component["purl"] for component in document["components"]}
    wanted = json.loads((ROOT / "package.json").read_text("utf-8"))
    assert {f"pkg:npm/{name}@{version}" for name, version in wanted["dependencies"].items()} <= listed
    lines = (ROOT / "requirements" / "site.txt").read_text("utf-8").splitlines()
    pinned = [line.split()[0].split("==") for line in lines if "==" in line and line[0].isalnum()]
    assert pinned
    assert {f"pkg:pypi/{name}@{version}" for name, version in pinned} <= listed


def test_packages_for_tests_and_checks_alone_are_not_listed(document: dict[str, Any]) -> None:
    names = {component["name"] for component in document["components"]}
    assert "mkdocs" in names
    assert not names & {"typescript", "cspell", "pytest", "mypy"}


def test_every_dependency_is_listed_exactly_once(document: dict[str, Any]) -> None:
    site = document["metadata"]["component"]["bom-ref"]
    references = [component["bom-ref"] for component in document["components"]]
    assert len(references) == len(set(references))
    needs = {each["ref"]: each["dependsOn"] for each in document["dependencies"]}
    assert {need for needed in needs.values() for need in needed} <= {site, *references}
    assert any(need.startswith("pkg:pypi/") for need in needs[site])
