"""Adds what a browser's PDF lacks for PDF/UA-1, whose tags are older than those that browsers write.

See ISO 32000-1, 14.8.4, for the tags, and ISO 14289-1, 7, for the rules on their use.
"""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name

Instruction = pikepdf.ContentStreamInstruction | pikepdf.ContentStreamInlineImage
HEADINGS = {f"/H{level}": level for level in range(1, 7)}
# Tags of PDF 2.0, and their equivalents in PDF 1.7.
NEWER = {"/Strong": Name.Span, "/Em": Name.Span}
IN_ITEMS = {"/Lbl", "/LBody"}
# The operators that begin and end a text, a path, or an image, which is a single operator.
BEGIN = {"BT", "m", "re", "Do"}
END = {"ET", "f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "n", "Do"}


def complete_tags(document: pikepdf.Pdf) -> None:
    """Fix the tags of a document: its headings, its lists, and untagged parts that are not content."""
    tree = document.Root.StructTreeRoot
    tree.RoleMap = Dictionary(NEWER)
    elements = list(elements_below(tree))
    close_level_gaps([each for each in elements if str(each.S) in HEADINGS])
    for each in elements:
        if each.S == Name.LI:
            wrap_in_body(document, each)
    for page in document.pages:
        page.Contents = document.make_stream(pikepdf.unparse_content_stream(list(with_artifacts(page))))


def elements_below(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """Yield the structure elements in reading order."""
    for kid in kids_of(element):
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield kid
            yield from elements_below(kid)


def kids_of(element: pikepdf.Object) -> list[pikepdf.Object]:
    """Return the children of an element: elements, and numbers of marked content; a single child needs no array."""
    kids = element.get("/K", Array())
    return list(kids) if isinstance(kids, Array) else [kids]


def close_level_gaps(headings: list[pikepdf.Object]) -> None:
    """Close gaps in heading levels: a sheet does not show every heading of its page."""
    open_levels: list[int] = []
    for heading in headings:
        level = HEADINGS[str(heading.S)]
        open_levels = [*(each for each in open_levels if each < level), level]
        heading.S = Name(f"/H{len(open_levels)}")


def wrap_in_body(document: pikepdf.Pdf, item: pikepdf.Object) -> None:
    """Wrap a list item so that it has a body: without a bullet, browsers omit the body."""
    if all(isinstance(kid, Dictionary) and str(kid.get("/S")) in IN_ITEMS for kid in kids_of(item)):
        return
    parent = item.P
    outer = document.make_indirect(Dictionary(Type=Name.StructElem, S=Name.LI, P=parent, K=Array([item])))
    parent.K = Array([outer if is_same(kid, item) else kid for kid in kids_of(parent)])
    item.S, item.P = Name.LBody, outer


def is_same(kid: pikepdf.Object, item: pikepdf.Object) -> bool:
    """Tell whether both are the same object of the file, and not merely equal."""
    return isinstance(kid, Dictionary) and kid.objgen == item.objgen


def with_artifacts(page: pikepdf.Page) -> Iterator[Instruction]:
    """Yield the instructions that draw a page, marking all but its content as artifacts: page number, lines, logo."""
    depth, is_open = 0, False
    for instruction in pikepdf.parse_content_stream(page):
        name = str(instruction.operator)
        depth += (name in {"BDC", "BMC"}) - (name == "EMC")
        if name in BEGIN and not depth and not is_open:
            is_open = True
            yield pikepdf.ContentStreamInstruction([Name.Artifact], pikepdf.Operator("BMC"))
        yield instruction
        if name in END and is_open:
            is_open = False
            yield pikepdf.ContentStreamInstruction([], pikepdf.Operator("EMC"))
