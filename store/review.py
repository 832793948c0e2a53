"""What a person should look at, worst first: doubtful repairs, flags, corrections that no longer
fit, and pages of which much was left out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from sqlite_utils import Database

from store.corrections import misfits, resolve, sheets_of, unit_of
from store.database import Store
from store.doubts import SURE, UNKNOWN, Item, of_correction, of_page, of_sheet
from store.editing import Sheet
from store.errors import NotFound
from store.leavings import left_out

__all__ = ["Item", "mark", "queue"]

BATCH = 100


def queue(store: Store, limit: int = 20, article: str | None = None) -> tuple[Item, ...]:
    """The `limit` worst things that nobody has marked done, of one article given its full id."""
    with store.reading() as db:
        done = reviewed(db)
        found = [one for one in pressing(db) if article in (None, one.article)]
        for batch, next_worst in doubtful(db, article):
            found += [one for sheet in batch for one in of_sheet(db, sheet)]
            found = sorted((one for one in found if one.id not in done), key=badness)
            if len(found) >= limit and found[limit - 1].confidence <= next_worst:
                break
    return tuple(sorted((one for one in found if one.id not in done), key=badness)[:limit])


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
        " UNION ALL SELECT page, id, ?2 FROM articles WHERE flags <> '[]')"
        " WHERE ?3 IS NULL OR id = ?3 GROUP BY id ORDER BY 3, 2",
        [SURE, UNKNOWN, article],
    ).fetchall()
    for start in range(0, len(rows), BATCH):
        wanted = {row[1] for row in rows[start : start + BATCH]}
        units = dict.fromkeys(unit_of(row[0], row[1]) for row in rows[start : start + BATCH])
        sheets = [s for unit in units for s in sheets_of(db, unit) if s.id in wanted]
        later = rows[start + BATCH : start + BATCH + 1]
        yield sheets, later[0][2] if later else 1.0


def reviewed(db: Database) -> set[str]:
    """The items whose last mark says done."""
    rows = db.execute("SELECT item, done FROM reviews ORDER BY number")
    last = dict(rows.fetchall())
    return {id_ for id_, done in last.items() if done}


def mark(store: Store, name: str, by: str, *, done: bool = True) -> int:
    """Mark an item (its id) or all items of an article (its id or first characters) as done, or
    as open again; gives how many. Raises NotFound."""
    with store.writing() as db:
        rows = known(store, db, name, done)
        at = datetime.now(UTC).isoformat(timespec="seconds")
        db.conn.executemany(
            "INSERT INTO reviews (item, article, done, author, at) VALUES (?, ?, ?, ?, ?)",
            [(id_, article, int(done), by, at) for id_, article in rows],
        )
    return len(rows)


def known(store: Store, db: Database, name: str, done: bool) -> list[tuple[str, str]]:
    """The items a person means, each with its article. Raises NotFound."""
    marked = reviewed(db)
    rows = [(i.id, i.article) for i in queue(store, LARGEST)] if done else [
        (id_, article)
        for id_, article in db.execute("SELECT DISTINCT item, article FROM reviews").fetchall()
        if id_ in marked
    ]  # fmt: skip
    if found := [row for row in rows if row[0] == name]:
        return found
    target = resolve(db, name).id
    if found := [row for row in rows if row[1] == target]:
        return found
    raise NotFound(f"“{name}”没有待看的条目；用 baowen review 看编号。")


LARGEST = 1_000_000
"""Items; all of them."""
