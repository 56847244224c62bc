"""``python -m macros check`` checks all content; ``python -m macros ids`` compares ids with those published.

``check --evidence`` also looks for the tests that the accessibility conformance report names.
``check --dates`` fails when something is due to be looked up again; ``check`` alone only reports it.
``schema`` writes the JSON Schemas of ``center.yml`` and of the open data.
``new`` adds a checklist, a region or a question, with its page and its navigation entry.
``check --format github`` reports in GitHub annotations and in the summary of the run.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from macros.checks.anchors import anchor_problems, predicted_anchors
from macros.checks.dates import expired_announcement, overdue_entries
from macros.checks.evidence import evidence_problems
from macros.checks.ids import blocking_problems, id_problems, missing_ids, own_ids
from macros.checks.load import LoadedContent, load_content
from macros.checks.lock_file import LOCK, OWN_LOCK, Lock, read_locks, write_lock
from macros.checks.project import CONFORMANCE, CONTENT, Project, check_project
from macros.checks.report import Report, report_to_github, report_to_terminal
from macros.checks.saved_ids import SavedId, current_ids, known_ids
from macros.content.accessibility import findings_of, standards_of
from macros.content.center import Center
from macros.content.open_data import open_data_schema
from macros.new import PARTS, NewEntry, add, id_of, lines_for_center, refuse_invalid
from macros.problems import ContentError
from macros.site import Site

# The schema of center.yml, which its first line names for editors, and that of the published data.
SCHEMAS = Path("docs/schemas")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        arguments: defaults to those of the command line.

    Returns:
        0 if there are no problems, else 1; 1 as well if ``--dates`` is given and something is due.
    """
    options = _parser().parse_args(arguments)
    report = report_to_github if getattr(options, "format", "") == "github" else report_to_terminal
    try:
        if options.command == "check":
            if options.evidence:
                _check_evidence(options.root)
            return _check(options.root, report, fail_if_due=options.dates)
        if options.command == "schema":
            for name, text in schemas().items():
                (options.root / SCHEMAS / name).write_text(text, "utf-8", newline="\n")
        elif options.command == "new":
            _add_entry(options)
        elif options.update:
            _update_ids(options.root)
        else:
            _show_ids(options.root)
    except ContentError as error:
        if options.command == "check":
            report(error.problems, (), "")
            return 1
        print(error, file=sys.stderr)
        if options.command == "ids" and options.update:
            print(f"{LOCK.as_posix()} was not changed", file=sys.stderr)
        return 1
    return 0


def schemas() -> dict[str, str]:
    """Return the JSON Schemas generated from the models, by file name.

    With that of ``center.yml``, an editor suggests keys and marks mistakes; the other describes ``data/recovery.json``.
    """
    of = {"center-1.json": Center.model_json_schema(), "recovery-1.json": open_data_schema()}
    kind = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return {name: json.dumps(kind | each, indent=2, ensure_ascii=False) + "\n" for name, each in of.items()}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m macros", description="Tools for the content.")
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="report problems of the content")
    check.add_argument("--evidence", action="store_true", help="look for the tests that the report names")
    check.add_argument("--dates", action="store_true", help="fail if something is due to be looked up again")
    check.add_argument(
        "--format", choices=["text", "github"], default="text", help="github for its annotations and summary"
    )
    ids = commands.add_parser("ids", help=f"show which ids differ from {LOCK.as_posix()}")
    ids.add_argument("--update", action="store_true", help="add new ids to it")
    schema = commands.add_parser(
        "schema", help=f"write the schemas in {SCHEMAS.as_posix()} anew, after a change of the models"
    )
    new = commands.add_parser("new", help="add a well-formed entry, with its page and its line in the menu")
    new.add_argument("kind", choices=list(PARTS))
    new.add_argument("title", help='what readers see, in quotes, such as "Before the fair"')
    new.add_argument("--id", help="its permanent id (default: made of the title)")
    new.add_argument("--topic", default="", help="the id of the topic that a question goes into")
    new.add_argument("--root", type=Path, default=Path(), help="folder of the project (default: here)")
    for command in (check, ids, schema):
        command.add_argument(
            "root", nargs="?", type=Path, default=Path(), help="folder of the project (default: here)"
        )
    return parser


def _add_entry(options: argparse.Namespace) -> None:
    """Add an entry, record its ids, and print where to write its text; for a center, only print the lines to add."""
    new = NewEntry(options.kind, options.id or id_of(options.title), options.title, options.topic)
    loaded, lock = _read(options.root)
    refuse_invalid(new, loaded, lock)
    if loaded.center.is_set:
        print(lines_for_center(new))
        return
    places = add(options.root, new, loaded.document)
    _update_ids(options.root)
    print("\n".join([*places, "Then run `python -m macros check`."]))


def _check_evidence(root: Path) -> None:
    if problems := list(evidence_problems(root)):
        raise ContentError(problems)


def _check(root: Path, report: Report, *, fail_if_due: bool) -> int:
    """Report the result, with advice and every entry that is due to be looked up again."""
    project = check_project(root)
    if problems := list(anchor_problems(project, predicted_anchors(project, Site(project).render))):
        raise ContentError(problems)
    today = dt.datetime.now(dt.UTC).date()
    entries = list(overdue_entries(project.loaded, today))
    report((), (*project.advice, *expired_announcement(project.center, today), *entries), _summary(project))
    return int(fail_if_due and bool(entries))


def _summary(project: Project) -> str:
    parts = ("checklists", "situations", "note_templates", "regions", "questions", "sources")
    counts = (f"{len(getattr(project.content, part))} {part.replace('_', ' ')}" for part in parts)
    findings = sum(len(findings_of(standard)) for standard in standards_of(project.conformance).values())
    return (
        f"{CONTENT.as_posix()}: {', '.join(counts)}, no problems\n"
        f"{CONFORMANCE.as_posix()}: {findings} findings, no problems"
    )


def _read(root: Path) -> tuple[LoadedContent, Lock]:
    return load_content(root / CONTENT, root / "docs"), read_locks(root)


def _show_ids(root: Path) -> None:
    """Print the differences: ``+`` for each new id, ``-`` for each missing one."""
    loaded, lock = _read(root)
    for saved_id in _new_ids(loaded, lock):
        print(f"+ {saved_id}")
    for saved_id in missing_ids(loaded.content, lock):
        print(f"- {saved_id}")
    if problems := id_problems(loaded, lock):
        raise ContentError(problems)
    print(f"{lock.name}: {len(lock.lines)} ids, no differences")


def _update_ids(root: Path) -> None:
    """Add new ids to the lock, unless a published one would be lost."""
    loaded, lock = _read(root)
    if problems := blocking_problems(loaded, lock):
        raise ContentError(problems)
    new = _new_ids(loaded, lock)
    for saved_id in new:
        print(f"+ {saved_id}")
    if loaded.center.is_set:
        write_lock(root / OWN_LOCK, own_ids(loaded.content, lock))
    else:
        write_lock(root / LOCK, {*lock.lines, *new})
    print(f"{lock.name}: {len(lock.lines) + len(new)} ids, {len(new) or 'none'} new")


def _new_ids(loaded: LoadedContent, lock: Lock) -> list[SavedId]:
    """Return the ids that the lock lacks; if it is empty, the earlier ids that ``was`` names as well."""
    ids = current_ids if lock.lines else known_ids
    return sorted(ids(loaded.content) - lock.lines.keys(), key=str)


if __name__ == "__main__":
    sys.exit(main())
