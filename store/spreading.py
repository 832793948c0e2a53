"""Alerts spread over the chats they concern: a row a chat and issue, some chats a transaction."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlite_utils import Database

from store.chats import from_stamp
from store.database import Store
from store.schedule import Schedule, due

CHUNK = 500
"""Chats a transaction: a few milliseconds, so that no question waits."""


def settled(store: Store, now: datetime, settle: float = 0.0) -> bool:
    """Whether spread() would find something to do, without taking the writer's lock."""
    moment = now.timestamp()
    with store.reading() as db:
        row = db.execute(
            "SELECT EXISTS (SELECT 1 FROM alerts WHERE state = 'waiting' AND (at <= ? OR at > ?))",
            [moment - settle, moment + settle],
        ).fetchone()
    return bool(row[0])


def spread(store: Store, now: datetime, settle: float = 0.0, chunk: int = CHUNK) -> bool:
    """Turn part of the oldest alert that has settled for `settle` seconds into deliveries.

    Returns whether there was anything to do: call it again until there is not. A clock set back
    makes nothing wait longer than `settle` again.
    """
    moment = now.timestamp()
    with store.writing() as db:
        row = db.execute(
            "SELECT number, issue, first, last, begun, chat, thread FROM alerts"
            " WHERE state = 'waiting' AND (at <= ? OR at > ?) ORDER BY chat IS NULL, at LIMIT 1",
            [moment - settle, moment + settle],
        ).fetchone()
        if row is None:
            return False
        number, issue, first, last, begun, chat, thread = row
        targets = concerned(db, issue, first, last, chat, thread, chunk)
        deliver(db, issue, first, last, begun, targets, now)
        if len(targets) < chunk:
            db.conn.execute("UPDATE alerts SET state = 'spread' WHERE number = ?", [number])
        else:
            end = targets[-1]
            db.conn.execute(
                "UPDATE alerts SET chat = ?, thread = ? WHERE number = ?", [end[0], end[1], number]
            )
    return True


Concerned = tuple[int, int, str, str | None, Schedule]
"""A chat and thread, its state, why, and when it wants to hear."""


def concerned(
    db: Database,
    issue: int,
    first: int,
    last: int,
    chat: int | None,
    thread: int | None,
    limit: int,
) -> list[Concerned]:
    """The next targets behind (chat, thread) with a wish that new articles fulfil."""
    behind, values = (
        ("", []) if chat is None else ("AND (s.chat, s.thread) > (?, ?)", [chat, thread])
    )
    rows = db.execute(
        "SELECT s.chat, s.thread, c.state, c.why, timezone, moment, hour, weekday, quiet_from,"
        " quiet_to FROM subscriptions AS s JOIN chats AS c USING (chat, thread)"
        " WHERE NOT paused AND wish IN"
        " (SELECT wish FROM hits WHERE issue = ? AND article BETWEEN ? AND ?)"
        f" {behind} GROUP BY s.chat, s.thread ORDER BY s.chat, s.thread LIMIT ?",
        [issue, first, last, *values, limit],
    )
    return [(*row[:4], Schedule(*row[4:])) for row in rows]


def deliver(
    db: Database,
    issue: int,
    first: int,
    last: int,
    begun: float,
    targets: Sequence[Concerned],
    now: datetime,
) -> None:
    """Write the deliveries of some targets. A row that was sent before opens again for what is
    new; one that waits keeps its hour."""
    since = from_stamp(begun)
    db.conn.executemany(
        "INSERT INTO deliveries (issue, chat, thread, state, why, told, newest, begun, due, at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (issue, chat, thread) DO UPDATE SET newest = max(newest, excluded.newest),"
        " state = CASE WHEN state IN ('sent', 'failed', 'discarded')"
        " OR excluded.state = 'suspended' THEN excluded.state ELSE state END,"
        " why = CASE WHEN state IN ('sent', 'failed', 'discarded') THEN excluded.why ELSE why END,"
        " due = CASE WHEN state = 'waiting' THEN due ELSE excluded.due END,"
        " begun = CASE WHEN state = 'sent' THEN excluded.begun ELSE begun END,"
        " attempts = 0, at = excluded.at",
        [
            (
                *(issue, chat, thread, "suspended" if state == "suspended" else "waiting", why),
                *(first - 1, last, begun, due(schedule, since).timestamp(), now.timestamp()),
            )
            for chat, thread, state, why, schedule in targets
        ],
    )
