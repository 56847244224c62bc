"""The macros that pages may call, each registered beside its view, and what a view returns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, TypeVar

from macros.content import Content
from macros.content.entries import Cited, Entry, is_retired

COMPONENTS = Path(__file__).parent


@dataclass(frozen=True)
class View:
    """What to draw.

    Attributes:
        component: the folder whose template draws it.
        values: the variables of the template.
        cites: the ids of the sources that it shows.
    """

    component: str
    values: dict[str, Any] = field(default_factory=dict)
    cites: tuple[str, ...] = ()


AnyView = TypeVar("AnyView", bound=Callable[..., View])


def kind_of(entry: Entry) -> str | None:
    """Return the kind of an entry, such as ``tick``; most parts hold only one kind, and it is None."""
    return getattr(entry, "kind", None)


@dataclass(frozen=True)
class Argument:
    """The one argument of a macro: the id of an entry of ``part``, of this ``kind`` if given."""

    part: str
    kind: str | None = None
    optional: bool = False

    def entries(self, content: Content) -> list[Entry]:
        """Return the entries that the macro can show; retired ones are never shown."""
        entries: Iterable[Entry] = getattr(content, self.part)
        return [
            each for each in entries if not is_retired(each) and (not self.kind or self.kind == kind_of(each))
        ]


@dataclass(frozen=True)
class Macro:
    """A macro that pages may call.

    Attributes:
        name: the name of its view function.
        view: the function that returns its view, given what the macro ``reads`` and then the page's argument.
        argument: what a page passes, if anything.
        inline: it stands inside a sentence, any number of times; other macros draw a block with ids of its own.
        lists_sources: it lists sources for their own sake, so its page does not count as citing them.
        reads: the part of a project that its view takes, ``content`` or ``conformance``.
    """

    name: str
    view: Callable[..., View]
    argument: Argument | None = None
    inline: bool = False
    lists_sources: bool = False
    reads: str = "content"


_registered: dict[str, Macro] = {}


def macro(
    argument: str | Argument | None = None,
    *,
    inline: bool = False,
    lists_sources: bool = False,
    reads: str = "content",
) -> Callable[[AnyView], AnyView]:
    """Return the decorator that makes a view a macro of the same name.

    Args:
        argument: what it takes; a string names the part whose entries it takes by id.
        inline: see ``Macro``.
        lists_sources: see ``Macro``.
        reads: see ``Macro``.
    """
    takes = Argument(argument) if isinstance(argument, str) else argument

    def register(view: AnyView) -> AnyView:
        name = view.__name__
        _registered[name] = Macro(name, view, takes, inline=inline, lists_sources=lists_sources, reads=reads)
        return view

    return register


@cache
def all_macros() -> Mapping[str, Macro]:
    """Return every macro by name, in alphabetical order: importing a view registers its macros."""
    for path in COMPONENTS.glob("*/view.py"):
        import_module(f"{__package__}.{path.parent.name}.view")
    return {name: _registered[name] for name in sorted(_registered)}


def sources_of(entries: Iterable[Cited]) -> tuple[str, ...]:
    """Return the ids of the sources that some entries cite, without duplicates."""
    return tuple(dict.fromkeys(source for entry in entries for source in entry.sources or ()))
