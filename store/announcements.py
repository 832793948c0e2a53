"""What an administrator tells every chat that subscribes: confirmed, then sent once to each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from store.chats import Target
from store.database import Store
from store.errors import NotFound
from store.schedule import Schedule, due

AUDIENCE = (
    "SELECT c.chat, c.thread, timezone, quiet_from, quiet_to FROM chats AS c"
    " WHERE state = 'open' AND c.chat != 0"
    " AND thread = (SELECT min(s.thread) FROM subscriptions AS s"
    " JOIN chats AS o USING (chat, thread) WHERE s.chat = c.chat AND o.state = 'open')"
)
"""One target a chat: of a forum's topics the first that subscribes. Chat 0 is a terminal."""


@dataclass(frozen=True, slots=True)
class Notice:
    """An announcement on its way to one chat.

    `tries` counts sends that failed, `doubts` those whose answer was lost.
    """

    announcement: int
    target: Target
    text: str
    silent: bool
    tries: int
    doubts: int


def draft(store: Store, text: str, author: int, now: datetime) -> int:
    """Keep an announcement that nobody has confirmed yet; gives its number."""
    with store.writing() as db:
        cursor = db.conn.execute(
            "INSERT INTO announcements (text, author, state, at) VALUES (?, ?, 'draft', ?)",
            [text, author, now.timestamp()],
        )
    return int(cursor.lastrowid or 0)


def audience(store: Store) -> int:
    """How many chats an announcement would go to now."""
    with store.reading() as db:
        return int(db.execute(f"SELECT count(*) FROM ({AUDIENCE})").fetchone()[0])


def confirm(store: Store, number: int, now: datetime) -> int:
    """Send a draft to every chat, outside its quiet hours; gives to how many.

    Raises NotFound when it was confirmed or cancelled before.
    """
    with store.writing() as db:
        decide(db, number, "confirmed", now)
        rows = [
            (number, chat, thread, due(Schedule(zone, "now", 8, 0, start, end), now).timestamp())
            for chat, thread, zone, start, end in db.execute(AUDIENCE).fetchall()
        ]
        db.conn.executemany(
            "INSERT INTO notices (announcement, chat, thread, state, due, at)"
            " VALUES (?, ?, ?, 'waiting', ?, ?)",
            [(*row, now.timestamp()) for row in rows],
        )
    return len(rows)


def cancel(store: Store, number: int, now: datetime) -> None:
    """Drop a draft. Raises NotFound when it was confirmed or cancelled before."""
    with store.writing() as db:
        decide(db, number, "cancelled", now)


def decide(db: Database, number: int, state: str, now: datetime) -> None:
    """Turn a draft into something else, once. Raises NotFound."""
    changed = db.conn.execute(
        "UPDATE announcements SET state = ?, at = ? WHERE number = ? AND state = 'draft'",
        [state, now.timestamp(), number],
    ).rowcount
    if not changed:
        raise NotFound("这条通知已经处理过了。")


def recover(store: Store, now: datetime) -> int:
    """After a start: what was being sent may have arrived; gives how many such there are."""
    with store.writing() as db:
        return db.conn.execute(
            "UPDATE notices SET state = 'waiting', doubts = doubts + 1, at = ?"
            " WHERE state = 'sending'",
            [now.timestamp()],
        ).rowcount


def waiting(store: Store, now: datetime) -> Notice | None:
    """The next notice that is due; None when there is none. It is not taken: see begin()."""
    with store.reading() as db:
        row = db.execute(
            "SELECT announcement, chat, thread, text, ifnull(silent, 0), tries, doubts"
            " FROM notices AS n JOIN announcements AS a ON a.number = announcement"
            " LEFT JOIN chats AS c USING (chat, thread)"
            " WHERE n.state = 'waiting' AND due <= ? ORDER BY due, chat LIMIT 1",
            [now.timestamp()],
        ).fetchone()
    if row is None:
        return None
    return Notice(row[0], Target(row[1], row[2]), row[3], bool(row[4]), row[5], row[6])


def begin(store: Store, notice: Notice, now: datetime) -> None:
    """Note that the next thing done is to send this notice."""
    mark(store, notice, "sending", now)


def mark(store: Store, notice: Notice, state: str, now: datetime, why: str | None = None) -> None:
    """Set the state of a notice: sending, sent, failed or suspended, and why."""
    with store.writing() as db:
        db.conn.execute(
            "UPDATE notices SET state = ?, why = ?, at = ? WHERE announcement = ? AND chat = ?",
            [state, why, now.timestamp(), notice.announcement, notice.target.chat],
        )


def postpone(store: Store, notice: Notice, until: datetime) -> None:
    """Send a notice when it is its chat's turn; that counts as no try."""
    with store.writing() as db:
        db.conn.execute(
            "UPDATE notices SET state = 'waiting', due = ? WHERE announcement = ? AND chat = ?",
            [until.timestamp(), notice.announcement, notice.target.chat],
        )


def retry(store: Store, notice: Notice, why: str, at: datetime, *, doubt: bool = False) -> None:
    """Send a notice again at `at`; `doubt` says that it may have arrived all the same."""
    with store.writing() as db:
        db.conn.execute(
            "UPDATE notices SET state = 'waiting', why = ?, due = ?, tries = tries + 1,"
            " doubts = doubts + ? WHERE announcement = ? AND chat = ?",
            [why, at.timestamp(), doubt, notice.announcement, notice.target.chat],
        )


def migrate(store: Store, old: int, new: int) -> None:
    """Follow a group that became a supergroup; what the new id has stays."""
    with store.writing() as db:
        db.conn.execute(
            "UPDATE OR IGNORE notices SET chat = ?, state = CASE state WHEN 'sending' THEN"
            " 'waiting' ELSE state END WHERE chat = ?",
            [new, old],
        )
        db.conn.execute("DELETE FROM notices WHERE chat = ?", [old])


def prune(store: Store, before: datetime) -> None:
    """Drop what came of notices that were settled before `before`."""
    with store.writing() as db:
        db.conn.execute(
            "DELETE FROM notices WHERE state NOT IN ('waiting', 'sending') AND at < ?",
            [before.timestamp()],
        )


def progress(store: Store) -> dict[str, int]:
    """The notices of the last confirmed announcement by state; empty when there is none."""
    with store.reading() as db:
        return dict(
            db.execute(
                "SELECT state, count(*) FROM notices WHERE announcement ="
                " (SELECT max(number) FROM announcements WHERE state = 'confirmed')"
                " GROUP BY state ORDER BY state"
            ).fetchall()
        )
