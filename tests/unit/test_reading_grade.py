"""How hard and how long the pages of a built site are to read."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools import reading_grade

EASY = "Take a walk. Drink some water. Call a good friend."
# Grade 7.8: too hard for somebody who has just left the room, and not too hard for a guide.
HARDER = "We suggest that you wait until tomorrow before you write a letter to the people who met you."


def said(
    site: Path, pages: dict[str, str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> tuple[int, list[str]]:
    """Return the exit code of the command for a site of these pages, and its lines."""
    for page, text in pages.items():
        (site / page).parent.mkdir(parents=True, exist_ok=True)
        (site / page).write_text(f"<article><p>{text}</p></article>", encoding="utf-8")
    monkeypatch.setattr("sys.argv", ["reading_grade", str(site)])
    with pytest.raises(SystemExit) as ended:
        reading_grade.main()
    return int(ended.value.code or 0), capsys.readouterr().out.splitlines()


def test_every_page_is_listed_with_its_words_its_minutes_and_its_grade(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pages = {"guide/star.html": " ".join([EASY] * 46), "index.html": EASY}
    code, lines = said(tmp_path, pages, monkeypatch, capsys)
    assert code == 0
    assert [line.split() for line in lines] == [
        ["460", "words", "2.0", "min", "grade", "-1.3", "of", "8", "guide/star.html"],
        ["10", "words", "0.0", "min", "grade", "-1.3", "of", "7", "index.html"],
    ]


@pytest.mark.parametrize("path", ["index.html", "start/just-left/index.html", "checklists/index.html"])
def test_pages_for_the_first_hour_must_be_easier_than_the_guide(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], path: str
) -> None:
    code, lines = said(tmp_path, {path: HARDER, "guide/index.html": HARDER}, monkeypatch, capsys)
    assert code == 1
    assert lines[2:] == [f"{path}: grade 7.8 is above 7. Use shorter sentences and words."]


@pytest.mark.parametrize(
    ("promise", "code"), [("2 minutes to read", 1), ("3 minutes to read, 10 to write", 0), ("2 minutes", 0)]
)
def test_a_page_takes_about_as_long_as_it_says(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    promise: str,
    code: int,
) -> None:
    text = f"{promise}</p><p>{' '.join([EASY] * 112)}"
    found, lines = said(tmp_path, {"guide/index.html": text}, monkeypatch, capsys)
    assert found == code
    assert len(lines) == 1 + code
    if code:
        assert "the page says 2 minutes to read, and its 1124 words take 4.9." in lines[1]
