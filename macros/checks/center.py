"""``center.yml``: what can be wrong in the only file that a center edits."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from macros.checks.brand import color_problem
from macros.content.center import Center
from macros.problems import Problem, did_you_mean, listed, quoted
from macros.reading.yaml_tree import Document

CENTER = "center.yml"
# Where a center keeps its logo and its own pages, below ``docs/``.
FOLDER = "center"
# Picture files that every browser shows.
PICTURES = (".svg", ".png", ".jpg", ".jpeg", ".webp")
MOST_BYTES = 300_000
# Where people put the file of the center by mistake, seen from ``docs/``.
WRONG_PLACES = (
    "center.yml",
    "center/center.yml",
    "data/center.yaml",
    "data/Center.yml",
    "data/center.yml.txt",
)
# Files that people take for pages.
DOCUMENTS = (".doc", ".docx", ".odt", ".rtf", ".txt", ".html", ".htm", ".markdown")
PAGE_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def center_problems(center: Center, file: Document, docs: Path) -> Iterator[Problem]:
    """Yield what is wrong in the file of a center although its shape is right."""
    for key in ("file", "dark"):
        name = getattr(center.logo, key, None)
        message = _picture_message(name, docs / FOLDER) if name else ""
        if message:
            yield file.problem(("logo", key), message)
    for key, scheme in (("color", "light"), ("dark_color", "dark")):
        color = getattr(center, key)
        message = color_problem(color, scheme, docs) if color else ""
        if message:
            yield file.problem((key,), message)
    if center.dark_color and not center.color:
        yield file.problem(
            ("dark_color",), "this needs a `color` too, the one for the light. Add a line `color: …`."
        )


def _picture_message(name: str, folder: Path) -> str:
    """Return what is wrong with the name of a picture, or with the file."""
    there = sorted(file.name for file in folder.glob("*") if file.suffix.lower() in PICTURES)
    if "/" in name or "\\" in name:
        return f"write the name of the file alone, {quoted(name.replace(chr(92), '/').rpartition('/')[2])}: it is looked for in docs/center."
    if Path(name).suffix.lower() not in PICTURES:
        return f"{quoted(name)} is no picture that browsers show. Save the logo as a file that ends in one of: {listed(PICTURES)}."
    if name not in there:
        near = did_you_mean(name, there) or _same_but_for_case(name, there)
        return f"there is no file {quoted(name)} in docs/center. {near}Upload it there, and write its name as it is, with the same capitals."
    if not all(letter.isascii() and (letter.isalnum() or letter in "-_.") for letter in name):
        plain = "".join(
            letter if letter.isascii() and (letter.isalnum() or letter in "-_.") else "-"
            for letter in name.lower()
        )
        return f"the name {quoted(name)} holds a space or a special character. Rename the file, for example to {quoted(plain)}."
    size = (folder / name).stat().st_size
    if size > MOST_BYTES:
        return f"this picture has {size // 1000} kB, and every page loads it. Save it smaller, with {MOST_BYTES // 1000} kB at most."
    return ""


def own_files(docs: Path) -> Iterator[Problem]:
    """Yield every file of a center that is in the wrong place or has the wrong name.

    Args:
        docs: the folder of the pages.
    """
    for path in WRONG_PLACES:
        if path in _names(docs) | _names(docs / "data") | _names(docs / FOLDER):
            message = "this file is not read. Its place and its name must be docs/data/center.yml: move what you wrote there."
            yield Problem(f"{docs.name}/{path}", 0, 0, (), message)
    for file in sorted((docs / FOLDER).rglob("*")):
        message = _page_message(file) if file.is_file() else ""
        if message:
            yield Problem(file.relative_to(docs.parent).as_posix(), 0, 0, (), message)


def _names(folder: Path) -> set[str]:
    """Return the files of a folder as they are written, which some systems do not tell apart by their capitals."""
    prefix = "" if folder.name == "docs" else f"{folder.name}/"
    return {f"{prefix}{file.name}" for file in folder.glob("*")}


def _page_message(file: Path) -> str:
    """Return what is wrong with the name of a file in the folder of a center, or nothing."""
    if file.suffix.lower() in DOCUMENTS:
        return f"this is no page: a page is a file of plain text whose name ends in .md. Name it {quoted(_plain(file.stem) + '.md')}, and paste the text there."
    if file.suffix == ".md" and not PAGE_NAME.fullmatch(file.stem):
        return f"the name of a page is its address, so it has small letters, digits and dashes only. Rename it to {quoted(_plain(file.stem) + '.md')}."
    return ""


def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall("[a-z0-9]+", letters)) or "our-page"


def _same_but_for_case(name: str, there: list[str]) -> str:
    same = [each for each in there if each.lower() == name.lower()]
    return f"Did you mean {quoted(same[0])}? " if same else ""
