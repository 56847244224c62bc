"""The part ``ui``: every sentence outside the pages, so that a translation is a single file."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from macros.content.entries import Link, Message
from macros.content.values import (
    AnyLine,
    KebabPart,
    Language,
    Line,
    Part,
    Plural,
    Some,
    Text,
    WebAddress,
    blanks,
    forms,
)


class ChecklistWords(Part):
    """The words of checklists. ``{number}`` counts the groups of one, such as days."""

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
    see_result: Line
    group_done: Annotated[AnyLine, blanks("number")]
    next_group: Annotated[AnyLine, blanks("title")]


class StorageWords(Part):
    """The storage notice: how long answers are kept, and what can go wrong."""

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
    """Fallbacks for a browser that does not print or save a file.

    The button itself then says ``copied`` or ``saved``; ``file_named`` gives the name of the file.
    """

    copied: Line
    saved: Line
    file_named: Annotated[AnyLine, blanks("name")]

    print_failed: Text
    file_given: Text
    framed: Text
    show_text: Line
    text: Line
    copy_text: Line


class AnswerWords(Part):
    """Saved answers in words, for lists of them."""

    none: Line
    ticked: Line
    yes: Line
    no: Line
    unsure: Line


class MyRecoveryWords(Part):
    """The page of everything that a reader has saved. ``{parts}`` are the parts of an answer that are still empty."""

    nothing_yet: Text
    next: Line
    last: Line
    next_of_sheet: Line
    all_items: Line
    carry_on: Line
    gap: Annotated[AnyLine, blanks("parts")]
    set_aside: Line
    set_aside_help: Text
    set_aside_text: Line
    copy_text: Annotated[Line, Field(alias="copy")]
    copied: Line
    copy_failed: Line
    remove: Line
    removed: Line
    undo: Line


class PreviewWords(Part):
    """What loading a copy would change, in a sentence: ``{what}`` lists the additions, each as ``{count}`` of a kind.

    ``sheets`` are records of the other worksheets, ``ticks`` are answers in checklists, ``fields`` are empty fields of
    existing records, ``others`` are answers that this site does not ask for.
    """

    title: Line
    adds: Annotated[AnyLine, blanks("what")]
    interviews: Annotated[Plural, forms("count")]
    questions: Annotated[Plural, forms("count")]
    answers: Annotated[Plural, forms("count")]
    notes: Annotated[Plural, forms("count")]
    sheets: Annotated[Plural, forms("count")]
    ticks: Annotated[Plural, forms("count")]
    fields: Annotated[Plural, forms("count")]
    others: Annotated[Plural, forms("count")]
    overwrites: Annotated[Plural, forms("count")]
    overwrites_nothing: Line
    details: Line


class CopiesWords(Part):
    """Saving and loading a copy. ``{item}``, ``{before}``, ``{after}``, ``{id}``, ``{count}`` are filled in;
    ``{done}`` and ``{total}`` are the progress of a large copy.
    """

    without_script: Text
    export: Line
    export_markdown: Line
    load: Line
    preview: PreviewWords
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
    not_fetched: Text


class TooLargeWords(Part):
    """What to do with too much data for a ``code``, and for a ``link``."""

    code: Text
    link: Text


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
    too_large: TooLargeWords


class SharedWords(Part):
    """The switch for a shared computer, and the button that leaves nothing on it."""

    label: Line
    help: Text
    finish: Line
    finish_title: Line
    finish_text: Text
    finish_confirm: Line
    finish_cancel: Line
    finished: Line


class ClearWords(Part):
    """Deleting everything. ``{count}`` counts answers, without internal marks; ``{done}`` of ``{total}`` are gone."""

    clear: Line
    title: Line
    what: Annotated[Plural, forms("count")]
    progress: Annotated[AnyLine, blanks("done", "total")]
    confirm: Line
    cancel: Line
    cleared: Line
    undo: Line
    undone: Line


class PaperWords(Part):
    """The header and footer of a printed page."""

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
    """How often a blunder can be mended."""

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
    """Words around a legal rule. ``stale`` is shown once a rule is due to be checked again."""

    applies_from: Line
    checked: Line
    stale: Text


class HelplineWords(Part):
    """How to reach a helpline at ``{number}``. ``anywhere`` links to all, ``elsewhere`` is for other countries."""

    call: Annotated[AnyLine, blanks("number")]
    text: Annotated[AnyLine, blanks("number")]
    list: Line
    anywhere: Line
    elsewhere: Text


class QuestionWords(Part):
    """Words around readers' questions; ``asked_here`` is for the pages where they come up."""

    index: Line
    open_all: Line
    close_all: Line
    asked_here: Line


class PictureWords(Part):
    """Captions of pictures, and the words in them. ``{weeks}`` and ``{total}`` are numbers."""

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
    """A grade of evidence: its label and its meaning."""

    label: Line
    meaning: Text


class Grades(KebabPart):
    """Every grade of evidence, by the kind of source."""

    research: GradeWords
    official_statistics: GradeWords
    law: GradeWords
    law_told: GradeWords
    survey: GradeWords
    notice: GradeWords
    practitioner: GradeWords


class ExampleWords(Part):
    """Labels of an invented example. ``invented`` marks each one as such."""

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


class SiteWords(Part):
    """Words around every page."""

    support_title: Line
    support: Text
    script_failed: Message


class SearchKinds(Part):
    """The kinds of page, to say where a search result was found."""

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
    """The search. ``{count}`` is a number; ``common`` are suggested searches, shown before anything is typed.

    ``links`` are always shown, whatever was found.
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


class OfflineWords(Part):
    """The notice that the site has a new version, and the button that loads it."""

    renewed: Line
    reload: Line


class PageWords(Part):
    """Words on every page: ``footer`` links to the pages that must always be within reach, help first.

    ``language`` is the language of the whole site, such as ``en-US``; it determines how dates are written.
    """

    language: Language
    skip: Line
    ways: Line
    contents: Line
    do_it_now: Line
    scheme: SchemeWords
    footer: Some[Link]
    offline: OfflineWords


class EmbedWords(Part):
    """A tool embedded in another site: its words there, and those around the code to embed it."""

    open: Line
    kept: Line
    blocked: Message
    copy_code: Line
    look: Line
    no_address: Text


class TakeWithYouWords(Part):
    """Offering the whole site as one file: what it is for, and how to save it."""

    title: Line
    text: Text
    with_answers: Line
    without_answers: Line
    not_fetched: Text


class OneFileWords(Part):
    """The words of a site in one file: on its pages, and when it cannot show them."""

    title: Line
    text: Line
    save: Line
    saved: Line
    unsaved: Line
    no_scripts: Line
    old_browser: Line
    damaged: Line
    online: Line


class Ui(Part):
    """Every sentence outside the pages, so that a translation is a single file."""

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
    sheet: PaperWords
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
    embed: EmbedWords
    take_with_you: TakeWithYouWords
    one_file: OneFileWords
