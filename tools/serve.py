"""Serves the site with live reload: ``python -m tools.serve``, the port in ``PORT`` (8000).

The engine rebuilds on an edit of the content by itself. Three things it cannot do are done here: an
edit of the Python code restarts it, a mistake at the start waits for its fix, and what it has built gets
its search index.
"""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

from watchfiles import watch

from tools import ROOT
from tools.build import WORK, environment

HOST = "127.0.0.1"
CODE = ROOT / "macros"
# Where the engine builds, in a folder of its own.
BUILT = WORK / "serve"
# What it writes last of all.
LAST = "sitemap.xml.gz"
WATCHED = (CODE, ROOT / "docs", ROOT / "overrides", ROOT / "mkdocs.yml", BUILT)
WAITING = "Nothing is served now: the reason is above. Waiting for a fix ..."

Engine = subprocess.Popen[bytes]


def main() -> None:
    """Serve until Ctrl-C."""
    port = chosen_port()
    require_free(port)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with contextlib.suppress(KeyboardInterrupt):
        keep_serving(port)


def chosen_port() -> int:
    """Return the port of the environment variable ``PORT``."""
    value = os.environ.get("PORT", "8000")
    if not value.isdigit() or not 0 < int(value) < 65536:
        raise SystemExit(f"PORT is {value!r}: it must be a number from 1 to 65535.")
    return int(value)


def require_free(port: int) -> None:
    """Stop with a plain message when another program listens on the port."""
    with socket.socket() as probe:
        # Without this a port that was in use a moment ago would count as taken, except on Windows,
        # where it would let us take a port from a program that uses it.
        if os.name != "nt":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            other = port + 1 if port < 65535 else 8000
            raise SystemExit(
                f"Port {port} cannot be used: {error.strerror}. Another program may be using it.\n"
                f"Stop that program, or use another port: PORT={other} make serve"
            ) from None


def keep_serving(port: int) -> None:
    """Start the engine, and start it again when the code changes or a mistake may be mended."""
    BUILT.mkdir(parents=True, exist_ok=True)
    engine = start(port)
    try:
        for changes in watch(*WATCHED, rust_timeout=500, yield_on_timeout=True):
            if engine and engine.poll() is not None:
                engine = None
                print(WAITING, flush=True)
            for site in {Path(path).parent for _, path in changes if Path(path).name == LAST}:
                index(site)
            code_changed = any(CODE in Path(path).parents for _, path in changes)
            edited = any(BUILT not in Path(path).parents for _, path in changes)
            if code_changed or (engine is None and edited):
                stop(engine)
                engine = start(port)
    finally:
        stop(engine)


def start(port: int) -> Engine | None:
    """Start the engine, unless the content has problems; those are printed then."""
    check = [sys.executable, "-m", "macros", "check"]
    if subprocess.run(check, cwd=ROOT, env=environment(), check=False).returncode:
        print(WAITING, flush=True)
        return None
    serve = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"{HOST}:{port}"]
    # In a session of its own, so that Ctrl-C reaches it once, through us.
    folder = {"TMPDIR": str(BUILT)}
    return subprocess.Popen(serve, cwd=ROOT, env={**environment(), **folder}, start_new_session=True)


def index(site: Path) -> None:
    """Write the search index of what the engine has just built."""
    subprocess.run([sys.executable, "-m", "tools.search_index", str(site)], cwd=ROOT, check=False)


def stop(engine: Engine | None) -> None:
    """Stop the engine and wait until the port is free again."""
    if engine is None:
        return
    with contextlib.suppress(ProcessLookupError):
        engine.terminate() if os.name == "nt" else engine.send_signal(signal.SIGINT)
    try:
        engine.wait(timeout=5)
    except subprocess.TimeoutExpired:
        engine.kill()
        engine.wait()


if __name__ == "__main__":
    main()
