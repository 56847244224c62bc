"""What the site does without, on which many criteria of accessibility rest."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from built_site import Site

MOVING = "audio, video, iframe, object, embed, marquee, blink, animate, meta[http-equiv=refresh i]"
WHO = (
    "input:is([type=password], [type=email], [type=tel], [type=url], [autocomplete]:not([autocomplete=off]))"
)


def test_nothing_plays_moves_or_is_embedded(site: Site, address: str) -> None:
    assert not site.soup(address).select(MOVING)


def test_no_field_asks_who_you_are(site: Site, address: str) -> None:
    assert not site.soup(address).select(WHO)


@pytest.mark.parametrize(
    ("selector", "tag"),
    [
        (MOVING, "<video src='film.mp4'></video>"),
        (MOVING, "<meta http-equiv='Refresh' content='30'>"),
        (WHO, "<input type='password'>"),
        (WHO, "<input type='text' autocomplete='name'>"),
    ],
)
def test_it_would_be_noticed(selector: str, tag: str) -> None:
    assert BeautifulSoup(tag, "html.parser").select(selector)
