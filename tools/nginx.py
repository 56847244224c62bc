"""Finds nginx for the test of its sample, and installs it if there is none: ``python -m tools.nginx``.

The test runs on Linux, where sites are served; there it is never left out, and fails without nginx.
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
        SystemExit: there is none, and it could not be installed; the message says which command to run.
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
    """Return the nginx of the machine, which is not always where commands of everybody are."""
    folders = os.pathsep.join([os.environ.get("PATH", os.defpath), "/usr/sbin"])
    found = shutil.which("nginx", path=folders)
    return Path(found) if found else None


if __name__ == "__main__" and IS_SERVED_HERE:
    try:
        print(f"nginx for the tests: {find_nginx()}")
    except SystemExit as missing:  # the other tests need none
        print(missing)
