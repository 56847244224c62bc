"""Prints the public holidays of each place of the worksheet "When to ask", in the format of recovery.yml.

They come from the library ``holidays``, which the site itself does not need:
``uv run --with-requirements requirements/holidays.txt -m tools.holidays YEAR [YEAR ...]``.
Paste the output into the file, and set ``checked`` of ``when_to_ask.holidays`` to today.
"""

from __future__ import annotations

import datetime as dt
import sys
import textwrap

import holidays

from macros.checks.load import load_content
from macros.checks.project import CONTENT
from macros.content.worksheets.when_to_ask import Place
from tools import ROOT

WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
# Of a line of days, without its indentation.
WIDTH = 104


def main() -> None:
    """Print the holidays of the given years, place by place."""
    years = [int(year) for year in sys.argv[1:]] or [dt.datetime.now(dt.UTC).year]
    content = load_content(ROOT / CONTENT, ROOT / "docs").content
    for place in content.worksheets.when_to_ask.place.choices:
        if place.code:
            print(f"{place.id}:", _lines(days_off(place, place.code, years)), sep="\n")


def days_off(place: Place, code: str, years: list[int]) -> list[dt.date]:
    """Return the public holidays of a place that are not on a weekend, in order.

    Args:
        place: defines the weekend.
        code: such as ``IE``, or ``CA-ON`` for a part of a country.
        years: the years to cover.
    """
    country, _, part = code.partition("-")
    days = holidays.country_holidays(country, subdiv=part or None, years=years)
    return [day for day in sorted(days) if day.year in years and WEEK[day.weekday()] not in place.weekend]


def _lines(days: list[dt.date]) -> str:
    body = textwrap.fill(f"{', '.join(map(str, days))},", WIDTH)
    return textwrap.indent(f"holidays: [\n{textwrap.indent(body, '  ')}\n]", " " * 10)


if __name__ == "__main__":
    main()
