"""What happens to a page after the engine has written it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tools import ROOT
from tools.finish import Names, policy, with_files_apart, without_gaps, worker_source

PAGE = """<html><head>
    <link rel="stylesheet" href="../assets/style.css">
    <script src="../assets/early.js"></script>
    <script type="module" src="../assets/script.js"></script>
</head><body><div data-module="search" data-script="search/search.js" data-index data-rest><section class="search__rest">Rest</section></div></body></html>"""
HOME = (
    '<html lang="en"><meta name="theme-color" content="#fff"><meta name="theme-color" content="#000">'
    '<meta name="description" content="A site"><a class="bar__home" aria-label="Our site"></a></html>'
)
FINISHED_ALONE = f"""
import json, tempfile
from pathlib import Path
from tools.finish import manifest
site = Path(tempfile.mkdtemp())
(site / "index.html").write_text({HOME!r})
print(json.loads(manifest(site))["name"])
"""
EARLY = 'const backslash = "\\1";'
PAPER = "@media print { p { color: #000 } }"
STYLE = 'p::before { content: "\\2014" }'
NAMES = Names(
    "script.1.js", {"early": EARLY}, "search.4.json", "search.6.txt", {"search/search.js": "search.5.js"}
)
# openssl dgst -sha256 -binary | base64
DIGESTS = {
    EARLY: "A34b9hjqpBlEjBqaT1naFgSez1WQZHRhCvrCET/H1MM=",
    PAPER: "MRZ8aBLZhpD9hxn38+bmQSZc77RXIEx3trQEBmIHeVM=",
    STYLE: "IG+mcRkGQdmZOVyoR84oiJWubK6W0wYrvt3dgbosdnw=",
}


@pytest.mark.parametrize("name", ["script.1.js", "search.4.json", "search.6.txt", "search.5.js"])
def test_a_page_loads_files_by_their_final_names_relative_to_itself(name: str) -> None:
    assert f'="../assets/{name}"' in NAMES.insert_into(PAGE, STYLE, PAPER)


def test_what_the_first_paint_needs_is_inlined() -> None:
    page = NAMES.insert_into(PAGE, STYLE, PAPER)
    assert f"<script>{EARLY}</script>" in page
    assert f'<style>{STYLE}</style><style media="print">{PAPER}</style>' in page
    assert "early.js" not in page
    assert "style.css" not in page


@pytest.mark.parametrize(("rule", "texts"), [("script-src 'self'", [EARLY]), ("style-src", [STYLE, PAPER])])
def test_the_policy_allows_inlined_code_and_styles_by_their_digests(rule: str, texts: list[str]) -> None:
    digests = " ".join(f"'sha256-{DIGESTS[text]}'" for text in texts)
    assert f"{rule} {digests};" in NAMES.insert_into(PAGE, STYLE, PAPER)


def test_the_policy_comes_before_anything_that_is_loaded() -> None:
    assert NAMES.insert_into(PAGE, STYLE, PAPER).startswith(
        '<html><head><meta http-equiv="Content-Security-Policy"'
    )


def test_text_of_the_open_search_is_not_part_of_a_page() -> None:
    assert "Rest" not in NAMES.insert_into(PAGE, STYLE, PAPER)


def test_a_part_that_few_readers_need_becomes_a_file_that_the_page_names(tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    part = "<section>For some</section> <section>and others</section>"
    page = with_files_apart(tmp_path, PAGE + f"<fetched-part data-not-searched>{part}</fetched-part>")
    (file,) = (tmp_path / "assets").iterdir()
    assert part in file.read_text("utf-8")
    assert page.endswith(f'<fetched-part data-file="../assets/{file.name}"></fetched-part>')


def test_words_that_only_the_search_needs_are_removed() -> None:
    page = PAGE.replace(
        "<div", '<meta name="keywords" content="ghosted"><div data-also="no reply" data-not-searched'
    )
    for words in ("ghosted", "no reply", "data-not-searched"):
        assert words not in NAMES.insert_into(page, STYLE, PAPER)


def test_only_a_page_with_the_recorder_may_play_recordings() -> None:
    assert "media-src blob:" in policy('<div data-module="recorder">', EARLY, STYLE)
    assert "media-src" not in policy(PAGE, EARLY, STYLE)


def test_indentation_between_elements_is_removed() -> None:
    assert without_gaps("<ul>\n    <li>One</li>\n\n    <li>Two\n  lines</li>\n</ul>") == (
        "<ul>\n<li>One</li>\n<li>Two\n  lines</li>\n</ul>"
    )


@pytest.mark.parametrize("name", ["pre", "textarea"])
def test_preformatted_text_keeps_its_whitespace(name: str) -> None:
    text = f"<{name}><b>One</b>\n    <b>Two</b></{name}>"
    assert text in without_gaps(f"<p>\n  {text}\n  </p>")


@pytest.mark.parametrize(("offline", "source"), [("", "worker.js"), ("no", "remove.js")])
def test_a_build_without_the_service_worker_ships_one_that_ends_it(
    monkeypatch: pytest.MonkeyPatch, offline: str, source: str
) -> None:
    monkeypatch.setenv("OFFLINE", offline)
    assert worker_source().name == source


def test_finishing_needs_only_what_a_build_installs() -> None:
    # The tests install lxml; a build alone does not.
    without = "import sys; sys.modules['lxml'] = None\n"
    done = subprocess.run(
        [sys.executable, "-c", without + FINISHED_ALONE],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.strip() == "Our site", done.stderr
