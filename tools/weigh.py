"""Weighs pages beside the theme that they would have otherwise: ``python -m tools.weigh``, part of ``make bench``.

Stock Material for MkDocs shows the same text, built and measured in the same run. Both are served as
GitHub Pages does, compressed, to a phone with a slow connection and a slow processor. Figures are medians of
five first visits; those of time only say something as a ratio. ``.build/weights.json`` has all of them. What the builds
themselves take is measured once.
"""

from __future__ import annotations

import gzip
import json
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright
from selectolax.lexbor import LexborHTMLParser

from tools import ROOT, build
from tools.bench import FIRST_PAINT
from tools.browser import find_browser
from tools.budgets import budget_of, over_budget, pages_of, weigh
from tools.site_engine import environment

VISITS = 5
# The pages that have a budget of their own, and what kind of page each is.
PAGES = {
    "checklists/rejection-audit/": "audit",
    "": "home",
    "worksheets/star-answer/": "STAR",
    "worksheets/follow-up-note/": "note",
    "guide/star/": "guide",
    "regions/united-kingdom/": "region",
}
# How much of what stock Material takes the first picture may take, and how long, in milliseconds or as a part of that, the
# page may be busy.
MAX_FIRST_PAINT_RATIO = 0.6
MAX_BLOCKING_MS = 10
MAX_BLOCKING_RATIO = 0.1
# What a build may take of what stock Material takes for as many pages, and how long it may take by the clock, in seconds.
MAX_PROCESSOR_RATIO = 1.15
MAX_MEMORY_RATIO = 1.3
MAX_SECONDS = 5
PHONE = {"width": 390, "height": 844}
# Slow 4G and a processor four times as slow, as Lighthouse has them.
NETWORK = {"offline": False, "latency": 150, "downloadThroughput": 204_800, "uploadThroughput": 93_750}
CPU_SLOWDOWN = 4
STOCK = """site_name: Stock
theme: {name: material, font: false}
plugins: [search]
markdown_extensions: [attr_list, md_in_html, tables]
"""
# Observes from the first moment on how far the page moves.
OBSERVE = """
window.shift = 0;
new PerformanceObserver((list) => {
  for (const { value, hadRecentInput } of list.getEntries()) window.shift += hadRecentInput ? 0 : value;
}).observe({ type: "layout-shift", buffered: true });
"""
# What a browser tells of its tasks.
TRACED = ["toplevel", "devtools.timeline", "disabled-by-default-devtools.timeline"]
# From when on a task keeps a reader waiting, in milliseconds.
LONG_TASK = 50
COMPRESSED = {".html", ".css", ".js", ".json", ".svg", ".txt", ".xml"}


@dataclass(frozen=True)
class Visit:
    """What a first visit to a page cost: bytes as they were sent, times in milliseconds."""

    bytes: int
    requests: int
    first_paint: float
    blocking: float
    shift: float


@dataclass(frozen=True)
class Build:
    """What a build took: seconds by the clock and of processors, and the memory of its largest process, in MB."""

    seconds: float
    processor: float
    memory: float


@dataclass(frozen=True)
class BudgetResult:
    """A budget with its value, and how many digits of both are shown."""

    what: str
    value: float
    limit: float
    digits: int

    @property
    def is_met(self) -> bool:
        """Whether the value is within the budget."""
        return self.value <= self.limit

    def __str__(self) -> str:
        """Return it as a line of a table."""
        line = f"{self.what:24}{self.value:10.{self.digits}f}{self.limit:10.{self.digits}f}"
        return line if self.is_met else f"{line}  over budget"


def main() -> None:
    """Build both sites, measure, and print the figures with their budgets; exit with 1 if one is exceeded."""
    our_build = run_build([sys.executable, "-m", "tools.build"], ROOT)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        stock, stock_build = build_stock(build.SITE, Path(folder))
        browser = playwright.chromium.launch(executable_path=find_browser())
        with served(build.SITE) as ours, served(stock) as theirs:
            figures = {
                page: {"ours": visit(browser, ours + page), "stock": visit(browser, theirs + page)}
                for page in PAGES
            }
        browser.close()
    report(figures)
    built = list(build_budget_results(our_build, stock_build))
    print(f"\n{'a build':26}{'value':>10}{'at most':>10}", *built, sep="\n  ")
    pages = pages_of(build.SITE)
    exceeded = list(over_budget(build.SITE, pages))
    print(f"\n{len(pages)} pages as files, {len(exceeded)} times more than it may be", *exceeded, sep="\n")
    (build.WORK / "weights.json").write_text(
        json.dumps(
            {page: {who: asdict(cost) for who, cost in both.items()} for page, both in figures.items()},
            indent=2,
        )
    )
    visited = [each for page, both in figures.items() for each in budget_results(page, **both)]
    sys.exit(bool(exceeded) or not all(each.is_met for each in [*visited, *built]))


def build_stock(site: Path, folder: Path) -> tuple[Path, Build]:
    """Build the text of a site with the theme as it is; return the folder, and what that took."""
    for address in pages_of(site):
        # A light parser: the largest memory of this process would count as that of the build which it starts.
        article = LexborHTMLParser(_file(site, address).read_text("utf-8")).css_first("article")
        assert article
        assert article.html
        page = folder / "docs" / f"{address}index.md"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(article.html, encoding="utf-8")
    (folder / "mkdocs.yml").write_text(STOCK, encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(folder / "site")]
    return folder / "site", run_build(command, folder)


def run_build(command: list[str], folder: Path) -> Build:
    """Run a build in a folder, and return what it took, with the processes that it started.

    Raises:
        CalledProcessError: it failed.
    """
    begun = time.monotonic()
    process = subprocess.Popen(command, cwd=folder, env=environment())
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Build(time.monotonic() - begun, used.ru_utime + used.ru_stime, used.ru_maxrss / 1000)


def visit(browser: Browser, address: str) -> Visit:
    """Return the median of several first visits."""
    visits = [_visit(browser, address) for _ in range(VISITS)]
    return Visit(
        bytes=round(statistics.median(each.bytes for each in visits)),
        requests=round(statistics.median(each.requests for each in visits)),
        first_paint=statistics.median(each.first_paint for each in visits),
        blocking=statistics.median(each.blocking for each in visits),
        shift=statistics.median(each.shift for each in visits),
    )


def _visit(browser: Browser, address: str) -> Visit:
    # What is kept for later, once the page is there, is not what the page weighs.
    with browser.new_context(viewport=PHONE, service_workers="block") as context:  # type: ignore[arg-type]
        page = context.new_page()
        sizes = _emulate_phone(page)
        page.add_init_script(OBSERVE)
        browser.start_tracing(page=page, categories=TRACED)
        page.goto(address, wait_until="networkidle")
        first_paint = float(page.evaluate(FIRST_PAINT))
        shift = float(page.evaluate("window.shift"))
        events = json.loads(browser.stop_tracing())["traceEvents"]
    return Visit(sum(sizes), len(sizes), first_paint, _blocking(events), shift)


def _blocking(events: list[dict[str, Any]]) -> float:
    """Return how much longer than 50 ms tasks took, in milliseconds of the page's own thread, whatever else the machine does."""
    named = [each for each in events if each["name"] == "thread_name"]
    pages = {(each["pid"], each["tid"]) for each in named if each["args"]["name"] == "CrRendererMain"}
    tasks = [each for each in events if each["name"] == "RunTask" and (each["pid"], each["tid"]) in pages]
    took = [float(each.get("tdur", 0)) / 1000 for each in tasks]
    return sum(max(time - LONG_TASK, 0.0) for time in took)


def _emulate_phone(page: Page) -> list[int]:
    """Make a page a phone's, and return a list that will hold the size of each answer."""
    sizes: list[int] = []
    client = page.context.new_cdp_session(page)
    client.send("Network.enable")
    client.send("Network.emulateNetworkConditions", NETWORK)
    client.send("Emulation.setCPUThrottlingRate", {"rate": CPU_SLOWDOWN})
    client.on("Network.loadingFinished", lambda event: sizes.append(int(event["encodedDataLength"])))
    return sizes


def budget_results(page: str, ours: Visit, stock: Visit) -> Iterator[BudgetResult]:
    """Yield each budget of a page with its value."""
    budget = budget_of(page)
    yield BudgetResult("files, kB", weigh(build.SITE, page).bytes / 1000, budget.bytes / 1000, 1)
    yield BudgetResult("requests", ours.requests, budget.requests, 0)
    yield BudgetResult(
        "first paint, of stock", ours.first_paint / stock.first_paint, MAX_FIRST_PAINT_RATIO, 2
    )
    yield BudgetResult(
        "blocking, ms", ours.blocking, max(MAX_BLOCKING_MS, MAX_BLOCKING_RATIO * stock.blocking), 0
    )
    yield BudgetResult("layout shift", ours.shift, 0, 3)


def build_budget_results(ours: Build, stock: Build) -> Iterator[BudgetResult]:
    """Yield each budget of a build with its value. Both have the same pages."""
    yield BudgetResult("processor time, of stock", ours.processor / stock.processor, MAX_PROCESSOR_RATIO, 2)
    yield BudgetResult("peak memory, of stock", ours.memory / stock.memory, MAX_MEMORY_RATIO, 2)
    yield BudgetResult("by the clock, s", ours.seconds, MAX_SECONDS, 1)


def report(figures: dict[str, dict[str, Visit]]) -> None:
    """Print a table: of each figure ours, then that of stock Material; then each budget with its value."""
    print(
        f"{'first visit, ours / stock':26}{'kB':>14}{'requests':>12}{'paint, ms':>14}{'blocking, ms':>16}{'shift':>15}"
    )
    for page, both in figures.items():
        ours, stock = both["ours"], both["stock"]
        print(
            f"{PAGES[page]:26}{ours.bytes / 1000:6.1f} /{stock.bytes / 1000:6.1f}"
            f"{ours.requests:6} /{stock.requests:4}{ours.first_paint:7.0f} /{stock.first_paint:5.0f}"
            f"{ours.blocking:8.0f} /{stock.blocking:6.0f}{ours.shift:8.3f} /{stock.shift:.3f}"
        )
    for page, both in figures.items():
        print(f"\n{PAGES[page]:26}{'value':>10}{'at most':>10}")
        for each in budget_results(page, **both):
            print(f"  {each}")


def _file(site: Path, address: str) -> Path:
    return site / address / "index.html"


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a folder as GitHub Pages does, and yield the address."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Host, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


class _Host(SimpleHTTPRequestHandler):
    """Compresses texts, and lets browsers keep everything for ten minutes."""

    def do_GET(self) -> None:
        """Answer with a file, compressed if it is a text."""
        path = Path(self.translate_path(self.path))
        file = path / "index.html" if path.is_dir() else path
        if not file.is_file():
            self.send_error(404)
            return
        body = file.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(file))
        self.send_header("Cache-Control", "max-age=600")
        if file.suffix in COMPRESSED:
            body = gzip.compress(body, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_arguments: object) -> None:
        """Requests are not what is measured."""


if __name__ == "__main__":
    main()
