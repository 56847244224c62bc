"""A YAML file as nodes that can be moved, replaced and removed, and that still know where they were written.

A document looks values up by their steps, which change whenever an entry is added or removed. So several files are
merged as nodes, and the result becomes a document again.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from macros.problems import Problem
from macros.reading.yaml_mistakes import Place
from macros.reading.yaml_tree import Document, Spot, Steps


@dataclass
class Node:
    """One value.

    Attributes:
        value: a text, number or date, or a list or dict of nodes.
        origin: the document that it comes from, and the steps to it there.
    """

    value: object
    origin: tuple[Document, Steps]

    @property
    def entries(self) -> list[Node]:
        """The nodes of a list; empty if this is not a list."""
        return self.value if isinstance(self.value, list) else []

    @property
    def keys(self) -> dict[str, Node]:
        """The nodes of a dict, by key; empty if this is not a dict."""
        return self.value if isinstance(self.value, dict) else {}

    @property
    def id(self) -> str:
        """The id of an entry; empty if it has none."""
        return str(self.keys["id"].value) if "id" in self.keys else ""

    def at(self, key: str) -> Node:
        """Return the node of a key, or a node whose value is None."""
        return self.keys.get(key) or Node(None, self.origin)

    def problem(self, message: str) -> Problem:
        """Return a problem with this value, at the place where it was written."""
        document, steps = self.origin
        return document.problem(steps, message)

    @property
    def spot(self) -> Spot:
        """The value as its own file has it, with its place there."""
        document, steps = self.origin
        return document.spots[steps]


def nodes_of(document: Document, steps: Steps = ()) -> Node:
    """Return a value of a document, with everything in it, as nodes."""
    value = document.spots[steps].value
    if isinstance(value, dict):
        value = {key: nodes_of(document, (*steps, key)) for key in value}
    elif isinstance(value, list):
        value = [nodes_of(document, (*steps, index)) for index in range(len(value))]
    return Node(value, (document, steps))


def document_of(root: Node) -> Document:
    """Return nodes as a document, named after the file of the root; every value keeps its own file and place."""
    spots: dict[Steps, Spot] = {}
    keys: dict[Steps, Place] = {}
    origins: dict[Steps, tuple[Document, Steps]] = {}
    for steps, node in _walk(root, ()):
        document, there = node.origin
        spots[steps] = Spot(_plain(node), node.spot.written, node.spot.place)
        origins[steps] = node.origin
        if there in document.keys:
            keys[steps] = document.keys[there]
    return Document(root.origin[0].name, spots[()].value, spots, keys, origins=origins)


def without_keys(document: Document, keys: Collection[str]) -> Document:
    """Return a document, whose root is a dict, without some of its top-level keys."""
    root = nodes_of(document)
    root.value = {key: node for key, node in root.keys.items() if key not in keys}
    return document_of(root)


def _walk(node: Node, steps: Steps) -> Iterator[tuple[Steps, Node]]:
    yield steps, node
    for index, entry in enumerate(node.entries):
        yield from _walk(entry, (*steps, index))
    for key, below in node.keys.items():
        yield from _walk(below, (*steps, key))


def _plain(node: Node) -> object:
    if isinstance(node.value, dict):
        return {key: _plain(below) for key, below in node.keys.items()}
    return [_plain(entry) for entry in node.entries] if isinstance(node.value, list) else node.value
