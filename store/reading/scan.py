"""Lines -> parts: one walk down the page, deciding at each line whose it is."""

from __future__ import annotations

import re

from store.model import Note
from store.reading.ahead import (
    HEADINGS,
    TEXT,
    group_end,
    is_picture_item,
    is_picture_text,
    leads,
    role,
    turns,
)
from store.reading.bylines import names_in
from store.reading.lexicon import BRIEF_COLUMNS, MASTHEAD, RANK, SHORT_NEWS
from store.reading.lines import ITEM, Line
from store.reading.parts import Draught, Part, Piece, Use
from store.reading.pictures import Pictures, as_picture

PICTURED_BYLINE = re.compile(r"文\s*[/／]?\s*[图摄]|图\s*[/／]?\s*文|摄影报道")


def scan(lines: list[Line]) -> Draught:
    """The parts of a page in printed order, before any repair."""
    walk = _Scan(lines)
    at = 0
    while at < len(lines):
        at = walk.step(at)
    if walk.column:
        walk.set_aside(walk.column, "column")
    if walk.captions:
        walk.new().kind = "photo"
    draught = walk.draught
    for part in draught.parts:
        as_picture(part)
    draught.parts = [p for p in draught.parts if p.heads or p.pieces or p.captions or p.heading]
    return draught


class _Scan(Pictures):
    """The walk's steps, one for each role of a line."""

    __slots__ = ()

    def step(self, at: int) -> int:
        """Takes the line at `at`, and more if they belong together; the next line's number."""
        line = self.lines[at]
        if line.picture and line.role in (*TEXT, *HEADINGS) and (taken := self.picture(at)):
            return taken
        if self.above(at):
            return at + 1
        match line.role:
            case "fact":
                self._fact(line)
            case "column":
                self._column(line)
            case "byline":
                self._byline(at)
            case "source":
                self._source(line)
            case "credit" if self._written_too(line):
                self._byline(at)
            case "credit":
                self.credit(line)
            case "brief":
                self._brief(line)
            case "study":
                self._study(line)
            case "head" | "subtitle":
                return self._heads(at)
            case _:
                self.text(line)
        return at + 1

    def _fact(self, line: Line) -> None:
        label = MASTHEAD.match(line.text)
        self.draught.facts.append(Note(label[1] if label else "版面", line.text, line.span))

    def _column(self, line: Line) -> None:
        if self.column:
            self.set_aside(self.column, "column")
        self.column = line
        self.briefs = line.name if BRIEF_COLUMNS.search(line.name) else None
        self.interrupted, self.marked = None, False
        if self.current:
            self.current.closed = True

    def _source(self, line: Line) -> None:
        part = self.current or self.new()
        part.source = part.source or line.name or None
        part.essayist = part.essayist or not line.name
        part.heading.append(line.span)
        part.closed = True

    def _byline(self, at: int) -> None:
        line, part = self.lines[at], self.current
        if part is None or not (part.waits or self._signs_off(at, part)) or self.column:
            self.briefs = None
            part = self.new()
        elif part.pieces:
            part.closed = True
        part.sign(names_in(line.text))
        part.staff = part.staff or bool(re.search(RANK, line.text))
        part.bylined, part.pictured = True, part.pictured or bool(PICTURED_BYLINE.search(line.text))
        part.heading.append(line.span)

    def _written_too(self, line: Line) -> bool:
        """Whether a credit names who wrote the text as well: 摄影报道 below a headline."""
        part = self.current
        return bool(part and part.heads and part.waits and "摄影报道" in line.text)

    def _signs_off(self, at: int, part: Part) -> bool:
        """A byline below a text signs it unless more text follows, which would be its own."""
        if part.closed or part.authors or not part.pieces:
            return False
        return role(self.lines, at + 1) not in TEXT

    def _heads(self, at: int) -> int:
        end = group_end(self.lines, at)
        group = self.lines[at:end]
        if self.current and self._completes(self.current, group, end):
            self.current.take_heads(group)
        elif self._opens(group, end):
            if leads(self.lines, end) and not self._titled_brief(end):
                self.briefs = None
            self.new(brief=self.briefs is not None).take_heads(group)
        else:
            for line in group:
                self._subhead(line)
        return end

    def _titled_brief(self, end: int) -> bool:
        """Whether a heading in a column of nothing but briefs has one paragraph of 本报讯."""
        if self.briefs is None or not SHORT_NEWS.search(self.briefs):
            return False
        return role(self.lines, end) == "opening" and role(self.lines, end + 1) not in TEXT

    def _completes(self, part: Part, group: list[Line], end: int) -> bool:
        """A subtitle printed below the byline still belongs to the heading above; a heading
        below a byline without one is the title it was printed over."""
        over = part.bylined and not part.heads and not part.pieces and not part.closed
        if over and not self.column and not leads(self.lines, end):
            return True
        empty = bool(part.heads) and not part.pieces and not part.closed and not self.column
        return empty and [line.role for line in group] == ["subtitle"]

    def _opens(self, group: list[Line], end: int) -> bool:
        """Whether a group of heading lines opens an article, rather than a section of one."""
        first, part = group[0], self.current
        if first.style:
            return first.style == "title"
        if part is None or part.closed or self.column:
            return True
        if first.picture and is_picture_text(self.lines, end):
            return True
        if any(line.role == "subtitle" or line.text.endswith("——") for line in group):
            return True
        if ITEM.match(first.text) and part.kind == "study":
            return False
        if leads(self.lines, end) or not (part.pieces or part.kind):
            return True
        if not any(piece.use == "subhead" for piece in part.pieces) and is_picture_item(
            group[-1].text, part.body, self.lines, end
        ):
            return True
        return turns(group[-1].text, part.body, self.lines, end)

    def _subhead(self, line: Line) -> None:
        part = self.receiving()
        use: Use = "item" if part.kind == "study" else "subhead"
        part.pieces.append(Piece(line.text, (line.span,), use))

    def _brief(self, line: Line) -> None:
        part = self.current
        inside = part and not part.closed and part.kind != "brief"
        if self.briefs is None and (inside or line.text[0] in "★☆"):
            self.text(line)
            return
        self.marked = True
        self.add(self.new(brief=True), line)

    def _study(self, line: Line) -> None:
        part = self.new()
        part.kind = "study"
        part.take_heads([line])
