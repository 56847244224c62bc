"""Writes the software bill of materials of a release: ``python -m tools.sbom``.

The list, sbom.cdx.json, is in CycloneDX format. It names the pinned dependencies of a build: npm lists those in
package-lock.json, and the Python packages are those in requirements/site.txt. Dependencies of tests and checks are left
out. The hashes of Python packages stay in that file, because each package has several, one per system.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tools import ROOT
from tools.install import NPM

SBOM = ROOT / "sbom.cdx.json"
REQUIREMENTS = ROOT / "requirements" / "site.txt"
CHANGELOG = ROOT / "CHANGELOG.md"
PACKAGE = "package.json"
LIST = ("sbom", "--sbom-format=cyclonedx", "--sbom-type=application", "--package-lock-only", "--omit=dev")
# A heading with a date, such as "## 1.2.0 - 2026-11-22"; the first is the newest.
RELEASED = re.compile(r"^## (\S+) - \d", re.MULTILINE)
PINNED = re.compile(r"^([\w.-]+)==(\S+)", re.MULTILINE)


def main() -> None:
    """Write the list."""
    SBOM.write_text(json.dumps(sbom(), indent=1) + "\n", "utf-8")
    print(f"Wrote {SBOM.name}")


def sbom() -> dict[str, Any]:
    """Return the list of the newest release."""
    document = _npm_packages(_newest_release())
    root = document["metadata"]["component"]
    # It is on no registry, so it has no package URL.
    del root["purl"]
    python = list(_python_packages())
    document["components"] += python
    for dependency in document["dependencies"]:
        if dependency["ref"] == root["bom-ref"]:
            dependency["dependsOn"] += [package["bom-ref"] for package in python]
    return document


def _newest_release() -> str:
    released = RELEASED.search(CHANGELOG.read_text("utf-8"))
    assert released, "CHANGELOG.md names no release"
    return released[1]


def _npm_packages(version: str) -> dict[str, Any]:
    """Return npm's list of its lock file. It needs a version, which package.json lacks, since it is never published."""
    settings = json.loads((ROOT / PACKAGE).read_text("utf-8"))
    with TemporaryDirectory() as temporary:
        folder = Path(temporary, settings["name"])
        folder.mkdir()
        shutil.copy(ROOT / "package-lock.json", folder)
        (folder / PACKAGE).write_text(json.dumps(settings | {"version": version}), "utf-8")
        command = [sys.executable, "-c", NPM, *LIST, "--loglevel=error"]
        done = subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, encoding="utf-8", check=False)
    if done.returncode:
        raise SystemExit("npm could not list its packages: the reason is above.")
    document: dict[str, Any] = json.loads(done.stdout)
    return document


def _python_packages() -> Iterator[dict[str, str]]:
    for name, version in PINNED.findall(REQUIREMENTS.read_text("utf-8")):
        address = f"pkg:pypi/{name}@{version}"
        yield {
            "type": "library",
            "bom-ref": address,
            "name": name,
            "version": version,
            "scope": "required",
            "purl": address,
        }


if __name__ == "__main__":
    main()
