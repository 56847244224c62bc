"""What ``make serve`` prints while it serves."""

from __future__ import annotations

from http.server import BaseHTTPRequestHandler
from socket import socket

import pytest

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
