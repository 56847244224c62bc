"""Other engines build the same site as MkDocs, byte for byte, so that all other tests hold for each of them.

No difference is allowed. Engines that are not installed are skipped: ``python3 -m tools.install zensical mkdocs-ng``.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

import pytest
from built_site import build
from edition import Once

from tools import ROOT
from tools.install import OTHER_ENGINES, python_of
from tools.reproduce import differences
from tools.site_engine import NAME

pytestmark = pytest.mark.skipif("SITE" in os.environ, reason="the site is there already")


@pytest.fixture(scope="module", params=["our-site", "edition"])
def built_by(request: pytest.FixtureRequest, once: Once, edition: Path) -> Callable[[str], Path]:
    """Return a function that builds our site, or the fixture edition, with an engine."""
    project = ROOT if request.param == "our-site" else edition

    def built(engine: str) -> Path:
        with patch.dict(os.environ, ENGINE=engine):
            return once(f"{request.param}-by-{engine}", lambda folder: build(project, folder))

    return built


@pytest.mark.parametrize("engine", OTHER_ENGINES)
def test_another_engine_builds_the_same_site(engine: str, built_by: Callable[[str], Path]) -> None:
    if not python_of(OTHER_ENGINES[engine]).exists():
        pytest.skip(f"{engine} is not installed")
    ours, other = built_by(NAME), built_by(engine)
    assert (ours / "index.html").is_file()
    assert differences(ours, other) == []
