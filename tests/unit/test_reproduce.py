"""Two builds of one commit are compared byte by byte."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tools.reproduce import INSTALLED, copy_commit, differences, names
from tools.site_engine import environment


@pytest.mark.parametrize(
    ("other", "different"),
    [
        ({"a/one.txt": "1", "two.txt": "2"}, []),
        ({"a/one.txt": "1", "two.txt": "3"}, ["two.txt"]),
        ({"a/one.txt": "1"}, ["two.txt"]),
        ({"a/one.txt": "1", "two.txt": "2", "three.txt": ""}, ["three.txt"]),
    ],
    ids=["the same", "another content", "a file less", "a file more"],
)
def test_every_file_that_differs_is_listed(
    tmp_path: Path, other: dict[str, str], different: list[str]
) -> None:
    folders = (tmp_path / "one", tmp_path / "other")
    for folder, files in zip(folders, ({"a/one.txt": "1", "two.txt": "2"}, other), strict=True):
        for name, text in files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, "utf-8")
    assert differences(*folders) == different


def test_the_build_date_is_that_of_the_commit_unless_another_is_given(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("tools.site_engine.date_of_commit", lambda: "86400")
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert environment()["SOURCE_DATE_EPOCH"] == "86400"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert environment()["SOURCE_DATE_EPOCH"] == "0"


def test_without_a_commit_the_build_date_is_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tools.site_engine.date_of_commit", str)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert "SOURCE_DATE_EPOCH" not in environment()


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a repository with one commit, to which no settings of this machine apply."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_NAME", "Somebody")
        monkeypatch.setenv(f"GIT_{who}_EMAIL", "somebody@example.org")
    root = tmp_path / "repository"
    (root / "docs").mkdir(parents=True)
    (root / "docs/page.md").write_text("As committed.\n", "utf-8", newline="\n")
    (root / ".gitignore").write_text("/node_modules\n", "utf-8", newline="\n")
    git(root, "init", "--quiet")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message", "One page")
    return root


def git(root: Path, *command: str) -> None:
    subprocess.run(["git", *command], cwd=root, check=True)


@pytest.mark.parametrize("where", ["the repository", "a worktree"])
def test_a_copy_of_the_commit_holds_what_is_committed_and_nothing_else(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    root = repository
    if where == "a worktree":
        root = tmp_path / "worktree"
        git(repository, "worktree", "add", "--quiet", "--detach", str(root))
    (root / "docs/page.md").write_text("Edited since.\n", "utf-8")
    (root / "docs/new.md").write_text("Not committed.\n", "utf-8")
    for name in INSTALLED:
        (root / name).mkdir()
    copy = tmp_path / "copy"
    monkeypatch.setattr("tools.reproduce.ROOT", root)
    copy_commit(copy, days=1)
    links = {file.name for file in copy.iterdir() if file.is_symlink()}
    assert links == set(INSTALLED)
    assert all((copy / name).resolve() == root / name for name in INSTALLED)
    assert names(copy) == {"docs/page.md", ".gitignore"}
    assert (copy / "docs/page.md").read_text("utf-8") == "As committed.\n"


def test_a_copy_of_the_commit_is_some_days_older(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tools.reproduce.ROOT", repository)
    (repository / "node_modules").mkdir()
    installed = (repository / "node_modules").stat().st_mtime
    pages = []
    for days in (0, 3):
        copy_commit(tmp_path / f"copy-{days}", days)
        pages.append((tmp_path / f"copy-{days}/docs/page.md").stat().st_mtime)
    assert pages[0] - pages[1] == 3 * 86_400
    assert (repository / "node_modules").stat().st_mtime == installed
