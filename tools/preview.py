"""Builds single pages for ``make serve``, in a long-lived process that caches what it has read.

The engine writes only pages that are older than their source. Everything else that a page needs, such as the search
index, comes from the last whole build.
"""

from __future__ import annotations

import gc
import os
import shutil
import signal
from collections.abc import Collection, Iterable
from pathlib import Path

from macros.reading.page import address_of
from macros.site import site_of
from tools.build import EXPECTED_ERRORS, WORK, check_anchors, frame_pages, is_of_ended_build
from tools.finish import ASSETS, finish_pages, prepare, start_bundler
from tools.site_engine import environment, run_mkdocs_here
from tools.stage import STYLE, edition_of, stage

# Collect garbage rarely, after this many new objects: building a page leaves next to none.
GC_THRESHOLD = 500_000


def start() -> None:
    """Prepare this process. It ignores Ctrl-C, since its parent ends it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.environ.update(environment(), DRAFTS="")
    gc.set_threshold(GC_THRESHOLD)
    for left_behind in filter(is_of_ended_build, WORK.glob("preview-*")):
        shutil.rmtree(left_behind, ignore_errors=True)


def build_pages(project: Path, site: Path, addresses: list[str]) -> str:
    """Check a project, and rebuild some pages of its site.

    Args:
        project: the folder with ``mkdocs.yml``.
        site: its site, as last built.
        addresses: those of the pages, relative to the site; unknown ones are ignored.

    Returns:
        The problems, or "" if there are none; with problems, the site is left as it was.
    """
    try:
        _build_pages(project, site, addresses, WORK / f"preview-{os.getpid()}")
    except EXPECTED_ERRORS as mistake:
        return str(mistake)
    return ""


def _build_pages(project: Path, site: Path, addresses: list[str], work: Path) -> None:
    with start_bundler() as bundler:
        edition = edition_of(project, site_of(project), os.environ.get("SITE_URL", ""))
        paths = [path for path in edition.texts if address_of(path) in addresses]
        if not paths:
            return
        plain, built, framed = work / "edition", work / "built", work / "framed"
        stage(project, plain, edition)
        prepare(bundler, plain / STYLE)
        _mark_as_built_except(built, edition.texts, paths)
        run_mkdocs_here(project, plain, built)
        frame_pages(built, framed, edition, paths)
        check_anchors(edition.site.project, framed, site)
        (index,), (rest,) = (sorted((site / ASSETS).glob(f"search.*.{kind}")) for kind in ("json", "txt"))
        pages = [framed / address_of(path) / "index.html" for path in paths]
        finish_pages(site, pages, index.name, rest.name, bundler)
    for page in pages:
        page_of_site = site / page.relative_to(framed)
        page_of_site.parent.mkdir(parents=True, exist_ok=True)
        page.replace(page_of_site)


def _mark_as_built_except(built: Path, all_paths: Iterable[str], missing: Collection[str]) -> None:
    """Make all pages look built, except the missing ones."""
    for path in all_paths:
        page = built / address_of(path) / "index.html"
        if path in missing:
            page.unlink(missing_ok=True)
        elif not page.exists():
            page.parent.mkdir(parents=True, exist_ok=True)
            page.touch()
