"""Files an administrator sent: read at once, told to nobody until released, or taken out again."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from sqlite_utils import Database

from store import articles, corrections, index, outbox
from store.archive import Moved, take_archive
from store.database import Store
from store.errors import NotFound, StoreError
from store.intake import Taken, enter, take
from store.known import find
from store.model import Page
from store.pages import page_from_bytes
from store.rereading import imprint_from


def take_page(
    store: Store, page: Page, raw: bytes, encoding: str, now: datetime, until: datetime | None
) -> tuple[Taken, int | None]:
    """Read a page and hold its issue; gives what was read and the number of the batch.

    The number is None for a page the store has had for long. `until` is when the issue releases
    itself, None for never. Raises PageError when the page holds no article.
    """
    with store.writing() as db:
        above = outbox.highest(db)
        taken = take(store, page, raw, encoding)
        sha256 = hashlib.sha256(raw).hexdigest()
        row = db.execute("SELECT number, issue FROM pages WHERE sha256 = ?", [sha256]).fetchone()
        if taken.state == "unchanged":
            return taken, batch_of(db, row[0])
        fresh = taken.state == "new" or replaced(db, row[0])
        return taken, note(
            store, db, page.source_file, [(row[1], row[0])], above, fresh, now, until
        )


def batch_of(db: Database, page: int) -> int | None:
    """The batch in which a page is held; None when it is not."""
    row = db.execute(
        "SELECT batch FROM received WHERE page = ? AND state = 'held'", [page]
    ).fetchone()
    return int(row[0]) if row else None


def take_articles(
    store: Store, name: str, data: bytes, now: datetime, until: datetime | None
) -> tuple[Moved, int | None]:
    """Read a file of articles and hold their issues; the same for a whole archive.

    Raises PageError when it cannot be read.
    """
    with tempfile.TemporaryDirectory(prefix="baowen-") as folder, store.writing() as db:
        path = Path(folder) / "articles.jsonl"
        path.write_bytes(data)
        above = outbox.highest(db)
        moved = take_archive(store, path)
        issues = [(issue, None) for issue in issues_above(db, above)]
        return moved, note(store, db, name, issues, above, True, now, until) if issues else None


def issues_above(db: Database, above: int) -> list[int]:
    """The issues of the articles with higher numbers than `above`."""
    rows = db.execute("SELECT DISTINCT issue FROM articles WHERE number > ? ORDER BY 1", [above])
    return [issue for (issue,) in rows]


def replaced(db: Database, page: int) -> bool:
    """Whether the page was still held and new, so that discarding takes it out altogether."""
    where = "page = ? AND state = 'held' AND fresh"
    known = db.execute(f"SELECT 1 FROM received WHERE {where}", [page]).fetchone()
    db.conn.execute(f"UPDATE received SET state = 'replaced' WHERE {where}", [page])
    return known is not None


def note(
    store: Store,
    db: Database,
    name: str,
    held: Sequence[tuple[int, int | None]],
    above: int,
    fresh: bool,
    now: datetime,
    until: datetime | None,
) -> int:
    """Hold the issues (each with its page, if it has one) and give the number of the batch."""
    batch = int(db.execute("SELECT ifnull(max(number), 0) + 1 FROM received").fetchone()[0])
    for issue, page in held:
        outbox.hold(store, issue)
        db.conn.execute(
            "INSERT INTO received (batch, name, issue, page, above, fresh, state, at, release_at)"
            " VALUES (?, ?, ?, ?, ?, ?, 'held', ?, ?)",
            [batch, name, issue, page, above, fresh, stamp(now), until and stamp(until)],
        )
    return batch


def stamp(moment: datetime) -> str:
    """A moment as the store keeps it, comparable as text."""
    return moment.astimezone(UTC).isoformat(timespec="seconds")


def overdue(store: Store, now: datetime) -> tuple[int, ...]:
    """The batches whose time to release themselves has come."""
    with store.reading() as db:
        rows = db.execute(
            "SELECT DISTINCT batch FROM received WHERE state = 'held' AND release_at <= ?",
            [stamp(now)],
        )
        return tuple(batch for (batch,) in rows)


def release(store: Store, batch: int, now: datetime) -> str:
    """Let the subscribers be told; gives the name of the file. Raises NotFound when it is not held
    any more."""
    return settle(store, batch, "released", now, lambda db, row: None)


def discard(store: Store, batch: int, now: datetime) -> str:
    """Take the articles out again, or bring back the version before; gives the name of the file.

    Raises NotFound when it is not held any more, StoreError when a person has corrected it since.
    """
    return settle(store, batch, "discarded", now, lambda db, row: take_out(store, db, *row))


Row = tuple[int, int | None, int, bool]
"""Issue, page, the highest article number before, and whether the page was new."""


def settle(
    store: Store, batch: int, state: str, now: datetime, act: Callable[[Database, Row], None]
) -> str:
    """End the hold of a batch; what no other batch holds of its issues goes its way."""
    with store.writing() as db:
        rows = db.execute(
            "SELECT name, issue, page, above, fresh FROM received"
            " WHERE batch = ? AND state = 'held'",
            [batch],
        ).fetchall()
        if not rows:
            raise NotFound("这个文件已经处理过了。")
        for row in rows:
            act(db, row[1:])
        db.conn.execute(
            "UPDATE received SET state = ? WHERE batch = ? AND state = 'held'", [state, batch]
        )
        for issue in {row[1] for row in rows}:
            let_go(store, db, issue, now)
        return str(rows[0][0])


def let_go(store: Store, db: Database, issue: int, now: datetime) -> None:
    """Release an issue that nothing holds, or drop its news when it has no articles left."""
    held = "SELECT 1 FROM received WHERE issue = ? AND state = 'held'"
    if db.execute(held, [issue]).fetchone():
        return
    if db.execute("SELECT 1 FROM articles WHERE issue = ? LIMIT 1", [issue]).fetchone():
        outbox.release(store, issue, now)
    else:
        outbox.discard(store, issue)


def take_out(
    store: Store, db: Database, issue: int, page: int | None, above: int, fresh: bool
) -> None:
    """Undo what reading a file did to one issue."""
    if page is not None and not fresh:
        bring_back(store, db, page)
        return
    where, value = (
        ("page = ?", page) if page is not None else ("page IS NULL AND number > ?", above)
    )
    rows = db.execute(
        f"SELECT number, id FROM articles WHERE issue = ? AND {where}", [issue, value]
    ).fetchall()
    units = {corrections.unit_of(page, id_) for _, id_ in rows}
    if any(corrections.of_unit(db, unit) for unit in units):
        raise StoreError("这里面的文章已有人改过，不能整份丢弃；请先用 baowen fix 撤销修改。")
    numbers = [number for number, _ in rows]
    index.remove(db, numbers)
    articles.delete(db, numbers)
    db.conn.executemany("DELETE FROM hits WHERE article = ?", [(number,) for number in numbers])
    db.conn.execute("DELETE FROM pages WHERE number = ?", [page])


def bring_back(store: Store, db: Database, number: int) -> None:
    """Make the former version of a page the one that counts."""
    row = db.execute(
        "SELECT key, sha256, origin, paper, date, page, region FROM pages"
        " JOIN issues ON issues.number = issue WHERE pages.number = ?",
        [number],
    ).fetchone()
    former = db.execute(
        "SELECT raw, encoding, source_file FROM former_pages WHERE page = ?"
        " ORDER BY number DESC LIMIT 1",
        [number],
    ).fetchone()
    if row is None or former is None:
        raise StoreError("没有上一版可以恢复；请用 baowen ingest 重新读入。")
    raw, imprint = bytes(former[0]), imprint_from(row[2:])
    page, _ = page_from_bytes(raw, former[2], imprint)
    page = replace(page, source_file=former[2], imprint=imprint)
    enter(store, page, raw, former[1], row[0], find(db, row[0], row[1]))
