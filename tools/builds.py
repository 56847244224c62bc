"""When ``make serve`` builds what: single pages at once, the whole site after a while."""

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
# An empty comment now and then: it fails once the browser has left, and ends the thread.
HEARTBEAT = 10


class Single:
    """A process that stays, and builds single pages."""

    def __init__(self, project: Path, site: Path) -> None:
        self._project, self._site = project, site
        self.restart()

    def restart(self) -> None:
        """Begin with a process that has read none of the code."""
        if pool := getattr(self, "_pool", None):
            pool.shutdown(wait=False, cancel_futures=True)
        self._pool = ProcessPoolExecutor(1, get_context("spawn"), initializer=preview.start)

    def show(self, addresses: list[str]) -> str | None:
        """Renew some pages of the site; return what is wrong, or None if that must be asked of a whole build."""
        done = self._pool.submit(preview.show, self._project, self._site, addresses)
        if not done.exception():
            return done.result()
        self.restart()
        return None


class Whole:
    """A build of the whole site, in a process of its own."""

    def __init__(self, site: Path) -> None:
        self._site = site
        self._fresh = site.with_name(f"{site.name}-next")
        shutil.rmtree(self._fresh, ignore_errors=True)
        self._log = site.with_name(f"{site.name}.log")
        # With the page of components, which is not published.
        variables = {**os.environ, "DRAFTS": "", "PYTHONUTF8": "1"}
        with self._log.open("w", encoding="utf-8") as said:
            self._process = subprocess.Popen(
                [*BUILD, str(self._fresh)], cwd=ROOT, env=variables, stdout=said, stderr=subprocess.STDOUT
            )

    @property
    def is_done(self) -> bool:
        """Whether it has ended."""
        return self._process.poll() is not None

    def stop(self) -> None:
        """End it, whether it is done or not."""
        self._process.terminate()
        self._process.wait()

    def take(self) -> str:
        """Put what was built into place, or return why nothing was."""
        if self._process.returncode:
            return self._log.read_text("utf-8")
        # A worker would show what it keeps, and one of before takes itself back where there is none.
        (self._fresh / WORKER).unlink()
        replace(self._site, self._fresh)
        return ""


class Builds:
    """The site as it is now, for all pages that wait for news of it."""

    def __init__(self, site: Path, single: Single) -> None:
        self.site = site
        self.home = site / "index.html"
        self._single = single
        self._whole: Whole | None = None
        self._working = RLock()
        self._changed = Condition()
        self._number = 0
        self._problems = ""
        self.open_pages: list[str] = []
        self._fresh: set[str] = set()  # the pages that were built since the last edit
        self._is_whole = False  # and all others were, too

    def edited(self, *, code: bool = False) -> None:
        """Build the pages that are open, and tell them; print what is wrong with them."""
        with self._working:
            self.end()
            if code:
                self._single.restart()
            self._fresh, self._is_whole = set(), False
            self._tell(self._show(self.open_pages if self.home.exists() else []), shown=bool(self._fresh))

    def renew(self, address: str) -> None:
        """Build the page at an address, if that was not done since the last edit."""
        with self._working:
            if not (self._is_whole or self._problems or address in self._fresh) and self.home.exists():
                self._tell(self._show([address]), shown=False)

    def follow(self) -> None:
        """Begin to build the whole site, or take what was built."""
        with self._working:
            if self._whole and self._whole.is_done:
                problems, self._whole = self._whole.take(), None
                self._is_whole = not problems
                self._tell(problems, shown=self._is_whole and not self._fresh)
            elif not (self._whole or self._is_whole or self._problems):
                self._whole = Whole(self.site)

    def end(self) -> None:
        """Build no more."""
        if self._whole:
            self._whole.stop()
            self._whole = None

    def _show(self, addresses: list[str]) -> str:
        """Build some pages, and return what is wrong; if that cannot be said, the whole build will."""
        problems = self._single.show(addresses)
        if problems == "":
            self._fresh.update(addresses)
        return problems or ""

    def _tell(self, problems: str, *, shown: bool) -> None:
        """Tell all pages what is wrong, and whether there is something new to see."""
        if problems:
            print(problems, flush=True)
        with self._changed:
            self._number += shown
            self._problems = problems
            self._changed.notify_all()

    @contextlib.contextmanager
    def opened(self, address: str) -> Iterator[None]:
        """Count a page among those that are open."""
        self.open_pages.append(address)
        try:
            yield
        finally:
            self.open_pages.remove(address)

    def now(self) -> str:
        """Return the number of what there is to see, and what is wrong with the content now, as JSON."""
        return json.dumps({"build": self._number, "problems": self._problems})

    def after(self, known: str) -> str:
        """Return what is new, once it differs from what is known or a while has passed."""
        with self._changed:
            self._changed.wait_for(lambda: self.now() != known, timeout=HEARTBEAT)
            return self.now()
