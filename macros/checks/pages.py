"""All checks of the pages and of ``mkdocs.yml`` that need no build."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.checks.calls import call_problems, example_of
from macros.checks.center import own_files
from macros.checks.claims import own_page_claims, page_claims
from macros.checks.entry_pages import missing_pages, pages_of_entries, pages_of_retired, stray_pages
from macros.checks.load import LoadedContent
from macros.checks.markup import Targets, markup_problems
from macros.checks.navigation import dead_entries, extra_names, extra_problems, read_settings
from macros.checks.slips import slip_problems, unlinked_addresses
from macros.components.macro import all_macros
from macros.content import Content
from macros.content.saved import RECORDS, open_checklists
from macros.edition.hidden import Hidden
from macros.edition.moved import WAS, likely_moves
from macros.edition.overrides import PAGES
from macros.edition.pages import HEADING, OWN, shown_pages, title_of, without_hidden
from macros.problems import ContentError, Problem, did_you_mean, listed, name_of, quoted
from macros.reading.page import Call, Page, braces_problems, page_of
from macros.reading.text_file import read_text
from macros.reading.yaml_tree import Document

# Keys of front matter, with an example value of each. A guide has all of them, since its readers ask how long it takes
# and how old it is; for other pages some are optional.
FRONT = {"title": "…", "description": "…", "takes": "About 10 minutes", "revised": "2026-11-22"}
# These texts go into HTML attributes, where curly quotes need no escaping.
STRAIGHT_QUOTES = "this holds straight double quotes, which cannot stand here. Write \N{LEFT DOUBLE QUOTATION MARK}…\N{RIGHT DOUBLE QUOTATION MARK} instead."
OWN_BRACES = "two braces show a part of the site, and there is none called `{name}`. Take the braces away."
EVERYWHERE = ("title", "description")
GUIDE = "guide/"
# Search words of readers that the page itself does not use; optional on every page.
ALSO = "also"
# The path of the page of the tool that a guide leads to.
TOOL = "tool"
EMPTY = "this page is empty. Write its title behind `# ` and a text below it, or delete the file."
UNTITLED = "this page has no title, so it is called {title}, as its file is. Begin it with a line such as `# Visit us`."
NOT_A_LIST = "this must be a list of texts. Start every one on a line of its own with a dash and a space."


@dataclass(frozen=True)
class CheckedPages:
    """The pages that readers see.

    Attributes:
        pages: all of them, except those generated for entries that a center adds.
        problems: mistakes in them and in ``mkdocs.yml``.
        advice: findings that a center may ignore.
    """

    pages: tuple[Page, ...]
    problems: tuple[Problem, ...]
    advice: tuple[Problem, ...]


def check_pages(loaded: LoadedContent | None, docs: Path, config: Path) -> CheckedPages:
    """Return the pages, and every problem in them and in ``mkdocs.yml``.

    Args:
        loaded: the content that pages show; None if it has problems of its own, in which case ids and the existence
            of pages are not checked.
        docs: the folder of the pages.
        config: the file ``mkdocs.yml``, beside ``docs``.
    """
    problems: list[Problem] = []
    content = loaded.content if loaded else None
    settings = read_settings(config, problems)
    pages = _read_pages(docs, loaded.hidden if loaded else Hidden(), problems)
    files = frozenset(file.relative_to(docs).as_posix() for file in docs.rglob("*.*"))
    files |= loaded.added.keys() if loaded else frozenset()
    targets = Targets(files, loaded.moved) if loaded else _likely_targets(files, docs)
    problems += extra_problems(settings)
    problems += dead_entries(settings, docs)
    for page in pages:
        problems += _front_problems(page)
        problems += _braces_problems(page, content, settings)
        problems += () if _is_own(page) else page_claims(page)
        problems += markup_problems(page, targets)
        problems += slip_problems(page)
        problems += () if any(line.strip() for line in page.lines) else [page.problem(1, "", EMPTY)]
    problems += _alike(pages) if loaded else ()
    problems += _earlier_paths(pages, files)
    problems += own_files(docs, _logos(loaded) if loaded else None)
    if loaded:
        invalid = {
            problem.path for problem in problems
        }  # their calls may be missing for a reason reported above
        valid = [page for page in pages if page.name not in invalid]
        entries = pages_of_entries(loaded.content)
        written = {path: call for path, call in entries.items() if path not in loaded.added}
        problems += missing_pages(written, valid, settings, docs)
        problems += stray_pages(entries, pages_of_retired(loaded.content), pages)
        problems += _homeless_rules(loaded.content, valid)
        tools = _tools(loaded.content)
        problems += (problem for page in pages for problem in _tool_problems(page, tools))
    own = [page for page in pages if _is_own(page)]
    notes = (own_page_claims, unlinked_addresses, _untitled)
    advice = (each for page in own for note in notes for each in note(page))
    return CheckedPages(tuple(pages), tuple(problems), tuple(advice))


def _logos(loaded: LoadedContent) -> frozenset[str]:
    logo = loaded.center.logo
    return frozenset(filter(None, (logo.file, logo.dark))) if logo else frozenset()


def _likely_targets(files: frozenset[str], docs: Path) -> Targets:
    """Return the link targets while the content has mistakes; pages that it would add are assumed to exist."""
    return Targets(files, likely_moves(docs), frozenset(folder for folder, _ in PAGES.values()))


def _alike(pages: list[Page]) -> Iterator[Problem]:
    """Yield every page of a center that has the title of another page: readers could not tell them apart."""
    first: dict[str, str] = {}
    for page in sorted(pages, key=_is_own):
        title = _title(page)
        same = first.setdefault(title.casefold(), page.path)
        if _is_own(page) and same != page.path:
            message = (
                f"this page is called {quoted(title)}, as the page {quoted(same)} is. Give it another title."
            )
            yield page.problem(1, "", message)


def _earlier_paths(pages: list[Page], files: frozenset[str]) -> Iterator[Problem]:
    """Yield every earlier path that is malformed, still in use, or claimed by two pages."""
    first: dict[object, str] = {}
    for page in pages:
        spot = page.front.spots.get((WAS,))
        if spot and not (isinstance(spot.value, list) and spot.value):
            yield page.front.problem((WAS,), NOT_A_LIST)
        for steps, old in page.front.spots.items():
            if steps[:-1] == (WAS,):
                message = _earlier_message(
                    old.value, files, first.setdefault(old.value, page.path), page.path
                )
                if message:
                    yield page.front.problem(steps, message)


def _earlier_message(old: object, files: frozenset[str], same: str, path: str) -> str:
    if not (isinstance(old, str) and old.endswith(".md") and not old.startswith("/")):
        return "this must be the path that the page had, seen from the folder docs, such as `guide/star.md`."
    if old in files:
        return f"there is a page {quoted(old)}. Name only paths at which there is none."
    if same != path:
        return f"the page {quoted(same)} names this path too. Keep one of the two."
    return ""


def _title(page: Page) -> str:
    given = page.front.spots.get(("title",))
    return str(given.value) if given else title_of("\n".join(page.lines), page.path)


def _untitled(page: Page) -> Iterator[Problem]:
    if ("title",) not in page.front.spots and not any(map(HEADING.match, page.lines)):
        yield page.problem(1, "", UNTITLED.format(title=quoted(_title(page))))


def _is_own(page: Page) -> bool:
    """Return whether a page is a center's own, for which the center is responsible."""
    return page.path.startswith(OWN)


def _read_pages(docs: Path, hidden: Hidden, problems: list[Problem]) -> list[Page]:
    pages: list[Page] = []
    for path in shown_pages(docs, hidden):
        name = name_of(docs / path, docs.parent)
        try:
            pages.append(page_of(without_hidden(read_text(docs / path, name), path, hidden), path, name))
        except ContentError as error:
            problems += error.problems
    return pages


def _front_problems(page: Page) -> Iterator[Problem]:
    for key, example in FRONT.items():
        spot = page.front.spots.get((key,))
        if spot:
            message = _date_message(spot.value) if key == "revised" else _text_message(spot.value)
            if message:
                yield page.front.problem((key,), message)
        elif not (page.problems or _is_own(page)) and (key in EVERYWHERE or page.path.startswith(GUIDE)):
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


def _tools(content: Content) -> list[str]:
    """Return the pages of the worksheets and checklists."""
    return [records.page for records in RECORDS] + [saved.page for saved in open_checklists(content)]


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


def _braces_problems(page: Page, content: Content | None, settings: Document) -> Iterator[Problem]:
    """Yield mistakes in the calls and variables of a page; only if there are none, evaluate its braces."""
    names = extra_names(settings)
    problems = [*page.problems, *call_problems(page, content)]
    if settings.spots:
        problems += _variable_problems(page, names)
    if settings.spots and not problems:
        problems += braces_problems(page, {**names, **dict.fromkeys(all_macros(), _nothing)})
    yield from problems


def _nothing(*_: str) -> str:
    """Stand in for any macro; its output does not matter."""
    return ""


def _variable_problems(page: Page, known: Collection[str]) -> Iterator[Problem]:
    for line, name in page.variables:
        if _is_own(page) and name not in all_macros():
            message = OWN_BRACES.format(name=name)
        elif name in all_macros():
            message = f"the macro {quoted(name)} lacks its brackets. Write {example_of(name, None)}."
        else:
            near = did_you_mean(name, [*all_macros(), *known])
            message = f"there is no {quoted(name)} to show. {near}Macros: {listed(all_macros())}."
        if name not in known:
            yield page.problem(line, name, message)


def _homeless_rules(content: Content, pages: list[Page]) -> Iterator[Problem]:
    homes = {page.path: page for page in pages}
    for rule in content.rules:
        call = Call("rule", 0, 1, rule.id)
        home = homes.get(rule.home.page.partition("#")[0])
        if home and str(call) not in map(str, home.calls):
            message = (
                f"this page is the home of a rule that it does not show. Write `{call}` on a line of its own."
            )
            yield Problem(home.name, 0, 0, (), message)
