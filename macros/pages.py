"""What pages may call, and every check of the pages and of ``mkdocs.yml`` that needs no build."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.claims import page_claims
from macros.models import Entry, Recovery, Saved
from macros.page_file import Call, Page, read_page
from macros.problems import ContentError, Problem, did_you_mean, listed, name_of, quoted
from macros.saved import RECORDS, saved_sheets
from macros.yaml_file import Document, read_yaml


@dataclass(frozen=True)
class Argument:
    """The one argument of a macro: the id of an entry of ``part``."""

    part: str
    optional: bool = False


# Every macro that pages may call, and its argument if it takes one.
MACROS: dict[str, Argument | None] = {
    "carry_on": None,
    "cause_path": None,
    "checklist": Argument("checklists"),
    "cite": Argument("sources"),
    "clear_all": None,
    "components": None,
    "conformance_report": None,
    "copies": None,
    "debrief": None,
    "example": Argument("examples"),
    "feedback_table": None,
    "follow_up_note": None,
    "grades_list": None,
    "hiring_practices": None,
    "law": Argument("law"),
    "my_recovery": None,
    "note_reach": None,
    "note_template": Argument("note_templates"),
    "plan": None,
    "plan_path": None,
    "questions": Argument("questions", optional=True),
    "recoverable_table": None,
    "region": Argument("regions"),
    "regions_table": None,
    "root_causes": None,
    "rule": Argument("rules"),
    "search_lengths": None,
    "shared_computer": None,
    "signals_table": None,
    "situation": Argument("situations"),
    "situations": None,
    "sources_list": None,
    "star_answer": None,
    "star_shares": None,
    "star_table": None,
    "support": None,
    "tools_index": None,
    "transfer": None,
}
# It stands inside a sentence, as often as needed; every other macro draws a block with ids of its own.
INLINE = "cite"

# In each of these folders, every entry of a part has a page that calls a macro to show it.
FOLDERS = (
    ("start", "situations", "situation"),
    ("regions", "regions", "region"),
    ("checklists", "checklists", "checklist"),
)

# What front matter says, with an example of each. A guide has all of it, as a reader of one asks how
# long it takes and how old it is; other pages may.
FRONT = {"title": "…", "description": "…", "takes": "About 10 minutes", "revised": "2026-11-22"}
# The theme puts these texts into attributes as they are, where a straight quote would end them.
STRAIGHT_QUOTES = "this holds straight double quotes, which cannot stand here. Write \N{LEFT DOUBLE QUOTATION MARK}…\N{RIGHT DOUBLE QUOTATION MARK} instead."
EVERYWHERE = ("title", "description")
GUIDE = "guide/"
# What readers would type to find a page, in words that it does not use. Any page may say so.
ALSO = "also"
# The tool that a guide leads to, by the path of its page.
TOOL = "tool"
NOT_A_LIST = "this must be a list of texts. Start every one on a line of its own with a dash and a space."

# What the site generator hands to every page, beside the keys of `extra` in mkdocs.yml.
VARIABLES = {"config", "page"}

# Without an empty line above and below, Markdown would mix a block with the text around it.
ALONE = re.compile(r"(\s*\n)?\{\{.*\}\}[ \t]*(\n\s*)?")

RETIRED = (
    "this {what} is retired, and no page can show it. Delete this call, "
    "or take `retired: true` away from the {what}."
)
PAGE_OF_RETIRED = (
    "the {what} of this page is retired, so the page is one too many. Delete it, and its line under "
    "`nav` in mkdocs.yml, or take `retired: true` away from the {what}."
)
# What is retired rather than deleted, by the folder of its pages: readers have saved something under it.
RETIRABLE = {"checklists": "checklist", "regions": "region"}


def check_pages(recovery: Recovery | None, docs: Path, config: Path) -> list[Problem]:
    """Return every problem of the pages and of ``mkdocs.yml``.

    Args:
        recovery: the content that pages show; None, when it has problems of its own, leaves
            unchecked which ids and which pages there are.
        docs: the folder of the pages.
        config: the file ``mkdocs.yml``, beside ``docs``.
    """
    problems: list[Problem] = []
    settings = _read_settings(config, problems)
    known = VARIABLES | set(_extra(settings))
    pages = _read_pages(docs, problems)
    problems += _extra_problems(settings)
    problems += _dead_nav_entries(settings, docs)
    for page in pages:
        problems += _front_problems(page)
        problems += _variable_problems(page, known) if settings.spots else ()
        problems += _call_problems(page, recovery)
        problems += page_claims(page)
    if recovery:
        spoiled = {problem.path for problem in problems}  # their calls may be missing for a reason told above
        sound = [page for page in pages if page.name not in spoiled]
        problems += _stub_problems(_stubs(recovery), sound, settings, docs)
        problems += _stray_stubs(_stubs(recovery), _retired_stubs(recovery), pages)
        problems += _homeless_rules(recovery, sound)
        tools = _tools(recovery)
        problems += (problem for page in pages for problem in _tool_problems(page, tools))
    return problems


def _read_settings(config: Path, problems: list[Problem]) -> Document:
    try:
        settings = read_yaml(config, config.parent, tags=True)
    except ContentError as error:
        problems += error.problems
        return Document(config.name, None, {}, {})
    problems += settings.problems
    return settings


def _read_pages(docs: Path, problems: list[Problem]) -> list[Page]:
    pages: list[Page] = []
    for path in sorted(docs.rglob("*.md")):
        try:
            pages.append(read_page(path, docs))
        except ContentError as error:
            problems += error.problems
    problems += (problem for page in pages for problem in page.problems)
    return pages


# Each page by itself


def _front_problems(page: Page) -> Iterator[Problem]:
    for key, example in FRONT.items():
        spot = page.front.spots.get((key,))
        if spot:
            message = _date_message(spot.value) if key == "revised" else _text_message(spot.value)
            if message:
                yield page.front.problem((key,), message)
        elif not page.problems and (key in EVERYWHERE or page.path.startswith(GUIDE)):
            line = quoted(f"{key}: {example}")
            message = f"the page has no {key}. Write {line} between two lines `---` at the top of the page."
            yield page.problem(1, "", message)
    yield from _also_problems(page.front)


def _text_message(value: object) -> str:
    if isinstance(value, str) and value.strip():
        return STRAIGHT_QUOTES if '"' in value else ""
    return "this must be a text. Write one, and put a word such as `No` or a number in quotes."


def _also_problems(front: Document) -> Iterator[Problem]:
    spot = front.spots.get((ALSO,))
    if spot and not (isinstance(spot.value, list) and spot.value):
        yield front.problem((ALSO,), NOT_A_LIST)
    for steps, phrase in front.spots.items():
        message = _text_message(phrase.value) if steps[:-1] == (ALSO,) else ""
        if message:
            yield front.problem(steps, message)


def _tools(recovery: Recovery) -> list[str]:
    """Return the pages of the worksheets and checklists."""
    sheets = [saved.page for saved in saved_sheets(recovery) if not saved.sheet.retired]
    return [*(records.page for records in RECORDS), *sheets]


def _tool_problems(page: Page, tools: list[str]) -> Iterator[Problem]:
    spot = page.front.spots.get((TOOL,))
    if spot and spot.value not in tools:
        near = did_you_mean(str(spot.value), tools)
        message = f"there is no tool {quoted(str(spot.value))}. {near}Tools: {listed(tools)}."
        yield page.front.problem((TOOL,), message)


def _date_message(value: object) -> str:
    return (
        ""
        if type(value) is dt.date
        else "this must be a date. Write year, month and day, such as 2026-11-22."
    )


def _variable_problems(page: Page, known: set[str]) -> Iterator[Problem]:
    for line, name in page.variables:
        if name in MACROS:
            message = f"the macro {quoted(name)} lacks its brackets. Write {_example(name, None)}."
        else:
            near = did_you_mean(name, [*MACROS, *known])
            message = f"there is no {quoted(name)} to show. {near}Macros: {listed(MACROS)}."
        if name not in known:
            yield page.problem(line, name, message)


def _call_problems(page: Page, recovery: Recovery | None) -> Iterator[Problem]:
    first: dict[str, int] = {}
    retired = {str(call): path for path, call in _retired_stubs(recovery).items()} if recovery else {}
    for call in page.calls:
        earlier = first.setdefault(str(call), call.line)
        if retired.get(str(call)) == page.path:
            continue  # the whole page is told as one too many
        page_of_retired = retired.get(str(call), "")
        message = _retired(RETIRED, page_of_retired) if page_of_retired else _call_message(call, recovery)
        if not message and call.name != INLINE:
            message = _block_message(page, call, 0 if earlier == call.line else earlier)
        if message:
            yield page.problem(call.line, call.name, message)


def _retired(message: str, path: str) -> str:
    return message.format(what=RETIRABLE[path.partition("/")[0]])


def _call_message(call: Call, recovery: Recovery | None) -> str:
    name = quoted(call.name)
    if call.name not in MACROS:
        return f"there is no macro {name}. {did_you_mean(call.name, MACROS)}Macros: {listed(MACROS)}."
    argument = MACROS[call.name]
    write = f"Write {_example(call.name, recovery)}."
    if argument is None:
        return f"the macro {name} takes nothing in its brackets. {write}" if call.count else ""
    if call.count == 0 and argument.optional:
        return ""
    if call.count != 1:
        return f"the macro {name} takes one id, not {call.count}. {write}"
    if call.argument is None:
        return f"the id for {name} must be a text in quotes. {write}"
    return _id_message(call.argument, _ids(recovery, argument), argument.part)


def _id_message(entry_id: str, ids: list[str], part: str) -> str:
    if not ids or entry_id in ids:
        return ""
    near = did_you_mean(entry_id, ids)
    return f"there is no {quoted(entry_id)} in the part `{part}`. {near}Its ids: {listed(ids)}."


def _ids(recovery: Recovery | None, argument: Argument) -> list[str]:
    """Return the ids that a macro takes, or none as long as the content is not known."""
    entries: tuple[Entry, ...] = getattr(recovery, argument.part, ())
    return [entry.id for entry in entries if not _is_retired(entry)]


def _example(macro: str, recovery: Recovery | None) -> str:
    argument = MACROS[macro]
    ids = [*_ids(recovery, argument), "the-id"] if argument else []
    return f"`{Call(macro, 0, len(ids), ids[0] if ids else None)}`"


def _block_message(page: Page, call: Call, earlier: int) -> str:
    if earlier:
        return f"the page already shows this on line {earlier}. Keep one of the two."
    around = "\n".join(page.lines[max(call.line - 2, 0) : call.line + 1])
    if not ALONE.fullmatch(around):
        return (
            "this macro must stand alone. "
            "Put it at the very start of a line of its own, with an empty line above and below."
        )
    return ""


# The pages of entries


def _stubs(recovery: Recovery) -> dict[str, Call]:
    """Return the page that each entry must have, and the call that shows the entry there."""
    return {path: call for entry, path, call in _entry_pages(recovery) if not _is_retired(entry)}


def _retired_stubs(recovery: Recovery) -> dict[str, Call]:
    """Return the page that each retired checklist or region had, and the call that showed it there."""
    return {path: call for entry, path, call in _entry_pages(recovery) if _is_retired(entry)}


def _entry_pages(recovery: Recovery) -> Iterator[tuple[Entry, str, Call]]:
    for folder, part, macro in FOLDERS:
        for entry in getattr(recovery, part):
            yield entry, f"{folder}/{entry.id}.md", Call(macro, 0, 1, entry.id)
    yield recovery.plan, f"checklists/{recovery.plan.id}.md", Call("plan", 0, 0, None)


def _is_retired(entry: Entry) -> bool:
    return isinstance(entry, Saved) and entry.retired


def _stub_problems(
    stubs: dict[str, Call], pages: list[Page], settings: Document, docs: Path
) -> Iterator[Problem]:
    in_nav = set(_nav(settings).values())
    calls = {page.path: {str(call) for call in page.calls} for page in pages}
    for path, call in stubs.items():
        name = name_of(docs / path, docs.parent)
        if not (docs / path).is_file():
            what = RETIRABLE.get(path.partition("/")[0])
            leave = f"retire the {what}" if what else "delete the entry"
            message = f"this page is missing. Add it with `{call}` in it, or {leave} that it shows."
            yield Problem(name, 0, 0, (), message)
        elif str(call) not in calls.get(path, {str(call)}):
            message = f"this page does not show its entry. Write `{call}` on a line of its own."
            yield Problem(name, 0, 0, (), message)
        if in_nav and path not in in_nav:
            message = f"the page {quoted(path)} is missing here. Add a line such as `- Its title: {path}`."
            yield Problem(settings.name, *settings.keys[("nav",)], ("nav",), message)


def _stray_stubs(stubs: dict[str, Call], retired: dict[str, Call], pages: list[Page]) -> Iterator[Problem]:
    for page in pages:
        folder, _, file = page.path.rpartition("/")
        parts = {name: part for name, part, _ in FOLDERS}
        if page.path in retired:
            yield Problem(page.name, 0, 0, (), _retired(PAGE_OF_RETIRED, page.path))
        elif folder in parts and file != "index.md" and page.path not in stubs:
            near = did_you_mean(page.path, stubs)
            message = (
                f"the part `{parts[folder]}` has no entry {quoted(file.removesuffix('.md'))}. "
                f"{near}Rename the page, delete it, or add the entry."
            )
            yield Problem(page.name, 0, 0, (), message)


def _homeless_rules(recovery: Recovery, pages: list[Page]) -> Iterator[Problem]:
    homes = {page.path: page for page in pages}
    for rule in recovery.rules:
        call = Call("rule", 0, 1, rule.id)
        home = homes.get(rule.home.page.partition("#")[0])
        if home and str(call) not in map(str, home.calls):
            message = (
                f"this page is the home of a rule that it does not show. Write `{call}` on a line of its own."
            )
            yield Problem(home.name, 0, 0, (), message)


# mkdocs.yml


def _nav(settings: Document) -> dict[tuple[str | int, ...], str]:
    """Return the files in the navigation, by the steps to each; addresses are left out."""
    return {
        steps: spot.value
        for steps, spot in settings.spots.items()
        if steps[:1] == ("nav",) and isinstance(spot.value, str) and ":" not in spot.value
    }


def _dead_nav_entries(settings: Document, docs: Path) -> Iterator[Problem]:
    known = [file.relative_to(docs).as_posix() for file in docs.rglob("*")]
    for steps, path in _nav(settings).items():
        if path not in known:
            near = did_you_mean(path, known)
            message = f"there is no page {quoted(path)}. {near}Add the page to docs, or delete this line."
            yield Problem(settings.name, *settings.spots[steps].place, ("nav",), message)


def _extra(settings: Document) -> list[str]:
    """Return the keys of ``extra``, which are names that pages can show."""
    return [str(steps[1]) for steps in settings.keys if steps[0] == "extra" and len(steps) == 2]


def _extra_problems(settings: Document) -> Iterator[Problem]:
    for key in _extra(settings):
        if key in MACROS:
            message = f"{quoted(key)} is the name of a macro, and would hide it. Choose another name."
            yield settings.problem(("extra",), message, settings.keys[("extra", key)])
