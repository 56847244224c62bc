"""Builds the site strictly into ``site/``, or another folder: ``python -m tools.build [FOLDER]``.

A build checks the content, draws the macros, applies the changes of a center, lets an engine turn Markdown into HTML,
puts each page into its frame, and finishes the pages. All of it happens in a temporary folder, which replaces ``site/``
only if everything succeeds: an error never leaves half a site, nor replaces a good one.
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
from macros.checks.report import report_to_github
from macros.problems import ContentError, annotation
from macros.reading.page import address_of
from macros.site import site_of
from tools import ROOT
from tools.finish import BundleError, finish, prepare, start_bundler
from tools.open_data import write_open_data
from tools.site_engine import EngineError, environment, rendered_page, run_engine
from tools.stage import STYLE, Edition, edition_of, stage

SITE = ROOT / "site"
WORK = ROOT / ".build"
NOT_FOUND = "404.html"

NO_ADDRESS = (
    "The site was built without its address: printed sheets show none, and search engines get no list of pages.\n"
    "To publish it, say where it will be: SITE_URL=https://… make build"
)

FULL_ADDRESS = re.compile(r"https?://[\w.-]+(:\d+)?(/[^\s?#]*)?")


class AddressError(Exception):
    """The address given for the site is not valid."""


EXPECTED_ERRORS = (AddressError, BundleError, ContentError, EngineError)


def main() -> None:
    """Build a site, and swap it in."""
    parser = argparse.ArgumentParser(
        prog="python -m tools.build", description=(__doc__ or "").partition(":")[0]
    )
    parser.add_argument(
        "folder", nargs="?", type=Path, default=SITE, help="where to build; site/ if not given"
    )
    site: Path = parser.parse_args().folder
    gc.freeze()  # imported modules stay, so garbage collection need not visit them
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # so that a terminated build cleans up
    with work_folder() as work:
        try:
            check_address(os.environ.get("SITE_URL", ""))
            build(ROOT, work / "site")
        except EXPECTED_ERRORS as error:
            report(error)
            raise SystemExit(f"The build stopped. {site.name}/ is as it was.") from None
        replace(site, work / "site")
    print(f"Built {site.name}/")
    if not os.environ.get("SITE_URL"):
        print(NO_ADDRESS)


def report(error: Exception) -> None:
    """Print why the build stops; on GitHub, as annotations."""
    if "GITHUB_ACTIONS" not in os.environ:
        print(error)
    elif isinstance(error, ContentError):
        report_to_github(error.problems, (), "")
    else:
        print(annotation("error", str(error)))


def check_address(address: str) -> None:
    """Check that an address can serve as the prefix of links, sheets and the sitemap; an empty one is fine.

    Raises:
        AddressError: it cannot. The message says what to write.
    """
    if not address or FULL_ADDRESS.fullmatch(address):
        return
    meant = "https://" + address.strip().rpartition("://")[2]
    example = meant if FULL_ADDRESS.fullmatch(meant) else "https://recovery.example.edu/"
    raise AddressError(
        f"SITE_URL is `{address}`, and that is no whole address: it begins with https://, and has no space in it, no "
        f"question mark and no #.\nWrite it like this: SITE_URL={example}"
    )


@contextmanager
def work_folder() -> Iterator[Path]:
    """Yield a folder for one build, on the same file system as ``site/``, and delete those of killed builds."""
    for left_behind in filter(is_of_ended_build, WORK.glob("[0-9]*")):
        shutil.rmtree(left_behind, ignore_errors=True)
    folder = WORK / str(os.getpid())
    folder.mkdir(parents=True, exist_ok=True)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def is_of_ended_build(folder: Path) -> bool:
    """Return whether a folder's name ends in the id of a process that no longer runs; on Windows, always False."""
    process = folder.name.rpartition("-")[2]
    if not process.isdecimal() or os.name == "nt":  # there, os.kill would end the process
        return False
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return True
    except PermissionError:  # the process belongs to another user
        return False
    return False


def build(project: Path, site: Path) -> None:
    """Build a project.

    Args:
        project: the folder with ``mkdocs.yml``.
        site: the folder to create; temporary ones are made beside it.

    Raises:
        ContentError: the content has problems, or a link names a missing anchor.
        EngineError: the engine cannot build the pages.
        BundleError: a script or a style sheet has an error.
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
    """Write every page in its frame, and copy the files that are published unchanged.

    Args:
        plain: the project that the engine built.
        built: the folder with its output.
        framed: the folder to write to; it does not exist yet.
        edition: the edition to build.
    """
    shutil.copytree(plain / "docs", framed, ignore=shutil.ignore_patterns("*.md"))
    frame_pages(built, framed, edition, edition.texts)
    (framed / NOT_FOUND).write_text(edition.frame().not_found(), "utf-8", newline="\n")


def frame_pages(built: Path, framed: Path, edition: Edition, paths: Iterable[str]) -> None:
    """Write the pages at ``paths``, relative to ``docs/``, in their frame."""
    frame = edition.frame()
    for path in paths:
        html = frame.page(path, edition.texts[path], rendered_page(built, path))
        page = framed / address_of(path) / "index.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(html, "utf-8", newline="\n")


def check_anchors(project: Project, *folders: Path) -> None:
    """Check that the anchors in links exist.

    Args:
        project: the content that was built.
        folders: folders with framed pages; the first one that has a page wins.

    Raises:
        ContentError: some are missing.
    """

    @cache
    def anchors(path: str) -> frozenset[str] | None:
        pages = (folder / address_of(path) / "index.html" for folder in folders)
        return next((anchors_in(page.read_text("utf-8")) for page in pages if page.is_file()), None)

    if problems := list(anchor_problems(project, anchors)):
        raise ContentError(problems)


def replace(site: Path, fresh: Path) -> None:
    """Replace the folder ``site`` with ``fresh``; both must be on the same file system."""
    old = fresh.with_name(fresh.name + "-old")
    if site.exists():
        site.rename(old)
    fresh.rename(site)
    shutil.rmtree(old, ignore_errors=True)


if __name__ == "__main__":
    main()
