"""Updates that arrived and are not answered yet, so that a crash loses none and repeats none."""

from __future__ import annotations

from datetime import datetime

from store.database import Store


def arrived(store: Store, update: int, body: str, now: datetime) -> bool:
    """Keep an update until it is done; False when it has arrived before."""
    with store.writing() as db:
        cursor = db.conn.execute(
            "INSERT OR IGNORE INTO updates VALUES (?, ?, ?)", [update, body, now.isoformat()]
        )
    return cursor.rowcount == 1


def done(store: Store, update: int) -> None:
    """The update is dealt with: forget what it said, remember that it came."""
    with store.writing() as db:
        db.conn.execute("UPDATE updates SET body = NULL WHERE number = ?", [update])


def unfinished(store: Store) -> list[str]:
    """What arrived before a crash and was not dealt with, in order."""
    with store.reading() as db:
        rows = db.execute("SELECT body FROM updates WHERE body IS NOT NULL ORDER BY number")
        return [row[0] for row in rows]
