"""What remains of a checklist or a worksheet on paper, blank or filled in."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from edition import EDITION

from macros.checks.load import load_content
from macros.checks.project import CONTENT
from macros.components.print_pack.on_paper import on_paper
from macros.components.print_pack.view import print_pack
from macros.components.rendering import Renderer
from macros.content import Content

CHECKLIST = """\
<section class="checklist" id="send" data-module="checklist" data-kind="tick" data-groups="2" data-on-use aria-label="Send">
<p class="checklist__purpose" id="why">Read it.</p>
<h2 id="title">Before you send</h2>
<p class="checklist__tools"><button>Reset</button></p>
<ul class="checklist__items"><li>
<input type="checkbox" id="send--name" name="send--name" role="switch" data-entry="send--name" aria-describedby="help">
<label for="send--name" dir="auto">The name</label><p hidden>Done</p><p hidden data-check-again-by="2020-01-01">Old</p>
</li></ul>
</section>"""
FORM = """\
<section class="worksheet form" data-module="form" data-settings="{}" data-settings-file="x.json">
<p class="worksheet__purpose" data-words="w">Write.</p>
<p class="buttons">Keep</p>
<div data-live id="live"><h2 id="h">Now</h2><p class="lead">Lead.</p><fieldset><legend>About</legend>
<p class="field" data-field="moment"><label for="m">Moment</label><span class="field__help">Help.</span><input id="m" name="m"></p>
<p class="field" data-own>Own</p><p class="evidence">Source</p></fieldset><p data-counted>3</p></div>
<template><h3>Entry</h3><p>Text</p><p class="field" id="f">Field</p></template>
<div data-blank><p class="field"><label for="b">Moment</label><input id="b"></p></div>
</section>"""


def test_a_checklist_keeps_its_purpose_its_title_and_its_items_and_starts_no_script() -> None:
    assert on_paper(CHECKLIST, "send") == (
        """\
<div class="checklist" data-groups="2" data-kind="tick">
<p class="checklist__purpose">Read it.</p>
<h2>Before you send</h2>

<ul class="checklist__items"><li>
<input id="send--name" name="send--name" type="checkbox"/>
<label>The name</label><p data-check-again-by="2020-01-01" hidden="">Old</p>
</li></ul>
</div>""",
        "",
    )


def test_a_form_becomes_a_blank_sheet_and_a_template_for_saved_answers() -> None:
    blank, filled = on_paper(FORM, "replay")
    assert (
        blank
        == """\
<div class="worksheet form" data-settings="{}" data-settings-file="x.json">
<p class="worksheet__purpose">Write.</p>



<div data-blank=""><p class="field"><label>Moment</label><input/></p></div>
</div>"""
    )
    assert (
        filled
        == """\
<template data-filled="replay"><div data-live=""><h2>Now</h2><fieldset><legend>About</legend>
<p class="field" data-field="moment"><label>Moment</label><input/></p>
</fieldset><p data-counted="">3</p></div><template><h3>Entry</h3><p class="field">Field</p></template></template>"""
    )


def test_only_a_form_keeps_its_settings() -> None:
    drawn = FORM.replace('class="worksheet form"', 'class="worksheet"')
    assert on_paper(drawn, "replay").blank.startswith('<div class="worksheet">')


@pytest.fixture(scope="module")
def recovery() -> Content:
    return load_content(EDITION / CONTENT, EDITION / "docs").content


def test_a_print_pack_has_every_sheet_with_its_foot_its_template_for_answers_and_the_advice(
    recovery: Content,
) -> None:
    renderer = Renderer(recovery)
    renderer.publish("https://example.org/", "Somebody")
    view = print_pack(recovery)
    pack = BeautifulSoup(renderer.render(view, "centers/print/"), "html.parser")
    sheets = [sheet for sheet, _ in view.values["sheets"]]
    boxes = pack.select("input[name=sheets]")
    assert [box["value"] for box in boxes] == [sheet.id for sheet in sheets]
    checklists = {checklist.id for checklist in recovery.checklists if not checklist.retired}
    assert {box["value"] for box in boxes if box.has_attr("checked")} == checklists
    assert {each["data-filled"] for each in pack.select("[data-filled]")} == {
        sheet.id for sheet in sheets if sheet.id not in checklists
    }
    printed = pack.select(".sheet:not(.sheet--advice)")
    for sheet, shown in zip(sheets, printed, strict=True):
        assert shown.select(".worksheet, .checklist")
        assert f"https://example.org/{sheet.address}" in shown.get_text()
    assert len(pack.select(".sheet--advice")) == len(recovery.paper.sides)
