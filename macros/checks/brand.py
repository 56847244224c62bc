"""Derive the shades of a center's color that have enough contrast with their surroundings, for light and dark mode.

One color is enough. Its hue stays; in dark mode it becomes as light as reading requires. A color that is given and hard
to read is reported.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from coloraide import Color

from macros.checks.contrast import BACKGROUNDS, MIN_TEXT_CONTRAST, Token, contrast, tokens_of
from macros.content.center import Center
from macros.problems import quoted

# The soft shade: its lightness and its maximum chroma in OKLCH. The stronger shade: its difference in lightness.
SOFT = {"light": (0.95, 0.02), "dark": (0.31, 0.03)}
STRONGER = {"light": -0.08, "dark": 0.07}
# The minimum lightness of a color in dark mode, so that it glows rather than glares.
DARK = 0.8
# The change in lightness per step of the search for a readable color.
STEP = 0.005


def color_problem(color: str, scheme: str, docs: Path) -> str:
    """Return the problem with a color for titles, links and buttons; empty if there is none.

    Args:
        color: such as ``#12396b``.
        scheme: ``light`` or ``dark``.
        docs: the folder of the pages, which holds the style sheets.
    """
    least = _lowest_contrast(color, scheme, docs)
    if least >= MIN_TEXT_CONTRAST:
        return ""
    ground = "light" if scheme == "light" else "dark"
    return (
        f"{quoted(color)} is hard to read on a {ground} ground: its contrast is {least:.1f}, and {MIN_TEXT_CONTRAST:g} is needed. "
        f'The nearest that can be read is `"{nearest(color, scheme, docs)}"`.'
    )


def hex_of(written: str) -> str:
    """Return the hex form of a color given by name or code, such as ``navy``; empty if it is not a color."""
    squeezed = "".join(written.split())
    for text in (written.strip(), squeezed, f"#{squeezed}"):
        try:
            color = Color(text)
        except ValueError:
            continue
        return _hex(color.set("alpha", 1)) if color.alpha() else ""
    return ""


def nearest(color: str, scheme: str, docs: Path) -> str:
    """Return the nearest readable color of the same hue, darker for light mode and lighter for dark mode."""
    shade = Color(color).convert("oklch")
    shade["lightness"] = min(max(shade["lightness"], 0), 1)
    while _lowest_contrast(_hex(shade), scheme, docs) < MIN_TEXT_CONTRAST:
        shade["lightness"] += -STEP if scheme == "light" else STEP
    return _hex(shade)


def tokens(center: Center, docs: Path) -> dict[str, str]:
    """Return the tokens of ``tokens.css`` that a center's color overrides, each as a ``light-dark()`` pair."""
    if not center.color:
        return {}
    light = center.color
    dark = center.dark_color or nearest(_lighter(light), "dark", docs)
    pairs = {
        "accent": (light, dark),
        "accent-strong": (_stronger(light, "light"), _stronger(dark, "dark")),
        "accent-soft": (_soft(light, "light"), _soft(light, "dark")),
        "on-accent": ("#ffffff", _soft(light, "dark")),
    }
    return {name: f"light-dark({pair[0]}, {pair[1]})" for name, pair in pairs.items()}


def style(center: Center, docs: Path) -> str:
    """Return the style sheet of a center, with its colors and paper size; empty if it sets neither."""
    colors = "".join(f"  --{name}: {value};\n" for name, value in tokens(center, docs).items())
    rules = f":root {{\n{colors}}}\n" if colors else ""
    return rules + (f"@page {{\n  size: {center.paper};\n}}\n" if center.paper else "")


def _lowest_contrast(color: str, scheme: str, docs: Path) -> float:
    """Return the lowest contrast of a color with any background, and with the text on top of it."""
    known = _tokens(docs)
    grounds = [getattr(known[name], scheme) for name in _grounds() if name in known]
    soft = _soft(color, scheme)
    on_it = "#ffffff" if scheme == "light" else _soft(color, "dark")
    return min(contrast(color, other) for other in (*grounds, soft, on_it))


def _grounds() -> list[str]:
    return [
        other
        for front, others, _ in BACKGROUNDS
        if front == "accent"
        for other in others
        if other != "accent-soft"
    ]


@cache
def _tokens(docs: Path) -> dict[str, Token]:
    return tokens_of(docs)


def _soft(color: str, scheme: str) -> str:
    lightness, chroma = SOFT[scheme]
    shade = Color(color).convert("oklch")
    shade["lightness"], shade["chroma"] = lightness, min(shade["chroma"], chroma)
    return _hex(shade)


def _stronger(color: str, scheme: str) -> str:
    shade = Color(color).convert("oklch")
    shade["lightness"] = min(max(shade["lightness"] + STRONGER[scheme], 0), 1)
    return _hex(shade)


def _lighter(color: str) -> str:
    shade = Color(color).convert("oklch")
    shade["lightness"], shade["chroma"] = max(shade["lightness"], DARK), min(shade["chroma"], 0.12)
    return _hex(shade)


def _hex(color: Color) -> str:
    return color.convert("srgb").fit().to_string(hex=True)
