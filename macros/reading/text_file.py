"""Read the text of a file, or report why it cannot be read."""

from __future__ import annotations

from pathlib import Path

from macros.problems import ContentError, Problem

UTF_16 = (b"\xff\xfe", b"\xfe\xff")
IN_UTF_16 = (
    "this file is stored as UTF-16, as Word and Notepad do if they save Unicode text. Save it again with the encoding UTF-8, or "
    "paste its text into the file on GitHub."
)
# Nearly twice the size of the content file; a larger file was probably pasted into itself.
MAX_BYTES = 1_000_000


def read_text(path: Path, name: str) -> str:
    r"""Return the text of a file, with every line break as ``\n``.

    Args:
        path: the file.
        name: the file, as messages name it.

    Raises:
        ContentError: the file is missing, far too large or not UTF-8.
    """
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= MAX_BYTES else b""
    except OSError as error:
        message = f"this file cannot be read ({error.strerror}). Put it back, or correct its name."
        raise ContentError([Problem(name, 0, 0, (), message)]) from error
    if size > MAX_BYTES:
        message = f"this file has {size:,} bytes, and {MAX_BYTES:,} are plenty. Look for text pasted twice."
        raise ContentError([Problem(name, 0, 0, (), message)])
    return _decode(data.removeprefix(b"\xef\xbb\xbf"), name)


def _decode(data: bytes, name: str) -> str:
    if data.startswith(UTF_16):
        raise ContentError([Problem(name, 0, 0, (), IN_UTF_16)])
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        good = data[: error.start].decode()
        message = "this character is not stored as UTF-8. Save the file again with the encoding UTF-8, or paste its text into the file on GitHub."
        raise ContentError([problem_at(good, len(good), name, message)]) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def problem_at(text: str, index: int, name: str, message: str) -> Problem:
    """Return a problem at an index into the text of the file that messages call ``name``."""
    line = text.count("\n", 0, index) + 1
    return Problem(name, line, index - text.rfind("\n", 0, index), (), message)
