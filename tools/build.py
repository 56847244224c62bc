"""Builds the site strictly into ``site/``, or another folder: ``python -m tools.build [FOLDER]``.

The content is checked, what a center says is put into its place, the engine builds plain pages, and these are
finished. All of it happens in a folder of its own, and what comes of it takes the place of ``site/`` only when everything
succeeded: a mistake never leaves half a site, nor replaces a good one.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from subprocess import PIPE, STDOUT

from macros.checks.project import check_project
from macros.problems import ContentError, annotation
from tools import ROOT
from tools.finish import BundleError, finish
from tools.stage import STYLE, is_edited, stage

SITE = ROOT / "site"
WORK = ROOT / ".build"
ENGINE = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir"]


class EngineError(Exception):
    """The engine cannot build the pages; the message says why."""


NO_ADDRESS = (
    "The site was built without its address: printed sheets show none, and search engines get no list of pages.\n"
    "To publish it, say where it will be: SITE_URL=https://… make build"
)

MISTAKES = (BundleError, ContentError, EngineError)


def main() -> None:
    """Build, and swap the new site in."""
    parser = argparse.ArgumentParser(
        prog="python -m tools.build", description=(__doc__ or "").partition(":")[0]
    )
    parser.add_argument(
        "folder", nargs="?", type=Path, default=SITE, help="where to build; site/ if not given"
    )
    site: Path = parser.parse_args().folder
    with work_folder() as work:
        try:
            build(ROOT, work / "site")
        except MISTAKES as error:
            print(annotation("error", str(error)) if "GITHUB_ACTIONS" in os.environ else error)
            raise SystemExit(f"The build stopped. {site.name}/ is as it was.") from None
        replace(site, work / "site")
    print(f"Built {site.name}/")
    if not os.environ.get("SITE_URL"):
        print(NO_ADDRESS)


@contextmanager
def work_folder() -> Iterator[Path]:
    """Yield a folder for one build, on the file system of ``site/``."""
    folder = WORK / str(os.getpid())
    folder.mkdir(parents=True, exist_ok=True)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def build(project: Path, site: Path) -> None:
    """Build a project.

    Args:
        project: the folder with ``mkdocs.yml``.
        site: a folder that is not there yet, beside which there is room for another.

    Raises:
        ContentError: the content has problems.
        EngineError: the engine cannot build the pages.
        BundleError: a script or a style sheet has a mistake.
    """
    checked = check_project(project)
    built = site.with_name(f"{site.name}-unfinished")
    edition = site.with_name(f"{site.name}-edition")
    try:
        if is_edited(checked):
            stage(project, edition, checked)
        run_engine(project, edition if edition.exists() else project, built)
        finish(built, site, checked.content, edition / STYLE)
    finally:
        shutil.rmtree(built, ignore_errors=True)
        shutil.rmtree(edition, ignore_errors=True)


def run_engine(project: Path, edition: Path, built: Path) -> None:
    """Let the engine write plain pages. When it fails, say what it says, without its notes on what went well.

    Args:
        project: the folder whose content was checked.
        edition: the folder to build, the same one or what was made of it.
        built: the folder to write into.
    """
    done = subprocess.run(
        [*ENGINE, str(built)],
        cwd=edition,
        env={**environment(), "PROJECT": str(project)},
        stdout=PIPE,
        stderr=STDOUT,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        lines = [line for line in done.stdout.splitlines() if not line.startswith("INFO ")]
        raise EngineError("\n".join(lines))


def replace(site: Path, fresh: Path) -> None:
    """Put the folder ``fresh`` where ``site`` is; the two are on one file system."""
    old = fresh.with_name(fresh.name + "-old")
    if site.exists():
        site.rename(old)
    fresh.rename(site)
    shutil.rmtree(old, ignore_errors=True)


def environment() -> dict[str, str]:
    """The variables that the engine runs with."""
    variables = {
        **os.environ,
        "NO_MKDOCS_2_WARNING": "1",  # Material's banner about another product
        "PYTHONUTF8": "1",  # the same output everywhere
        "PYTHONDONTWRITEBYTECODE": "1",  # a cache file written into macros/ would count as an edit
    }
    # The day that the engine writes down is that of the commit, whenever it is built.
    if (day := date_of_commit()) and "SOURCE_DATE_EPOCH" not in variables:
        variables["SOURCE_DATE_EPOCH"] = day
    if site_url := variables.get("SITE_URL"):
        variables["SITE_URL"] = site_url.rstrip("/") + "/"
    return variables


def date_of_commit() -> str:
    """Return the moment of the last commit, in seconds since 1970; nothing where there is no git."""
    command = ["git", "log", "-1", "--format=%ct"]
    try:
        return subprocess.run(
            command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False
        ).stdout.strip()
    except OSError:
        return ""


if __name__ == "__main__":
    main()
