"""The Java that the HTML checker runs on."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tools.java import find_java

Stub = Callable[[str], Path]


@pytest.fixture
def stub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stub:
    """Hide any Java, and return a function that puts a shell script in its place."""
    monkeypatch.setenv("PATH", str(tmp_path / "path"))
    monkeypatch.delenv("JAVA_HOME", raising=False)

    def put(script: str, folder: str = "path") -> Path:
        java = tmp_path / folder / "java"
        java.parent.mkdir(parents=True)
        java.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
        java.chmod(0o755)
        return java

    return put


needs_shell = pytest.mark.skipif(os.name == "nt", reason="the stand-in for Java is a shell script")


def version(number: str) -> str:
    return f"""echo 'openjdk version "{number}" 2025-04-15' >&2"""


@pytest.mark.usefixtures("stub")
def test_without_java_the_error_says_how_to_get_it() -> None:
    with pytest.raises(SystemExit) as stopped:
        find_java()
    for word in ("Java 17 or newer", "apt-get install", "brew install", "winget install", "JAVA_HOME="):
        assert word in str(stopped.value)


@needs_shell
@pytest.mark.parametrize("number", ["17.0.15", "21", "26-ea"])
def test_a_new_enough_java_is_used(stub: Stub, number: str) -> None:
    java = stub(version(number))
    assert find_java() == str(java)


@needs_shell
@pytest.mark.parametrize(
    "script", [version("1.8.0_402"), version("11.0.2"), version("17") + "; exit 1", "exit 1"]
)
def test_a_java_that_is_too_old_or_does_not_run_is_passed_over(stub: Stub, script: str) -> None:
    stub(script)
    with pytest.raises(SystemExit):
        find_java()


@needs_shell
def test_java_home_takes_precedence(
    stub: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stub(version("21"))
    named = stub(version("17"), "home/bin")
    monkeypatch.setenv("JAVA_HOME", str(tmp_path / "home"))
    assert find_java() == str(named)
