"""Builds the last commit twice and compares the sites byte by byte: ``python -m tools.reproduce``.

The two builds differ in their folder, the ages of files, the time zone, and the order of everything that Python leaves
unordered. The date is that of the commit, so rebuilding a commit gives what was published. ``ENGINE`` names another
engine for the second build.
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

# The variables that differ between the two builds.
ENVIRONMENTS = (
    {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1", "ENGINE": ""},
    {"TZ": "Pacific/Pago_Pago", "PYTHONHASHSEED": "2"},
)
# Installed folders, which are not part of the commit.
INSTALLED = ("node_modules", *(venv.name for venv in OTHER_ENGINES.values()))


def main() -> None:
    """Build twice, and exit with 1 if the sites differ."""
    with tempfile.TemporaryDirectory() as folder:
        sites = [
            build_copy(Path(folder) / f"copy-{number}", variables)
            for number, variables in enumerate(ENVIRONMENTS)
        ]
        different = differences(*sites)
    for name in different:
        print(f"differs: {name}")
    print("The two sites differ." if different else "The two sites are the same, byte by byte.")
    sys.exit(bool(different))


def build_copy(copy: Path, variables: dict[str, str]) -> Path:
    """Build the last commit in a new folder, and return the site."""
    copy_commit(copy, days=int(variables["PYTHONHASHSEED"]))
    command = [sys.executable, "-m", "tools.build"]
    subprocess.run(
        command, cwd=copy, env={**environment(), **variables}, check=True, stdout=subprocess.DEVNULL
    )
    return copy / "site"


def copy_commit(copy: Path, days: int = 0) -> None:
    """Write the files of the last commit into a new folder, some days older, with links to what is installed."""
    archive = subprocess.run(["git", "archive", "HEAD"], cwd=ROOT, capture_output=True, check=True).stdout
    with tarfile.open(fileobj=io.BytesIO(archive)) as files:
        files.extractall(copy, filter="data")
    age(copy, days)
    for name in INSTALLED:
        (copy / name).symlink_to((ROOT / name).resolve())


def age(folder: Path, days: int) -> None:
    """Make every file in a folder that many days older."""
    for file in folder.rglob("*"):
        before = file.stat().st_mtime - days * 86_400
        os.utime(file, (before, before))


def differences(one: Path, other: Path) -> list[str]:
    """Return the name of every file that differs, or that only one folder has."""
    return sorted(name for name in names(one) | names(other) if content(one / name) != content(other / name))


def names(folder: Path) -> set[str]:
    """Return the name of every file, relative to the folder."""
    return {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}


def content(file: Path) -> bytes | None:
    """Return the content of a file, None if it does not exist."""
    return file.read_bytes() if file.is_file() else None


if __name__ == "__main__":
    main()
