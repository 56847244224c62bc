"""Finds nginx for the test of the sample configuration, or installs it: ``python -m tools.nginx``.

The test runs only on Linux, where sites are served. There it is never skipped, and fails without nginx.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from tools import debian

IS_SERVED_HERE = sys.platform == "linux"
PACKAGE = "nginx-light"


def find_nginx() -> Path:
    """Return the executable of nginx.

    Raises:
        SystemExit: it is missing and cannot be installed; the message says which command to run.
    """
    found = installed()
    if found is None and debian.install(PACKAGE):
        found = installed()
    if found is None:
        raise SystemExit(
            "nginx, for the test of its sample in tools/hosts/, was not found, and could not be installed.\n"
            f"On Debian and Ubuntu, run  sudo apt-get install {PACKAGE}"
        )
    return found


def installed() -> Path | None:
    """Return the nginx on this machine, which may be outside of the users' PATH."""
    folders = os.pathsep.join([os.environ.get("PATH", os.defpath), "/usr/sbin"])
    found = shutil.which("nginx", path=folders)
    return Path(found) if found else None


if __name__ == "__main__" and IS_SERVED_HERE:
    try:
        print(f"nginx for the tests: {find_nginx()}")
    except SystemExit as missing:  # the other tests do not need it
        print(missing)
