"""Names and relations that assistive technology reads."""

from __future__ import annotations

from collections import Counter, defaultdict

import pytest
from bs4 import BeautifulSoup, Tag
from built_site import Site, addresses

# The sheets of a print pack are shown on paper alone.
FIELDS = (
    ":is(input:not([type=hidden], [type=submit], [type=reset]), select, textarea):not(.print-pack .sheet *)"
)
RELATIONS = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns")


def test_no_id_is_used_twice(site: Site, address: str) -> None:
    ids = Counter(str(element["id"]) for element in site.soup(address).select("[id]"))
    assert ids
    assert not [name for name, count in ids.items() if count > 1]


def related(root: Tag) -> set[str]:
    """Return every id that an element in ``root`` refers to."""
    values = [str(element[name]) for name in RELATIONS for element in root.select(f"[{name}]")]
    return {name for value in values for name in value.split()}


def test_every_element_that_labels_or_describes_another_exists(site: Site, address: str) -> None:
    ids = {str(element["id"]) for element in site.soup(address).select("[id]")}
    assert related(site.article(address)) <= ids


def test_every_status_region_is_there_before_its_message(site: Site, address: str) -> None:
    assert site.soup(address).select("[role=status][hidden]") == []


@pytest.mark.upstream
def test_fields_are_linked_to_their_labels_and_their_help(site: Site) -> None:
    article = site.article("checklists/five-steps/")
    assert article.select_one("label > #five-steps--repair")
    assert {"five-steps--repair--help", "five-steps-progress"} <= related(article)


def labels_of(soup: BeautifulSoup) -> dict[str, list[Tag]]:
    """Return the labels of a page by the id of their field."""
    labels = defaultdict(list)
    for label in soup.select("label[for]"):
        labels[str(label["for"])].append(label)
    return labels


def label_texts(labels: dict[str, list[Tag]], field: Tag) -> list[str]:
    found = [*labels.get(str(field.get("id")), []), *field.find_parents("label")]
    return [label.get_text(strip=True) for label in found]


def test_every_field_in_the_content_has_a_label_in_words(site: Site, address: str) -> None:
    labels = labels_of(site.soup(address))
    fields = site.article(address).select(FIELDS)
    assert not [field for field in fields if not any(label_texts(labels, field))]


def test_every_field_around_the_content_has_a_label(site: Site, address: str) -> None:
    labels = labels_of(site.soup(address))
    fields = site.soup(address).select(FIELDS)
    assert not [field for field in fields if not (field.get("aria-label") or label_texts(labels, field))]


def test_a_field_without_a_label_would_be_noticed() -> None:
    soup = BeautifulSoup(
        "<label for='a'></label><label for='c'>C</label><input id='a'><input>", "html.parser"
    )
    assert [any(label_texts(labels_of(soup), field)) for field in soup.select(FIELDS)] == [False, False]


def names_of_navigations(soup: BeautifulSoup) -> list[str]:
    """Return the name of every navigation on a page, including those in a closed menu."""
    labels = {str(each["id"]): each.get_text(" ", strip=True) for each in soup.select("[id]")}
    return [
        str(
            each.get("aria-label") or " ".join(labels[id_] for id_ in each.get("aria-labelledby", "").split())
        )
        for each in soup.select("nav, [role=navigation]")
    ]


def test_every_navigation_of_a_page_has_its_own_name(site: Site, address: str) -> None:
    names = names_of_navigations(site.soup(address))
    assert names
    assert all(names)
    assert len(set(names)) == len(names)


def test_a_navigation_without_a_name_of_its_own_would_be_noticed() -> None:
    soup = BeautifulSoup(
        "<nav></nav><nav aria-label='A'></nav><b id='a'>A</b><nav aria-labelledby='a'></nav>", "html.parser"
    )
    assert names_of_navigations(soup) == ["", "A", "A"]


@pytest.mark.upstream
def test_the_answers_to_one_question_are_grouped_under_it(site: Site) -> None:
    radios = site.article("checklists/rejection-audit/").select("input[type=radio]")
    assert radios
    for radio in radios:
        group = radio.find_parent("fieldset")
        assert group
        assert group["id"] == radio["name"]
        assert group.legend
        assert group.legend.get_text(strip=True)


def test_every_picture_has_a_text_alternative_or_is_marked_as_decorative(site: Site, address: str) -> None:
    # A decorative picture may be in an element that is hidden from assistive technology.
    found = site.soup(address).find_all(["img", "svg"])
    pictures = [each for each in found if not each.find_parent(attrs={"aria-hidden": "true"})]
    assert pictures, "not even the mark"
    assert all({"alt", "aria-hidden", "aria-labelledby"} & picture.attrs.keys() for picture in pictures)


def test_every_header_cell_of_a_generated_table_has_a_scope(site: Site) -> None:
    tables = [table for address in addresses() for table in site.soup(address).select(".data-table")]
    assert tables
    for table in tables:
        assert {heading["scope"] for heading in table.select("thead th")} == {"col"}
        assert {heading["scope"] for heading in table.select("tbody th")} == {"row"}
        assert table.caption
