"""A file read by mistake, taken out of the archive whole: all that was made of it, and its bytes.

Nothing else goes that way: what an editor removes stays in the raw layer. Corrections and former
bytes go with the page they are of; a row of `forgotten` says that there was one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import PurePath
from typing import NamedTuple

from sqlite_utils import Database

from store import articles, browse, corrections, index, outbox
from store.articles import dump
from store.database import Store
from store.errors import NotFound, StoreError

TITLES = 5
"""Titles named of what would go."""
AMONG = "IN (SELECT value FROM json_each(?))"


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file as it was read: its name and the row number of its page, None for a file of articles.

    `place` is paper, date and page as far as they are known; `titles` are the first few;
    `versions` counts the texts of the page that are kept, former ones included.
    """

    name: str
    page: int | None
    place: tuple[str, ...]
    articles: int
    titles: tuple[str, ...]
    corrections: int
    versions: int


class Row(NamedTuple):
    """That a file was forgotten: its name, how many articles it had, who did it and when (ISO)."""

    name: str
    articles: int
    author: str
    at: str


def find(store: Store, name: str) -> ReadFile:
    """The file a person means by its name, or by the id (its first characters) of an article of
    its page. Raises NotFound, and StoreError when more than one is meant."""
    with store.reading() as db:
        return described(db, *meant(db, name))


def forget(store: Store, file: ReadFile, by: str) -> int:
    """Take a file out of the archive; gives how many alerts that wait are not sent any more.

    The bytes are overwritten, too. What has been sent stays sent. Read again, the file is a new
    one. Raises NotFound when it is gone already.
    """
    with store.writing() as db:
        numbers = numbers_of(db, file.name, file.page)
        if not numbers and (file.page is None or not held(db, file.page)):
            raise NotFound(f"“{file.name}”已经不在库里。")
        db.conn.execute("PRAGMA secure_delete = ON")
        try:
            dropped = outbox.withdraw(db, numbers, datetime.now(UTC))
            erase(db, file, numbers)
        finally:
            db.conn.execute("PRAGMA secure_delete = OFF")
        db.conn.execute(
            "INSERT INTO forgotten (name, articles, author, at) VALUES (?, ?, ?, ?)",
            [file.name, len(numbers), by, datetime.now(UTC).isoformat(timespec="seconds")],
        )
    return dropped


def log(store: Store, limit: int = 50) -> tuple[Row, ...]:
    """The files that were forgotten, the last one first."""
    with store.reading() as db:
        rows = db.execute(
            "SELECT name, articles, author, at FROM forgotten ORDER BY number DESC LIMIT ?", [limit]
        ).fetchall()
    return tuple(Row(*row) for row in rows)


def meant(db: Database, name: str) -> tuple[str, int | None]:
    """The name and page of the file that is meant. Raises as find() does."""
    file = PurePath(name).name
    pages = db.execute("SELECT number FROM pages WHERE source_file = ?", [file]).fetchall()
    if len(pages) > 1:
        raise StoreError(namesakes(db, file, [number for (number,) in pages]))
    if pages:
        return file, pages[0][0]
    if file and numbers_of(db, file, None):
        return file, None
    try:
        target = corrections.resolve(db, name)
    except NotFound as error:
        raise NotFound(
            f"没有读入过文件“{name}”，也没有这个编号的文章；用 baowen articles 看编号。"
        ) from error
    if (page := corrections.page_of(target.unit)) is None:
        raise StoreError(
            f"文章 {target.id} 是从文章文件读入的：要忘掉整个文件请写文件名；"
            "只去掉这一篇请用 baowen fix remove。"
        )
    return db.execute("SELECT source_file FROM pages WHERE number = ?", [page]).fetchone()[0], page


def namesakes(db: Database, file: str, pages: Sequence[int]) -> str:
    """That several pages came in files of one name, with an article of each by which to name it."""
    ids = [
        db.execute("SELECT id FROM articles WHERE page = ? LIMIT 1", [page]).fetchone()
        for page in pages
    ]
    named = "、".join(id_ for (id_,) in filter(None, ids))
    return f"叫“{file}”的版面有 {len(pages)} 个；请写要忘掉的那一版里一篇文章的编号：{named}。"


def described(db: Database, name: str, page: int | None) -> ReadFile:
    """What the store has of a file."""
    numbers = numbers_of(db, name, page)
    units = units_of(db, name, page)
    (made,) = db.execute(f"SELECT count(*) FROM corrections WHERE unit {AMONG}", [dump(units)])
    titles = [one.title for one in articles.load(db, numbers[:TITLES]).values()]
    place: tuple[str | None, ...] = ()
    versions = 0
    if page is not None:
        place = db.execute(
            "SELECT paper, date, page FROM pages JOIN issues ON issues.number = issue"
            " WHERE pages.number = ?",
            [page],
        ).fetchone()
        former = "SELECT count(*) FROM former_pages WHERE page = ?"
        versions = 1 + db.execute(former, [page]).fetchone()[0]
    known = tuple(part for part in place if part)
    return ReadFile(name, page, known, len(numbers), tuple(titles), made[0], versions)


def held(db: Database, page: int) -> bool:
    """Whether the store has a page of that row number."""
    return db.execute("SELECT 1 FROM pages WHERE number = ?", [page]).fetchone() is not None


def numbers_of(db: Database, name: str, page: int | None) -> list[int]:
    """The numbers of the articles of a page, or of a file of articles."""
    value: int | str = name
    where = "page IS NULL AND source_file = ?"
    if page is not None:
        where, value = "page = ?", page
    rows = db.execute(f"SELECT number FROM articles WHERE {where} ORDER BY number", [value])
    return [number for (number,) in rows]


def units_of(db: Database, name: str, page: int | None) -> list[str]:
    """What of the file has been corrected together: the page, or each corrected article."""
    if page is not None:
        return [corrections.unit_of(page, "")]
    rows = db.execute(
        "SELECT DISTINCT unit FROM unedited WHERE unit BETWEEN 'article ' AND 'article!'"
        " AND json_extract(body, '$.article.source_file') = ?",
        [name],
    )
    return [unit for (unit,) in rows]


def erase(db: Database, file: ReadFile, numbers: Sequence[int]) -> None:
    """Delete everything of a file, inside the caller's transaction."""
    units = dump(units_of(db, file.name, file.page))
    names = browse.names_of(db, numbers)
    index.remove(db, numbers)
    articles.delete(db, numbers)
    browse.forget_unused(db, names)
    # Corrections may be deleted only when what they speak of is gone: see the migrations.
    db.conn.execute(f"DELETE FROM unedited WHERE unit {AMONG}", [units])
    db.conn.execute(f"DELETE FROM corrections WHERE unit {AMONG}", [units])
    if file.page is not None:
        db.conn.execute("DELETE FROM pages WHERE number = ?", [file.page])
        db.conn.execute("DELETE FROM former_pages WHERE page = ?", [file.page])
