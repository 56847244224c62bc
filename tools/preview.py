"""Builds single pages for ``make serve``, in a process that stays and keeps what it has read.

The engine writes only those pages that are older than their source. Whatever else a page needs, such as the index of the search, is that of the last whole build.
"""

from __future__ import annotations

import os
import shutil
import signal
from pathlib import Path

from macros.site import site_of
from tools.build import MISTAKES, WORK, staged
from tools.finish import ASSETS, finish_pages
from tools.site_engine import environment, run_engine_here
from tools.stage import STYLE


def start() -> None:
    """Make this process ready: the one that asks it ends it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.environ.update(environment(), DRAFTS="")


def show(project: Path, site: Path, addresses: list[str]) -> str:
    """Check a project, and renew some pages of its built site.

    Args:
        project: the folder with ``mkdocs.yml``.
        site: its site, as it was built last.
        addresses: those of the pages, relative to the site; what leads to no page is left as it is.

    Returns:
        What is wrong, if anything; then the site is as it was.
    """
    work = WORK / f"preview-{os.getpid()}"
    try:
        _renew(project, site, addresses, work)
    except MISTAKES as mistake:
        return str(mistake)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    return ""


def _renew(project: Path, site: Path, addresses: list[str], work: Path) -> None:
    checked = site_of(project).project
    built, edition = work / "built", work / "edition"
    folder = staged(project, edition, checked)
    pages = _older(folder / "docs", built, addresses)
    if not pages:
        return
    run_engine_here(project, folder, built)
    (index,), (rest,) = (sorted((site / ASSETS).glob(f"search.*.{kind}")) for kind in ("json", "txt"))
    finish_pages(site, pages, index.name, rest.name, edition / STYLE)
    for page in pages:
        page_of_site = site / page.relative_to(built)
        page_of_site.parent.mkdir(parents=True, exist_ok=True)
        page.replace(page_of_site)


def _older(docs: Path, built: Path, addresses: list[str]) -> list[Path]:
    """Let every page look as if it were built, but those at the addresses; return the files of these."""
    wanted = []
    for source in docs.rglob("*.md"):
        path = source.relative_to(docs).with_suffix("")
        folder = built / (path.parent if path.name == "index" else path)
        if _address(folder.relative_to(built)) in addresses:
            wanted.append(folder / "index.html")
        else:
            folder.mkdir(parents=True, exist_ok=True)
            (folder / "index.html").touch()
    return wanted


def _address(folder: Path) -> str:
    return "" if folder == Path() else f"{folder.as_posix()}/"
