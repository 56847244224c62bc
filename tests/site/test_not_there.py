"""What the site does without: many criteria of accessibility depend on it."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from built_site import PACK, Site

# Readers can play their own recordings: the markup of that player has no source.
MOVING = "audio:is([src], [autoplay], :has(source)), video, iframe, object, embed, marquee, blink, animate, meta[http-equiv=refresh i]"
WHO = "input:is([type=password], [type=tel], [type=url], [autocomplete]:not([autocomplete=off]))"
# The sender of a note may say who they are.
SENDER = {"sender": "name", "phone": "tel"}


def test_nothing_plays_moves_or_is_embedded(site: Site, address: str) -> None:
    assert not site.soup(address).select(MOVING)


def test_a_field_that_asks_who_you_are_declares_it_for_autocomplete(site: Site, address: str) -> None:
    if address == PACK:  # its sheets are for a pen
        return
    for field in site.soup(address).select(WHO):
        assert field["autocomplete"] == SENDER[str(field["data-field"])]


def test_only_a_note_asks_who_you_are(site: Site) -> None:
    asking = {str(field["data-field"]) for field in site.soup("worksheets/follow-up-note/").select(WHO)}
    assert asking == set(SENDER)


@pytest.mark.parametrize(
    ("selector", "tag"),
    [
        (MOVING, "<video src='film.mp4'></video>"),
        (MOVING, "<audio src='talk.mp3'></audio>"),
        (MOVING, "<meta http-equiv='Refresh' content='30'>"),
        (WHO, "<input type='password'>"),
        (WHO, "<input type='text' autocomplete='name'>"),
    ],
)
def test_moving_content_and_fields_for_personal_data_would_be_noticed(selector: str, tag: str) -> None:
    assert BeautifulSoup(tag, "html.parser").select(selector)
