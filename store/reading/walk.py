"""The state of one walk down a page: which part takes text, and what it learns from the text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from store.model import Note
from store.reading.ahead import PICTURED
from store.reading.bylines import credit_names, has_credit, opening_names, signed_names
from store.reading.facts import TURNED
from store.reading.lexicon import BRIEF_COLUMNS, OPENING, RANK, STUDY_COLUMNS
from store.reading.lines import LISTED, Line
from store.reading.parts import Draught, Part, Piece, Use, plain
from store.reading.sources import source_tail

CAPTION_LENGTH = 200
LOOP = 24
"""Characters that two paragraphs must begin with alike for the one to be the other said again."""
PHOTO_PARAGRAPHS = 2
"""Paragraphs that the text of a picture may have."""


@dataclass(slots=True)
class Walk:
    """The page so far. `current` takes the next text unless something closes it."""

    lines: list[Line]
    draught: Draught = field(default_factory=Draught)
    current: Part | None = None
    column: Line | None = None
    """A column's line that no article has taken yet."""
    briefs: str | None = None
    """The briefs column that is still running."""
    marked: bool = False
    """Whether the briefs column has shown items with marks."""
    interrupted: Part | None = None
    """The article that a picture item stands in the middle of."""
    captions: list[Piece] = field(default_factory=list)
    """Captions printed above the heading of their article."""

    def new(self, *, brief: bool = False) -> Part:
        """Opens a part under the column that waits, if one does."""
        part = Part(captions=self.captions)
        self.captions = []
        if self.column:
            part.column = self.column.name
            part.heading.append(self.column.span)
            if STUDY_COLUMNS.search(part.column) and not BRIEF_COLUMNS.search(part.column):
                part.kind = "study"
        if brief:
            part.column, part.kind = self.briefs or part.column, "brief"
        self.column, self.current = None, part
        self.draught.parts.append(part)
        return part

    def set_aside(self, line: Line, why: str) -> None:
        """Names a line among the discards."""
        self.draught.discards.append(Note(why, line.text, line.span))

    def receiving(self) -> Part:
        """The part that takes the next line of text."""
        part = self.current
        if part and self.marked and self._told(part):
            # Items of this column carry marks; text without one is something else.
            self.briefs = None
            return self.new()
        brief = self.briefs is not None
        if part is None or self.column:
            return self.new(brief=brief)
        if part.kind == "photo" and part.closed and self.interrupted:
            self.current, self.interrupted = self.interrupted, None
            return self.current
        return self.new(brief=brief) if part.closed or self._told(part) else part

    def _told(self, part: Part) -> bool:
        """Whether an untitled brief has had its one paragraph."""
        over = self.briefs is not None and part.kind == "brief" and not part.heads
        return over and bool(part.pieces) and part.pieces[-1].closed

    def text(self, line: Line) -> None:
        """A paragraph: into the part that receives, or a caption that says so itself."""
        if line.wraps and self.current and self.current.pieces:
            self.add(self.current, line)
            return
        again = self._again(line)
        part = again or self.receiving()
        if line.role == "opening" and part.pieces and not again:
            part = self.new()
        elif TURNED.match(line.text) and "上接" in line.text[:4]:
            # The rest of an article that begins on another page.
            part = self.new() if part.pieces else part
            part.flag("damaged")
        short = len(line.text) <= CAPTION_LENGTH
        if PICTURED.match(line.text) and short and has_credit(line.text) and part.pieces:
            part.captions.append(Piece(line.text, (line.span,)))
            return
        self.add(part, line)

    def _again(self, line: Line) -> Part | None:
        """The article around when a line says its beginning again: a loop, which opens nothing."""
        part = self.current
        if part is None or not part.pieces or self.column or len(line.text) < LOOP:
            return None
        return part if part.pieces[0].text.startswith(line.text[:LOOP]) else None

    def add(self, part: Part, line: Line) -> None:
        """Adds a paragraph, or a printed line to the paragraph above, and takes what it says."""
        use: Use = "entry" if line.style in LISTED else "item" if part.kind == "study" else "body"
        piece = plain(Piece(line.text, (line.span,), use))
        if line.wraps and part.pieces:
            piece = part.pieces.pop().followed_by(piece)
        part.pieces.append(piece)
        if len(part.pieces) == 1:
            part.sign(opening_names(piece.text))
        self._learn(part, piece.text)

    def _learn(self, part: Part, text: str) -> None:
        """What a paragraph's end says of its article: sign-off, source, credit."""
        if source := source_tail(text):
            part.source, part.closed = part.source or source, True
        elif has_credit(text):
            self._credited(part, text)
        elif names := signed_names(text):
            part.sign(names)
            part.staff = part.staff or bool(re.search(RANK, text[-40:]))
            part.closed = True

    def _credited(self, part: Part, text: str) -> None:
        """A paragraph that ends in a credit: the text of a picture, where the part is one."""
        if part.kind == "photo" or is_picture(part):
            part.kind, part.closed = "photo", True
            part.sign(credit_names(text))


def is_picture(part: Part) -> bool:
    """Whether a part with a credit at its end is a picture with its text and nothing more."""
    if part.bylined or part.kind not in (None, "photo") or not part.pieces:
        return False
    return len(part.pieces) <= PHOTO_PARAGRAPHS and not OPENING.match(part.pieces[0].text)
