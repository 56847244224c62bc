"""A site built without an address gives no wrong one, on paper or to search engines."""

from __future__ import annotations

import os
from pathlib import Path
from unittest.mock import patch

import pytest
from built_site import Site
from edition import Once

from tools import build
from tools.build import NO_ADDRESS


@pytest.fixture(scope="module")
def nowhere(edition: Path, once: Once) -> Site:
    """Return the fixture edition, built without an address."""

    def make(folder: Path) -> None:
        with patch.dict(os.environ, SITE_URL=""):
            build.build(edition, folder)

    return Site(once("site-without-an-address", make), url="")


def test_no_sheet_and_no_page_names_an_address(nowhere: Site) -> None:
    for page in nowhere.addresses():
        soup = nowhere.soup(page)
        assert not soup.select("link[rel=canonical], .sheet-foot__code")
        assert "http" not in " ".join(foot.get_text() for foot in soup.select(".sheet-foot"))


@pytest.mark.parametrize(("site_url", "is_told"), [("", True), ("https://example.org/", False)])
def test_a_build_without_an_address_says_what_to_do(
    site_url: str,
    *,
    is_told: bool,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("SITE_URL", site_url)
    monkeypatch.setattr("sys.argv", ["build", str(tmp_path / "site")])
    monkeypatch.setattr(build, "build", lambda _project, site: site.mkdir())
    build.main()
    assert (NO_ADDRESS in capsys.readouterr().out) is is_told


@pytest.mark.parametrize(
    ("site_url", "remedy"),
    [
        ("www.college.edu/recovery", "SITE_URL=https://www.college.edu/recovery"),
        ("recovery.college.edu", "SITE_URL=https://recovery.college.edu"),
        (" https://college.edu/ ", "SITE_URL=https://college.edu/"),
        ("htps://college.edu/", "SITE_URL=https://college.edu/"),
        ("https://college.edu/?from=mail", "SITE_URL=https://recovery.example.edu/"),
        ("https://…", "SITE_URL=https://recovery.example.edu/"),
        (" ", "SITE_URL=https://recovery.example.edu/"),
    ],
)
def test_an_incomplete_address_stops_the_build_and_says_what_to_write(
    site_url: str,
    remedy: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("SITE_URL", site_url)
    monkeypatch.setattr("sys.argv", ["build", str(tmp_path / "site")])
    monkeypatch.setattr(build, "build", lambda *_: pytest.fail("it built"))
    with pytest.raises(SystemExit):
        build.main()
    assert capsys.readouterr().out.rstrip().endswith(remedy)


@pytest.mark.parametrize(
    "site_url", ["https://college.edu/recovery", "http://127.0.0.1:8000/", "https://übergang.example/"]
)
def test_a_complete_address_is_accepted(site_url: str) -> None:
    build.check_address(site_url)


def test_the_help_option_builds_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["build", "--help"])
    monkeypatch.setattr(build, "build", lambda *_: pytest.fail("it built"))
    with pytest.raises(SystemExit):
        build.main()
    assert "usage" in capsys.readouterr().out
