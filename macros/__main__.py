"""``python -m macros check``: check all content without building the site."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from macros.check import CONTENT, check_project
from macros.models import Recovery
from macros.problems import ContentError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        arguments: those of the command line, if not given.

    Returns:
        0 if the content has no problems, else 1.
    """
    parser = argparse.ArgumentParser(prog="python -m macros", description="Tools for the content.")
    check = parser.add_subparsers(required=True).add_parser("check", help="report problems of the content")
    check.add_argument(
        "root", nargs="?", type=Path, default=Path(), help="folder of the project (default: here)"
    )
    root: Path = parser.parse_args(arguments).root
    try:
        recovery = check_project(root)
    except ContentError as error:
        print(error, file=sys.stderr)
        return 1
    print(_summary(recovery))
    return 0


def _summary(recovery: Recovery) -> str:
    parts = ("checklists", "situations", "note_templates", "regions", "questions", "sources")
    counts = (f"{len(getattr(recovery, part))} {part.replace('_', ' ')}" for part in parts)
    return f"{CONTENT.as_posix()}: {', '.join(counts)}, no problems"


if __name__ == "__main__":
    sys.exit(main())
