"""Adds form fields and check boxes to PDFs, in which browsers only draw them.

Browsers do not print fields. But they do print links, with their places on the paper and among the tags. So each field
of a blank form is covered with a link of the same size, and the link's annotation in the PDF is turned into the field.

See ISO 32000-1, 12.7, for fields, and ISO 14289-1, 7.18.4, for their tags.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from playwright.sync_api import Page

from tools.pdf_tags import elements_below, kids_of

SCHEME = "field:"
# Covers the fields with links and returns a description of each. Its names include all headings above its label.
COVER = """
() => [...document.querySelectorAll("[data-blank] :is(input, textarea)")]
    .filter((field) => field.checkVisibility())
    .map((field, number) => {
        const link = document.createElement("a");
        link.href = `field:${number}`;
        link.style.cssText = `position: absolute; position-anchor: --field-${number}; position-visibility: always;
            inset: anchor(top) anchor(right) anchor(bottom) anchor(left)`;
        field.style.cssText += `anchor-name: --field-${number}; visibility: hidden`;
        field.after(link);
        const row = document.getElementById(field.closest("[role=group]")?.getAttribute("aria-labelledby"));
        const heads = [row, field.closest("fieldset")?.querySelector("legend")];
        const names = [...heads, field.labels[0]].map((each) => each?.textContent.replace(/\\s+/g, " ").trim());
        const { id, type, name, value } = field;
        return { id, type, group: name, value, names: names.filter(Boolean) };
    })
"""
# Field flags.
MULTILINE, RADIO = 1 << 12, 1 << 15
# The PDF viewer sets the typed text. It has this font, or one for other scripts.
HELVETICA = Dictionary(
    Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding
)
FONT = "/Helv 11 Tf 0 g"


@dataclass(frozen=True)
class Field:
    """A field of a page: its id and its type in HTML, its group and value if it is a box, and its names."""

    id: str
    type: str
    group: str
    value: str
    names: list[str]


def cover_fields(page: Page) -> list[Field]:
    """Prepare a page for printing its form with fields, and return the fields in the order of their links."""
    # The line for the owner's name is to be filled in by hand.
    page.locator(".worksheet .sheet-head").evaluate("head => head.style.visibility = 'hidden'")
    page.emulate_media(media="print")
    fields = [Field(**each) for each in page.evaluate(COVER)]
    page.emulate_media(media="null")
    return fields


def add_fields(document: pikepdf.Pdf, fields: list[Field]) -> None:
    """Turn the links that cover fields into the fields."""
    whole: dict[str, pikepdf.Object] = {}
    for widget, field in covered_fields(document, fields):
        del widget.A, widget.Border
        names = String(": ".join(field.names))
        widget.update(Dictionary(Subtype=Name.Widget, TU=names, MK=Dictionary(BC=[0.4]), BS=Dictionary(W=1)))
        make = make_box if field.type in {"radio", "checkbox"} else make_text
        make(document, widget, field)
        if field.type != "radio":
            widget.T = String(field.id)
            whole[field.id] = widget
            continue
        if field.group not in whole:
            whole[field.group] = group_of(document, field)
        widget.Parent = whole[field.group]
        widget.Parent.Kids.append(widget)
    resources = Dictionary(Font=Dictionary(Helv=HELVETICA))
    document.Root.AcroForm = Dictionary(Fields=Array([*whole.values()]), DA=String(FONT), DR=resources)
    for element in elements_below(document.Root.StructTreeRoot):
        if any(is_widget(kid) for kid in kids_of(element)):
            element.S = Name.Form


def covered_fields(document: pikepdf.Pdf, fields: list[Field]) -> Iterator[tuple[pikepdf.Object, Field]]:
    """Yield each link that covers a field, with the field."""
    for page in document.pages:
        for annotation in page.get("/Annots", []):
            address = str(annotation.get("/A", Dictionary()).get("/URI", ""))
            if address.startswith(SCHEME):
                yield annotation, fields[int(address.removeprefix(SCHEME))]


def is_widget(kid: pikepdf.Object) -> bool:
    """Tell whether a child of a structure element is a field."""
    return isinstance(kid, Dictionary) and kid.get("/Obj", Dictionary()).get("/Subtype") == Name.Widget


def group_of(document: pikepdf.Pdf, field: Field) -> pikepdf.Object:
    """Return the field that groups several radio buttons."""
    names = String(": ".join(field.names[:-1]))
    return document.make_indirect(
        Dictionary(FT=Name.Btn, Ff=RADIO, T=String(field.group), TU=names, V=Name.Off, Kids=Array())
    )


def make_text(document: pikepdf.Pdf, widget: pikepdf.Object, field: Field) -> None:
    """Make a text field, of one line or several."""
    flags = MULTILINE if field.type == "textarea" else 0
    empty = Dictionary(N=appearance(document, widget, ticked=False))
    widget.update(Dictionary(FT=Name.Tx, Ff=flags, DA=String(FONT), V=String(""), AP=empty))


def make_box(document: pikepdf.Pdf, widget: pikepdf.Object, field: Field) -> None:
    """Make a check box or a radio button."""
    appearances = {"/Off": appearance(document, widget, ticked=False)}
    appearances[f"/{field.value or 'none'}"] = appearance(document, widget, ticked=True)
    widget.update(Dictionary(FT=Name.Btn, AS=Name.Off, AP=Dictionary(N=Dictionary(appearances))))
    if field.type == "checkbox":
        widget.V = Name.Off


def appearance(document: pikepdf.Pdf, widget: pikepdf.Object, *, ticked: bool) -> pikepdf.Object:
    """Return the appearance of a field: its border, and a tick if it is ticked."""
    left, bottom, right, top = (float(each) for each in widget.Rect)
    width, height = right - left, top - bottom
    drawing = f"1 w 0.4 G 0.5 0.5 {width - 1:.2f} {height - 1:.2f} re S"
    if ticked:
        drawing += (
            f" 1.5 w 0 G 3 {height / 2:.2f} m {width / 2 - 1:.2f} 3 l {width - 3:.2f} {height - 3:.2f} l S"
        )
    size = [0, 0, round(width, 2), round(height, 2)]
    return document.make_stream(drawing.encode(), Type=Name.XObject, Subtype=Name.Form, BBox=size)
