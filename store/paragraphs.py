"""A paragraph made comparable, once for all who compare it. Pure."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from store.fold import GAP, fold, marked
from store.sound import listen

KEPT = 4096
"""Paragraphs kept: those of the articles that a question and its rewordings bring up."""


class Paragraph(NamedTuple):
    """A paragraph's characters with a GAP for each one squeezed out, the squeezed characters,
    and what they sound like."""

    marked: str
    chars: str
    sound: str


@lru_cache(maxsize=KEPT)
def paragraph(text: str) -> Paragraph:
    """A paragraph made comparable. Finding an article and choosing its passages read the same."""
    said = marked(text)
    chars = said.replace(GAP, "")
    return Paragraph(said, chars, listen(chars))


@lru_cache(maxsize=KEPT)
def folded(text: str) -> str:
    """`fold(text)`: as long as the paragraph, so that a sentence of it is a slice."""
    return fold(text)
