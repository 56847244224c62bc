"""Fetches the ids that a center has published under: ``python -m tools.published_ids ADDRESS``.

Readers of the published site may have saved answers under them, so the next release may not lose one. A center needs
no lock of its own in its repository: the site itself says what it holds.
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
    """Write the ids that are published at an address beside those that the repository knows."""
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
    """Add the ids that are published at an address to the center's own lock, and return how many there are.

    Args:
        root: the folder of the project.
        address: of the published site, with a slash at its end.

    Raises:
        ContentError: what is there is no list of ids.
        URLError: the site cannot be reached. Nothing may be published without knowing.
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
    """Return what is at an address, or nothing if nothing was published there yet, or the name leads nowhere yet."""
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
