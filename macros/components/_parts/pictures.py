"""Layout of pictures: boxes of text below each other, in SVG units.

Text in an SVG does not wrap, so lines are broken here, with room for the spacing that a reader may set.
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass, replace

WIDTH = 360  # of every picture: a phone's screen without its margins
LINE = 20  # from one line of text to the next, at font size 15
LETTER = 9.6  # width of an average letter at 15, with the widest spacing that WCAG lets a reader set
PADDING = 10


@dataclass(frozen=True)
class Box:
    """A box with its text.

    Attributes:
        x: its left edge.
        y: its upper edge.
        width: its width.
        height: its height.
        lines: the text, line by line.
    """

    x: int
    y: int
    width: int
    height: int
    lines: tuple[str, ...]

    @property
    def middle(self) -> int:
        """Its vertical center, from the top of the picture."""
        return self.y + self.height // 2

    @property
    def bottom(self) -> int:
        """Its lower edge, from the top of the picture."""
        return self.y + self.height


def text_box(text: str, x: int, y: int, width: int) -> Box:
    """Return a box of this width that is as high as its text needs."""
    lines = tuple(textwrap.wrap(text, int((width - 2 * PADDING) / LETTER), break_long_words=False))
    return Box(x, y, width, len(lines) * LINE + PADDING, lines)


def centered(box: Box, middle: int) -> Box:
    """Return the box moved vertically so that its center is at ``middle``."""
    return replace(box, y=middle - box.height // 2)


def column(texts: Sequence[str], x: int, y: int, width: int, gap: int) -> tuple[Box, ...]:
    """Return a box for each text, one below the other from ``y``, with a gap between them."""
    boxes: list[Box] = []
    for text in texts:
        top = boxes[-1].bottom + gap if boxes else y
        boxes.append(text_box(text, x, top, width))
    return tuple(boxes)
