"""The picture for link previews: the name and the color of a center."""

from __future__ import annotations

from PIL import Image

from macros.content.center import Center
from tools import ROOT
from tools.link_picture import colors, draw_picture

DOCS = ROOT / "docs"


def drawn_for(name: str, center: Center) -> Image.Image:
    return draw_picture(name, colors(center, DOCS))


def shades(picture: Image.Image) -> set[str]:
    """Return the colors that cover a large area."""
    found = picture.getcolors(picture.width * picture.height) or []
    return {f"#{''.join(f'{each:02x}' for each in shade)}" for count, shade in found if count > 2_000}


def test_the_picture_has_the_color_of_the_center() -> None:
    assert "#3a2a78" in shades(drawn_for("Riverside", Center(color="#3a2a78")))
    assert "#3a2a78" not in shades(drawn_for("Riverside", Center()))


def test_a_name_of_any_length_is_written_within_the_margin() -> None:
    ours = colors(Center(), DOCS)
    mark = draw_picture("", ours)
    for name in ("Riverside", "Aire Valley Careers Service, Leeds", "A career center " * 12):
        written = draw_picture(name, ours)
        assert written.tobytes() != mark.tobytes()
        assert written.crop((1150, 0, 1200, 600)).getcolors() == mark.crop((1150, 0, 1200, 600)).getcolors()


def test_a_name_that_the_font_cannot_write_is_left_out() -> None:
    assert (
        drawn_for("\N{CYRILLIC CAPITAL LETTER EF}", Center()).tobytes() == drawn_for("", Center()).tobytes()
    )


def test_the_picture_is_reproducible() -> None:
    assert drawn_for("Riverside", Center()).tobytes() == drawn_for("Riverside", Center()).tobytes()
