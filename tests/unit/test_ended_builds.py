"""A terminated build leaves nothing behind; what a killed one left is removed by the next."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tools import ROOT, build

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows ends a process without telling it")

# A build that starts, says so, and never finishes.
ENDLESS = """
import sys
from pathlib import Path
from tools import build
build.WORK = Path(sys.argv.pop())
build.build = lambda *_: (print("begun", flush=True), sys.stdin.read())
build.main()
"""


def python(*arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", *arguments],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
    )


def test_a_build_removes_the_folders_of_killed_builds_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with python("") as killed:
        killed.wait()
    with python("input()") as running:
        of_others = {str(running.pid), "serve", "preview-1", "weights.json"}
        for name in {str(killed.pid)} | of_others:
            (tmp_path / name).mkdir()
        monkeypatch.setattr(build, "WORK", tmp_path)
        with build.work_folder() as work:
            assert {folder.name for folder in tmp_path.iterdir()} == {work.name} | of_others


def test_a_terminated_build_removes_its_folder(tmp_path: Path) -> None:
    with python(ENDLESS, str(tmp_path)) as ended:
        assert ended.stdout
        assert ended.stdout.readline() == "begun\n"
        assert list(tmp_path.iterdir())
        ended.terminate()
        ended.wait()
    assert not list(tmp_path.iterdir())


# Starts a preview, which changes its process, so it needs one of its own.
PREVIEW = """
import sys
from pathlib import Path
from tools import preview
preview.WORK = Path(sys.argv.pop())
preview.start()
"""


def test_a_preview_leaves_the_folder_of_another_that_is_running(tmp_path: Path) -> None:
    with python("") as killed:
        killed.wait()
    with python("input()") as running:
        kept = {f"preview-{running.pid}", "serve-on-8000"}
        for name in {f"preview-{killed.pid}"} | kept:
            (tmp_path / name).mkdir()
        with python(PREVIEW, str(tmp_path)) as started:
            assert started.wait() == 0
        assert {folder.name for folder in tmp_path.iterdir()} == kept
