"""Check ``center.yml`` and the other files of a center: its pictures and pages."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from pathlib import Path

from macros.checks.brand import color_problem
from macros.content.center import Center
from macros.problems import Problem, did_you_mean, listed, quoted
from macros.reading.yaml_tree import Document

CENTER = "center.yml"
# Where a center keeps its logo and its own pages, below ``docs/``.
FOLDER = "center"
# Picture formats that every browser shows.
PICTURES = (".svg", ".png", ".jpg", ".jpeg", ".webp")
MAX_LOGO_BYTES = 300_000
# A picture on one page may be larger than the logo, which is on all of them.
MAX_PICTURE_BYTES = 1_000_000
# The first bytes of a picture file, by its suffix.
FILE_SIGNATURES = {
    ".png": b"\x89PNG",
    ".jpg": b"\xff\xd8\xff",
    ".jpeg": b"\xff\xd8\xff",
    ".webp": b"RIFF",
}
# Parts of an SVG that run or load something.
RUNS_IN_SVG = re.compile(
    r"""<script\b|<foreignObject\b|\son[a-z]+\s*=|<(?:image|use)\b[^<>]*href\s*=\s*["'](?:https?:)?//|@import|url\(\s*["']?(?:https?:)?//""",
    re.IGNORECASE,
)
NO_PICTURE = (
    "the name of this file ends in {ending}, and no such picture is in it, so readers would see a gap. Open the picture on "
    "your computer, save or export it as {ending}, and upload that."
)
SVG_RUNS = (
    "this drawing holds a script or loads something from elsewhere, and readers are promised that nothing does. Save it as "
    ".png, and upload that."
)
TOO_LARGE = "this picture has {size} kB, and readers on a phone would wait for it. Save it smaller, with {most} kB at most."
# Mistaken names of the center's file, and its right place below ``docs/``.
WRONG_NAME = re.compile(r"center\W*(?:copy|\d+)?\W*\.ya?ml(?:\.txt)?", re.IGNORECASE)
RIGHT_PLACE = "data/center.yml"
# Suffixes of files that people mistake for pages.
DOCUMENTS = ("", ".doc", ".docx", ".odt", ".rtf", ".txt", ".html", ".htm", ".markdown")
WRONG_PLACE = "this file is not read. Its place and its name must be docs/data/center.yml: move what you wrote there, and delete this file."
OTHER_FOLDER = "the name of this folder has a capital. Pages and pictures of your own belong into docs/center, with small letters."
PAGE_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def center_problems(center: Center, file: Document, docs: Path) -> Iterator[Problem]:
    """Yield the mistakes in a center's file that validation does not find: in its logo and colors."""
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
    """Return the problem with the name of a picture or with its file; empty if there is none."""
    there = sorted(file.name for file in folder.glob("*") if file.suffix.lower() in PICTURES)
    # A Mac takes letters such as ü apart.
    name = next((each for each in there if _composed(each) == _composed(name)), name)
    if "/" in name or "\\" in name:
        return f"write the name of the file alone, {quoted(name.replace(chr(92), '/').rpartition('/')[2])}: it is looked for in docs/center."
    if Path(name).suffix.lower() not in PICTURES:
        return f"{quoted(name)} is no picture that browsers show. Save the logo as a file that ends in one of: {listed(PICTURES)}."
    if name not in there:
        near = _same_but_for_case(name, there) or did_you_mean(name, there)
        return f"there is no file {quoted(name)} in docs/center. {near or 'Upload it there. '}Write its name here as it is, with the same capitals."
    if not all(letter.isascii() and (letter.isalnum() or letter in "-_.") for letter in name):
        plain = _plain(Path(name).stem) + Path(name).suffix.lower()
        return f"the name {quoted(name)} holds a space or a special character. Upload it once more under another name, for example {quoted(plain)}, and write that here."
    size = (folder / name).stat().st_size
    if size > MAX_LOGO_BYTES:
        return f"this picture has {size // 1000} kB, and every page loads it. Save it smaller, with {MAX_LOGO_BYTES // 1000} kB at most."
    return ""


def own_files(docs: Path, logos: Collection[str] | None) -> Iterator[Problem]:
    """Yield every file of a center that is in the wrong place, has the wrong name, or is no picture although it is called so.

    Args:
        docs: the folder of the pages.
        logos: the names of files whose size is reported elsewhere; None, when they are not known, leaves all sizes unchecked.
    """
    for file in sorted(each for folder in ("", "data", FOLDER) for each in (docs / folder).glob("*")):
        path = file.relative_to(docs).as_posix()
        if WRONG_NAME.fullmatch(file.name) and path != RIGHT_PLACE:
            yield Problem(f"{docs.name}/{path}", 0, 0, (), WRONG_PLACE)
        if path.lower() == FOLDER != path:
            yield Problem(f"{docs.name}/{path}", 0, 0, (), OTHER_FOLDER)
    for file in sorted((docs / FOLDER).rglob("*")):
        message = _file_message(file, logos) if file.is_file() else _folder_message(file)
        if message:
            yield Problem(file.relative_to(docs.parent).as_posix(), 0, 0, (), message)


def _file_message(file: Path, logos: Collection[str] | None) -> str:
    """Return what is wrong with a file in the folder of a center, or nothing."""
    if file.suffix.lower() not in PICTURES:
        return _page_message(file)
    if message := _content_message(file):
        return message
    size = file.stat().st_size
    if size > MAX_PICTURE_BYTES and logos is not None and file.name not in logos:
        return TOO_LARGE.format(size=size // 1000, most=MAX_PICTURE_BYTES // 1000)
    return ""


def _content_message(picture: Path) -> str:
    """Return why readers would not see a picture, or nothing."""
    ending = picture.suffix.lower()
    content = picture.read_bytes()
    if ending == ".svg":
        drawing = content.decode("utf-8", errors="replace")
        if "<svg" in drawing:
            return SVG_RUNS if RUNS_IN_SVG.search(drawing) else ""
    elif content.startswith(FILE_SIGNATURES[ending]):
        return ""
    return NO_PICTURE.format(ending=ending)


def _folder_message(folder: Path) -> str:
    """Return the problem with the name of a folder of pages; empty if there is none."""
    if PAGE_NAME.fullmatch(folder.name) or not any(folder.rglob("*.md")):
        return ""
    return f"the name of a folder is part of the address of its pages, so it has small letters, digits and dashes only. Name it {quoted(_plain(folder.name))}."


def _page_message(file: Path) -> str:
    """Return the problem with the name of a file in a center's folder; empty if there is none."""
    if file.suffix.lower() in DOCUMENTS:
        stem = file.stem.removesuffix(".md")
        return f"this is no page: a page is a file of plain text whose name ends in .md. Name it {quoted(_plain(stem) + '.md')}, and paste the text there."
    if file.suffix.lower() == ".md" and not (file.suffix == ".md" and PAGE_NAME.fullmatch(file.stem)):
        return f"the name of a page is its address, so it has small letters, digits and dashes only. Rename it to {quoted(_plain(file.stem) + '.md')}: choose the pencil, and change the name above the text."
    return ""


def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall("[a-z0-9]+", letters)) or "our-page"


def _composed(name: str) -> str:
    return unicodedata.normalize("NFC", name)


def _same_but_for_case(name: str, there: list[str]) -> str:
    same = [each for each in there if each.lower() == name.lower()]
    return f"Did you mean {quoted(same[0])}? " if same else ""
