"""Keeps the assets of the published release in the next one: ``python -m tools.keep_assets ADDRESS``.

For some minutes after an update, browsers show cached pages. These load scripts and other files that the new release
may not have. So the old ones stay for one release.
"""

from __future__ import annotations

import sys
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import urljoin
from urllib.request import urlopen

from tools.build import SITE
from tools.finish import ASSETS, FILE_LIST


def main() -> None:
    """Add the files of the release published at an address to ``site/``."""
    kept = keep_assets(SITE, sys.argv[1])
    print(f"Kept {len(kept)} files of the release before.")


def keep_assets(site: Path, address: str) -> list[str]:
    """Fetch the files that the published release loads and the new one lacks.

    Args:
        site: the folder of the new release.
        address: that of the published one, with a trailing slash.

    Returns:
        Their names; none if nothing is published there yet.
    """
    folder = site / ASSETS
    published = urljoin(address, f"{ASSETS}/")
    try:
        names = _fetch(urljoin(published, FILE_LIST)).decode().split()
    except (HTTPError, URLError):
        return []
    gone = [name for name in names if Path(name).name == name and not (folder / name).exists()]
    for name in gone:
        (folder / name).write_bytes(_fetch(urljoin(published, name)))
    return gone


def _fetch(address: str) -> bytes:
    with urlopen(address, timeout=30) as answer:  # noqa: S310 - the address is that of the site itself
        content: bytes = answer.read()
    return content


if __name__ == "__main__":
    main()
