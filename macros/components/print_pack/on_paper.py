"""A blank sheet for a pen, and the form for saved answers, made from what the sheet's own page shows."""

from __future__ import annotations

from typing import NamedTuple

from bs4 import BeautifulSoup
from bs4.element import Tag

# What is printed of a checklist or a worksheet; everything else works only on its own page.
PRINTED = (
    ".worksheet__purpose, .checklist__purpose, .facts, .sheet-head, [data-blank], "
    ".checklist__items, .checklist__groups, .checklist__scoring, .checklist__result, .checklist > h2"
)
# Where a worksheet shows what is saved: its form, and the template of an entry that a script draws.
FORMS = ".worksheet > :is([data-entries], [data-live], template)"
# What is printed of a form, besides the headings above it: fields, entries, and the outcome of the answers.
ANSWERS = (
    ".field:not([data-own]), [data-entries], [data-number], [data-days], [data-counted], [data-compared]"
)
HEADINGS = {"h2", "h3", "legend", "summary"}
# Help with filling it in, which is no longer needed.
HELP = ".field__help, .evidence"
# What styles and scripts of a sheet look for; a few forms need their settings to show the outcome of answers.
KEPT_ATTRIBUTES = ("class", "data-kind", "data-groups")
SETTINGS = ("data-settings", "data-settings-file")
# References from one element to another, which paper does not need.
REFERENCES = ("id", "for", "name", "aria-describedby", "aria-labelledby", "aria-label")
# What makes a field work, or describes the text in it.
WORKING = ("data-module", "data-on-use", "data-entry", "data-field", "data-words", "role", "dir", "translate")
# What a script would show once there is an answer; a warning that a rule is out of date is kept.
HIDDEN = "[hidden]:not([data-check-again-by])"
# A ticked box of a checklist is ticked on paper, too: these say under which id it is saved.
IDENTITY = ("id", "name")


class OnPaper(NamedTuple):
    """A blank sheet for a pen, and the form of a worksheet that takes its place once something is saved."""

    blank: str
    filled: str


def on_paper(html: str, name: str) -> OnPaper:
    """Return a sheet that starts no script, and shares no id with the rest of the page.

    Args:
        html: a checklist or a worksheet, as its template draws it.
        name: the id of the sheet.
    """
    soup = BeautifulSoup(html, "html.parser")
    root = soup.select_one(".worksheet, .checklist")
    assert root
    forms = [_form(each) for each in root.find_all(recursive=False) if each.css.match(FORMS)]
    _keep_printed(root)
    for each in root.select(HIDDEN):
        each.decompose()
    for each in _with_descendants(root)[1:]:
        is_ticked = each.name == "input" and "checklist" in root["class"]
        _remove_attributes(each, {*REFERENCES, *WORKING} - {*(IDENTITY if is_ticked else ())})
    kept = (*KEPT_ATTRIBUTES, *SETTINGS) if root.css.match(".form") else KEPT_ATTRIBUTES
    root.name = "div"  # the section is the sheet
    root.attrs = {key: value for key, value in root.attrs.items() if key in kept}
    return OnPaper(str(soup), str(_template(forms, name)) if forms else "")


def _template(forms: list[Tag], name: str) -> Tag:
    """Return the template that a script copies for each record of a worksheet."""
    filled = BeautifulSoup().new_tag("template", attrs={"data-filled": name})
    filled.extend(forms)
    return filled


def _remove_attributes(element: Tag, attributes: set[str]) -> None:
    for attribute in attributes:
        del element[attribute]


def _keep_printed(root: Tag) -> None:
    for each in root.find_all(recursive=False):
        if not each.css.match(PRINTED):
            each.decompose()


def _form(form: Tag) -> Tag:
    """Take a form out of its page, without what is for the screen only."""
    form.extract()
    _, *parts = _with_descendants(form)
    answers = [each for each in parts if each.css.match(ANSWERS)]
    printed = {id(part) for each in answers for part in (*_with_descendants(each), *each.parents)}
    for each in parts:
        is_printed = each.name in HEADINGS or id(each) in printed
        if not each.decomposed and (not is_printed or each.css.match(HELP)):
            each.decompose()
    for each in _with_descendants(form):
        _remove_attributes(each, {*REFERENCES})
    return form


def _with_descendants(element: Tag) -> list[Tag]:
    """Return an element and all inside it, including templates, which selectors do not enter."""
    return [element, *(each for each in element.descendants if isinstance(each, Tag))]
