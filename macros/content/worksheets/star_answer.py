"""``worksheets.star_answer``: answers in the four parts of STAR, their checks, and practice out loud."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import model_validator

from macros.content.values import (
    AnyLine,
    Count,
    ExampleId,
    KebabPart,
    Line,
    Part,
    Percent,
    Plural,
    Some,
    Text,
    blanks,
    forms,
)
from macros.content.worksheets.fields import Scale, Worksheet, WorksheetField
from macros.content.worksheets.timer import TimerWords


class SpeakingRate(Part):
    """Words per minute: the usual rate, and the lowest and highest that a reader can set."""

    usual: Count
    lowest: Count
    highest: Count


class AnswerLimits(Part):
    """The limits for the checks of an answer: ``story_share`` is the share of Action and Result.

    ``stories`` is how many stories are enough.
    """

    situation_sentences: Count
    story_share: Percent
    seconds: Count
    stories: Count


class WordLists(Part):
    """Words that the checks of an answer look for, ignoring case.

    ``own`` and ``shared`` are the forms of "I" and "we", ``numbers`` are number words. ``feedback`` are verbs for
    giving feedback, ``unnamed`` are subjects that name nobody in particular, ``between`` may come between subject and
    verb. ``titles`` end with a period and never end a sentence, ``abbreviations`` may end one; ``starters`` are
    capitalized only at the start of a sentence.
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
    """One check of an answer: its message in each state.

    ``{sentence}`` is the beginning of the sentence that it is about.
    """

    title: Line
    empty: Line


class ShareCheck(AnswerCheck):
    """Whether action and result have most of the words."""

    ok: Annotated[AnyLine, blanks(may=("share", "limit"))]
    warn: Annotated[AnyLine, blanks(may=("share", "limit", "sentence"))]


class SentencesCheck(AnswerCheck):
    """Whether the situation has few enough sentences."""

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
    """How long the answer takes to say."""

    ok: Annotated[AnyLine, blanks(may=("time", "words", "limit", "rate"))]
    warn: Annotated[AnyLine, blanks(may=("time", "words", "limit", "sentence", "rate"))]


class AnswerChecks(KebabPart):
    """Every check of an answer."""

    story_share: ShareCheck
    situation_sentences: SentencesCheck
    own_part: OwnPartCheck
    result_evidence: EvidenceCheck
    speaking_time: TimeSpokenCheck


class StateWords(Part):
    """The name of each state of a check."""

    ok: Line
    warn: Line
    empty: Line


class Layer(WorksheetField):
    """One layer of a story, for follow-up questions that dig deeper, with prompts for the reader."""

    prompts: Some[Text]


class RecorderWords(Part):
    """Recording with the microphone; the last six are the messages in its states."""

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


class StoryWords(Part):
    """Stories and the questions that they answer. ``{count}`` is a number, ``{question}`` is what was asked.

    ``enough`` heads the stories to reuse, ``other`` heads the further questions that a story answers.
    """

    title: Line
    waiting: Annotated[Plural, forms("count")]
    help: Text
    asked: Line
    none: Line
    ours: Line
    begin: Line
    use: Line
    used: Annotated[AnyLine, blanks("question")]
    enough: Annotated[Plural, forms("count")]
    other: Line


class FeelingWords(Part):
    """Words around the ratings of how practice feels. ``{answer}`` is one of the ratings.

    ``less``, ``same`` and ``more`` interpret a second rating that is lower, equal or higher.
    """

    title: Line
    text: Text
    compared: Line
    before: Annotated[AnyLine, blanks("answer")]
    after: Annotated[AnyLine, blanks("answer")]
    less: Text
    same: Text
    more: Text
    keep: Line


class Feelings(Part):
    """How practice feels before and after, on the same scale, from the least to the most."""

    before: Scale
    after: Scale
    words: FeelingWords

    @model_validator(mode="after")
    def _is_the_same_scale(self) -> Self:
        self.before.require_same(self.after)
        return self


class StarWorksheetWords(Part):
    """Words around the answers. ``{words}``, ``{share}``, ``{good}``, ``{total}``, ``{check}`` are filled in."""

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


class StarWorksheet(Worksheet):
    """Answers in the four parts of STAR; ``example`` is the id of the example that readers can try it with."""

    question: WorksheetField
    example: ExampleId
    rate: SpeakingRate
    rate_field: WorksheetField
    limits: AnswerLimits
    word_lists: WordLists
    checks: AnswerChecks
    states: StateWords
    layers: Some[Layer]
    also: WorksheetField
    timer: TimerWords
    recorder: RecorderWords
    words: StarWorksheetWords
    stories: StoryWords
    feelings: Feelings
