"""axe finds nothing while a page is being used either, on a wide screen and on a phone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect
from reader import ANSWERS, AUDIT, FIVE_STEPS, answer, boxes, button, violations, visible

from macros.models import Ui

NO_ROOM = "() => { Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); }; }"
in_both_schemes = pytest.mark.parametrize("scheme", ["light", "dark"])


@pytest.fixture
def shades(page: Page, scheme: str) -> Page:
    """Return a page in light or dark."""
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    return page


def test_axe_does_find_something_where_there_is_something(page: Page) -> None:
    page.goto(FIVE_STEPS)
    page.get_by_role("article").evaluate("each => each.append(document.createElement('input'))")
    page.locator("h1").evaluate("each => { each.style.color = '#bbb'; }")
    found = [violation.split()[0] for violation in violations(page)]
    assert sorted(found) == ["color-contrast", "label"]


@in_both_schemes
def test_an_audit_with_its_result(shades: Page, words: Ui) -> None:
    shades.goto(AUDIT)
    answer(shades, words, "nnnyu")
    expect(visible(shades, "[data-for]")).to_have_count(3)
    assert violations(shades) == []


@in_both_schemes
def test_a_finished_list_and_the_way_back(shades: Page, words: Ui) -> None:
    shades.goto(FIVE_STEPS)
    for box in boxes(shades).all():
        box.check()
    assert violations(shades) == []
    button(shades, words.checklist.reset).click()
    expect(button(shades, words.checklist.undo)).to_be_visible()
    assert violations(shades) == []


@in_both_schemes
def test_every_storage_notice(shades: Page) -> None:
    shades.goto(FIVE_STEPS)
    shades.evaluate(f"localStorage['{ANSWERS}five-steps--repair'] = 'spoiled'")
    shades.reload()
    shades.evaluate(NO_ROOM)
    boxes(shades).first.check()
    expect(visible(shades, "[data-problem]")).to_have_count(2)
    assert violations(shades) == []


@in_both_schemes
def test_an_item_that_the_address_marks(shades: Page) -> None:
    shades.goto(f"{AUDIT}#rejection-audit--listening")
    assert violations(shades) == []


@in_both_schemes
def test_a_note_that_was_copied(shades: Page, words: Ui) -> None:
    shades.add_init_script("navigator.clipboard.writeText = () => Promise.resolve();")
    shades.goto("guide/follow-up/")
    button(shades, words.note_template.copy_body).first.click()
    expect(shades.get_by_text(words.note_template.copied)).to_be_visible()
    assert violations(shades) == []
