"""Puts the libraries that the site ships beside its own scripts, so that they load from our own origin.

``package-lock.json`` pins them with their hashes; the copies are not committed.
"""

from __future__ import annotations

import shutil

from tools import ROOT

FOLDER = ROOT / "docs" / "assets" / "javascripts" / "vendor"
# Where each file is among the npm packages, and its name on the site; types are for the checks alone.
FILES = {
    "lean-qr/index.mjs": "lean-qr.js",
    "lean-qr/LICENSE": "lean-qr.LICENSE.txt",
    "minisearch/dist/es/index.js": "minisearch.js",
    "minisearch/dist/es/index.d.ts": "minisearch.d.ts",
    "minisearch/LICENSE.txt": "minisearch.LICENSE.txt",
    "stemmer/index.js": "stemmer.js",
    "stemmer/index.d.ts": "stemmer.d.ts",
    "stemmer/license": "stemmer.LICENSE.txt",
}


def copy_libraries() -> None:
    """Copy every file of the list."""
    FOLDER.mkdir(exist_ok=True)
    for source, name in FILES.items():
        shutil.copyfile(ROOT / "node_modules" / source, FOLDER / name)
