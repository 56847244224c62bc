"""The samples for three hosts set the same headers. The one for nginx runs in tests/site/test_nginx.py."""

from __future__ import annotations

import re
import tomllib

import pytest

from tools import ROOT

HOSTS = ROOT / "tools" / "hosts"
Headers = dict[str, str]

PATHS = [
    "/",
    "/404.html",
    "/centers/embed/",
    "/checklists/five-steps/",
    "/embed/checklists/five-steps/",
    "/assets/script.0123456789.js",
    "/assets/search.0123456789.json",
    "/assets/search.0123456789.txt",
    "/assets/files.txt",
    "/assets/images/icon.png",
    "/manifest.webmanifest",
    "/sw.js",
]


@pytest.mark.parametrize("path", PATHS)
def test_netlify_sets_the_same_headers_as_nginx(path: str) -> None:
    assert of_netlify(path) == of_nginx(path)


@pytest.mark.parametrize("path", PATHS)
def test_cloudflare_sets_the_same_headers_as_nginx(path: str) -> None:
    assert of_cloudflare(path) == of_nginx(path)


@pytest.mark.parametrize(
    ("path", "parents"), [("/centers/embed/", "'self'"), ("/embed/worksheets/star/", "*")]
)
def test_only_pages_made_for_frames_may_be_framed_by_other_sites(path: str, parents: str) -> None:
    assert f"frame-ancestors {parents};" in of_nginx(path)["Content-Security-Policy"]


def of_nginx(path: str) -> Headers:
    """Return the headers of the sample for nginx, with its maps resolved; nginx sends no empty ones."""
    text = (HOSTS / "nginx.conf").read_text("utf-8")
    found = re.findall(r"^    add_header (\S+) (\"[^\"]*\"|\S+) always;", text, re.MULTILINE)
    maps = dict(re.findall(r"^map \$uri \$(\w+) \{\n(.*?)^\}", text, re.MULTILINE | re.DOTALL))
    headers = {
        name: re.sub(r"\$(\w+)", lambda variable: looked_up(maps[variable[1]], path), value.strip('"'))
        for name, value in found
    }
    return {name: value for name, value in headers.items() if value}


def looked_up(rows: str, path: str) -> str:
    """Return the value of an nginx map for a path: that of the first pattern to match, or else the default."""
    pairs = re.findall(r"^ +(\"[^\"]*\"|\S+) +\"([^\"]*)\";", rows, re.MULTILINE)
    values = {key.strip('"'): value for key, value in pairs}
    patterns = [key for key in values if key.startswith("~") and re.search(key[1:], path)]
    return values[patterns[0]] if patterns else values.get("default", "")


def of_netlify(path: str) -> Headers:
    """Return the headers of the sample for Netlify: later rules win."""
    headers: Headers = {}
    for rule in tomllib.loads((HOSTS / "netlify.toml").read_text("utf-8"))["headers"]:
        if is_for(rule["for"], path):
            headers.update(rule["values"])
    return headers


def of_cloudflare(path: str) -> Headers:
    """Return the headers of the sample for Cloudflare Pages: values are joined, unless a rule removes the earlier one."""
    headers: Headers = {}
    applies = False
    for line in (HOSTS / "cloudflare.headers").read_text("utf-8").splitlines():
        if line.startswith("/"):
            applies = is_for(line, path)
        elif applies and line.startswith("  ! "):
            headers.pop(line.removeprefix("  ! "))
        elif applies and line.startswith("  "):
            name, _, value = line.strip().partition(": ")
            headers[name] = f"{headers[name]}, {value}" if name in headers else value
    return headers


def is_for(pattern: str, path: str) -> bool:
    """Return whether a rule of Netlify or Cloudflare applies to a path; a star matches anything."""
    return re.fullmatch(re.escape(pattern).replace(r"\*", ".*"), path) is not None
