"""The raw layer: the page as it arrived, and what of it stands behind each paragraph."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import NamedTuple

from sqlite_utils import Database

from store.corrections import spans_from
from store.database import Store
from store.errors import NotFound
from store.model import Span
from store.pages.decoding import decode


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
    """The printed lines that a span touches, with `context` lines before and after."""
    first = text.rfind("\n", 0, span.start) + 1
    for _ in range(context):
        first = text.rfind("\n", 0, max(first - 1, 0)) + 1
    last = ending(text, span.end)
    for _ in range(context):
        last = ending(text, last + 1)
    return tuple(line.strip() for line in text[first:last].splitlines() if line.strip())


def ending(text: str, start: int) -> int:
    """Where the line at `start` ends."""
    found = text.find("\n", start)
    return found if found >= 0 else len(text)
