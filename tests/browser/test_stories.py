"""Stories: each answers one or more questions, and questions without a story are listed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from built_site import shown, shown_line
from playwright.sync_api import BrowserContext, Locator, Page, expect
from reader import button, sheets, squeezed, violations_in_every_look, visible
from saved_data import YOUR_DATA, arrange, entry, storage_key
from test_keyboard import tab_to

from macros.content import Content
from macros.content.phrases import filled
from macros.content.worksheets.star_answer import StoryWords

pytestmark = pytest.mark.shares_a_browser

STAR = "worksheets/star-answer/"
LANGUAGE = "en-US"
WEEK, ANGRY, COOKING = "How do you plan a week?", "Tell us about an angry customer.", "Why cooking?"
ASKED = {
    "debrief--i1--order": "1",
    "debrief--i1--company": "Harbor Foods",
    "debrief--i2--order": "2",
    "debrief--i2--company": "Orchard",
    "debrief-row--r1--order": "1",
    "debrief-row--r1--debrief": "i1",
    "debrief-row--r1--question": WEEK,
    "debrief-row--r2--order": "2",
    "debrief-row--r2--debrief": "i1",
    "debrief-row--r2--question": ANGRY,
    "debrief-row--r3--order": "3",
    "debrief-row--r3--debrief": "i2",
    "debrief-row--r3--question": COOKING,
}
OVEN = "When did you end a fight?"
STORY = {
    "star-answer--a1--order": "1",
    "star-answer--a1--debrief": "i2",
    "star-answer--a1--question": OVEN,
    "star-answer--a1--also": "What do you do when plans clash?",
    **{f"star-answer--a1--{part}": f"In the {part}." for part in ("situation", "task", "action", "result")},
}


@pytest.fixture(scope="module")
def story_words(recovery: Content) -> StoryWords:
    """Return the texts about stories."""
    return recovery.worksheets.star_answer.stories


def open_with(page: Page, answers: dict[str, str]) -> None:
    arrange(page, {storage_key(answer): entry(value) for answer, value in answers.items()})
    page.goto(STAR)


def bank(page: Page) -> Locator:
    return page.locator("[data-stories]")


def unfold(page: Page) -> None:
    bank(page).locator("summary").first.click()


def waiting(page: Page) -> Locator:
    return bank(page).locator("[data-asked] [data-text]")


def question(page: Page, text: str) -> Locator:
    return bank(page).locator("[data-question]").filter(has_text=text)


def story(page: Page, text: str) -> Locator:
    return bank(page).locator("[data-story-list] > li").filter(has_text=text)


def use(page: Page, asked: str, title: str, story_words: StoryWords) -> None:
    question(page, asked).get_by_text(story_words.use).click()
    button(question(page, asked), title).click()


def many(count: int) -> dict[str, str]:
    """Return this many stories, of which the first answers the most questions and the last is incomplete."""
    fields = {
        f"star-answer--s{number}--{field}": value
        for number in range(1, count + 1)
        for field, value in {
            "order": str(number),
            "question": f"Story {number:02}",
            **dict.fromkeys(("situation", "task", "action", "result"), "Text."),
        }.items()
    }
    return fields | {"star-answer--s1--also": "More?", f"star-answer--s{count}--result": ""}


def test_without_answers_there_are_no_stories(page: Page) -> None:
    open_with(page, {})
    page.locator("[data-started]").wait_for()
    expect(bank(page)).to_be_hidden()


def test_questions_of_every_interview_are_listed_until_they_have_a_story(
    page: Page, story_words: StoryWords, recovery: Content
) -> None:
    open_with(page, ASKED | STORY)
    expect(bank(page).locator("summary").first).to_contain_text(
        filled(story_words.waiting, LANGUAGE, count=3)
    )
    unfold(page)
    expect(waiting(page)).to_have_text([WEEK, ANGRY, COOKING])
    expect(story(page, OVEN)).to_contain_text("What do you do when plans clash?")
    use(page, WEEK, OVEN, story_words)
    expect(waiting(page)).to_have_text([ANGRY, COOKING])
    expect(story(page, OVEN)).to_contain_text(WEEK)
    expect(bank(page).get_by_role("status")).to_have_text(filled(story_words.used, LANGUAGE, question=WEEK))
    page.reload()
    unfold(page)
    expect(waiting(page)).to_have_text([ANGRY, COOKING])
    expect(page.locator("#also--a1")).to_have_value(f"What do you do when plans clash?\n{WEEK}")
    expect(page.locator("#also--a1")).to_be_visible()


def test_assigning_a_question_to_a_story_can_be_undone(
    page: Page, story_words: StoryWords, recovery: Content
) -> None:
    open_with(page, ASKED | STORY)
    unfold(page)
    use(page, WEEK, OVEN, story_words)
    undo = button(bank(page), recovery.ui.checklist.undo)
    undo.click()
    expect(undo).to_be_hidden()
    expect(waiting(page)).to_have_text([WEEK, ANGRY, COOKING])
    expect(page.locator("#also--a1")).to_have_value("What do you do when plans clash?")
    expect(bank(page).locator("summary").first).to_be_focused()


def test_a_new_story_belongs_to_the_interview_of_its_question(page: Page, story_words: StoryWords) -> None:
    open_with(page, ASKED | STORY)
    unfold(page)
    button(question(page, WEEK), story_words.begin).click()
    expect(page.locator("[data-entries] [data-field='question']").first).to_have_value(WEEK)
    expect(page.locator("[data-entries] [data-field='situation']").first).to_be_focused()
    expect(page.locator("[data-several] select option:checked")).to_have_text("Harbor Foods")
    expect(waiting(page)).to_have_text([ANGRY, COOKING])


def test_the_questions_of_our_examples_are_offered_too(
    page: Page, story_words: StoryWords, recovery: Content
) -> None:
    ours = [each.rewrite.question for each in recovery.examples]
    open_with(page, STORY)
    unfold(page)
    expect(waiting(page)).to_have_count(0)
    bank(page).get_by_text(shown_line(story_words.ours)).click()
    expect(bank(page).locator("[data-ours] [data-text]")).to_have_text(ours)
    button(question(page, ours[0]), story_words.begin).click()
    expect(page.locator("[data-entries] [data-title]").filter(has_text=ours[0])).to_be_visible()
    expect(bank(page).locator("[data-ours] [data-text]")).to_have_count(len(ours) - 1)


def test_questions_typed_into_a_story_count_at_once_in_another_tab(
    context: BrowserContext, page: Page, story_words: StoryWords
) -> None:
    open_with(page, ASKED | STORY)
    unfold(page)
    other = context.new_page()
    other.goto(STAR)
    other.locator("#also--a1").fill(f"{WEEK}\n{ANGRY.upper()}\n{COOKING}")
    other.locator("#question--a1").focus()
    expect(waiting(page)).to_have_count(0)
    expect(bank(page).get_by_text(shown_line(story_words.none))).to_be_visible()


def test_at_twelve_stories_the_page_says_enough_and_names_some_to_reuse(
    page: Page, story_words: StoryWords, recovery: Content
) -> None:
    enough = page.locator("[data-enough]")
    open_with(page, many(11))
    expect(bank(page)).to_be_visible()
    expect(enough).to_be_hidden()
    button(page, recovery.worksheets.star_answer.words.add).click()
    expect(enough).to_contain_text(filled(story_words.enough, LANGUAGE, count=12))
    expect(enough.get_by_role("link")).to_have_text([f"Story {number:02}" for number in (2, 3, 4)])
    enough.get_by_role("link").first.click()
    expect(page.locator("#situation--s2")).to_be_visible()
    button(page, recovery.worksheets.star_answer.words.add).click()
    expect(page.locator("[data-entries] > [data-entry]")).to_have_count(13)


def test_the_printed_sheet_the_text_file_and_your_data_list_further_questions(
    page: Page, recovery: Content
) -> None:
    open_with(page, STORY)
    label = recovery.worksheets.star_answer.also.label
    expect(page.locator("#also--a1")).to_be_visible()
    printed = sheets(page, format="Letter")
    assert len(printed) == 1
    assert squeezed(f"{label} What do you do when plans clash?") in printed[0]
    with page.expect_download() as started:
        button(page, recovery.ui.worksheet.export_markdown).click()
    text = Path(started.value.path()).read_text("utf-8")
    assert re.search(rf"^### {label}\n\nWhat do you do when plans clash\\?\?", text, re.MULTILINE)
    page.goto(YOUR_DATA)
    expect(page.get_by_text("What do you do when plans clash?")).to_be_visible()


def test_an_answer_without_further_questions_prints_no_label_for_them(page: Page, recovery: Content) -> None:
    open_with(page, {**STORY, "star-answer--a1--also": ""})
    page.locator("#situation--a1").wait_for()
    assert squeezed(recovery.worksheets.star_answer.also.label) not in "".join(sheets(page))


def test_stories_are_accessible_in_every_look(page: Page, story_words: StoryWords) -> None:
    open_with(page, ASKED | STORY | many(12))
    unfold(page)
    bank(page).get_by_text(shown_line(story_words.ours)).click()
    question(page, WEEK).get_by_text(story_words.use).click()
    assert violations_in_every_look(page) == []
    button(question(page, WEEK), OVEN).click()
    assert violations_in_every_look(page) == []


def test_a_question_is_assigned_to_a_story_with_the_keyboard_alone(
    page: Page, story_words: StoryWords
) -> None:
    open_with(page, ASKED | STORY)
    expect(bank(page)).to_be_visible()
    bank(page).locator("summary").first.focus()
    page.keyboard.press("Enter")
    tab_to(page, question(page, WEEK).locator("summary"))
    page.keyboard.press("Enter")
    tab_to(page, button(question(page, WEEK), OVEN))
    page.keyboard.press("Enter")
    expect(bank(page).get_by_role("status")).to_be_focused()
    expect(story(page, OVEN)).to_contain_text(WEEK)


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_without_scripts_no_stories_are_offered(page: Page, story_words: StoryWords) -> None:
    page.goto(STAR)
    expect(visible(page, "[data-stories], [data-enough]")).to_have_count(0)
    expect(page.get_by_text(shown(story_words.help))).to_be_hidden()
