"""The last weeks as a picture: a panel of bars for each count, one under the other.

There are figures and dates only, since no font for Chinese can be counted on; the message beside
the picture says which panel is which.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.png import Canvas, width_of
from store.stats import Week

WIDTH, PANEL, MARGIN, FOOT = 720, 130, 24, 30
"""Pixels: of the whole picture, of a panel's height, around, and for the dates below."""
HEIGHT = 4 * PANEL + FOOT + MARGIN
BAR = 0.5
"""The part of a week's width that its bar takes."""
PAPER, INK, LINE, BLUE, RED, GREEN, BROWN = range(7)
COLOURS = [
    (255, 255, 255),
    (64, 64, 64),
    (216, 216, 216),
    (58, 110, 165),
    (192, 80, 77),
    (90, 150, 90),
    (150, 110, 60),
]


def picture(weeks: Sequence[Week]) -> bytes:
    """Readers, questions, misses and deliveries of each week, from the top down, as a PNG."""
    panels = (
        ([week.readers for week in weeks], BROWN),
        ([week.questions for week in weeks], BLUE),
        ([week.misses for week in weeks], RED),
        ([week.sent for week in weeks], GREEN),
    )
    canvas = Canvas(WIDTH, HEIGHT, COLOURS)
    for at, (counts, colour) in enumerate(panels):
        draw(canvas, counts, colour, MARGIN + (at + 1) * PANEL - 12)
    for at, week in enumerate(weeks):
        text = f"{week.monday:%m-%d}"
        left = middle(at, len(weeks)) - width_of(text) // 2
        canvas.figures(text, left, canvas.height - FOOT + 6, INK)
    return canvas.png()


def draw(canvas: Canvas, counts: Sequence[int], colour: int, ground: int) -> None:
    """Bars on a ground line, each with its count above; the highest fills the panel."""
    most, room = max(counts, default=0), PANEL - 12 - 24
    canvas.box(MARGIN, ground, WIDTH - 2 * MARGIN, 2, LINE)
    width = int((WIDTH - 2 * MARGIN) / max(len(counts), 1) * BAR)
    for at, count in enumerate(counts):
        height = round(room * count / most) if most else 0
        centre = middle(at, len(counts))
        canvas.box(centre - width // 2, ground - height, width, height, colour)
        text = str(count)
        canvas.figures(text, centre - width_of(text) // 2, ground - height - 16, INK)


def middle(at: int, count: int) -> int:
    """The middle of a week's place, in pixels from the left."""
    return MARGIN + round((WIDTH - 2 * MARGIN) * (at + 0.5) / count)
