"""What ``make serve`` prints while it serves."""

from __future__ import annotations

import subprocess
import sys
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from socket import socket

import pytest

from tools.builds import in_one_line
from tools.serve import Server


def output_of(error: Exception, capfd: pytest.CaptureFixture[str]) -> str:
    with Server(("127.0.0.1", 0), BaseHTTPRequestHandler) as server, socket() as request:
        try:
            raise error
        except type(error):
            server.handle_error(request, ("127.0.0.1", 0))
    return capfd.readouterr().err


@pytest.mark.parametrize("error", [BrokenPipeError(), ConnectionResetError()])
def test_a_browser_that_disconnects_during_a_response_is_not_reported(
    error: Exception, capfd: pytest.CaptureFixture[str]
) -> None:
    assert output_of(error, capfd) == ""


def test_an_error_in_a_response_is_reported(capfd: pytest.CaptureFixture[str]) -> None:
    assert "no such thing" in output_of(ValueError("no such thing"), capfd)


@pytest.mark.parametrize(
    ("view", "told"),
    [
        ("def view(:\n    return 1\n", "macros/view.py:1: SyntaxError: "),
        (
            "import json\n\njson.loads('[')\n",
            "macros/view.py:3: json.decoder.JSONDecodeError: Expecting value",
        ),
        ("{}['name']\n", "macros/view.py:1: KeyError: 'name'"),
    ],
    ids=["syntax", "an error in a library", "an error of its own"],
)
def test_a_mistake_in_the_code_is_told_with_its_file_and_line_and_no_traceback(
    tmp_path: Path, view: str, told: str
) -> None:
    (tmp_path / "macros").mkdir()
    (tmp_path / "macros/view.py").write_text(view, "utf-8")
    (tmp_path / "build.py").write_text("import macros.view\n", "utf-8")
    command = [sys.executable, "-X", "utf8", "build.py"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
    message = in_one_line(f"INFO  begins\n{done.stderr}", tmp_path)
    assert message.startswith(told)
    assert "Traceback" in done.stderr
    assert "File" not in message


def test_what_a_build_says_of_the_content_is_told_as_it_is(tmp_path: Path) -> None:
    log = "docs/index.md:1:1: this page is empty.\n1 problem\n"
    assert in_one_line(log, tmp_path) == log
