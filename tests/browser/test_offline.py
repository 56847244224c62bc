"""After one visit the whole site opens without a connection, and no two releases are ever mixed."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from built_site import BASE, OTHER_BASE, SCRIPTS, Site
from playwright.sync_api import Browser, BrowserContext, Page, expect
from published import TITLE, Host, describe, hosting, publish_next
from reader import FIVE_STEPS, boxes, button, search, wait_for_tools, wait_until

from macros.content import Content
from macros.content.words import Ui
from tools import ROOT
from tools.finish import WORKER

NOTE = "worksheets/follow-up-note/"
KEPT = """async (base) => (await caches.keys()).filter((name) => name.startsWith(`second-impression:${base}:offline:`))"""
HAS_WORKER = "navigator.serviceWorker.controller !== null"
WORKERS = "async () => (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => new URL(scope).pathname)"
UPDATE = "async () => { await (await navigator.serviceWorker.getRegistration()).update(); }"


@pytest.fixture
def published(site: Site, tmp_path: Path) -> Path:
    """Return a folder with what the host has published."""
    return shutil.copytree(site.root, tmp_path / "published")


@pytest.fixture
def host(published: Path) -> Iterator[Host]:
    with hosting(published) as host:
        yield host


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    with browser.new_context() as context:
        yield context


@pytest.fixture
def visited(context: BrowserContext, host: Host) -> Page:
    """Return the home page of a reader whose browser has cached the site."""
    return visit(context, host.home)


def visit(context: BrowserContext, home: str) -> Page:
    page = context.new_page()
    page.goto(home)
    wait_until(page, HAS_WORKER)
    return page


# Without a connection


def test_every_page_opens_without_a_connection(visited: Page, host: Host, site: Site) -> None:
    host.is_cut_off = True
    # A page without an article only redirects.
    for address in sorted(each for each in site.addresses() if site.soup(each).article):
        visited.goto(host.home + address)
        heading = site.article(address).find("h1")
        assert heading
        expect(visited.get_by_role("heading", level=1)).to_have_text(heading.get_text(), use_inner_text=True)
        assert visited.evaluate("customElements.get('page-alive') !== undefined")


def test_the_search_finds_without_a_connection(visited: Page, host: Host) -> None:
    host.is_cut_off = True
    visited.goto(host.home + FIVE_STEPS)
    search(visited, "note")
    expect(visited.get_by_role("dialog").get_by_role("listitem")).not_to_have_count(0)


def test_a_worksheet_is_filled_and_printed_without_a_connection(visited: Page, host: Host) -> None:
    host.is_cut_off = True
    visited.goto(host.home + NOTE)
    visited.locator("[data-entries] [data-field='recipient']").fill("Mona")
    wait_for_tools(visited)
    visited.reload()
    expect(visited.locator("[data-entries] [data-field='recipient']")).to_have_value("Mona")
    assert visited.pdf()


def test_a_wrong_address_says_so_without_a_connection(visited: Page, host: Host, words: Ui) -> None:
    host.is_cut_off = True
    visited.goto(f"{host.home}nothing-here/")
    expect(visited.get_by_role("heading", level=1)).to_have_text(words.not_found.title)


def test_an_address_without_a_trailing_slash_opens_without_a_connection(visited: Page, host: Host) -> None:
    host.is_cut_off = True
    visited.goto(host.home + FIVE_STEPS.rstrip("/"))
    expect(boxes(visited).first).to_be_visible()


def test_with_a_connection_a_page_comes_from_the_network(visited: Page, host: Host, published: Path) -> None:
    page = published / FIVE_STEPS / "index.html"
    page.write_text(page.read_text("utf-8").replace("<title>", f"<title>{TITLE}: "), "utf-8")
    visited.goto(host.home + FIVE_STEPS)
    assert visited.title().startswith(TITLE)


# Releases


def test_the_next_release_takes_over_and_keeps_everything_saved(
    visited: Page, host: Host, published: Path, words: Ui
) -> None:
    visited.goto(host.home + FIVE_STEPS)
    boxes(visited).nth(1).check()
    publish_next(published)
    visited.evaluate(UPDATE)
    reload = button(visited, words.page.offline.reload)
    reload.click()
    wait_until(visited, "globalThis.isSecond")
    expect(reload).to_be_hidden()
    expect(boxes(visited).nth(1)).to_be_checked()
    host.is_cut_off = True
    visited.goto(host.home + NOTE)
    assert visited.title().startswith(TITLE)
    assert visited.evaluate("globalThis.isSecond")


def test_a_first_visit_announces_no_update(visited: Page, words: Ui) -> None:
    expect(visited.get_by_text(words.page.offline.renewed)).to_be_hidden()


def test_a_release_fetched_only_in_part_is_not_mixed_with_the_previous_one(
    visited: Page, host: Host, published: Path
) -> None:
    before = visited.evaluate(KEPT, BASE)
    publish_next(published)
    (published / FIVE_STEPS / "index.html").write_text("Half written", "utf-8")
    visited.evaluate(f"() => ({UPDATE})().catch(() => {{}})")
    wait_until_worker_rests(visited)
    assert visited.evaluate(KEPT, BASE) == before
    host.is_cut_off = True
    visited.goto(host.home + FIVE_STEPS)
    expect(boxes(visited).first).to_be_visible()
    assert not visited.title().startswith(TITLE)
    assert visited.evaluate("globalThis.isSecond") is None


def wait_until_worker_rests(page: Page) -> None:
    """Wait until the worker being installed is active or has failed."""
    page.evaluate("""async () => {
        const { installing } = await navigator.serviceWorker.getRegistration();
        const isDone = () => !installing || ["activated", "redundant"].includes(installing.state);
        await new Promise((resolve) => {
            if (isDone()) resolve();
            installing?.addEventListener("statechange", () => isDone() && resolve());
        });
    }""")


def test_unchanged_files_are_not_fetched_again(visited: Page, host: Host, published: Path) -> None:
    page = published / FIVE_STEPS / "index.html"
    page.write_text(page.read_text("utf-8").replace("<title>", f"<title>{TITLE}: "), "utf-8")
    describe(published)
    host.requests.clear()
    visited.evaluate(UPDATE)
    wait_until_worker_rests(visited)
    assert sorted(host.requests) == [BASE + FIVE_STEPS, BASE + WORKER]


def test_a_release_can_be_rolled_back(visited: Page, host: Host, published: Path, site: Site) -> None:
    publish_next(published)
    visited.evaluate(UPDATE)
    wait_until_worker_rests(visited)
    shutil.rmtree(published)
    shutil.copytree(site.root, published)
    visited.evaluate(UPDATE)
    wait_until_worker_rests(visited)
    host.is_cut_off = True
    visited.goto(host.home + FIVE_STEPS)
    expect(boxes(visited).first).to_be_visible()
    assert not visited.title().startswith(TITLE)
    assert visited.evaluate("globalThis.isSecond") is None


def test_no_more_than_two_releases_are_kept(visited: Page, published: Path) -> None:
    for _ in range(3):
        publish_next(published)
        visited.evaluate(UPDATE)
        wait_until_worker_rests(visited)
    assert len(visited.evaluate(KEPT, BASE)) == 2


# Other copies, and removing the worker


def test_two_copies_on_one_host_leave_each_other_alone(
    context: BrowserContext, visited: Page, host: Host
) -> None:
    other = visit(context, host.other_home)
    assert sorted(other.evaluate(WORKERS)) == sorted([BASE, OTHER_BASE])
    assert len(other.evaluate(KEPT, BASE)) == len(other.evaluate(KEPT, OTHER_BASE)) == 1


def test_nothing_is_cached_on_a_shared_computer(visited: Page, host: Host, words: Ui) -> None:
    visited.goto(f"{host.home}my-recovery/your-data/")
    visited.get_by_role("switch", name=words.shared.label).click()
    visited.goto(host.home + FIVE_STEPS)
    wait_until_forgotten(visited)


def test_a_worker_missing_from_the_host_is_removed(visited: Page, host: Host, published: Path) -> None:
    (published / WORKER).unlink()
    visited.goto(host.home + FIVE_STEPS)
    wait_until_forgotten(visited)
    expect(boxes(visited).first).to_be_visible()


def wait_until_forgotten(page: Page) -> None:
    page.evaluate(
        f"""(base) => new Promise((resolve, reject) => {{
            setTimeout(() => reject(new Error("It is still there.")), 20_000);
            const look = async () => {{
                if ([...(await ({WORKERS})()), ...(await ({KEPT})(base))].length === 0) resolve();
                else setTimeout(look, 20);
            }};
            look();
        }})""",
        BASE,
    )


def test_a_build_without_a_worker_removes_it_from_browsers(visited: Page, published: Path) -> None:
    shutil.copy(ROOT / "docs" / SCRIPTS / "worker" / "remove.js", published / WORKER)
    visited.evaluate(UPDATE)
    wait_until_forgotten(visited)


def test_pages_work_where_there_never_was_a_worker(
    context: BrowserContext, host: Host, published: Path
) -> None:
    (published / WORKER).unlink()
    page = context.new_page()
    page.goto(host.home + FIVE_STEPS, wait_until="networkidle")
    boxes(page).first.check()
    assert page.evaluate(WORKERS) == []


# As an app


def test_the_manifest_names_the_site_and_an_existing_icon(site: Site, recovery: Content) -> None:
    manifest = json.loads(site.file("manifest.webmanifest").read_text("utf-8"))
    assert manifest["name"] == "Second Impression"
    assert manifest["lang"] == recovery.ui.page.language
    assert [site.file(icon["src"]).is_file() for icon in manifest["icons"]] == [True]
