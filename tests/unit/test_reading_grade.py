"""Grade, reading time and voice of the pages of a built site."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools import reading_grade
from tools.voice import Limits

EASY = "Take a walk. Drink some water. Call a good friend."
# Grade 7.8: too hard for somebody who has just left the room, but not for a guide.
HARDER = "We suggest that you wait until tomorrow before you write a letter to the people who met you."
# Thirteen words, with nothing to contract.
SPOKEN = "Write it down today, because tomorrow you may have forgotten some of it."
CLIPPED = "Write it down today. Then take a walk. Call a good friend."
VOICE = Limits(
    pages=["guide/"], aim=[11, 13], mean=[9, 14], clipped_below=6, clipped=0.5, contracted=0.5, passages=2
)


def run(
    site: Path,
    pages: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    *voices: Limits,
) -> tuple[int, list[str]]:
    """Return the exit code and the output of the command for a site of these pages; the voice counts only if given limits."""
    monkeypatch.setattr(reading_grade, "VOICE", *voices or [{**VOICE, "pages": []}])
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
    code, lines = run(tmp_path, pages, monkeypatch, capsys)
    assert code == 0
    assert [line.split() for line in lines] == [
        ["460", "words", "2.0", "min", "grade", "-1.3", "of", "8", "guide/star.html"],
        ["10", "words", "0.0", "min", "grade", "-1.3", "of", "7", "index.html"],
    ]


@pytest.mark.parametrize("path", ["index.html", "start/just-left/index.html", "checklists/index.html"])
def test_pages_for_the_first_hour_must_be_easier_than_the_guide(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], path: str
) -> None:
    code, lines = run(tmp_path, {path: HARDER, "guide/index.html": HARDER}, monkeypatch, capsys)
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
    found, lines = run(tmp_path, {"guide/index.html": text}, monkeypatch, capsys)
    assert found == code
    assert len(lines) == 1 + code
    if code:
        assert "the page says 2 minutes to read, and its 1124 words take 4.9." in lines[1]


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        (SPOKEN, []),
        (
            "Write it down today. Then take a walk.",
            [
                "Sentences have 4.0 words on average, not 9 to 14. Join some of those above.",
                "100.0% of sentences are clipped, above 50.0%. Join some with because, so or but.",
            ],
        ),
        (
            f"{SPOKEN[:-1]} {SPOKEN}",
            ["Sentences have 26.0 words on average, not 9 to 14. Split some of those above."],
        ),
        (
            "You do not have to fix it, because it is late and you\u2019re tired.",
            ["33% is contracted, below 50%. Write don't and it's, as you would say it."],
        ),
        ("It\u2019s late, so leave it as it is, and where it is.", []),
    ],
    ids=["as one talks", "like a telegram", "endless", "stiff", "nobody contracts the end of a sentence"],
)
def test_pages_must_sound_like_a_person(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    text: str,
    problems: list[str],
) -> None:
    monkeypatch.setitem(reading_grade.LIMITS, "guide/", 20)
    code, lines = run(tmp_path, {"guide/a.html": text}, monkeypatch, capsys, VOICE)
    assert lines[2:] == problems
    assert code == bool(problems)


def test_only_sentences_on_pages_for_readers_count_and_each_only_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    label = "Where you stand</p><p><b>When.</b>"
    cited = f'{SPOKEN[:-1]} (<a class="citation">Joyce 2013, practitioner</a>).'
    pages = {
        "about/a.html": CLIPPED,
        "guide/a.html": f"{label} {SPOKEN}",
        "guide/b.html": f"{cited}</p><p>{SPOKEN}",
    }
    code, lines = run(tmp_path, pages, monkeypatch, capsys, VOICE)
    assert code == 0
    assert lines[3].startswith(
        "1 sentences of 13.0 words (aim: 11 to 13), 0.0% of them under 6 words; 100% contracted."
    )


def test_the_passages_furthest_from_the_aim_are_shown_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    long = " ".join([f"{SPOKEN[:-1]} {SPOKEN[:-1]} {SPOKEN}"] * 3)
    page = "</p><p>".join([long, " ".join([SPOKEN] * 3), CLIPPED])
    _, lines = run(tmp_path, {"guide/a.html": page, "guide/b.html": long}, monkeypatch, capsys, VOICE)
    assert [line.split(":")[0].strip() for line in lines[3:5]] == [
        "39.0 words a sentence  guide/a.html",
        "4.0 words a sentence  guide/a.html",
    ]
