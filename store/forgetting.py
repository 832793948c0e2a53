"""/forget: every table that holds the number of a reader or of the private chat forgets it."""

from __future__ import annotations

from sqlite_utils import Database

from store.database import Store

OF_CHAT = ("subscriptions", "chats", "deliveries", "notices", "replies", "talks")
"""The tables whose rows belong to a chat."""
NOBODY = 0
"""Stands for an administrator who was forgotten."""


def forget(store: Store, reader: int, chat: int | None = None) -> None:
    """Erase what is known of a reader, and of the private chat `chat` when it is given.

    The bytes are overwritten, too. Questions stay: nothing says who asked them.
    """
    with store.writing() as db:
        db.conn.execute("PRAGMA secure_delete = ON")
        try:
            db.conn.execute("DELETE FROM talks WHERE reader = ?", [reader])
            db.conn.execute(
                "UPDATE announcements SET author = ? WHERE author = ?", [NOBODY, reader]
            )
            if chat is not None:
                forget_chat(db, chat)
        finally:
            db.conn.execute("PRAGMA secure_delete = OFF")


def forget_chat(db: Database, chat: int) -> None:
    """Erase a chat, and the wishes that nobody else has, inside the caller's transaction."""
    wishes = [
        number
        for (number,) in db.execute("SELECT wish FROM subscriptions WHERE chat = ?", [chat])
    ]
    for table in OF_CHAT:
        db.conn.execute(f"DELETE FROM {table} WHERE chat = ?", [chat])
    for number in wishes:
        unheld = "NOT EXISTS (SELECT 1 FROM subscriptions WHERE wish = ?1)"
        db.conn.execute(f"DELETE FROM hits WHERE wish = ?1 AND {unheld}", [number])
        db.conn.execute(f"DELETE FROM wishes WHERE number = ?1 AND {unheld}", [number])
    # An alert that is being spread has told the chats up to this one: it goes on right behind.
    db.conn.execute(
        "UPDATE alerts SET chat = ?1 - 1, thread = ?2 WHERE chat = ?1", [chat, 2**62]
    )
