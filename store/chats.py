"""The chats that hear from the bot: when and how each wants to, and whether it can be reached."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Literal, NamedTuple

from sqlite_utils import Database

from store.database import Store
from store.schedule import DEFAULT_ZONE, Schedule, When, due

CAUGHT_UP = timedelta(days=7)
"""News that waited longer than this for a chat to come back is not told any more."""
FIELDS = "kind, timezone, moment, hour, weekday, quiet_from, quiet_to, silent, state, why"
TABLES = ("chats", "subscriptions", "deliveries")


class Target(NamedTuple):
    """Where alerts go: a chat, and in a forum its topic (0 for none)."""

    chat: int
    thread: int = 0


@dataclass(frozen=True, slots=True)
class Chat:
    """A target with its settings. Hours are 0-23 of its own clock, `weekday` 0 is Monday.

    `quiet_from` and `quiet_to` bound the quiet hours, None for none; `silent` asks Telegram for
    messages without sound. `why` says why a suspended chat cannot be reached.
    """

    target: Target
    kind: Literal["private", "group", "channel"] = "private"
    timezone: str = DEFAULT_ZONE
    when: When = "now"
    hour: int = 8
    weekday: int = 0
    quiet_from: int | None = None
    quiet_to: int | None = None
    silent: bool = False
    state: Literal["open", "suspended"] = "open"
    why: str | None = None

    @property
    def schedule(self) -> Schedule:
        """When this chat wants to hear."""
        return Schedule(
            self.timezone, self.when, self.hour, self.weekday, self.quiet_from, self.quiet_to
        )


def get(store: Store, target: Target) -> Chat:
    """A target with its settings; the defaults when it has never set any."""
    with store.reading() as db:
        row = db.execute(
            f"SELECT {FIELDS} FROM chats WHERE chat = ? AND thread = ?", [*target]
        ).fetchone()
    if row is None:
        return Chat(Target(*target), "private" if target[0] >= 0 else "group")
    return Chat(Target(*target), *row[:7], *(bool(row[7]), *row[8:]))


def put(store: Store, chat: Chat) -> None:
    """Keep the settings of a target; what already waits for it follows them at once."""
    with store.writing() as db:
        write(db, chat)
        waiting = db.execute(
            "SELECT number, begun FROM deliveries WHERE chat = ? AND thread = ?"
            " AND state = 'waiting' AND attempts = 0",
            [*chat.target],
        ).fetchall()
        db.conn.executemany(
            "UPDATE deliveries SET due = ? WHERE number = ?",
            [(due(chat.schedule, from_stamp(begun)).timestamp(), n) for n, begun in waiting],
        )


def write(db: Database, chat: Chat) -> None:
    """Write a chat's row inside the caller's transaction."""
    db.conn.execute(
        f"INSERT INTO chats (chat, thread, {FIELDS}) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)"
        " ON CONFLICT (chat, thread) DO UPDATE SET kind = excluded.kind,"
        " timezone = excluded.timezone, moment = excluded.moment, hour = excluded.hour,"
        " weekday = excluded.weekday, quiet_from = excluded.quiet_from,"
        " quiet_to = excluded.quiet_to, silent = excluded.silent, state = excluded.state,"
        " why = excluded.why",
        [
            *chat.target,
            *(chat.kind, chat.timezone, chat.when, chat.hour, chat.weekday),
            *(chat.quiet_from, chat.quiet_to, chat.silent, chat.state, chat.why),
        ],
    )


def note(db: Database, target: Target) -> None:
    """Give a target that has none a row with the defaults, inside the caller's transaction."""
    known = db.execute("SELECT 1 FROM chats WHERE chat = ? AND thread = ?", [*target]).fetchone()
    if known is None:
        write(db, Chat(target, "private" if target.chat > 0 else "group"))


def suspend(store: Store, chat_id: int, why: str, now: datetime, thread: int | None = None) -> None:
    """Stop telling a chat anything, or only one topic of it, because it cannot be reached."""
    where, values = scope(chat_id, thread)
    with store.writing() as db:
        db.conn.execute(
            "INSERT OR IGNORE INTO chats (chat, thread, kind, timezone, moment, hour, weekday,"
            " silent, state) VALUES (?, ?, ?, ?, 'now', 8, 0, 0, 'open')",
            [chat_id, thread or 0, "private" if chat_id > 0 else "group", DEFAULT_ZONE],
        )
        db.conn.execute(
            f"UPDATE chats SET state = 'suspended', why = ?, since = ? WHERE {where}",
            [why, now.timestamp(), *values],
        )
        db.conn.execute(
            "UPDATE deliveries SET state = 'suspended', why = ?, lease = NULL, at = ?"
            f" WHERE {where} AND state IN ('waiting', 'claimed', 'sending')",
            [why, now.timestamp(), *values],
        )


def resume(store: Store, chat_id: int, now: datetime) -> bool:
    """A chat can be reached again: tell it what it missed in the last days. False when it could
    be reached all along."""
    oldest = (now - CAUGHT_UP).timestamp()
    with store.writing() as db:
        opened = db.conn.execute(
            "UPDATE chats SET state = 'open', why = NULL, since = ?"
            " WHERE chat = ? AND state = 'suspended'",
            [now.timestamp(), chat_id],
        ).rowcount
        if opened:
            db.conn.execute(
                "UPDATE deliveries SET state = CASE WHEN begun >= ? THEN 'waiting' ELSE"
                " 'discarded' END, why = CASE WHEN begun >= ? THEN NULL ELSE 'too old' END,"
                " due = max(due, ?), attempts = 0, at = ?"
                " WHERE chat = ? AND state = 'suspended'",
                [oldest, oldest, now.timestamp(), now.timestamp(), chat_id],
            )
    return bool(opened)


def migrate(store: Store, old: int, new: int) -> None:
    """Follow a group that became a supergroup under another id; what the new id has stays."""
    with store.writing() as db:
        for table in TABLES:
            db.conn.execute(f"UPDATE OR IGNORE {table} SET chat = ? WHERE chat = ?", [new, old])
            db.conn.execute(f"DELETE FROM {table} WHERE chat = ?", [old])
        db.conn.execute("UPDATE moves SET new = ? WHERE new = ?", [new, old])
        db.conn.execute("INSERT OR REPLACE INTO moves VALUES (?, ?)", [old, new])


def moves(store: Store) -> dict[int, int]:
    """The groups that became supergroups: the id of each by the one it had."""
    with store.reading() as db:
        return dict(db.execute("SELECT old, new FROM moves").fetchall())


def suspended(store: Store) -> set[int]:
    """The chats that are told nothing because they could not be reached."""
    with store.reading() as db:
        rows = db.execute("SELECT DISTINCT chat FROM chats WHERE state = 'suspended'")
        return {row[0] for row in rows}


def readers(store: Store) -> int:
    """How many chats have a subscription and can be reached; the terminal, chat 0, cannot."""
    with store.reading() as db:
        row = db.execute(
            "SELECT count(DISTINCT subscriptions.chat) FROM subscriptions"
            " JOIN chats USING (chat, thread) WHERE state = 'open' AND chat != 0"
        ).fetchone()
    return int(row[0])


def scope(chat_id: int, thread: int | None) -> tuple[str, list[int]]:
    """A chat with all its topics, or one of them, as a condition with its values."""
    if thread is None:
        return "chat = ?", [chat_id]
    return "chat = ? AND thread = ?", [chat_id, thread]


def from_stamp(seconds: float) -> datetime:
    """A moment as the store keeps it (seconds since 1970) as a datetime in UTC."""
    return datetime.fromtimestamp(seconds, UTC)
