"""Invented interviews, worked through."""

from __future__ import annotations

from built_site import Site, shown, shown_line

from macros.models import Recovery

EXAMPLES = "guide/examples/"


def test_every_example_says_first_of_all_that_it_is_invented(site: Site, recovery: Recovery) -> None:
    for example in recovery.examples:
        heading = site.article(EXAMPLES).find(id=example.id)
        assert heading
        first = heading.find_next("p")
        assert first
        assert first.get_text(strip=True) == shown_line(recovery.ui.example.invented)


def test_an_example_goes_from_notes_to_a_note_and_a_better_answer(site: Site, recovery: Recovery) -> None:
    text = site.article(EXAMPLES).get_text()
    causes = {cause.id: cause.title for cause in recovery.root_causes}
    for example in recovery.examples:
        for row in example.debrief:
            assert shown(row.missing) in text
            assert causes[row.cause] in text
        assert shown_line(example.note.text) in text
        for answer in (example.rewrite.before, *vars(example.rewrite.after).values()):
            assert shown(answer) in text
