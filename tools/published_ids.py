"""Fetches the ids that a center has published under: ``python -m tools.published_ids ADDRESS``.

Readers of the published site may have saved answers under them, so the next release must not lose any. A center needs
no lock file of its own in its repository: its site publishes the ids.
"""

from __future__ import annotations

import sys
from http import HTTPStatus
from pathlib import Path
from socket import gaierror
from urllib.error import HTTPError, URLError
from urllib.parse import urljoin
from urllib.request import urlopen

from macros.checks.lock_file import OWN_LOCK, parse_lock, write_lock
from macros.problems import ContentError
from tools import ROOT


def main() -> None:
    """Merge the ids published at an address into those in the repository."""
    try:
        count = fetch_ids(ROOT, sys.argv[1])
    except ContentError as error:
        raise SystemExit(f"{sys.argv[1]} gives no list of ids:\n{error}") from None
    except URLError as error:
        raise SystemExit(
            f"{sys.argv[1]} does not answer ({error.reason}). Run this again in some minutes."
        ) from None
    print(f"{count} ids of your own are published.")


def fetch_ids(root: Path, address: str) -> int:
    """Add the ids published at an address to the center's own lock file, and return their total number.

    Args:
        root: the folder of the project.
        address: that of the published site, with a trailing slash.

    Raises:
        ContentError: the response is not a list of ids.
        URLError: the site cannot be reached. Publishing without its ids would be unsafe.
    """
    lock = root / OWN_LOCK
    texts = [lock.read_text("utf-8")] if lock.is_file() else []
    texts += _fetch(urljoin(address, OWN_LOCK.relative_to("docs").as_posix()))
    if not texts:
        return 0
    read = parse_lock("\n".join(texts), OWN_LOCK.as_posix())
    if read.broken:
        raise ContentError(read.broken)
    lock.parent.mkdir(exist_ok=True)
    write_lock(lock, read.lines)
    return len(read.lines)


def _fetch(address: str) -> list[str]:
    """Return the text at an address; nothing if there is none yet, or its host name does not resolve yet."""
    try:
        with urlopen(address, timeout=30) as answer:  # noqa: S310 - the address is that of the site itself
            return [answer.read().decode()]
    except HTTPError as error:
        if error.code == HTTPStatus.NOT_FOUND:
            return []
        raise
    except URLError as error:
        if isinstance(error.reason, gaierror):
            return []
        raise


if __name__ == "__main__":
    main()
