"""Random damage to data and files: something in them is missing, duplicated or replaced."""

from __future__ import annotations

import copy
from typing import Any

from hypothesis import strategies as st

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
PIECES = (
    b"&a ~*a~!!set ~!!python/none~\xff~\"~'~{~[~: ~- ~? ~<<: ~---\n~...\n~%~#~|~>~\n~\r~\t"
    b'~"\\U00110000"~"\\ud800"~' + b"0" * 99
).split(b"~")
BYTES = st.binary(max_size=4) | st.sampled_from(PIECES)


def places(value: Any, steps: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    keys = value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    return [steps, *(place for key in keys for place in places(value[key], (*steps, key)))]


def at(data: Any, steps: tuple[Any, ...]) -> Any:
    for step in steps:
        data = data[step]
    return data


def change_node(data: Any, draw: st.DataObject, value: st.SearchStrategy[Any]) -> Any:
    """Delete, duplicate, rename, swap, or replace with a ``value``, up to three nodes anywhere in plain data."""
    data = copy.deepcopy(data)
    for _ in range(draw.draw(st.integers(1, 3))):
        steps = draw.draw(st.sampled_from(places(data)[1:] or [()]))
        if not steps:
            return data
        parent, key = at(data, steps[:-1]), steps[-1]
        action = draw.draw(st.sampled_from(["delete", "double", "replace", "swap", "rename"]))
        if action == "delete":
            del parent[key]
        elif action == "double" and isinstance(parent, list):
            parent.insert(key, copy.deepcopy(parent[key]))
        elif action == "rename" and isinstance(parent, dict):
            parent[draw.draw(TEXT)] = parent.pop(key)
        elif action == "swap":
            other = draw.draw(st.sampled_from(places(data)[1:]))
            parent[key], swapped = copy.deepcopy(at(data, other)), copy.deepcopy(parent[key])
            if len(other) <= len(steps) or other[: len(steps)] != steps:
                at(data, other[:-1])[other[-1]] = swapped
        else:
            parent[key] = draw.draw(value)
    return data


def change_bytes(data: bytes, draw: st.DataObject) -> bytes:
    """Insert, delete or replace bytes anywhere in a file."""
    for _ in range(draw.draw(st.integers(1, 3))):
        start = draw.draw(st.integers(0, len(data)))
        end = min(start + draw.draw(st.sampled_from([0, 0, 1, 1, 5, 200])), len(data))
        data = data[:start] + draw.draw(BYTES) + data[end:]
    return data
