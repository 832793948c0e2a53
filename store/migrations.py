"""The shape of the store, as numbered steps: the only DDL. A released step is never edited."""

from __future__ import annotations

from sqlite_utils import Database, Migrations

migrations = Migrations("baowen")


@migrations()
def m001_archive(db: Database) -> None:
    """Issues, raw pages, articles with their regions and authors, and the owner's own places."""
    script(
        db,
        """
        CREATE TABLE issues (
            number INTEGER PRIMARY KEY,
            paper TEXT,
            date TEXT
        );
        CREATE UNIQUE INDEX issues_paper_date ON issues (ifnull(paper, ''), ifnull(date, ''));

        CREATE TABLE pages (
            number INTEGER PRIMARY KEY,
            key TEXT NOT NULL UNIQUE,
            issue INTEGER NOT NULL REFERENCES issues (number),
            page TEXT,
            region TEXT,
            origin TEXT NOT NULL,
            source_file TEXT NOT NULL,
            sha256 TEXT NOT NULL,
            encoding TEXT NOT NULL,
            raw BLOB NOT NULL,
            notes TEXT NOT NULL,
            read_at TEXT NOT NULL
        );
        CREATE INDEX pages_issue ON pages (issue);
        CREATE INDEX pages_sha256 ON pages (sha256);

        CREATE TABLE articles (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            issue INTEGER NOT NULL REFERENCES issues (number),
            page INTEGER REFERENCES pages (number),
            position INTEGER NOT NULL,
            title TEXT NOT NULL,
            kicker TEXT,
            subtitle TEXT,
            "column" TEXT,
            kind TEXT NOT NULL,
            source TEXT,
            summary TEXT NOT NULL,
            flags TEXT NOT NULL,
            paragraphs TEXT NOT NULL,
            captions TEXT NOT NULL,
            spans TEXT NOT NULL,
            repairs TEXT NOT NULL,
            source_file TEXT NOT NULL,
            page_label TEXT,
            sha256 TEXT NOT NULL
        );
        CREATE INDEX articles_issue ON articles (issue, position);
        CREATE INDEX articles_page ON articles (page);
        CREATE INDEX articles_column ON articles ("column") WHERE "column" IS NOT NULL;

        CREATE TABLE article_regions (
            article INTEGER NOT NULL REFERENCES articles (number) ON DELETE CASCADE,
            rank INTEGER NOT NULL,
            region TEXT NOT NULL,
            PRIMARY KEY (article, rank)
        ) WITHOUT ROWID;
        CREATE INDEX article_regions_region ON article_regions (region);

        CREATE TABLE article_authors (
            article INTEGER NOT NULL REFERENCES articles (number) ON DELETE CASCADE,
            rank INTEGER NOT NULL,
            author TEXT NOT NULL,
            PRIMARY KEY (article, rank)
        ) WITHOUT ROWID;
        CREATE INDEX article_authors_author ON article_authors (author);

        CREATE TABLE places (
            path TEXT PRIMARY KEY,
            aliases TEXT NOT NULL
        ) WITHOUT ROWID;
        """,
    )


@migrations()
def m003_conversation(db: Database) -> None:
    """What buttons and follow-up questions refer to; no row says who asked, except talks."""
    script(
        db,
        """
        CREATE TABLE facets (
            number INTEGER PRIMARY KEY,
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

        CREATE TABLE updates (
            number INTEGER PRIMARY KEY,
            body TEXT,
            at TEXT NOT NULL
        );
        """,
    )


def script(db: Database, sql: str) -> None:
    """Run several statements inside the open transaction.

    sqlite3's own executescript commits first, which would tear a migration in two.
    """
    for statement in sql.split(";"):
        if statement.strip():
            db.conn.execute(statement)
