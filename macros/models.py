"""The shape of ``docs/data/recovery.yml``: frozen types, nothing else.

Every part of the content file is one model here. The models know three kinds of string:

* ``Line``: plain text, shown as it is (titles, labels);
* ``Text``: inline Markdown (emphasis, code, links); raw HTML in it is shown as text;
* ``Id``: a permanent kebab-case name. Ids key saved ticks and addresses, so they never change.

Links and references are checked while the models are built, against the ``References`` that the
loader passes as validation context, so that one run reports every problem of the file.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Annotated, Literal, Self, TypeVar

from babel import Locale, UnknownLocaleError
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationInfo,
    model_validator,
)
from pydantic_core import PydanticCustomError

from macros.inline import page_links
from macros.phrases import BLANK, blanks_in

KEBAB_CASE = r"^[a-z0-9]+(-[a-z0-9]+)*$"
ISO_DATE = r"\d{4}-\d{2}-\d{2}"
PHONE_NUMBER = r"^\+?\d+( \d+)*$"

# Parts whose entries are named elsewhere in the content file.
NAMED_PARTS = ("examples", "helplines", "law", "note_templates", "root_causes", "sources")


@dataclass(frozen=True)
class References:
    """What a content file may point at.

    Attributes:
        pages: Markdown paths below ``docs/`` with forward slashes, such as ``guide/star.md``.
        ids: the ids of a part, for each of ``NAMED_PARTS``.
        tests: files of tests and tools, and ``file::test`` for each test in them.
    """

    pages: frozenset[str]
    ids: Mapping[str, frozenset[str]] = field(default_factory=dict)
    tests: frozenset[str] = frozenset()


def references_of(info: ValidationInfo) -> References:
    """Return what the loader passes with every validation."""
    assert isinstance(info.context, References)
    return info.context


def _check_pages(paths: list[str], info: ValidationInfo) -> None:
    """Every page must exist; an ``#anchor`` behind its path is left to the site tests."""
    pages = (path.partition("#")[0] for path in paths)
    unknown = [page for page in pages if page not in references_of(info).pages]
    if unknown:
        raise PydanticCustomError("unknown_pages", "no such pages", {"pages": unknown})


def _known_page(path: str, info: ValidationInfo) -> str:
    _check_pages([path], info)
    return path


def _known_links(text: str, info: ValidationInfo) -> str:
    _check_pages(page_links(text), info)
    return text


def _known_in(part: str) -> AfterValidator:
    """Return the check that a text is the id of an entry of ``part``."""

    def check(entry_id: str, info: ValidationInfo) -> str:
        if entry_id not in references_of(info).ids[part]:
            raise PydanticCustomError("unknown_id", "no such id in {part}", {"part": part})
        return entry_id

    return AfterValidator(check)


def _iso_date(value: object) -> object:
    """YAML reads 2026-11-22 as a date already; a time or a number is none, in quotes or not."""
    if type(value) is dt.date or (isinstance(value, str) and re.fullmatch(ISO_DATE, value)):
        return value
    raise PydanticCustomError("not_a_date", "not a date")


def _known_language(code: str) -> str:
    try:
        Locale.parse(code, sep="-")
    except (UnknownLocaleError, ValueError) as error:
        raise PydanticCustomError("unknown_language", "no such language") from error
    return code


def _check_blanks(text: str, must: Sequence[str], may: Sequence[str]) -> str:
    found = blanks_in(text)
    unknown, missing = sorted(found - {*must, *may}), sorted(set(must) - found)
    if unknown or missing:
        details = {"unknown": unknown, "missing": missing, "known": [*must, *may]}
        raise PydanticCustomError("other_blanks", "other blanks", details)
    return text


def _without_blanks(text: str) -> str:
    if BLANK.search(text):
        _check_blanks(text, (), ())
    return text


def blanks(*must: str, may: Sequence[str] = ()) -> AfterValidator:
    """Return the check that a text holds each of these blanks, such as ``{done}``, and no other."""
    return AfterValidator(lambda text: _check_blanks(text, must, may))


Id = Annotated[str, StringConstraints(strict=True, pattern=KEBAB_CASE)]
AnyLine = Annotated[str, StringConstraints(strict=True, strip_whitespace=True, min_length=1)]
Line = Annotated[AnyLine, AfterValidator(_without_blanks)]
Text = Annotated[Line, AfterValidator(_known_links)]
PagePath = Annotated[Line, AfterValidator(_known_page)]
SourceId = Annotated[Line, _known_in("sources")]
ExampleId = Annotated[Line, _known_in("examples")]
RootCauseId = Annotated[Line, _known_in("root_causes")]
NoteTemplateId = Annotated[Line, _known_in("note_templates")]
LegalRuleId = Annotated[Line, _known_in("law")]
HelplineId = Annotated[Line, _known_in("helplines")]
Language = Annotated[Line, AfterValidator(_known_language)]
WebAddress = Annotated[str, StringConstraints(strict=True, pattern=r"^https?://\S+$")]
PhoneNumber = Annotated[str, StringConstraints(strict=True, pattern=PHONE_NUMBER)]
Day = Annotated[dt.date, BeforeValidator(_iso_date)]
Count = Annotated[int, Field(strict=True, ge=0)]
Flag = Annotated[bool, Field(strict=True)]
Percent = Annotated[int, Field(strict=True, ge=1, le=100)]

Weeks = Annotated[float, Field(strict=True, gt=0)]

Anything = TypeVar("Anything")
Some = Annotated[tuple[Anything, ...], Field(min_length=1)]


class Part(BaseModel):
    """Base of every model: frozen, and an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Entry(Part):
    """Anything with a permanent id."""

    id: Id


class Plural(Part):
    """A phrase in the plural forms of its language, by the names of CLDR: see ``macros.phrases``."""

    zero: AnyLine | None = None
    one: AnyLine | None = None
    two: AnyLine | None = None
    few: AnyLine | None = None
    many: AnyLine | None = None
    other: AnyLine

    @property
    def forms(self) -> dict[str, str]:
        """Return the forms that there are."""
        return {name: text for name, text in self if text is not None}


def forms(number: str, *, may: Sequence[str] = ()) -> AfterValidator:
    """Return the check that a phrase says a number, first of all; ``one`` may put it into words."""

    def check(words: Plural) -> Plural:
        for name, text in words.forms.items():
            _check_blanks(text, (number,) if name == "other" else (), (number, *may))
        return words

    return AfterValidator(check)


class Saved(Entry):
    """An entry whose id keys what readers save.

    ``was`` names the ids that it had before, so that what is saved under them follows. ``retired``
    takes it off the site; what readers have saved is still shown to them.
    """

    was: Some[Id] | None = None
    retired: Flag = False


class Cited(Entry):
    """An entry that may rest on sources, named by their ids; none means practitioner advice."""

    sources: Some[SourceId] | None = None


class Checked(Cited):
    """What was true on the day when somebody looked it up, and may change: look again by ``check_again_by``."""

    checked: Day
    check_again_by: Day

    @model_validator(mode="after")
    def _runs_onward(self) -> Self:
        if self.check_again_by <= self.checked:
            raise PydanticCustomError("checked_turned", "checked after check_again_by")
        return self


class Sought(Cited):
    """An entry that readers look for: ``also`` holds the words of their own that the entry does not use."""

    also: Some[Line] | None = None


class Link(Part):
    """A way on to another page of the site: ``page`` may end in ``#anchor``."""

    page: PagePath
    text: Line


class Message(Part):
    """A short headline and what it means for the reader."""

    title: Line
    text: Text


class Case(Entry):
    """What to do for a reader for whom ``when`` is true."""

    when: Line
    text: Text


# Checklists


class Item(Saved):
    """One thing to do: ``text`` labels its box, ``help`` says more under it.

    ``branches`` tell what the item means, depending on where the reader stands.
    """

    text: Text
    help: Text | None = None
    link: Link | None = None
    branches: Some[Case] | None = None


class Question(Item):
    """One thing to answer Yes, No or Not sure: ``when_no`` says what to work on after a No."""

    when_no: Text


class Verdict(Message):
    """What ``no_min`` to ``no_max`` answers of No say, both ends included."""

    id: Id
    no_min: Count
    no_max: Count

    @model_validator(mode="after")
    def _runs_upward(self) -> Self:
        if self.no_min > self.no_max:
            raise PydanticCustomError("verdict_turned", "no_min above no_max")
        return self


class Checklist(Saved):
    """What both kinds of checklist have.

    ``purpose`` is the one main message on top; ``takes`` says how much time, in words; ``want`` is what a reader
    wants who needs it, after "I want to".
    """

    title: Line
    want: Line | None = None
    purpose: Text
    revised: Day
    takes: Line | None = None


class TickList(Checklist):
    """A checklist to tick, with what to say when all of it is done."""

    kind: Literal["tick"]
    items: Some[Item]
    done: Message


class YesNoList(Checklist):
    """A checklist to answer, with the rule that scores it.

    ``scoring`` is the rule in words, also printed. ``verdicts`` cover every possible number of
    No answers exactly once; ``unfinished`` stands while answers are missing.
    """

    kind: Literal["yes-no"]
    items: Some[Question]
    scoring: Text
    verdicts: Some[Verdict]
    unfinished: Message

    @model_validator(mode="after")
    def _verdicts_cover_every_count(self) -> Self:
        most = sum(not item.retired for item in self.items)
        covered = Counter(
            count
            for verdict in self.verdicts
            for count in range(verdict.no_min, min(verdict.no_max, most) + 1)
        )
        missing = [count for count in range(most + 1) if not covered[count]]
        twice = [count for count in range(most + 1) if covered[count] > 1]
        if missing or twice:
            details = {"most": most, "missing": missing, "twice": twice}
            raise PydanticCustomError("verdict_gap", "verdicts must cover 0 to {most}", details)
        return self


AnyChecklist = Annotated[TickList | YesNoList, Field(discriminator="kind")]


# The guide


class StarComponent(Cited):
    """One letter of STAR: what goes wrong in it and how to mend it.

    ``id`` also names a field of a worksheet. ``share`` is its part of the speaking time in percent; the
    four add up to 100.
    """

    id: Literal["situation", "task", "action", "result"]
    component: Line
    share: Percent
    mistake: Text
    tactic: Text
    before: Text
    after: Text


class RootCause(Cited, Saved):
    """One reason why an interview goes wrong: how it shows, what to ask oneself, what to do.

    ``test`` is a question whose Yes means this cause, asked in the order of the list.
    """

    title: Line
    test: Line
    sign: Text
    questions: Some[Text]
    fix: Text
    link: Link


class Step(Entry):
    """One thing to do now, in order."""

    title: Line
    text: Text
    link: Link | None = None


class Situation(Sought):
    """One way in: where the reader stands, a word of comfort, then ordered steps.

    ``title`` is what the reader would say; ``summary`` is the line under it on the home page.
    """

    title: Line
    summary: Line
    reassurance: Text
    steps: Some[Step]


class Blunder(Cited):
    """Something that went wrong: whether it can be mended, how, and how not."""

    blunder: Text
    mendable: Literal["often", "sometimes", "rarely"]
    how: Text
    how_not: Text
    link: Link | None = None


class NoteTemplate(Cited):
    """A note to send. ``subject`` and ``body`` hold blanks in square brackets.

    ``body`` keeps its line breaks. ``when`` says when to use it, ``cautions`` what to mind.
    """

    title: Line
    when: Text
    subject: Line
    body: Line
    cautions: Some[Text]


class Signal(Cited):
    """A kind of phrase, or a silence: what it can mean and what to do."""

    signal: Line
    example: Text
    meaning: Text
    action: Text


class Rule(Cited):
    """Advice that several pages repeat, in the same words everywhere. Its ``home`` says more about it."""

    text: Text
    home: Link


class PlanDay(Entry):
    """One day of the plan."""

    title: Line
    steps: Some[Item]


class Plan(Checklist):
    """The plan: a checklist to tick, in days. Step ids are unique in the whole plan."""

    days: Some[PlanDay]
    done: Message


class LegalRule(Checked):
    """What the law says in one place. ``applies_from`` is the first day of a rule that is new or to come."""

    jurisdiction: Line
    rule: Text
    applies_from: Day | None = None
    sources: Some[SourceId]


class Helpline(Checked):
    """Someone to talk to: a number to call, one to send a text message to, or both."""

    name: Line
    place: Line
    language: Language | None = None
    tel: PhoneNumber | None = None
    sms: PhoneNumber | None = None
    hours: Line
    url: WebAddress
    sources: Some[SourceId]

    @model_validator(mode="after")
    def _can_be_reached(self) -> Self:
        if self.tel is None and self.sms is None:
            raise PydanticCustomError("no_number", "neither tel nor sms")
        return self


class Greeting(Part):
    """How a note begins and ends in a ``language`` that is not the site's; ``name`` is what it is called."""

    name: Line
    language: Language
    opening: Line
    closing: Line


class Country(Cited):
    """What helps in one country of a region: who, until when, how people write, and whom to call."""

    name: Line
    help: Text
    law: Some[LegalRuleId] | None = None
    manner: Text | None = None
    greetings: Some[Greeting] | None = None
    helplines: Some[HelplineId] | None = None


class Region(Cited, Saved):
    """What may differ in one part of the world, always hedged.

    ``law`` and ``rights`` come before style. ``ask`` says how to find out what this employer likes.
    """

    name: Line
    summary: Text
    manner: Text
    follow_up: Text
    tips: Some[Case]
    law: Some[LegalRuleId] | None = None
    rights: Some[Text] | None = None
    countries: Some[Country]
    ask: Text


class SearchLength(Cited):
    """How long people look for a job: ``label`` says who, when and how it was counted."""

    label: Line
    weeks: Weeks


class NoteReach(Part):
    """What a follow-up note can do, and what it cannot."""

    can: Some[Line]
    cannot: Some[Line]


class Practice(Cited):
    """One habit of a fair hiring team."""

    title: Line
    text: Text


class FeedbackPhrase(Cited):
    """Feedback put well: the case, what to avoid, what to say instead (with blanks)."""

    situation: Line
    instead_of: Text
    say: Text


class Hiring(Part):
    """For hiring managers."""

    practices: Some[Practice]
    feedback: Some[FeedbackPhrase]


class Answer(Sought):
    """One question that readers ask, with its answer in one to three short paragraphs.

    ``asked_on`` names the pages where it comes up, which link to it. ``urgent`` puts every helpline into
    the answer itself.
    """

    question: Line
    answer: Some[Text]
    urgent: Flag = False
    asked_on: Some[PagePath] | None = None


class Topic(Entry):
    """Questions that belong together."""

    title: Line
    questions: Some[Answer]


# How weak an answer was, from one that needs no work to one that was not there. Readers have saved these.
Weakness = Literal["fine", "shaky", "weak", "missing"]


class DebriefRow(Part):
    """One question of an interview: what was answered, what was missing, what could be seen, and why."""

    question: Text
    response: Text
    missing: Text
    reaction: Text
    cause: RootCauseId
    weakness: Weakness


class ExampleNote(Part):
    """The note sent afterwards; ``situation`` says in which case. ``text`` keeps its line breaks."""

    situation: Line
    text: Line


class StarAnswer(Part):
    """An answer in the four parts of STAR."""

    situation: Text
    task: Text
    action: Text
    result: Text


class Rewrite(Part):
    """One answer, as it was given and as it was rewritten."""

    question: Text
    before: Text
    after: StarAnswer


class Example(Entry):
    """One invented interview, worked through from the debrief to a note and a better answer."""

    title: Line
    summary: Text
    debrief: Some[DebriefRow]
    went_well: Text
    note: ExampleNote
    rewrite: Rewrite


class Choice(Saved):
    """One of the answers that a field offers; its ``id`` is what is saved."""

    label: Line


class WorksheetField(Saved):
    """One field of a worksheet: ``id`` is its permanent name, ``label`` what it asks for."""

    label: Line
    help: Text | None = None
    choices: Some[Choice] | None = None


def _fields(*names: str, choices: str) -> AfterValidator:
    """Return the check that a worksheet has exactly these fields, and that one of them offers choices."""

    def check(fields: tuple[WorksheetField, ...]) -> tuple[WorksheetField, ...]:
        found = {field.id: field for field in fields}
        if set(found) != set(names):
            raise PydanticCustomError("other_fields", "other fields", {"names": names, "found": list(found)})
        if not found[choices].choices:
            raise PydanticCustomError("no_choices", "no choices", {"field": choices})
        return fields

    return AfterValidator(check)


class Worksheet(Part):
    """What every worksheet has; ``purpose`` is its one main message, ``want`` as for a checklist."""

    title: Line
    want: Line | None = None
    purpose: Text
    takes: Line
    revised: Day


class DebriefWords(Part):
    """``{number}``, ``{part}``, ``{total}``, ``{made}`` and ``{there}`` are numbers, ``{title}`` is a cause."""

    interview_title: Line
    interviews: Line
    new_interview: Line
    remove_interview: Line
    interview_removed: Line
    rows_title: Line
    row: Annotated[AnyLine, blanks("number")]
    add_row: Line
    capture: Line
    capture_help: Text
    capture_well: Line
    capture_row: Annotated[AnyLine, blanks("number", "part", "total")]
    capture_more: Annotated[AnyLine, blanks("number")]
    capture_back: Line
    capture_next: Line
    capture_another: Line
    capture_done: Line
    capture_stop: Line
    no_cause: Line
    causes_title: Line
    causes_none: Text
    causes_count: Annotated[AnyLine, blanks("title", "count")]
    causes_most: Line
    causes_tie: Text
    weakest_title: Line
    weakest_none: Text
    drafts: Line
    drafts_made: Annotated[AnyLine, blanks("made", "there")]
    drafts_link: Link


class DebriefSheet(Worksheet):
    """Notes on an interview, question by question.

    The choices of ``weakness`` go from the best answer, which needs no work, to the weakest.
    ``first_cause`` goes first when several causes come up equally often.
    """

    interview: Annotated[
        Some[WorksheetField], _fields("well", "company", "role", "date", "kind", choices="kind")
    ]
    row: Annotated[
        Some[WorksheetField],
        _fields("question", "response", "missing", "reaction", "cause", "weakness", choices="weakness"),
    ]
    first_cause: RootCauseId
    words: DebriefWords


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

    ``apology`` tells that an apology is right, ``names_mistake`` that the slip must be named. ``timing``
    stands where the time of the note does not depend on the day of the interview.
    """

    title: Line
    template: NoteTemplateId
    apology: Flag = False
    names_mistake: Flag = False
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
    unused: Line
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


class NoteSheet(Worksheet):
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


class SpeakingRate(Part):
    """Words a minute: what is usual, and the lowest and highest that a reader can set."""

    usual: Count
    lowest: Count
    highest: Count


class AnswerLimits(Part):
    """What the checks of an answer hold it against: ``story_share`` is that of Action and Result."""

    situation_sentences: Count
    story_share: Percent
    seconds: Count


class WordLists(Part):
    """Words that the checks of an answer look for; capitals make no difference.

    ``own`` and ``shared`` are the forms of "I" and "we", ``numbers`` are figures in words. ``feedback`` are
    verbs of somebody who gives feedback, ``unnamed`` stand for nobody in particular, ``between`` stand
    between who and the verb. ``titles`` end with a period and never end a sentence, ``abbreviations`` may;
    ``starters`` are words that are capital only at the start of a sentence.
    """

    own: Some[Line]
    shared: Some[Line]
    numbers: Some[Line]
    feedback: Some[Line]
    unnamed: Some[Line]
    between: Some[Line]
    titles: Some[Line]
    abbreviations: Some[Line]
    starters: Some[Line]


class AnswerCheck(Part):
    """One check of an answer: what it says in each state.

    ``{sentence}`` is the beginning of the sentence that it is about.
    """

    title: Line
    empty: Line


class ShareCheck(AnswerCheck):
    """Whether action and result have most of the words."""

    ok: Annotated[AnyLine, blanks(may=("share", "limit"))]
    warn: Annotated[AnyLine, blanks(may=("share", "limit", "sentence"))]


class SentencesCheck(AnswerCheck):
    """How many sentences the situation has."""

    ok: Annotated[AnyLine, blanks(may=("count", "limit"))]
    warn: Annotated[AnyLine, blanks(may=("count", "limit", "sentence"))]


class OwnPartCheck(AnswerCheck):
    """How often the reader says "I" and "we"."""

    ok: Annotated[AnyLine, blanks(may=("own", "shared"))]
    warn: Annotated[AnyLine, blanks(may=("own", "shared", "sentence"))]


class EvidenceCheck(AnswerCheck):
    """Whether the result has a figure or feedback."""

    ok: Annotated[AnyLine, blanks(may=("sentence",))]
    warn: Annotated[AnyLine, blanks(may=("sentence",))]


class TimeSpokenCheck(AnswerCheck):
    """How long it takes to say."""

    ok: Annotated[AnyLine, blanks(may=("time", "words", "limit", "rate"))]
    warn: Annotated[AnyLine, blanks(may=("time", "words", "limit", "sentence", "rate"))]


class AnswerChecks(Part):
    """Every check of an answer."""

    story_share: Annotated[ShareCheck, Field(alias="story-share")]
    situation_sentences: Annotated[SentencesCheck, Field(alias="situation-sentences")]
    own_part: Annotated[OwnPartCheck, Field(alias="own-part")]
    result_evidence: Annotated[EvidenceCheck, Field(alias="result-evidence")]
    speaking_time: Annotated[TimeSpokenCheck, Field(alias="speaking-time")]


class StateWords(Part):
    """The name of each state of a check."""

    ok: Line
    warn: Line
    empty: Line


class Layer(WorksheetField):
    """One layer of a story for questions that dig deeper, with what to ask oneself."""

    prompts: Some[Text]


class TimerSignal(Part):
    """What the timer says after some seconds."""

    seconds: Count
    text: Line


class TimerWords(Part):
    """A timer for an answer spoken out loud."""

    title: Line
    text: Text
    start: Line
    stop: Line
    reset: Line
    signals: Some[TimerSignal]


class RecorderWords(Part):
    """Recording with the microphone; the last six are what it says in each state."""

    title: Line
    text: Text
    record: Line
    stop: Line
    play: Line
    download: Line
    discard: Line
    player: Line
    asking: Line
    recording: Line
    recorded: Line
    denied: Line
    missing: Line
    discarded: Line


class StarSheetWords(Part):
    """What stands around the answers. ``{words}``, ``{share}``, ``{good}``, ``{total}``, ``{check}`` are filled in."""

    none: Text
    add: Line
    answer: Line
    from_debrief: Line
    response: Line
    missing: Line
    mistake: Line
    before_and_after: Line
    before: Line
    after: Line
    checks: Line
    shares: Line
    share: Annotated[Plural, forms("words", may=("share",))]
    summary: Annotated[AnyLine, blanks("good", "total")]
    next: Annotated[AnyLine, blanks("check")]
    layers: Line
    layers_help: Text
    practice: Line


class StarSheet(Worksheet):
    """Answers in the four parts of STAR; ``example`` names the one that readers can try it with."""

    question: WorksheetField
    example: ExampleId
    rate: SpeakingRate
    rate_field: WorksheetField
    limits: AnswerLimits
    word_lists: WordLists
    checks: AnswerChecks
    states: StateWords
    layers: Some[Layer]
    timer: TimerWords
    recorder: RecorderWords
    words: StarSheetWords


class Worksheets(Part):
    """Where readers write: each is a page of docs/worksheets/."""

    debrief: DebriefSheet
    follow_up_note: NoteSheet
    star_answer: StarSheet


# What kind of source it is. How far its evidence is contested is another question.
Grade = Literal["research", "official-statistics", "law", "law-told", "survey", "notice", "practitioner"]


class Source(Entry):
    """Something the site cites. ``note`` says what it supports, and no more.

    ``short`` names the author where there is little room; ``looked_up`` is the day on which somebody
    last saw that the source says so. ``language`` is that of the title, if it is another than the site's.
    ``contested`` evidence has good evidence against it.
    """

    author: Line
    short: Line
    year: Annotated[int, Field(strict=True, ge=1900, le=2100)] | None = None
    title: Line
    language: Language | None = None
    url: WebAddress
    grade: Grade
    contested: Flag = False
    looked_up: Day
    note: Text


# The words of buttons, notices and labels


class ChecklistWords(Part):
    """The words of checklists."""

    progress: Annotated[AnyLine, blanks("done", "total")]
    answered: Annotated[AnyLine, blanks("done", "total")]
    yes: Line
    no: Line
    unsure: Line
    reset: Line
    reset_done: Line
    undo: Line
    undo_done: Line
    print: Line
    print_blank: Line
    scoring_title: Line
    verdict_title: Line
    work_on_title: Line
    items: Annotated[Plural, forms("total")]
    retired_title: Line
    retired_text: Text
    remove: Line


class StorageWords(Part):
    """What the storage notice says: for how long answers are kept, and what can be wrong."""

    kept: Text
    kept_by_safari: Text
    promised: Text
    this_tab: Text
    not_kept: Text
    blocked: Message
    full: Message
    set_aside: Message
    newer: Message
    emptied: Message


class HandingOverWords(Part):
    """What helps when a browser does not print or save a file."""

    print_failed: Text
    file_given: Text
    framed: Text
    show_text: Line
    text: Line
    copy_text: Line


class AnswerWords(Part):
    """Saved answers in words, where they are listed."""

    none: Line
    ticked: Line
    yes: Line
    no: Line
    unsure: Line


class MyRecoveryWords(Part):
    """Everything that a reader has saved, in one place."""

    nothing_yet: Text
    next: Line
    last: Line
    next_of_sheet: Line
    all_items: Line
    carry_on: Line
    set_aside: Line
    set_aside_help: Text
    set_aside_text: Line
    copy_text: Annotated[Line, Field(alias="copy")]
    copied: Line
    copy_failed: Line
    remove: Line
    removed: Line
    undo: Line


class CopiesWords(Part):
    """Saving and loading a copy. ``{item}``, ``{before}``, ``{after}``, ``{id}``, ``{count}`` are filled in;
    ``{done}`` and ``{total}`` say how far a large copy has come.
    """

    without_script: Text
    export: Line
    export_markdown: Line
    load: Line
    preview_title: Line
    some_changes: Annotated[AnyLine, blanks("count")]
    no_changes: Line
    change: Annotated[AnyLine, blanks("item", "before", "after")]
    more_changes: Annotated[AnyLine, blanks("count")]
    progress: Annotated[AnyLine, blanks("done", "total")]
    unknown_item: Annotated[AnyLine, blanks("id")]
    confirm: Line
    cancel: Line
    loaded: Line
    undo: Line
    undone: Line
    too_large: Text
    not_a_copy: Text
    newer: Text
    damaged: Text
    old_browser: Text


class TransferWords(Part):
    """A link and a code that carry everything to another device."""

    make: Line
    privacy: Text
    link: Line
    copy_link: Line
    copied: Line
    copy_failed: Line
    code: Line
    code_failed: Text
    too_large: Text


class SharedWords(Part):
    """The switch for a computer that others use too, and the end that leaves nothing there."""

    label: Line
    help: Text
    finish: Line
    finish_title: Line
    finish_text: Text
    finish_confirm: Line
    finish_cancel: Line
    finished: Line


class ClearWords(Part):
    """Deleting everything. ``{count}`` is the number of answers, ``{done}`` how many of ``{total}`` are gone."""

    clear: Line
    title: Line
    what: Annotated[AnyLine, blanks("count")]
    progress: Annotated[AnyLine, blanks("done", "total")]
    confirm: Line
    cancel: Line
    cleared: Line
    undo: Line
    undone: Line


class SheetWords(Part):
    """The head and the foot of a printed page."""

    name: Line
    date: Line
    revised: Line
    address: Line
    licence: Line
    licence_url: WebAddress


class NoteTemplateWords(Part):
    """Labels of a note to copy."""

    subject: Line
    blanks: Text
    cautions: Line
    copy_body: Line
    copy_subject: Line
    copied: Line
    copy_failed: Line


class TableWords(Part):
    """Captions and column titles of the tables."""

    star_caption: Line
    star_component: Line
    star_share: Line
    star_mistake: Line
    star_tactic: Line
    star_before: Line
    star_after: Line
    recoverable_caption: Line
    recoverable_blunder: Line
    recoverable_mendable: Line
    recoverable_how: Line
    recoverable_how_not: Line
    signals_caption: Line
    signals_signal: Line
    signals_example: Line
    signals_meaning: Line
    signals_action: Line
    regions_caption: Line
    regions_region: Line
    regions_manner: Line
    regions_follow_up: Line
    regions_ask: Line
    feedback_caption: Line
    feedback_situation: Line
    feedback_instead_of: Line
    feedback_say: Line


class MendableWords(Part):
    """How likely a blunder can be mended."""

    often: Line
    sometimes: Line
    rarely: Line


class GuideWords(Part):
    """Small headings inside the generated parts of the guide."""

    sign: Line
    ask_yourself: Line
    fix: Line
    manner: Line
    follow_up: Line
    tips: Line
    rights: Line
    countries: Line
    countries_note: Text
    country_help: Line
    country_manner: Line
    country_helplines: Line
    greetings: Line
    ask: Line
    sources: Line
    practitioner: Line
    looked_up: Line
    used_on: Line


class LawWords(Part):
    """What stands around a legal rule. ``stale`` is shown once a rule must be checked again."""

    applies_from: Line
    checked: Line
    stale: Text


class HelplineWords(Part):
    """How to reach a helpline. ``{number}`` is filled in; ``elsewhere`` is for every other country."""

    call: Annotated[AnyLine, blanks("number")]
    text: Annotated[AnyLine, blanks("number")]
    list: Line
    elsewhere: Text


class QuestionWords(Part):
    """Around the questions that people ask; ``asked_here`` stands on the pages where they come up."""

    index: Line
    open_all: Line
    close_all: Line
    asked_here: Line


class PictureWords(Part):
    """Captions of the pictures, and the words in them. ``{weeks}`` and ``{total}`` are numbers."""

    star_shares: Line
    cause_path: Line
    cause_path_end: Line
    plan_path: Line
    plan_path_steps: Annotated[Plural, forms("total")]
    search_lengths: Line
    search_lengths_weeks: Annotated[Plural, forms("weeks")]
    note_reach: Line
    note_reach_can: Line
    note_reach_cannot: Line


class GradeWords(Part):
    """A grade of evidence: its label and what it means."""

    label: Line
    meaning: Text


class Grades(Part):
    """Every grade: what kind of source it is."""

    research: GradeWords
    official_statistics: Annotated[GradeWords, Field(alias="official-statistics")]
    law: GradeWords
    law_told: Annotated[GradeWords, Field(alias="law-told")]
    survey: GradeWords
    notice: GradeWords
    practitioner: GradeWords


class ExampleWords(Part):
    """Labels of an invented example. ``invented`` says on each one that it is."""

    invented: Line
    debrief: Line
    question: Line
    response: Line
    missing: Line
    reaction: Line
    cause: Line
    went_well: Line
    note: Line
    rewrite: Line


class NotFoundWords(Message):
    """The page for an address that does not exist."""

    links: Some[Link]


class UpdatedWords(Message):
    """The page and its scripts are of two releases of the site."""

    reload: Line


class SiteWords(Part):
    """Words around every page."""

    support_title: Line
    support: Text
    script_failed: Message
    updated: UpdatedWords


class SearchKinds(Part):
    """What a page is, to say where an answer was found."""

    situation: Line
    question: Line
    guide: Line
    checklist: Line
    worksheet: Line
    region: Line
    hiring: Line
    source: Line
    about: Line
    site: Line


class SearchWords(Part):
    """The search. ``{count}`` is a number; ``common`` are searches to choose from before typing.

    ``links`` lead on from whatever was found, and from nothing.
    """

    open: Line
    title: Line
    label: Line
    private: Line
    close: Line
    common_title: Line
    common: Some[Line]
    waiting: Line
    one: Line
    many: Annotated[AnyLine, blanks("count")]
    none: Message
    ways: Line
    failed: Message
    links: Some[Link]
    kinds: SearchKinds


class WorksheetWords(Part):
    """Buttons and messages of all worksheets. ``{place}``, ``{count}`` and ``{limit}`` are numbers."""

    remove: Line
    removed: Line
    move_up: Line
    move_down: Line
    moved: Annotated[AnyLine, blanks("place")]
    export_markdown: Line
    export_csv: Line
    copied: Line
    copy_failed: Line
    example: Line
    example_end: Line
    example_note: Text
    untitled: Line
    count: Annotated[Plural, forms("count")]
    too_long: Annotated[AnyLine, blanks("limit")]


class SchemeWords(Part):
    """The choice between light and dark."""

    title: Line
    system: Line
    light: Line
    dark: Line


class ToolsWords(Part):
    """The index of checklists and worksheets."""

    paper: Line


class PageWords(Part):
    """What stands on every page: ``footer`` leads to what must always be within reach, help first.

    ``language`` is the one that the whole site is in, such as ``en-US``; it says how dates are written.
    """

    language: Language
    skip: Line
    ways: Line
    contents: Line
    do_it_now: Line
    scheme: SchemeWords
    footer: Some[Link]


class Ui(Part):
    """Every sentence that stands outside the pages, so that a translation is one file."""

    site: SiteWords
    search: SearchWords
    tools: ToolsWords
    checklist: ChecklistWords
    storage: StorageWords
    handing_over: HandingOverWords
    answers: AnswerWords
    my_recovery: MyRecoveryWords
    copies: CopiesWords
    transfer: TransferWords
    shared: SharedWords
    clear: ClearWords
    sheet: SheetWords
    note_template: NoteTemplateWords
    table: TableWords
    mendable: MendableWords
    guide: GuideWords
    questions: QuestionWords
    pictures: PictureWords
    grades: Grades
    contested: GradeWords
    law: LawWords
    helplines: HelplineWords
    not_found: NotFoundWords
    page: PageWords
    example: ExampleWords
    worksheet: WorksheetWords


def _shares_add_up(star: tuple[StarComponent, ...]) -> tuple[StarComponent, ...]:
    total = sum(component.share for component in star)
    if total != 100:
        raise PydanticCustomError("share_total", "shares add up to {total}", {"total": total})
    return star


class Recovery(Part):
    """The whole content file."""

    checklists: Some[AnyChecklist]
    star: Annotated[Some[StarComponent], AfterValidator(_shares_add_up)]
    root_causes: Some[RootCause]
    situations: Some[Situation]
    recoverable: Some[Blunder]
    note_templates: Some[NoteTemplate]
    signals: Some[Signal]
    plan: Plan
    law: Some[LegalRule]
    helplines: Some[Helpline]
    regions: Some[Region]
    rules: Some[Rule]
    hiring: Hiring
    questions: Some[Topic]
    sources: Some[Source]
    search_lengths: Some[SearchLength]
    note_reach: NoteReach
    ui: Ui
    examples: Some[Example]
    worksheets: Worksheets
