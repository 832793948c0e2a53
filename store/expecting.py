"""What the bot has asked a reader for, so that the next plain message is taken as the answer."""

from __future__ import annotations

from datetime import datetime

from store import visits
from store.database import Store
from store.talks import Place


def expect(store: Store, place: Place, what: str, now: datetime) -> None:
    """Take the reader's next plain message in this place as `what`."""
    with store.writing() as db:
        visits.note(db, place.reader, now)
        db.conn.execute(
            "INSERT INTO talks (chat, thread, reader, at, expects) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT DO UPDATE SET expects = excluded.expects, at = excluded.at",
            [place.chat, place.thread, place.reader, now.isoformat(), what],
        )


def expected(store: Store, place: Place, since: datetime) -> str | None:
    """What was asked for in this place since `since`; None when nothing was."""
    with store.reading() as db:
        row = db.execute(
            "SELECT expects FROM talks"
            " WHERE chat = ? AND thread = ? AND reader = ? AND at >= ? AND expects IS NOT NULL",
            [place.chat, place.thread, place.reader, since.isoformat()],
        ).fetchone()
    return str(row[0]) if row else None


def answered(store: Store, place: Place) -> None:
    """Ask for nothing any more."""
    with store.writing() as db:
        db.conn.execute(
            "UPDATE talks SET expects = NULL WHERE chat = ? AND thread = ? AND reader = ?",
            [place.chat, place.thread, place.reader],
        )
