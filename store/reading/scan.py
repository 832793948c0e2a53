"""Lines -> parts: one walk down the page, deciding at each line whose it is."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from store.model import Note, Span
from store.reading.bylines import credit_names, has_credit, names_in, opening_names, signed_names
from store.reading.lexicon import BRIEF_COLUMNS, MASTHEAD, PHOTO_COLUMNS, RANK, STUDY_COLUMNS
from store.reading.lines import ITEM, Line
from store.reading.parts import Draught, Part, Piece
from store.reading.sources import source_tail

HEADINGS = ("head", "subtitle")
TEXT = ("body", "item", "opening")
CAPTION_LENGTH = 200
PICTURED_BYLINE = re.compile(r"文\s*[/／]?\s*[图摄]|图\s*[/／]?\s*文")
PICTURED = re.compile(r"^(?:图为|[上下左右]图[为：:]?|图[①②③1-9一二三])")


def scan(lines: list[Line]) -> Draught:
    """The parts of a page in printed order, before any repair."""
    walk = _Walk(lines)
    at = 0
    while at < len(lines):
        at = walk.step(at)
    walk.draught.parts = [
        p for p in walk.draught.parts if p.heads or p.pieces or p.captions or p.bylined
    ]
    return walk.draught


@dataclass(slots=True)
class _Walk:
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

    def step(self, at: int) -> int:
        """Takes the line at `at`, and more if they belong together; the next line's number."""
        line = self.lines[at]
        if line.picture and line.role in (*TEXT, *HEADINGS, "byline"):
            if taken := self._picture(at):
                return taken
        match line.role:
            case "fact":
                self._fact(line)
            case "column":
                self._column(line)
            case "byline":
                self._byline(at)
            case "source":
                self._source(line)
            case "credit":
                self._credit(line)
            case "brief":
                self._brief(line)
            case "study":
                self._study(line)
            case "head" | "subtitle":
                return self._heads(at)
            case _:
                self._text(line)
        return at + 1

    # -- the smaller marks -------------------------------------------------------------------

    def _fact(self, line: Line) -> None:
        label = MASTHEAD.match(line.text)
        self.draught.facts.append(Note(label[1] if label else "版面", line.text, line.span))

    def _column(self, line: Line) -> None:
        if self.column:
            self._set_aside(self.column, "column")
        self.column = line
        self.briefs = line.name if BRIEF_COLUMNS.search(line.name) else None
        self.interrupted, self.marked = None, False
        if self.current:
            self.current.closed = True

    def _set_aside(self, line: Line, why: str) -> None:
        self.draught.discards.append(Note(why, line.text, line.span))

    def _source(self, line: Line) -> None:
        part = self.current or self._new()
        part.source = part.source or line.name
        part.heading.append(line.span)
        part.closed = True

    def _byline(self, at: int) -> None:
        line, part = self.lines[at], self.current
        waiting = part is not None and not part.pieces and not part.bylined and not part.closed
        if part is None or not (waiting or self._signs_off(at, part)):
            self.briefs = None
            part = self._new()
        elif part.pieces:
            part.closed = True
        part.sign(names_in(line.text))
        part.staff = part.staff or bool(re.search(RANK, line.text))
        part.bylined, part.pictured = True, part.pictured or bool(PICTURED_BYLINE.search(line.text))
        part.heading.append(line.span)

    def _signs_off(self, at: int, part: Part) -> bool:
        """A byline below a text signs it unless more text follows, which would be its own."""
        if part.closed or part.authors or not part.pieces or self.column:
            return False
        after = self._role(at + 1)
        return after not in TEXT

    # -- headings ----------------------------------------------------------------------------

    def _heads(self, at: int) -> int:
        end = at + 1
        while (
            end < len(self.lines)
            and self.lines[end].role in HEADINGS
            and not self.lines[end].picture
        ):
            end += 1
        group = self.lines[at:end]
        if self._completes(group):
            assert self.current is not None
            self._take_heads(self.current, group)
        elif self._opens(group, at, end):
            if self.briefs and self._leads(end):
                self.briefs = None
            self._take_heads(self._new(brief=self.briefs is not None), group)
        else:
            for line in group:
                self._subhead(line)
        return end

    def _completes(self, group: list[Line]) -> bool:
        """A subtitle printed below the byline still belongs to the heading above."""
        part = self.current
        return bool(
            part
            and part.heads
            and not part.pieces
            and not part.closed
            and not self.column
            and group[0].role == "subtitle"
            and len(group) == 1
        )

    def _opens(self, group: list[Line], at: int, end: int) -> bool:
        """Whether a group of heading lines opens an article, rather than a section of one."""
        first, part = group[0], self.current
        if first.style:
            return first.style == "title"
        if part is None or part.closed or self.column or (first.picture and self._is_item(end)):
            return True
        if any(line.role == "subtitle" or line.text.endswith("——") for line in group):
            return True
        if ITEM.match(first.text) and part.kind == "study":
            return False
        return self._leads(end) or not (part.pieces or part.kind)

    def _leads(self, at: int) -> bool:
        """Whether what follows a heading can only follow a title: a byline, or 本报讯 with at most
        a picture and its caption between."""
        if self._role(at) in ("byline", "opening"):
            return True
        for ahead in range(at, min(at + 4, len(self.lines))):
            if ahead > at and self._role(ahead) in ("opening", "byline"):
                return True
            picture = (
                self.lines[at].picture
                or self._role(at + 1) == "credit"
                or PICTURED.match(self.lines[at].text)
            )
            if not picture or self._role(ahead) not in ("body", "credit", "head"):
                return False
        return False

    def _take_heads(self, part: Part, group: list[Line]) -> None:
        part.heads.extend(group)
        part.heading.extend(line.span for line in group)

    def _subhead(self, line: Line) -> None:
        part = self._receiving()
        use = "item" if part.kind == "study" else "subhead"
        part.pieces.append(Piece(line.text, (line.span,), use))  # type: ignore[arg-type]

    # -- pictures ----------------------------------------------------------------------------

    def _picture(self, at: int) -> int:
        """Takes what stands at a picture's place: a caption, or a picture item with its title.

        0 when the picture had no words and the line is something else.
        """
        line = self.lines[at]
        if line.role in ("opening", "byline"):
            return 0
        end = at + 1
        if line.role in HEADINGS:
            if self._role(end) in ("byline", "opening", "subtitle"):
                return 0
            if not self._is_item(end):
                return self._caption(at) if self._role(end) == "credit" else 0
            return self._item(at, end)
        if self.column and PHOTO_COLUMNS.search(self.column.name):
            return self._item(at, at)
        return self._caption(at)

    def _is_item(self, at: int) -> bool:
        """Whether a heading at a picture is followed by a short text that ends in a credit."""
        for ahead in range(at, min(at + 3, len(self.lines))):
            if self._role(ahead) != "body" and not (ahead > at and self._role(ahead) == "credit"):
                return False
            if self._role(ahead) == "credit" or has_credit(self.lines[ahead].text):
                return True
        return self.column is not None and bool(PHOTO_COLUMNS.search(self.column.name))

    def _item(self, at: int, end: int) -> int:
        """A picture item: title, text, credit. The article it interrupts may go on after it."""
        if self.current and not self.current.closed and self.current.kind is None:
            self.interrupted = self.current
        part = self._new()
        part.kind = "photo"
        self._take_heads(part, self.lines[at:end])
        while end < len(self.lines) and self._role(end) in ("body", "credit"):
            if self._role(end) == "credit":
                self._credit(self.lines[end])
            else:
                self._add(part, self.lines[end])
            end += 1
            if part.closed:
                break
        part.closed = True
        return end

    def _caption(self, at: int) -> int:
        line = self.lines[at]
        piece = Piece(line.text, (line.span,))
        end = at + 1
        if self._role(end) == "credit":
            credit = self.lines[end]
            piece = piece.followed_by(Piece(credit.text, (credit.span,)))
            end += 1
        part = self.current
        if part is None or (part.closed and part.kind != "photo") or self.column:
            part = self._new()
            part.kind = "photo"
            part.pieces.append(piece)
            part.sign(credit_names(piece.text))
        else:
            part.captions.append(piece)
        return end

    def _credit(self, line: Line) -> None:
        """A credit that follows text: its paragraph was the text of a picture."""
        part, piece = self.current, Piece(line.text, (line.span,))
        if part is None:
            self._set_aside(line, "credit")
            return
        if (
            part.pieces
            and not part.bylined
            and len(part.pieces) <= 2
            and (part.kind in (None, "photo"))
        ):
            part.kind, part.closed = "photo", True
            part.sign(credit_names(line.text))
            part.captions.append(piece)
        elif (
            part.pieces
            and len(part.pieces[-1].text) <= CAPTION_LENGTH // 2
            and part.pieces[-1].closed
        ):
            part.captions.append(part.pieces.pop().followed_by(piece))
        elif part.captions:
            part.captions[-1] = part.captions[-1].followed_by(piece)
        else:
            part.captions.append(piece)

    # -- text --------------------------------------------------------------------------------

    def _brief(self, line: Line) -> None:
        if self.briefs is None and not (
            self.current is None or self.current.closed or self.current.kind == "brief"
        ):
            self._text(line)
            return
        self.marked = True
        self._add(self._new(brief=True), line)

    def _study(self, line: Line) -> None:
        part = self._new()
        part.kind = "study"
        self._take_heads(part, [line])

    def _text(self, line: Line) -> None:
        part = self._receiving()
        if line.role == "opening" and part.pieces:
            part = self._new()
        if (
            PICTURED.match(line.text)
            and len(line.text) <= CAPTION_LENGTH
            and has_credit(line.text)
            and part.pieces
        ):
            part.captions.append(Piece(line.text, (line.span,)))
            return
        self._add(part, line)

    def _receiving(self) -> Part:
        """The part that takes the next line of text."""
        part = self.current
        if part and part.kind == "brief" and self.marked and self._told(part):
            # Items of this column carry marks; text without one is something else.
            self.briefs = None
        brief = self.briefs is not None
        if part is None or self.column:
            return self._new(brief=brief)
        if part.kind == "photo" and part.closed and self.interrupted:
            self.current, self.interrupted = self.interrupted, None
            return self.current
        return self._new(brief=brief) if part.closed or self._told(part) or not brief and part.kind == "brief" and not part.heads else part

    def _told(self, part: Part) -> bool:
        """Whether an untitled brief has had its one paragraph."""
        over = self.briefs is not None and part.kind == "brief" and not part.heads
        return over and bool(part.pieces) and part.pieces[-1].closed

    def _add(self, part: Part, line: Line) -> None:
        """Adds a paragraph and takes what its ends say: opening, sign-off, source, credit."""
        use = "item" if part.kind == "study" else "body"
        if not part.pieces:
            if names := opening_names(line.text):
                part.sign(names)
        part.pieces.append(Piece(line.text, (line.span,), use))  # type: ignore[arg-type]
        if source := source_tail(line.text):
            part.source, part.closed = part.source or source, True
        elif has_credit(line.text):
            part.sign(
                credit_names(line.text) if part.kind == "photo" or len(part.pieces) == 1 else ()
            )
            if len(part.pieces) <= 2 and not part.bylined:
                part.kind, part.closed = "photo", True
        elif names := signed_names(line.text):
            part.sign(names)
            part.staff = part.staff or bool(re.search(RANK, line.text[-40:]))
            part.closed = True

    def _new(self, *, brief: bool = False) -> Part:
        """Opens a part under the column that waits, if one does."""
        part = Part()
        if self.column:
            part.column = self.column.name
            part.heading.append(self.column.span)
            if STUDY_COLUMNS.search(part.column) and not BRIEF_COLUMNS.search(part.column):
                part.kind = "study"
        if brief:
            part.column, part.kind = self.briefs or part.column, "brief"
        self.column = None
        self.current = part
        self.draught.parts.append(part)
        return part

    def _role(self, at: int) -> str:
        return self.lines[at].role if 0 <= at < len(self.lines) else ""


def visible(text: str, span: Span) -> bool:
    """Whether a span of the page shows anything."""
    return bool(text[span.start : span.end].strip())
