"""Pictures drawn from the content: what they show is in words too."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import pytest
from bs4 import Tag
from built_site import Site, shown_line
from pydantic import BaseModel

from macros.content import Content
from macros.content.checklists import GroupedList
from macros.content.entries import find

pytestmark = pytest.mark.upstream


class Picture(NamedTuple):
    """The page of a picture, and the texts that its description must have."""

    name: str
    address: str
    says: list[str]


@pytest.fixture(scope="session")
def pictures(recovery: Content) -> dict[str, Picture]:
    causes, reach = recovery.root_causes, recovery.note_reach
    plan = next(each for each in recovery.checklists if isinstance(each, GroupedList))
    star, lengths = recovery.star, recovery.search_lengths
    all_pictures = [
        Picture("star-shares", "guide/star/", [f"{part.component} {part.share}%" for part in star]),
        Picture(
            "cause-path",
            "guide/root-causes/",
            [each for cause in causes for each in (cause.test, cause.title)],
        ),
        Picture("plan-path", f"checklists/{plan.id}/", [day.title for day in plan.groups]),
        Picture(
            "search-lengths", "guide/long-game/", [f"{each.label}: {each.weeks} weeks" for each in lengths]
        ),
        Picture("note-reach", "guide/follow-up/", [*reach.can, *reach.cannot]),
    ]
    return {picture.name: picture for picture in all_pictures}


@pytest.fixture
def picture(site: Site, pictures: dict[str, Picture], name: str) -> Tag:
    (figure,) = site.article(pictures[name].address).select(f"figure.picture--{name}")
    return figure


every_picture = pytest.mark.parametrize(
    "name", ["star-shares", "cause-path", "plan-path", "search-lengths", "note-reach"]
)


@every_picture
def test_a_picture_has_a_name_and_a_description_of_what_it_shows_in_order(
    picture: Tag, pictures: dict[str, Picture], name: str, recovery: Content
) -> None:
    (svg,) = picture.select("svg[role='img']")
    (caption,) = picture.select(f"#{svg['aria-labelledby']}")
    assert caption.get_text() == shown_line(getattr(recovery.ui.pictures, name.replace("-", "_")))
    (description,) = picture.select(f"#{svg['aria-describedby']}")
    places = [description.get_text().find(shown_line(text)) for text in pictures[name].says]
    assert -1 not in places
    assert places == sorted(places)


@every_picture
def test_a_picture_shows_every_text_of_its_description(
    picture: Tag, pictures: dict[str, Picture], name: str
) -> None:
    shown = " ".join(text.get_text() for text in picture.select("text"))
    for text in pictures[name].says:
        assert shown_line(text.partition(":")[0] if name == "search-lengths" else text) in shown


@pytest.mark.parametrize("name", ["star-shares"])
def test_each_bar_is_as_long_as_its_share_and_starts_where_the_previous_one_ends(
    picture: Tag, recovery: Content
) -> None:
    (whole, *_) = picture.select(".picture__whole")
    end, length = float(str(whole["x"])), float(str(whole["width"]))
    bars = picture.select(".picture__part")
    for bar, part in zip(bars, recovery.star, strict=True):
        assert float(str(bar["x"])) == pytest.approx(end)
        assert float(str(bar["width"])) == pytest.approx(length * part.share / 100)
        end += float(str(bar["width"]))


@pytest.mark.parametrize("name", ["search-lengths"])
def test_a_search_twice_as_long_has_a_bar_twice_as_long(picture: Tag, recovery: Content) -> None:
    bars = [float(str(bar["width"])) for bar in picture.select(".picture__part")]
    weeks = [length.weeks for length in recovery.search_lengths]
    assert [bar / max(bars) for bar in bars] == pytest.approx([each / max(weeks) for each in weeks], abs=0.01)


@pytest.mark.parametrize("name", ["cause-path"])
def test_boxes_in_a_picture_do_not_overlap_and_stay_inside_it(picture: Tag) -> None:
    boxes = [
        {side: float(str(box[side])) for side in ("x", "y", "width", "height")}
        for box in picture.select("rect")
    ]
    width, height = (float(size) for size in str(picture.select("svg")[0]["viewbox"]).split()[2:])
    assert all(box["x"] + box["width"] <= width and box["y"] + box["height"] <= height for box in boxes)
    left = [box for box in boxes if box["x"] == 0]
    assert all(upper["y"] + upper["height"] < lower["y"] for upper, lower in pairwise(left))


# The page of each picture that is a list, or the first of its pages.
LISTS = {
    "first-days": "start/just-left/",
    "when-to-ask": "start/waiting/",
    "what-a-no-says": "start/rejected/",
    "know-and-guess": "guide/resilience/",
    "impressions": "start/replaying-it/",
    "greetings": "regions/",
    "letter": "guide/follow-up/",
    "mendable": "guide/what-can-be-recovered/",
    "put-it-online": "centers/host/",
    "private-copy": "centers/host/",
    "first-edit": "centers/make-it-yours/",
    "own-page": "centers/edit/",
    "sync-fork": "centers/update/",
    "weekly-updates": "centers/update/",
}

# Keys of a picture that are drawn or linked, not said. tests/unit/test_views.py tests the link to the project.
SAYS_NOTHING = {"id", "kind", "sign", "sources", "place", "opens", "project"}


def words_of(value: object) -> Iterator[str]:
    """Yield the texts of an entry that readers see, in order."""
    if isinstance(value, tuple):
        for each in value:
            yield from words_of(each)
    elif isinstance(value, BaseModel):
        for name, each in value:
            if name not in SAYS_NOTHING:
                yield from words_of(each)
    elif value is not None:
        yield str(value)


def drawn(site: Site, recovery: Content, picture_id: str) -> Tag:
    caption = shown_line(find(recovery.pictures, picture_id).caption)
    figures = site.article(LISTS[picture_id]).select("figure")
    (figure,) = (each for each in figures if each.figcaption and each.figcaption.get_text() == caption)
    return figure


def test_every_picture_of_the_content_is_on_a_page(recovery: Content) -> None:
    assert [picture.id for picture in recovery.pictures if picture.id not in LISTS] == []


def test_no_remark_tells_two_sides_apart_by_their_place(recovery: Content) -> None:
    """Tell them apart by their titles: in a narrow window, one is below the other."""
    remarks = [picture.remark or "" for picture in recovery.pictures if picture.kind == "two-sides"]
    assert remarks
    assert [remark for remark in remarks if "on the left" in remark or "on the right" in remark] == []


@pytest.mark.parametrize("picture_id", LISTS)
def test_a_picture_that_is_a_list_holds_all_of_its_words_as_text(
    site: Site, recovery: Content, picture_id: str
) -> None:
    figure = drawn(site, recovery, picture_id)
    texts = [shown_line(words) for words in words_of(find(recovery.pictures, picture_id))]
    assert texts
    assert [words for words in texts if words not in figure.get_text()] == []
    assert figure.select("svg:not([aria-hidden])") == []


def test_every_blunder_in_the_picture_links_to_its_row(site: Site, recovery: Content) -> None:
    figure = drawn(site, recovery, "mendable")
    article = site.article(LISTS["mendable"])
    links = {str(link["href"])[1:] for link in figure.select("a[href^='#']")}
    assert links == {blunder.id for blunder in recovery.recoverable}
    assert all(article.select(f"tr#{each}") for each in links)
