"""Load the content files: YAML in, validated models out, with every problem of a file in one report."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from macros.checks.center import CENTER, center_problems
from macros.checks.claims import content_claims
from macros.checks.wording import explain
from macros.content import Content
from macros.content.accessibility import Conformance
from macros.content.center import Center
from macros.content.checklists import GroupedList
from macros.content.entries import find
from macros.content.saved import all_checklists, ids_of, item_lists
from macros.content.values import NAMED_PARTS, Part, References
from macros.edition.hidden import Hidden
from macros.edition.moved import moved_pages
from macros.edition.overrides import REFERRING_VERBS, VERBS, EditedContent, apply_edits, parts_of_added_pages
from macros.problems import ContentError, Problem, did_you_mean, listed, quoted
from macros.reading.nodes import without_keys
from macros.reading.page import Call, page_files
from macros.reading.yaml_mistakes import NOTHING_LEFT_MESSAGE
from macros.reading.yaml_tree import Document, Steps, read_yaml

CITATION = re.compile(r"""\bcite\(\s*["']([^"']+)["']""")

# An id must be unique in its list. These lists belong to several entries that share a page, where an anchor must be
# unambiguous, so their ids must be unique across all of them: across the groups of a checklist, across all topics. The
# number is the count of steps to the value that the page shows.
ONE_PAGE = {("checklists", "groups", "items"): 2, ("questions", "questions"): 1}

NO_OPEN_ITEM = (
    "every item of this checklist is retired. Leave one of them open, "
    "or write `retired: true` under the id of the checklist instead."
)
NO_OPEN_ITEM_IN_GROUP = (
    "every item of this group is retired. Leave one of them open, "
    "or move them all to another group and delete this one."
)

# HTML that people paste from a page or an e-mail. Texts use Markdown instead.
HTML = re.compile(
    r"</?(?:a|b|i|u|em|strong|small|br|p|span|div|font|ul|ol|li|img|h[1-6]|table|script|iframe)\b[^<>]*>",
    re.IGNORECASE,
)
IN_HTML = (
    "readers would see {tag} as it stands here. Delete it. In a text of some length, `**bold**` and "
    "`[words](guide/star.md)` do the same."
)

# A text within curly quotes, as Word makes them; YAML does not take them for quotes.
OPENING = "\N{LEFT DOUBLE QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}\N{DOUBLE LOW-9 QUOTATION MARK}\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}"
CLOSING = "\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}"
CURLY = re.compile(f"[{OPENING}][^{OPENING}{CLOSING}]*[{CLOSING}]")
IN_CURLY_QUOTES = (
    "the quotes around this text are curly, as text from Word has them, and readers would see them. Delete both, and "
    'type straight ones: "…". If readers should see them, put straight ones around them.'
)

STILL_COMMENTS = re.compile(r"\s*# +\S")

NO_WAITS = (
    "the rule {name} does not say how many days to wait. Add `waits:` to it, or name another rule here."
)

NOTE = ("worksheets", "follow_up_note")
NO_FIELD = "the follow-up note has no field {name}. {near}Write one of: {known}."

REPEATED_ID = "the id {name} is already used on {line}. Give this entry its own id."
REPEATED_CRITERION = "the criterion {name} already stands on {line}. Keep one of the two."

# The list in which an id must be unique, and the id.
Name = tuple[Steps, str]

AnyPart = TypeVar("AnyPart", bound=Part)


@dataclass(frozen=True)
class LoadedContent:
    """The content file after every check of the file itself.

    Attributes:
        content: the content, with the edits of the center.
        document: the same with the place of each value.
        center: the settings of the center.
        hidden: everything that the center hides.
        added: for each entry that it adds and that has a page, its part, by the path of the page.
        moved: the current path of a page, by each of its earlier paths.
        advice: lines in the center's file that have no effect.
    """

    content: Content
    document: Document
    center: Center = field(default_factory=Center)
    hidden: Hidden = field(default_factory=Hidden)
    added: Mapping[str, str] = field(default_factory=dict)
    moved: Mapping[str, str] = field(default_factory=dict)
    advice: tuple[Problem, ...] = ()


def load_content(path: Path, docs: Path) -> LoadedContent:
    """Return the content of the site, with the place of each value in its file.

    Args:
        path: the content file.
        docs: the folder of the pages, which the content links to and which cite its sources.

    Raises:
        ContentError: the file cannot be read, or holds at least one mistake. It carries every
            mistake that can be found without fixing another one first.
    """
    base = _read(path, docs.parent, "checklists")
    pages = _pages(docs)
    problems = [
        *base.problems,
        *_uncited_sources(base, docs),
        *_helplines_without_source(base),
        *content_claims(base),
    ]
    moved = moved_pages(docs, base)
    center, edit = _apply_edits(base, path.with_name(CENTER), docs, moved, problems)
    document = edit.document
    ids = {part: frozenset(_entry_ids(document, part).values()) for part in NAMED_PARTS}
    removed = {steps: (key.page, key.key_path) for steps, key in edit.removed.items()}
    references = References(pages | edit.added.keys(), ids, removed, moved)
    problems += [*_problems_of_any_file(document), *_taken_earlier_ids(document), *edit.problems]
    content = _validated(Content, document, references, problems)
    problems += _lists_without_open_items(content, document)
    problems += _rule_without_waits(content, document)
    problems += _unknown_fields(content, document)
    if problems:
        raise ContentError(problems)
    return LoadedContent(content, document, center, edit.hidden, edit.added, moved, tuple(edit.advice))


def _apply_edits(
    base: Document, path: Path, docs: Path, moved: Mapping[str, str], problems: list[Problem]
) -> tuple[Center, EditedContent]:
    """Return the settings of the center and the content with its edits; add problems of its file to ``problems``."""
    if not path.is_file():
        return Center(), EditedContent(base)
    try:
        file = read_yaml(path, docs.parent)
    except ContentError as error:
        problems += error.problems
        return Center(), EditedContent(base)
    if file.data is None:
        return Center(), EditedContent(base)
    center, valid = _center(file, docs, moved, problems)
    return center, apply_edits(base, valid, center, _pages(docs), moved)


def _center(
    file: Document, docs: Path, moved: Mapping[str, str], problems: list[Problem]
) -> tuple[Center, Document]:
    """Return the settings of the center, and its file without the parts that are invalid.

    The valid parts are still checked, so that one run finds all mistakes: each run costs a center minutes.
    """
    curly = dict(_in_curly_quotes(file))
    problems += [*_problems_of_any_file(file), *file.problems, *curly.values()]
    references = References(_pages(docs) | parts_of_added_pages(file).keys(), moved=moved)
    invalid = {str(steps[0]) for steps in curly} | (set(VERBS) if file.problems else set())
    try:
        Center.model_validate(file.data, context=references)
    except ValidationError as error:
        reported = {problem.where for problem in curly.values()}
        found = _explained(error, Center, file, references)
        problems += (problem for problem in found if problem.where not in reported)
        invalid |= _invalid_keys(error)
    valid = without_keys(file, invalid)
    center = Center.model_validate(valid.data, context=references)
    problems += center_problems(center, valid, docs)
    return center, valid


def _invalid_keys(error: ValidationError) -> set[str]:
    """Return the keys of a center's file that hold a mistake, and the keys that may refer to their entries."""
    names = {str(step) for details in error.errors() for step in details["loc"][:1]}
    unknown = names - Center.model_fields.keys()
    return names.union(*(REFERRING_VERBS.get(name, ()) for name in names), VERBS if unknown else ())


def load_conformance(path: Path, docs: Path) -> Conformance:
    """Return the accessibility conformance report.

    Args:
        path: its file.
        docs: the folder of the pages, which it links to.

    Raises:
        ContentError: as ``load_content`` does.
    """
    document = _read(path, docs.parent, "wcag")
    references = References(_pages(docs))
    problems = [
        *document.problems,
        *_problems_of_any_file(document),
        *_repeated(_criteria(document), document, REPEATED_CRITERION),
    ]
    conformance = _validated(Conformance, document, references, problems)
    if problems:
        raise ContentError(problems)
    return conformance


def _read(path: Path, root: Path, part: str) -> Document:
    document = read_yaml(path, root)
    if document.data is None:
        message = f"this file holds no content. Put its parts back, such as `{part}:`."
        raise ContentError([Problem(document.name, 0, 0, (), message)])
    return document


def _problems_of_any_file(document: Document) -> Iterator[Problem]:
    yield from _empty_values(document)
    yield from _html(document)
    yield from _repeated(_ids(document), document, REPEATED_ID)


def _validated(
    model: type[AnyPart], document: Document, references: References, problems: list[Problem]
) -> AnyPart:
    """Return the file as a model; raise its validation errors together with ``problems``."""
    try:
        return model.model_validate(document.data, context=references)
    except ValidationError as error:
        raise ContentError([*problems, *_explained(error, model, document, references)]) from error


def _pages(docs: Path) -> frozenset[str]:
    return frozenset(page.relative_to(docs).as_posix() for page in page_files(docs))


def _entry_ids(document: Document, part: str) -> dict[Steps, str]:
    """Return the ids of a part, by the steps to each."""
    return {
        steps: spot.value
        for steps, spot in document.spots.items()
        if len(steps) == 3 and steps[0] == part and steps[2] == "id" and isinstance(spot.value, str)
    }


def _explained(
    error: ValidationError, model: type[Part], document: Document, references: References
) -> Iterator[Problem]:
    for details in error.errors(include_url=False):
        if not _follows_from_another(details, references):
            yield explain(details, model, document, references)


def _follows_from_another(error: ErrorDetails, references: References) -> bool:
    """Return whether an error only follows from a problem that is reported elsewhere."""
    if error["type"] == "unknown_id":
        # The part is missing or broken, which is one problem, not fifty.
        return not references.ids[error["ctx"]["part"]]
    if error["type"] == "string_unicode":
        return True  # reported when the file was read, with the character
    if error["type"] == "too_short":
        return bool(error["input"])  # not empty: its entries have problems of their own
    return error["input"] is None  # reported by _empty_values, in the same words for every kind of value


def _empty_values(document: Document) -> Iterator[Problem]:
    cut_off = {problem.where for problem in document.problems if problem.message == NOTHING_LEFT_MESSAGE}
    for steps, spot in document.spots.items():
        if spot.value is None and document.problem(steps, NOTHING_LEFT_MESSAGE).where not in cut_off:
            yield document.problem(steps, _empty_message(document, steps))


def _empty_message(document: Document, steps: Steps) -> str:
    line, column = document.keys.get(steps, document.spots[steps].place)
    written = document.written_line(steps, line)[: column - 1]
    if "{" in written and written.rstrip().endswith(","):
        return (
            f"the comma before {quoted(str(steps[-1]))} ends the text, because it stands within braces. Put the whole text in "
            "quotes."
        )
    if STILL_COMMENTS.match(document.written_line(steps, line + 1)):
        return (
            "there is nothing here, since the line below still begins with `#`. Take that `# ` away, or put one back before "
            "this line."
        )
    return "there is nothing here. Write the value, or take the line out if it is not needed."


def _html(document: Document) -> Iterator[Problem]:
    for steps, spot in document.spots.items():
        found = HTML.search(spot.value) if isinstance(spot.value, str) else None
        if found:
            yield document.problem(steps, IN_HTML.format(tag=quoted(found[0])))


def _in_curly_quotes(document: Document) -> Iterator[tuple[Steps, Problem]]:
    for steps, spot in document.spots.items():
        text = spot.value if isinstance(spot.value, str) else ""
        if (
            CURLY.fullmatch(text)
            and document.written_line(steps, spot.place.line)[spot.place.column - 1] == text[0]
        ):
            yield steps, document.problem(steps, IN_CURLY_QUOTES)


def _ids(document: Document) -> Iterator[tuple[Steps, Name]]:
    """Yield every id with the steps to it."""
    for steps, spot in document.spots.items():
        if steps[-1:] == ("id",) and isinstance(spot.value, str):
            yield steps, (_id_group(steps), spot.value)


def _criteria(document: Document) -> Iterator[tuple[Steps, Name]]:
    """Yield the number of every criterion with the steps to it; it must be unique in its standard."""
    for steps, spot in document.spots.items():
        if steps[-1:] == ("criterion",) and isinstance(spot.value, str):
            yield steps, (steps[:1], spot.value)


def _repeated(names: Iterable[tuple[Steps, Name]], document: Document, words: str) -> Iterator[Problem]:
    first: dict[Name, Steps] = {}
    for steps, name in names:
        same = first.setdefault(name, steps)
        if same != steps:
            line = document.line(same, steps)
            yield document.problem(steps, words.format(name=quoted(name[1]), line=line))


def _earlier_ids(document: Document) -> Iterator[tuple[Steps, Name]]:
    """Yield every id in a list ``was`` with the steps to it."""
    for steps, spot in document.spots.items():
        if steps[-2:-1] == ("was",) and isinstance(spot.value, str):
            yield steps, (_id_group((*steps[:-2], "id")), spot.value)


def _taken_earlier_ids(document: Document) -> Iterator[Problem]:
    """Yield every earlier id that is still in use or listed twice: saved answers can follow only one entry."""
    used = {name: steps for steps, name in _ids(document)}
    first: dict[Name, Steps] = {}
    for steps, name in _earlier_ids(document):
        same = first.setdefault(name, steps)
        if name in used:
            line = document.line(used[name], steps)
            message = f"{quoted(name[1])} is still an id, on {line}. Name only ids that are gone."
            yield document.problem(steps, message)
        elif same != steps:
            line = document.line(same, steps)
            message = (
                f"{quoted(name[1])} already stands in `was` on {line}, "
                "and saved answers can follow only one entry. Delete one of the two."
            )
            yield document.problem(steps, message)


def _lists_without_open_items(content: Content, document: Document) -> Iterator[Problem]:
    for steps, checklist in all_checklists(content):
        for inner, items in item_lists(checklist):
            if not checklist.retired and all(item.retired for item in items):
                grouped = isinstance(checklist, GroupedList)
                message = NO_OPEN_ITEM_IN_GROUP if grouped else NO_OPEN_ITEM
                yield document.problem((*steps, *inner), message)


def _rule_without_waits(content: Content, document: Document) -> Iterator[Problem]:
    """Yield a problem if the rule of "When to ask" lacks the numbers from which its days are counted."""
    rule = find(content.rules, content.worksheets.when_to_ask.rule)
    if rule.waits is None:
        yield document.problem(("worksheets", "when_to_ask", "rule"), NO_WAITS.format(name=quoted(rule.id)))


def _unknown_fields(content: Content, document: Document) -> Iterator[Problem]:
    """Yield every hint or example answer of the follow-up note that names an unknown field."""
    fields = [each for step in content.worksheets.follow_up_note.steps for each in step.fields]
    known = {name for each in fields for name in ids_of(each)}
    for steps, spot in document.spots.items():
        if steps[:2] == NOTE and steps[-1] == "field" and spot.value not in known:
            name, ids = str(spot.value), [each.id for each in fields]
            message = NO_FIELD.format(name=quoted(name), near=did_you_mean(name, ids), known=listed(ids))
            yield document.problem(steps, message)


def _id_group(steps: Steps) -> Steps:
    """Return the scope in which the id at ``steps`` must be unique: for most entries, its list."""
    names = tuple(step for step in steps[:-1] if isinstance(step, str))
    return (*steps[: ONE_PAGE[names]], names[-1]) if names in ONE_PAGE else steps[:-2]


def _helplines_without_source(document: Document) -> Iterator[Problem]:
    for steps in _entry_ids(document, "helplines"):
        if (*steps[:2], "sources") not in document.spots:
            yield document.problem(steps[:2], "the key `sources` is missing. Add a line `sources: …`.")


def _uncited_sources(document: Document, docs: Path) -> Iterator[Problem]:
    cited = _cited_in_content(document) | _cited_in_pages(docs)
    for steps, source in _entry_ids(document, "sources").items():
        if source not in cited:
            in_page = Call("cite", 0, 1, source)
            message = (
                f"nothing cites the source {quoted(source)}. "
                f"Name it in a list `sources:` or in a page with {quoted(str(in_page))}, or delete it."
            )
            yield document.problem(steps, message)


def _cited_in_content(document: Document) -> set[str]:
    return {
        spot.value
        for steps, spot in document.spots.items()
        if steps[-2:-1] == ("sources",) and isinstance(spot.value, str)
    }


def _cited_in_pages(docs: Path) -> set[str]:
    texts = (page.read_text("utf-8", errors="replace") for page in page_files(docs))
    return {source for text in texts for source in CITATION.findall(text)}
