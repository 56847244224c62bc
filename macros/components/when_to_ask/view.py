"""The worksheet for the days of waiting."""

from __future__ import annotations

from typing import Any, get_args

from macros.components._parts.forms import form_values
from macros.components.macro import View, macro, sources_of
from macros.content import Content
from macros.content.entries import find
from macros.content.worksheets.when_to_ask import Place, Weekday

# As scripts number the days of the week: Sunday is 0.
MONDAY = 1


@macro()
def when_to_ask(content: Content) -> View:
    """The days to ask for news, to ask again and to stop, and what the law says, where there is one."""
    worksheet = content.worksheets.when_to_ask
    rule = find(content.rules, worksheet.rule)
    laws = [find(content.law, place.duty.law) for place in worksheet.place.choices if place.duty]
    values = {
        **form_values(content, worksheet),
        "rule": rule,
        "steps": {name: getattr(worksheet.words, name) for name in ("first", "second", "stop", "owed")},
        "laws": laws,
        "thread": content.thread,
        "settings": {
            "waits": rule.waits.model_dump() if rule.waits else None,
            "places": {place.id: _for_scripts(place) for place in worksheet.place.choices},
            "until": worksheet.holidays.until.isoformat(),
            "locale": content.ui.page.language,
            "asking": [case.id for case in content.worksheets.follow_up_note.cases if case.asks_for_news],
            "words": worksheet.words.model_dump(),
        },
    }
    return View("when_to_ask", values, sources_of([worksheet.holidays, *laws]))


def _for_scripts(place: Place) -> dict[str, Any]:
    days = get_args(Weekday)
    return {
        "weekend": [(days.index(day) + MONDAY) % len(days) for day in place.weekend],
        "holidays": [day.isoformat() for day in place.holidays],
        "answer": place.duty.days if place.duty else None,
    }
