"""Finds a Java for the HTML checker, and installs one on Debian if run as root."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

from tools import debian

MIN_VERSION = 17  # required by the Nu HTML checker


def find_java() -> str:
    """Return the path of a Java that is new enough, from ``JAVA_HOME``, ``PATH`` or Debian.

    Raises:
        SystemExit: there is none; the message says how to get one.
    """
    if found := installed():
        return found
    if debian.install("default-jre-headless") and (found := installed()):
        return found
    raise SystemExit(
        f"The HTML checker needs Java {MIN_VERSION} or newer, and none was found. Install it with\n"
        "  sudo apt-get install default-jre-headless         (Debian, Ubuntu)\n"
        "  brew install --cask temurin                       (macOS)\n"
        "  winget install EclipseAdoptium.Temurin.21.JRE     (Windows)\n"
        "or name one that is there: JAVA_HOME=/path/to/it make check"
    )


def installed() -> str | None:
    """Return the first Java on this machine that works and is new enough."""
    home = os.environ.get("JAVA_HOME")
    candidates = (shutil.which("java", path=Path(home) / "bin") if home else None, shutil.which("java"))
    return next((java for java in candidates if java and _version(java) >= MIN_VERSION), None)


def _version(java: str) -> int:
    """Return the major version, 17 for 17.0.15; 0 if it does not run, like the stub on macOS."""
    try:
        done = subprocess.run([java, "-version"], capture_output=True, text=True, check=False, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return 0
    version = re.search(r'version "(\d+)', done.stderr)
    return int(version[1]) if version and done.returncode == 0 else 0


if __name__ == "__main__":
    print(f"Java for the HTML checker: {find_java()}")
