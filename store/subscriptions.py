"""What chats want to hear of. A wish is kept once, however many chats have it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlite_utils import Database

from store import chats
from store.chats import Target
from store.database import Store
from store.errors import NotFound, SubscriptionLimit
from store.wishes import Wish as Wish
from store.wishes import canonical as canonical
from store.wishes import dumped, parsed
from store.wishes import matches as matches

LIMIT = 50
"""Subscriptions a chat may have where the owner says nothing else."""
SELECT = (
    "SELECT subscriptions.number, chat, thread, body, paused FROM subscriptions"
    " JOIN wishes ON wishes.number = wish"
)


@dataclass(frozen=True, slots=True)
class Subscription:
    """A wish of a target's. `number` is lasting and small enough for a button."""

    number: int
    target: Target
    wish: Wish
    paused: bool = False


@dataclass(frozen=True, slots=True)
class Merged:
    """What came of merging a list of wishes: the `new` subscriptions, how many the target `held`
    already, and how many were `refused` because it would have been more than the limit."""

    new: tuple[Subscription, ...]
    held: int
    refused: int


def add(
    store: Store, target: Target, wish: Wish, now: datetime, limit: int = LIMIT
) -> Subscription:
    """Subscribe a target; a wish it already has is that one, running again if it was paused.

    Raises SubscriptionLimit when it would be more than `limit`.
    """
    target = Target(*target)
    with store.writing() as db:
        number = numbered(db, wish)
        row = db.execute(
            "SELECT number FROM subscriptions WHERE chat = ? AND thread = ? AND wish = ?",
            [*target, number],
        ).fetchone()
        if row is not None:
            db.conn.execute("UPDATE subscriptions SET paused = 0 WHERE number = ?", [row[0]])
            return Subscription(row[0], target, wish)
        held = db.execute(
            "SELECT count(*) FROM subscriptions WHERE chat = ? AND thread = ?", [*target]
        ).fetchone()[0]
        if held >= limit:
            raise SubscriptionLimit(f"最多可以有 {limit} 个订阅；请先退订不要的。")
        chats.note(db, target)
        cursor = db.conn.execute(
            "INSERT INTO subscriptions (chat, thread, wish, paused, at) VALUES (?, ?, ?, 0, ?)",
            [*target, number, now.timestamp()],
        )
    return Subscription(int(cursor.lastrowid or 0), target, wish)


def of(store: Store, target: Target) -> tuple[Subscription, ...]:
    """The subscriptions of a target, the oldest first."""
    with store.reading() as db:
        return held(db, target, None)


def get(store: Store, target: Target, number: int) -> Subscription:
    """One subscription of a target. Raises NotFound when it is not the target's any more."""
    with store.reading() as db:
        found = held(db, target, number)
    if not found:
        raise NotFound("这个订阅已经不在了。")
    return found[0]


def remove(store: Store, target: Target, number: int | None = None) -> tuple[Subscription, ...]:
    """Unsubscribe a target from one wish, or from all; gives what was removed, for restore()."""
    with store.writing() as db:
        gone = held(db, target, number)
        db.conn.executemany(
            "DELETE FROM subscriptions WHERE number = ?", [(one.number,) for one in gone]
        )
    return gone


def merge(
    store: Store,
    target: Target,
    wished: Sequence[tuple[Wish, bool]],
    now: datetime,
    limit: int = LIMIT,
) -> Merged:
    """Subscribe a target to wishes, each paused or not, all in one transaction.

    What it has stays as it is.
    """
    wanted = dict.fromkeys(canonical(wish) for wish, _ in wished)
    paused = {canonical(wish) for wish, state in wished if state}
    new: list[Subscription] = []
    with store.writing() as db:
        had = {one.wish for one in held(db, target, None)}
        fresh = [wish for wish in wanted if wish not in had]
        room = max(0, limit - len(had))
        for wish in fresh[:room]:
            made = add(store, target, wish, now, limit)
            if wish in paused:
                pause(store, target, made.number, True)
            new.append(replace(made, paused=wish in paused))
    return Merged(tuple(new), len(wanted) - len(fresh), len(fresh) - len(new))


def restore(store: Store, removed: Iterable[Subscription]) -> None:
    """Take a removal back, numbers and pauses included."""
    with store.writing() as db:
        for one in removed:
            db.conn.execute(
                "INSERT OR IGNORE INTO subscriptions (number, chat, thread, wish, paused, at)"
                " VALUES (?, ?, ?, ?, ?, 0)",
                [one.number, *one.target, numbered(db, one.wish), one.paused],
            )


def pause(store: Store, target: Target, number: int | None, paused: bool) -> int:
    """Pause or continue one subscription of a target, or all; gives how many there are."""
    which, values = ("AND number = ?", [number]) if number is not None else ("", [])
    with store.writing() as db:
        return db.conn.execute(
            f"UPDATE subscriptions SET paused = ? WHERE chat = ? AND thread = ? {which}",
            [paused, *target, *values],
        ).rowcount


def counts(store: Store) -> dict[str, int]:
    """How many subscriptions there are, of them paused, how many targets and distinct wishes.

    Those of the owner at a terminal (chat 0) are left out: nothing is sent there.
    """
    with store.reading() as db:
        row = db.execute(
            "SELECT count(*), ifnull(sum(paused), 0), count(DISTINCT chat || '/' || thread),"
            " count(DISTINCT wish) FROM subscriptions WHERE chat != 0"
        ).fetchone()
    return dict(zip(("subscriptions", "paused", "targets", "wishes"), row, strict=True))


def held(db: Database, target: Target, number: int | None) -> tuple[Subscription, ...]:
    """The subscriptions of a target, or the one with this number."""
    which, values = ("AND subscriptions.number = ?", [number]) if number is not None else ("", [])
    rows = db.execute(
        f"{SELECT} WHERE chat = ? AND thread = ? {which} ORDER BY subscriptions.number",
        [*target, *values],
    )
    return tuple(Subscription(n, Target(c, t), parsed(body), bool(p)) for n, c, t, body, p in rows)


def numbered(db: Database, wish: Wish) -> int:
    """The number of a wish, given when it is new, inside the caller's transaction."""
    body = dumped(wish)
    db.conn.execute("INSERT OR IGNORE INTO wishes (body) VALUES (?)", [body])
    return int(db.execute("SELECT number FROM wishes WHERE body = ?", [body]).fetchone()[0])


def wanted(db: Database) -> list[tuple[int, Wish]]:
    """Every distinct wish that someone has and has not paused, with its number."""
    rows = db.execute(
        "SELECT number, body FROM wishes"
        " WHERE EXISTS (SELECT 1 FROM subscriptions WHERE wish = wishes.number AND NOT paused)"
    )
    return [(number, parsed(body)) for number, body in rows]
