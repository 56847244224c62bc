"""Serves the site with live reload: ``python -m tools.serve``, the port in ``PORT`` (8000).

Every edit of the content, of a template, style, script or of the code builds the site anew. A mistake shows
over the page that was there, and goes when it is mended.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Condition, Thread

from watchfiles import watch

from tools import ROOT
from tools.build import WORK, replace
from tools.finish import WORKER

HOST = "127.0.0.1"
WATCHED = [ROOT / name for name in ("docs", "macros", "overrides", "tools", "mkdocs.yml")]
SITE = WORK / "serve"
# Addresses beside those of the site.
SCRIPT = "/-/live-reload.js"
EVENTS = "/-/events"
TAG = f'<script type="module" src="{SCRIPT}"></script></body>'
# Before the first site is built.
NOTHING_YET = f'<!doctype html><html lang="en"><title>Second Impression</title><body>{TAG}</html>'
SCRIPT_FILE = Path(__file__).with_name("live-reload.js")
BUILD = [sys.executable, "-m", "tools.build"]
# An empty comment now and then: it fails once the browser has left, and ends the thread.
HEARTBEAT = 10


class Builds:
    """The last build, for all pages that wait for the next one."""

    def __init__(self) -> None:
        self._changed = Condition()
        self._number = 0
        self._problems = ""

    def build(self) -> None:
        """Build, put the new site in place, and tell all pages; print what is wrong with it."""
        problems = build_site()
        print(problems or f"Built at {SITE.relative_to(ROOT)}/", flush=True)
        with self._changed:
            self._number += not problems
            self._problems = problems
            self._changed.notify_all()

    def now(self) -> str:
        """Return the number of the last site that was built, and what is wrong with the content now, as JSON."""
        return json.dumps({"build": self._number, "problems": self._problems})

    def after(self, known: str) -> str:
        """Return what is new, once it differs from what is known or a while has passed."""
        with self._changed:
            self._changed.wait_for(lambda: self.now() != known, timeout=HEARTBEAT)
            return self.now()


class Server(ThreadingHTTPServer):
    """Ends with the program, whoever is still listening to it."""

    daemon_threads = True
    # Without this a port that was in use a moment ago would count as taken, except on Windows, where it
    # would let us take a port from a program that uses it.
    allow_reuse_address = os.name != "nt"


class Preview(SimpleHTTPRequestHandler):
    """Serves the last site that was built, and tells its pages of the next."""

    def __init__(self, builds: Builds, *arguments: object) -> None:
        self._builds = builds
        super().__init__(*arguments, directory=str(SITE))  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Answer with a file of the site, the script of the live reload, or news of builds."""
        path = self.path.partition("?")[0]
        if path == EVENTS:
            self._tell()
        elif path == SCRIPT:
            self._answer(SCRIPT_FILE.read_bytes(), "text/javascript")
        elif (page := Path(self.translate_path(path)) / "index.html").is_file() and path.endswith("/"):
            self._answer(page.read_text("utf-8").replace("</body>", TAG).encode(), "text/html; charset=utf-8")
        elif not (SITE / "index.html").exists():
            self._answer(NOTHING_YET.encode(), "text/html")
        else:
            super().do_GET()

    def end_headers(self) -> None:
        """Let no browser keep what the next edit changes."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *_arguments: object) -> None:
        """Requests are no news."""

    def _answer(self, body: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _tell(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        known = ""
        with contextlib.suppress(OSError):
            while True:
                news = self._builds.after(known)
                self.wfile.write(b":\n\n" if news == known else f"data: {news}\n\n".encode())
                known = news


def main() -> None:
    """Serve until Ctrl-C."""
    port = chosen_port()
    builds = Builds()
    with serving(port, builds) as address, contextlib.suppress(KeyboardInterrupt):
        os.environ.setdefault("SITE_URL", address)
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        builds.build()
        print(f"Serving on {address} - Ctrl-C ends it", flush=True)
        for _ in watch(*WATCHED):
            builds.build()


def chosen_port() -> int:
    """Return the port of the environment variable ``PORT``."""
    value = os.environ.get("PORT", "8000")
    if not value.isdigit() or not 0 < int(value) < 65536:
        raise SystemExit(f"PORT is {value!r}: it must be a number from 1 to 65535.")
    return int(value)


@contextlib.contextmanager
def serving(port: int, builds: Builds) -> Iterator[str]:
    """Serve what is built, and yield the address."""
    SITE.mkdir(parents=True, exist_ok=True)
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


def build_site() -> str:
    """Build, in a process of its own since the code may have changed; return what is wrong, if anything."""
    fresh = SITE.with_name("serve-next")
    shutil.rmtree(fresh, ignore_errors=True)
    done = subprocess.run(
        [*BUILD, str(fresh)],
        cwd=ROOT,
        env={**os.environ, "DRAFTS": ""},  # with the page of components, which is not published
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        return done.stdout
    # A worker would show what it keeps, and one of before takes itself back where there is none.
    (fresh / WORKER).unlink()
    replace(SITE, fresh)
    return ""


if __name__ == "__main__":
    main()
