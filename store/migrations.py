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


@migrations()
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


@migrations()
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


def count_editions(db: Database) -> None:
    """Raise the edition whenever what a question may find has changed."""
    for change in ("INSERT", "UPDATE", "DELETE"):
        # A trigger holds a semicolon of its own, so it cannot go through script().
        db.conn.execute(
            f"CREATE TRIGGER articles_{change.lower()} AFTER {change} ON articles"
            " BEGIN UPDATE edition SET number = number + 1; END"
        )


def script(db: Database, sql: str) -> None:
    """Run several statements inside the open transaction.

    sqlite3's own executescript commits first, which would tear a migration in two.
    """
    for statement in sql.split(";"):
        if statement.strip():
            db.conn.execute(statement)


@migrations()
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


@migrations()
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


@migrations()
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


@migrations()
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


@migrations()
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


@migrations()
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
