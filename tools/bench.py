"""Measures long checklists and large copies in a real browser: ``python -m tools.bench``.

Every figure is set against another of the same run, on the same machine: the work of one tick
against the length of a frame and against a checklist of 10 items, the first picture of the page with
1,000 saved ticks against the same page with none, and the work of opening, loading, deleting and undoing
20,000 answers against that of 200. Processor time is that of the page's own thread, whatever else the
machine does; the longest task is measured by the clock, and grows where others need the processor too.
"""

from __future__ import annotations

import datetime as dt
import json
import statistics
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from bs4 import BeautifulSoup
from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

from macros.checks.project import check_project
from macros.components.checklist.view import checklist_view
from macros.components.rendering import Renderer
from macros.content import Content
from macros.content.checklists import Item, TickList
from macros.content.entries import Message
from macros.content.saved import saved_checklist
from tools import ROOT, build
from tools.browser import find_browser

FRAME = 1000 / 60
"""The time between two pictures of a screen with 60 of them a second, in milliseconds."""
TICKS = 300
SIZES = (10, 1000)
PAGE = "checklists/before-you-send/"

# From the click to saved, shown and laid out: what the browser must do before it can draw.
TICK = """
input => {
  const start = performance.now();
  input.click();
  document.body.getBoundingClientRect();
  return performance.now() - start;
}
"""
# What stood in the page when the browser was about to draw it for the first time.
FIRST_FRAME = """
requestAnimationFrame(function look() {
  const inputs = document.querySelectorAll("[data-checklist] input");
  if (inputs.length === 0) return requestAnimationFrame(look);
  window.ticksInFirstFrame = document.querySelectorAll("[data-checklist] input:checked").length;
});
"""
# How many answers a copy holds, and of how many each question of an interview consists.
COPIES = (200, 2_000, 20_000)
ANSWERS_OF_A_ROW = 5
YOUR_DATA = "/site/my-recovery/your-data/"
LONGEST_TASK = """() => {
  window.longest = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.longest = Math.max(window.longest, duration);
  }).observe({ type: "longtask" });
}"""
# When a page is first drawn, in milliseconds; it waits for that.
FIRST_PAINT = """() => new Promise((resolve) => {
  new PerformanceObserver((list) => {
    const [paint] = list.getEntriesByName("first-contentful-paint");
    if (paint) resolve(paint.startTime);
  }).observe({ type: "paint", buffered: true });
})"""


def main() -> None:
    """Build the site with two long checklists in it, measure, and print a small table."""
    build.main()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(folder) / "site"
        site.symlink_to(build.SITE)
        pages = {size: _write_page(Path(folder), size) for size in SIZES}
        browser = playwright.chromium.launch(executable_path=find_browser())
        with _served(Path(folder)) as address:
            _measure(browser, {size: address + page for size, page in pages.items()})
            _measure_copies(browser, address + YOUR_DATA, Path(folder))
        browser.close()


def _measure(browser: Browser, pages: dict[int, str]) -> None:
    """Print the figures of every size, then what they come to."""
    work = {size: _tick_times(browser, address) for size, address in pages.items()}
    for size, times in work.items():
        middle, most = statistics.median(times), _percentile(times, 99)
        print(f"{size:5} items: a tick takes {middle:5.2f} ms, {most:5.2f} ms at the 99th percentile")
    most = _percentile(work[1000], 99)
    print(f"1,000 items: {most / FRAME:.2f} of one frame ({FRAME:.1f} ms) at the 99th percentile")
    print(f"1,000 items against 10: {most / _percentile(work[10], 99):.1f} times")
    _measure_restoring(browser, pages[1000])


def _tick_times(browser: Browser, address: str) -> list[float]:
    page = browser.new_page(service_workers="block")
    page.goto(address)
    boxes = page.query_selector_all("[data-checklist] input")
    times = [boxes[number % len(boxes)].evaluate(TICK) for number in range(TICKS)]
    page.context.close()
    return times


def _measure_restoring(browser: Browser, address: str) -> None:
    page = browser.new_context(service_workers="block").new_page()
    page.add_init_script(FIRST_FRAME)
    empty = _first_paint(page, address)
    page.evaluate("document.querySelectorAll('[data-checklist] input').forEach(input => input.click())")
    full = _first_paint(page, address)
    shown = page.evaluate("window.ticksInFirstFrame")
    print(
        f"Restored before the first picture: {shown} of 1,000 ticks; it comes {full / empty:.2f} times as late"
    )


def _measure_copies(browser: Browser, address: str, folder: Path) -> None:
    """Print how much work copies of three sizes are: opening, loading, deleting, undoing."""
    print("Processor time and longest task of copies")
    print(f"{'answers':>7}  " + "  ".join(f"{step:>17}" for step in ("open", "load", "delete", "undo")))
    for size in COPIES:
        steps = _copy_steps(browser, address, folder, size)
        figures = [f"{work:6.0f} ms, {longest:4.0f} ms" for work, longest in steps]
        print(f"{size:7,}  " + "  ".join(figures))


def _copy_steps(browser: Browser, address: str, folder: Path, size: int) -> list[tuple[float, float]]:
    """Return the processor time and the longest task of each step, in milliseconds."""
    page = browser.new_page(service_workers="block")
    page.goto(address)
    client = page.context.new_cdp_session(page)
    client.send("Performance.enable")
    file = folder / f"copy-{size}.json"
    file.write_text(_copy(size), encoding="utf-8")
    steps: list[tuple[Callable[[], None], str]] = [
        (
            lambda: page.locator("input[data-action='import']").set_input_files(file),
            "[data-preview]:not([hidden])",
        ),
        (page.locator("[data-action='import-confirm']").click, ".copies [data-action='undo']:not([hidden])"),
        (lambda: _delete_everything(page), ".clear-all [data-action='undo']:not([hidden])"),
        (page.locator(".clear-all [data-action='undo']").click, ".clear-all [data-action='undo'][hidden]"),
    ]
    figures = [_work(page, client, step, done) for step, done in steps]
    page.context.close()
    return figures


def _delete_everything(page: Page) -> None:
    page.locator("[data-action='clear-all']").click()
    page.locator("[data-action='clear-confirm']").click()


def _work(page: Page, client: CDPSession, step: Callable[[], None], done: str) -> tuple[float, float]:
    """Do a step until something matches, and return the processor time and the longest task."""
    page.evaluate(LONGEST_TASK)
    before = _thread_time(client)
    step()
    page.locator(done).wait_for(state="attached")
    page.evaluate("new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))")
    return _thread_time(client) - before, page.evaluate("window.longest")


def _thread_time(client: CDPSession) -> float:
    metrics = client.send("Performance.getMetrics")["metrics"]
    return 1000 * next(float(each["value"]) for each in metrics if each["name"] == "ThreadTime")


def _copy(size: int) -> str:
    """Return a copy with this many answers, in interviews of ten questions."""
    rows = [(f"debrief-row--row-{n}--", n) for n in range(size // ANSWERS_OF_A_ROW)]
    entries = [
        entry
        for name, n in rows
        for entry in (
            (f"{name}order", str(n + 1)),
            (f"{name}debrief", f"interview-{n // 10}"),
            (f"{name}question", "What would you do differently?"),
            (f"{name}response", "What I said, in a sentence of some length, as people write."),
            (f"{name}missing", "An example."),
        )
    ]
    listed = [{"id": name, "value": value, "at": 1} for name, value in entries]
    head = {"format": "second-impression-export", "version": 1, "saved": "2026-11-25T12:00:00Z"}
    return json.dumps({**head, "entries": listed})


def _first_paint(page: Page, address: str) -> float:
    """Return the median time until the page is first drawn, in milliseconds."""
    times = []
    for _ in range(9):
        page.goto(address)
        times.append(float(page.evaluate(FIRST_PAINT)))
    return statistics.median(times)


def _percentile(values: list[float], percent: int) -> float:
    return statistics.quantiles(values, n=100)[percent - 1]


def _write_page(folder: Path, size: int) -> str:
    """Put a page with a checklist of this size beside the site, and return its address."""
    recovery = check_project(ROOT).content
    soup = BeautifulSoup((build.SITE / PAGE / "index.html").read_text(encoding="utf-8"), "html.parser")
    checklist = soup.select_one("[data-checklist]")
    assert checklist
    checklist.replace_with(BeautifulSoup(_checklist(recovery, size), "html.parser"))
    target = folder / f"checklists-{size}" / "long"
    target.mkdir(parents=True)
    (target / "index.html").write_text(str(soup).replace("../../", "../../site/"), encoding="utf-8")
    return f"/{target.parent.name}/long/"


def _checklist(recovery: Content, size: int) -> str:
    sheet = TickList.model_construct(
        id=f"long-{size}",
        kind="tick",
        title="A long checklist",
        purpose="It shows how fast a tick is saved.",
        takes=None,
        revised=dt.date(2026, 1, 1),
        items=tuple(Item.model_construct(id=f"item-{n}", text=f"Item {n}") for n in range(size)),
        done=Message.model_construct(title="Done", text="All of it."),
    )
    return Renderer(recovery).render(checklist_view(recovery, saved_checklist(sheet)), PAGE)


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_arguments: object) -> None:
        """Requests are not what is measured."""


if __name__ == "__main__":
    main()
