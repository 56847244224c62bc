"""Moving to another device or another address by link, QR code or file, without involving a server."""

from __future__ import annotations

import re

import pytest
from built_site import shown
from playwright.sync_api import Browser, Page, Request, expect
from reader import OURS, button
from saved_data import YOUR_DATA, arrange, entry, load_copy, preview, save_copy, storage_key, stored

from macros.content.words import Ui

pytestmark = pytest.mark.shares_a_browser

TICK = "five-steps--repair"
# Browsers without compression streams, and without the format that links use.
OLD = {
    "nothing": "delete window.NAME;",
    "other ways": "window.NAME = class { constructor(how) { throw new TypeError(how); } };",
}


@pytest.fixture
def used(page: Page) -> Page:
    """Return Your data for a reader who has ticked one box."""
    arrange(page, {storage_key(TICK): entry("ticked", 7)})
    page.goto(YOUR_DATA)
    return page


def make_link(page: Page, words: Ui) -> str:
    button(page, words.transfer.make).click()
    field = page.get_by_label(words.transfer.link)
    expect(field).to_have_value(re.compile("#copy="))
    return field.input_value()


def test_a_link_opened_on_another_device_shows_a_preview_and_loads(
    used: Page, words: Ui, browser: Browser
) -> None:
    link = make_link(used, words)
    with browser.new_context() as device:
        other = device.new_page()
        asked: list[Request] = []
        other.on("request", lambda request: asked.append(request))  # noqa: PLW0108 - append takes no attributes
        other.goto(link)
        expect(preview(other, words)).to_be_visible()
        assert "#" not in other.url
        assert stored(other) == {}
        button(other, words.copies.confirm).click()
        assert stored(other) == stored(used)
        assert asked
        fragment = link.partition("#")[2]
        assert not [request for request in asked if fragment[6:40] in request.url or request.post_data]


@pytest.mark.parametrize("old", OLD)
def test_a_browser_that_cannot_open_links_says_so(page: Page, words: Ui, old: str) -> None:
    page.add_init_script(OLD[old].replace("NAME", "DecompressionStream"))
    page.goto(f"{YOUR_DATA}#copy=S0tNLE4tVgIA")
    expect(page.get_by_role("alert").filter(visible=True)).to_have_text(shown(words.copies.old_browser))
    assert stored(page) == {}


def test_a_link_works_on_a_page_that_is_already_open(used: Page, words: Ui, browser: Browser) -> None:
    link = make_link(used, words)
    with browser.new_context() as device:
        other = device.new_page()
        other.goto(link.partition("#")[0])
        other.evaluate("link => { location.href = link; }", link)
        expect(preview(other, words)).to_be_visible()


def test_the_library_for_the_code_is_fetched_only_to_draw_it(used: Page, words: Ui) -> None:
    asked: list[str] = []
    used.on("request", lambda request: asked.append(request.url))
    used.reload()
    assert not [address for address in asked if "qr-code" in address]
    make_link(used, words)
    code = used.get_by_role("img", name=words.transfer.code)
    expect(code).to_be_visible()
    colours = code.evaluate("""canvas => {
        const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
        const dark = data.filter((part, index) => index % 4 === 0 && part === 0).length;
        return [canvas.width, dark / (data.length / 4)];
    }""")
    assert (colours[0] - 8 - 17) % 4 == 0  # a code has 4n + 17 modules per side, and a margin of 4
    assert 0.2 < colours[1] < 0.6
    assert [address for address in asked if "qr-code" in address]


def test_the_link_works_without_the_library_for_the_code(
    used: Page, words: Ui, page_errors: list[str]
) -> None:
    used.route("**/qr-code.*", lambda route: route.abort())
    assert make_link(used, words)
    expect(used.get_by_text(shown(words.transfer.code_failed))).to_be_visible()
    page_errors.clear()


def test_a_code_too_fine_for_a_camera_is_not_drawn_and_the_link_still_works(page: Page, words: Ui) -> None:
    noise = {f"note--{n}": entry(f"{n * 7919 % 104729}-" * 40, n) for n in range(200)}
    arrange(page, {storage_key(name): saved for name, saved in noise.items()})
    page.goto(YOUR_DATA)
    assert make_link(page, words)
    expect(page.get_by_text(shown(words.transfer.too_large.code))).to_be_visible()
    expect(page.get_by_role("img", name=words.transfer.code)).to_be_hidden()


def test_answers_too_large_for_a_link_are_offered_as_a_file(page: Page, words: Ui) -> None:
    noise = {f"note--{n}": entry(f"{n * 7919 % 104729}-" * 40, n) for n in range(2000)}
    arrange(page, {storage_key(name): saved for name, saved in noise.items()})
    page.goto(YOUR_DATA)
    button(page, words.transfer.make).click()
    expect(page.get_by_text(shown(words.transfer.too_large.link))).to_be_visible()
    expect(page.get_by_label(words.transfer.link)).to_be_hidden()


@pytest.mark.parametrize("old", OLD)
def test_a_browser_that_cannot_make_links_offers_the_file(page: Page, words: Ui, old: str) -> None:
    page.add_init_script(OLD[old].replace("NAME", "CompressionStream"))
    page.goto(YOUR_DATA)
    button(page, words.transfer.make).click()
    expect(page.get_by_text(shown(words.transfer.too_large.link))).to_be_visible()


PACK = """async ([text, times]) => {
    const packed = new Blob(Array(times).fill(text)).stream().pipeThrough(new CompressionStream("deflate-raw"));
    const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
    return btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(""))
        .replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}"""


@pytest.mark.parametrize("fragment", ["copy=", "copy=%%%", "copy=AAAA", "copy=S0tNLE4tVgIA"])
def test_a_damaged_link_changes_nothing_and_says_why(page: Page, words: Ui, fragment: str) -> None:
    page.goto(f"{YOUR_DATA}#{fragment}")
    expect(page.get_by_role("alert").filter(visible=True)).to_have_count(1)
    assert "#" not in page.url
    assert stored(page) == {}


def test_a_link_that_unpacks_to_too_many_bytes_is_refused(page: Page, words: Ui) -> None:
    page.goto(YOUR_DATA)
    bomb = page.evaluate(PACK, [" " * 100_000, 330])
    page.goto("about:blank")
    page.goto(f"{YOUR_DATA}#copy={bomb}")
    expect(page.get_by_text(shown(words.copies.too_large))).to_be_visible()
    assert stored(page) == {}


def test_an_address_with_another_fragment_is_left_alone(page: Page) -> None:
    page.goto(f"{YOUR_DATA}#delete-everything")
    expect(page.get_by_role("alert").filter(visible=True)).to_have_count(0)
    assert page.url.endswith("#delete-everything")


def test_a_copy_made_at_one_address_loads_at_another(used: Page, words: Ui, other_home: str) -> None:
    _, text = save_copy(used, words)
    used.goto(other_home + YOUR_DATA)
    load_copy(used, words, text)
    theirs = OURS.replace("/second-impression/", "/another-copy/")
    moved = used.evaluate("({ ...localStorage })")
    assert moved[f"{theirs}2:{TICK}"] == moved[storage_key(TICK)] == entry("ticked", 7)
