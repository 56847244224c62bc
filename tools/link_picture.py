"""Draws the preview image for links to the site in messages and posts: the logo and the name, in the site's colors.

It is drawn, not stored as a file, so that it has a center's own name and color. Pillow comes with a font, so the image
is the same on every machine.
"""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from macros.checks.brand import tokens
from macros.checks.contrast import tokens_of
from macros.content.center import Center

# Not in the assets, so that the service worker does not keep it: see KEPT in tools/finish.py.
PICTURE = "link.png"
# The number of colors, including those of smoothed edges.
SHADES = 48
# The size recommended for Open Graph images (https://ogp.me/).
WIDTH, HEIGHT = 1200, 630
# Drawn larger and scaled down, since Pillow does not smooth the edges of shapes.
SCALE = 2
LEFT, RIGHT = 96, 96
MAX_SIZE, MIN_SIZE = 92, 52
MAX_LINES = 3
# No font has a glyph for this.
NO_LETTER = "\ue000"


def write_picture(site: Path, name: str, center: Center, docs: Path) -> None:
    """Draw the image into a built site.

    Args:
        site: the folder of the site.
        name: the name of the site.
        center: the center whose color it has.
        docs: the folder of the pages, for the colors of the site.
    """
    draw_picture(name, colors(center, docs)).quantize(SHADES).save(site / PICTURE, optimize=True)


def colors(center: Center, docs: Path) -> dict[str, str]:
    """Return the colors of the light scheme, by the names of their tokens."""
    ours = {name: token.light.to_string(hex=True) for name, token in tokens_of(docs).items()}
    theirs = {
        name: shade.removeprefix("light-dark(").partition(",")[0]
        for name, shade in tokens(center, docs).items()
    }
    return ours | theirs


def draw_picture(name: str, colors: dict[str, str]) -> Image.Image:
    """Return the image for a site with this name and these colors, by token."""
    picture = Image.new("RGB", (WIDTH * SCALE, HEIGHT * SCALE), colors["paper"])
    draw = ImageDraw.Draw(picture)
    _mark(draw, colors)
    if all(_is_known(letter) for letter in name):
        size, lines = _fitted(name)
        font = ImageFont.load_default(size * SCALE)
        below = HEIGHT - 96 - len(lines) * size * 1.2
        for number, line in enumerate(lines):
            draw.text((LEFT * SCALE, (below + number * size * 1.2) * SCALE), line, colors["ink"], font)
    draw.rectangle((0, (HEIGHT - 16) * SCALE, WIDTH * SCALE, HEIGHT * SCALE), colors["accent"])
    return picture.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)


def _mark(draw: ImageDraw.ImageDraw, colors: dict[str, str]) -> None:
    """Draw the two circles of the icon: the first is half open, the second is complete, with a tick."""
    first, second, stroke = (LEFT + 85, 165, 85), (LEFT + 190, 205, 95), 24
    draw.arc(_bounding_box(*first), 90, 270, colors["accent"], stroke * SCALE)
    draw.ellipse(_bounding_box(*second), colors["accent"])
    tick = [(LEFT + 150, 207), (LEFT + 180, 237), (LEFT + 234, 177)]
    draw.line([(x * SCALE, y * SCALE) for x, y in tick], colors["on-accent"], stroke * SCALE, "curve")
    for end in tick:
        draw.ellipse(_bounding_box(*end, stroke / 2), colors["on-accent"])


def _bounding_box(x: float, y: float, radius: float) -> tuple[float, float, float, float]:
    return tuple(SCALE * each for each in (x - radius, y - radius, x + radius, y + radius))  # type: ignore[return-value]


def _fitted(name: str) -> tuple[int, list[str]]:
    """Return the largest size at which a name fits, and its lines."""
    for size in range(MAX_SIZE, MIN_SIZE, -4):
        lines = _lines(name, size)
        if len(lines) <= MAX_LINES and all(_width(line, size) <= WIDTH - LEFT - RIGHT for line in lines):
            return size, lines
    return MIN_SIZE, _lines(name, MIN_SIZE)[:MAX_LINES]


def _lines(name: str, size: int) -> list[str]:
    lines: list[str] = []
    for word in name.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and _width(longer, size) <= WIDTH - LEFT - RIGHT:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _width(text: str, size: int) -> float:
    return ImageFont.load_default(size).getlength(text)


def _is_known(letter: str) -> bool:
    """Tell whether the font has a letter; a name with a missing letter is left out."""
    font = ImageFont.load_default(20)
    return letter.isspace() or bytes(font.getmask(letter)) != bytes(font.getmask(NO_LETTER))
