"""The shape of what talks, buttons and questions leave behind."""

from __future__ import annotations

from sqlite_utils import Database

from store.migrations.statements import script


def m002_conversation(db: Database) -> None:
    """What buttons and follow-up questions refer to; no row says who asked, except talks."""
    script(
        db,
        """
        CREATE TABLE facets (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            kind TEXT NOT NULL,
            name TEXT NOT NULL,
            UNIQUE (kind, name)
        );

        CREATE TABLE asked (
            number INTEGER PRIMARY KEY,
            question TEXT NOT NULL,
            found INTEGER NOT NULL,
            confidence REAL NOT NULL,
            ms REAL NOT NULL,
            at TEXT NOT NULL
        );
        CREATE INDEX asked_at ON asked (at);

        CREATE TABLE verdicts (
            number INTEGER PRIMARY KEY,
            asked INTEGER NOT NULL REFERENCES asked (number) ON DELETE CASCADE,
            good INTEGER NOT NULL,
            reason TEXT,
            at TEXT NOT NULL
        );

        CREATE TABLE talks (
            chat INTEGER NOT NULL,
            thread INTEGER NOT NULL,
            reader INTEGER NOT NULL,
            asked INTEGER,
            article INTEGER,
            at TEXT NOT NULL,
            PRIMARY KEY (chat, thread, reader)
        ) WITHOUT ROWID;

        CREATE TABLE replies (
            chat INTEGER NOT NULL,
            message INTEGER NOT NULL,
            reply INTEGER NOT NULL,
            at TEXT NOT NULL,
            PRIMARY KEY (chat, message)
        ) WITHOUT ROWID;

        CREATE TABLE edition (number INTEGER NOT NULL);
        INSERT INTO edition VALUES (0);

        CREATE TABLE updates (
            number INTEGER PRIMARY KEY,
            digest TEXT NOT NULL,
            body TEXT,
            at TEXT NOT NULL,
            times INTEGER NOT NULL DEFAULT 0
        );
        """,
    )
    count_editions(db)


def count_editions(db: Database) -> None:
    """Raise the edition whenever what a question may find has changed."""
    for change in ("INSERT", "UPDATE", "DELETE"):
        # A trigger holds a semicolon of its own, so it cannot go through script().
        db.conn.execute(
            f"CREATE TRIGGER articles_{change.lower()} AFTER {change} ON articles"
            " BEGIN UPDATE edition SET number = number + 1; END"
        )


def m007_visits(db: Database) -> None:
    """How many readers came on a day, and how many of them for the first time in its week."""
    script(
        db,
        """
        CREATE TABLE visits (
            day TEXT PRIMARY KEY,
            readers INTEGER NOT NULL,
            first INTEGER NOT NULL
        ) WITHOUT ROWID;

        CREATE INDEX talks_reader ON talks (reader, at);
        """,
    )


def m008_spoken(db: Database) -> None:
    """What was last shown in a talk: articles by number, and buttons as pairs of label and data.

    A delivery's `heard` is what `told` was before its last message, which told of the articles
    between the two.
    """
    script(
        db,
        """
        ALTER TABLE talks DROP COLUMN asked;
        ALTER TABLE talks DROP COLUMN article;
        ALTER TABLE talks ADD COLUMN articles TEXT NOT NULL DEFAULT '[]';
        ALTER TABLE talks ADD COLUMN ways TEXT NOT NULL DEFAULT '[]';
        ALTER TABLE deliveries ADD COLUMN heard INTEGER NOT NULL DEFAULT 0;
        """,
    )
