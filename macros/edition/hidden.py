"""What a center hides, and the removal of everything that leads there: links, macro calls, entries of lists."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from macros.reading.nodes import Node
from macros.reading.page import Call
from macros.reading.yaml_tree import Steps

# An inline Markdown link: its text, which may hold brackets such as those of a citation, and its target.
LINK = re.compile(r"\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\(([^()\s]+)\)(?:\{[^{}\n]*\})?")
# A list item in a page that begins with a link, followed by nothing or by punctuation and more text.
ONLY_A_LINK = re.compile(r"^[ \t]*[-*][ \t]+\[[^\]]*\]\(([^()\s]+)\)(?:[:.,;].*)?$", re.MULTILINE)
# Folders with an index page.
INDEXED = ("checklists", "guide")
# A link under this key may be removed. One under any other key is required, so it leads to the index page instead.
LINK_KEY = "link"
# Lists of paths or ids, from which hidden ones are silently removed.
LIST_KEYS = ("asked_on", "helplines")


@dataclass(frozen=True)
class Hidden:
    """Everything that is hidden from readers.

    Attributes:
        pages: files below ``docs/``, and folders, which end in a slash.
        anchors: places on pages, such as ``guide/questions.md#typo``.
        calls: macro calls to remove from pages.
        helplines: the ids of helplines.
    """

    pages: frozenset[str] = frozenset()
    anchors: frozenset[str] = frozenset()
    calls: frozenset[Call] = frozenset()
    helplines: frozenset[str] = frozenset()

    def has(self, target: str) -> bool:
        """Return whether a path below ``docs/``, with or without an anchor, is hidden."""
        path = target.partition("#")[0]
        folders = (path[: at + 1] for at, letter in enumerate(path) if letter == "/")
        return target in self.anchors or path in self.pages or not self.pages.isdisjoint(folders)

    def unlinked(self, text: str, resolve: Callable[[str], str] = str) -> str:
        """Return Markdown without links to hidden places; the link texts and the number of lines stay.

        Args:
            text: the Markdown.
            resolve: turns the target of a link into a path below ``docs/``.
        """
        text = ONLY_A_LINK.sub(lambda entry: "" if self.has(resolve(entry[1])) else entry[0], text)
        return LINK.sub(lambda link: link[1] if self.has(resolve(link[2])) else link[0], text)


@dataclass(frozen=True)
class RemovedKey:
    """A removed key that led to a hidden page: that page, and the dotted path to the key, with ids for entries."""

    page: str
    key_path: str


def remove_links(
    node: Node, hidden: Hidden, steps: Steps = (), names: tuple[str, ...] = ()
) -> dict[Steps, RemovedKey]:
    """Remove everything that leads to a hidden place from a node, in place.

    Args:
        node: the root of the nodes to search.
        hidden: everything that is hidden from readers.
        steps: the steps to the node.
        names: the same, with ids instead of indexes.

    Returns:
        The removed keys, by the steps to them.
    """
    removed: dict[Steps, RemovedKey] = {}
    if isinstance(node.value, str):
        node.value = hidden.unlinked(node.value)
    elif isinstance(node.value, list):
        node.value = [each for each in node.value if not _leads_to_hidden(each, hidden, steps)]
        for index, each in enumerate(node.value):
            removed |= remove_links(each, hidden, (*steps, index), (*names, each.id or str(index)))
    elif isinstance(node.value, dict):
        for key, below in list(node.value.items()):
            inner = (*steps, key)
            page = below.at("page").value
            if isinstance(page, str) and hidden.has(page) and key != LINK_KEY:
                below.keys["page"].value = index_of(page)
            elif isinstance(page, str) and hidden.has(page):
                removed[inner] = RemovedKey(page, ".".join((*names, key)))
                del node.value[key]
                continue
            removed |= remove_links(below, hidden, inner, (*names, key))
            if key in LIST_KEYS and steps and not below.value:
                del node.value[key]
    return removed


def index_of(page: str) -> str:
    """Return the index page for a page, one that no site can hide."""
    folder = page.partition("/")[0]
    return f"{folder}/index.md" if folder in INDEXED else "index.md"


def _leads_to_hidden(entry: Node, hidden: Hidden, steps: Steps) -> bool:
    page = entry.at("page").value
    if isinstance(page, str):
        return hidden.has(page)
    name = entry.value if steps[-1:] in {(key,) for key in LIST_KEYS} else None
    return isinstance(name, str) and (hidden.has(name) or name in hidden.helplines)
