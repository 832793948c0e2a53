"""Updates that arrived and are not answered yet, so that a crash loses none and repeats none."""

from __future__ import annotations

import hashlib
from datetime import datetime

from sqlite_utils import Database

from store.database import Store


def arrived(store: Store, update: int, body: str, now: datetime) -> bool:
    """Keep an update until it is done; False when the very same has arrived before.

    Telegram draws a new starting number after a quiet week, and another bot has numbers of its
    own, so a known number with another body is another update.
    """
    digest = hashlib.sha256(body.encode()).hexdigest()
    with store.writing() as db:
        cursor = db.conn.execute(
            "INSERT INTO updates (number, digest, body, at) VALUES (?, ?, ?, ?)"
            " ON CONFLICT DO UPDATE SET times = 0,"
            " digest = excluded.digest, body = excluded.body, at = excluded.at"
            " WHERE digest != excluded.digest",
            [update, digest, body, now.isoformat()],
        )
    return cursor.rowcount == 1


def done(store: Store, update: int) -> None:
    """The update is dealt with: forget what it said, remember that it came."""
    with store.writing() as db:
        close(db, update)


def close(db: Database, update: int) -> None:
    """The same, inside the caller's transaction."""
    db.conn.execute("UPDATE updates SET body = NULL WHERE number = ?", [update])


def unfinished(store: Store) -> list[str]:
    """What arrived before a crash and was not dealt with, in order."""
    with store.reading() as db:
        rows = db.execute("SELECT body FROM updates WHERE body IS NOT NULL ORDER BY number")
        return [row[0] for row in rows]


def take_up(store: Store) -> list[tuple[str, int]]:
    """The same with how often each was taken up, this time included."""
    with store.writing() as db:
        db.conn.execute("UPDATE updates SET times = times + 1 WHERE body IS NOT NULL")
        return db.execute(
            "SELECT body, times FROM updates WHERE body IS NOT NULL ORDER BY number"
        ).fetchall()
