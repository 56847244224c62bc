"""``center.yml``: what can be wrong in the only file that a center edits."""

from __future__ import annotations

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


def _same_but_for_case(name: str, there: list[str]) -> str:
    same = [each for each in there if each.lower() == name.lower()]
    return f"Did you mean {quoted(same[0])}? " if same else ""
