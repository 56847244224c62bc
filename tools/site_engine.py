"""Runs the engine that turns Markdown into HTML: MkDocs, or a replacement.

``ENGINE`` names another one. It gets a project of its own (see ``stage.py``) and knows nothing about frames or centers.
Differences between engines are confined to this file, ``mkdocs.yml``, ``overrides/`` and ``macros/__init__.py``.
"""

from __future__ import annotations

import logging
import os
import posixpath
import re
import subprocess
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from subprocess import PIPE, STDOUT

from macros import HERE
from macros.frame.frame import RenderedPage
from macros.reading.page import address_of
from tools import ROOT
from tools.install import OTHER_ENGINES, python_of

NAME = "mkdocs"
# The module that runs each engine.
MODULES = {NAME: NAME, "mkdocs-ng": NAME, "zensical": "zensical"}
# The folder that an engine writes to, relative to the project.
BUILT = "site"
# Printed by overrides/main.html between the article and its sections.
SECTIONS = "<!-- sections -->"
# An address that leads up from its page. Zensical goes further up than necessary.
LINK_UP = re.compile(r'(?<= )(href|src)="(\.\./[^"#?]*)')
# Zensical colors its output even if it is not a terminal.
COLOR = re.compile(r"\x1b\[[\d;]*m")
DIRTY = "A 'dirty' build is being performed"


class EngineError(Exception):
    """The engine cannot build the pages; the message says why."""


def rendered_page(built: Path, path: str) -> RenderedPage:
    """Return the engine's output for a page.

    Args:
        built: the folder with the engine's output.
        path: that of the page, relative to ``docs/``.
    """
    url = address_of(path)
    html = with_short_links((built / url / "index.html").read_text("utf-8"), url)
    content, _, sections = html.replace(HERE, "").rpartition(SECTIONS)
    return RenderedPage(content.strip(), tuple(filter(None, sections.split("\n"))))


def with_short_links(html: str, url: str) -> str:
    """Return a page whose relative addresses go no further up than necessary, so that all engines agree.

    Args:
        html: the page.
        url: its address, relative to the site.
    """

    def shortened(found: re.Match[str]) -> str:
        attribute, link = found.groups()
        short = posixpath.relpath(posixpath.join(f"/{url}", link), f"/{url}")
        return f'{attribute}="{short}{"/" * link.endswith("/")}'

    return LINK_UP.sub(shortened, html)


def run_engine(project: Path, edition: Path) -> Path:
    """Let the engine make plain pages. Errors contain its output, except for info messages.

    Args:
        project: the folder whose content was checked.
        edition: the folder to build, which was made from it.

    Returns:
        The folder with the pages.

    Raises:
        EngineError: the engine cannot build the pages, or there is none with that name.
    """
    engine = os.environ.get("ENGINE") or NAME
    python = python_of_engine(engine)
    if engine == NAME:
        run_mkdocs_here(project, edition, edition / BUILT)
        return edition / BUILT
    done = subprocess.run(
        [python, "-m", MODULES[engine], "build", "--strict"],
        cwd=edition,
        env={**environment(), "PROJECT": str(project)},
        stdout=PIPE,
        stderr=STDOUT,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        output = COLOR.sub("", done.stdout).splitlines()
        lines = [line for line in output if not line.startswith("INFO ")]
        raise EngineError("\n".join(lines))
    return edition / BUILT


def python_of_engine(engine: str) -> str:
    """Return the Python in which an engine is installed."""
    if engine == NAME:
        return sys.executable
    if engine not in OTHER_ENGINES:
        known = ", ".join([NAME, *OTHER_ENGINES])
        raise EngineError(f"There is no engine `{engine}`. ENGINE can be one of these: {known}.")
    python = python_of(OTHER_ENGINES[engine])
    if not python.exists():
        raise EngineError(f"{engine} is not installed. Install it: python3 -m tools.install {engine}")
    return str(python)


def environment() -> dict[str, str]:
    """Return the environment variables for the engine."""
    variables = {
        **os.environ,
        "NO_MKDOCS_2_WARNING": "1",  # hides Material's banner about another product
        "PYTHONUTF8": "1",  # the same output everywhere
        "PYTHONDONTWRITEBYTECODE": "1",  # a cache file written into macros/ would count as an edit
    }
    # The engine writes the date of the commit, whenever the build runs.
    if "SOURCE_DATE_EPOCH" not in variables and (day := date_of_commit()):
        variables["SOURCE_DATE_EPOCH"] = day
    if site_url := variables.get("SITE_URL"):
        variables["SITE_URL"] = site_url.rstrip("/") + "/"
    return variables


def date_of_commit() -> str:
    """Return the time of the last commit, in seconds since 1970; "" without git."""
    command = ["git", "log", "-1", "--format=%ct"]
    try:
        return subprocess.run(
            command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False
        ).stdout.strip()
    except OSError:
        return ""


def run_mkdocs_here(project: Path, edition: Path, built: Path) -> None:
    """Let MkDocs write pages that are missing or older than their sources, in this process.

    The content was checked in this process, so nothing is checked or loaded again.

    Args:
        project: the folder whose content was checked.
        edition: the folder to build, which was made from it.
        built: the folder with the engine's earlier output.

    Raises:
        EngineError: the engine cannot build a page, or logs a warning.
    """
    with _as_its_own_process(project), _logged_messages() as messages:
        build = import_module(f"{NAME}.commands.build").build
        load_config = import_module(f"{NAME}.config").load_config
        try:
            config = load_config(str(edition / "mkdocs.yml"), site_dir=str(built))
            build(config, dirty=True)
        except SystemExit as end:  # how the engine and its plugins abort, after logging why
            raise EngineError("\n".join(messages or [str(end)])) from end
        # A class of MkDocs holds the plugins of the last build, and these hold every page.
        config.plugins.clear()
        vars(config.plugins).clear()
    if messages:
        raise EngineError("\n".join(messages))


@contextmanager
def _as_its_own_process(project: Path) -> Iterator[None]:
    """Isolate an engine that runs in this process: its environment variables, its changes to ``sys.path`` and Python's
    warnings about its code end with it.
    """
    variables, path = dict(os.environ), list(sys.path)
    os.environ.update(environment(), PROJECT=str(project))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        os.environ.clear()
        os.environ.update(variables)
        sys.path[:] = path


class _MessageCollector(logging.Handler):
    """Collects messages."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if not record.getMessage().startswith(DIRTY):
            self.messages.append(f"{record.levelname} -  {record.getMessage()}")


@contextmanager
def _logged_messages() -> Iterator[list[str]]:
    """Collect the engine's warnings and errors, in the format of its output."""
    collector = _MessageCollector()
    logger = logging.getLogger(NAME)
    logger.addHandler(collector)
    try:
        yield collector.messages
    finally:
        logger.removeHandler(collector)
