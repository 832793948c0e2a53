"""A piece of text while the order of the page is mended."""

from __future__ import annotations

from dataclasses import dataclass

from store.reading.parts import Piece


@dataclass(slots=True)
class Node:
    """A piece in printed order, and the article it was printed in."""

    piece: Piece
    part: int
    order: int
    heads: bool
    """Whether a heading stands right above."""
    place: tuple[int, ...]
    """Where in its article it comes: behind which piece in printed order, and how far behind."""
    next: int | None = None
    previous: int | None = None
