"""Builds the site strictly into ``site/``: ``python -m tools.build``.

The build happens in a folder of its own, which takes the place of ``site/`` only when everything
succeeded: a mistake never leaves half a site, nor replaces a good one.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from subprocess import PIPE, STDOUT

from tools import ROOT

SITE = ROOT / "site"
WORK = ROOT / ".build"


def main() -> None:
    """Check the content, build, and swap the new site in."""
    fresh = WORK / f"site-{os.getpid()}"
    fresh.mkdir(parents=True, exist_ok=True)
    try:
        _run("macros", "check")
        _run("mkdocs", "build", "--strict", "--site-dir", str(fresh))
        _run("tools.search_index", str(fresh))
        replace(SITE, fresh)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    print(f"Built {SITE.name}/")


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
    if site_url := variables.get("SITE_URL"):
        variables["SITE_URL"] = site_url.rstrip("/") + "/"
    return variables


def _run(*module: str) -> None:
    """Run a module. When it fails, print what it says, without its notes on what went well."""
    command = [sys.executable, "-m", *module]
    done = subprocess.run(
        command, cwd=ROOT, env=environment(), stdout=PIPE, stderr=STDOUT, encoding="utf-8", check=False
    )
    if done.returncode:
        print(*(line for line in done.stdout.splitlines() if not line.startswith("INFO ")), sep="\n")
        raise SystemExit(f"The build stopped. {SITE.name}/ is as it was.")


if __name__ == "__main__":
    main()
