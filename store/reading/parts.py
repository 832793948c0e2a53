"""Articles in the making: pieces of text that know where on the page they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from store.model import Kind, Note, Paragraph, Repair, Span
from store.reading.bylines import has_credit
from store.reading.lines import Line
from store.reading.words import ends_sentence

EMPHASIS = re.compile(r"(\*\*|__)(?=\S)(.*?\S)\1")
Use = Literal["body", "subhead", "item", "entry"]
"""Running text, a heading inside an article, a point of a study item, a line of a Markdown list or
table."""
WHOLE = ("subhead", "entry")
"""Uses of pieces that are never cut."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text; `text` is the page's text at `spans`, nothing between."""

    text: str
    spans: tuple[Span, ...]
    use: Use = "body"

    @property
    def start(self) -> int:
        """Where the piece begins on the page, in characters."""
        return self.spans[0].start if self.spans else -1

    @property
    def closed(self) -> bool:
        """Whether nothing need follow the piece."""
        if self.use in WHOLE or ends_sentence(self.text):
            return True
        return self.text.endswith(("）", ")")) or has_credit(self.text)

    def without(self, start: int, end: int) -> Piece:
        """The piece with its characters from `start` to `end` (of `text`) left out."""
        kept = (*self._within(0, start), *self._within(end, len(self.text)))
        return Piece(self.text[:start] + self.text[end:], kept, self.use)

    def spans_of(self, start: int, end: int) -> tuple[Span, ...]:
        """Where on the page the characters from `start` to `end` stand."""
        return tuple(self._within(start, end))

    def notes(self, kind: str, start: int, end: int) -> list[Note]:
        """The characters from `start` to `end` as named discards, one for each span."""
        found, at = [], start
        for span in self.spans_of(start, end):
            size = span.end - span.start
            found.append(Note(kind, self.text[at : at + size], span))
            at += size
        return found

    def followed_by(self, other: Piece) -> Piece:
        """Both as one, joined with nothing between."""
        return Piece(self.text + other.text, self.spans + other.spans, self.use)

    def paragraph(self) -> Paragraph:
        """The piece as the store keeps it."""
        return Paragraph(self.text, self.spans)

    def _within(self, start: int, end: int) -> list[Span]:
        found, at = [], 0
        for span in self.spans:
            size = span.end - span.start
            low, high = max(start - at, 0), min(end - at, size)
            if low < high:
                found.append(Span(span.start + low, span.start + high))
            at += size
        return found


def plain(piece: Piece) -> Piece:
    """The piece without Markdown's marks of emphasis."""
    kept, at = [], 0
    for marked in EMPHASIS.finditer(piece.text):
        kept += [(at, marked.start()), marked.span(2)]
        at = marked.end()
    if not at:
        return piece
    kept.append((at, len(piece.text)))
    spans = (span for start, end in kept for span in piece.spans_of(start, end))
    return Piece("".join(piece.text[a:b] for a, b in kept), tuple(spans), piece.use)


@dataclass(slots=True)
class Part:
    """An article being put together. Lists grow while the page is read; nothing is final."""

    heads: list[Line] = field(default_factory=list)
    heading: list[Span] = field(default_factory=list)
    column: str | None = None
    authors: list[str] = field(default_factory=list)
    staff: bool = False
    """Whether the byline gives a rank of the paper's own (记者, 通讯员)."""
    bylined: bool = False
    pictured: bool = False
    """Whether the byline is for text and pictures (文/图), which only reports have."""
    essayist: bool = False
    """Whether a line tells where the author works, as below essays."""
    source: str | None = None
    kind: Kind | None = None
    """What the place already tells: an item of a briefs column, a picture, a study item."""
    pieces: list[Piece] = field(default_factory=list)
    captions: list[Piece] = field(default_factory=list)
    closed: bool = False
    flags: list[str] = field(default_factory=list)
    repairs: list[Repair] = field(default_factory=list)

    @property
    def body(self) -> str:
        """All text of the article's pieces."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def headline(self) -> str:
        """All text of the heading lines."""
        return " ".join(line.text for line in self.heads)

    @property
    def waits(self) -> bool:
        """Whether a heading still waits for its byline and body."""
        return not self.pieces and not self.bylined and not self.closed

    def take_heads(self, lines: list[Line]) -> None:
        """Adds heading lines."""
        self.heads.extend(lines)
        self.heading.extend(line.span for line in lines)

    def flag(self, word: str) -> None:
        """Adds a flag once."""
        if word not in self.flags:
            self.flags.append(word)

    def sign(self, names: tuple[str, ...]) -> None:
        """Adds authors once each."""
        self.authors.extend(n for n in names if n not in self.authors)


@dataclass(slots=True)
class Draught:
    """A page being read: its articles so far, its facts, and what was set aside by name."""

    parts: list[Part] = field(default_factory=list)
    facts: list[Note] = field(default_factory=list)
    discards: list[Note] = field(default_factory=list)
