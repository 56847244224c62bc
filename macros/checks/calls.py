"""Check the macro calls of a page: each must name a known macro, with the right argument, in the right place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.checks.entry_pages import pages_of_retired, retired_message
from macros.components.macro import Argument, all_macros
from macros.content import Content
from macros.problems import Problem, did_you_mean, listed, quoted
from macros.reading.page import Call, Page

# Without an empty line above and below, Markdown would merge a block with the text around it.
ALONE = re.compile(r"(\s*\n)?\{\{.*\}\}[ \t]*(\n\s*)?")
RETIRED = (
    "this {what} is retired, and no page can show it. Delete this call, "
    "or take `retired: true` away from the {what}."
)


def call_problems(page: Page, content: Content | None) -> Iterator[Problem]:
    """Yield every mistake in the calls of a page; without content, ids are not checked."""
    first: dict[str, int] = {}
    retired = {_shown(call): path for path, call in pages_of_retired(content).items()} if content else {}
    for call in page.calls:
        earlier = first.setdefault(str(call), call.line)
        page_of_retired = retired.get(_shown(call), "")
        if page_of_retired == page.path:
            continue  # stray_pages reports the whole page
        message = (
            retired_message(RETIRED, page_of_retired) if page_of_retired else _call_message(call, content)
        )
        if not message and not all_macros()[call.name].inline:
            message = _block_message(page, call, 0 if earlier == call.line else earlier)
        if message:
            yield page.problem(call.line, call.name, message)


def _shown(call: Call) -> tuple[str, str | None]:
    """Return the part and the id of the entry that a call shows."""
    macro = all_macros().get(call.name)
    return macro.argument.part if macro and macro.argument else "", call.argument


def _call_message(call: Call, content: Content | None) -> str:
    name = quoted(call.name)
    if call.name not in all_macros():
        return f"there is no macro {name}. {did_you_mean(call.name, all_macros())}Macros: {listed(all_macros())}."
    argument = all_macros()[call.name].argument
    write = f"Write {example_of(call.name, content)}."
    if argument is None:
        return f"the macro {name} takes nothing in its brackets. {write}" if call.count else ""
    if call.count == 0 and argument.optional:
        return ""
    if call.count != 1:
        return f"the macro {name} takes one id, not {call.count}. {write}"
    if call.argument is None:
        return f"the id for {name} must be a text in quotes. {write}"
    return _id_message(call.argument, _ids(content, argument), argument) if content else ""


def _id_message(entry_id: str, ids: list[str], argument: Argument) -> str:
    if entry_id in ids:
        return ""
    kind = f" of the kind {quoted(argument.kind)}" if argument.kind else ""
    known = f"{did_you_mean(entry_id, ids)}Its ids: {listed(ids)}." if ids else "Delete this call."
    return f"there is no {quoted(entry_id)}{kind} in the part `{argument.part}`. {known}"


def _ids(content: Content | None, argument: Argument) -> list[str]:
    """Return the ids that a macro takes; empty if the content is not known."""
    return [entry.id for entry in argument.entries(content)] if content else []


def example_of(macro: str, content: Content | None) -> str:
    """Return an example call of a macro, with an id from the content if there is one."""
    argument = all_macros()[macro].argument
    ids = [*_ids(content, argument), "the-id"] if argument else []
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
