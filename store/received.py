"""Files an administrator sent: held as they came, and read into the archive when released.

Until then nothing of them is in the archive: no reader can find, see or be told of them, and what
they would replace stays as it is.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path, PurePath

from sqlite_utils import Database

from store import archive, outbox
from store.archive import Moved, take_archive
from store.articles import dump
from store.database import Store
from store.errors import NotFound
from store.intake import Taken, look, take
from store.known import ALIKE, runs, share
from store.model import Article
from store.pages import page_from_bytes
from store.pages.decoding import decode
from store.places import gazetteer_of
from store.shelving import digest

ARTICLES = ".jsonl"
"""The ending of a file of articles; any other holds a page."""
IssueName = tuple[str | None, str | None]
"""Paper and date."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A file that is held: its number, its name and its bytes."""

    number: int
    name: str
    raw: bytes

    @property
    def is_page(self) -> bool:
        """Whether it holds a page rather than articles."""
        return PurePath(self.name).suffix.lower() != ARTICLES


def take_page(
    store: Store, name: str, raw: bytes, now: datetime, until: datetime | None
) -> tuple[Taken, int | None]:
    """Hold a page; gives what reading it would do and the number of the draft.

    The number is None for a page that the archive has already. `until` is when it releases
    itself, None for never. Raises PageError when the page holds no article.
    """
    taken = look(store, page_from_bytes(raw, name)[0], raw)
    if taken.state == "unchanged":
        return taken, None
    issues = {(taken.imprint.paper, taken.imprint.date)}
    return taken, hold(store, name, raw, issues, now, until)


def take_articles(
    store: Store, name: str, raw: bytes, now: datetime, until: datetime | None
) -> tuple[Moved, int | None]:
    """Hold a file of articles; the same for a whole archive. Raises PageError."""
    moved, issues = Moved(), set()
    gazetteer = gazetteer_of(store)
    rows = archive.parsed(raw.splitlines(), name, moved)
    while batch := list(islice(rows, archive.BATCH)):
        latest = {one.id: archive.complete(one, gazetteer) for one in batch}
        with store.reading() as db:
            fresh = archive.changed(db, list(latest.values()))
        held = sum(bool(article.number) for article in fresh)
        moved.new += len(fresh) - held
        moved.changed += held
        moved.unchanged += len(latest) - len(fresh)
        issues |= {(article.paper, article.date) for article in fresh}
    return moved, hold(store, name, raw, issues, now, until) if issues else None


def hold(
    store: Store,
    name: str,
    raw: bytes,
    issues: Iterable[IssueName],
    now: datetime,
    until: datetime | None,
) -> int:
    """Keep a file and tell nobody of its issues; gives its number, the same for the same bytes."""
    with store.writing() as db:
        same = "SELECT number FROM received WHERE sha256 = ? AND name = ? AND state = 'held'"
        if row := db.execute(same, [digest(raw), name]).fetchone():
            return int(row[0])
        cursor = db.conn.execute(
            "INSERT INTO received (name, sha256, raw, issues, state, at, release_at)"
            " VALUES (?, ?, ?, ?, 'held', ?, ?)",
            [name, digest(raw), raw, dump(sorted(issues, key=repr)), stamp(now),
             until and stamp(until)],
        )  # fmt: skip
        return int(cursor.lastrowid or 0)


def stamp(moment: datetime) -> str:
    """A moment as the store keeps it, comparable as text."""
    return moment.astimezone(UTC).isoformat(timespec="seconds")


def held_files(store: Store, limit: int = 8) -> tuple[tuple[int, str], ...]:
    """Number and name of the files that wait to be decided about, the newest first."""
    with store.reading() as db:
        rows = db.execute(
            "SELECT number, name FROM received WHERE state = 'held' ORDER BY number DESC LIMIT ?",
            [limit],
        )
        return tuple((number, name) for number, name in rows)


def overdue(store: Store, now: datetime) -> tuple[int, ...]:
    """The drafts whose time to release themselves has come."""
    with store.reading() as db:
        rows = db.execute(
            "SELECT number FROM received WHERE state = 'held' AND release_at <= ?", [stamp(now)]
        )
        return tuple(number for (number,) in rows)


def draft(db: Database, number: int) -> Draft:
    """A file that is held. Raises NotFound when it has been decided about."""
    row = db.execute(
        "SELECT number, name, raw FROM received WHERE number = ? AND state = 'held'", [number]
    ).fetchone()
    if row is None:
        raise NotFound("这个文件已经处理过了。")
    return Draft(row[0], row[1], bytes(row[2]))


def preview(store: Store, number: int) -> tuple[Article, ...]:
    """The articles of a file that is held, as they will be. Raises NotFound, PageError."""
    with store.reading() as db:
        held = draft(db, number)
    if held.is_page:
        return look(store, page_from_bytes(held.raw, held.name)[0], held.raw).articles
    return tuple(archive.parsed(held.raw.splitlines(), held.name, Moved()))


def release(store: Store, number: int, now: datetime) -> str:
    """Read a file into the archive and let the subscribers be told; gives its name.

    Raises NotFound when it is not held any more, PageError when it can no longer be read.
    """
    with store.writing() as db:
        held = draft(db, number)
        if held.is_page:
            page, encoding = page_from_bytes(held.raw, held.name)
            take(store, page, held.raw, encoding)
        else:
            with as_file(held) as path:
                take_archive(store, path)
        settle(store, db, number, "released", now)
    return held.name


@contextmanager
def as_file(held: Draft) -> Iterator[Path]:
    """The draft on disk, for as long as the context lasts."""
    with tempfile.TemporaryDirectory(prefix="baowen-") as folder:
        path = Path(folder) / f"articles{ARTICLES}"
        path.write_bytes(held.raw)
        yield path


def discard(store: Store, number: int, now: datetime) -> str:
    """Forget a file; gives its name. Raises NotFound when it is not held any more."""
    with store.writing() as db:
        held = draft(db, number)
        settle(store, db, number, "discarded", now)
    return held.name


def replace_older(store: Store, number: int, now: datetime) -> int:
    """Take the place of held files of the same name and much the same text: the page as it was
    sent before it was put right. Gives how many there were; each can be decided about no more."""
    with store.writing() as db:
        newest = draft(db, number)
        text = runs(decode(newest.raw)[0]) if newest.is_page else set()
        rows = db.execute(
            "SELECT number, raw FROM received WHERE state = 'held' AND name = ? AND number < ?",
            [newest.name, number],
        ).fetchall()
        older = [one for one, raw in rows if share(text, runs(decode(bytes(raw))[0])) >= ALIKE]
        for one in older:
            settle(store, db, one, "replaced", now)
    return len(older)


def keep(store: Store, number: int) -> None:
    """Hold a file until somebody decides, whatever its time."""
    with store.writing() as db:
        db.conn.execute("UPDATE received SET release_at = NULL WHERE number = ?", [number])


def settle(store: Store, db: Database, number: int, state: str, now: datetime) -> None:
    """End the hold of a file; news of an issue waits until none of its files is held."""
    db.conn.execute("UPDATE received SET state = ?, raw = NULL WHERE number = ?", [state, number])
    row = db.execute("SELECT issues FROM received WHERE number = ?", [number]).fetchone()
    still = {issue for (one,) in held_issues(db) for issue in map(tuple, json.loads(one))}
    for paper, date in map(tuple, json.loads(row[0])):
        found = db.execute(
            "SELECT number FROM issues WHERE paper IS ? AND date IS ?", [paper, date]
        ).fetchone()
        if found and (paper, date) in still:
            outbox.hold(store, found[0])
        elif found:
            outbox.release(store, found[0], now)


def held_issues(db: Database) -> list[tuple[str]]:
    """The issues, as JSON, of each file that is held."""
    return db.execute("SELECT issues FROM received WHERE state = 'held'").fetchall()
