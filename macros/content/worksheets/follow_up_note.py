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

    ``fills`` names the blanks of templates that it fills; the answers of several fields for one blank are joined. A
    line that consists of the blank of an empty ``optional`` field is left out. ``autocomplete`` is for what the
    browser may know about the reader (WCAG 2.2, 1.3.5).
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
    """The purpose of a field in one case, shown instead of its help."""

    field: Id
    text: Line


class NoteCase(Saved):
    """What happened, and the template of the note that it calls for.

    ``apology`` means that an apology is right, ``names_mistake`` that the slip must be named, ``asks_for_news`` that
    the note asks for an answer, so the day to ask again is counted from it. ``timing`` is given if the right time does
    not depend on the day of the interview.
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
    """The recipients of a note, and the paragraphs to put ``before`` or ``after`` its text for them."""

    title: Line
    before: Line | None = None
    after: Line | None = None


class Swap(Part):
    """Words to find in a template, and their replacement; an empty one may remove a paragraph."""

    find: Line
    replace: Annotated[str, StringConstraints(strict=True)]


class NoteTone(Saved):
    """The tone in which the interviewer wrote, and the words that it swaps in a note."""

    title: Line
    swaps: Some[Swap]


class NoteDays(Part):
    """What to put into the ``blank`` for the day; ``{day}`` is a date."""

    blank: Line
    today: Line
    yesterday: Line
    other: Annotated[AnyLine, blanks("day")]


class NoteCheck(Part):
    """The message of a check of a note in each state. ``{found}`` is the text that it is about."""

    title: Line
    empty: Line
    ok: Line
    warn: Annotated[AnyLine, blanks(may=("found",))]


class LengthCheck(NoteCheck):
    """Warns if a note has more than ``{most}`` words; ``{count}`` is how many it has."""

    ok: Annotated[Plural, forms("count", may=("most",))]  # type: ignore[assignment]
    warn: Annotated[Plural, forms("count", may=("most",))]  # type: ignore[assignment]
    most_words: Count


class WordsCheck(NoteCheck):
    """Looks for ``words``, which are in lower case and without contractions."""

    words: Some[Line]


class MistakeCheck(WordsCheck):
    """Says ``due`` if the case has to name the slip."""

    due: Line


class ApologyCheck(MistakeCheck):
    """Also warns of ``several`` apologies, and of a ``missing`` one in a case that calls for it."""

    several: Annotated[AnyLine, blanks(may=("found",))]
    missing: Line


class NameCheck(NoteCheck):
    """Checks the name of the recipient: ``titles`` are not part of a name, ``everyday`` words may also be names."""

    missing: Annotated[AnyLine, blanks(may=("found",))]
    titles: Some[Line]
    everyday: Some[Line]


class ConfidentialCheck(WordsCheck):
    """A reminder for the reader to tick."""

    tick: Line


class TimeCheck(NoteCheck):
    """Days since the interview: the right time for a note, and how long it is ``still_fine``.

    A note is ``stale`` if it says ``{found}``, such as "today", but the interview was on ``{day}``.
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
    """A contraction, and its long form."""

    short: Line
    long: Line


class NoteLanguage(Part):
    """Contractions and number words in the language of the site.

    The index of a word in ``units`` is its number; ``tens`` begin at twenty.
    """

    contractions: Some[Contraction]
    units: Some[Line]
    tens: Some[Line]
    large: Some[Line]


class NoteWords(Part):
    """Buttons and messages of the worksheet. ``{titles}`` are those of checks, ``{found}`` is not a valid address."""

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
    """The entry of an invented reader in one field."""

    field: Id
    value: Line


class NoteWorksheet(Worksheet):
    """A follow-up note, step by step: the answers fill the blanks of a template.

    ``only_if_true`` begins a line of a template that is left out until the reader confirms that it is true.
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
