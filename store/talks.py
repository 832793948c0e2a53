"""Where each talk stands: what was last shown in it, so that 全文 or 下一页 can refer to it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, timedelta

from store import visits
from store.articles import dump
from store.chats import from_stamp
from store.database import Store

FOLLOW_UP = timedelta(hours=2)
"""How long something shown is still what “第三项呢” refers to."""
LISTED = 20
"""Articles of a list or an alert that can be referred to."""
Way = tuple[str, str]
"""A button that was shown: its label, and what pressing it sends."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where someone talks: a chat, its topic (0 for none) and the reader."""

    chat: int
    thread: int
    reader: int


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a talk is about: the articles shown last, by number, and the buttons shown last."""

    articles: tuple[int, ...] = ()
    ways: tuple[Way, ...] = ()


NOTHING = Spoken()


def turn(store: Store, place: Place, now: datetime, spoken: Spoken = NOTHING) -> None:
    """Note what a talk is about now."""
    shown = (dump(spoken.articles[:LISTED]), dump(spoken.ways))
    with store.writing() as db:
        visits.note(db, place.reader, now)
        db.conn.execute(
            "INSERT INTO talks (chat, thread, reader, articles, ways, at)"
            " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
            " articles = excluded.articles, ways = excluded.ways, at = excluded.at",
            [place.chat, place.thread, place.reader, *shown, now.isoformat()],
        )


def last(store: Store, place: Place, now: datetime, within: timedelta = FOLLOW_UP) -> Spoken:
    """What a talk is about; an alert that came after the last word in it counts as well."""
    since = now - within
    with store.reading() as db:
        row = db.execute(
            "SELECT articles, ways, at FROM talks"
            " WHERE chat = ? AND thread = ? AND reader = ? AND at >= ?",
            [place.chat, place.thread, place.reader, since.isoformat()],
        ).fetchone()
    said_at = max(since, datetime.fromisoformat(row[2])) if row else since
    if told := alerted(store, place, said_at):
        return Spoken(told)
    if row is None:
        return NOTHING
    ways = tuple((label, data) for label, data in json.loads(row[1]))
    return Spoken(tuple(json.loads(row[0])), ways)


def alerted(store: Store, place: Place, since: datetime) -> tuple[int, ...]:
    """The articles of the newest alert that a place was sent after `since`, in page order."""
    with store.reading() as db:
        row = db.execute(
            "SELECT message, at FROM deliveries"
            " WHERE chat = ? AND thread = ? AND message IS NOT NULL AND at > ?"
            " ORDER BY at DESC LIMIT 1",
            [place.chat, place.thread, since.timestamp()],
        ).fetchone()
        if row is None or from_stamp(row[1]) <= since:
            return ()
        # A digest tells of several issues in one message.
        rows = db.execute(
            "SELECT DISTINCT article FROM deliveries AS d JOIN hits ON hits.issue = d.issue"
            " AND article > heard AND article <= told"
            " JOIN articles ON articles.number = article"
            " JOIN subscriptions AS s ON s.wish = hits.wish"
            " AND s.chat = d.chat AND s.thread = d.thread"
            " WHERE d.chat = ? AND d.thread = ? AND message = ? AND d.at = ?"
            " ORDER BY d.due, d.number, length(page_label), page_label, articles.position, article"
            " LIMIT ?",
            [place.chat, place.thread, *row, LISTED],
        )
        return tuple(number for (number,) in rows)
