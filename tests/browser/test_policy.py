"""What the content security policy of every page makes the browser refuse."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from built_site import Site, served
from playwright.sync_api import Page, Route
from reader import FIVE_STEPS

pytestmark = pytest.mark.shares_a_browser

# What unescaped text could inject into a page.
SCRIPTS = {
    "element": "<script>globalThis.ran = true;</script>",
    "attribute": '<img src="data:," onerror="globalThis.ran = true" alt="">',
    "address": '<iframe src="javascript:parent.ran = true"></iframe>',
}
MARKUP = "() => { document.body.innerHTML = '<p>Changed</p>'; }"
FORM = """() => {
    const form = document.createElement("form");
    form.action = "taken";
    document.body.append(form);
    form.requestSubmit();
}"""
BASE = """() => {
    const base = document.createElement("base");
    base.href = "https://elsewhere.example/";
    document.head.append(base);
    return document.baseURI;
}"""
ELSEWHERE = "address => fetch(address, { mode: 'no-cors' }).then(() => 'sent', () => 'refused')"
PICTURE = """address => new Promise((resolve) => {
    const picture = new Image();
    picture.addEventListener("load", () => resolve("sent"));
    picture.addEventListener("error", () => resolve("refused"));
    picture.src = address;
})"""


@pytest.fixture
def opened(page: Page, page_errors: list[str]) -> Iterator[Page]:
    """Return a page; the browser's reports of what it refused are removed."""
    page.goto(FIVE_STEPS)
    yield page
    page_errors.clear()


@pytest.fixture
def elsewhere(site: Site) -> Iterator[str]:
    """Return the address of an image at another origin."""
    with served(site.root) as address:
        yield f"{address}assets/images/logo.svg"


def slip_into(route: Route, markup: str) -> None:
    """Serve a page with this markup injected at the end of its article."""
    response = route.fetch()
    route.fulfill(response=response, body=response.text().replace("</article>", f"{markup}</article>", 1))


def test_the_policy_comes_before_anything_that_a_page_loads(site: Site, address: str) -> None:
    head = site.soup(address).head
    assert head
    first, second, *_ = head.find_all(True)
    assert first["http-equiv"] == "Content-Security-Policy"
    assert "unsafe" not in str(first["content"])
    assert (second["name"], second["content"]) == ("referrer", "no-referrer")


@pytest.mark.parametrize("script", SCRIPTS)
def test_an_injected_script_does_not_run(page: Page, page_errors: list[str], script: str) -> None:
    page.route(f"**/{FIVE_STEPS}", lambda route: slip_into(route, SCRIPTS[script]))
    page.goto(FIVE_STEPS, wait_until="networkidle")
    assert page.evaluate("globalThis.ran") is None
    assert "Content Security Policy" in " ".join(page_errors)
    page_errors.clear()


def test_no_script_can_turn_text_into_markup(opened: Page) -> None:
    assert (
        opened.evaluate(f"() => {{ try {{ ({MARKUP})(); }} catch (error) {{ return error.name; }} }}")
        == "TypeError"
    )


@pytest.mark.parametrize("way", [ELSEWHERE, PICTURE], ids=["fetch", "picture"])
def test_nothing_can_be_sent_to_another_origin(opened: Page, elsewhere: str, way: str) -> None:
    assert opened.evaluate(way, elsewhere) == "refused"


def test_forms_send_nothing_and_the_base_of_links_cannot_be_changed(opened: Page) -> None:
    before = opened.url
    opened.evaluate(FORM)
    assert opened.evaluate(BASE) == before
    assert opened.url == before
