"""Advice that several pages repeat has one wording and one home."""

from __future__ import annotations

from sample_project import Project

from macros.checks.project import check_project
from macros.components.rendering import Renderer
from macros.components.rule.view import rule
from macros.content.guide import Rule


def drawn(project: Project, page_url: str) -> tuple[Rule, str]:
    recovery = check_project(project.root).content
    (only,) = recovery.rules
    return only, Renderer(recovery).render(rule(recovery, only.id), page_url)


def test_away_from_its_home_a_rule_links_to_it(project: Project) -> None:
    only, html = drawn(project, "start/just-left/")
    assert "Two minutes are <em>enough</em>." in html
    assert f'href="../../guide/star/">{only.home.text}</a>' in html


def test_on_its_home_page_a_rule_has_the_same_words_and_no_link(project: Project) -> None:
    _, html = drawn(project, "guide/star/")
    assert html == "<p>Two minutes are <em>enough</em>.</p>"
