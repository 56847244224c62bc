"""Views: one pure function for each macro, from the content to what its template needs.

Every public function here is a macro of the same name (``macros.pages.MACROS`` lists them). It
takes the content, or the conformance report, and the macro's argument and returns a ``View``: a template and its values.
Nothing here knows of pages, addresses or the site generator.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any, TypeVar

from macros.conformance import (
    Chapter,
    Conformance,
    Finding,
    Term,
    WcagFinding,
    en_301_549_clauses,
    section_508_clauses,
    standards_of,
    versions_of,
)
from macros.models import (
    Cited,
    Country,
    Entry,
    GradeWords,
    Helpline,
    Item,
    Plan,
    Recovery,
    Source,
    StarComponent,
    StarSheet,
    Worksheet,
    WorksheetField,
    YesNoList,
)
from macros.pictures import WIDTH, centered, column, text_box
from macros.saved import (
    RECORDS,
    SavedEntry,
    SavedRecords,
    SavedSheet,
    Sheet,
    saved_sheet,
    saved_sheets,
    still_open,
    worksheet_fields,
)

LONGEST_BAR = 250  # of the picture's width, which leaves room for its number
NOTE_SIDES = {"can": 0, "cannot": 186}  # where each side of the picture starts
BLANK = re.compile(r"(\[[^\]]+\])")
AnyEntry = TypeVar("AnyEntry", bound=Entry)


@dataclass(frozen=True)
class View:
    """What to draw: the template's name without its ending, and the values it reads."""

    template: str
    values: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Group:
    """Items of a checklist under one title: a day of the plan, or all of them without a title."""

    id: str | None
    title: str | None
    entries: Sequence[SavedEntry]


@dataclass(frozen=True)
class Cell:
    """One cell of a table: its column's title and its inline text; ``name`` styles it."""

    name: str
    label: str
    text: str


@dataclass(frozen=True)
class Row:
    """One row: its permanent id, its cells (the first names the row), the sources behind it."""

    id: str
    cells: tuple[Cell, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Span:
    """A part of a whole: its name, where it starts and how much it takes, in percent of the whole."""

    label: str
    start: int
    share: int


@dataclass(frozen=True)
class FindingRow:
    """One row of the conformance report.

    ``id`` is its place on the page, such as ``wcag-1-4-3``; ``answers`` names the clauses that it
    answers, by the short name of their standard.
    """

    id: str
    finding: Finding
    term: Term
    answers: dict[str, Sequence[str]]


@dataclass(frozen=True)
class ChapterTable:
    """A chapter of the report with its rows, and how many of them there are for each term."""

    chapter: Chapter[Any]
    rows: Sequence[FindingRow]
    counts: dict[str, int]


def find(entries: Iterable[AnyEntry], entry_id: str) -> AnyEntry:
    """Return the entry with this id; ``macros.pages`` has made sure that there is one."""
    return next(entry for entry in entries if entry.id == entry_id)


def page_facts(meta: Mapping[str, Any]) -> View:
    """How long a page takes and when it was last reviewed, from its front matter.

    The theme calls it for every page: it is no macro.
    """
    return View("page_facts", {"takes": meta.get("takes"), "revised": meta.get("revised")})


def asked_here(recovery: Recovery, page: str) -> View:
    """The questions that come up on a page, as links to their answers.

    The theme calls it for every page too; ``page`` is its path below ``docs/``.
    """
    answers = [answer for topic in recovery.questions for answer in topic.questions]
    return View("asked_here", {"answers": [each for each in answers if page in (each.asked_on or ())]})


# Checklists


def checklist(recovery: Recovery, checklist_id: str) -> View:
    """A checklist to tick or to answer."""
    return sheet_view(saved_sheet(find(recovery.checklists, checklist_id)))


def plan(recovery: Recovery) -> View:
    """The five-day plan: one checklist in days."""
    return sheet_view(saved_sheet(recovery.plan))


def sheet_view(saved: SavedSheet) -> View:
    """A checklist or the plan, whose groups are its days."""
    sheet = saved.sheet
    if isinstance(sheet, Plan):
        groups = tuple(Group(day.id, day.title, _entries_of(saved, day.steps)) for day in sheet.days)
    else:
        groups = (Group(None, None, saved.open_entries),)
    return View(
        "checklist",
        {
            "checklist": sheet,
            "kind": sheet.kind if isinstance(sheet, YesNoList) else "tick",
            "groups": groups,
            "entries": saved.open_entries,
            "retired": saved.retired_entries,
        },
    )


def _entries_of(saved: SavedSheet, items: Sequence[Item]) -> tuple[SavedEntry, ...]:
    return tuple(entry for entry in saved.open_entries if entry.item in items)


def tools_index(recovery: Recovery) -> View:
    """Every worksheet, then every checklist, the plan last: what for, how long, and how far the reader is."""
    return View("tools_index", {"worksheets": _worksheets(recovery), "sheets": _open_sheets(recovery)})


def do_it_now(recovery: Recovery, tool: str | None) -> View:
    """The one tool of a guide, which its front matter names by the path of its page.

    The theme calls it for every page; ``tool`` is none where there is none.
    """
    tools: dict[str, Worksheet | Sheet] = {
        **{records.page: sheet for records, sheet in _worksheets(recovery)},
        **{saved.page: saved.sheet for saved in _open_sheets(recovery)},
    }
    return View("do_it_now", {"page": tool, "tool": tools.get(tool or "")})


def _worksheets(recovery: Recovery) -> list[tuple[SavedRecords, Worksheet]]:
    """Return each worksheet with the records that it keeps."""
    return [(each, getattr(recovery.worksheets, each.kind.replace("-", "_"))) for each in RECORDS]


def _open_sheets(recovery: Recovery) -> list[SavedSheet]:
    return [saved for saved in saved_sheets(recovery) if not saved.sheet.retired]


# Everything a reader has saved


def my_recovery(recovery: Recovery) -> View:
    """Every list with its answers, where the reader stopped, and the one next thing."""
    return View(
        "my_recovery",
        {
            "worksheets": [
                (records, sheet.title, _field_words(recovery, sheet))
                for records, sheet in _worksheets(recovery)
            ],
            "sheets": saved_sheets(recovery),
            "answers": _answer_words(recovery),
        },
    )


def carry_on(recovery: Recovery) -> View:
    """For a returning visitor: the list that they worked on last."""
    return View("carry_on", {"sheets": _open_sheets(recovery)})


def copies(recovery: Recovery) -> View:
    """Saving and loading a copy of everything."""
    return View("copies", {"answers": _answer_words(recovery)})


def transfer(_recovery: Recovery) -> View:
    """A link and a code that carry everything to another device."""
    return View("transfer")


def shared_computer(_recovery: Recovery) -> View:
    """The switch for a computer that others use too."""
    return View("shared_computer")


def clear_all(_recovery: Recovery) -> View:
    """Deleting everything, with a way back."""
    return View("clear_all")


def _answer_words(recovery: Recovery) -> dict[str, str]:
    """Return the words for each value that the scripts save; an empty one stands for no answer."""
    words = recovery.ui.answers
    return {
        "": words.none,
        "ticked": words.ticked,
        "yes": words.yes,
        "no": words.no,
        "unsure": words.unsure,
    }


# Where readers write


def debrief(recovery: Recovery) -> View:
    """Notes on interviews, question by question, with one of the examples to try."""
    sheet = recovery.worksheets.debrief
    example = recovery.examples[0]
    fields = {field.id: field for field in (*sheet.interview, *sheet.row)}
    return View(
        "debrief",
        {
            "sheet": sheet,
            "fields": fields,
            "field_words": _field_words(recovery, sheet),
            "causes": still_open(recovery.root_causes),
            "summary": example.summary,
            "example": {
                "interview": {"well": example.went_well},
                "rows": [row.model_dump() for row in example.debrief],
            },
        },
    )


def _field_words(recovery: Recovery, sheet: Worksheet) -> dict[str, dict[str, Any]]:
    """Return the label of each field of a worksheet, and the words for the choices that it offers."""
    fields = [field for _, field in worksheet_fields(sheet)]
    if isinstance(sheet, StarSheet):
        # The four parts stand behind the question.
        fields[1:1] = [_field_of(part) for part in recovery.star]
    words = {
        field.id: {"label": field.label, "choices": {each.id: each.label for each in field.choices or ()}}
        for field in fields
    }
    if "cause" in words:
        words["cause"]["choices"] = {cause.id: cause.title for cause in recovery.root_causes}
    return words


# The guide


def situations(recovery: Recovery) -> View:
    """The ways in, as cards."""
    return View("situations", {"situations": recovery.situations})


def situation(recovery: Recovery, situation_id: str) -> View:
    """One way in: comfort first, then ordered steps."""
    return View("situation", {"situation": find(recovery.situations, situation_id)})


def root_causes(recovery: Recovery) -> View:
    """The causes, each with its sign, its questions and what to do."""
    return View("root_causes", {"causes": still_open(recovery.root_causes)})


def rule(recovery: Recovery, rule_id: str) -> View:
    """Advice that several pages repeat; away from its home it leads there."""
    return View("rule", {"rule": find(recovery.rules, rule_id)})


def note_template(recovery: Recovery, template_id: str) -> View:
    """A note to copy. Its subject and body come in parts that alternate between text and blank."""
    note = find(recovery.note_templates, template_id)
    parts = {"subject_parts": BLANK.split(note.subject), "body_parts": BLANK.split(note.body)}
    return View("note_template", {"note": note, **parts})


def follow_up_note(recovery: Recovery) -> View:
    """The worksheet for a note: its steps, the note itself, and its checks."""
    sheet = recovery.worksheets.follow_up_note
    choices = {
        "to": [(each, each.title) for each in sheet.recipients],
        "region": [(each, each.name) for each in recovery.regions],
        "tone": [(each, each.title) for each in sheet.tones],
    }
    return View(
        "follow_up_note",
        {
            "sheet": sheet,
            "choices": choices,
            "regions": still_open(recovery.regions),
            "titles": {note.id: note.title for note in recovery.note_templates},
            "checks": {name.replace("_", "-"): check for name, check in sheet.checks},
            "settings": _note_settings(recovery),
        },
    )


def _note_settings(recovery: Recovery) -> dict[str, Any]:
    """Return what the script of the worksheet needs: templates, rules and sentences."""
    sheet = recovery.worksheets.follow_up_note
    used = {case.template for case in sheet.cases}
    notes = [note for note in recovery.note_templates if note.id in used]
    swaps = [swap.replace for tone in sheet.tones for swap in tone.swaps]
    asides = [aside for each in sheet.recipients for aside in (each.before, each.after) if aside]
    parts = ("cases", "recipients", "tones", "only_if_true", "days", "checks", "language", "words")
    return {
        **sheet.model_dump(include=set(parts)),
        "checks": {name.replace("_", "-"): check.model_dump() for name, check in sheet.checks},
        "fields": [part.model_dump() for step in sheet.steps for part in step.fields],
        "templates": {note.id: {"subject": note.subject, "body": note.body} for note in notes},
        "template_words": "\n".join([*(note.body for note in notes), *swaps, *asides]),
        "example": {answer.field: answer.value for answer in sheet.example},
        "subject": sheet.subject.label,
        "locale": recovery.ui.page.language,
    }


def questions(recovery: Recovery, topic_id: str | None = None) -> View:
    """Questions and answers: those of one topic, or all topics under headings."""
    topics = recovery.questions if topic_id is None else (find(recovery.questions, topic_id),)
    return View("questions", {"topics": topics, "with_titles": topic_id is None})


def example(recovery: Recovery, example_id: str) -> View:
    """One invented interview, from the debrief to a note and a better answer."""
    causes = {cause.id: cause.title for cause in recovery.root_causes}
    shown = find(recovery.examples, example_id)
    return View("example", {"example": shown, "causes": causes, "star": recovery.star})


def region(recovery: Recovery, region_id: str) -> View:
    """What may differ in one region: rights before style, then each of its countries."""
    region = find(recovery.regions, region_id)
    countries = [_country(recovery, country) for country in region.countries]
    return View("region", {"region": region, "countries": countries})


def _country(recovery: Recovery, country: Country) -> tuple[Country, list[Helpline], list[str]]:
    """Return a country with its helplines, and the sources behind it and them, each once."""
    lines = [find(recovery.helplines, line) for line in country.helplines or ()]
    cited = [*(country.sources or ()), *(source for line in lines for source in line.sources)]
    return country, lines, list(dict.fromkeys(cited))


def law(recovery: Recovery, rule_id: str) -> View:
    """What the law says in one place, with the day when somebody looked it up."""
    return View("law", {"rule": find(recovery.law, rule_id)})


def hiring_practices(recovery: Recovery) -> View:
    """Habits of a fair hiring team."""
    return View("hiring_practices", {"practices": recovery.hiring.practices})


def support(recovery: Recovery) -> View:
    """Where to find someone to talk to."""
    return View("support", {"lines": recovery.helplines})


# Worksheets


def star_answer(recovery: Recovery) -> View:
    """Answers in the four parts of STAR, checked while they are written, and practice out loud."""
    sheet = recovery.worksheets.star_answer
    rules = {
        "language": recovery.ui.page.language,
        "limits": sheet.limits.model_dump(),
        "states": sheet.states.model_dump(),
        **sheet.word_lists.model_dump(),
    }
    example = find(recovery.examples, sheet.example).rewrite
    # An example quotes what was said; a reader writes without quotes.
    texts = {name: text.strip('"') for name, text in example.after.model_dump().items()}
    values = {
        "sheet": sheet,
        "rules": rules,
        "parts": [(part, _field_of(part)) for part in recovery.star],
        "example": {sheet.question.id: example.question, **texts},
    }
    return View("star_answer", values)


def _field_of(part: StarComponent) -> WorksheetField:
    """Return where a reader writes one part of STAR: its help says what the part is for."""
    return WorksheetField.model_construct(id=part.id, label=part.component, help=part.tactic)


# Pictures


def star_shares(recovery: Recovery) -> View:
    """A picture of where the time of an answer goes: the parts of STAR one after the other."""
    starts = accumulate((part.share for part in recovery.star), initial=0)
    pairs = zip(recovery.star, starts, strict=False)  # one start more than parts: where the last one ends
    parts = tuple(Span(part.component, start, part.share) for part, start in pairs)
    return View("star_shares", {"parts": parts})


def cause_path(recovery: Recovery) -> View:
    """A picture of the questions that lead to a cause: each Yes to one, each No to the next question."""
    end = recovery.ui.pictures.cause_path_end
    causes = still_open(recovery.root_causes)
    *questions, last = column([*(cause.test for cause in causes), end], 0, 1, 176, gap=32)
    titles = (cause.title for cause in causes)
    steps = tuple(
        (question, centered(text_box(title, 212, 0, 147), question.middle))
        for question, title in zip(questions, titles, strict=True)
    )
    return View("cause_path", {"steps": steps, "end": last, "causes": causes})


def plan_path(recovery: Recovery) -> View:
    """A picture of the plan: its days as stops on a way."""
    stops = column([day.title for day in recovery.plan.days], 72, 0, WIDTH - 72, gap=28)
    totals = [sum(not step.retired for step in day.steps) for day in recovery.plan.days]
    return View("plan_path", {"stops": tuple(zip(stops, totals, strict=True)), "days": recovery.plan.days})


def search_lengths(recovery: Recovery) -> View:
    """A picture of how long people look for a job, with its sources."""
    lengths = recovery.search_lengths
    longest = max(length.weeks for length in lengths)
    labels = column([length.label for length in lengths], 0, 0, WIDTH, gap=38)
    bars = tuple(
        (label, length.weeks, round(LONGEST_BAR * length.weeks / longest))
        for label, length in zip(labels, lengths, strict=True)
    )
    sources = tuple(dict.fromkeys(source for length in lengths for source in length.sources or ()))
    return View("search_lengths", {"bars": bars, "lengths": lengths, "cited": sources})


def note_reach(recovery: Recovery) -> View:
    """A picture of what a note can do beside what it cannot."""
    reach = recovery.note_reach
    sides = [(name, column(getattr(reach, name), x + 26, 44, 146, gap=4)) for name, x in NOTE_SIDES.items()]
    return View("note_reach", {"sides": sides, "reach": reach, "left": NOTE_SIDES})


# Tables


def star_table(recovery: Recovery) -> View:
    """STAR: what goes wrong in each part, how to mend it, an example before and after."""
    columns = ("component", "share", "mistake", "tactic", "before", "after")
    return _table(recovery, "star", recovery.star, columns)


def recoverable_table(recovery: Recovery) -> View:
    """Blunders: can it be mended, how, and how not."""
    columns = ("blunder", "mendable", "how", "how_not")
    return _table(recovery, "recoverable", recovery.recoverable, columns)


def signals_table(recovery: Recovery) -> View:
    """Signals: what each can mean and what to do."""
    columns = ("signal", "example", "meaning", "action")
    return _table(recovery, "signals", recovery.signals, columns)


def regions_table(recovery: Recovery) -> View:
    """The regions side by side, each linked to its page."""
    columns = ("region", "manner", "follow_up", "ask")
    return _table(recovery, "regions", still_open(recovery.regions), columns)


def feedback_table(recovery: Recovery) -> View:
    """Feedback for candidates: what to avoid, what to say instead."""
    columns = ("situation", "instead_of", "say")
    return _table(recovery, "feedback", recovery.hiring.feedback, columns)


def _table(recovery: Recovery, name: str, entries: Sequence[Cited], columns: Sequence[str]) -> View:
    """A table whose rows are entries; the first column names the row.

    The words of column ``how`` of the table ``star`` are ``ui.table.star_how``.
    """
    words = recovery.ui.table
    labels = [getattr(words, f"{name}_{column}") for column in columns]
    rows = [
        Row(
            entry.id,
            tuple(
                Cell(column, label, _cell_text(recovery, entry, column))
                for column, label in zip(columns, labels, strict=True)
            ),
            entry.sources or (),
        )
        for entry in entries
    ]
    caption = getattr(words, f"{name}_caption")
    return View("data_table", {"name": name, "caption": caption, "labels": labels, "rows": rows})


def _cell_text(recovery: Recovery, entry: Cited, column: str) -> str:
    """Return a cell as inline Markdown; the few cells that are not texts are put into words."""
    match column:
        case "region":
            return f"[{entry.name}](regions/{entry.id}.md)"  # type: ignore[attr-defined]
        case "share":
            return f"{entry.share}%"  # type: ignore[attr-defined]
        case "mendable":
            return str(getattr(recovery.ui.mendable, entry.mendable))  # type: ignore[attr-defined]
        case _:
            return str(getattr(entry, column))


# The conformance report


def conformance_report(report: Conformance) -> View:
    """What the site supports of each accessibility standard, and what shows it."""
    tables = [
        (standard, [_chapter_table(report, name, chapter) for chapter in standard.chapters])
        for name, standard in standards_of(report).items()
    ]
    return View("conformance_report", {"report": report, "terms": _terms(report), "standards": tables})


def _chapter_table(report: Conformance, standard: str, chapter: Chapter[Any]) -> ChapterTable:
    terms = _terms(report)
    rows = [
        FindingRow(
            f"{standard}-{finding.criterion.replace('.', '-')}",
            finding,
            terms[finding.conformance],
            _answers(report, finding),
        )
        for finding in chapter.findings or ()
    ]
    counted = Counter[str](row.finding.conformance for row in rows)
    return ChapterTable(
        chapter, rows, {term.label: counted[level] for level, term in terms.items() if counted[level]}
    )


def _terms(report: Conformance) -> dict[str, Term]:
    """Return each term by its name in the data."""
    fields = type(report.terms).model_fields
    return {field.alias or name: getattr(report.terms, name) for name, field in fields.items()}


def _answers(report: Conformance, finding: Finding) -> dict[str, Sequence[str]]:
    """Return what a success criterion answers; the clauses of the other standards stand for themselves."""
    if not isinstance(finding, WcagFinding):
        return {}
    answers = {
        report.wcag.short: versions_of(finding),
        report.section_508.short: section_508_clauses(finding),
        report.en_301_549.short: en_301_549_clauses(finding),
    }
    return {short: numbers for short, numbers in answers.items() if numbers}


# Sources


def cite(recovery: Recovery, source_id: str) -> View:
    """A short citation that links to the source."""
    return View("cite", {"source": find(recovery.sources, source_id)})


def sources_list(recovery: Recovery) -> View:
    """Every source, by grade and then by author."""
    groups = [
        (grade, words, sorted((s for s in recovery.sources if s.grade == grade), key=_author))
        for grade, words in grades(recovery)
    ]
    return View("sources_list", {"groups": [group for group in groups if group[2]]})


def grades_list(recovery: Recovery) -> View:
    """What each grade of evidence means."""
    return View("grades_list", {"grades": grades(recovery)})


def grades(recovery: Recovery) -> list[tuple[str, GradeWords]]:
    """Return each grade's id with its words, strongest kind of evidence first."""
    fields = type(recovery.ui.grades).model_fields
    return [(field.alias or name, getattr(recovery.ui.grades, name)) for name, field in fields.items()]


def _author(source: Source) -> tuple[str, int]:
    return source.author.casefold(), source.year or 0
