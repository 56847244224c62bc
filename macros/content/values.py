"""The types of single values in the content: texts, ids, links, dates, phrases with blanks.

There are three kinds of string:

* ``Line``: plain text, shown verbatim (titles, labels);
* ``Text``: inline Markdown (emphasis, code, links); raw HTML in it is shown as text;
* ``Id``: a permanent kebab-case name. Ids key saved ticks and addresses, so they never change.

Links and references are checked during validation, against the ``References`` that the loader passes as
validation context, so that one run reports every problem in the file.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Annotated, TypeVar

from babel import Locale, UnknownLocaleError
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationInfo,
)
from pydantic_core import PydanticCustomError

from macros.content.inline import page_links
from macros.content.phrases import blanks_in
from macros.reading.yaml_tree import KEBAB_CASE, Steps

ISO_DATE = r"\d{4}-\d{2}-\d{2}"
WEB_ADDRESS = r"^https?://\S+$"
# What stands in braces, with all of them.
IN_BRACES = re.compile(r"\{+[^{}]*\}+")
PHONE_NUMBER = r"^\+?[0-9]+( [0-9]+)*$"
# Parts whose entries other parts of the content file refer to.
NAMED_PARTS = ("examples", "helplines", "law", "note_templates", "root_causes", "rules", "sources")


@dataclass(frozen=True)
class References:
    """The targets that a content file may refer to.

    Attributes:
        pages: Markdown paths below ``docs/`` with forward slashes, such as ``guide/star.md``.
        ids: the ids of each part in ``NAMED_PARTS``.
        hidden: keys removed because they led to a page that a center hides: that page, and the dotted path to the key.
        moved: the current path of a page, by each of its earlier paths.
    """

    pages: frozenset[str]
    ids: Mapping[str, frozenset[str]] = field(default_factory=dict)
    hidden: Mapping[Steps, tuple[str, str]] = field(default_factory=dict)
    moved: Mapping[str, str] = field(default_factory=dict)


def references_of(info: ValidationInfo) -> References:
    """Return the references that the loader passes with every validation."""
    assert isinstance(info.context, References)
    return info.context


def _check_pages(paths: Iterable[str], info: ValidationInfo) -> None:
    """Require that every page exists; an ``#anchor`` after its path is checked later, when pages can be drawn."""
    pages = (path.partition("#")[0] for path in paths)
    unknown = [page for page in pages if page not in references_of(info).pages]
    if unknown:
        raise PydanticCustomError("unknown_pages", "no such pages", {"pages": unknown})


def _known_page(path: str, info: ValidationInfo) -> str:
    _check_pages([path], info)
    return path


def _known_links(text: str, info: ValidationInfo) -> str:
    _check_pages(page_links(text), info)
    return text


def _known_in(part: str) -> AfterValidator:
    """Return a validator that requires the id of an entry of ``part``."""

    def check(entry_id: str, info: ValidationInfo) -> str:
        if entry_id not in references_of(info).ids[part]:
            raise PydanticCustomError("unknown_id", "no such id in {part}", {"part": part})
        return entry_id

    return AfterValidator(check)


def _iso_date(value: object) -> object:
    """Accept a date, which YAML has parsed, or the same in quotes; refuse a time or a number."""
    if type(value) is dt.date or (isinstance(value, str) and re.fullmatch(ISO_DATE, value)):
        return value
    raise PydanticCustomError("not_a_date", "not a date")


def _known_language(code: str) -> str:
    try:
        Locale.parse(code, sep="-")
    except (UnknownLocaleError, ValueError) as error:
        raise PydanticCustomError("unknown_language", "no such language") from error
    return code


def _check_blanks(text: str, must: Sequence[str], may: Sequence[str]) -> str:
    found = blanks_in(text)
    unknown, missing = sorted(found - {*must, *may}), sorted(set(must) - found)
    if unknown or missing:
        details = {"unknown": unknown, "missing": missing, "known": [*must, *may]}
        raise PydanticCustomError("other_blanks", "other blanks", details)
    return text


def _without_blanks(text: str) -> str:
    if found := sorted(set(IN_BRACES.findall(text))):
        raise PydanticCustomError(
            "other_blanks", "other blanks", {"unknown": found, "missing": [], "known": []}
        )
    return text


def blanks(*must: str, may: Sequence[str] = ()) -> AfterValidator:
    """Return a validator that requires these blanks, such as ``{done}``, and allows no others but those in ``may``."""
    return AfterValidator(lambda text: _check_blanks(text, must, may))


Id = Annotated[str, StringConstraints(strict=True, pattern=KEBAB_CASE)]
AnyLine = Annotated[str, StringConstraints(strict=True, strip_whitespace=True, min_length=1)]
Line = Annotated[AnyLine, AfterValidator(_without_blanks)]
# Short enough to fit into a picture.
Label = Annotated[
    str,
    StringConstraints(strict=True, strip_whitespace=True, min_length=1, max_length=50),
    AfterValidator(_without_blanks),
]
Text = Annotated[Line, AfterValidator(_known_links)]
PagePath = Annotated[Line, AfterValidator(_known_page)]
SourceId = Annotated[Line, _known_in("sources")]
ExampleId = Annotated[Line, _known_in("examples")]
RootCauseId = Annotated[Line, _known_in("root_causes")]
NoteTemplateId = Annotated[Line, _known_in("note_templates")]
LegalRuleId = Annotated[Line, _known_in("law")]
RuleId = Annotated[Line, _known_in("rules")]
HelplineId = Annotated[Line, _known_in("helplines")]
Language = Annotated[Line, AfterValidator(_known_language)]
WebAddress = Annotated[str, StringConstraints(strict=True, pattern=WEB_ADDRESS)]
PhoneNumber = Annotated[str, StringConstraints(strict=True, pattern=PHONE_NUMBER)]
Day = Annotated[dt.date, BeforeValidator(_iso_date)]
Count = Annotated[int, Field(strict=True, ge=0)]
Flag = Annotated[bool, Field(strict=True)]
Percent = Annotated[int, Field(strict=True, ge=1, le=100)]
Weeks = Annotated[float, Field(strict=True, gt=0)]
# A non-empty list of any type.
Anything = TypeVar("Anything")
Some = Annotated[tuple[Anything, ...], Field(min_length=1)]


class Part(BaseModel):
    """Base of every model: frozen, and an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class KebabPart(Part):
    """A part whose keys are ids: the field ``law_told`` is written ``law-told``."""

    model_config = ConfigDict(alias_generator=lambda name: name.replace("_", "-"))


class Plural(Part):
    """A phrase in the plural forms of its language, named as in CLDR: see ``macros.content.phrases``."""

    zero: AnyLine | None = None
    one: AnyLine | None = None
    two: AnyLine | None = None
    few: AnyLine | None = None
    many: AnyLine | None = None
    other: AnyLine

    @property
    def forms(self) -> dict[str, str]:
        """The forms that are given, by name."""
        return {name: text for name, text in self if text is not None}


def forms(number: str, *, may: Sequence[str] = ()) -> AfterValidator:
    """Return a validator that requires the blank ``number`` in ``other``, and only allows it in the other forms."""

    def check(words: Plural) -> Plural:
        for name, text in words.forms.items():
            _check_blanks(text, (number,) if name == "other" else (), (number, *may))
        return words

    return AfterValidator(check)
