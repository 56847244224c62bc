"""The schema of ``docs/data/center.yml``: a career center's facts about itself, and its changes to the site.

Every key is optional; without any, the site is the upstream one.
"""

from __future__ import annotations

import re
from typing import Annotated, Literal, Self

from pydantic import ConfigDict, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from macros.content.values import Day, Id, Line, PagePath, Part, Some, Text, WebAddress

COLOR = r"^#[0-9a-fA-F]{6}$"
EMAIL = r"^[^\s@<>()\[\],;:]+@[^\s@<>()\[\],;:]+\.[^\s@<>()\[\],;:.]+$"
# One phone number, optionally followed by an extension. Text from Word has other spaces and dashes.
PHONE = "^\\+?[(]?\\d[\\d \N{NO-BREAK SPACE}()./\N{NON-BREAKING HYPHEN}\N{EN DASH}-]*\\d[)]?( ?(ext\\.?|x) ?\\d+)?$"
# An item is named as in its address and in saved ticks: the checklist, two dashes, the item.
ITEM = r"^[a-z0-9]+(-[a-z0-9]+)*--[a-z0-9]+(-[a-z0-9]+)*$"

# A list is named by its checklist, or by the checklist, two dashes and one of its groups.
LIST = r"^[a-z0-9]+(-[a-z0-9]+)*(--[a-z0-9]+(-[a-z0-9]+)*)?$"

# Texts that stand on every page are short.
OnEachPage = Annotated[Line, StringConstraints(max_length=150)]
Credit = Annotated[Line, StringConstraints(max_length=300)]
Notice = Annotated[Text, StringConstraints(max_length=300)]

HexColor = Annotated[str, StringConstraints(strict=True, pattern=COLOR)]
Email = Annotated[str, StringConstraints(strict=True, pattern=EMAIL)]
Phone = Annotated[str, StringConstraints(strict=True, pattern=PHONE)]
ListId = Annotated[str, StringConstraints(strict=True, pattern=LIST)]
ItemId = Annotated[str, StringConstraints(strict=True, pattern=ITEM)]


class Logo(Part):
    """A picture in ``docs/center/``: ``alt`` says what it shows, ``dark`` is a variant for dark backgrounds."""

    file: Line = Field(examples=["riverside.png"])
    alt: OnEachPage = Field(examples=["Riverside Career Center"])
    dark: Line | None = Field(None, examples=["riverside-white.png"])


class CenterLink(Part):
    """A link to a web address, or to a page of the site."""

    text: OnEachPage
    url: WebAddress | None = None
    page: PagePath | None = None

    @model_validator(mode="after")
    def _leads_to_one_place(self) -> Self:
        if (self.url is None) == (self.page is None):
            raise PydanticCustomError("url_or_page", "not one of url and page")
        return self


class Contact(Part):
    """How to reach the center. ``lines`` are free text, such as a building and a room."""

    lines: Some[OnEachPage] | None = Field(None, examples=[["Riverside Hall, room 12"]])
    email: Email | None = Field(None, examples=["careers@riverside.example"])
    phone: Phone | None = Field(None, examples=["+44 113 496 0000"])
    hours: OnEachPage | None = Field(None, examples=["Monday to Friday, 9 to 5"])
    appointment: CenterLink | None = None

    @property
    def dialed(self) -> str:
        """The phone number as it is dialed, without the extension.

        The `(0)` after a country code is never dialed, and phones know only the digits 0 to 9.
        """
        number = (self.phone or "").partition("x")[0]
        if number.startswith("+"):
            number = number.replace("(0)", "")
        return "".join(str(int(each)) if each.isdecimal() else each for each in re.findall(r"[\d+]", number))


class Announcement(Part):
    """A notice at the top of every page, shown through the day ``until``."""

    text: Notice
    until: Day
    link: CenterLink | None = None


class Hide(Part):
    """Entries to hide from readers, by id; ``pages`` are files or whole folders such as ``hiring-managers/``."""

    checklists: Some[Id] | None = None
    items: Some[ItemId] | None = Field(None, examples=[["five-steps--put-it-down"]])
    situations: Some[Id] | None = None
    questions: Some[Id] | None = None
    regions: Some[Id] | None = None
    helplines: Some[Id] | None = None
    pages: Some[Line] | None = Field(None, examples=[["hiring-managers/"]])


class Order(Part):
    """Entries to put first, by id; the others keep their order. ``items`` and ``questions`` name their list."""

    checklists: Some[Id] | None = None
    items: dict[ListId, Some[Id]] | None = None
    situations: Some[Id] | None = None
    questions: dict[Id, Some[Id]] | None = None
    regions: Some[Id] | None = None
    helplines: Some[Id] | None = None


class Values(Part):
    """Keys with new values. They are validated once they are merged into the content."""

    model_config = ConfigDict(extra="allow", frozen=True)


class Added(Values):
    """An entry that the center adds."""

    id: Id


class Change(Part):
    """New values for keys of an entry, by its id; those of ``words`` go by their dotted path below ``ui``."""

    checklists: dict[Id, Values] | None = None
    items: dict[ItemId, Values] | None = None
    situations: dict[Id, Values] | None = None
    questions: dict[Id, Values] | None = None
    regions: dict[Id, Values] | None = None
    helplines: dict[Id, Values] | None = None
    words: dict[Line, Line] | None = Field(None, examples=[{"checklist.print": "Print it"}])


class Add(Part):
    """Entries to add. ``items`` and ``questions`` name the list that they go into."""

    checklists: Some[Added] | None = None
    items: dict[ListId, Some[Added]] | None = None
    situations: Some[Added] | None = None
    questions: dict[Id, Some[Added]] | None = None
    regions: Some[Added] | None = None
    helplines: Some[Added] | None = None


class Center(Part):
    """The whole file. ``country`` and ``region`` come first wherever countries and regions are listed.

    ``color`` is that of titles, links and buttons; its shades and the color for dark mode are derived from it, unless
    ``dark_color`` is given. ``credit`` says what was changed, beside the name of the original.
    """

    name: OnEachPage | None = Field(None, examples=["Riverside Career Center"])
    short_name: OnEachPage | None = Field(None, examples=["Riverside"])
    logo: Logo | None = None
    color: HexColor | None = Field(None, examples=["#12396b"])
    dark_color: HexColor | None = None
    contact: Contact | None = None
    country: Line | None = Field(None, examples=["Mexico"])
    region: Line | None = Field(None, examples=["Latin America"])
    paper: Literal["A4", "Letter"] | None = None
    links: Some[CenterLink] | None = None
    announcement: Announcement | None = None
    credit: Credit | None = None
    hide: Hide | None = None
    order: Order | None = None
    change: Change | None = None
    add: Add | None = None

    @property
    def is_set(self) -> bool:
        """Whether a center has said anything at all."""
        return bool(self.model_fields_set)
