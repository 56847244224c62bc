"""Installs packages on Debian-like systems, if that needs no password."""

from __future__ import annotations

import os
import shutil
import subprocess


def install(*packages: str) -> bool:
    """Install packages with apt-get when running as root.

    Args:
        packages: names of Debian packages.

    Returns:
        Whether all of them are now installed. False if there is no apt-get or we are not root.
    """
    if shutil.which("apt-get") is None or not is_root():
        return False
    print(f"Installing {' and '.join(packages)} with apt-get ...", flush=True)
    return _apt_get("update") and _apt_get("install", "--yes", "--no-install-recommends", *packages)


def is_root() -> bool:
    """Whether we are root; Windows has no such user."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _apt_get(*arguments: str) -> bool:
    """Run apt-get without prompts, showing only its errors."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(
        ["apt-get", "-qq", *arguments], env=environment, stdout=subprocess.DEVNULL, check=False
    )
    return done.returncode == 0
