"""E-mail addresses as people paste them, and a mail link that mail programs can open."""

from __future__ import annotations

import re
from email.utils import getaddresses
from urllib.parse import unquote, urlsplit

import pytest
from built_site import shown_line
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Locator, Page, expect
from sheets_in_use import NOTE

from macros.content import Content
from macros.content.words import Ui
from macros.content.worksheets.follow_up_note import NoteWorksheet

JANE, RICK = "jane@example.com", "rick@example.org"
# A few of the many pasted texts in tests/scripts/addresses.test.js, with the addresses in each.
READ = [("", []), (f"Doe, Jane <{JANE}>; {RICK}\n", [JANE, RICK]), ("zoë@exämple.org", ["zoë@exämple.org"])]
# Texts that are not an address, each pasted beside one that is.
UNREAD = ["Jane Doe", f"{JANE}>"]
READ_ADDRESSES = """async ([home, text]) => {
    const { readAddresses } = await import(`${home}assets/javascripts/text/addresses.js`);
    return readAddresses(text);
}"""
names = st.from_regex(r"[A-Za-z]{1,8}( [A-Za-z]{1,8})?", fullmatch=True)
quoted = st.from_regex(r'"[A-Za-z ,;<>@:]{1,12}"', fullmatch=True)
plain = st.from_regex(r"[a-z0-9]{1,6}(\.[a-z0-9+_-]{1,6})?@[a-z]{1,6}\.[a-z]{2,4}", fullmatch=True)
mailboxes = st.one_of(plain, st.builds("{} <{}>".format, st.one_of(names, quoted), plain))


@pytest.fixture
def sheet(recovery: Content) -> NoteWorksheet:
    """Return the worksheet of the content."""
    return recovery.worksheets.follow_up_note


def field(page: Page) -> Locator:
    return page.locator("[data-entries] [data-field='address']")


def link(page: Page) -> str:
    return page.locator("[data-action='open-mail']").get_attribute("href") or ""


def paste(page: Page, text: str) -> None:
    """Paste a text into the field, including its line breaks, as a browser does."""
    field(page).focus()
    field(page).evaluate("field => field.select()")
    page.evaluate("text => document.execCommand(text ? 'insertText' : 'delete', false, text)", text)


@pytest.mark.parametrize(("text", "addresses"), READ)
def test_the_mail_goes_to_the_addresses_in_the_pasted_text(
    page: Page, text: str, addresses: list[str]
) -> None:
    page.clock.install()
    page.goto(NOTE)
    paste(page, text)
    page.clock.run_for(2000)
    sent_to = urlsplit(link(page)).path
    assert [unquote(each) for each in sent_to.split(",") if each] == addresses
    expect(field(page)).not_to_have_attribute("aria-invalid", "true")
    expect(page.locator("[data-entries] [data-unread]")).to_have_text("")


@pytest.mark.parametrize("text", UNREAD)
def test_text_that_is_not_an_address_is_reported_beside_the_field_after_a_pause(
    page: Page, sheet: NoteWorksheet, text: str
) -> None:
    page.clock.install()
    page.goto(NOTE)
    paste(page, f"{RICK}, {text}")
    said = page.locator("[data-entries] [data-unread]")
    page.clock.run_for(2000)
    expect(said).to_have_text(shown_line(sheet.words.unread).format(found=text))
    expect(said).to_be_visible()
    expect(field(page)).to_have_attribute("aria-invalid", "true")
    expect(field(page)).to_have_accessible_description(re.compile(re.escape(text)))
    assert unquote(urlsplit(link(page)).path) == RICK
    paste(page, RICK)
    expect(said).to_have_text("")
    expect(field(page)).not_to_have_attribute("aria-invalid", "true")


def test_an_address_is_not_reported_as_wrong_while_it_is_being_typed(page: Page) -> None:
    page.clock.install()
    page.goto(NOTE)
    said = page.locator("[data-entries] [data-unread]")
    for letter in JANE:
        field(page).press_sequentially(letter)
        page.clock.run_for(100)
        expect(said).to_have_text("")
    page.clock.run_for(2000)
    expect(said).to_have_text("")


@settings(suppress_health_check=list(HealthCheck))
@given(lists=st.lists(mailboxes, min_size=1, max_size=4))
def test_a_list_is_parsed_as_by_the_email_library_of_python(page: Page, home: str, lists: list[str]) -> None:
    if page.url == "about:blank":
        page.goto(NOTE)
    text = ", ".join(lists)
    wanted = list(dict.fromkeys(address for _, address in getaddresses([text])))
    assert page.evaluate(READ_ADDRESSES, [home, text]) == {"addresses": wanted, "unread": []}


# A link that is too long


def write_note(page: Page, text: str) -> None:
    field(page).fill(JANE)
    page.locator("[data-entries] [data-field='subject']").fill("Thank you")
    page.locator("[data-entries] [data-field='note']").fill(text)


@pytest.mark.parametrize("text", ["شكرا جزيلا " * 60, "会議のお礼 " * 70, "Thank you. " * 200])
@pytest.mark.browser_context_args(permissions=["clipboard-read", "clipboard-write"])
def test_a_note_too_long_for_a_link_is_copied_and_the_mail_opens_without_it(
    page: Page, sheet: NoteWorksheet, words: Ui, text: str
) -> None:
    page.goto(NOTE)
    write_note(page, text)
    said = page.locator("[data-too-long]")
    expect(said).to_have_text(shown_line(sheet.words.too_long))
    address = link(page)
    assert len(address) <= 2000
    assert unquote(urlsplit(address).path) == JANE
    assert urlsplit(address).query == "subject=Thank%20you&body="
    page.evaluate("addEventListener('click', (event) => event.preventDefault())")
    page.locator("[data-action='open-mail']").click()
    expect(page.locator("[data-entries] [data-status]")).to_have_text(words.worksheet.copied)
    assert page.evaluate("navigator.clipboard.readText()") == text
    write_note(page, "Thank you.")
    expect(said).to_have_text("")
    assert link(page).endswith("body=Thank%20you.")


def test_a_note_of_the_usual_length_fits_in_the_link(page: Page, sheet: NoteWorksheet) -> None:
    page.goto(NOTE)
    write_note(page, "word " * sheet.checks.length.most_words)
    expect(page.locator("[data-too-long]")).to_have_text("")
    assert unquote(link(page)).endswith("word " * sheet.checks.length.most_words)
