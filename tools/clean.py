"""Removes everything that was built or installed: ``python3 -m tools.clean``. The next run starts from scratch."""

from __future__ import annotations

import shutil

from tools import ROOT
from tools.install import OTHER_ENGINES

NAMES = (
    *(".build", "site", "test-results"),
    *(".hypothesis", ".mypy_cache", ".pytest_cache", ".ruff_cache"),
    *(".venv", *(venv.name for venv in OTHER_ENGINES.values())),
    *("node_modules", "requirements/mutants/node_modules"),
)


def main() -> None:
    """Remove the folders in the list, Python's caches of our own code, and the one file written beside them."""
    folders = [ROOT / name for name in NAMES]
    caches = [cache for name in ("macros", "tests", "tools") for cache in (ROOT / name).rglob("__pycache__")]
    for folder in [*folders, *caches]:
        shutil.rmtree(folder, ignore_errors=True)
    (ROOT / "sbom.cdx.json").unlink(missing_ok=True)


if __name__ == "__main__":
    main()
