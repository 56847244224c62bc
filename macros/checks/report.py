"""Report the findings of a check in a terminal or on GitHub."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from macros.problems import ContentError, Problem, annotation

# Takes problems, advice, and the summary to print if there are no problems.
Report = Callable[[Sequence[Problem], Sequence[Problem], str], None]

STOPPED = """\
## Your edit is not published yet

Nothing is lost, and readers still see the site as it was. Open each file, go to the line, and do what is said there. Then
choose **Commit changes**, and it is tried again by itself.
"""
PASSED = "## The content has no problems\n"
ADVICE = "### You may look at this\n\nIt stops nothing.\n"


def report_to_terminal(problems: Sequence[Problem], advice: Sequence[Problem], passed: str) -> None:
    """Print one line per finding: problems to stderr, or else the summary and advice to stdout."""
    if problems:
        print(ContentError(problems), file=sys.stderr)
    else:
        print("\n".join([passed, *(f"note: {each}" for each in advice)]))


def report_to_github(problems: Sequence[Problem], advice: Sequence[Problem], passed: str) -> None:
    """Print annotations, and write the summary of the run."""
    for problem in problems:
        print(annotation("error", problem.message, problem))
    for each in advice:
        print(annotation("notice", each.message, each))
    parts = [STOPPED, *map(_line, problems)] if problems else [PASSED, f"\n{passed}\n"]
    parts += ["\n", ADVICE, *map(_line, advice)] if advice else []
    if summary := os.environ.get("GITHUB_STEP_SUMMARY"):
        with Path(summary).open("a", encoding="utf-8") as file:
            file.write("\n".join(parts) + "\n")
    print(passed if not problems else f"Problems: {len(problems)}. The summary of this run says what to do.")


def _line(problem: Problem) -> str:
    place = f"**{problem.path}**, line {problem.line}" if problem.line else f"**{problem.path}**"
    return f"- {place}: {problem.message}"
