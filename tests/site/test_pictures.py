"""Pictures drawn from the content: what they show is in words too."""

from __future__ import annotations

import pytest
from bs4 import Tag
from built_site import Site, shown_line

from macros.models import Recovery


@pytest.fixture
def picture(site: Site) -> Tag:
    """Return the picture of where the time of an answer goes."""
    (figure,) = site.article("guide/star/").select("figure.star-shares")
    return figure


def test_the_picture_is_named_and_says_what_it_shows(picture: Tag, recovery: Recovery) -> None:
    (svg,) = picture.select("svg[role='img']")
    (caption,) = picture.select(f"#{svg['aria-labelledby']}")
    assert caption.get_text() == shown_line(recovery.ui.guide.star_shares)
    (description,) = picture.select(f"#{svg['aria-describedby']}")
    assert description.get_text() == ", ".join(f"{part.component} {part.share}%" for part in recovery.star)


def test_each_bar_is_as_long_as_its_share_and_begins_where_the_last_one_ends(
    picture: Tag, recovery: Recovery
) -> None:
    (whole, *_) = picture.select(".star-shares__whole")
    end, length = float(str(whole["x"])), float(str(whole["width"]))
    bars = picture.select(".star-shares__part")
    for bar, part in zip(bars, recovery.star, strict=True):
        assert float(str(bar["x"])) == pytest.approx(end)
        assert float(str(bar["width"])) == pytest.approx(length * part.share / 100)
        end += float(str(bar["width"]))
