"""What a person should look at, worst first: doubtful repairs, flags, corrections that no longer
fit, and pages of which much was left out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from sqlite_utils import Database

from store.corrections import misfits, resolve, sheets_of, unit_of
from store.database import Store
from store.doubts import (
    EXPLAINED,
    JOINS,
    RISKY,
    SURE,
    UNKNOWN,
    Item,
    of_correction,
    of_page,
    of_repair,
    of_sheet,
)
from store.editing import Sheet
from store.errors import NotFound
from store.leavings import left_out
from store.raw import page_text

__all__ = ["Item", "mark", "queue"]

BATCH = 100
FEW = 3
"""Joins of a page that are shown though they are believed right."""


def queue(store: Store, limit: int = 20, article: str | None = None) -> tuple[Item, ...]:
    """The `limit` worst things that nobody has marked done, of one article given its full id."""
    found: list[Item] = []
    with store.reading() as db:
        for items, next_worst in batches(db, article):
            found = sorted((*found, *items), key=badness)
            if len(found) >= limit and found[limit - 1].confidence <= next_worst:
                break
    return tuple(found[:limit])


def batches(db: Database, article: str | None) -> Iterator[tuple[list[Item], float]]:
    """All that nobody has marked done, roughly the worst first, each batch with the confidence
    from which the next begins."""
    done = reviewed(db)
    first = [item for item in pressing(db) if article in (None, item.article)]
    yield [item for item in first if item.id not in done], 0.0
    for sheets, next_worst in doubtful(db, article):
        items = (item for sheet in sheets for item in of_sheet(db, sheet))
        yield [item for item in items if item.id not in done], next_worst
    for risks, next_worst in risky(db, article):
        yield [item for item in risks if item.id not in done], next_worst


def badness(item: Item) -> tuple[float, str, str]:
    """The order of the queue: the least sure first, then by file."""
    return (item.confidence, item.source_file, item.id)


def pressing(db: Database) -> Iterator[Item]:
    """Corrections that no longer fit, and pages of which much is in no article."""
    for unit, correction, reason in misfits(db):
        yield of_correction(db, unit, correction, reason)
    for name, share, lines in left_out(db):
        yield of_page(name, share, lines)


def doubtful(db: Database, article: str | None) -> Iterator[tuple[list[Sheet], float]]:
    """Batches of articles with flags or doubtful repairs, worst first, each with the confidence
    from which the next batch begins."""
    rows = db.execute(
        "SELECT page, id, min(worst) FROM ("
        " SELECT page, articles.id, json_extract(value, '$[2]') AS worst"
        " FROM articles, json_each(repairs) WHERE worst < ?1"
        " AND NOT (kind = 'brief' AND json_extract(value, '$[0]') = 'title_derived')"
        " UNION ALL SELECT page, articles.id, ?2 FROM articles, json_each(flags)"
        f" WHERE NOT (kind = 'brief' AND value = 'title_derived') AND NOT ({explained()}))"
        " WHERE ?3 IS NULL OR id = ?3 GROUP BY id ORDER BY 3, 2",
        [SURE, UNKNOWN, article],
    ).fetchall()
    for start in range(0, len(rows), BATCH):
        wanted = {row[1] for row in rows[start : start + BATCH]}
        units = dict.fromkeys(unit_of(row[0], row[1]) for row in rows[start : start + BATCH])
        sheets = [s for unit in units for s in sheets_of(db, unit) if s.id in wanted]
        later = rows[start + BATCH : start + BATCH + 1]
        yield sheets, later[0][2] if later else 1.0


def risky(db: Database, article: str | None) -> Iterator[tuple[list[Item], float]]:
    """Batches of the joins that are believed right and least surely so, a few of each page, as
    of doubtful()."""
    rows = db.execute(
        "SELECT page, id, place, worst FROM ("
        " SELECT page, articles.id AS id, json_each.key AS place,"
        " json_extract(value, '$[2]') AS worst, row_number() OVER"
        " (PARTITION BY page ORDER BY json_extract(value, '$[2]'), articles.id, json_each.key)"
        " AS turn FROM articles, json_each(repairs)"
        f" WHERE json_extract(value, '$[0]') IN ({','.join('?' * len(JOINS))})"
        " AND worst >= ? AND worst < ? AND ? IN (articles.id, ''))"
        " WHERE turn <= ? ORDER BY worst, id, place",
        [*JOINS, SURE, RISKY, article or "", FEW],
    ).fetchall()
    for start in range(0, len(rows), BATCH):
        batch = rows[start : start + BATCH]
        units = dict.fromkeys(unit_of(page, id_) for page, id_, _, _ in batch)
        sheets = {sheet.id: sheet for unit in units for sheet in sheets_of(db, unit)}
        items = [
            of_repair(sheets[id_], sheets[id_].repairs[place], page_text(db, page))
            for page, id_, place, _ in batch
        ]
        later = rows[start + BATCH : start + BATCH + 1]
        yield items, later[0][3] if later else 1.0


def explained() -> str:
    """EXPLAINED as a condition over a flag (`value`) and the JSON of the repairs."""
    return " OR ".join(
        f"(value = '{flag}' AND repairs LIKE '%[\"{kind}\",%')"
        for flag, kinds in EXPLAINED.items()
        for kind in sorted(kinds)
    )


def reviewed(db: Database) -> set[str]:
    """The items whose last mark says done."""
    rows = db.execute("SELECT item, done FROM reviews ORDER BY number")
    last = dict(rows.fetchall())
    return {id_ for id_, done in last.items() if done}


def mark(store: Store, name: str, by: str, *, done: bool = True) -> int:
    """Mark an item (its id) or all items of an article (its id or first characters) as done, or
    as open again; gives how many. Raises NotFound."""
    with store.reading() as db:
        rows = waiting(db, name) if done else marked(db, name)
    if not rows:
        sort = "待看" if done else "已看"
        raise NotFound(f"“{name}”没有{sort}的条目；用 baowen review 看编号。")
    at = datetime.now(UTC).isoformat(timespec="seconds")
    with store.writing() as db:
        db.conn.executemany(
            "INSERT INTO reviews (item, article, done, author, at) VALUES (?, ?, ?, ?, ?)",
            [(id_, article, int(done), by, at) for id_, article in rows],
        )
    return len(rows)


def waiting(db: Database, name: str) -> list[tuple[str, str]]:
    """The open items of an article, or the one of that id, each with its article; often empty."""
    if article := article_named(db, name):
        rows = [(one.id, one.article) for items, _ in batches(db, article) for one in items]
        if rows:
            return rows
    for items, _ in batches(db, None):
        if found := [(one.id, one.article) for one in items if one.id == name]:
            return found
    return []


def marked(db: Database, name: str) -> list[tuple[str, str]]:
    """The items done of an article, or the one of that id, each with its article."""
    done, article = reviewed(db), article_named(db, name)
    rows = db.execute("SELECT DISTINCT item, article FROM reviews").fetchall()
    return [(i, of) for i, of in rows if i in done and (i == name or of == article)]


def article_named(db: Database, name: str) -> str | None:
    """The id of the article of that id or beginning; None when it is no article's."""
    try:
        return resolve(db, name).id
    except NotFound:
        return None
