"""Pictures: captions inside an article, and pictures that are articles of their own."""

from __future__ import annotations

from store.model import Span
from store.reading.ahead import (
    HEADINGS,
    PICTURED,
    TEXT,
    is_picture_text,
    role,
    speaks_of_below,
)
from store.reading.bylines import credit_names, credit_start, has_credit
from store.reading.lexicon import PHOTO_COLUMNS
from store.reading.lines import Line
from store.reading.parts import Part, Piece
from store.reading.walk import CAPTION_LENGTH, Walk, is_picture
from store.reading.words import ends_sentence, lost_head, trails

CREDIT_MARKS = "□■●○▲△◎▪☐▢ \u3000"


class Pictures(Walk):
    """The part of the walk that deals with a picture's place and with credits."""

    __slots__ = ()

    def picture(self, at: int) -> int:
        """Takes what stands at a picture's place: a caption, or a picture item with its title.

        The next line's number; 0 when the picture had no words and the line is something else.
        """
        line, end = self.lines[at], at + 1
        if line.role in ("opening", "byline") or self._cut_by_picture(at):
            return 0
        if line.role not in HEADINGS:
            return self._item(at, at) if self._photo_column() else self._caption(at)
        if role(self.lines, end) in ("byline", "opening", "subtitle"):
            return 0
        if is_picture_text(self.lines, end) or self._photo_column():
            return self._item(at, end)
        return self._caption(at) if role(self.lines, end) == "credit" else 0

    def _cut_by_picture(self, at: int) -> bool:
        """Whether a line is plainly the rest of the sentence that stops above the picture."""
        above, text = self.lines[at - 1] if at else None, self.lines[at].text
        if above is None or above.role not in TEXT or ends_sentence(above.text):
            return False
        return lost_head(text) or trails(text)

    def above(self, at: int) -> bool:
        """Whether a line is a caption, by its own words, printed above the heading of the article
        that it is about; it is kept for that article."""
        line, part = self.lines[at], self.current
        if part and not part.closed and not self.column:
            return False
        says = line.role == "body" and bool(PICTURED.match(line.text))
        if not says or len(line.text) > CAPTION_LENGTH:
            return False
        if not speaks_of_below(line.text, self.lines, at + 1):
            return False
        self.captions.append(Piece(line.text, (line.span,)))
        return True

    def _photo_column(self) -> bool:
        return self.column is not None and bool(PHOTO_COLUMNS.search(self.column.name))

    def _item(self, at: int, end: int) -> int:
        """A picture item: title, text, credit. The article it interrupts may go on after it."""
        if self.current and not self.current.closed and self.current.kind is None:
            self.interrupted = self.current
        part = self.new()
        part.kind = "photo"
        part.take_heads(self.lines[at:end])
        while role(self.lines, end) in ("body", "credit") and not part.closed:
            if self.lines[end].role == "credit":
                self.credit(self.lines[end])
            else:
                self.add(part, self.lines[end])
            end += 1
        part.closed = True
        return end

    def _caption(self, at: int) -> int:
        """A caption with the credit under it: of the article around, of the one below, or a
        picture on its own."""
        line, end = self.lines[at], at + 1
        piece = bare = Piece(line.text, (line.span,))
        credit = self.lines[end] if role(self.lines, end) == "credit" else None
        if credit:
            piece, end = bare.followed_by(credit_piece(credit)), end + 1
        part = self.current
        if part and not part.closed and not self.column:
            part.captions.append(piece)
        elif speaks_of_below(piece.text, self.lines, end):
            self.captions.append(piece)
        elif part and part.kind == "photo" and part.heads and not self.column:
            part.captions.append(piece)
        else:
            self._lone(part, bare, credit)
        return end

    def _lone(self, before: Part | None, words: Piece, credit: Line | None) -> None:
        """A picture with its words and no more. A photo column may hold several."""
        photos = before and before.kind == "photo" and not self.column
        part = self.new()
        part.column = before.column if before and photos else part.column
        part.kind, part.closed = "photo", True
        part.pieces.append(words)
        if credit:
            part.heading.append(credit.span)
        part.sign(credit_names(credit.text if credit else words.text))

    def credit(self, line: Line) -> None:
        """A credit that follows text: its paragraph was the text of a picture."""
        part, piece = self.current, credit_piece(line)
        if part is None:
            self.set_aside(line, "credit")
        elif is_picture(part):
            # The picture's words are the article; who took it stands as a byline does.
            part.kind, part.closed = "photo", True
            part.sign(credit_names(line.text))
            part.heading.append(line.span)
        elif _ends_in_caption(part):
            part.captions.append(part.pieces.pop().followed_by(piece))
        else:
            part.captions.append(piece)


def as_picture(part: Part) -> None:
    """Makes a picture item of a heading that has a picture's words and who took it, and no text:
    the blank that stood for the picture parted the two."""
    if not part.heads or part.pieces or part.bylined or part.kind is not None:
        return
    if not any(has_credit(words.text) for words in part.captions):
        return
    part.kind, part.closed = "photo", True
    for words in part.captions:
        part.sign(credit_names(words.text))
        at = credit_start(words.text)
        part.heading.extend(words.spans_of(at, len(words.text)))
        part.pieces.append(words.without(at, len(words.text)))
    part.captions = []


def credit_piece(line: Line) -> Piece:
    """A credit as it goes with a caption: without the mark (`□`) that stood before it."""
    mark = len(line.text) - len(line.text.lstrip(CREDIT_MARKS))
    return Piece(line.text[mark:], (Span(line.span.start + mark, line.span.end),))


def _ends_in_caption(part: Part) -> bool:
    """Whether the last paragraph is short enough, and not the only one, to be a caption."""
    if len(part.pieces) < 2:
        return False
    last = part.pieces[-1]
    return last.use == "body" and len(last.text) <= CAPTION_LENGTH // 2 and last.closed
