"""Light, dark, or as the system: a choice is kept, including one stored by the earlier theme."""

from __future__ import annotations

import json

import pytest
from built_site import BASE, OTHER_BASE
from playwright.sync_api import Page, expect
from reader import FIVE_STEPS, boxes, storage
from saved_data import arrange, put

pytestmark = pytest.mark.shares_a_browser

PALETTE = f"{BASE}.__palette"
# As stored by the earlier theme.
CHOSEN = {
    "light": '{"index":0,"color":{"media":"(prefers-color-scheme: light)","scheme":"default","primary":"custom","accent":"custom"}}',
    "dark": '{"index":1,"color":{"media":"(prefers-color-scheme: dark)","scheme":"slate","primary":"custom","accent":"custom"}}',
}
SPOILED = {
    "no JSON": "{spoiled",
    "nothing": "",
    "undefined": "undefined",
    "null": "null",
    "a word": '"slate"',
    "a number": "5",
    "true": "true",
    "a list": "[]",
    "no color": '{"index":1}',
    "half a number": '{"index":0.5}',
    "names that are no names": '{"index":1,"color":{"<b>":"slate"}}',
    "a text for the color": '{"index":1,"color":"slate"}',
    "an unknown scheme": '{"index":1,"color":{"scheme":"constructor"}}',
}
NO_STORAGE = "Object.defineProperty(window, 'localStorage', { get() { throw new Error(); } });"
PAPER = {"light": "rgb(251, 248, 242)", "dark": "rgb(19, 27, 28)"}


def choose(page: Page, scheme: str) -> None:
    page.locator(".bar__menu").click()
    page.locator(f"#menu [value={scheme}]").check()
    page.keyboard.press("Escape")


def expect_scheme(page: Page, scheme: str) -> None:
    expect(page.locator("body")).to_have_css("background-color", PAPER[scheme])


@pytest.mark.parametrize(("system", "chosen"), [("light", "dark"), ("dark", "light")])
def test_a_choice_applies_at_once_and_after_a_reload(page: Page, system: str, chosen: str) -> None:
    page.emulate_media(color_scheme="dark" if system == "dark" else "light")
    page.goto(FIVE_STEPS)
    choose(page, chosen)
    expect_scheme(page, chosen)
    page.reload()
    expect_scheme(page, chosen)
    expect(page.locator(f"#menu [value={chosen}]")).to_be_checked()
    choose(page, "system")
    expect_scheme(page, system)
    page.reload()
    expect_scheme(page, system)
    assert PALETTE not in storage(page)


def test_a_choice_is_stored_in_the_format_of_the_earlier_theme(page: Page) -> None:
    page.goto(FIVE_STEPS)
    choose(page, "dark")
    assert json.loads(storage(page)[PALETTE]) == {"index": 1, "color": {"scheme": "slate"}}


@pytest.mark.parametrize("scheme", CHOSEN)
def test_a_choice_made_in_the_earlier_theme_is_kept(page: Page, scheme: str) -> None:
    page.emulate_media(color_scheme="light" if scheme == "dark" else "dark")
    arrange(page, {PALETTE: CHOSEN[scheme]})
    page.goto(FIVE_STEPS)
    expect_scheme(page, scheme)
    expect(page.locator(f"#menu [value={scheme}]")).to_be_checked()
    assert storage(page)[PALETTE] == CHOSEN[scheme]


@pytest.mark.parametrize("scheme", PAPER)
def test_the_theme_color_of_the_browser_matches_the_page(page: Page, scheme: str) -> None:
    page.goto(FIVE_STEPS)
    choose(page, scheme)
    color = page.evaluate("""() => {
        const metas = [...document.querySelectorAll("meta[name=theme-color]")];
        const color = metas.find(({ media }) => matchMedia(media).matches).content;
        return document.body.animate({ color: [color, color] }).effect.getKeyframes()[0].color;
    }""")
    page.evaluate("color => { document.body.style.backgroundColor = color; }", color)
    expect_scheme(page, scheme)


@pytest.mark.parametrize("spoiled", SPOILED.values(), ids=SPOILED)
def test_an_unreadable_choice_breaks_nothing(page: Page, spoiled: str) -> None:
    arrange(page, {PALETTE: spoiled})
    page.goto(FIVE_STEPS)
    expect_scheme(page, "light")
    boxes(page).first.check()
    expect(page.get_by_role("progressbar")).to_have_js_property("value", 1)
    choose(page, "dark")
    page.reload()
    expect_scheme(page, "dark")


def test_without_storage_a_choice_holds_for_the_page(page: Page) -> None:
    page.add_init_script(NO_STORAGE)
    page.goto(FIVE_STEPS)
    choose(page, "dark")
    expect_scheme(page, "dark")


def test_the_settings_of_another_site_on_the_host_are_left_alone(page: Page) -> None:
    page.goto(FIVE_STEPS)
    others = {f"{OTHER_BASE}.__palette": CHOSEN["dark"], "/.__palette": "{spoiled"}
    put(page, others)
    page.reload()
    expect_scheme(page, "light")
    choose(page, "light")
    assert storage(page).items() >= others.items()


@pytest.mark.parametrize("scheme", PAPER)
def test_an_empty_box_has_the_color_of_its_card(page: Page, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto(FIVE_STEPS)
    box = boxes(page).first
    card, empty = (
        part.evaluate("part => getComputedStyle(part).backgroundColor")
        for part in (page.locator(".checklist__item").first, box)
    )
    assert empty == card
    assert box.evaluate("box => getComputedStyle(box).appearance") == "none"
    box.check()
    assert box.evaluate("box => getComputedStyle(box).appearance") != "none"
