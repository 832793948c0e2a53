"""Questions that were asked, what readers thought of the answers, and our messages to them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from store import journal
from store.database import Store
from store.errors import NotFound
from store.model import Answer


@dataclass(frozen=True, slots=True)
class Asked:
    """A question in the log, and the day it was asked on. Nothing in it says who asked."""

    number: int
    day: date
    question: str
    found: bool
    confidence: float


def remember(store: Store, answer: Answer, now: datetime) -> int:
    """Log a question and how it was answered; gives the number that buttons refer to."""
    with store.writing() as db:
        cursor = db.conn.execute(
            "INSERT INTO asked (question, found, confidence, ms, at) VALUES (?, ?, ?, ?, ?)",
            [answer.question, answer.found, answer.confidence, answer.ms, now.isoformat()],
        )
    return int(cursor.lastrowid or 0)


def get(store: Store, number: int) -> Asked:
    """The question with this number. Raises NotFound."""
    with store.reading() as db:
        row = db.execute(
            "SELECT number, at, question, found, confidence FROM asked WHERE number = ?", [number]
        ).fetchone()
    if row is None:
        raise NotFound("这个问题的记录已清除；请重新提问。")
    day = datetime.fromisoformat(row[1]).date()
    return Asked(row[0], day, row[2], bool(row[3]), row[4])


def judge(store: Store, number: int, good: bool, reason: str | None, now: datetime) -> None:
    """Keep what a reader thought of an answer. A reason replaces the bare verdict before it."""
    with store.writing() as db:
        if reason is not None:
            db.conn.execute(
                "DELETE FROM verdicts WHERE number = (SELECT max(number) FROM verdicts"
                " WHERE asked = ? AND good = ? AND reason IS NULL)",
                [number, good],
            )
        db.conn.execute(
            "INSERT INTO verdicts (asked, good, reason, at) VALUES (?, ?, ?, ?)",
            [number, good, reason, now.isoformat()],
        )


def replied(
    store: Store, chat: int, message: int, reply: int, now: datetime, update: int | None = None
) -> None:
    """Note which message of ours answers a reader's message, for the day it is edited.

    `update` is the number of the update that is dealt with by that, so that a bot killed now
    neither answers again nor takes the answer for another.
    """
    with store.writing() as db:
        db.conn.execute(
            "INSERT OR REPLACE INTO replies VALUES (?, ?, ?, ?)",
            [chat, message, reply, now.isoformat()],
        )
        if update is not None:
            journal.close(db, update)


def reply_to(store: Store, chat: int, message: int) -> int | None:
    """Our message that answers a reader's message; None when it is not known any more."""
    with store.reading() as db:
        row = db.execute(
            "SELECT reply FROM replies WHERE chat = ? AND message = ?", [chat, message]
        ).fetchone()
    return row[0] if row else None


def edition(store: Store) -> int:
    """A number that is another one after every change to the articles."""
    with store.reading() as db:
        return int(db.execute("SELECT number FROM edition").fetchone()[0])


def migrate(store: Store, old: int, new: int) -> None:
    """Follow a group that became a supergroup under another id."""
    with store.writing() as db:
        for table in ("talks", "replies"):
            db.conn.execute(f"DELETE FROM {table} WHERE chat = ?", [new])
            db.conn.execute(f"UPDATE {table} SET chat = ? WHERE chat = ?", [new, old])


def prune_questions(store: Store, before: datetime) -> None:
    """Drop questions asked before `before`, with what was thought of their answers."""
    with store.writing() as db:
        db.conn.execute("DELETE FROM asked WHERE at < ?", [before.isoformat()])


def prune(store: Store, before: datetime) -> None:
    """Drop talks and the numbers of updates older than `before`."""
    moment = before.isoformat()
    with store.writing() as db:
        db.conn.execute("DELETE FROM talks WHERE at < ?", [moment])
        db.conn.execute("DELETE FROM replies WHERE at < ?", [moment])
        db.conn.execute("DELETE FROM updates WHERE at < ?", [moment])
