"""A Markdown page as the checks need it: front matter and macro calls, with their lines."""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from jinja2 import (
    DictLoader,
    Environment,
    StrictUndefined,
    Template,
    TemplateError,
    TemplateSyntaxError,
    meta,
    nodes,
)
from jinja2.sandbox import SandboxedEnvironment

from macros.problems import ContentError, Problem, quoted
from macros.reading.yaml_mistakes import merge_marks, raise_problems
from macros.reading.yaml_tree import Document, parse_yaml

FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*\n", re.DOTALL)

NAMED_LINE = re.compile(r"---[ \t]*\n\w+:")
UNCLOSED_FRONT = (
    "the lines at the top of this page begin with `---` and do not end with it. Write `---` on a line of its own below the "
    "last of them."
)
NAMED = re.compile(r"^\w+:", re.MULTILINE)
RULE_ON_TOP = (
    "a line `---` at the top of a page begins what the page says of itself, such as `title: …`, and readers would not see what "
    "stands below it. Delete it."
)
BAD_COMMENT = (
    "`{#` begins a comment that does not end. Write a heading's own anchor as `{: #name }`, "
    "or end the comment with `#}`."
)
CURLY_QUOTES = re.compile(
    "\\{\\{[^{}]*[\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}]"
)
IN_CURLY_QUOTES = (
    "the quotes within these braces are curly, as text from Word has them. Delete them, and type straight ones: "
    '`{{ checklist("rejection-audit") }}`.'
)
BAD_BRACES = (
    "the braces here cannot be read. Write a call as `{{ star_table() }}` or "
    '`{{ checklist("rejection-audit") }}`, and close every quote, bracket and brace.'
)
UNCLOSED_PART = "`{{% {name} %}}` begins a part that does not end. Write `{{% end{name} %}}` below that part, or take the braces away."
NEEDS_CLOSING = re.compile(r"block that needs to be closed is '(\w+)'")
NOT_WORKED_OUT = (
    "what stands in braces here cannot be worked out: {why}. Write a call such as `{{{{ star_table() }}}}`, or what readers "
    "should see, without braces."
)
# A page with no other braces than these needs no trial rendering.
PLAIN_CALL = re.compile(r'\{\{ ?\w+\((?:"[^"{}\n\\]*")?\) ?\}\}')
BRACES = re.compile(r"\{[{%#]")
# Errors that can be raised when well-formed braces are evaluated.
MISTAKES = (TemplateError, ArithmeticError, AttributeError, LookupError, RuntimeError, TypeError, ValueError)

_jinja = Environment(autoescape=True)
_strict = SandboxedEnvironment(autoescape=True, undefined=StrictUndefined, loader=DictLoader({}))
# The file name that Jinja gives a page in tracebacks.
PAGE = "<template>"


@dataclass(frozen=True)
class Call:
    """A macro call in a page.

    Attributes:
        name: the macro.
        line: counted from 1.
        count: the number of arguments.
        argument: the first argument; None unless it is a quoted text.
    """

    name: str
    line: int
    count: int
    argument: str | None

    def __str__(self) -> str:
        """Return the call as it is written in a page."""
        return f'{{{{ {self.name}("{self.argument}") }}}}' if self.count else f"{{{{ {self.name}() }}}}"


@dataclass(frozen=True)
class Page:
    """A page, parsed but not rendered.

    Attributes:
        path: below ``docs/``, with forward slashes.
        name: the file as messages name it, relative to the root of the project.
        lines: the text, with empty lines in place of the front matter.
        front: the front matter; its data is None if there is none.
        calls: the macro calls, in reading order.
        variables: line and name of every other name that the braces use and the page does not set.
        problems: mistakes in the front matter, and braces that cannot be parsed.
    """

    path: str
    name: str
    lines: tuple[str, ...]
    front: Document
    calls: tuple[Call, ...]
    variables: tuple[tuple[int, str], ...]
    problems: tuple[Problem, ...]

    def problem(self, line: int, word: str, message: str) -> Problem:
        """Return a problem at ``word`` on a line, or at the start of the line if the word is not there."""
        return Problem(self.name, line, max(self.lines[line - 1].find(word), 0) + 1, (), message)


def address_of(path: str) -> str:
    """Return the address of a page relative to the root of the site, given its path below ``docs/``."""
    name = path.removesuffix(".md")
    return name.removesuffix("index") if f"/{name}".endswith("/index") else f"{name}/"


def page_files(docs: Path) -> list[Path]:
    """Return the files of all pages, sorted; folders whose names end like theirs are left out."""
    return sorted(file for file in docs.rglob("*.md") if file.is_file())


@lru_cache(maxsize=256)
def page_of(text: str, path: str, name: str) -> Page:
    """Parse a page.

    Args:
        text: the Markdown.
        path: its path below ``docs/``.
        name: the file, as messages name it.

    Raises:
        ContentError: the text holds merge marks, or front matter that does not end.
    """
    raise_problems([*merge_marks(text, name), *_unclosed_front(text, name)])
    given, body = split_front(text)
    front, problems = _read_front(given or "", name)
    # Empty lines replace the front matter, so that line numbers match the file.
    body = "\n" * (text.count("\n") - body.count("\n")) + body
    lines = tuple(body.split("\n"))
    page = Page(path, name, lines, front, (), (), problems)
    return _with_braces(page, body)


def braces_problems(page: Page, names: Mapping[str, object]) -> Iterator[Problem]:
    """Yield the problem, if any, of braces that can be parsed but not evaluated.

    Args:
        page: the page.
        names: the values of the names that its braces may use.
    """
    text = "\n".join(page.lines)
    if not BRACES.search(PLAIN_CALL.sub("", text)):
        return
    try:
        _template(text).render(names)
    except MISTAKES as error:
        steps = traceback.extract_tb(error.__traceback__)
        line = next((step.lineno for step in reversed(steps) if step.filename == PAGE), None) or 1
        yield page.problem(line, "{", NOT_WORKED_OUT.format(why=quoted(str(error))))


@lru_cache(maxsize=256)
def _template(body: str) -> Template:
    return _strict.from_string(body)


def _unclosed_front(text: str, name: str) -> Iterator[Problem]:
    front = FRONT_MATTER.match(text)
    if NAMED_LINE.match(text) and not front:
        yield Problem(name, 1, 1, (), UNCLOSED_FRONT)
    if front and front[1].strip() and not NAMED.search(front[1]):
        yield Problem(name, 1, 1, (), RULE_ON_TOP)


def split_front(text: str) -> tuple[str | None, str]:
    """Return the front matter of a page, None if it has none, and the text after it."""
    found = FRONT_MATTER.match(text)
    return (found[1], text[found.end() :]) if found else (None, text)


def _read_front(text: str, name: str) -> tuple[Document, tuple[Problem, ...]]:
    try:
        front = parse_yaml(f"\n{text}", name)
    except ContentError as error:
        return Document(name, None, {}, {}), error.problems
    return front, front.problems


def _with_braces(page: Page, body: str) -> Page:
    try:
        tree = _jinja.parse(body)
        unset = meta.find_undeclared_variables(tree)
    except (TemplateSyntaxError, ValueError, RecursionError) as error:
        problem = page.problem(*_unreadable(error, body))
        return replace(page, problems=(*page.problems, problem))
    return replace(page, calls=tuple(_calls(tree, unset)), variables=tuple(_variables(tree, unset)))


def _unreadable(error: Exception, body: str) -> tuple[int, str, str]:
    """Return the line at which parsing the braces failed, the text to point at there, and the message."""
    if part := NEEDS_CLOSING.search(str(error)):
        return _line_of_part(part[1], body), "{%", UNCLOSED_PART.format(name=part[1])
    message = BAD_COMMENT if "comment" in str(error) else BAD_BRACES
    if CURLY_QUOTES.search(body):
        message = IN_CURLY_QUOTES
    return getattr(error, "lineno", 1), "{", message


def _line_of_part(name: str, body: str) -> int:
    """Return the line of the innermost unclosed block, such as ``if``."""
    begun: list[int] = []
    for tag in re.finditer(rf"\{{%[-+]?\s*(end)?{name}\b", body):
        if tag[1]:
            begun.pop()
        else:
            begun.append(tag.start())
    return body.count("\n", 0, begun[-1]) + 1


def _calls(tree: nodes.Template, unset: set[str]) -> Iterator[Call]:
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name in unset:
            given = [*call.args, *call.kwargs, *filter(None, (call.dyn_args, call.dyn_kwargs))]
            first = given[0] if given else None
            value = first.value if isinstance(first, nodes.Const) else None
            yield Call(call.node.name, call.lineno, len(given), value if isinstance(value, str) else None)


def _variables(tree: nodes.Template, unset: set[str]) -> Iterator[tuple[int, str]]:
    """Leave out the names in a call: an argument that is not a text is a problem of the call."""
    in_calls = {id(name) for call in tree.find_all(nodes.Call) for name in call.find_all(nodes.Name)}
    for name in tree.find_all(nodes.Name):
        if name.name in unset and id(name) not in in_calls:
            yield name.lineno, name.name
