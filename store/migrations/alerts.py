"""The shape of subscriptions, alerts and what administrators send."""

from __future__ import annotations

from sqlite_utils import Database

from store.migrations.statements import script


def m005_alerts(db: Database) -> None:
    """Who wants to hear of what, and what has been told to whom.

    `wishes` holds each distinct wish once, so that a new article is matched once a wish and not
    once a subscriber. `hits` says which articles of an issue fulfil which wish. An alert is the
    news that an issue has articles numbered `first` to `last`; it is spread over the chats, in
    order of (chat, thread), into deliveries: one row a chat and issue, for good. A delivery's
    `told` is the highest article number its chat has been told of: article numbers are never
    used twice. `moves` says which groups became supergroups under another id. Moments are seconds
    since 1970 (UTC).
    """
    script(
        db,
        """
        CREATE TABLE chats (
            chat INTEGER NOT NULL,
            thread INTEGER NOT NULL,
            kind TEXT NOT NULL,
            timezone TEXT NOT NULL,
            moment TEXT NOT NULL,
            hour INTEGER NOT NULL,
            weekday INTEGER NOT NULL,
            quiet_from INTEGER,
            quiet_to INTEGER,
            silent INTEGER NOT NULL,
            state TEXT NOT NULL,
            why TEXT,
            since REAL,
            PRIMARY KEY (chat, thread)
        ) WITHOUT ROWID;

        CREATE TABLE moves (
            old INTEGER PRIMARY KEY,
            new INTEGER NOT NULL
        );

        CREATE TABLE wishes (
            number INTEGER PRIMARY KEY,
            body TEXT NOT NULL UNIQUE
        );

        CREATE TABLE subscriptions (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            chat INTEGER NOT NULL,
            thread INTEGER NOT NULL,
            wish INTEGER NOT NULL REFERENCES wishes (number),
            paused INTEGER NOT NULL,
            at REAL NOT NULL,
            UNIQUE (chat, thread, wish)
        );
        CREATE INDEX subscriptions_wish ON subscriptions (wish);

        CREATE TABLE hits (
            issue INTEGER NOT NULL,
            wish INTEGER NOT NULL,
            article INTEGER NOT NULL,
            PRIMARY KEY (issue, wish, article)
        ) WITHOUT ROWID;

        CREATE TABLE alerts (
            number INTEGER PRIMARY KEY,
            issue INTEGER NOT NULL REFERENCES issues (number),
            first INTEGER NOT NULL,
            last INTEGER NOT NULL,
            state TEXT NOT NULL,
            begun REAL NOT NULL,
            at REAL NOT NULL,
            chat INTEGER,
            thread INTEGER
        );
        CREATE INDEX alerts_open ON alerts (state, at) WHERE state IN ('waiting', 'held');

        CREATE TABLE deliveries (
            number INTEGER PRIMARY KEY,
            issue INTEGER NOT NULL REFERENCES issues (number),
            chat INTEGER NOT NULL,
            thread INTEGER NOT NULL,
            state TEXT NOT NULL,
            why TEXT,
            told INTEGER NOT NULL,
            newest INTEGER NOT NULL,
            begun REAL NOT NULL,
            due REAL NOT NULL,
            lease REAL,
            attempts INTEGER NOT NULL DEFAULT 0,
            doubts INTEGER NOT NULL DEFAULT 0,
            message INTEGER,
            at REAL NOT NULL,
            UNIQUE (issue, chat, thread)
        );
        CREATE INDEX deliveries_due ON deliveries (due, number) WHERE state = 'waiting';
        CREATE INDEX deliveries_state ON deliveries (state, why);
        CREATE INDEX deliveries_chat ON deliveries (chat, thread);
        """,
    )


def m006_dialogue(db: Database) -> None:
    """What a talk waits for, files that an administrator sent and looks at first, announcements.

    A file is held in `received` as it came, and is no part of the archive, until it is released;
    then, or when it is discarded, its bytes are forgotten here. `issues` are the papers and dates
    it speaks of. Its moments are ISO in UTC. An announcement that is confirmed gets a notice for
    every chat; those moments are seconds.
    """
    script(
        db,
        """
        ALTER TABLE talks ADD COLUMN expects TEXT;

        CREATE TABLE received (
            number INTEGER PRIMARY KEY,
            name TEXT NOT NULL,
            sha256 TEXT NOT NULL,
            raw BLOB,
            issues TEXT NOT NULL,
            state TEXT NOT NULL,
            at TEXT NOT NULL,
            release_at TEXT
        );
        CREATE INDEX received_state ON received (state);

        CREATE TABLE announcements (
            number INTEGER PRIMARY KEY,
            text TEXT NOT NULL,
            author INTEGER NOT NULL,
            state TEXT NOT NULL,
            at REAL NOT NULL
        );

        CREATE TABLE notices (
            announcement INTEGER NOT NULL REFERENCES announcements (number),
            chat INTEGER NOT NULL,
            thread INTEGER NOT NULL,
            state TEXT NOT NULL,
            why TEXT,
            due REAL NOT NULL,
            tries INTEGER NOT NULL DEFAULT 0,
            doubts INTEGER NOT NULL DEFAULT 0,
            at REAL NOT NULL,
            PRIMARY KEY (announcement, chat)
        ) WITHOUT ROWID;
        CREATE INDEX notices_due ON notices (due) WHERE state = 'waiting';
        """,
    )
