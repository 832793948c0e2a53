"""Corrections in and out of SQLite, and the articles as they were read before them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import UTC, datetime
from typing import Any, NamedTuple

from sqlite_utils import Database

from store import articles
from store.articles import dump
from store.database import Store
from store.editing import Applied, Correction, Operation, Sheet, apply, in_force
from store.editing.sheet import sheet_of, spans_from
from store.errors import NotFound
from store.model import Article, Repair, Span
from store.raw import page_text

COLUMNS = "number, article, operation, detail, author, at, undoes"
LISTS = ("paragraphs", "captions", "authors", "regions", "flags")


class Target(NamedTuple):
    """An article a person named, and the unit (its page, or itself) it is corrected with."""

    id: str
    unit: str


def unit_of(page: int | None, id_: str) -> str:
    """The unit of an article: its page, or the article alone when it has none."""
    return f"page {page}" if page is not None else f"article {id_}"


def page_of(unit: str) -> int | None:
    """The page's row number of a unit, None for an article without a page."""
    kind, _, name = unit.partition(" ")
    return int(name) if kind == "page" else None


def append(
    db: Database,
    target: Target,
    operation: Operation,
    detail: dict[str, Any],
    author: str,
    undoes: int | None = None,
) -> Correction:
    """Add a row inside the caller's transaction; gives the correction with its number."""
    at = datetime.now(UTC).isoformat(timespec="seconds")
    cursor = db.conn.execute(
        "INSERT INTO corrections (unit, article, operation, detail, author, at, undoes)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        [target.unit, target.id, operation, dump(detail), author, at, undoes],
    )
    number = int(cursor.lastrowid or 0)
    return Correction(number, target.id, operation, detail, author, at, undoes)


def of_unit(db: Database, unit: str) -> list[Correction]:
    """The corrections of a unit, oldest first."""
    rows = db.execute(f"SELECT {COLUMNS} FROM corrections WHERE unit = ? ORDER BY number", [unit])
    return [from_row(row) for row in rows]


def log(
    store: Store, id_: str | None = None, limit: int = 50
) -> tuple[tuple[Correction, bool], ...]:
    """The latest corrections (of one article, given its full id), the newest first, each with
    whether it has been taken back."""
    with store.reading() as db:
        rows = db.execute(
            f"SELECT {COLUMNS}, EXISTS (SELECT 1 FROM corrections AS later"
            " WHERE later.undoes = corrections.number)"
            " FROM corrections WHERE ?1 IS NULL OR article = ?1"
            " OR json_extract(detail, '$.id') = ?1 OR json_extract(detail, '$.other') = ?1"
            " OR json_extract(detail, '$.to') = ?1 ORDER BY number DESC LIMIT ?2",
            [id_, limit],
        ).fetchall()
    return tuple((from_row(row), bool(row[7])) for row in rows)


def from_row(row: Sequence[Any]) -> Correction:
    """A correction from a row of COLUMNS."""
    return Correction(row[0], row[1], row[2], json.loads(row[3]), row[4], row[5], row[6])


def units(db: Database) -> list[str]:
    """Every unit that has been corrected."""
    return [unit for (unit,) in db.execute("SELECT DISTINCT unit FROM corrections ORDER BY 1")]


def sheets_of(db: Database, unit: str) -> list[Sheet]:
    """The articles of a unit as the store shows them now, in page order."""
    page, id_ = page_of(unit), unit.partition(" ")[2]
    where, value = (
        ("page = ?", page)
        if page is not None
        else (
            "id IN (SELECT ?1 UNION"
            " SELECT json_extract(detail, '$.id') FROM corrections WHERE unit = 'article ' || ?1)",
            id_,
        )
    )
    rows = db.execute(
        f"SELECT number, spans, repairs FROM articles WHERE {where} ORDER BY position", [value]
    ).fetchall()
    held = articles.load(db, [row[0] for row in rows])
    return [
        sheet_of(held[number], spans_from(spans), repairs_from(repairs))
        for number, spans, repairs in rows
    ]


def repairs_from(text: str) -> tuple[Repair, ...]:
    """Repairs from their JSON."""
    return tuple(
        Repair(kind, Span(*span), confidence, note)
        for kind, span, confidence, note in json.loads(text)
    )


def unedited(db: Database, unit: str) -> list[Sheet]:
    """The articles of a unit as they were read, empty when no one has corrected it yet."""
    rows = db.execute("SELECT body FROM unedited WHERE unit = ? ORDER BY position", [unit])
    return [from_body(json.loads(body)) for (body,) in rows]


def keep_unedited(db: Database, unit: str, sheets: Sequence[Sheet]) -> None:
    """Set the articles of a unit as they were read, inside the caller's transaction."""
    db.conn.execute("DELETE FROM unedited WHERE unit = ?", [unit])
    db.conn.executemany(
        "INSERT INTO unedited VALUES (?, ?, ?, ?)",
        [(unit, at, sheet.id, dump(body_of(sheet))) for at, sheet in enumerate(sheets)],
    )


def body_of(sheet: Sheet) -> dict[str, Any]:
    """A sheet as plain values."""
    return {
        "article": asdict(sheet.article),
        "spans": [text.spans for text in sheet.texts],
        "repairs": [[r.kind, r.span, r.confidence, r.note] for r in sheet.repairs],
    }


def from_body(body: dict[str, Any]) -> Sheet:
    """A sheet from plain values."""
    values = body["article"] | {name: tuple(body["article"][name]) for name in LISTS}
    return sheet_of(
        Article(**values), spans_from(dump(body["spans"])), repairs_from(dump(body["repairs"]))
    )


def settled(db: Database, unit: str, sheets: Sequence[Sheet]) -> Applied:
    """The articles of a unit just read, with the corrections made before; they are kept as read.

    Belongs inside the caller's write transaction.
    """
    rows = of_unit(db, unit)
    if not rows:
        return Applied(tuple(sheets))
    keep_unedited(db, unit, sheets)
    return applied(db, unit, sheets, rows)


def applied(
    db: Database, unit: str, sheets: Sequence[Sheet], rows: Sequence[Correction]
) -> Applied:
    """The articles of a unit with corrections, of which added words are looked up on the page as
    it is now."""
    page = page_of(unit)
    if page is None or not any(row.operation == "add" for row in rows):
        return apply(sheets, rows)
    text = page_text(db, page)
    return apply(sheets, [on_page(row, text) for row in rows])


def on_page(correction: Correction, text: str) -> Correction:
    """The correction with the place that its added words have on the page; none when they are
    gone."""
    if correction.operation != "add":
        return correction
    words, (start, end) = correction.detail["words"], correction.detail["span"]
    if text[start:end] != words:
        start = text.find(words)
        end = start + len(words)
    span = [start, end] if start >= 0 else None
    return replace(correction, detail={**correction.detail, "span": span})


def by_hand(db: Database, operation: Operation) -> set[str]:
    """The ids of articles of which an editor has set that field, by corrections that hold."""
    rows = db.execute(
        "SELECT article FROM corrections WHERE operation = ? AND number NOT IN"
        " (SELECT undoes FROM corrections WHERE undoes IS NOT NULL)",
        [operation],
    )
    return {id_ for (id_,) in rows}


def misfits(db: Database) -> list[tuple[str, Correction, str]]:
    """The corrections that no longer fit: unit, correction and reason."""
    return [
        (unit, correction, reason)
        for unit in units(db)
        if in_force(rows := of_unit(db, unit))
        for correction, reason in applied(db, unit, unedited(db, unit), rows).unfit
    ]


def resolve(db: Database, name: str) -> Target:
    """The article a person means by an id or its first characters, held or removed.

    Raises NotFound when there is none or more than one.
    """
    known = dict.fromkeys(ids_like(db, name))
    if name in known:
        known = {name: None}
    if not name.strip() or not known:
        raise NotFound(f"没有编号为“{name}”的文章；用 baowen articles 看编号。")
    if len(known) > 1:
        raise NotFound(f"编号“{name}”对应 {len(known)} 篇文章，请多写几位。")
    (id_,) = known
    return Target(id_, unit_holding(db, id_))


def ids_like(db: Database, name: str) -> list[str]:
    """The ids that begin with `name`, of articles held, as read, or corrected."""
    # The last character that SQLite keeps in UTF-16, where those of other planes sort before it.
    last = f"{name}\ufffd"
    return [
        id_
        for (id_,) in db.execute(
            "SELECT id FROM articles WHERE id BETWEEN ?1 AND ?2"
            " UNION SELECT id FROM unedited WHERE id BETWEEN ?1 AND ?2"
            " UNION SELECT article FROM corrections WHERE article BETWEEN ?1 AND ?2",
            [name, last],
        )
    ]


def unit_holding(db: Database, id_: str) -> str:
    """The unit of an article that is held, or was."""
    row = db.execute(
        "SELECT unit FROM unedited WHERE id = ?1 UNION ALL"
        " SELECT unit FROM corrections WHERE article = ?1 OR json_extract(detail, '$.id') = ?1",
        [id_],
    ).fetchone()
    if row:
        return str(row[0])
    page = db.execute("SELECT page FROM articles WHERE id = ?", [id_]).fetchone()
    return unit_of(page[0] if page else None, id_)
