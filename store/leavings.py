"""Pages of which much is in no article: what a reader of pages dropped and nothing else holds."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from sqlite_utils import Database

from store.model import Span
from store.raw import lines_at, page_text

MUCH = 0.1
"""Share of a page's visible characters from which a person should look."""
SHOWN = 6


def left_out(db: Database) -> Iterator[tuple[str, float, tuple[str, ...]]]:
    """Pages with much text in no article: file, share (0-1) and the first lines of it.

    A line printed twice is dropped once and still held; page facts (editors, page heads) are
    known, not lost. Only what no article of the page says counts.
    """
    rows = db.execute(
        "SELECT number, source_file, notes FROM pages"
        " WHERE length(CAST(notes AS BLOB)) >= ? * length(raw)",
        [MUCH],
    ).fetchall()
    for number, name, notes in rows:
        text, held = page_text(db, number), said_in(db, number)
        lost = [span for span, said in dropped(notes) if said not in held]
        share = sum(visible(text[s.start : s.end]) for s in lost) / max(visible(text), 1)
        if share >= MUCH:
            yield name, share, shown(text, lost)


def dropped(notes: str) -> list[tuple[Span, str]]:
    """The places and texts of a page's discards.

    Page facts carry the Chinese word they were printed with (编辑 …), discards an English one;
    marks are Markdown's own.
    """
    return [
        (Span(*span), text)
        for kind, text, span in json.loads(notes)
        if kind.isascii() and kind != "mark"
    ]


def said_in(db: Database, page: int) -> str:
    """Everything the articles of a page say."""
    rows = db.execute("SELECT title, paragraphs, captions FROM articles WHERE page = ?", [page])
    return "\n".join("\n".join([t, *json.loads(p), *json.loads(c)]) for t, p, c in rows)


def visible(text: str) -> int:
    """Characters that are not white space."""
    return sum(not char.isspace() for char in text)


def shown(text: str, spans: Sequence[Span]) -> tuple[str, ...]:
    """The first of the lines."""
    lines = [line for span in spans for line in lines_at(text, span, 0)]
    return tuple(dict.fromkeys(lines))[:SHOWN]
