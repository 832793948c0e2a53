"""Text with marks: what a reply says, before any transport gives it a form."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

Style = Literal["bold", "italic", "quote", "fold"]
"""quote is a quotation; fold a long one that a reader opens."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A style over the characters `start` to `end` (half-open, in Python characters)."""

    style: Style
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Text:
    """A plain string and the marks on it."""

    plain: str = ""
    marks: tuple[Mark, ...] = ()

    def __add__(self, other: Text | str) -> Text:
        if isinstance(other, str):
            return Text(self.plain + other, self.marks)
        shift = len(self.plain)
        moved = tuple(
            replace(mark, start=mark.start + shift, end=mark.end + shift) for mark in other.marks
        )
        return Text(self.plain + other.plain, self.marks + moved)

    def __len__(self) -> int:
        return len(self.plain)

    def marked(self, style: Style) -> Text:
        """The same text, all of it in `style`; an empty one stays bare."""
        if not self.plain:
            return self
        return Text(self.plain, (Mark(style, 0, len(self.plain)), *self.marks))

    def cut(self, start: int, end: int) -> Text:
        """The characters from `start` to `end`, with what falls there of each mark."""
        marks = (
            Mark(mark.style, max(mark.start, start) - start, min(mark.end, end) - start)
            for mark in self.marks
        )
        return Text(self.plain[start:end], tuple(mark for mark in marks if mark.start < mark.end))


def bold(plain: str) -> Text:
    """`plain` in bold."""
    return Text(plain).marked("bold")


def join(separator: str, parts: Iterable[Text | str]) -> Text:
    """The parts that are not empty, with `separator` between them."""
    joined = Text()
    for part in parts:
        if not len(part):
            continue
        joined = (joined + separator if len(joined) else joined) + part
    return joined


def emphasised(plain: str, ranges: Iterable[tuple[int, int]]) -> Text:
    """`plain` with the half-open `ranges` in bold; ranges that touch are drawn as one."""
    marks: list[Mark] = []
    for start, end in sorted(ranges):
        if marks and start <= marks[-1].end:
            marks[-1] = replace(marks[-1], end=max(end, marks[-1].end))
        elif start < end:
            marks.append(Mark("bold", start, end))
    return Text(plain, tuple(marks))
