"""What a center writes in ``center.yml`` and on pages of its own, and its effect on the site."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import textwrap
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from bs4 import BeautifulSoup
from coloraide import Color
from edition import EDITION
from hypothesis import given
from hypothesis import strategies as st
from sample_project import Project, cases

from macros.__main__ import schemas
from macros.checks import project as whole
from macros.checks.brand import color_problem, nearest, tokens
from macros.checks.contrast import BACKGROUNDS, contrast, tokens_of
from macros.checks.lock_file import OWN_LOCK, write_lock
from macros.checks.project import CONTENT, check_project
from macros.content.center import Center
from macros.edition.hidden import Hidden
from macros.edition.navigation import edition_nav
from macros.edition.overrides import apply_edits
from macros.edition.pages import own_page, title_of
from macros.frame.frame import Frame, RenderedPage, Settings
from macros.reading.yaml_tree import parse_yaml, read_yaml
from macros.site import Site, site_of
from tools import ROOT
from tools.stage import COPIED, edition_of, stage

CENTER = "docs/data/center.yml"
PNG = b"\x89PNG\r\n\x1a\n"
DOCS = ROOT / "docs"


def say(project: Project, text: str) -> Project:
    """Write ``center.yml``."""
    (project.root / CENTER).write_text(textwrap.dedent(text), "utf-8")
    return project


def checked(project: Project, text: str) -> whole.Project:
    return check_project(say(project, text).root)


def edition(project: Project, text: str) -> dict[str, str]:
    """Return the files of a center's edition of the sample, with the Markdown of its pages."""
    for name in COPIED:
        (project.root / name).mkdir()
    folder = project.root / "edition"
    made = edition_of(project.root, Site(checked(project, text)), "")
    stage(project.root, folder, made)
    files = {file.relative_to(folder).as_posix(): file.read_text("utf-8") for file in folder.rglob("*.*")}
    return files | {f"docs/{path}": text for path, text in made.texts.items()}


def only_problem(project: Project, text: str) -> str:
    (problem,) = say(project, text).problems()
    return problem


# Every center has edited the file as it was published: any change of ours would make all their updates conflict.
AS_PUBLISHED = "add8ca3b7bcd46620b41e4849c7de866ab3747ca1aa0cbfb974e5b7d3c0327fe"


def test_the_file_holds_no_value_and_never_changes_so_that_no_update_conflicts_with_an_edit() -> None:
    assert read_yaml(ROOT / CENTER, ROOT).data is None
    assert hashlib.sha256((ROOT / CENTER).read_bytes().replace(b"\r\n", b"\n")).hexdigest() == AS_PUBLISHED
    assert not (DOCS / "center").exists()


def suggested() -> str:
    """Return the lines that the file suggests, without their explanations."""
    lines = (ROOT / CENTER).read_text("utf-8").splitlines()
    given = [line.removeprefix("# ") for line in lines if line.startswith("# ")]
    return "\n".join(
        line for line in given if re.match(r" |- |[a-z_]+:( |$)", line) and "$schema" not in line
    )


def test_every_line_that_the_file_suggests_is_valid(tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(DOCS, copy / "docs", ignore=shutil.ignore_patterns("javascripts"))
    for file in ("mkdocs.yml",):
        shutil.copy(ROOT / file, copy / file)
    (copy / "docs/center").mkdir()
    for logo in ("riverside.png", "riverside-white.png"):
        (copy / "docs/center" / logo).write_bytes(PNG)
    (copy / CENTER).write_text(suggested(), "utf-8")
    center = check_project(copy).center
    assert center.model_fields_set == set(Center.model_fields) - {"dark_color"}


def test_the_file_names_a_schema_for_editors_that_is_up_to_date(tmp_path: Path) -> None:
    first = (ROOT / CENTER).read_text("utf-8").splitlines()[0]
    named = ROOT / "docs/data" / first.removeprefix("# yaml-language-server: $schema=")
    schema = schemas()[named.name]
    assert named.read_text("utf-8") == schema, "run: python -m macros schema"
    check = jsonschema.Draft202012Validator(json.loads(schema))
    data = yaml.load(suggested(), yaml.BaseLoader)
    assert [error.message for error in check.iter_errors(data)] == []
    assert "nmae" in next(check.iter_errors({"nmae": "Riverside"})).message


def test_a_file_with_only_comments_changes_nothing(project: Project) -> None:
    before = check_project(project.root)
    assert checked(project, "# name: Riverside\n").content == before.content


def test_content_without_overrides_is_not_merged_again(project: Project) -> None:
    base = read_yaml(project.content, project.root)
    assert apply_edits(base, base, Center(), frozenset(), {}).document is base


@pytest.mark.parametrize("named", ["united-kingdom", "United Kingdom", "united kingdom"])
def test_the_region_of_a_center_comes_first_whether_given_by_id_or_by_name(named: str) -> None:
    base = read_yaml(EDITION / CONTENT, EDITION)
    file = parse_yaml(f"region: {named}", CENTER)
    made = apply_edits(base, file, Center(region=named), frozenset(), {})
    assert made.problems == []
    assert made.document.spots["regions", 0, "id"].value == "united-kingdom"
    assert base.spots["regions", 0, "id"].value != "united-kingdom"


def test_an_unknown_region_is_reported_with_a_suggestion(project: Project) -> None:
    (problem,) = say(project, "region: United Kindom").problems()
    assert problem.startswith(
        "docs/data/center.yml:1:9: region: there is no region `United Kindom`. Did you mean `united-kingdom`?"
    )


def test_a_region_given_by_name_has_its_page_in_the_menu(project: Project) -> None:
    (folder,) = [
        entry["Regions"]
        for entry in yaml.safe_load(edition(project, "region: United Kingdom")["mkdocs.yml"])["nav"]
        if "Regions" in entry
    ]
    assert folder == [{"United Kingdom": "regions/united-kingdom.md"}]


def test_a_hidden_item_is_retired_because_readers_may_have_ticked_it(project: Project) -> None:
    content = checked(project, "hide: {items: [rejection-audit--company-news]}").content
    (hidden, shown) = content.checklists[0].items
    assert (hidden.retired, shown.retired) == (True, False)


def test_a_hidden_checklist_is_gone_from_the_navigation_and_no_link_leads_to_it(project: Project) -> None:
    page = project.docs / "guide/star.md"
    page.write_text(
        page.read_text("utf-8") + "\n- [Before you send](../checklists/before-you-send.md)\n"
        "\nTake [the other list](../checklists/before-you-send.md#before-you-send--name), or "
        "[this one](../checklists/rejection-audit.md).\n",
        "utf-8",
    )
    files = edition(project, "hide: {checklists: [before-you-send]}")
    text = files["docs/guide/star.md"]
    assert "docs/checklists/before-you-send.md" not in files
    assert "before-you-send" not in files["mkdocs.yml"] + text
    assert text.endswith("\n\nTake the other list, or [this one](../checklists/rejection-audit.md).\n")
    assert text.count("\n") == page.read_text("utf-8").count("\n")


def test_a_page_that_compares_entries_can_be_hidden_by_its_path(project: Project) -> None:
    (project.docs / "regions/index.md").write_text(
        "---\ntitle: All\ndescription: All regions.\n---\n\n# All\n", "utf-8"
    )
    hide = "hide: {pages: [regions/index.md]}"
    assert say(project, hide).problems() == []
    files = edition(project, hide)
    assert "docs/regions/index.md" not in files
    assert "docs/regions/united-kingdom.md" in files


def test_hiding_the_last_question_of_a_group_hides_the_group(project: Project) -> None:
    files = edition(project, "hide: {questions: [how-long]}")
    assert [topic.id for topic in check_project(project.root).content.questions] == ["right-now"]
    assert "questions(" not in files["docs/index.md"]


def test_a_center_changes_texts_without_touching_the_content_file(project: Project) -> None:
    content = checked(
        project,
        """
        change:
          items:
            before-you-send--name: {text: Every name is right., help: Ask us.}
          words: {checklist.print: On paper}
        """,
    ).content
    item = content.checklists[1].items[0]
    assert (item.text, item.help, content.ui.checklist.print) == (
        "Every name is right.",
        "Ask us.",
        "On paper",
    )


def test_an_added_item_stands_where_the_center_puts_it_and_needs_no_lock(project: Project) -> None:
    content = checked(
        project,
        """
        add:
          items:
            before-you-send: [{id: ask-us, text: Ask us.}]
        order:
          items:
            before-you-send: [ask-us]
        """,
    ).content
    assert [item.id for item in content.checklists[1].items] == ["ask-us", "name"]


def test_an_added_question_raises_the_limit_of_the_last_verdict(project: Project) -> None:
    add = "add: {items: {rejection-audit: [{id: prepared, text: Were you ready?, when_no: Ask us.}]}}"
    assert [verdict.no_max for verdict in checked(project, add).content.checklists[0].verdicts] == [0, 3]


def test_an_added_checklist_gets_a_page_and_a_place_in_the_navigation(project: Project) -> None:
    files = edition(
        project,
        """
        add:
          checklists:
            - id: fair
              title: Before the "fair"
              purpose: Walk in with a [plan](index.md).
              revised: 2026-11-26
              items: [{id: print, text: Print it.}]
              done: {title: Done, text: Go.}
        """,
    )
    assert '{{ checklist("fair") }}' in files["docs/checklists/fair.md"]
    assert 'title: "Before the “fair”"' in files["docs/checklists/fair.md"]
    assert 'description: "Walk in with a plan."' in files["docs/checklists/fair.md"]
    beside = next(
        part["Checklists"] for part in yaml.safe_load(files["mkdocs.yml"])["nav"] if "Checklists" in part
    )
    assert [*beside[-1].values()] == ["checklists/fair.md"]
    assert files["docs/center/ids.lock"].splitlines()[2:] == ["checklist fair tick", "item fair--print"]


def test_a_page_that_a_center_puts_first_comes_before_its_siblings_and_nothing_else_moves() -> None:
    nav = [
        {
            "Start": [
                "start/index.md",
                {"Left": "start/left.md"},
                {"Sent": "start/sent.md"},
                {"About": "about.md"},
            ]
        },
        {"Lists": [{"Before": "checklists/before.md"}, {"After": "checklists/after.md"}]},
    ]
    shown = edition_nav(nav, Hidden(), [], [], {"start/sent.md": 0})
    assert shown == [
        {
            "Start": [
                "start/index.md",
                {"Sent": "start/sent.md"},
                {"Left": "start/left.md"},
                {"About": "about.md"},
            ]
        },
        nav[1],
    ]


LONG = "some words " * 14 + "x"


@pytest.mark.parametrize(
    ("words", "description"),
    [
        (LONG, LONG),
        (f"{LONG}x", f"{LONG[:-2]} …"),
        ("On a line,\nand on *the* next.\n\nNot this.", "On a line, and on the next."),
        ("- An entry\n- Another\n\nThen [a link](index.md){ .button } &amp; `code`.", "Then a link & code."),
        ("| A | table |\n\n> A quote", "A page"),
    ],
)
def test_a_page_of_a_center_is_described_by_its_first_paragraph_cut_after_a_word(
    words: str, description: str
) -> None:
    page = own_page(f"# A page\n\n{words}\n", "center/page.md")
    assert (
        page == f'---\ntitle: "A page"\ndescription: {json.dumps(description, ensure_ascii=False)}\n---\n'
        f"# A page\n\n{words}\n"
    )


@pytest.mark.parametrize(
    ("text", "front"),
    [
        ("---\ntitle: Ours\n---\nCome in.\n", 'description: "Come in."\ntitle: Ours\n'),
        ('---\ndescription: Ours\n---\n# Say "hi" ##\nCome in.\n', 'title: "Say “hi”"\ndescription: Ours\n'),
        (
            "---\nrevised: 2026-11-26\n---\n",
            'title: "Visit us now"\ndescription: "Visit us now"\nrevised: 2026-11-26\n',
        ),
        (
            "---\ntitle: Ours\ndescription: It is ours.\n---\nCome in.\n",
            "title: Ours\ndescription: It is ours.\n",
        ),
    ],
)
def test_a_page_of_a_center_keeps_its_front_matter(text: str, front: str) -> None:
    body = text.partition("\n---\n")[2]
    assert own_page(text, "center/visit-us_now.md") == f"---\n{front}---\n{body}"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("---\ntitle:  'Ours' \n---\n# Yours\n", "Ours"),
        ('---\ntitle: "Ours"\n---\n', "Ours"),
        ("Come in.\n\n#  Visit *us*  #\n\n# Later\n", "Visit us"),
        ("## A part\n", "Visit us now"),
    ],
)
def test_a_page_of_a_center_is_named_after_its_title_its_heading_or_its_file(text: str, title: str) -> None:
    assert title_of(text, "center/visit-us_now.md") == title


def test_pages_of_a_center_join_the_navigation_and_need_no_front_matter_or_sources(
    project: Project,
) -> None:
    (project.docs / "center").mkdir()
    (project.docs / "center/visit-us.md").write_text(
        "# Visit us\n\nMost wait 2 weeks, and 90% come back.\n", "utf-8"
    )
    (project.docs / "center/ask.md").write_text("Write to us.\n", "utf-8")
    files = edition(project, "name: Riverside")
    settings = yaml.safe_load(files["mkdocs.yml"])
    assert settings["site_name"] == "Riverside"
    assert settings["nav"][-2:] == [{"Ask": "center/ask.md"}, {"Visit us": "center/visit-us.md"}]
    assert 'title: "Visit us"' in files["docs/center/visit-us.md"]
    advice = [problem.path for problem in check_project(project.root).advice]
    assert advice == ["docs/center/ask.md", *["docs/center/visit-us.md"] * 2]


def test_a_helpline_of_a_center_also_comes_first_on_the_page_of_its_region(project: Project) -> None:
    own = """
        country: United Kingdom
        add:
          helplines:
            - {id: ours, name: Ours, place: Campus, tel: "0199", hours: any time, url: "https://a.example", checked: 2026-11-26}
    """
    content = checked(project, own).content
    assert content.helplines[0].id == "ours"
    assert [country.helplines for region in content.regions for country in region.countries] == [
        ("ours", "samaritans")
    ]


@pytest.mark.parametrize(
    ("number", "address", "words"),
    [('tel: "01 99"', "tel:0199", "Call 01 99"), ('sms: "01 99"', "sms:0199", "Text 01 99")],
)
def test_the_menu_has_the_helpline_of_the_center_after_the_link_to_all_helplines(
    project: Project, number: str, address: str, words: str
) -> None:
    own = f"{{id: ours, name: Ours, place: Campus, {number}, hours: any time, url: 'https://a.example', checked: 2026-11-26}}"
    site = Site(checked(project, f"add: {{helplines: [{own}]}}"))
    frame = Frame(site, Settings("The site", "", "", ("index.md",), ""), {"index.md": "Start"})
    page = frame.page("index.md", "---\ntitle: A\ndescription: A.\n---\n", RenderedPage("<h1>A</h1>", ()))
    menu = BeautifulSoup(page, "html.parser").select(".menu__help a")
    assert [link.get_text() for link in menu] == ["Anywhere", words]
    assert menu[1]["href"] == address


def test_the_name_of_a_folder_of_pages_must_be_valid_in_an_address(project: Project) -> None:
    for folder in ("Our Fairs", "pictures Of Us", "workshops"):
        (project.docs / "center" / folder).mkdir(parents=True)
    for page in ("Our Fairs/spring.md", "workshops/spring.md"):
        (project.docs / "center" / page).write_text(f"# {page}\n\nCome in.\n", "utf-8")
    (problem,) = project.problems()
    assert problem == (
        "docs/center/Our Fairs: the name of a folder is part of the address of its pages, so it has small letters, digits and "
        "dashes only. Name it `our-fairs`."
    )


@pytest.mark.parametrize(
    ("line", "again"),
    [
        ("checked: 2026-11-26", "2027-11-26"),
        ("checked: 2026-11-26, check_again_by: 2026-12-24", "2026-12-24"),
    ],
)
def test_a_helpline_of_a_center_is_due_again_after_a_year_unless_it_says_when(
    project: Project, line: str, again: str
) -> None:
    own = f"""
        add:
          helplines:
            - {{id: ours, name: Ours, place: Campus, tel: "0199", hours: any time, url: "https://a.example", {line}}}
    """
    content = checked(project, own).content
    assert [each.id for each in content.helplines] == ["ours", "samaritans"]
    assert content.helplines[0].check_again_by.isoformat() == again


@pytest.mark.parametrize(
    ("written", "dialed"),
    [
        ("+44 (0)113 496 0000", "+441134960000"),
        ("(0113) 496 0000", "01134960000"),
        ("555\N{NO-BREAK SPACE}01\N{EN DASH}00 ext. 5", "5550100"),
        ("\N{ARABIC-INDIC DIGIT FIVE}\N{ARABIC-INDIC DIGIT ZERO} 55", "5055"),
    ],
)
def test_a_phone_number_is_shown_as_it_is_written_and_dialed_as_phones_know_it(
    project: Project, written: str, dialed: str
) -> None:
    contact = checked(project, f'contact: {{phone: "{written}"}}').center.contact
    assert contact
    assert (contact.phone, contact.dialed) == (written, dialed)


def test_a_logo_that_is_too_large_is_reported_with_its_limit(project: Project) -> None:
    (project.docs / "center").mkdir()
    logo = project.docs / "center/logo.png"
    logo.write_bytes(PNG.ljust(300_000))
    text = "logo: {file: logo.png, alt: Ours}"
    assert say(project, text).problems() == []
    logo.write_bytes(PNG.ljust(300_001))
    assert only_problem(project, text) == (
        "docs/data/center.yml:1:14: logo \N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK} file: this picture has 300 kB, and "
        "every page loads it. Save it smaller, with 300 kB at most."
    )


def test_a_picture_on_a_page_may_be_larger_than_the_logo_but_not_as_a_camera_saves_it(
    project: Project,
) -> None:
    (project.docs / "center").mkdir()
    picture = project.docs / "center/door.png"
    picture.write_bytes(PNG.ljust(1_000_000))
    assert say(project, "name: Riverside").problems() == []
    picture.write_bytes(PNG.ljust(6_000_000))
    assert only_problem(project, "name: Riverside") == (
        "docs/center/door.png: this picture has 6000 kB, and readers on a phone would wait for it. Save it smaller, with 1000 kB "
        "at most."
    )
    assert only_problem(project, "logo: {file: door.png, alt: Our door}").startswith("docs/data/center.yml")


@pytest.mark.parametrize(
    "text",
    [
        "- one\n- two\n    - below\n    - it\n- three",
        "## Now\n- one",
        "- one\n  goes on\n- two",
        "1. one\n2. two",
        "We met in May,\n12. it was a Monday.",
        "Six\\) of us - or more.",
        "```\n\N{BULLET} code\n1) code\n#code\n<name>\n```",
        "Text\n```\ncode\n```\n- one",
        "| a | b |\n| --- | --- |\n| 1 | 2 |",
        "<details>\n<summary>More</summary>\n</details>",
        "<https://riverside.example/> or [write](mailto:us@riverside.example), [call](tel:5550100), 1 < 2 > 0.",
    ],
)
def test_what_markdown_reads_as_it_is_meant_is_left_alone(project: Project, text: str) -> None:
    (project.docs / "center").mkdir()
    (project.docs / "center/visit-us.md").write_text(f"# Visit us\n\n{text}\n", "utf-8")
    assert say(project, "name: Riverside").problems() == []
    assert check_project(project.root).advice == ()


def test_a_page_that_is_called_as_its_file_is_is_noted(project: Project) -> None:
    (project.docs / "center").mkdir()
    page = project.docs / "center/visit-us.md"
    page.write_text("Come in.\n", "utf-8")
    (advice,) = check_project(say(project, "name: Riverside").root).advice
    assert "this page has no title, so it is called `Visit us`" in advice.message
    page.write_text("---\ntitle: Come\n---\n\nCome in.\n", "utf-8")
    assert check_project(project.root).advice == ()


def test_an_address_that_nobody_can_press_is_noted_with_the_link_to_write(project: Project) -> None:
    (project.docs / "center").mkdir()
    text = "# Visit us\n\nBook at https://riverside.example/book, or write to us@riverside.example.\n"
    (project.docs / "center/visit-us.md").write_text(text, "utf-8")
    first, second = check_project(say(project, "name: Riverside").root).advice
    assert str(first) == (
        "docs/center/visit-us.md:3:9: this address is no link yet. If readers should be able to open it, write "
        "`[Its name](https://riverside.example/book)`."
    )
    assert second.message.endswith("`[Its name](mailto:us@riverside.example)`.")


def test_a_figure_on_a_page_of_a_center_draws_no_advice_once_its_paragraph_links_to_a_source(
    project: Project,
) -> None:
    (project.docs / "center").mkdir()
    page = project.docs / "center/visit-us.md"
    page.write_text("# Visit us\n\n90% come back.\n", "utf-8")
    (advice,) = check_project(project.root).advice
    assert "if a link in the same paragraph says where it comes from" in advice.message
    page.write_text("# Visit us\n\n90% come back: [our report](https://riverside.example/).\n", "utf-8")
    assert check_project(project.root).advice == ()


def test_a_mistake_in_an_added_entry_is_reported_where_it_was_written(project: Project) -> None:
    text = "add:\n  items:\n    before-you-send:\n      - id: ask-us\n        txt: Ask us.\n"
    problems = say(project, text).problems()
    assert problems[0].startswith(
        "docs/data/center.yml:4:9: add \N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK} items \N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK} before-you-send \N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK} 1: the key `text`"
    )
    assert (
        "docs/data/center.yml:5:9: add \N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK} items \N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK} before-you-send \N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK} 1: there is no key `txt` here."
        in problems[1]
    )


def test_an_id_in_use_is_reported_with_the_file_that_uses_it(project: Project) -> None:
    add = "add: {items: {before-you-send: [{id: name, text: Ask us.}]}}"
    assert "already used on line 40 of docs/data/recovery.yml" in only_problem(project, add)


def test_a_page_with_a_required_link_can_be_hidden_once_the_link_leads_elsewhere(project: Project) -> None:
    hide = "hide: {checklists: [before-you-send]}"
    project.change(
        {
            "find": "      page: guide/star.md\n      text",
            "replace": "      page: checklists/before-you-send.md\n      text",
        }
    )
    message = only_problem(project, hide)
    assert "`root_causes.knowledge-gap.link.page: …`" in message
    words = "root_causes.knowledge-gap.link.page: index.md, root_causes.knowledge-gap.link.text: Home"
    link = checked(project, f"{hide}\nchange: {{words: {{{words}}}}}").content.root_causes[0].link
    assert (link.page, link.text) == ("index.md", "Home")


def test_removing_an_id_that_a_center_has_published_is_reported(project: Project) -> None:
    add = "add: {items: {before-you-send: [{id: ask-us, text: Ask us.}]}}"
    (project.docs / "center").mkdir()
    write_lock(project.root / OWN_LOCK, checked(project, add).own_ids)
    message = only_problem(project, "name: Riverside")
    assert message.startswith(
        "docs/data/center.yml: the item `ask-us` of the checklist `before-you-send` is gone"
    )
    assert "retired: true" in message
    renamed = add.replace("ask-us", "write-to-us, was: [ask-us]")
    assert checked(project, renamed).own_ids == {
        *checked(project, add).own_ids,
        *checked(project, renamed).own_ids,
    }


def test_an_override_follows_an_item_that_an_update_renamed(project: Project) -> None:
    project.change({"find": "      - id: name\n", "replace": "      - id: names\n        was: [name]\n"})
    lock = project.docs / "data/ids.lock"
    line = "item before-you-send--name\n"
    lock.write_text(lock.read_text("utf-8").replace(line, f"{line}item before-you-send--names\n"), "utf-8")
    content = checked(project, "change: {items: {before-you-send--name: {text: Look twice.}}}").content
    assert content.checklists[1].items[0].text == "Look twice."


def test_an_override_of_an_item_that_an_update_retired_is_only_advice(project: Project) -> None:
    project.change(
        {"find": "        text: Did you read", "replace": "        retired: true\n        text: Did you read"}
    )
    change = "change: {items: {rejection-audit--company-news: {text: Did you read it?}}}"
    (advice,) = checked(project, change).advice
    assert "no longer shown" in advice.message


def test_the_center_is_available_wherever_a_page_is_drawn(project: Project) -> None:
    site = site_of(
        say(project, "{name: Riverside, paper: A4, announcement: {text: Closed., until: 2099-01-01}}").root
    )
    assert (site.project.center.name, site.project.center.paper) == ("Riverside", "A4")
    assert edition_of(project.root, site, "").settings.name == "Riverside"
    assert "Closed." in site.announcement("guide/star/")


@given(st.integers(0, 0xFFFFFF))
def test_every_color_is_readable_or_gets_a_readable_suggestion(number: int) -> None:
    color = f"#{number:06x}"
    if color_problem(color, "light", DOCS):
        color = nearest(color, "light", DOCS)
        assert color_problem(color, "light", DOCS) == ""
    shades = tokens(Center(color=color), DOCS)
    for front, others, least in BACKGROUNDS:
        for other in others:
            if front in shades or other in shades:
                for scheme, index in (("light", 0), ("dark", 1)):
                    assert contrast(*(shade(name, scheme, index, shades) for name in (front, other))) >= least


def shade(name: str, scheme: str, index: int, shades: dict[str, str]) -> Color:
    if name in shades:
        return Color(shades[name].removeprefix("light-dark(").removesuffix(")").split(", ")[index])
    return getattr(tokens_of(DOCS)[name], scheme)


# What is refused: each case is a file in tests/fixtures/bad_center


@pytest.mark.parametrize("case", cases("bad_center"))
def test_a_mistake_in_an_edit_is_reported_with_its_location_and_a_fix(
    project: Project, case: dict[str, Any]
) -> None:
    project.change(case)
    assert project.problems() == case["problems"]


def test_a_color_that_is_hard_to_read_is_reported_with_the_nearest_readable_one(project: Project) -> None:
    message = only_problem(project, 'color: "#ff9999"')
    assert message.startswith("docs/data/center.yml:1:8: color: `#ff9999` is hard to read on a light ground")
