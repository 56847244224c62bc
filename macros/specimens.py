"""Every component in every state, for the page that developers look at: ``docs/components.md``.

A specimen is drawn by the component's own view and template. What a script would do to it later is
done here, so that the page shows states side by side, and shows them without scripts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from bs4 import BeautifulSoup, Tag

from macros import views
from macros.models import Plural, Recovery, TickList, YesNoList
from macros.phrases import filled
from macros.views import View

# Attributes that hold an id, or several.
REFERENCES = ("id", "for", "name", "aria-labelledby", "aria-describedby")
# What makes a component work, and saves under its id.
WORKING = ("data-module", "data-checklist")
# The attribute that a verb gives to an element.
GIVES = {"hide": "hidden", "check": "checked", "open": "open", "start": "data-started"}


@dataclass(frozen=True)
class Change:
    """What happens to the elements that a CSS selector finds.

    ``keep`` leaves out all but the first of them, ``drop`` leaves them out, ``unwrap`` puts what is in them
    into their place, as for a template, ``say`` gives them a text, and ``fill`` fills a progress bar up to
    the number in it. ``start`` is what a worksheet does with scripts.
    """

    verb: Literal["keep", "drop", "unwrap", "show", "hide", "check", "open", "start", "say", "fill"]
    selector: str
    text: str = ""


@dataclass(frozen=True)
class Specimen:
    """One component in one state: its name, what draws it, and how the state comes about."""

    name: str
    view: View
    changes: tuple[Change, ...] = ()


def show(specimen: Specimen, html: str) -> str:
    """Return the HTML of a specimen in its state.

    No script starts in it, and its ids differ from those of every other specimen.

    Args:
        specimen: the specimen.
        html: its component, as the template draws it.
    """
    soup = BeautifulSoup(html, "html.parser")
    for change in specimen.changes:
        found = soup.select(change.selector)
        if change.verb == "keep":
            soup = BeautifulSoup(str(found[0]), "html.parser")
        for element in found:
            _apply(change, element)
    for element in soup.select("*"):
        _set_apart(element, specimen.name)
    return str(soup)


def _apply(change: Change, element: Tag) -> None:
    match change.verb:
        case "drop":
            element.decompose()
        case "unwrap":
            element.unwrap()
        case "show":
            del element["hidden"]
        case "hide" | "check" | "open" | "start":
            element[GIVES[change.verb]] = ""
        case "say":
            element.string = change.text
        case "fill":
            element["value"] = change.text


def _set_apart(element: Tag, name: str) -> None:
    for attribute in WORKING:
        del element[attribute]
    if label := element.get("aria-label"):
        element["aria-label"] = f"{label} ({name})"
    for attribute in REFERENCES:
        if value := element.get(attribute):
            element[attribute] = " ".join(f"{name}--{one}" for one in str(value).split())


# The components


HEAD = Change("drop", ".facts, .checklist__purpose, .sheet-head, .storage-notice")
TWO_ITEMS = Change("drop", ".checklist__item:nth-child(n+3)")
TWO_ROWS = Change("drop", "tbody tr:nth-child(n+3)")
NO_RESULT = Change("drop", ".checklist__result, .checklist__scoring, h2")
IN_USE = Change("show", "[data-tools], [data-progress]")
UNDO = Change("show", "[data-action=undo]")


def components(recovery: Recovery) -> View:
    """Every component in every state; the macro of the page of components."""
    return View("components", {"specimens": _specimens(recovery)})


def _specimens(recovery: Recovery) -> list[Specimen]:
    return [
        *_ticks(recovery),
        *_questions(recovery),
        *_notices(recovery),
        *_saved(recovery),
        *_notes(recovery),
        *_debriefs(recovery),
        *_note_sheet(recovery),
        *_answers(recovery),
        Specimen("data-table", views.signals_table(recovery), (TWO_ROWS,)),
        Specimen("data-table-cards", views.star_table(recovery), (TWO_ROWS,)),
        Specimen("situations", views.situations(recovery)),
        Specimen("situation", views.situation(recovery, recovery.situations[0].id)),
        Specimen("asked-here", views.asked_here(recovery, _asked_page(recovery))),
        Specimen("tools-index", views.tools_index(recovery)),
        Specimen("sources", views.sources_list(recovery), (Change("keep", "ul.sources"),)),
        Specimen("support", views.support(recovery)),
        Specimen("law", views.law(recovery, recovery.law[0].id)),
        Specimen(
            "law-to-check",
            views.law(recovery, recovery.law[0].id),
            (Change("show", "[data-check-again-by]"),),
        ),
        Specimen("star-shares", views.star_shares(recovery)),
        Specimen("cause-path", views.cause_path(recovery)),
        Specimen("plan-path", views.plan_path(recovery)),
        Specimen("search-lengths", views.search_lengths(recovery)),
        Specimen("note-reach", views.note_reach(recovery)),
    ]


def _asked_page(recovery: Recovery) -> str:
    """Return the first page on which a question comes up."""
    answers = (answer for topic in recovery.questions for answer in topic.questions)
    return next((page for answer in answers for page in answer.asked_on or ()), "index.md")


def _ticks(recovery: Recovery) -> Iterator[Specimen]:
    sheet = next(each for each in recovery.checklists if isinstance(each, TickList) and not each.retired)
    view, words = views.checklist(recovery, sheet.id), recovery.ui.checklist
    total = sum(not item.retired for item in sheet.items)
    base = (HEAD, TWO_ITEMS)
    yield Specimen("checklist", view, base)
    yield Specimen(
        "checklist-in-use",
        view,
        (*base, IN_USE, *_progress(recovery, 1, total), Change("check", "li:first-child input")),
    )
    finished = (Change("check", "input"), Change("show", "[data-done]"))
    yield Specimen("checklist-done", view, (*base, IN_USE, *_progress(recovery, total, total), *finished))
    cleared = Change("say", "[data-status]", words.reset_done)
    yield Specimen("checklist-cleared", view, (*base, IN_USE, *_progress(recovery, 0, total), UNDO, cleared))


def _questions(recovery: Recovery) -> Iterator[Specimen]:
    sheet = next(each for each in recovery.checklists if isinstance(each, YesNoList) and not each.retired)
    view = views.checklist(recovery, sheet.id)
    yield Specimen("questions", view, (HEAD, TWO_ITEMS, NO_RESULT))
    answers = Change("check", "li:first-child [value=no], li + li [value=yes]")
    yield Specimen("questions-answered", view, (HEAD, TWO_ITEMS, NO_RESULT, answers))
    result = (Change("drop", ".checklist > :not(.checklist__result)"), Change("hide", "[data-verdict]"))
    for verdict, no in (("unfinished", 0), *((each.id, each.no_min) for each in sheet.verdicts)):
        shown = Change("show", f"[data-verdict={verdict}]")
        rest = Change("drop", f"[data-for]:nth-child(n+{no + 1})" if no else "[data-work-on]")
        yield Specimen(f"result-{verdict}", view, (*result, shown, rest))


def _filled(recovery: Recovery, words: str | Plural, **values: int) -> str:
    return filled(words, recovery.ui.page.language, **values)


def _progress(recovery: Recovery, done: int, total: int) -> tuple[Change, Change]:
    text = _filled(recovery, recovery.ui.checklist.progress, done=done, total=total)
    return Change("say", "[data-progress-text]", text), Change("fill", "progress", str(done))


def _notices(recovery: Recovery) -> Iterator[Specimen]:
    view = views.checklist(recovery, recovery.checklists[0].id)
    notice = Change("keep", ".storage-notice")
    yield Specimen("storage-notice", view, (notice, Change("show", "[data-problem]")))
    kept = (Change("drop", "[data-storage-notice]"), Change("show", "[data-kept], [data-kept-for]"))
    yield Specimen("storage-notice-kept", view, (notice, *kept))
    failed = "[data-script-failed]"
    yield Specimen("script-failed", view, (Change("keep", failed), Change("show", failed)))


def _saved(recovery: Recovery) -> Iterator[Specimen]:
    words = recovery.ui
    progress = _progress(recovery, 1, 5)
    first = Change("show", ".carry-on, li:first-child")
    yield Specimen("carry-on", views.carry_on(recovery), (first, *progress))
    one_sheet = Change("drop", ".my-recovery__sheet ~ .my-recovery__sheet, .storage-notice")
    unfolded = (Change("show", "[data-progress], [data-nothing-yet]"), Change("open", "details"))
    yield Specimen("my-recovery", views.my_recovery(recovery), (one_sheet, *progress, *unfolded))
    copies, with_scripts = views.copies(recovery), Change("drop", "[data-without-script]")
    yield Specimen("copies", copies, (with_scripts, IN_USE))
    count = Change("say", "[data-count]", _filled(recovery, words.copies.some_changes, count=2))
    asked = Change("show", "[data-preview], [data-reason], [data-action=undo]")
    yield Specimen("copies-asked", copies, (with_scripts, count, asked, Change("drop", "[data-changes]")))
    result = Change("show", "[data-result], [data-too-large], [data-code-failed]")
    yield Specimen("transfer", views.transfer(recovery), (IN_USE, result))
    yield Specimen("shared-computer", views.shared_computer(recovery), (IN_USE,))
    yield Specimen("clear-all", views.clear_all(recovery), (IN_USE,))
    what = Change("say", "[data-what]", _filled(recovery, words.clear.what, count=2))
    yield Specimen("clear-all-asked", views.clear_all(recovery), (Change("open", "dialog"), what))


def _notes(recovery: Recovery) -> Iterator[Specimen]:
    view, note = (
        views.note_template(recovery, recovery.note_templates[0].id),
        Change("keep", ".note-template"),
    )
    yield Specimen("note-template", view, (note,))
    copied = Change("say", "[data-status]", recovery.ui.note_template.copied)
    yield Specimen("note-template-copied", view, (note, IN_USE, copied))


def _debriefs(recovery: Recovery) -> Iterator[Specimen]:
    view, words = views.debrief(recovery), recovery.worksheets.debrief.words
    base = (Change("drop", ".facts, .worksheet__purpose, .sheet-head, .storage-notice"),)
    one_row = Change("drop", "[data-blank] .worksheet__entry + .worksheet__entry")
    yield Specimen("debrief", view, (*base, one_row))
    live = (
        *base,
        Change("drop", "[data-blank]"),
        Change("start", ".worksheet"),
        Change("show", "[data-live]"),
    )
    everything = Change(
        "show", "[data-own], [data-several], [data-interview-tools], [data-action=undo-remove]"
    )
    causes = Change("show", "[data-cause-link], [data-most]")
    removed = Change("say", "[data-interview-status]", words.interview_removed)
    made = Change("say", "[data-drafts-status]", _filled(recovery, words.drafts_made, made=2, there=1))
    yield Specimen("debrief-in-use", view, (*live, everything, causes, removed, made))
    capture = (Change("keep", ".debrief__capture"), Change("show", ".debrief__capture"))
    asked = Change("say", "[data-capture-status]", _filled(recovery, words.capture_more, number=1))
    yield Specimen("debrief-capture", view, (*live, *capture, asked))


def _note_sheet(recovery: Recovery) -> Iterator[Specimen]:
    view = views.follow_up_note(recovery)
    base = (Change("drop", ".worksheet__purpose, .facts, .sheet-head, .storage-notice"),)
    one_case = Change("drop", ".follow-up-note__case:nth-child(n+3)")
    yield Specimen("follow-up-note-paper", view, (*base, one_case, Change("drop", "[data-entries]")))
    shown = Change(
        "show", "[data-entries], [data-choose], button[hidden], [data-by-hand], [data-written-anew]"
    )
    said = Change("say", "[data-state-words]", recovery.worksheets.follow_up_note.words.warn)
    in_use = (one_case, Change("drop", "[data-blank]"), shown, said)
    yield Specimen("follow-up-note", view, (*base, *in_use))


def _answers(recovery: Recovery) -> Iterator[Specimen]:
    view, sheet = views.star_answer(recovery), recovery.worksheets.star_answer
    states = Change("say", "[data-state-name]", sheet.states.empty)
    written = Change("unwrap", "template")
    yield Specimen("star-answer", view, (written, Change("keep", "[data-entry]:not([data-example])"), states))
    yield Specimen("star-answer-example", view, (written, Change("keep", "section[data-example]"), states))
    yield Specimen("star-answer-blank", view, (Change("keep", "[data-blank]"),))
    started = Change("say", "[data-time]", "0:00")
    yield Specimen("practice-timer", view, (Change("keep", ".practice-timer"), IN_USE, started))
    recorded = Change("say", "[data-status]", sheet.recorder.recorded)
    kept = Change("show", "[data-kept-recording]")
    yield Specimen("recorder", view, (Change("keep", ".recorder"), IN_USE, kept, recorded))
