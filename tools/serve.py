"""Serves the site with live reload: ``python -m tools.serve``, on port ``PORT`` (8000 by default).

After an edit of the content, a template, a style, a script or the code, pages that are open in a browser are built
first, by a long-lived process: see ``tools/preview.py``. Other pages are built when somebody visits them. After a
moment without edits, the whole site follows, as ``make build`` makes it. Errors are shown over the last good page until
they are fixed.
"""

from __future__ import annotations

import contextlib
import os
import re
import signal
import sys
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socket import socket
from threading import Thread
from urllib.parse import unquote

from watchfiles import watch

from tools import ROOT
from tools.build import WORK
from tools.builds import Builds, PageBuilder

HOST = "127.0.0.1"
WATCHED = [ROOT / name for name in ("docs", "macros", "overrides", "tools", "mkdocs.yml")]
# Addresses outside of the site.
SCRIPT = "/-/live-reload.js"
EVENTS = "/-/events"
TAG = f'<script type="module" src="{SCRIPT}"></script></body>'
# Served before the first build is done.
NOTHING_YET = f'<!doctype html><html lang="en"><title>Second Impression</title><body>{TAG}</html>'
SCRIPT_FILE = Path(__file__).with_name("live-reload.js")
# The whole site is built after this many milliseconds without an edit.
PAUSE = 500
DIGEST = re.compile(r"\.[0-9a-f]{10}(?=\.\w+$)")


Socket = socket | tuple[bytes, socket]


class Server(ThreadingHTTPServer):
    """A server that ends with the program, even if browsers are still connected."""

    daemon_threads = True
    # Without this a port that was in use a moment ago would count as taken. On Windows, it would let us take a port
    # that another program is using.
    allow_reuse_address = os.name != "nt"

    def handle_error(self, request: Socket, client_address: object) -> None:
        """Report an error in a response, unless it is only that the browser has disconnected."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class Preview(SimpleHTTPRequestHandler):
    """Serves the last built site, and notifies its pages of the next."""

    def __init__(self, builds: Builds, *arguments: object) -> None:
        self._builds = builds
        super().__init__(*arguments, directory=str(builds.site))  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Answer with a file of the site, the script for live reload, or events about builds."""
        path, _, query = self.path.partition("?")
        if path == EVENTS:
            self._send_events(address_of(query))
        elif path == SCRIPT:
            self._answer(SCRIPT_FILE.read_bytes(), "text/javascript")
        elif not self._builds.home.exists():
            self._answer(NOTHING_YET.encode(), "text/html")
        elif path.endswith("/"):
            self._show(path)
        else:
            super().do_GET()

    def translate_path(self, path: str) -> str:
        """Return the file for a path; a page may still refer to one by its digest in the build before."""
        file = Path(super().translate_path(path))
        return str(file if file.exists() else current_file(file))

    def end_headers(self) -> None:
        """Disable caching, since the next edit may change any file."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *_arguments: object) -> None:
        """Do not log requests."""

    def _answer(self, body: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _show(self, path: str) -> None:
        self._builds.refresh(address_of(path))
        page = Path(self.translate_path(path)) / "index.html"
        if page.is_file():
            self._answer(page.read_text("utf-8").replace("</body>", TAG).encode(), "text/html; charset=utf-8")
        else:
            super().do_GET()

    def _send_events(self, address: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        known = ""
        with contextlib.suppress(OSError), self._builds.registered(address):
            while True:
                news = self._builds.next_state(known)
                self.wfile.write(b":\n\n" if news == known else f"data: {news}\n\n".encode())
                known = news


def main() -> None:
    """Serve until Ctrl-C."""
    port = chosen_port()
    site = WORK / f"serve-on-{port}"
    builds = Builds(site, PageBuilder(ROOT, site))
    with serving(port, builds) as address, contextlib.suppress(KeyboardInterrupt):
        os.environ.setdefault("SITE_URL", address)
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        print(f"Serving on {address} - Ctrl-C ends it", flush=True)
        builds.rebuild()
        for edits in watch(*WATCHED, rust_timeout=PAUSE, yield_on_timeout=True):
            if edits:
                builds.rebuild(code=any(path.endswith(".py") for _, path in edits))
            else:
                builds.poll()
    builds.end()


def address_of(path: str) -> str:
    """Return the address of a page, relative to the site, from its path on the server."""
    return unquote(path).removeprefix("/").removesuffix("index.html")


def current_file(file: Path) -> Path:
    """Return the file with the same name except for its digest, if there is one."""
    alike = DIGEST.sub(".*", file.name)
    return file if alike == file.name else next(file.parent.glob(alike), file)


def chosen_port() -> int:
    """Return the port in the environment variable ``PORT``."""
    value = os.environ.get("PORT", "8000")
    if not value.isdigit() or not 0 < int(value) < 65536:
        raise SystemExit(f"PORT is {value!r}: it must be a number from 1 to 65535.")
    return int(value)


@contextlib.contextmanager
def serving(port: int, builds: Builds) -> Iterator[str]:
    """Serve the builds, and yield the address."""
    builds.site.mkdir(parents=True, exist_ok=True)
    try:
        server = Server((HOST, port), partial(Preview, builds))
    except OSError as error:
        other = port + 1 if port < 65535 else 8000
        raise SystemExit(
            f"Port {port} cannot be used: {error.strerror}. Another program may be using it.\n"
            f"Stop that program, or use another port: PORT={other} make serve"
        ) from None
    with server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://{HOST}:{server.server_port}/"
        server.shutdown()


if __name__ == "__main__":
    main()
