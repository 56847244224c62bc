"""Two builds of one commit are compared byte by byte."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.reproduce import differences
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
