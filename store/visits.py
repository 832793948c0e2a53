"""How many readers came, by day: numbers only. Who they were is forgotten with their talks.

A reader counts once a day, and once a week as well: talks are kept for seven days, which is as
long as a week lasts. Who erases the own records and comes back counts anew.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from sqlite_utils import Database

from store.database import Store

NOBODY = 0
"""The owner at a terminal is no reader."""


def note(db: Database, reader: int, now: datetime) -> None:
    """Count a reader who says something, before their talk is written, in the same transaction."""
    if reader == NOBODY:
        return
    last = db.execute("SELECT max(at) FROM talks WHERE reader = ?", [reader]).fetchone()[0]
    before = date.fromisoformat(last[:10]) if last else date.min
    today = now.date()
    if before >= today:
        return
    first = before < today - timedelta(days=today.weekday())
    db.conn.execute(
        "INSERT INTO visits VALUES (?, 1, ?) ON CONFLICT DO UPDATE"
        " SET readers = readers + 1, first = first + excluded.first",
        [today.isoformat(), first],
    )


def on(store: Store, day: date) -> int:
    """How many readers came on a day."""
    with store.reading() as db:
        row = db.execute("SELECT readers FROM visits WHERE day = ?", [day.isoformat()]).fetchone()
    return int(row[0]) if row else 0


def by_day(store: Store, since: date) -> dict[date, int]:
    """How many readers came on each day for the first time in its week: the days of a week sum up
    to its readers."""
    with store.reading() as db:
        rows = db.execute("SELECT day, first FROM visits WHERE day >= ?", [since.isoformat()])
        return {date.fromisoformat(day): int(first) for day, first in rows}
