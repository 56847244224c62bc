"""Apply the changes, additions, hidden entries and order of a center to the content file.

``recovery.yml`` itself is never edited, so updates of it do not conflict with a center's edits. The result is one
document in which each value knows the file it was written in. Entries that key saved answers are retired rather than
removed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from babel import Locale
from babel.core import get_global

from macros.content.center import Center
from macros.content.inline import page_links
from macros.edition.hidden import Hidden, RemovedKey, remove_links
from macros.problems import Problem, did_you_mean, listed, quoted
from macros.reading.nodes import Node, document_of, nodes_of
from macros.reading.page import Call
from macros.reading.yaml_tree import Document, Steps

# The parts that can be changed, added to, hidden and ordered, and the word for one entry in messages.
KINDS = {
    "checklists": "checklist",
    "items": "item",
    "situations": "situation",
    "questions": "question",
    "regions": "region",
    "helplines": "helpline",
}
# The verbs of a center's file, and for some of them the verbs that may refer to their entries.
VERBS = ("add", "change", "hide", "order")
REFERRING_VERBS = {"add": ("change", "hide", "order"), "change": ("hide",)}
# The parts of a center's file whose links are on every page.
LINKING_PARTS = ("contact", "links", "announcement")
# Readers may have saved answers under the ids of these, or chosen them.
RETIRED = ("checklists", "items", "regions")
# The folder of an entry's page, and the macro that shows the entry.
PAGES = {
    "checklists": ("checklists", "checklist"),
    "situations": ("start", "situation"),
    "regions": ("regions", "region"),
}
QUESTIONS = "guide/questions.md"
# Pages that other pages depend on.
REQUIRED_PAGES = (
    "index.md",
    "my-recovery.md",
    "my-recovery/",
    "about/",
    "worksheets/",
    "checklists/index.md",
    "guide/index.md",
    QUESTIONS,
)

NO_OTHER_ID = "an id stays as it is, since saved answers hang on it. Delete this line."
NO_LONGER_SHOWN = (
    "this {what} is no longer shown, and so are these words. Delete them, or leave them for later."
)
NOT_WITHOUT = "{name} cannot be hidden, because other pages cannot do without it. Delete this line."
NOT_AS_A_WHOLE = (
    "{name} cannot be hidden as a whole, because other pages cannot do without {required}. Write the pages that you don't need, "
    "such as `guide/so-close.md`."
)
SINGLY = (
    "{name} cannot be hidden as a whole. Write the ids of what you don't need as `{kind}: […]` under `hide:`."
)
THE_LAST = "one {what} has to stay, and this is the last of them. Delete it here."
LAST_ITEM = "one item of a list or of a group has to stay, and this is the last. Delete it here, or hide the whole list under `checklists:`."
LEADS_TO_HIDDEN = "this leads to {page}, which this file hides. Take the link away, or delete under `hide:` what it leads to."
BY_ITS_ID = "this is the page of a {what}. Write `{kind}: [{entry}]` under `hide:` instead."


@dataclass(frozen=True)
class EntryList:
    """A list of entries.

    Attributes:
        prefixes: prefixes of the names of its entries, the current one first.
        owners: the names of the entry that it belongs to, the current one first.
        entries: the list itself.
    """

    prefixes: tuple[str, ...]
    owners: tuple[str, ...]
    entries: Node


@dataclass
class EditedContent:
    """The content with the edits of a center.

    Attributes:
        document: the content.
        hidden: everything that is hidden from readers.
        added: for each added entry that needs a page, its part, by the path of the page.
        removed: removed keys that led to a hidden page.
        problems: mistakes in the center's file.
        advice: lines there that have no effect.
    """

    document: Document
    hidden: Hidden = field(default_factory=Hidden)
    added: dict[str, str] = field(default_factory=dict)
    removed: dict[Steps, RemovedKey] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    advice: list[Problem] = field(default_factory=list)


def parts_of_added_pages(file: Document) -> dict[str, str]:
    """Return, for each entry in a center's file that gets a page, its part, by the path of the page."""
    added = nodes_of(file).at("add")
    return {
        f"{folder}/{entry.id}.md": kind
        for kind, (folder, _) in PAGES.items()
        for entry in added.at(kind).entries
    }


def apply_edits(
    base: Document, file: Document, center: Center, pages: frozenset[str], moved: Mapping[str, str]
) -> EditedContent:
    """Return the content with the edits of a center.

    Args:
        base: the upstream content.
        file: the center's file.
        center: the same file as a model.
        pages: the paths of all pages below ``docs/``.
        moved: the current path of a page, by each of its earlier paths.
    """
    return _Editor(base, file, center, pages, moved).apply() if center.is_set else EditedContent(base)


class _Editor:
    """Applies the verbs of a center's file to the content, one after another."""

    def __init__(
        self,
        base: Document,
        file: Document,
        center: Center,
        pages: frozenset[str],
        moved: Mapping[str, str],
    ) -> None:
        self._root = nodes_of(base)
        self._file = nodes_of(file)
        self._center = center
        self._pages = pages
        self._moved = moved
        self._hidden: dict[str, set[str]] = {"pages": set(), "anchors": set(), "helplines": set()}
        self._calls: set[Call] = set()
        self._result = EditedContent(base, added=parts_of_added_pages(file))

    def apply(self) -> EditedContent:
        self._change()
        self._add()
        self._hide()
        self._order()
        self._label_own_pages()
        sets = {name: frozenset(hidden) for name, hidden in self._hidden.items()}
        self._result.hidden = Hidden(**sets, calls=frozenset(self._calls))
        self._check_links()
        self._result.removed = remove_links(self._root, self._result.hidden)
        self._result.document = document_of(self._root)
        return self._result

    # Finding

    def _lists(self, kind: str) -> Iterator[EntryList]:
        """Yield each list of a kind."""
        if kind == "items":
            for checklist in self._root.at("checklists").entries:
                names = _ids_of(checklist)
                prefixes = tuple(f"{name}--" for name in names)
                if "items" in checklist.keys:
                    yield EntryList(prefixes, names, checklist.at("items"))
                for group in checklist.at("groups").entries:
                    yield EntryList(
                        prefixes, tuple(prefix + group.id for prefix in prefixes), group.at("items")
                    )
        elif kind == "questions":
            for topic in self._root.at("questions").entries:
                yield EntryList(("",), (topic.id,), topic.at("questions"))
        else:
            yield EntryList(("",), (), self._root.at(kind))

    def _list_owned_by(self, kind: str, owner: str, at: Node) -> Node | None:
        """Return the list that belongs to a current or earlier id; record a problem if there is none."""
        known = list(self._lists(kind))
        found = next((each.entries for each in known if owner in each.owners), None)
        if found is None:
            ids = [each.owners[0] for each in known if each.owners]
            self._problem(
                at, f"there is no list {quoted(owner)}. {did_you_mean(owner, ids)}{_id_remedy(ids)}"
            )
        return found

    def _find(self, kind: str, name: str, at: Node) -> tuple[EntryList, Node] | None:
        """Return the list and the entry for a current or earlier id; record a problem if there is none."""
        known: list[str] = []
        for each in self._lists(kind):
            for entry in each.entries.entries:
                known.append(each.prefixes[0] + entry.id)
                if name in {prefix + own for prefix in each.prefixes for own in _ids_of(entry)}:
                    return each, entry
        self._problem(
            at, f"there is no {KINDS[kind]} {quoted(name)}. {did_you_mean(name, known)}{_id_remedy(known)}"
        )
        return None

    def _section(self, verb: str, kind: str) -> Node:
        return self._file.at(verb).at(kind)

    def _problem(self, node: Node, message: str) -> None:
        self._result.problems.append(node.problem(message))

    # Changing

    def _change(self) -> None:
        for kind in KINDS:
            for name, values in self._section("change", kind).keys.items():
                if found := self._find(kind, name, values):
                    self._set_values(kind, found[1], values)
        for key_path, words in self._section("change", "words").keys.items():
            self._set_words(key_path, words)

    def _set_values(self, kind: str, entry: Node, values: Node) -> None:
        if entry.at("retired").value is True:
            self._result.advice.append(values.problem(NO_LONGER_SHOWN.format(what=KINDS[kind])))
        for key, value in values.keys.items():
            if key == "id":
                self._problem(value, NO_OTHER_ID)
            else:
                entry.keys[key] = value

    def _set_words(self, key_path: str, words: Node) -> None:
        *parts, key = key_path.split(".")
        known = (_node_at(self._root.at("ui"), parts), _node_at(self._root, parts))
        place = next((each for each in known if isinstance(each.at(key).value, str)), None)
        if place:
            place.keys[key] = words
        else:
            key_paths = _word_paths(self._root.at("ui"))
            same = [each for each in key_paths if each.endswith(f".{key_path}")]
            near = did_you_mean(key_path, key_paths) or (f"Did you mean {quoted(same[0])}? " if same else "")
            message = f"there are no words {quoted(key_path)}. {near}Write the way to them in recovery.yml, with points."
            self._problem(words, message)

    # Adding

    def _add(self) -> None:
        for kind in KINDS:
            section = self._section("add", kind)
            # Local helplines come first.
            place = 0 if kind == "helplines" else len(self._root.at(kind).entries)
            for entry in reversed(section.entries):
                self._add_defaults(kind, entry)
                self._root.at(kind).entries.insert(place, entry)
            for owner, added in section.keys.items():
                entries = self._list_owned_by(kind, owner, added)
                if entries:
                    entries.entries.extend(added.entries)

    def _add_defaults(self, kind: str, entry: Node) -> None:
        """Fill in keys that a center may leave out."""
        if kind == "checklists":
            entry.keys.setdefault("kind", Node("tick", entry.origin))
        if kind == "helplines":
            checked = entry.at("checked").value
            # If the day is missing or invalid, that is reported alone, without a second problem here.
            known = checked if isinstance(checked, dt.date) else dt.date.min
            entry.keys.setdefault("check_again_by", Node(known + dt.timedelta(days=365), entry.origin))

    # Hiding

    def _hide(self) -> None:
        for kind in KINDS:
            for wanted in self._section("hide", kind).entries:
                if found := self._find(kind, str(wanted.value), wanted):
                    if message := self._last_entry_message(kind, *found):
                        self._problem(wanted, message)
                    else:
                        self._hide_entry(kind, *found, wanted)
        for page in self._section("hide", "pages").entries:
            self._hide_page(page)
        for checklist in self._root.at("checklists").entries:
            _extend_last_verdict(checklist)

    def _last_entry_message(self, kind: str, found: EntryList, entry: Node) -> str:
        """Return why an entry cannot be hidden although others of its kind can, or nothing."""
        if kind == "items":
            others = [each for each in found.entries.entries if each is not entry]
            return LAST_ITEM if all(each.at("retired").value is True for each in others) else ""
        alone = kind not in RETIRED and sum(len(each.entries.entries) for each in self._lists(kind)) == 1
        return THE_LAST.format(what=KINDS[kind]) if alone else ""

    def _hide_entry(self, kind: str, found: EntryList, entry: Node, wanted: Node) -> None:
        if kind in RETIRED:
            entry.keys["retired"] = Node(value=True, origin=wanted.origin)
        else:
            found.entries.entries.remove(entry)
        if kind in PAGES:
            folder, macro = PAGES[kind]
            self._hidden["pages"].add(f"{folder}/{entry.id}.md")
            self._calls.add(Call(macro, 0, 1, entry.id))
        elif kind == "helplines":
            self._hidden["helplines"].add(entry.id)
        elif kind == "items":
            name = found.prefixes[0] + entry.id
            self._hidden["anchors"].add(f"checklists/{name.partition('--')[0]}.md#{name}")
        else:
            self._hidden["anchors"].add(f"{QUESTIONS}#{entry.id}")
            self._close_topics()

    def _close_topics(self) -> None:
        """Remove topics that have no questions left."""
        topics = self._root.at("questions").entries
        for topic in [each for each in topics if not each.at("questions").entries]:
            topics.remove(topic)
            self._calls.add(Call("questions", 0, 1, topic.id))
            self._hidden["anchors"].add(f"{QUESTIONS}#{topic.id}")

    def _hide_page(self, wanted: Node) -> None:
        name = str(wanted.value)
        name = self._moved.get(name, name)
        message = _page_message(name, self._pages)
        if message:
            self._problem(wanted, message)
        else:
            self._hidden["pages"].add(name)

    def _check_links(self) -> None:
        """Report links in the parts that are on every page and lead to something that is hidden."""
        for key in LINKING_PARTS:
            for node, page in _linked_pages(self._file.at(key)):
                if self._result.hidden.has(page):
                    self._problem(node, LEADS_TO_HIDDEN.format(page=quoted(page)))

    # Ordering

    def _order(self) -> None:
        for kind in KINDS:
            section = self._section("order", kind)
            self._put_first(kind, self._root.at(kind), section)
            for owner, wanted in section.keys.items():
                entries = self._list_owned_by(kind, owner, wanted)
                if entries:
                    self._put_first(kind, entries, wanted)
        if self._center.region:
            self._put_region_first(self._center.region)
        if self._center.country:
            self._put_country_first(self._center.country)

    def _put_first(self, kind: str, entries: Node, wanted: Node) -> None:
        known = [entry.id for entry in entries.entries]
        first = {str(name.value): place for place, name in enumerate(wanted.entries)}
        for name in wanted.entries:
            if not any(name.value in _ids_of(entry) for entry in entries.entries):
                near = did_you_mean(str(name.value), known)
                self._problem(
                    name,
                    f"there is no {KINDS[kind]} {quoted(str(name.value))} here. {near}{_id_remedy(known)}",
                )
        entries.entries.sort(key=lambda entry: min(first.get(name, len(first)) for name in _ids_of(entry)))

    def _put_region_first(self, region: str) -> None:
        """Put a region first that is named by its id or by the name readers see."""
        entries = self._root.at("regions").entries
        ids = {str(entry.at("name").value).lower(): entry.id for entry in entries}
        if found := self._find("regions", ids.get(region.lower(), region), self._file.at("region")):
            entries.sort(key=lambda entry: entry is not found[1])

    def _put_country_first(self, country: str) -> None:
        helplines = self._root.at("helplines").entries
        own = [entry.id for entry in self._section("add", "helplines").entries]
        places = sorted({str(helpline.at("place").value) for helpline in helplines if helpline.id not in own})
        if country not in places:
            near = did_you_mean(_country_of_code(country), places)
            message = f"there is no helpline for {quoted(country)}. {near}Add one, or write one of: {listed(places)}."
            self._problem(self._file.at("country"), message)
        helplines.sort(key=lambda helpline: (helpline.id not in own, helpline.at("place").value != country))
        self._put_own_helplines_into(
            {helpline.id for helpline in helplines if helpline.at("place").value == country}
        )

    def _put_own_helplines_into(self, known: set[str]) -> None:
        """Put the center's helplines first in every list of a region that names a helpline of the country."""
        own = [entry.at("id") for entry in self._section("add", "helplines").entries]
        for region in self._root.at("regions").entries:
            for place in region.at("countries").entries:
                named = place.at("helplines").entries
                if known & {str(name.value) for name in named}:
                    named[:0] = own

    def _label_own_pages(self) -> None:
        """Label search results on a center's own pages with the name of the center."""
        kinds = self._root.at("ui").at("search").at("kinds")
        if self._center.name and "site" in kinds.keys:
            kinds.keys["site"] = self._file.at("name")


def _linked_pages(node: Node) -> Iterator[tuple[Node, str]]:
    """Yield the pages that links lead to, each with the value that holds the link."""
    for key, below in node.keys.items():
        if isinstance(below.value, str):
            yield from (
                (below, page) for page in ([below.value] if key == "page" else page_links(below.value))
            )
        yield from _linked_pages(below)
    for entry in node.entries:
        yield from _linked_pages(entry)


def _country_of_code(country: str) -> str:
    """Return the name of a country that is given by a code, such as ``UK`` or ``USA``; the text itself if it is none."""
    code = country.upper().replace(".", "")
    (code, *_) = get_global("territory_aliases").get(code, [code])
    name: str = Locale("en").territories.get(code, country)
    return name


def _ids_of(entry: Node) -> tuple[str, ...]:
    """Return the current and earlier ids of an entry."""
    return (entry.id, *(str(old.value) for old in entry.at("was").entries))


def _id_remedy(ids: list[str]) -> str:
    return (
        f"Correct the id, or delete it. Ids: {listed(ids)}."
        if 0 < len(ids) < 12
        else "Correct the id, or delete it."
    )


def _node_at(node: Node, parts: list[str]) -> Node:
    """Return the node at the end of a path of keys and ids of entries."""
    for part in parts:
        entry = next((entry for entry in node.entries if entry.id == part), None)
        node = entry or node.at(part)
    return node


def _word_paths(node: Node, key_path: tuple[str, ...] = ()) -> list[str]:
    """Return the dotted path of every text below a node."""
    below = [word for key, each in node.keys.items() for word in _word_paths(each, (*key_path, key))]
    return [".".join(key_path)] if isinstance(node.value, str) else below


def _page_message(name: str, pages: frozenset[str]) -> str:
    """Return why a page or folder cannot be hidden; empty if it can."""
    folders = {page[: page.rindex("/") + 1] for page in pages if "/" in page}
    folder, _, file = name.rpartition("/")
    kind = next((kind for kind, (of, _) in PAGES.items() if of == folder), "")
    if name in REQUIRED_PAGES or f"{folder}/" in REQUIRED_PAGES:
        return NOT_WITHOUT.format(name=quoted(name))
    if name not in pages | folders:
        near = _page_suggestion(name, pages | folders)
        return f"there is no page {quoted(name)}. {near}Write the path of a page, or of a folder with a slash at its end. If an update took it away, delete this line."
    required = [page for page in REQUIRED_PAGES if not file and page.startswith(name)]
    if required and not kind:
        return NOT_AS_A_WHOLE.format(name=quoted(name), required=listed(required))
    if kind and not file:
        return SINGLY.format(name=quoted(name), kind=kind)
    if kind and file != "index.md":
        return BY_ITS_ID.format(what=KINDS[kind], kind=kind, entry=file.removesuffix(".md"))
    return ""


def _page_suggestion(name: str, known: frozenset[str]) -> str:
    """Return a question that suggests the page meant by an address or a title; empty if none is close."""
    parts = name.strip("/").split("/")
    tails = ["/".join(parts[start:]) for start in range(len(parts))]
    meant = next(
        (path for tail in tails for path in (f"{tail}.md", f"{tail}/", f"{tail}/index.md") if path in known),
        "",
    )
    if meant:
        return f"Did you mean {quoted(meant)}? "
    return did_you_mean(name, known) or did_you_mean(name.lower().replace(" ", "-"), known)


def _extend_last_verdict(checklist: Node) -> None:
    """Extend the last verdict to cover all questions, if a center has added some."""
    verdicts = checklist.at("verdicts").entries
    numbers = [most for each in verdicts if isinstance(most := each.at("no_max").value, int)]
    asked = sum(item.at("retired").value is not True for item in checklist.at("items").entries)
    if numbers and len(numbers) == len(verdicts):
        last = max(verdicts, key=lambda verdict: int(str(verdict.at("no_max").value)))
        if asked > max(numbers):
            last.at("no_max").value = asked
