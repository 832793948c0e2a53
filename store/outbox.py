"""The outbox: news on its way to the chats, each told once.

An alert (an issue has new articles) is written in the transaction that brings the articles in.
When the issue has settled it is spread, some chats a transaction, into deliveries: one row a chat
and issue. A delivery is claimed, marked as being sent, sent, and marked as sent:

    waiting -> claimed -> sending -> sent
       ^          |          |-----> failed      Telegram refuses this message; why says how
       |----------+----------|-----> suspended   the chat cannot be reached
    held: an administrator still looks at another page of the issue
    discarded: nobody wants it any more, or it came too late

A row found claimed after a crash was not sent; one found sending may have been.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from store import subscriptions
from store.articles import dump, load
from store.chats import Target, from_stamp
from store.database import Store
from store.model import Article
from store.wishes import hits

STATES = ("waiting", "claimed", "sending", "sent", "failed", "suspended", "held", "discarded")


@dataclass(frozen=True, slots=True)
class Row:
    """A delivery as an owner looks at it. `due` and `at` (the last change) are in UTC."""

    number: int
    issue: int
    target: Target
    state: str
    why: str | None
    due: datetime
    at: datetime
    attempts: int


def enqueue(db: Database, issue: int, articles: Sequence[Article], now: datetime) -> None:
    """Note that an issue has new articles, inside the transaction that brings them in.

    `articles` are those no one has been told of: new numbers, not new versions of old ones. Pages
    of an issue that come before it is spread become part of the same alert.
    """
    if not articles:
        return
    found = hits(subscriptions.wanted(db), articles)
    db.conn.execute(
        "INSERT OR IGNORE INTO hits SELECT ?, json_extract(value, '$[0]'),"
        " json_extract(value, '$[1]') FROM json_each(?)",
        [issue, dump(found)],
    )
    numbers = [article.number for article in articles]
    first, last, at = min(numbers), max(numbers), now.timestamp()
    joined = db.conn.execute(
        "UPDATE alerts SET first = min(first, ?), last = max(last, ?), at = ?"
        " WHERE issue = ? AND state IN ('waiting', 'held') AND chat IS NULL",
        [first, last, at, issue],
    ).rowcount
    if not joined:
        db.conn.execute(
            "INSERT INTO alerts (issue, first, last, state, begun, at)"
            " VALUES (?, ?, ?, 'waiting', ?, ?)",
            [issue, first, last, at, at],
        )


def enqueue_newest(db: Database, before: int, now: datetime) -> None:
    """Note the new articles (numbers above `before`) of each paper's newest issue, and no others.

    For an archive that is taken over: what is older, or has no date, is no news.
    """
    issues = db.execute(
        "SELECT number FROM issues AS i WHERE date = (SELECT max(date) FROM issues"
        " WHERE paper IS i.paper) AND EXISTS (SELECT 1 FROM articles"
        " WHERE issue = i.number AND articles.number > ?)",
        [before],
    ).fetchall()
    for (issue,) in issues:
        rows = db.execute(
            "SELECT number FROM articles WHERE issue = ? AND number > ?", [issue, before]
        ).fetchall()
        enqueue(db, issue, list(load(db, [number for (number,) in rows]).values()), now)


def highest(db: Database) -> int:
    """The highest number an article ever had: a higher one is an article no one was told of."""
    row = db.execute("SELECT seq FROM sqlite_sequence WHERE name = 'articles'").fetchone()
    return int(row[0]) if row else 0


def hold(store: Store, issue: int) -> None:
    """Tell nobody of an issue until it is released."""
    with store.writing() as db:
        for table in ("alerts", "deliveries"):
            db.conn.execute(
                f"UPDATE {table} SET state = 'held' WHERE issue = ? AND state = 'waiting'", [issue]
            )


def release(store: Store, issue: int, now: datetime) -> None:
    """Let what was held of an issue go its way, at once where that is what a chat wants."""
    with store.writing() as db:
        # As old as the store's time: nobody waits for an issue to settle that was looked at.
        db.conn.execute(
            "UPDATE alerts SET state = 'waiting', begun = ?, at = 0"
            " WHERE issue = ? AND state = 'held'",
            [now.timestamp(), issue],
        )
        db.conn.execute(
            "UPDATE deliveries SET state = 'waiting', due = max(due, ?)"
            " WHERE issue = ? AND state = 'held'",
            [now.timestamp(), issue],
        )


def withdraw(db: Database, articles: Sequence[int], now: datetime) -> int:
    """Tell nobody of articles any more, inside the transaction that takes them out; gives how
    many deliveries are left without anything to tell."""
    touched = db.conn.execute(
        "DELETE FROM hits WHERE article IN (SELECT value FROM json_each(?)) RETURNING issue",
        [dump(articles)],
    ).fetchall()
    issues = dump(sorted({issue for (issue,) in touched}))
    db.conn.execute(
        "DELETE FROM alerts WHERE issue IN (SELECT value FROM json_each(?))"
        " AND state IN ('waiting', 'held') AND NOT EXISTS (SELECT 1 FROM hits"
        " WHERE hits.issue = alerts.issue AND article BETWEEN first AND last)",
        [issues],
    )
    return db.conn.execute(
        "UPDATE deliveries SET state = 'discarded', why = 'unwanted', told = newest, at = ?"
        " WHERE issue IN (SELECT value FROM json_each(?)) AND state IN ('waiting', 'held')"
        " AND NOT EXISTS (SELECT 1 FROM subscriptions AS s JOIN hits ON hits.wish = s.wish"
        " AND hits.issue = deliveries.issue AND article > told AND article <= newest"
        " WHERE s.chat = deliveries.chat AND s.thread = deliveries.thread)",
        [now.timestamp(), issues],
    ).rowcount


def prune(store: Store, before: datetime, limit: int = 1000) -> bool:
    """Forget part of what was done with before a moment; whether there may be more of it.

    Nobody is told twice for that: an article that comes in later has a number of its own, and a
    delivery begins below the first new one.
    """
    moment = before.timestamp()
    with store.writing() as db:
        gone = db.conn.execute(
            "DELETE FROM deliveries WHERE number IN (SELECT number FROM deliveries"
            " WHERE state IN ('sent', 'failed', 'suspended', 'discarded') AND at < ? LIMIT ?)",
            [moment, limit],
        ).rowcount
        if gone < limit:
            db.conn.execute("DELETE FROM alerts WHERE state = 'spread' AND at < ?", [moment])
            db.conn.execute(
                "DELETE FROM hits WHERE NOT EXISTS"
                " (SELECT 1 FROM alerts WHERE alerts.issue = hits.issue)"
                " AND NOT EXISTS (SELECT 1 FROM deliveries WHERE deliveries.issue = hits.issue)"
            )
            db.conn.execute(
                "DELETE FROM wishes WHERE NOT EXISTS"
                " (SELECT 1 FROM subscriptions WHERE wish = wishes.number)"
                " AND NOT EXISTS (SELECT 1 FROM hits WHERE hits.wish = wishes.number)"
            )
    return gone == limit


def summary(store: Store) -> dict[tuple[str, str | None], int]:
    """How many deliveries there are in each state, and why."""
    with store.reading() as db:
        rows = db.execute(
            "SELECT state, why, count(*) FROM deliveries GROUP BY state, why ORDER BY state, why"
        ).fetchall()
    return {(state, why): count for state, why, count in rows}


def settling(store: Store) -> int:
    """How many issues have news that is not yet spread over the chats, held ones included."""
    with store.reading() as db:
        row = db.execute("SELECT count(*) FROM alerts WHERE state IN ('waiting', 'held')")
        return int(row.fetchone()[0])


def rows(
    store: Store, state: str | None = None, limit: int = 50, *, chat: int | None = None
) -> tuple[Row, ...]:
    """The deliveries in a state, or of a chat, or all, the last changed first."""
    given = {"state": state, "chat": chat}
    asked = {name: value for name, value in given.items() if value is not None}
    where = " AND ".join(["1", *(f"{name} = ?" for name in asked)])
    with store.reading() as db:
        found = db.execute(
            "SELECT number, issue, chat, thread, state, why, due, at, attempts FROM deliveries"
            f" WHERE {where} ORDER BY at DESC, number DESC LIMIT ?",
            [*asked.values(), limit],
        ).fetchall()
    return tuple(
        Row(n, issue, Target(chat, thread), state, why, from_stamp(due), from_stamp(at), attempts)
        for n, issue, chat, thread, state, why, due, at, attempts in found
    )
