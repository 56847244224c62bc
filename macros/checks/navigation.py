"""Check ``mkdocs.yml``: the navigation, and the variables that pages can show."""

from __future__ import annotations

from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

from macros.components.macro import all_macros
from macros.problems import ContentError, Problem, did_you_mean, quoted
from macros.reading.yaml_tree import Document, read_yaml


def read_settings(config: Path, problems: list[Problem]) -> Document:
    """Return ``mkdocs.yml``, or an empty document if it cannot be read; add its problems to ``problems``."""
    try:
        settings = read_yaml(config, config.parent, tags=True)
    except ContentError as error:
        problems += error.problems
        return Document(config.name, None, {}, {})
    problems += settings.problems
    return settings


def pages_in_nav(settings: Document) -> dict[tuple[str | int, ...], str]:
    """Return the files in the navigation, by the steps to each; web addresses are left out."""
    return {
        steps: spot.value
        for steps, spot in settings.spots.items()
        if steps[:1] == ("nav",) and isinstance(spot.value, str) and ":" not in spot.value
    }


def dead_entries(settings: Document, docs: Path) -> Iterator[Problem]:
    """Yield every navigation entry whose file does not exist."""
    known = [file.relative_to(docs).as_posix() for file in docs.rglob("*")]
    for steps, path in pages_in_nav(settings).items():
        if path not in known:
            near = did_you_mean(path, known)
            message = f"there is no page {quoted(path)}. {near}Add the page to docs, or delete this line."
            yield Problem(settings.name, *settings.spots[steps].place, ("nav",), message)


def is_in_no_menu(path: str, settings: Document) -> bool:
    """Return whether a page is missing in a navigation that has entries and does not leave it out on purpose."""
    in_nav = pages_in_nav(settings).values()
    left_out = settings.spots.get(("not_in_nav",))
    patterns = str(left_out.value).split() if left_out else []
    return (
        bool(in_nav) and path not in in_nav and not any(fnmatch(f"/{path}", pattern) for pattern in patterns)
    )


def extra_names(settings: Document) -> dict[str, object]:
    """Return the keys and values of ``extra``, which are variables that pages can show."""
    return {
        str(steps[1]): settings.spots[steps].value
        for steps in settings.keys
        if steps[0] == "extra" and len(steps) == 2
    }


def extra_problems(settings: Document) -> Iterator[Problem]:
    """Yield every key of ``extra`` that would shadow a macro."""
    for key in extra_names(settings):
        if key in all_macros():
            message = f"{quoted(key)} is the name of a macro, and would hide it. Choose another name."
            yield settings.problem(("extra",), message, settings.keys[("extra", key)])
