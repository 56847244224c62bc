"""A sheet for a pen, from what its own page shows."""

from __future__ import annotations

from bs4 import BeautifulSoup

from macros.components.components.view import set_apart

# What is printed of a checklist or a worksheet; everything else works only on its own page.
PRINTED = (
    ".worksheet__purpose, .checklist__purpose, .facts, .sheet-head, [data-blank], "
    ".checklist__items, .checklist__groups, .checklist__scoring, .checklist__result, .checklist > h2"
)
# What a style goes by; the rest is for scripts.
KEPT = ("class", "data-kind", "data-groups")


def for_a_pen(html: str, name: str) -> str:
    """Return a sheet that starts no script and shares no id with another.

    Args:
        html: a checklist or a worksheet, as its template draws it.
        name: what begins the ids of a worksheet; those of a checklist are its own, and key what is ticked.
    """
    soup = BeautifulSoup(html, "html.parser")
    root = soup.select_one(".worksheet, .checklist")
    assert root
    printed = {id(each) for each in root.select(PRINTED)}
    for each in root.find_all(recursive=False):
        if id(each) not in printed:
            each.decompose()
    for each in soup.select(".worksheet, .worksheet *"):
        set_apart(each, name)
    root.name = "div"  # the section is the sheet
    root.attrs = {key: value for key, value in root.attrs.items() if key in KEPT}
    return str(soup)
