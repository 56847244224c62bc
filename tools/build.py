"""Builds the site strictly into ``site/``, or another folder: ``python -m tools.build [FOLDER]``.

The content is checked, what pages call is drawn and what a center says put into its place, an engine makes HTML of
Markdown, each page gets its frame, and all is finished. All of it happens in a folder of its own, and what comes of it takes the place of ``site/`` only when everything
succeeded: a mistake never leaves half a site, nor replaces a good one.
"""

from __future__ import annotations

import argparse
import gc
import os
import re
import shutil
import signal
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from macros.checks.anchors import anchor_problems, anchors_in
from macros.checks.project import Project
from macros.checks.report import tell_github
from macros.problems import ContentError, annotation
from macros.reading.page import address_of
from macros.site import site_of
from tools import ROOT
from tools.finish import BundleError, finish, prepare, start_bundler
from tools.open_data import write_open_data
from tools.site_engine import EngineError, drawn_page, environment, run_engine
from tools.stage import STYLE, Edition, edition_of, stage

SITE = ROOT / "site"
WORK = ROOT / ".build"
NOT_FOUND = "404.html"

NO_ADDRESS = (
    "The site was built without its address: printed sheets show none, and search engines get no list of pages.\n"
    "To publish it, say where it will be: SITE_URL=https://… make build"
)

WHOLE_ADDRESS = re.compile(r"https?://[\w.-]+(:\d+)?(/[^\s?#]*)?")


class AddressError(Exception):
    """Where the site will be is not an address."""


MISTAKES = (AddressError, BundleError, ContentError, EngineError)


def main() -> None:
    """Build, and swap the new site in."""
    parser = argparse.ArgumentParser(
        prog="python -m tools.build", description=(__doc__ or "").partition(":")[0]
    )
    parser.add_argument(
        "folder", nargs="?", type=Path, default=SITE, help="where to build; site/ if not given"
    )
    site: Path = parser.parse_args().folder
    gc.freeze()  # what was imported stays, so it need not be looked through each time
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # so that a build that is ended cleans up
    with work_folder() as work:
        try:
            check_address(os.environ.get("SITE_URL", ""))
            build(ROOT, work / "site")
        except MISTAKES as error:
            tell(error)
            raise SystemExit(f"The build stopped. {site.name}/ is as it was.") from None
        replace(site, work / "site")
    print(f"Built {site.name}/")
    if not os.environ.get("SITE_URL"):
        print(NO_ADDRESS)


def tell(error: Exception) -> None:
    """Say why the build stops, where GitHub shows it if it builds there."""
    if "GITHUB_ACTIONS" not in os.environ:
        print(error)
    elif isinstance(error, ContentError):
        tell_github(error.problems, (), "")
    else:
        print(annotation("error", str(error)))


def check_address(address: str) -> None:
    """Find out whether links, sheets and the list of pages can begin with an address; none is fine.

    Raises:
        AddressError: they cannot. Its message says what to write.
    """
    if not address or WHOLE_ADDRESS.fullmatch(address):
        return
    meant = "https://" + address.strip().rpartition("://")[2]
    example = meant if WHOLE_ADDRESS.fullmatch(meant) else "https://recovery.example.edu/"
    raise AddressError(
        f"SITE_URL is `{address}`, and that is no whole address: it begins with https://, and has no space in it, no "
        f"question mark and no #.\nWrite it like this: SITE_URL={example}"
    )


@contextmanager
def work_folder() -> Iterator[Path]:
    """Yield a folder for one build, on the file system of ``site/``; what builds left that were killed goes."""
    for left_behind in filter(is_of_ended_build, WORK.glob("*")):
        shutil.rmtree(left_behind, ignore_errors=True)
    folder = WORK / str(os.getpid())
    folder.mkdir(parents=True, exist_ok=True)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def is_of_ended_build(folder: Path) -> bool:
    """Return whether a folder is named after a process that no longer runs; nobody knows on Windows."""
    if not folder.name.isdecimal() or os.name == "nt":  # there, os.kill would end the process
        return False
    try:
        os.kill(int(folder.name), 0)
    except ProcessLookupError:
        return True
    except PermissionError:  # it is of somebody else
        return False
    return False


def build(project: Path, site: Path) -> None:
    """Build a project.

    Args:
        project: the folder with ``mkdocs.yml``.
        site: a folder that is not there yet, beside which there is room for another.

    Raises:
        ContentError: the content has problems, or a link leads to no place of a page.
        EngineError: the engine cannot build the pages.
        BundleError: a script or a style sheet has a mistake.
    """
    site_url = environment().get("SITE_URL", "")
    edition = edition_of(project, site_of(project), site_url)
    plain = site.with_name(f"{site.name}-edition")
    framed = site.with_name(f"{site.name}-unfinished")
    try:
        stage(project, plain, edition)
        with start_bundler() as bundler:
            prepare(bundler, plain / STYLE)
            frame_site(plain, run_engine(project, plain), framed, edition)
            check_anchors(edition.site.project, framed)
            loaded = edition.site.project.loaded
            finish(framed, site, loaded.content, bundler, loaded.moved)
        write_open_data(site, edition, project / "docs")
    finally:
        shutil.rmtree(framed, ignore_errors=True)
        shutil.rmtree(plain, ignore_errors=True)


def frame_site(plain: Path, built: Path, framed: Path, edition: Edition) -> None:
    """Write every page in its frame, and beside them what is published as it is.

    Args:
        plain: the project that the engine has built.
        built: the folder with what it wrote.
        framed: where to write; it is not there yet.
        edition: what is built.
    """
    shutil.copytree(plain / "docs", framed, ignore=shutil.ignore_patterns("*.md"))
    frame_pages(built, framed, edition, edition.texts)
    (framed / NOT_FOUND).write_text(edition.frame().not_found(), "utf-8", newline="\n")


def frame_pages(built: Path, framed: Path, edition: Edition, paths: Iterable[str]) -> None:
    """Write some pages in their frame: those at ``paths``, below ``docs/``."""
    frame = edition.frame()
    for path in paths:
        html = frame.page(path, edition.texts[path], drawn_page(built, path))
        page = framed / address_of(path) / "index.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(html, "utf-8", newline="\n")


def check_anchors(project: Project, *folders: Path) -> None:
    """Find out whether links that name a place of a page lead to one.

    Args:
        project: the content that was built.
        folders: where its pages are, in their frames; the first that has a page counts.

    Raises:
        ContentError: some do not.
    """

    @cache
    def anchors(path: str) -> frozenset[str] | None:
        pages = (folder / address_of(path) / "index.html" for folder in folders)
        return next((anchors_in(page.read_text("utf-8")) for page in pages if page.is_file()), None)

    if problems := list(anchor_problems(project, anchors)):
        raise ContentError(problems)


def replace(site: Path, fresh: Path) -> None:
    """Put the folder ``fresh`` where ``site`` is; the two are on one file system."""
    old = fresh.with_name(fresh.name + "-old")
    if site.exists():
        site.rename(old)
    fresh.rename(site)
    shutil.rmtree(old, ignore_errors=True)


if __name__ == "__main__":
    main()
