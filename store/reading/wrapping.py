"""Pages whose paragraphs are broken into printed lines: which line goes on from the one above."""

from __future__ import annotations

import re

from store.model import Block, Page
from store.reading.words import ends_sentence

FEWEST_LINES = 8
CROWDED = 0.6
"""Share of lines without a blank line before them on a page that keeps its printed lines."""

NARROWEST, WIDEST = 10, 60
"""Characters of a printed line; wider ones are paragraphs."""

FULL = 0.9
"""Share of the usual width from which a line fills its column."""

ANEW = re.compile(r"(?:[◆◇■▲△●○◎□★☆※►▶▪•]|本报讯|来源[：:])")
"""Marks and words that begin something whatever stands above."""


def wrapped(page: Page) -> frozenset[int]:
    """The numbers of the blocks that go on from the block before them; empty for most pages."""
    blocks = page.blocks
    width = _width(blocks)
    if not width:
        return frozenset()
    indents = [_indented(page.text, b) for b in blocks]
    marks_paragraphs = sum(indents) * 10 >= len(blocks)
    return frozenset(
        i
        for i in range(1, len(blocks))
        if not (blocks[i].blank or indents[i] or blocks[i].style or blocks[i - 1].style)
        and FULL * width <= len(blocks[i - 1].text)
        and (marks_paragraphs or not ends_sentence(blocks[i - 1].text))
        and not ANEW.match(blocks[i].text)
        and not _headline(blocks, i)
    )


def _headline(blocks: tuple[Block, ...], at: int) -> bool:
    """Whether a line can only be the headline of the 本报讯 below it: no paragraph ends so."""
    opens = at + 1 < len(blocks) and blocks[at + 1].text.startswith("本报讯")
    return opens and not ends_sentence(blocks[at].text)


def _width(blocks: tuple[Block, ...]) -> int:
    """The usual length of a full line, 0 when the page's lines are paragraphs."""
    if len(blocks) < FEWEST_LINES or sum(not b.blank for b in blocks) < CROWDED * len(blocks):
        return 0
    width = sorted(len(b.text) for b in blocks)[len(blocks) * 4 // 5]
    return width if NARROWEST <= width <= WIDEST else 0


def _indented(text: str, block: Block) -> bool:
    start = text.rfind("\n", 0, block.span.start) + 1
    before = text[start : block.span.start]
    return "\u3000" in before or len(before) >= 2
