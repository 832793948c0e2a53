"""Deliveries in the hands of the sender: claimed, being sent, sent, or given back and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from store.articles import dump, load
from store.chats import Target, from_stamp
from store.database import Store
from store.model import Article
from store.schedule import Schedule

LEASE = 300.0
"""Seconds after which a claim that came to nothing is given back."""

OF_CHAT = "AND d.chat = ? AND d.thread = ? AND doubts = ?"
COMPANIONS = 20
"""Issues that one digest may tell of."""

LAPSED = "state IN ('claimed', 'sending') AND (lease < ?1 OR lease > ?1 + ?2)"
# Left alone, SQLite takes the index of states and sorts all that waits, for every batch.
DUE = """
    SELECT d.number, d.issue, d.chat, d.thread, told, newest, attempts, doubts,
           ifnull(kind, 'private'), ifnull(silent, 0), ifnull(timezone, ''),
           ifnull(moment, 'now'), ifnull(hour, 8), ifnull(weekday, 0), quiet_from, quiet_to,
           begun, message,
           (SELECT group_concat(DISTINCT s.wish) FROM subscriptions AS s
            JOIN hits ON hits.wish = s.wish AND hits.issue = d.issue AND article > told
            WHERE s.chat = d.chat AND s.thread = d.thread AND NOT paused)
    FROM deliveries AS d INDEXED BY {index} LEFT JOIN chats AS c USING (chat, thread)
    WHERE d.state = 'waiting' AND due <= ? {more} ORDER BY due, d.number LIMIT ?
"""


@dataclass(frozen=True, slots=True)
class Delivery:
    """What is to be told to one chat of one issue: articles above `told`, up to `newest`.

    `attempts` counts sends that failed, `doubts` sends whose answer was lost. `wishes` are the
    numbers of the target's wishes that the issue fulfils; without any it has unsubscribed.
    `since` is when the news came, `message` the id of the last message that told of this issue.
    """

    number: int
    issue: int
    target: Target
    told: int
    newest: int
    attempts: int
    doubts: int
    kind: str
    silent: bool
    schedule: Schedule
    since: datetime
    wishes: tuple[int, ...]
    message: int | None = None


def recover(store: Store, now: datetime) -> int:
    """After a start: take back what the process before had claimed; gives how many may come twice.

    Right only while no other bot works on the store.
    """
    with store.writing() as db:
        doubted = db.conn.execute(
            "UPDATE deliveries SET doubts = doubts + 1 WHERE state = 'sending'"
        ).rowcount
        db.conn.execute(
            "UPDATE deliveries SET state = 'waiting', lease = NULL, at = ?"
            " WHERE state IN ('claimed', 'sending')",
            [now.timestamp()],
        )
    return doubted


def claim(store: Store, now: datetime, limit: int = 30) -> tuple[Delivery, ...]:
    """Take the next deliveries that are due, in order; they are the caller's for LEASE seconds.

    One caller at a time: it looks for them before it takes the writer's lock.
    """
    reclaim(store, now)
    with store.reading() as db:
        every = DUE.format(index="deliveries_due", more="")
        rows = db.execute(every, [now.timestamp(), limit]).fetchall()
    return take(store, rows, now)


def companions(store: Store, delivery: Delivery, now: datetime) -> tuple[Delivery, ...]:
    """Claim what else is due for the chat of a claimed delivery, in order.

    What is in doubt is told as it was before, so only what is as doubtful comes along.
    """
    with store.reading() as db:
        rows = db.execute(
            DUE.format(index="deliveries_chat", more=OF_CHAT),
            [now.timestamp(), *delivery.target, delivery.doubts, COMPANIONS],
        ).fetchall()
    return take(store, rows, now)


def take(store: Store, rows: Sequence[tuple[Any, ...]], now: datetime) -> tuple[Delivery, ...]:
    """Claim the deliveries of rows of DUE that still wait."""
    if not rows:
        return ()
    with store.writing() as db:
        taken = db.conn.execute(
            "UPDATE deliveries SET state = 'claimed', lease = ?, at = ? WHERE state = 'waiting'"
            " AND number IN (SELECT value FROM json_each(?)) RETURNING number",
            [now.timestamp() + LEASE, now.timestamp(), dump([row[0] for row in rows])],
        ).fetchall()
    numbers = {number for (number,) in taken}
    return tuple(from_row(row) for row in rows if row[0] in numbers)


def reclaim(store: Store, now: datetime) -> None:
    """Give back what was claimed and came to nothing; what was being sent then is in doubt.

    A lease that ends further away than any could is from before the clock was set back.
    """
    moment = now.timestamp()
    with store.reading() as db:
        if not db.execute(f"SELECT 1 FROM deliveries WHERE {LAPSED}", [moment, LEASE]).fetchone():
            return
    with store.writing() as db:
        db.conn.execute(
            "UPDATE deliveries SET doubts = doubts + (state = 'sending'), state = 'waiting',"
            f" lease = NULL, due = min(due, ?1) WHERE {LAPSED}",
            [moment, LEASE],
        )


def from_row(row: tuple[object, ...]) -> Delivery:
    """A delivery from a row of claim()."""
    number, issue, chat, thread, told, newest, attempts, doubts, kind, silent, *rest = row
    *schedule, begun, message, wishes = rest
    return Delivery(
        *(number, issue, Target(chat, thread), told, newest, attempts, doubts, kind),  # type: ignore[arg-type]
        bool(silent),
        Schedule(*schedule),  # type: ignore[arg-type]
        from_stamp(begun),  # type: ignore[arg-type]
        tuple(sorted(int(wish) for wish in str(wishes or "").split(",") if wish)),
        message,  # type: ignore[arg-type]
    )


def begin(store: Store, numbers: Sequence[int], now: datetime) -> bool:
    """Note that the next thing done is to send these deliveries, in one message; False when one
    must not be sent any more, because its chat was suspended or forgotten since it was claimed:
    then none of them is begun."""
    with store.writing() as db:
        marks = ",".join("?" * len(numbers))
        left = db.execute(
            f"SELECT count(*) FROM deliveries WHERE number IN ({marks}) AND state = 'claimed'",
            list(numbers),
        ).fetchone()[0]
        if left != len(numbers):
            return False
        db.conn.execute(
            f"UPDATE deliveries SET state = 'sending', at = ? WHERE number IN ({marks})",
            [now.timestamp(), *numbers],
        )
    return True


def mark_sent(
    store: Store, told: Sequence[Delivery], now: datetime, message: int | None = None
) -> None:
    """The chat has been told; a row opens again at once if more has come in meanwhile.

    `message` is the id of the message that told it.
    """
    with store.writing() as db:
        db.conn.executemany(
            "UPDATE deliveries SET heard = told, told = max(told, ?), why = NULL, lease = NULL,"
            " attempts = 0, doubts = 0, message = ?, at = ?,"
            " state = CASE WHEN newest > ? THEN 'waiting' ELSE 'sent' END WHERE number = ?",
            [(one.newest, message, now.timestamp(), one.newest, one.number) for one in told],
        )


def mark_failed(
    store: Store,
    number: int,
    why: str,
    now: datetime,
    retry_at: datetime | None = None,
    *,
    doubt: bool = False,
) -> None:
    """A send came to nothing. With `retry_at` it is tried again then, else the row has failed.

    `doubt` says that the message may have arrived all the same.
    """
    with store.writing() as db:
        db.conn.execute(
            "UPDATE deliveries SET state = ?, why = ?, due = ?, lease = NULL, at = ?,"
            " attempts = attempts + 1, doubts = doubts + ?"
            " WHERE number = ? AND state IN ('claimed', 'sending')",
            [
                "waiting" if retry_at else "failed",
                why,
                (retry_at or now).timestamp(),
                now.timestamp(),
                doubt,
                number,
            ],
        )


def postpone(store: Store, number: int, until: datetime) -> None:
    """Give a claimed delivery back until it is its chat's turn; that counts as no attempt."""
    with store.writing() as db:
        db.conn.execute(
            "UPDATE deliveries SET state = 'waiting', due = ?, lease = NULL"
            " WHERE number = ? AND state IN ('claimed', 'sending')",
            [until.timestamp(), number],
        )


def drop(store: Store, number: int, why: str, now: datetime) -> None:
    """A delivery that nobody wants any more, and why."""
    with store.writing() as db:
        db.conn.execute(
            "UPDATE deliveries SET state = 'discarded', why = ?, told = newest, lease = NULL,"
            " at = ? WHERE number = ? AND state IN ('claimed', 'sending')",
            [why, now.timestamp(), number],
        )


def news(store: Store, delivery: Delivery) -> tuple[Article, ...]:
    """The articles a delivery is to tell of, in page order; without those gone meanwhile."""
    marks = ",".join("?" * len(delivery.wishes))
    with store.reading() as db:
        numbers = [
            number
            for (number,) in db.execute(
                "SELECT DISTINCT article FROM hits JOIN articles ON articles.number = article"
                f" WHERE hits.issue = ? AND wish IN ({marks}) AND article > ? AND article <= ?"
                " ORDER BY length(page_label), page_label, position, article",
                [delivery.issue, *delivery.wishes, delivery.told, delivery.newest],
            )
        ]
        held = load(db, numbers)
    return tuple(held[number] for number in numbers if number in held)


def last_message(store: Store, chat: int) -> int:
    """The newest message known in a chat; 0 when none is."""
    with store.reading() as db:
        row = db.execute(
            "SELECT max(ifnull((SELECT max(message) FROM deliveries WHERE chat = ?1), 0),"
            " ifnull((SELECT max(max(message, reply)) FROM replies WHERE chat = ?1), 0))",
            [chat],
        ).fetchone()
    return int(row[0])


def messages_after(store: Store, chat: int, number: int) -> list[int]:
    """The messages known in a chat with greater numbers: readers' and our own."""
    with store.reading() as db:
        rows = db.execute(
            "SELECT message FROM deliveries WHERE chat = ?1 AND message > ?2"
            " UNION SELECT message FROM replies WHERE chat = ?1 AND message > ?2"
            " UNION SELECT reply FROM replies WHERE chat = ?1 AND reply > ?2",
            [chat, number],
        )
        return [found for (found,) in rows]


def give_back(store: Store, now: datetime) -> None:
    """Before stopping: what was claimed and not begun waits again."""
    with store.writing() as db:
        db.conn.execute(
            "UPDATE deliveries SET state = 'waiting', lease = NULL, at = ? WHERE state = 'claimed'",
            [now.timestamp()],
        )


def ready(store: Store, now: datetime) -> bool:
    """Whether claim() would find something, without taking the writer's lock."""
    moment = now.timestamp()
    with store.reading() as db:
        row = db.execute(
            "SELECT EXISTS (SELECT 1 FROM deliveries INDEXED BY deliveries_due"
            " WHERE state = 'waiting' AND due <= ?1)"
            f" OR EXISTS (SELECT 1 FROM deliveries WHERE {LAPSED})",
            [moment, LEASE],
        ).fetchone()
    return bool(row[0])
