"""The sample for nginx, in a real nginx: headers, compression, the not-found page, and a site below a path."""

from __future__ import annotations

import gzip
import re
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest
from built_site import BASE, Site

from tools import ROOT
from tools.nginx import IS_SERVED_HERE, find_nginx

SAMPLE = ROOT / "tools" / "hosts" / "nginx.conf"
AUDIT = "checklists/rejection-audit/"

# A copy of the site has other hosts, and its workflow has no nginx.
pytestmark = [
    pytest.mark.upstream,
    pytest.mark.skipif(not IS_SERVED_HERE, reason="nginx serves sites on Linux"),
]


@pytest.fixture(scope="module")
def port(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """Serve the site below its path with the sample, and yield the port."""
    nginx = find_nginx()
    folder = tmp_path_factory.mktemp("nginx")
    place = folder / "www" / BASE.strip("/")
    place.parent.mkdir(parents=True)
    place.symlink_to(site.root, target_is_directory=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        number: int = free.getsockname()[1]
    (folder / "nginx.conf").write_text(settings(folder, number), "utf-8")
    command = [nginx, "-p", folder, "-e", folder / "error.log", "-c", folder / "nginx.conf"]
    server = subprocess.Popen(command)
    wait_for(number, server)
    yield number
    server.terminate()
    server.wait()


def settings(folder: Path, port: int) -> str:
    """Return the sample with the folder and the path of this test, in the settings that a system has around it."""
    sample = SAMPLE.read_text("utf-8").replace("listen 80;", f"listen 127.0.0.1:{port};")
    sample = sample.replace("root /srv/www;", f"root {folder}/www;").replace(" /404.html", f" {BASE}404.html")
    paths = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    temporary = "".join(f"{name}_temp_path {folder}/{name};" for name in paths)
    return (
        f"daemon off; master_process off; pid {folder}/pid; events {{}} "
        f"http {{ include /etc/nginx/mime.types; access_log off; {temporary} {sample} }}"
    )


def wait_for(port: int, server: subprocess.Popen[bytes]) -> None:
    while server.poll() is None:
        with socket.socket() as trial:
            if trial.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    pytest.fail("nginx did not start: its reason is above", pytrace=False)


def get(port: int, path: str, **headers: str) -> tuple[HTTPResponse, bytes]:
    with closing(HTTPConnection("127.0.0.1", port)) as connection:
        connection.request("GET", path, headers=headers)
        response = connection.getresponse()
        return response, response.read()


def script_of(site: Site, address: str) -> str:
    found = re.search(r"assets/script\.\w+\.js", site.file(address).read_text("utf-8"))
    assert found
    return found[0]


def test_a_page_comes_with_headers_that_it_cannot_set_itself(port: int) -> None:
    for path in (BASE, BASE + AUDIT, f"{BASE}nothing-here"):
        response, _ = get(port, path)
        assert "frame-ancestors 'self';" in str(response.getheader("Content-Security-Policy"))
        assert response.getheader("X-Content-Type-Options") == "nosniff"
        assert response.getheader("Referrer-Policy") == "no-referrer"
        assert "geolocation=()" in str(response.getheader("Permissions-Policy"))
        assert response.getheader("Cache-Control") == "no-cache"


def test_every_site_may_show_a_tool_in_a_frame(port: int) -> None:
    response, _ = get(port, f"{BASE}embed/{AUDIT}")
    assert response.status == 200
    assert "frame-ancestors *;" in str(response.getheader("Content-Security-Policy"))


def test_files_named_after_a_digest_are_cached_and_shared_with_frames(port: int, site: Site) -> None:
    response, _ = get(port, BASE + script_of(site, AUDIT))
    assert "immutable" in str(response.getheader("Cache-Control"))
    assert response.getheader("Access-Control-Allow-Origin") == "*"
    assert "javascript" in str(response.getheader("Content-Type"))
    assert get(port, f"{BASE}sw.js")[0].getheader("Cache-Control") == "no-cache"


def test_an_unknown_address_gets_the_not_found_page(port: int, site: Site) -> None:
    response, body = get(port, f"{BASE}nothing-here")
    assert response.status == 404
    assert body == (site.root / "404.html").read_bytes()


def test_an_address_without_its_trailing_slash_is_redirected_below_the_path(port: int) -> None:
    for path in (BASE, BASE + AUDIT):
        response, _ = get(port, path.rstrip("/"))
        assert (response.status, response.getheader("Location")) == (301, path)


def test_pages_and_scripts_are_sent_compressed(port: int, site: Site) -> None:
    for address in (AUDIT, script_of(site, AUDIT), "manifest.webmanifest"):
        response, body = get(port, BASE + address, **{"Accept-Encoding": "gzip"})
        assert response.getheader("Content-Encoding") == "gzip"
        assert gzip.decompress(body) == site.file(address).read_bytes()
    assert (
        get(port, f"{BASE}manifest.webmanifest")[0].getheader("Content-Type") == "application/manifest+json"
    )
