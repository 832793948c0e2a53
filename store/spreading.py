"""Alerts spread over the chats they concern: a row a chat and issue, some chats a transaction."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

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

    Returns whether there was anything to do: call it again until there is not. One caller at a
    time: it looks for the chats before it takes the writer's lock. A clock set back makes nothing
    wait longer than `settle` again.
    """
    moment = now.timestamp()
    with store.reading() as db:
        row = db.execute(
            "SELECT number, issue, first, last, begun, at, chat, thread FROM alerts"
            " WHERE state = 'waiting' AND (at <= ? OR at > ?) ORDER BY chat IS NULL, at LIMIT 1",
            [moment - settle, moment + settle],
        ).fetchone()
        if row is None:
            return False
        number, issue, first, last, begun, at, chat, thread = row
        targets = concerned(db, issue, first, last, chat, thread, chunk)
    with store.writing() as db:
        # How far it came is the number of a chat: it is kept no longer than it is of use.
        unfinished = len(targets) == chunk
        state, end = ("waiting", targets[-1][:2]) if unfinished else ("spread", (None, None))
        # Nothing is written when the alert was held, discarded or enlarged since it was read.
        taken = db.conn.execute(
            "UPDATE alerts SET state = ?, chat = ?, thread = ?"
            " WHERE number = ? AND state = 'waiting' AND at = ?",
            [state, *end, number, at],
        ).rowcount
        if taken:
            deliver(db, issue, first, last, begun, targets, now)
    return True


Concerned = list[Any]
"""A chat and thread, its state and why, and then its schedule, field by field."""


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
    behind, values = "", []
    if chat is not None:
        behind, values = "AND (s.chat, s.thread) > (?, ?)", [chat, thread]
    # Chat 0 is the owner at a terminal, whom Telegram cannot reach.
    # The plus keeps SQLite from sorting all who have the wish anew for every chunk. One row comes
    # back: to fetch many is to fight over the interpreter with those who answer readers.
    row = db.execute(
        "SELECT json_group_array(json_array(chat, thread, state, why, timezone, moment, hour,"
        " weekday, quiet_from, quiet_to)) FROM (SELECT s.chat, s.thread, state, c.why, timezone,"
        " moment, hour, weekday, quiet_from, quiet_to"
        " FROM subscriptions AS s JOIN chats AS c USING (chat, thread)"
        " WHERE NOT paused AND s.chat != 0 AND +wish IN"
        " (SELECT wish FROM hits WHERE issue = ? AND article BETWEEN ? AND ?)"
        f" {behind} GROUP BY s.chat, s.thread ORDER BY s.chat, s.thread LIMIT ?)",
        [issue, first, last, *values, limit],
    ).fetchone()
    found: list[Concerned] = json.loads(row[0])
    return found


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
    hours: dict[tuple[Any, ...], float] = {}
    for target in targets:
        fields = tuple(target[4:])
        if fields not in hours:
            hours[fields] = due(Schedule(*fields), from_stamp(begun)).timestamp()
    rows = [[*target[:4], hours[tuple(target[4:])]] for target in targets]
    # One statement: between the steps of several, other threads could take the interpreter and
    # keep the writer's lock held for as long as they like.
    db.conn.execute(
        "INSERT INTO deliveries (issue, chat, thread, state, why, told, newest, begun, due, at)"
        " SELECT ?1, json_extract(value, '$[0]'), json_extract(value, '$[1]'),"
        " iif(json_extract(value, '$[2]') = 'open', 'waiting', 'suspended'),"
        " json_extract(value, '$[3]'), ?2 - 1, ?3, ?4, json_extract(value, '$[4]'), ?5"
        " FROM json_each(?6) WHERE true"
        " ON CONFLICT (issue, chat, thread) DO UPDATE SET newest = max(newest, excluded.newest),"
        " state = CASE WHEN state IN ('sent', 'failed', 'discarded')"
        " OR excluded.state = 'suspended' THEN excluded.state ELSE state END,"
        " why = CASE WHEN state IN ('sent', 'failed', 'discarded') THEN excluded.why ELSE why END,"
        " due = CASE WHEN state = 'waiting' THEN due ELSE excluded.due END,"
        " begun = CASE WHEN state = 'sent' THEN excluded.begun ELSE begun END,"
        " attempts = 0, at = excluded.at",
        [issue, first, last, begun, now.timestamp(), json.dumps(rows)],
    )
