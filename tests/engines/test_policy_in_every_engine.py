"""The policy of a page in every engine: only our own scripts run, and nothing reaches another host."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from built_site import Site, served
from engine import Engine
from saved import FIVE_STEPS

# What unescaped text could inject into a page; each script records that it ran.
SLIPPED = """
<script>globalThis.ran = "element";</script>
<img src="data:," onerror="globalThis.ran = 'attribute'" alt="">
<iframe src="javascript:parent.ran = 'address'"></iframe>
<script src="{elsewhere}script.js"></script>
"""
SCRIPT = b"globalThis.ran = 'elsewhere';"
RAN = "return globalThis.ran ?? null"
MARKUP = """
    try { document.body.innerHTML = "<p>Changed</p>"; } catch (error) { return error.name; }
    return "changed";
"""
# Tries every way to send something, and records its outcome.
SEND = """
    const [address] = arguments;
    const told = (way) => [() => document.body.dataset[way] = "sent", () => document.body.dataset[way] = "refused"];
    fetch(address, { mode: "no-cors" }).then(...told("fetch"));
    const picture = new Image();
    [picture.onload, picture.onerror] = told("picture");
    picture.src = address;
    const form = document.createElement("form");
    form.action = address;
    document.body.append(form);
    form.requestSubmit();
"""
SENT = "const { fetch, picture } = document.body.dataset; return fetch && picture ? [fetch, picture] : null"
LINK = """
    const link = Object.assign(document.createElement("a"), { href: arguments[0], textContent: "Elsewhere" });
    document.querySelector("h1").replaceChildren(link);
"""


@dataclass
class Host:
    """Another host: its address, and the referrer that each request sent it."""

    address: str = ""
    referrers: list[str | None] = field(default_factory=list)


@pytest.fixture
def elsewhere() -> Iterator[Host]:
    """Answer every request with a script."""
    host = Host()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if self.path != "/favicon.ico":
                host.referrers.append(self.headers["Referer"])
            self.send_response(200)
            self.send_header("Content-Type", "text/javascript")
            self.end_headers()
            self.wfile.write(SCRIPT)

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        host.address = f"http://127.0.0.1:{server.server_port}/"
        yield host
        server.shutdown()


@pytest.fixture
def slipped(site: Site, elsewhere: Host, tmp_path: Path) -> Iterator[str]:
    """Serve a page with injected scripts, and return its address."""
    root = shutil.copytree(site.root, tmp_path / "slipped")
    page = root / FIVE_STEPS / "index.html"
    scripts = SLIPPED.format(elsewhere=elsewhere.address)
    page.write_text(page.read_text().replace("</article>", f"{scripts}</article>", 1))
    with served(root) as home:
        yield home + FIVE_STEPS


def test_only_our_own_scripts_run(engine: Engine, slipped: str, elsewhere: Host) -> None:
    engine.go(slipped)
    assert engine.find("[data-started], [data-module] input")
    assert engine.run(RAN) is None
    assert elsewhere.referrers == []


def test_no_script_can_turn_text_into_markup(engine: Engine) -> None:
    engine.open(FIVE_STEPS)
    assert engine.run(MARKUP) == "TypeError"


def test_nothing_is_sent_to_another_host(engine: Engine, elsewhere: Host) -> None:
    engine.open(FIVE_STEPS)
    engine.run(SEND, elsewhere.address)
    assert engine.eventually(lambda: engine.run(SENT)) == ["refused", "refused"]
    assert engine.run("return location.href") == engine.home + FIVE_STEPS
    assert elsewhere.referrers == []


def test_links_to_other_sites_send_no_referrer(engine: Engine, elsewhere: Host) -> None:
    engine.open(FIVE_STEPS)
    engine.run(LINK, elsewhere.address)
    engine.click("h1 a")
    engine.eventually(lambda: elsewhere.referrers)
    assert elsewhere.referrers == [None]
