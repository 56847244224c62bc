"""A tool in a frame on another site: its height, where its answers are saved, and the way out of it.

Playwright switches off storage partitioning by embedding site. Here it is on, as it is for readers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import pytest
from bs4 import BeautifulSoup
from built_site import shown, shown_line
from playwright.sync_api import Browser, BrowserType, Frame, FrameLocator, Locator, Page, expect
from reader import AUDIT, FIVE_STEPS, PHONE, boxes, wait_until

from macros.components.embed_codes.view import embed_codes
from macros.components.rendering import Renderer
from macros.content import Content
from macros.content.words import Ui
from tools import ROOT

DEBRIEF = "worksheets/debrief/"
# The script that a page is asked to add if it may contain scripts.
LISTENER = re.findall(
    r"```html\n(<script>.*?)```", (ROOT / "docs/centers/embed.md").read_text("utf-8"), re.DOTALL
)
# A course platform strips scripts from its pages and has its own, which serves all frames of the page.
CANVAS = """<!doctype html><html lang="en"><title>Course</title><div class="user_content">{code}</div><script>
addEventListener("message", ({{ data, source }}) => {{
    const message = typeof data === "string" ? JSON.parse(data) : data;
    if (message.subject !== "lti.frameResize") return;
    const frame = [...document.querySelectorAll("iframe")].find((each) => each.contentWindow === source);
    frame.height = frame.style.height = `${{Math.max(message.height, 1)}}px`;
}});</script></html>"""
WORDPRESS = f"""<!doctype html><html lang="en"><title>Post</title><style>body {{{{ max-width: 40rem; margin: auto }}}}</style>
<article class="entry-content"><p>Try it:</p>{{code}}{LISTENER[0].replace("{", "{{").replace("}", "}}")}</article></html>"""
SITES = {"canvas": CANVAS, "wordpress": WORDPRESS}
FITS = "Math.abs(document.body.getBoundingClientRect().height - innerHeight) <= 1"
BLOCKED = """if (window !== top) Object.defineProperty(window, "localStorage", {
    get() { throw new DOMException("Access is denied for this document.", "SecurityError"); },
});"""

Show = Callable[..., Page]


@pytest.fixture(scope="module")
def browser(browser_type: BrowserType, browser_type_launch_args: dict[str, Any]) -> Iterator[Browser]:
    """Return a browser that partitions storage as it does for readers."""
    flags = [
        flag.replace("EXCLUDE 127.0.0.1", "EXCLUDE 127.0.0.1, EXCLUDE localhost")
        for flag in browser_type_launch_args["args"]
    ]
    launch = partial(browser_type.launch, **{**browser_type_launch_args, "args": flags})
    with launch() as usual:
        info = usual.new_browser_cdp_session().send("SystemInfo.getInfo")
    switched_off = [flag for flag in info["commandLine"].split() if flag.startswith("--disable-features=")]
    assert "ThirdPartyStoragePartitioning" in switched_off[0]
    with launch(ignore_default_args=switched_off) as browser:
        yield browser


@contextmanager
def another_site(html: str) -> Iterator[str]:
    """Serve a page on another site than 127.0.0.1, and yield its address."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(html.encode())

        def log_message(self, *_: object) -> None:
            """Log nothing: a failing test says what matters."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://localhost:{server.server_port}/"
        server.shutdown()


@pytest.fixture
def show(page: Page, home: str, recovery: Content) -> Iterator[Show]:
    """Return a function that opens a page on another site, with a tool embedded by the code that our site gives."""
    with ExitStack() as sites:

        def show(address: str, html: str = CANVAS, attributes: str = "") -> Page:
            code = code_for(address, home, recovery).replace("<iframe ", f"<iframe {attributes} ")
            page.goto(sites.enter_context(another_site(html.format(code=code))))
            return page

        yield show


def code_for(address: str, home: str, content: Content) -> str:
    """Return the code that embeds a tool, as copied from our site."""
    renderer = Renderer(content)
    renderer.publish(home, "")
    soup = BeautifulSoup(renderer.render(embed_codes(content), "centers/embed/"), "html.parser")
    return next(
        code.get_text() for code in soup.select("code") if f"{home}embed/{address}" in code.get_text()
    )


def framed(page: Page) -> FrameLocator:
    """Return the only frame of a page, to locate elements in."""
    return page.frame_locator("iframe")


def inside(page: Page) -> Frame:
    """Return the only frame of a page, to run scripts in.

    It loads lazily: the page around it does not wait until the tool is there.
    """
    (frame,) = page.main_frame.child_frames
    frame.wait_for_url("**/embed/**")
    return frame


def tick_first(page: Page) -> None:
    """Tick the first item of the list in the frame, and wait until the link out of the frame carries it."""
    framed(page).get_by_role("checkbox").first.check()
    expect(way_out(page)).to_have_attribute("href", re.compile("#copy="))


def kept(page: Page, recovery: Content) -> Locator:
    """Return the visible text that says where ticks in the frame are saved."""
    return framed(page).get_by_text(shown_line(recovery.ui.embed.kept)).filter(visible=True)


def way_out(page: Page) -> Locator:
    return framed(page).locator(".embedded").get_by_role("link")


# Its height


@pytest.mark.parametrize("site_around", SITES)
@pytest.mark.parametrize("tool", [AUDIT, FIVE_STEPS, DEBRIEF])
def test_a_frame_is_as_tall_as_the_tool_and_follows_its_height(
    show: Show, site_around: str, tool: str
) -> None:
    page = show(tool, SITES[site_around])
    wait_until(inside(page), FITS)
    before = page.locator("iframe").bounding_box()
    page.set_viewport_size(PHONE)
    wait_until(page, f"document.querySelector('iframe').offsetHeight !== {before and before['height']}")
    wait_until(inside(page), FITS)


def test_the_frame_shrinks_with_a_list_as_its_items_are_done(show: Show) -> None:
    page = show(FIVE_STEPS)
    wait_until(inside(page), FITS)
    height = inside(page).evaluate("innerHeight")
    for box in framed(page).get_by_role("checkbox").all():
        box.check()
    page.reload()
    wait_until(inside(page), FITS)
    assert inside(page).evaluate("innerHeight") < height


def test_capture_does_not_make_the_frame_grow_without_end(show: Show) -> None:
    page = show(DEBRIEF)
    page.set_viewport_size(PHONE)
    framed(page).locator("[data-action=capture]").click()
    wait_until(inside(page), f"document.querySelector('[data-capturing=field]') && {FITS}")
    assert inside(page).evaluate("innerHeight") < PHONE["height"]


def test_the_embedding_page_learns_the_height_and_nothing_else(show: Show) -> None:
    tell = (
        "<script>globalThis.told = []; addEventListener('message', ({ data }) => told.push(data));</script>"
    )
    page = show(FIVE_STEPS, CANVAS.replace("<div", f"{tell.replace('{', '{{').replace('}', '}}')}<div"))
    wait_until(page, "told.length > 0")
    tick_first(page)
    for told in page.evaluate("told"):
        assert told == {"subject": "lti.frameResize", "height": told["height"]}


# Where answers are saved


@pytest.mark.parametrize("site_around", SITES)
def test_ticks_are_saved_only_in_the_frame_and_it_says_so(
    show: Show, site_around: str, home: str, recovery: Content
) -> None:
    page = show(FIVE_STEPS, SITES[site_around])
    expect(kept(page, recovery)).to_have_count(1)
    tick_first(page)
    page.reload()
    expect(framed(page).get_by_role("checkbox").first).to_be_checked()
    page.goto(home + FIVE_STEPS)
    expect(boxes(page).first).not_to_be_checked()


def test_the_link_out_of_a_frame_carries_its_ticks(show: Show, words: Ui, home: str) -> None:
    page = show(FIVE_STEPS)
    tick_first(page)
    with page.expect_popup() as opened:
        way_out(page).click()
    tab = opened.value
    tab.get_by_role("button", name=words.copies.confirm).click()
    expect(tab.get_by_text(words.copies.loaded)).to_be_visible()
    tab.goto(home + FIVE_STEPS)
    expect(boxes(tab).first).to_be_checked()


def test_the_link_out_of_an_unused_frame_opens_the_tool(show: Show, home: str) -> None:
    page = show(FIVE_STEPS)
    with page.expect_popup() as opened:
        way_out(page).click()
    expect(opened.value).to_have_url(home + FIVE_STEPS)
    expect(opened.value.get_by_role("banner")).to_be_visible()


def test_a_frame_that_may_save_nothing_says_so_and_its_link_still_carries_ticks(
    page: Page, show: Show, recovery: Content, words: Ui
) -> None:
    page.add_init_script(BLOCKED)
    show(FIVE_STEPS)
    expect(framed(page).get_by_text(shown_line(recovery.ui.embed.blocked.text))).to_be_visible()
    expect(kept(page, recovery)).to_have_count(0)
    tick_first(page)
    with page.expect_popup() as opened:
        way_out(page).click()
    expect(opened.value.get_by_role("button", name=words.copies.confirm)).to_be_visible()


def test_in_a_sandbox_that_allows_only_scripts_a_tool_says_that_nothing_is_saved(
    show: Show, recovery: Content
) -> None:
    """WordPress embeds other sites in such a frame by default."""
    page = show(FIVE_STEPS, attributes='sandbox="allow-scripts" security="restricted"')
    expect(framed(page).get_by_text(shown_line(recovery.ui.embed.blocked.text))).to_be_visible()
    wait_until(page, "document.querySelector('iframe').offsetHeight !== 900")


def test_in_a_sandbox_that_allows_all_a_tool_needs_ticks_are_saved(show: Show) -> None:
    allowed = "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-modals"
    page = show(FIVE_STEPS, attributes=f'sandbox="{allowed}"')
    tick_first(page)
    page.reload()
    expect(framed(page).get_by_role("checkbox").first).to_be_checked()


def test_without_scripts_a_tool_can_be_ticked_and_says_that_nothing_is_saved(
    show: Show, words: Ui, page_errors: list[str]
) -> None:
    page = show(FIVE_STEPS, attributes="sandbox")
    expect(framed(page).get_by_text(shown(words.storage.not_kept))).to_be_visible()
    framed(page).get_by_role("checkbox").first.check()
    assert "sandboxed" in " ".join(page_errors)
    page_errors.clear()
