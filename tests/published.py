"""A host that can be cut off, and publishes another release of the site."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from hashlib import sha256
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from built_site import BASE, OTHER_BASE, PagesHandler

from tools.finish import WORKER, release

# Prefix of every page title in the second release.
TITLE = "The second release"


class Host(ThreadingHTTPServer):
    """A host that can be cut off, and serves whatever is in its folder at the moment."""

    daemon_threads = True
    is_cut_off = False
    requests: list[str]

    @property
    def home(self) -> str:
        return f"http://127.0.0.1:{self.server_port}{BASE}"

    @property
    def other_home(self) -> str:
        return f"http://127.0.0.1:{self.server_port}{OTHER_BASE}"


class Handler(PagesHandler):
    server: Host

    def do_GET(self) -> None:  # noqa: N802 - the base class calls it so
        self.server.requests.append(self.path)
        # Two releases within one second would count as the same.
        del self.headers["If-Modified-Since"]
        if self.server.is_cut_off:
            self.close_connection = True
            self.connection.close()
        else:
            super().do_GET()

    def do_HEAD(self) -> None:  # noqa: N802
        self.do_GET()

    def end_headers(self) -> None:
        """Make the browser revalidate every time: these tests are not about its cache."""
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()


@contextmanager
def hosting(folder: Path) -> Iterator[Host]:
    with Host(("127.0.0.1", 0), partial(Handler, directory=folder)) as host:
        host.requests = []
        Thread(target=host.serve_forever, daemon=True).start()
        yield host
        host.shutdown()


def publish_next(published: Path) -> None:
    """Publish a release in which every page has another title and every script also sets a global."""
    scripts = {}
    for script in (published / "assets").glob("script.*.js"):
        text = f"globalThis.isSecond = true;{script.read_text('utf-8')}"
        scripts[script.name] = f"script.{sha256(text.encode()).hexdigest()[:10]}.js"
        script.unlink()
        (published / "assets" / scripts[script.name]).write_text(text, "utf-8")
    for file in published.rglob("*.html"):
        text = file.read_text("utf-8").replace("<title>", f"<title>{TITLE}: ")
        for before, after in scripts.items():
            text = text.replace(before, after)
        file.write_text(text, "utf-8")
    describe(published)


def describe(published: Path) -> None:
    """Make the service worker keep what is published now, as the build does."""
    _, _, script = (published / WORKER).read_text("utf-8").partition("\n")
    (published / WORKER).write_text(f"{release(published)}{script}", "utf-8")
