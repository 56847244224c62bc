"""Builds the last commit twice and compares the sites byte by byte: ``python -m tools.reproduce``.

The two are built in folders of their own, from files of different ages, in different time zones, and with another
order of everything that Python does not order by itself. The day is that of the commit. Whoever builds a commit
again gets what was published. ``ENGINE`` names another engine for the second build.
"""

from __future__ import annotations

import io
import os
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from tools import ROOT
from tools.install import OTHER_ENGINES
from tools.site_engine import environment

# What differs between the two builds.
WAYS = (
    {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1", "ENGINE": ""},
    {"TZ": "Pacific/Pago_Pago", "PYTHONHASHSEED": "2"},
)
# What is installed, and not part of the commit.
INSTALLED = ("node_modules", *(venv.name for venv in OTHER_ENGINES.values()))


def main() -> None:
    """Build twice, and exit with 1 if the sites differ."""
    with tempfile.TemporaryDirectory() as folder:
        sites = [build_copy(Path(folder) / f"copy-{number}", way) for number, way in enumerate(WAYS)]
        different = differences(*sites)
    for name in different:
        print(f"differs: {name}")
    print("The two sites differ." if different else "The two sites are the same, byte by byte.")
    sys.exit(bool(different))


def build_copy(copy: Path, way: dict[str, str]) -> Path:
    """Build the last commit in a folder that is not there yet, and return the site."""
    archive = subprocess.run(["git", "archive", "HEAD"], cwd=ROOT, capture_output=True, check=True).stdout
    with tarfile.open(fileobj=io.BytesIO(archive)) as files:
        files.extractall(copy, filter="data")
    age(copy, days=int(way["PYTHONHASHSEED"]))
    for name in INSTALLED:
        (copy / name).symlink_to((ROOT / name).resolve())
    command = [sys.executable, "-m", "tools.build"]
    subprocess.run(command, cwd=copy, env={**environment(), **way}, check=True, stdout=subprocess.DEVNULL)
    return copy / "site"


def age(folder: Path, days: int) -> None:
    """Make every file that many days older."""
    for file in folder.rglob("*"):
        before = file.stat().st_mtime - days * 86_400
        os.utime(file, (before, before))


def differences(one: Path, other: Path) -> list[str]:
    """Return the name of every file that only one folder has, or that differs."""
    return sorted(name for name in names(one) | names(other) if content(one / name) != content(other / name))


def names(folder: Path) -> set[str]:
    """Return the name of every file, from the folder on."""
    return {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}


def content(file: Path) -> bytes | None:
    """Return what is in a file, if it is there."""
    return file.read_bytes() if file.is_file() else None


if __name__ == "__main__":
    main()
