"""Schedules the builds of ``make serve``: single pages at once, the whole site after a while."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from threading import Condition, RLock

from tools import ROOT, preview
from tools.build import replace
from tools.finish import WORKER

BUILD = [sys.executable, "-m", "tools.build"]
# In seconds. A periodic empty comment fails once the browser is gone, which ends the thread.
HEARTBEAT = 10


class PageBuilder:
    """A long-lived process that builds single pages."""

    def __init__(self, project: Path, site: Path) -> None:
        self._project, self._site = project, site
        self.restart()

    def restart(self) -> None:
        """Start over with a new process, which has not imported any code."""
        if pool := getattr(self, "_pool", None):
            pool.shutdown(wait=False, cancel_futures=True)
        self._pool = ProcessPoolExecutor(1, get_context("spawn"), initializer=preview.start)

    def build_pages(self, addresses: list[str]) -> str | None:
        """Rebuild some pages of the site; return their problems, or None if only a whole build can find them."""
        done = self._pool.submit(preview.build_pages, self._project, self._site, addresses)
        if not done.exception():
            return done.result()
        self.restart()
        return None


class SiteBuild:
    """A build of the whole site, in a process of its own."""

    def __init__(self, site: Path) -> None:
        self._site = site
        self._fresh = site.with_name(f"{site.name}-next")
        shutil.rmtree(self._fresh, ignore_errors=True)
        self._log = site.with_name(f"{site.name}.log")
        # Include the page of components, which is not published.
        variables = {**os.environ, "DRAFTS": "", "PYTHONUTF8": "1"}
        with self._log.open("w", encoding="utf-8") as log:
            self._process = subprocess.Popen(
                [*BUILD, str(self._fresh)], cwd=ROOT, env=variables, stdout=log, stderr=subprocess.STDOUT
            )

    @property
    def is_done(self) -> bool:
        """Whether it has ended."""
        return self._process.poll() is not None

    def stop(self) -> None:
        """Stop it, whether it is done or not."""
        self._process.terminate()
        self._process.wait()

    def swap_in(self) -> str:
        """Put the new site into place, or return why the build failed."""
        if self._process.returncode:
            return self._log.read_text("utf-8")
        # A service worker would serve its cache, and an earlier one unregisters itself if there is none.
        (self._fresh / WORKER).unlink()
        replace(self._site, self._fresh)
        return ""


class Builds:
    """The current state of the site, for all open pages that wait for changes."""

    def __init__(self, site: Path, page_builder: PageBuilder) -> None:
        self.site = site
        self.home = site / "index.html"
        self._page_builder = page_builder
        self._site_build: SiteBuild | None = None
        self._working = RLock()
        self._changed = Condition()
        self._number = 0
        self._problems = ""
        self.open_pages: list[str] = []
        self._fresh: set[str] = set()  # pages built since the last edit
        self._is_whole = False  # whether all others were, too

    def rebuild(self, *, code: bool = False) -> None:
        """Build the open pages and notify them; print their problems."""
        with self._working:
            self.end()
            if code:
                self._page_builder.restart()
            self._fresh, self._is_whole = set(), False
            self._notify(
                self._build_pages(self.open_pages if self.home.exists() else []), shown=bool(self._fresh)
            )

    def refresh(self, address: str) -> None:
        """Build the page at an address, unless it has been built since the last edit."""
        with self._working:
            if not (self._is_whole or self._problems or address in self._fresh) and self.home.exists():
                self._notify(self._build_pages([address]), shown=False)

    def poll(self) -> None:
        """Start a build of the whole site, or take its result."""
        with self._working:
            if self._site_build and self._site_build.is_done:
                problems, self._site_build = self._site_build.swap_in(), None
                self._is_whole = not problems
                self._notify(problems, shown=self._is_whole and not self._fresh)
            elif not (self._site_build or self._is_whole or self._problems):
                self._site_build = SiteBuild(self.site)

    def end(self) -> None:
        """Stop building the whole site."""
        if self._site_build:
            self._site_build.stop()
            self._site_build = None

    def _build_pages(self, addresses: list[str]) -> str:
        """Build some pages and return their problems; "" if unknown, since the whole build will find them."""
        problems = self._page_builder.build_pages(addresses)
        if problems == "":
            self._fresh.update(addresses)
        return problems or ""

    def _notify(self, problems: str, *, shown: bool) -> None:
        """Notify all open pages of the problems, and whether there is something new to see."""
        if problems:
            print(problems, flush=True)
        with self._changed:
            self._number += shown
            self._problems = problems
            self._changed.notify_all()

    @contextlib.contextmanager
    def registered(self, address: str) -> Iterator[None]:
        """Register a page as open."""
        self.open_pages.append(address)
        try:
            yield
        finally:
            self.open_pages.remove(address)

    def state(self) -> str:
        """Return the number of the current build and the problems of the content, as JSON."""
        return json.dumps({"build": self._number, "problems": self._problems})

    def next_state(self, known: str) -> str:
        """Return the state once it differs from the known one, or after a while."""
        with self._changed:
            self._changed.wait_for(lambda: self.state() != known, timeout=HEARTBEAT)
            return self.state()
