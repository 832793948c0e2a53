"""The raw layer: the page as it arrived, and what of it stands behind each paragraph."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import NamedTuple

from sqlite_utils import Database

from store.database import Store
from store.editing.sheet import spans_from
from store.errors import NotFound
from store.model import Span
from store.pages.decoding import decode

WIDE = 60
"""Characters of a line shown on either side of a place; a page may hold a paragraph in a line."""


class RawPage(NamedTuple):
    """The bytes of a page unchanged, their digest and encoding, and the file they came from."""

    source_file: str
    raw: bytes
    sha256: str
    encoding: str


def page(store: Store, number: int) -> RawPage:
    """The page with this row number. Raises NotFound."""
    with store.reading() as db:
        row = db.execute(
            "SELECT source_file, raw, sha256, encoding FROM pages WHERE number = ?", [number]
        ).fetchone()
    if row is None:
        raise NotFound(f"库里没有第 {number} 号版面。")
    return RawPage(row[0], bytes(row[1]), row[2], row[3])


def page_text(db: Database, number: int) -> str:
    """The text of a page, into which all spans point; empty when the page is not held."""
    row = db.execute("SELECT raw FROM pages WHERE number = ?", [number]).fetchone()
    return decode(bytes(row[0]))[0] if row else ""


def original(store: Store, article_number: int) -> list[tuple[int, str]]:
    """For each paragraph, then caption (from 1), the page's own text at its spans.

    Empty for an article that came without a page. Raises NotFound.
    """
    with store.reading() as db:
        row = db.execute(
            "SELECT page, spans FROM articles WHERE number = ?", [article_number]
        ).fetchone()
        if row is None:
            raise NotFound(f"库里没有第 {article_number} 号文章。")
        text = page_text(db, row[0]) if row[0] is not None else ""
    spans = spans_from(row[1]) if text else []
    return [(number, at(text, pieces)) for number, pieces in enumerate(spans, 1)]


def printed(store: Store, article_number: int) -> list[tuple[int, tuple[str, ...]]]:
    """For each paragraph, then caption (from 1), the pieces of it as the page prints them.

    Empty for an article that came without a page.
    """
    with store.reading() as db:
        page, spans = db.execute(
            "SELECT page, spans FROM articles WHERE number = ?", [article_number]
        ).fetchone()
        text = page_text(db, page) if page is not None else ""
    pieces = spans_from(spans) if text else []
    return [
        (number, tuple(text[start:end] for start, end in places))
        for number, places in enumerate(pieces, 1)
    ]


def at(text: str, spans: Iterable[Span]) -> str:
    """The pieces of a page's text, joined with nothing between."""
    return "".join(text[start:end] for start, end in spans)


def unlike(store: Store, article_number: int) -> tuple[int, ...]:
    """The numbers (from 1) of stored paragraphs that are not the page's own text; none is right."""
    held = dict(original(store, article_number))
    with store.reading() as db:
        rows = db.execute(
            "SELECT value FROM articles, json_each(paragraphs) WHERE number = ?1 UNION ALL"
            " SELECT value FROM articles, json_each(captions) WHERE number = ?1",
            [article_number],
        ).fetchall()
    said = [text for (text,) in rows] if held else []
    return tuple(number for number, text in enumerate(said, 1) if held.get(number) != text)


def altered(store: Store) -> tuple[str, ...]:
    """The files of pages whose bytes are no longer those that were read; none is right."""
    with store.reading() as db:
        rows = db.execute("SELECT source_file, sha256, raw FROM pages")
        return tuple(
            name for name, sha256, raw in rows if hashlib.sha256(bytes(raw)).hexdigest() != sha256
        )


def lines_at(text: str, span: Span, context: int = 1) -> tuple[str, ...]:
    """The printed lines that a span touches, with `context` lines before and after.

    Of a line longer than a column is wide only what lies near the span is given, with … where
    it was cut.
    """
    first, last = beginning(text, span.start), ending(text, span.end)
    inside = cut_after(text[span.start : span.end])
    near = f"{cut_before(text[first : span.start])}{inside}{cut_after(text[span.end : last])}"
    before, after = [], []
    for _ in range(context):
        if first > 0:
            before.append(text[(start := beginning(text, first - 1)) : first])
            first = start
        if last < len(text):
            after.append(text[last : (stop := ending(text, last + 1))])
            last = stop
    lines = [cut_before(line.strip()) for line in reversed(before)]
    lines += near.splitlines()
    lines += [cut_after(line.strip()) for line in after]
    return tuple(line.strip() for line in lines if line.strip())


def cut_before(text: str) -> str:
    """The last characters of a line."""
    return text if len(text) <= WIDE else f"…{text[-WIDE:]}"


def cut_after(text: str) -> str:
    """The first characters of a line."""
    return text if len(text) <= WIDE else f"{text[:WIDE]}…"


def beginning(text: str, at: int) -> int:
    """Where the line at `at` begins."""
    return text.rfind("\n", 0, at) + 1


def ending(text: str, at: int) -> int:
    """Where the line at `at` ends."""
    found = text.find("\n", at)
    return found if found >= 0 else len(text)
