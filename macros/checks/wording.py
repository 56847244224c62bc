"""Turn pydantic errors into plain words with a remedy."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import PurePosixPath
from typing import Any, cast

from pydantic_core import ErrorDetails

from macros.checks.brand import hex_of
from macros.content import accessibility, center, values
from macros.content.values import Part, References
from macros.problems import Problem, did_you_mean, listed, plain, quoted
from macros.reading import yaml_tree
from macros.reading.yaml_mistakes import STILL_A_COMMENT, STILL_A_COMMENT_MESSAGE
from macros.reading.yaml_tree import Document, Steps

# The message for a text that does not match the pattern required of it.
PATTERNS = {
    yaml_tree.KEBAB_CASE: (
        "cannot be an id. Use small letters a to z, digits, and single dashes between words"
    ),
    accessibility.NUMBERED: (
        "is not the number of a criterion. Write digits with points between them, such as 1.4.3"
    ),
    center.COLOR: ("is not a color. Write `#`, six digits or letters from a to f, and quotes around them"),
    center.EMAIL: "is not an e-mail address. Write one such as `careers@example.edu`",
    center.ITEM: (
        "does not name an item. Write the id of its checklist, two dashes, and the id of the item, such as "
        "`five-steps--repair`: the address of an item ends like that"
    ),
    center.LIST: "names no list. Write the id of a checklist, or that, two dashes and the id of one of its groups",
    center.PHONE: (
        "is not one phone number. Write one, with digits, spaces and dashes, such as `+1 555 555 0100`. Other words can "
        "stand under `lines:`"
    ),
    values.PHONE_NUMBER: (
        "is not a phone number. Write digits, with single spaces between them, as people dial them in that country"
    ),
    values.WEB_ADDRESS: "is not a web address. Write an address that starts with https:// and holds no spaces",
}


# Invisible characters that come with text from Word and web pages.
UNSEEN = re.compile(
    "[\N{NO-BREAK SPACE}\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}\N{WORD JOINER}\N{ZERO WIDTH NO-BREAK SPACE}]"
    r"|^\s|\s$"
)
UNSEEN_MESSAGE = "{name} holds a space or a sign that cannot be seen, as text from Word may. Delete all of it, and type it by hand."
# The errors that such a character can cause.
EXACT = ("literal_error", "string_pattern_mismatch", "unknown_id", "unknown_pages")
# Characters into which Word turns a dash at the start of a line.
OTHER_DASH = re.compile("([\N{EN DASH}\N{EM DASH}\N{MINUS SIGN}\N{BULLET}\N{MIDDLE DOT}*]) *(.*)", re.DOTALL)


@dataclass(frozen=True)
class Mistake:
    """A pydantic error, with everything needed to word it.

    Attributes:
        model: the model that the whole file was validated as.
        route: the location of the value as pydantic gives it.
        value: the parsed value.
        written: the value as written in the file; empty for a list or keys.
        context: the context of the error, such as the violated limit.
        references: the targets that the file may refer to.
    """

    model: type[Part]
    route: Steps
    value: Any
    written: str
    context: dict[str, Any]
    references: References

    @property
    def key(self) -> str:
        """The key that the error is about."""
        return str(self.route[-1]) if self.route else ""


def explain(error: ErrorDetails, model: type[Part], document: Document, references: References) -> Problem:
    """Return a pydantic error as a problem.

    Args:
        error: the error.
        model: the model that the file was validated as.
        document: the file.
        references: the targets that the file may refer to.
    """
    kind, route = error["type"], error["loc"]
    steps, at = _steps(route, document), None
    if kind == "extra_forbidden":
        # A center may have written the key into an entry of ours.
        document, steps = document.origins.get(steps, (document, steps))
        steps, at = steps[:-1], document.keys[steps]
        if STILL_A_COMMENT.match(document.written_line(steps, at.line - 1)):
            return document.problem(steps, STILL_A_COMMENT_MESSAGE, at)
    if kind == "union_tag_invalid":
        steps = (*steps, "kind")
    spot = document.spots[steps]
    mistake = Mistake(model, route, spot.value, spot.written, error.get("ctx", {}), references)
    words = WORDS.get(kind)
    if kind in EXACT and isinstance(spot.value, str) and UNSEEN.search(spot.value):
        return document.problem(steps, UNSEEN_MESSAGE.format(name=quoted(spot.value)), at)
    message = words(mistake) if words else f"{plain(error['msg'])}. Compare with the entries around it."
    return document.problem(steps, message, at)


def _steps(route: Steps, document: Document) -> Steps:
    """Drop the steps that are not in the file: a missing key, and the kind that pydantic inserts for unions."""
    steps: Steps = ()
    for step in route:
        if (*steps, step) in document.spots:
            steps = (*steps, step)
    return steps


@cache
def _schema(model: type[Part]) -> dict[str, Any]:
    return model.model_json_schema()


def _keys_at(model: type[Part], route: Steps) -> list[str]:
    """Return the keys allowed at ``route``; empty if any are allowed."""
    whole = schema = _schema(model)
    for step in route:
        if "discriminator" in schema:
            schema = _follow({"$ref": schema["discriminator"]["mapping"][step]}, whole)
        else:
            schema = _follow(_below(schema, step), whole)
    # Entries of every kind have these.
    return ["kind", "id"] if "discriminator" in schema else list(schema.get("properties", ()))


def _below(schema: dict[str, Any], step: int | str) -> dict[str, Any]:
    """Return the schema one step down: of a list entry, of a known key, or of an arbitrary name."""
    if isinstance(step, int):
        below = schema["items"]
    else:
        named = [*schema.get("patternProperties", {}).values(), schema.get("additionalProperties")]
        below = schema.get("properties", {}).get(step) or named[0]
    return cast("dict[str, Any]", below)


def _follow(schema: dict[str, Any], whole: dict[str, Any]) -> dict[str, Any]:
    """Resolve a reference to a schema; of an optional schema, resolve the first alternative."""
    if "anyOf" in schema:
        schema = schema["anyOf"][0]
    if "$ref" in schema:
        schema = whole["$defs"][schema["$ref"].removeprefix("#/$defs/")]
    return schema


def _unknown_key(mistake: Mistake) -> str:
    known = _keys_at(mistake.model, mistake.route[:-1])
    near = did_you_mean(mistake.key, known)
    below = "" if near or len(mistake.route) > 1 else _part_with(mistake.key, mistake.model)
    belongs = f"It belongs under `{below}:`, with two more spaces before it. " if below else ""
    return f"there is no key {quoted(mistake.key)} here. {near}{belongs}Keys: {listed(known)}."


def _part_with(key: str, model: type[Part]) -> str:
    """Return the only part of a file in which a key is allowed; empty if there is none or more than one."""
    whole = _schema(model)
    parts = [
        name
        for name, below in whole["properties"].items()
        if key in _follow(below, whole).get("properties", ())
    ]
    return parts[0] if len(parts) == 1 else ""


def _missing_key(mistake: Mistake) -> str:
    if mistake.route in mistake.references.hidden:
        page, key_path = mistake.references.hidden[mistake.route]
        return (
            f"this leads to {quoted(page)}, which docs/data/center.yml hides, and it must lead somewhere. There, under "
            f"`change:` and `words:`, give it another page and its name, `{key_path}.page: …` and `{key_path}.text: …`, or hide less."
        )
    return f"the key {quoted(mistake.key)} is missing. Add a line {quoted(mistake.key + ': …')}."


def _missing_kind(_: Mistake) -> str:
    return "the key `kind` is missing. Add a line `kind: tick`, `kind: grouped` or `kind: yes-no`."


def _not_keys(mistake: Mistake) -> str:
    known = _keys_at(mistake.model, mistake.route)
    joined = re.fullmatch(r"([a-z_]+):(\S.*)", mistake.written)
    if joined:
        return f"the colon needs a space after it. Write {quoted(f'{joined[1]}: {joined[2]}')}."
    line = (
        "on a line below, two spaces further right"
        if mistake.route and isinstance(mistake.route[-1], str)
        else "on a line"
    )
    where = f"{line}, with the keys {listed(known)}" if known else "on each line below, such as `text: …`"
    return f"this must be keys with values, not {_name(mistake)}. Write one `key: value` {where}."


def _not_names(mistake: Mistake) -> str:
    return (
        f"this must be names with what belongs to each, not {_name(mistake)}. "
        "Write each name on a line of its own, with a colon behind it and no dash before it."
    )


def _not_text(mistake: Mistake) -> str:
    if isinstance(mistake.value, list):
        return (
            "this must be a text, not a list. "
            "Take the dash away, or put the text in quotes if it starts with a bracket."
        )
    if isinstance(mistake.value, dict) and mistake.route[:2] == ("change", "words"):
        key_path = ".".join(map(str, (*mistake.route[2:], next(iter(mistake.value), ""))))
        return f"the way to some words stands on one line, with points. Write {quoted(f'{key_path}: …')}."
    if isinstance(mistake.value, dict):
        return (
            "this must be a text, not keys with values. "
            "Put the text in quotes if it holds a colon or starts with a brace."
        )
    written = plain(mistake.written)
    if mistake.key in ("color", "dark_color"):
        return f"{quoted(written)} {PATTERNS[center.COLOR]}{_suggested(written, center.COLOR)}."
    return f'`{written}` without quotes is read as {_type(mistake.value)}. Put it in quotes: "{written}".'


def _not_list(mistake: Mistake) -> str:
    if found := OTHER_DASH.match(mistake.written):
        return (
            f"{quoted(found[1])} is not the dash that begins an entry of a list. Type `-` and a space in its place: "
            f"{quoted('- ' + found[2])}."
        )
    return (
        f"this must be a list, not {_name(mistake)}. "
        f"Start every entry on a line of its own with a dash and a space{_as_entry(mistake.value)}."
    )


def _as_entry(value: object) -> str:
    return f", such as {quoted('- ' + value)}" if isinstance(value, str) and "\n" not in value else ""


def _not_number(mistake: Mistake) -> str:
    return f"this must be a whole number, not {_name(mistake)}. Write digits only, without quotes."


def _not_decimal(mistake: Mistake) -> str:
    return f"this must be a number, not {_name(mistake)}. Write it without quotes, such as 10.5."


def _not_above(mistake: Mistake) -> str:
    return f"{plain(mistake.written)} is too small. Write a number above {mistake.context['gt']:g}."


def _not_true_or_false(mistake: Mistake) -> str:
    text = "the text " if isinstance(mistake.value, str) else ""
    return f"this must be true or false, not {text}{_name(mistake)}. Write `true` or `false` without quotes."


def _not_date(mistake: Mistake) -> str:
    if re.fullmatch(values.ISO_DATE, mistake.written):
        return f"there is no day {quoted(mistake.written)}. Look at the month, and at how many days it has."
    return f"this must be a date, not {_name(mistake)}. Write year, month and day, such as 2026-11-22."


def _name(mistake: Mistake) -> str:
    """Return a value as a message names it."""
    if isinstance(mistake.value, list):
        return "a list"
    if isinstance(mistake.value, dict):
        return "keys with values"
    note = f" (read as {_type(mistake.value)})" if isinstance(mistake.value, bool) else ""
    return f"{quoted(mistake.written)}{note}"


def _type(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return "a number" if isinstance(value, int | float) else "a date"


def _empty_text(_: Mistake) -> str:
    return "there is no text here. Write the text between the quotes."


def _empty_list(_: Mistake) -> str:
    return "this list is empty. Add an entry that starts with a dash and a space."


def _bad_pattern(mistake: Mistake) -> str:
    # For an invalid key, pydantic appends this step to the location.
    text = str(mistake.route[-2]) if mistake.key == "[key]" else mistake.value
    pattern = mistake.context["pattern"]
    if mistake.route[:2] == ("order", "items") and "--" in text:
        return f"the list is named above already. Write what stands behind the two dashes: {quoted(text.rpartition('--')[2])}."
    return f"{quoted(text)} {PATTERNS[pattern]}{_suggested(text, pattern)}."


def _suggested(text: str, pattern: str) -> str:
    match pattern:
        case yaml_tree.KEBAB_CASE:
            return _suggested_id(text)
        case values.WEB_ADDRESS:
            return _suggested_address(text)
        case values.PHONE_NUMBER:
            return _suggested_number(text)
        case center.EMAIL:
            return ", and others under `lines:`" if text.count("@") > 1 else ""
        case center.COLOR:
            return f', such as `"{hex_of(text) or "#12396b"}"`'
        case _:
            return ""


def _suggested_number(text: str) -> str:
    if re.search("[A-Za-z]", text):
        return ""
    plus = "+" if text.startswith("+") else ""
    return f", such as {quoted(plus + ' '.join(re.findall('[0-9]+', text)))}"


def _suggested_address(text: str) -> str:
    if re.fullmatch(r"(?:mailto:)?[^\s@/]+@[^\s@/]+", text):
        return ". A mail address can stand under `email:` of `contact:`"
    if capital := re.fullmatch(r"(https?)(://\S+)", text, re.IGNORECASE):
        return f", such as {quoted(capital[1].lower() + capital[2])}"
    bare = re.fullmatch(r"(?://)?([\w-]+(?:\.[\w-]+)+(?:/\S*)?)", text.strip())
    return f", such as {quoted('https://' + bare[1])}" if bare and "@" not in text else ""


def _suggested_id(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    words = re.findall("[a-z0-9]+", letters)
    return f", such as {quoted('-'.join(words))}" if words else ""


def _not_a_choice(mistake: Mistake) -> str:
    allowed = mistake.context.get("expected") or mistake.context["expected_tags"]
    choices = re.findall("'([^']+)'", allowed)
    if mistake.written in choices:
        return _not_text(mistake)  # the right word, but YAML reads a number: 2.1
    return (
        f"{_name(mistake)} cannot stand here. "
        f"{did_you_mean(mistake.written, choices)}Write one of: {listed(choices)}."
    )


def _too_small(mistake: Mistake) -> str:
    return f"{plain(mistake.written)} is too small. Write {mistake.context['ge']} or more."


def _too_large(mistake: Mistake) -> str:
    return f"{plain(mistake.written)} is too large. Write {mistake.context['le']} or less."


def _too_long(mistake: Mistake) -> str:
    most = mistake.context["max_length"]
    return f"this has {len(mistake.value)} letters, and a picture has room for {most}. Say it in fewer words."


def _unknown_pages(mistake: Mistake) -> str:
    return " And ".join(_unknown_page(page, mistake.references) for page in mistake.context["pages"])


def _unknown_page(page: str, references: References) -> str:
    if not page:
        return "a link here leads to no page. Write a path such as `guide/star.md` in its brackets."
    address = _suggested_address(page) if page.startswith("www.") else ""
    if address:
        return f"{quoted(page)} lacks its beginning. Write the whole address{address}."
    if page in references.moved:
        return f"the page {quoted(page)} has moved. Write {quoted(references.moved[page])}."
    name = PurePosixPath(page).stem
    namesakes = sorted(known for known in references.pages if PurePosixPath(known).stem == name)
    near = did_you_mean(namesakes[0] if namesakes else page, sorted(references.pages))
    return f"there is no page {quoted(page)}. {near}Write the path of a page, seen from the folder docs."


def _unknown_id(mistake: Mistake) -> str:
    part = mistake.context["part"]
    near = did_you_mean(mistake.value, sorted(mistake.references.ids[part]))
    return (
        f"there is no {quoted(mistake.value)} in the part {quoted(part)}. {near}"
        "Write the id of an entry there, or add the entry."
    )


def _evidence_missing(_: Mistake) -> str:
    return (
        "nothing shows that this is so. Name tests under `tests:`, or say under `manual:` what was checked "
        "by hand; only `not-applicable` needs neither."
    )


def _verdict_gap(mistake: Mistake) -> str:
    words = {"missing": "no verdict stands for", "twice": "more than one verdict stands for"}
    wrong = [
        f"{start} {', '.join(map(str, mistake.context[key]))} answers of No"
        for key, start in words.items()
        if mistake.context[key]
    ]
    return (
        f"{' and '.join(wrong)}. Change `no_min` and `no_max` so that every number "
        f"from 0 to {mistake.context['most']} belongs to one verdict."
    )


def _verdict_turned(_: Mistake) -> str:
    return "`no_min` is larger than `no_max`. Swap them."


def _checked_turned(_: Mistake) -> str:
    return (
        "`check_again_by` is not after `checked`. "
        "Write the day on which somebody looked this up, and a later one by which to look again."
    )


def _no_number(_: Mistake) -> str:
    return "there is no number to reach this helpline. Add a line `tel:` or `sms:`."


def _url_or_page(_: Mistake) -> str:
    return (
        "a link leads to one place. Write `url:` with a web address, or `page:` with the path of a page here."
    )


def _other_fields(mistake: Mistake) -> str:
    names, found = mistake.context["names"], mistake.context["found"]
    missing, unknown = sorted(set(names) - set(found)), sorted(set(found) - set(names))
    wrong = [
        *(f"the field {quoted(name)} is missing" for name in missing),
        *(f"there is no field {quoted(name)}" for name in unknown),
    ]
    return f"{' and '.join(wrong)}. Write each of these once: {listed(names)}."


def _other_scale(_: Mistake) -> str:
    return "`before` and `after` are not rated on the same scale. Give their choices the same ids, in the same order."


def _other_choices(mistake: Mistake) -> str:
    field, choices = mistake.context["field"], mistake.context["choices"]
    return (
        f"the field {quoted(field)} needs these choices and no others, because what comes next depends on them: "
        f"{listed(choices)}. Give them these ids."
    )


def _no_choices(mistake: Mistake) -> str:
    return f"the field {quoted(mistake.context['field'])} offers nothing to choose. Add a list `choices`."


def _share_total(mistake: Mistake) -> str:
    return f"the shares add up to {mistake.context['total']}. Change them so that they add up to 100."


def _unknown_language(mistake: Mistake) -> str:
    return f"there is no language {_name(mistake)}. Write its code, such as `en-US` or `es-MX`."


def _other_blanks(mistake: Mistake) -> str:
    known = [f"{{{name}}}" for name in mistake.context["known"]]
    unknown = [each if each in "{}" else f"{{{each}}}" for each in mistake.context["unknown"]]
    wrong = [
        *(f"there is nothing to put into {quoted(each)}" for each in unknown),
        *(f"the blank {quoted(f'{{{name}}}')} is missing" for name in mistake.context["missing"]),
    ]
    near = did_you_mean(unknown[0], known) if unknown else ""
    write = f"Blanks here: {listed(known)}." if known else "Write the text without blanks in braces."
    return f"{' and '.join(wrong)}. {near}{write}"


WORDS: dict[str, Callable[[Mistake], str]] = {
    "bool_type": _not_true_or_false,
    "checked_turned": _checked_turned,
    "date_from_datetime_parsing": _not_date,
    "dict_type": _not_names,
    "evidence_missing": _evidence_missing,
    "extra_forbidden": _unknown_key,
    "float_type": _not_decimal,
    "greater_than": _not_above,
    "greater_than_equal": _too_small,
    "int_type": _not_number,
    "less_than_equal": _too_large,
    "literal_error": _not_a_choice,
    "missing": _missing_key,
    "model_attributes_type": _not_keys,
    "model_type": _not_keys,
    "no_choices": _no_choices,
    "no_number": _no_number,
    "not_a_date": _not_date,
    "other_blanks": _other_blanks,
    "other_choices": _other_choices,
    "other_fields": _other_fields,
    "other_scale": _other_scale,
    "share_total": _share_total,
    "string_pattern_mismatch": _bad_pattern,
    "string_too_long": _too_long,
    "string_too_short": _empty_text,
    "string_type": _not_text,
    "too_short": _empty_list,
    "tuple_type": _not_list,
    "union_tag_invalid": _not_a_choice,
    "union_tag_not_found": _missing_kind,
    "url_or_page": _url_or_page,
    "unknown_language": _unknown_language,
    "unknown_pages": _unknown_pages,
    "unknown_id": _unknown_id,
    "verdict_gap": _verdict_gap,
    "verdict_turned": _verdict_turned,
}
