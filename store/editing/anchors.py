"""Where a paragraph that an editor pointed at is now, after the page has been read again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any, NamedTuple

from store.editing.correction import Unfit
from store.editing.sheet import STRANDS, Sheet, Strand, cut
from store.model import Paragraph

ALIKE = 0.6
"""Dice share of common character pairs from which a paragraph is taken for the one pointed at. A
paragraph that lost or gained a third of its text stays above; two paragraphs of one page on the
same matter share under 0.3."""
WORDS = 8
"""Characters from which a text found inside another paragraph is no coincidence."""
EDGE, SLACK = 10, 4
"""Characters at either end by which a text is known again, and how many of the outermost may have
been lost: a reading that rejoins paragraphs drops a stop or a repeated word at the joint."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A paragraph as the editor saw it: its text and its number (from 1, captions after)."""

    text: str
    number: int = 1

    @classmethod
    def from_json(cls, row: Any) -> Anchor:
        """An anchor as a correction keeps it."""
        return cls(str(row["text"]), int(row["number"]))

    def to_json(self) -> dict[str, Any]:
        """Plain values for a correction to keep."""
        return {"text": self.text, "number": self.number}


class Found(NamedTuple):
    """A run of texts: `texts[first:stop]` of a strand, cut to begin and end where it should."""

    strand: Strand
    texts: tuple[Paragraph, ...]
    first: int
    stop: int


def anchor_of(sheet: Sheet, number: int) -> Anchor:
    """The anchor of paragraph `number`, counted from 1. Raises Unfit when there is none."""
    if not 1 <= number <= len(sheet.texts):
        raise Unfit(f"这一篇只有 {len(sheet.texts)} 段，没有第 {number} 段。")
    return Anchor(sheet.texts[number - 1].text, number)


def locate(sheets: Sequence[Sheet], anchor: Anchor, id_: str) -> tuple[int, Found]:
    """Which sheet holds the text pointed at, and where; the article `id_` is asked first.

    A paragraph of the very text is best, then the text inside or across paragraphs (a better
    reading joins what was cut and cuts what was joined) or most of it, then the paragraph most
    like it. Raises Unfit when the page no longer holds anything like it.
    """
    order = sorted(range(len(sheets)), key=lambda at: sheets[at].id != id_)
    for finder in (equal, inside, between):
        for at in order:
            if found := finder(sheets[at], anchor):
                return at, found
    near = ((score, at, found) for at in order for score, found in likenesses(sheets[at], anchor))
    best = max(near, key=lambda one: one[0], default=None)
    if best is None or best[0] < ALIKE:
        raise Unfit(f"版面上已找不到“{anchor.text[:20]}”这一段。")
    return best[1], best[2]


def equal(sheet: Sheet, anchor: Anchor) -> Found | None:
    """The paragraph of the very text, the nearest by number of several; None when there is none."""
    same = [n for n, text in enumerate(sheet.texts) if text.text == anchor.text]
    if not same:
        return None
    at = min(same, key=lambda n: abs(n + 1 - anchor.number))
    if at < len(sheet.paragraphs):
        return Found("paragraphs", sheet.paragraphs, at, at + 1)
    at -= len(sheet.paragraphs)
    return Found("captions", sheet.captions, at, at + 1)


def inside(sheet: Sheet, anchor: Anchor) -> Found | None:
    """The text inside one paragraph or across several, cut out; None when it is not there."""
    if len(anchor.text) < WORDS:
        return None
    for strand in STRANDS:
        texts = sheet.strand(strand)
        start = "".join(text.text for text in texts).find(anchor.text)
        if start >= 0:
            return carved(strand, texts, start, start + len(anchor.text))
    return None


def between(sheet: Sheet, anchor: Anchor) -> Found | None:
    """From the words the text began with to those it ended with, give or take a few characters
    and a fifth of its length; None when they are not both there, in that order."""
    text = anchor.text
    if len(text) < 2 * (EDGE + SLACK):
        return None
    for strand in STRANDS:
        texts = sheet.strand(strand)
        whole = "".join(one.text for one in texts)
        for lead, trail in product(range(SLACK), range(SLACK)):
            start = whole.find(text[lead : lead + EDGE])
            stop = len(text) - trail
            end = whole.find(text[stop - EDGE : stop], start + EDGE) + EDGE
            if start >= 0 and end > EDGE and abs(end - start - len(text)) <= len(text) / 5:
                return carved(strand, texts, start, end)
    return None


def carved(strand: Strand, texts: Sequence[Paragraph], start: int, end: int) -> Found:
    """The texts with a boundary at the characters `start` and `end` of their whole."""
    pieces: list[Paragraph] = []
    first = stop = at = 0
    for text in texts:
        inner = sorted({edge - at for edge in (start, end) if at < edge < at + len(text.text)})
        for part in pieces_of(text, inner):
            first = len(pieces) if at == start else first
            at += len(part.text)
            pieces.append(part)
            stop = len(pieces) if at == end else stop
    return Found(strand, tuple(pieces), first, stop)


def pieces_of(text: Paragraph, edges: Iterable[int]) -> list[Paragraph]:
    """A paragraph cut at the characters `edges`, which rise."""
    pieces, rest, done = [], text, 0
    for edge in edges:
        left, rest = cut(rest, edge - done)
        pieces.append(left)
        done = edge
    return [*pieces, rest]


def likenesses(sheet: Sheet, anchor: Anchor) -> list[tuple[float, Found]]:
    """How alike each paragraph and caption is to the text pointed at (0-1)."""
    wanted = pairs(anchor.text)
    return [
        (dice(wanted, pairs(text.text)), Found(strand, sheet.strand(strand), at, at + 1))
        for strand in STRANDS
        for at, text in enumerate(sheet.strand(strand))
    ]


def pairs(text: str) -> set[str]:
    """The pairs of neighbouring characters, spaces apart."""
    said = "".join(text.split())
    return {said[at : at + 2] for at in range(len(said) - 1)}


def dice(one: set[str], other: set[str]) -> float:
    """Twice the common pairs over all pairs (0-1)."""
    total = len(one) + len(other)
    return 2 * len(one & other) / total if total else 0.0
