"""The shape of the archive: pages, articles, their index, and what editors said of them."""

from __future__ import annotations

from sqlite_utils import Database

from store.migrations.statements import script


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
        CREATE INDEX issues_newest ON issues (date IS NULL, date DESC, number DESC);

        CREATE TABLE pages (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
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
        CREATE INDEX pages_source_file ON pages (source_file);

        CREATE TABLE articles (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
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
            quoted TEXT NOT NULL,
            flags TEXT NOT NULL,
            paragraphs TEXT NOT NULL,
            captions TEXT NOT NULL,
            spans TEXT NOT NULL,
            repairs TEXT NOT NULL,
            source_file TEXT NOT NULL,
            page_label TEXT,
            sha256 BLOB NOT NULL
        );
        CREATE INDEX articles_printed
            ON articles (issue, length(page_label), page_label, page, position);
        CREATE INDEX articles_kind ON articles (kind);
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


def m003_index(db: Database) -> None:
    """The index for finding: segments of chunks, and which chunks of a segment hold a term.

    A segment has the chunks from `first` on, `span` of them. `postings` holds its terms in
    buckets, `common` the lists of the frequent ones. One whose `merged` is not null is still
    being made of those in its range.
    """
    script(
        db,
        """
        CREATE TABLE segments (
            number INTEGER PRIMARY KEY,
            first INTEGER NOT NULL,
            span INTEGER NOT NULL,
            size INTEGER NOT NULL,
            merged INTEGER
        );

        CREATE TABLE chunks (
            number INTEGER PRIMARY KEY,
            article INTEGER NOT NULL,
            paragraph INTEGER NOT NULL,
            start INTEGER NOT NULL,
            last INTEGER NOT NULL,
            stop INTEGER NOT NULL
        );
        CREATE INDEX chunks_article ON chunks (article);

        CREATE TABLE postings (
            key INTEGER PRIMARY KEY,
            data BLOB NOT NULL
        );

        CREATE TABLE common (
            key INTEGER PRIMARY KEY,
            data BLOB NOT NULL
        );
        """,
    )


def m004_corrections(db: Database) -> None:
    """What editors corrected and reviewed, the articles as read before that, and former pages.

    `unit` names what is corrected together: a page, or an article that has none. `unedited` is
    filled with a unit's first correction. A page read again from other bytes leaves its former
    bytes in `former_pages`, so that the raw layer never loses a version.
    """
    script(
        db,
        """
        CREATE TABLE corrections (
            number INTEGER PRIMARY KEY,
            unit TEXT NOT NULL,
            article TEXT NOT NULL,
            operation TEXT NOT NULL,
            detail TEXT NOT NULL,
            author TEXT NOT NULL,
            at TEXT NOT NULL,
            undoes INTEGER UNIQUE REFERENCES corrections (number)
        );
        CREATE INDEX corrections_unit ON corrections (unit);
        CREATE INDEX corrections_article ON corrections (article);

        CREATE TABLE unedited (
            unit TEXT NOT NULL,
            position INTEGER NOT NULL,
            id TEXT NOT NULL,
            body TEXT NOT NULL,
            PRIMARY KEY (unit, position)
        ) WITHOUT ROWID;
        CREATE INDEX unedited_id ON unedited (id);

        CREATE TABLE reviews (
            number INTEGER PRIMARY KEY,
            item TEXT NOT NULL,
            article TEXT NOT NULL,
            done INTEGER NOT NULL,
            author TEXT NOT NULL,
            at TEXT NOT NULL
        );
        CREATE INDEX reviews_item ON reviews (item);

        CREATE TABLE former_pages (
            number INTEGER PRIMARY KEY,
            page INTEGER NOT NULL,
            source_file TEXT NOT NULL,
            sha256 TEXT NOT NULL,
            encoding TEXT NOT NULL,
            raw BLOB NOT NULL,
            read_at TEXT NOT NULL
        );
        CREATE INDEX former_pages_page ON former_pages (page);
        """,
    )
    keep_for_good(db)


def keep_for_good(db: Database) -> None:
    """Rows of record can only be added; the bytes of a page are kept when others replace them.

    Corrections and former bytes go with a page that is forgotten: when it is gone, so may they.
    """
    gone = {
        "corrections": "WHEN EXISTS (SELECT 1 FROM unedited WHERE unit = old.unit)",
        "former_pages": "WHEN EXISTS (SELECT 1 FROM pages WHERE number = old.page)",
    }
    # A trigger holds a semicolon of its own, so it cannot go through script().
    for table in ("corrections", "reviews", "former_pages"):
        for change, unless in (("UPDATE", ""), ("DELETE", gone.get(table, ""))):
            db.conn.execute(
                f"CREATE TRIGGER {table}_no_{change.lower()} BEFORE {change} ON {table} {unless}"
                f" BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )
    db.conn.execute(
        "CREATE TRIGGER pages_former BEFORE UPDATE OF raw ON pages WHEN old.sha256 <> new.sha256"
        " BEGIN INSERT INTO former_pages (page, source_file, sha256, encoding, raw, read_at)"
        " VALUES (old.number, old.source_file, old.sha256, old.encoding, old.raw, old.read_at);"
        " END"
    )


def m009_forgotten(db: Database) -> None:
    """That a file read by mistake was taken out again, by whom and when; not what it said."""
    script(
        db,
        """
        CREATE TABLE forgotten (
            number INTEGER PRIMARY KEY,
            name TEXT NOT NULL,
            articles INTEGER NOT NULL,
            author TEXT NOT NULL,
            at TEXT NOT NULL
        );
        """,
    )
