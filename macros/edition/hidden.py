"""What a center hides, and that nothing leads there any more: no link, no call, no entry of a list."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from macros.reading.nodes import Node
from macros.reading.page import Call
from macros.reading.yaml_tree import Steps

# A link of inline Markdown with its words and its target; the words may hold brackets, such as those of a citation.
LINK = re.compile(r"\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\(([^()\s]+)\)(?:\{[^{}\n]*\})?")
# An entry of a list in a page that is nothing but a link, and what may stand behind that.
ONLY_A_LINK = re.compile(r"^[ \t]*[-*][ \t]+\[[^\]]*\]\(([^()\s]+)\)(?:[:.,;].*)?$", re.MULTILINE)
# Folders with a page that lists all others.
INDEXED = ("checklists", "guide")
# A link onward may go. What leads to a page under another key needs one, and then leads to the list of such pages.
LINK_KEY = "link"
# Lists of paths and of ids, in which a hidden one goes without a word.
NAMES = ("asked_on", "helplines")


@dataclass(frozen=True)
class Hidden:
    """What readers do not see.

    Attributes:
        pages: files below ``docs/``, and folders, which end in a slash.
        anchors: parts of pages, such as ``guide/questions.md#typo``.
        calls: what no page can show any more.
        helplines: the ids of helplines.
    """

    pages: frozenset[str] = frozenset()
    anchors: frozenset[str] = frozenset()
    calls: frozenset[Call] = frozenset()
    helplines: frozenset[str] = frozenset()

    def has(self, target: str) -> bool:
        """Tell whether a path below ``docs/``, with or without an anchor, is hidden."""
        path = target.partition("#")[0]
        folders = (path[: at + 1] for at, letter in enumerate(path) if letter == "/")
        return target in self.anchors or path in self.pages or not self.pages.isdisjoint(folders)

    def unlinked(self, text: str, resolve: Callable[[str], str] = str) -> str:
        """Return Markdown without links to hidden places, on as many lines; their words stay.

        Args:
            text: the Markdown.
            resolve: makes a path below ``docs/`` of what a link says.
        """
        text = ONLY_A_LINK.sub(lambda entry: "" if self.has(resolve(entry[1])) else entry[0], text)
        return LINK.sub(lambda link: link[1] if self.has(resolve(link[2])) else link[0], text)


@dataclass(frozen=True)
class Gone:
    """A key that went because it leads to a hidden page: that page, and the way to the key, by ids and with points."""

    page: str
    way: str


def leave_out(
    node: Node, hidden: Hidden, steps: Steps = (), names: tuple[str, ...] = ()
) -> dict[Steps, Gone]:
    """Take everything out of some nodes that leads to a hidden place.

    Args:
        node: what is looked through.
        hidden: what readers do not see.
        steps: the way to the node.
        names: the same with ids in place of numbers.

    Returns:
        The keys that went, by the steps at which they stood.
    """
    gone: dict[Steps, Gone] = {}
    if isinstance(node.value, str):
        node.value = hidden.unlinked(node.value)
    elif isinstance(node.value, list):
        node.value = [each for each in node.value if not _leads_away(each, hidden, steps)]
        for index, each in enumerate(node.value):
            gone |= leave_out(each, hidden, (*steps, index), (*names, each.id or str(index)))
    elif isinstance(node.value, dict):
        for key, below in list(node.value.items()):
            way = (*steps, key)
            page = below.at("page").value
            if isinstance(page, str) and hidden.has(page) and key != LINK_KEY:
                below.keys["page"].value = index_of(page)
            elif isinstance(page, str) and hidden.has(page):
                gone[way] = Gone(page, ".".join((*names, key)))
                del node.value[key]
                continue
            gone |= leave_out(below, hidden, way, (*names, key))
            if key in NAMES and steps and not below.value:
                del node.value[key]
    return gone


def index_of(page: str) -> str:
    """Return the page that lists a page, as far as every site has it."""
    folder = page.partition("/")[0]
    return f"{folder}/index.md" if folder in INDEXED else "index.md"


def _leads_away(entry: Node, hidden: Hidden, steps: Steps) -> bool:
    page = entry.at("page").value
    if isinstance(page, str):
        return hidden.has(page)
    name = entry.value if steps[-1:] in {(key,) for key in NAMES} else None
    return isinstance(name, str) and (hidden.has(name) or name in hidden.helplines)
