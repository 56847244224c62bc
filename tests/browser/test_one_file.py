"""The site as one file, built by ``make one-file``: opened from a folder, as from a stick, it works like the site."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from built_site import COMPONENTS, NOT_FOUND, Site, served, shown, shown_line
from edition import Once
from playwright.sync_api import Browser, BrowserContext, Dialog, Locator, Page, expect
from reader import FIVE_STEPS, boxes, button, search, sheets, squeezed, violations, wait_until
from sheets_in_use import DEBRIEF

from macros.checks.project import Project
from macros.components.take_with_you.view import ADDRESS, NAME
from macros.content import Content
from macros.content.words import Ui
from tools import ROOT, one_file
from tools.finish import WORKER
from tools.one_file import MAX_BYTES, ONLINE, OneFileError, add_one_file, whole_file
from tools.stage import STYLE

YOUR_DATA = "my-recovery/your-data/"
STAR = "guide/star/"
QUESTION = "Why did you leave the bakery?"
STARTED = "customElements.get('page-alive')"
ANSWERS = re.compile(r'(?<=data-answers="">)[^<]*')
NO_STORAGE = "Object.defineProperty(window, 'localStorage', { get() { throw new Error(); } });"
NO_DECOMPRESSION = "delete globalThis.DecompressionStream;"
SEARCHES = ("what went wrong", "they never answered", "STAR", "thank you")
# How many results to compare: further down, the file lacks what only the site has.
FIRST = 4
# Ids that only the site has: for moving to another device, and for the offer of the file.
NOT_IN_FILE = {"move-to-another-device", "take-it-with-you", "transfer-link"}
LOOK = """() => ({
    title: document.title,
    heading: document.querySelector("h1").textContent.trim(),
    ids: [...document.querySelectorAll("article [id]")].map(({ id }) => id),
    links: [...document.querySelectorAll("body a[href]")].map(({ href }) => href),
})"""


@pytest.fixture(scope="module")
def published(site: Site, recovery: Content, once: Once) -> Site:
    """Return the site with its file."""

    def make(folder: Path) -> None:
        shutil.copytree(site.root, folder)
        add_one_file(folder, recovery, folder / "no-style-of-a-center.css")

    return Site(once("site-with-one-file-in-chromium", make))


@pytest.fixture(scope="module")
def file(published: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the file, alone in a folder."""
    return Path(shutil.copy(published.root / ADDRESS, tmp_path_factory.mktemp("stick") / NAME))


@pytest.fixture(scope="module")
def home(file: Path) -> str:
    """Return the address of the file."""
    return file.as_uri()


@contextmanager
def online(browser: Browser, site: Site) -> Iterator[Page]:
    """Yield a page of a reader on the site itself."""
    with (
        served(site.root) as address,
        browser.new_context(base_url=address, service_workers="block") as context,
    ):
        yield context.new_page()


def open_page(page: Page, address: str, file: Path | None = None) -> None:
    """Open a page of the file, or of another file, and wait until its scripts run."""
    page.goto(f"{file.as_uri() if file else ''}?{address}")
    wait_until(page, STARTED)
    expect(page.locator("h1")).to_be_visible()


def save(page: Page, words: Ui, file: Path) -> Path:
    """Save a new file, and return it."""
    with page.expect_download() as started:
        button(page, words.one_file.save).click()
    started.value.save_as(file)
    return file


def ignoring_answers(file: Path) -> str:
    return ANSWERS.sub("", file.read_text("utf-16"))


@pytest.fixture(scope="module")
def seen(browser: Browser, home: str, published: Site) -> dict[str, Any]:
    """Return what a reader finds on each page of the file, by the address of the page."""
    found = {}
    with browser.new_context(base_url=home) as context:
        page = context.new_page()
        for address in published.addresses() - {COMPONENTS}:
            if '<main id="main"' in published.file(address).read_text("utf-8"):
                open_page(page, address)
                found[address] = page.evaluate(LOOK)
    return found


def test_every_page_has_its_title_its_heading_and_its_ids(seen: dict[str, Any], published: Site) -> None:
    assert len(seen) > 20
    for address, page in seen.items():
        soup = published.soup(address)
        assert soup.title
        assert page["title"] == soup.title.get_text()
        assert soup.h1
        assert page["heading"] == soup.h1.get_text().strip()
        ids = {str(each["id"]) for each in soup.select("article [id]:not(.transfer [id])")}
        assert ids - NOT_IN_FILE - {*page["ids"]} == set(), address


def test_every_link_leads_to_a_page_in_the_file_or_to_the_web(seen: dict[str, Any], home: str) -> None:
    for address, page in seen.items():
        for link in page["links"]:
            if not link.startswith("file:"):
                assert link.startswith(("https:", "http:", "mailto:", "tel:", "sms:")), f"{address}: {link}"
                continue
            path, _, place = link.partition("#")
            way = path.removeprefix(home).removeprefix("?").partition("&")[0]
            assert path.startswith(home), f"{address}: {link}"
            assert way in seen, f"{address}: {link}"
            assert unquote(place) in {"", "main", *seen[way]["ids"]}, f"{address}: {link}"


def test_links_update_the_title_and_going_back_restores_the_scroll_position(
    page: Page, published: Site
) -> None:
    open_page(page, STAR)
    star, five_steps = (published.soup(address).title for address in (STAR, FIVE_STEPS))
    assert star
    assert five_steps
    page.evaluate("scrollTo({ top: 300, behavior: 'instant' })")
    page.evaluate("address => location.assign(address)", f"?{FIVE_STEPS}")
    expect(page).to_have_title(five_steps.get_text())
    page.go_back()
    expect(page).to_have_title(star.get_text())
    wait_until(page, "scrollY === 300")


def test_an_address_with_a_fragment_scrolls_to_its_target(page: Page, seen: dict[str, Any]) -> None:
    part = seen[STAR]["ids"][-1]
    open_page(page, f"{STAR}#{part}")
    expect(page.locator(f"[id='{part}']")).to_be_in_viewport()
    expect(page.locator(":target")).to_have_id(part)


def test_a_wrong_address_says_so(page: Page, seen: dict[str, Any]) -> None:
    open_page(page, "guide/nothing-here/")
    expect(page.locator("h1")).to_have_text(seen[NOT_FOUND]["heading"])


def test_the_choice_of_light_or_dark_applies_to_other_pages(page: Page, words: Ui) -> None:
    open_page(page, STAR)
    page.locator(".bar__menu").click()
    page.get_by_label(words.page.scheme.dark, exact=True).check()
    open_page(page, FIVE_STEPS)
    expect(page.locator("body")).to_have_css("color-scheme", "dark")


def test_the_search_finds_the_same_as_on_the_site(page: Page, published: Site, browser: Browser) -> None:
    open_page(page, FIVE_STEPS)
    with online(browser, published) as other:
        other.goto(FIVE_STEPS)
        for asked in SEARCHES:
            assert found(page, asked) == found(other, asked)


def found(page: Page, asked: str) -> list[str]:
    """Return the first search results, and close the search."""
    search(page, asked)
    answers = page.locator(".search__link")
    expect(answers).not_to_have_count(0)
    texts = answers.all_inner_texts()[:FIRST]
    page.get_by_role("dialog").get_by_role("textbox").fill("")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    return texts


def test_nothing_is_requested_from_any_host(page: Page, words: Ui, home: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for address in ("", FIVE_STEPS, DEBRIEF, YOUR_DATA):
        open_page(page, address)
    search(page, "note")
    page.keyboard.press("Escape")
    assert {address.partition("?")[0] for address in asked if not address.startswith("data:")} == {home}
    assert page.evaluate("performance.getEntriesByType('resource').length") == 0
    expect(button(page, words.one_file.save)).to_be_visible()


def test_ticks_are_saved_into_a_new_file_and_restored_from_it(
    page: Page, words: Ui, file: Path, tmp_path: Path, new_context: Any
) -> None:
    open_page(page, FIVE_STEPS)
    boxes(page).nth(1).check()
    expect(page.get_by_text(words.one_file.unsaved)).to_be_visible()
    open_page(page, STAR)
    new = save(page, words, tmp_path / "new.html")
    expect(page.get_by_text(shown_line(words.one_file.saved))).to_be_visible()
    assert ignoring_answers(new) == ignoring_answers(file)
    other = new_context().new_page()
    open_page(other, FIVE_STEPS, new)
    expect(boxes(other).nth(1)).to_be_checked()
    expect(other.get_by_text(words.one_file.unsaved)).to_be_hidden()
    assert ANSWERS.findall(save(other, words, tmp_path / "next.html").read_text("utf-16")) != [""]


@pytest.fixture
def opened(page: Page, words: Ui, tmp_path: Path, new_context: Any) -> tuple[Page, Path]:
    """Return a page of a file that contains a tick, opened in a new browser, and that file."""
    open_page(page, FIVE_STEPS)
    boxes(page).first.check()
    new = save(page, words, tmp_path / "with-answers.html")
    context: BrowserContext = new_context()
    other = context.new_page()
    open_page(other, FIVE_STEPS, new)
    expect(boxes(other).first).to_be_checked()
    return other, new


def test_cleared_ticks_are_not_restored_from_the_file(opened: tuple[Page, Path], words: Ui) -> None:
    page, file = opened
    button(page, words.checklist.reset).click()
    expect(boxes(page).first).not_to_be_checked()
    open_page(page, FIVE_STEPS, file)
    expect(boxes(page).first).not_to_be_checked()


def test_the_file_still_has_its_answers_after_everything_is_deleted(
    opened: tuple[Page, Path], words: Ui
) -> None:
    page, file = opened
    open_page(page, YOUR_DATA, file)
    button(page, words.shared.finish).click()
    button(page, words.shared.finish_confirm).click()
    expect(page.get_by_text(words.shared.finished)).to_be_visible()
    open_page(page, FIVE_STEPS, file)
    expect(boxes(page).first).not_to_be_checked()
    later = page.context.new_page()
    open_page(later, FIVE_STEPS, file)
    expect(boxes(later).first).to_be_checked()


def test_leaving_asks_only_while_answers_are_not_in_a_file(
    page: Page, words: Ui, tmp_path: Path, seen: dict[str, Any]
) -> None:
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    open_page(page, FIVE_STEPS)
    boxes(page).first.check()
    expect(page.get_by_text(words.one_file.unsaved)).to_be_visible()
    page.locator(".bar__home").click()
    expect(page).to_have_title(seen[""]["title"])
    assert asked == []
    button(page, words.one_file.save).hover()
    page.keyboard.press("Tab")
    with page.expect_event("dialog"):
        page.evaluate("setTimeout(() => location.assign('about:blank'))")
    assert asked == ["beforeunload"]
    save(page, words, tmp_path / "new.html")
    page.goto("about:blank")
    assert asked == ["beforeunload"]


def question(page: Page) -> Locator:
    """Return the field for the first question of the debrief."""
    return page.locator("[data-entries] textarea[data-field]").filter(visible=True).first


def test_a_worksheet_is_filled_and_printed(page: Page) -> None:
    open_page(page, DEBRIEF)
    question(page).fill(QUESTION)
    open_page(page, DEBRIEF)
    expect(question(page)).to_have_value(QUESTION)
    assert squeezed(QUESTION) in "".join(sheets(page))


def test_a_file_saved_right_after_typing_has_the_last_letters(
    page: Page, words: Ui, tmp_path: Path, new_context: Any
) -> None:
    open_page(page, DEBRIEF)
    question(page).press_sequentially(QUESTION)
    new = save(page, words, tmp_path / "new.html")
    other = new_context().new_page()
    open_page(other, DEBRIEF, new)
    expect(question(other)).to_have_value(QUESTION)


def test_a_file_without_storage_says_that_nothing_is_saved(page: Page, words: Ui) -> None:
    page.add_init_script(NO_STORAGE)
    open_page(page, FIVE_STEPS)
    expect(page.locator("[data-problem='blocked']")).to_be_visible()
    boxes(page).first.check()
    expect(page.get_by_text(words.one_file.unsaved)).to_be_visible()


def test_a_browser_that_cannot_unpack_the_file_says_so(page: Page, words: Ui) -> None:
    page.add_init_script(NO_DECOMPRESSION)
    page.goto("")
    expect(page.get_by_text(shown_line(words.one_file.old_browser))).to_be_visible()


def test_without_scripts_the_file_links_to_the_site(browser: Browser, home: str, words: Ui) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(home)
        expect(page.locator("noscript p").first).to_have_text(shown_line(words.one_file.no_scripts))
        expect(page.get_by_role("link")).to_have_attribute("href", Site.url)


def test_a_page_of_the_file_is_accessible(page: Page) -> None:
    open_page(page, FIVE_STEPS)
    assert violations(page) == []


def test_a_file_downloaded_from_the_site_can_include_the_answers(
    published: Site, words: Ui, tmp_path: Path, page: Page, browser: Browser
) -> None:
    with online(browser, published) as other:
        asked: list[str] = []
        other.on("request", lambda request: asked.append(request.url))
        other.goto(FIVE_STEPS)
        boxes(other).first.check()
        other.goto(YOUR_DATA)
        take = button(other, words.take_with_you.with_answers)
        expect(take).to_be_visible()
        assert not [address for address in asked if address.endswith(ADDRESS)]
        with other.expect_download() as started:
            take.click()
        assert started.value.suggested_filename == NAME
        started.value.save_as(tmp_path / NAME)
    open_page(page, FIVE_STEPS, tmp_path / NAME)
    expect(boxes(page).first).to_be_checked()


def test_a_site_without_the_file_does_not_offer_it(site: Site, words: Ui, browser: Browser) -> None:
    with online(browser, site) as page:
        page.goto(YOUR_DATA)
        expect(button(page, words.copies.export)).to_be_visible()
        expect(page.get_by_text(shown(words.take_with_you.title), exact=True)).to_be_hidden()


def test_the_worker_knows_the_page_that_offers_the_file_but_does_not_cache_the_file(
    published: Site, site: Site
) -> None:
    before, after = ((each.root / WORKER).read_text("utf-8") for each in (site, published))
    assert before != after
    assert ADDRESS not in after


def test_our_own_site_fits_into_one_file_and_the_file_is_reproducible(
    our_site: Site, our_project: Project, tmp_path: Path
) -> None:
    folder = shutil.copytree(our_site.root, tmp_path / "site")
    shutil.rmtree(folder / "components", ignore_errors=True)  # only for developers
    assert add_one_file(folder, our_project.content, ROOT / STYLE) <= MAX_BYTES
    first = (folder / ADDRESS).read_text("utf-16")
    assert whole_file(folder, our_project.content, ROOT / STYLE) == first


def test_a_file_that_is_too_large_fails_with_a_remedy(
    site: Site, recovery: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(one_file, "MAX_BYTES", 1000)
    with pytest.raises(OneFileError, match="1 are the most"):
        add_one_file(site.root, recovery, ROOT / STYLE)
    assert not (site.root / ADDRESS).exists()


def test_components_left_out_of_the_file_are_on_the_site(published: Site) -> None:
    scripts = "".join(page.read_text("utf-8") for page in published.root.rglob("*.html"))
    assert {name for name in ONLINE if f'data-module="{name}"' in scripts} == ONLINE
