"""``worksheets.follow_up_note``: a note, step by step, and its checks."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import StringConstraints

from macros.content.entries import Saved
from macros.content.values import (
    AnyLine,
    Count,
    Flag,
    Id,
    Line,
    NoteTemplateId,
    Part,
    Plural,
    Some,
    Text,
    blanks,
    forms,
)
from macros.content.worksheets.fields import Worksheet, WorksheetField


class NoteField(WorksheetField):
    """One answer in the steps of a note.

    ``fills`` names the blanks of templates that it goes into; answers to several fields with one blank
    are joined. A line that is only the blank of an ``optional`` field is left out while that is empty.
    ``autocomplete`` is for what the reader's browser may know about them (WCAG 2.2, 1.3.5).
    """

    kind: Literal["choice", "line", "text", "date", "email", "tick"]
    fills: tuple[Line, ...] = ()
    optional: Flag = False
    autocomplete: Literal["off", "name", "tel"] = "off"


class NoteStep(Part):
    """One step on the way to a note."""

    title: Line
    text: Text
    fields: Some[NoteField]


class NoteHint(Part):
    """What a field is for in one case, in place of its help."""

    field: Id
    text: Line


class NoteCase(Saved):
    """What happened, and the template of the note that it calls for.

    ``apology`` tells that an apology is right, ``names_mistake`` that the slip must be named, ``asks_for_news``
    that the note asks for an answer: the day to ask once more is counted from it. ``timing`` stands where the
    time of the note does not depend on the day of the interview.
    """

    title: Line
    template: NoteTemplateId
    apology: Flag = False
    names_mistake: Flag = False
    asks_for_news: Flag = False
    why: Line
    timing: Line | None = None
    hints: tuple[NoteHint, ...] = ()


class NoteRecipients(Saved):
    """Who gets a note, and the paragraphs that this puts ``before`` it or ``after`` its text."""

    title: Line
    before: Line | None = None
    after: Line | None = None


class Swap(Part):
    """Words of a template, and those that stand there instead; a paragraph may go."""

    find: Line
    replace: Annotated[str, StringConstraints(strict=True)]


class NoteTone(Saved):
    """How the interviewer wrote, and what this changes in a note."""

    title: Line
    swaps: Some[Swap]


class NoteDays(Part):
    """What the ``blank`` for the day becomes; ``{day}`` is a date."""

    blank: Line
    today: Line
    yesterday: Line
    other: Annotated[AnyLine, blanks("day")]


class NoteCheck(Part):
    """What a check of a note says in each of its states. ``{found}`` is what it is about."""

    title: Line
    empty: Line
    ok: Line
    warn: Annotated[AnyLine, blanks(may=("found",))]


class LengthCheck(NoteCheck):
    """``{count}`` words are too many when there are more than ``{most}``."""

    ok: Annotated[Plural, forms("count", may=("most",))]  # type: ignore[assignment]
    warn: Annotated[Plural, forms("count", may=("most",))]  # type: ignore[assignment]
    most_words: Count


class WordsCheck(NoteCheck):
    """Looks for ``words``, which are written small and without contractions."""

    words: Some[Line]


class MistakeCheck(WordsCheck):
    """``due`` stands where the case has to name the slip."""

    due: Line


class ApologyCheck(MistakeCheck):
    """``several`` apologies are too many, and a case that calls for one may be ``missing`` it."""

    several: Annotated[AnyLine, blanks(may=("found",))]
    missing: Line


class NameCheck(NoteCheck):
    """``titles`` are no part of a name; ``everyday`` words may also be names."""

    missing: Annotated[AnyLine, blanks(may=("found",))]
    titles: Some[Line]
    everyday: Some[Line]


class ConfidentialCheck(WordsCheck):
    """A reminder, which the reader ticks."""

    tick: Line


class TimeCheck(NoteCheck):
    """In days since the interview: the right time, and how long a note is ``still_fine``.

    A note is ``stale`` that says ``{found}``, such as "today", while the interview was on ``{day}``.
    """

    one_day: Count
    still_fine: Count
    later: Line
    future: Line
    stale: Annotated[AnyLine, blanks(may=("found", "day"))]


class NoteChecks(Part):
    """Every check of a note, in the order in which they are shown."""

    length: LengthCheck
    one_point: WordsCheck
    apology: ApologyCheck
    mistake: MistakeCheck
    blanks: NoteCheck
    name: NameCheck
    claims: WordsCheck
    confidential: ConfidentialCheck
    time: TimeCheck


class Contraction(Part):
    """What is written short, and the same written out."""

    short: Line
    long: Line


class NoteLanguage(Part):
    """How the site's language writes short forms, and numbers in words.

    The place of a word among ``units`` is its number; ``tens`` begin at twenty.
    """

    contractions: Some[Contraction]
    units: Some[Line]
    tens: Some[Line]
    large: Some[Line]


class NoteWords(Part):
    """Buttons and messages of the worksheet. ``{titles}`` are those of checks, ``{found}`` what is no address."""

    template: Line
    apology: Line
    change_case: Line
    see: Line
    choose: Line
    new: Line
    by_hand: Line
    write_anew: Line
    written_anew: Line
    undo_write_anew: Line
    copy_note: Line
    copy_subject: Line
    open_mail: Line
    too_long: Line
    unread: Annotated[AnyLine, blanks(may=("found",))]
    download: Line
    more: Line
    file_name: Line
    not_sent: Line
    checks: Line
    ok: Line
    warn: Line
    empty: Line
    nothing_to_mend: Line
    to_mend: Annotated[AnyLine, blanks("titles")]


class ExampleAnswer(Part):
    """What an invented reader wrote into a field."""

    field: Id
    value: Line


class NoteWorksheet(Worksheet):
    """A follow-up note, step by step: the answers fill the blanks of a template.

    ``only_if_true`` begins a line of a template that stays out until the reader says that it is true.
    """

    steps: Some[NoteStep]
    cases: Some[NoteCase]
    recipients: Some[NoteRecipients]
    tones: Some[NoteTone]
    only_if_true: Line
    days: NoteDays
    subject: WorksheetField
    note: WorksheetField
    checks: NoteChecks
    language: NoteLanguage
    words: NoteWords
    example: Some[ExampleAnswer]
