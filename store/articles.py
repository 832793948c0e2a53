"""Articles in and out of SQLite: the SQL of articles, article_regions and article_authors."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import Any, NamedTuple, cast

from sqlite_utils import Database

from store import newest
from store.chunks import parts
from store.database import Store
from store.errors import NotFound
from store.excerpts import ranges, restored
from store.model import NO_FILTERS, Article, Filters, Kind
from store.page_names import labels

BATCH = 500
SELECT = """
    SELECT articles.number, id, title, kind, paragraphs, captions, kicker, subtitle, "column",
           source, summary, quoted, flags, paper, date, page_label, source_file,
           (SELECT json_group_array(author) FROM
               (SELECT author FROM article_authors WHERE article = articles.number ORDER BY rank)),
           (SELECT json_group_array(region) FROM
               (SELECT region FROM article_regions WHERE article = articles.number ORDER BY rank))
    FROM articles JOIN issues ON issues.number = articles.issue
"""
ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
IN_REGION = "region >= ? AND region < ? AND (region = ? OR region > ?)"
"""Needs the values of `around`; one stretch of the index."""


class Listing(NamedTuple):
    """A stretch of a longer list: the `articles` from `offset` on, out of `total`."""

    total: int
    offset: int
    articles: tuple[Article, ...]


def load(db: Database, numbers: Sequence[int]) -> dict[int, Article]:
    """The articles with these numbers; a number that is no longer held is left out."""
    found: dict[int, Article] = {}
    for start in range(0, len(numbers), BATCH):
        batch = list(numbers[start : start + BATCH])
        marks = ",".join("?" * len(batch))
        for row in db.execute(f"{SELECT} WHERE articles.number IN ({marks})", batch):
            article = from_row(row)
            found[article.number] = article
    return found


def get(store: Store, number: int) -> Article:
    """The article with this number. Raises NotFound."""
    with store.reading() as db:
        article = load(db, [number]).get(number)
    if article is None:
        raise NotFound(f"库里没有第 {number} 号文章；可能已重新编排，请重新检索。")
    return article


def everything(store: Store) -> Iterator[Article]:
    """Every article, in the order it came in, read in batches so that memory stays flat."""
    last = -1
    while True:
        with store.reading() as db:
            rows = db.execute(
                f"{SELECT} WHERE articles.number > ? ORDER BY articles.number LIMIT ?",
                [last, BATCH],
            ).fetchall()
        if not rows:
            return
        for row in rows:
            yield from_row(row)
        last = rows[-1][0]


def listing(store: Store, filters: Filters, *, offset: int = 0, limit: int = 8) -> Listing:
    """Articles within `filters`, the newest issue first and in page order inside an issue."""
    with store.reading() as db:
        total = counted(store, db, filters)
        offset = max(0, min(offset, total - 1)) // limit * limit if total else 0
        walk = newest.walked(total, counted(store, db, NO_FILTERS), offset, limit)
        where, values = condition(filters, alone=walk)
        numbers = newest.numbers(db, where, values, offset, limit, walk=walk)
        held = load(db, numbers)
    return Listing(total, offset, tuple(held[number] for number in numbers))


def counted(store: Store, db: Database, filters: Filters) -> int:
    """How many articles are within `filters`; counted once, until the archive changes."""
    edition = db.execute("SELECT number FROM edition").fetchone()[0]
    if (known := newest.known_total(store, edition, filters)) is not None:
        return known
    total = int(db.execute(*count_of(filters)).fetchone()[0])
    newest.keep_total(store, edition, filters, total)
    return total


def count_of(filters: Filters) -> tuple[str, list[str | int]]:
    """The SQL that counts what is within `filters`, with its values: as little as each needs."""
    if filters.region is not None and filters == Filters(region=filters.region):
        sql = f"SELECT count(DISTINCT article) FROM article_regions WHERE {IN_REGION}"
        return sql, [*around(filters.region)]
    where, values = condition(filters)
    tables = "articles"
    if dated(filters):
        alone = replace(filters, paper=None, since=None, until=None) == NO_FILTERS
        joined = "issues CROSS JOIN articles" if alone else "articles JOIN issues"
        tables = f"{joined} ON issues.number = issue"
    return f"SELECT count(*) FROM {tables} WHERE {where}", values


def dated(filters: Filters) -> bool:
    """Whether filters ask for something that is known of the issue."""
    return any((filters.paper, filters.since, filters.until))


def any_fits(db: Database, filters: Filters) -> bool:
    """Whether any article is within `filters`."""
    if filters == Filters(region=filters.region) and filters.region is not None:
        sql = f"SELECT 1 FROM article_regions WHERE {IN_REGION} LIMIT 1"
        return db.execute(sql, around(filters.region)).fetchone() is not None
    where, values = condition(filters)
    # A cross join keeps its order: issues are few, and those outside the dates need no look.
    joined = "issues CROSS JOIN articles" if dated(filters) else "articles JOIN issues"
    sql = f"SELECT 1 FROM {joined} ON issues.number = articles.issue WHERE {where} LIMIT 1"
    return db.execute(sql, values).fetchone() is not None


def among(db: Database, numbers: Collection[int], filters: Filters) -> set[int]:
    """Those of some articles that fit; it takes as long as they are many, whatever is held."""
    left = set(numbers)
    marks = ",".join("?" * len(left))
    if (others := replace(filters, region=None)) != NO_FILTERS:
        where, values = condition(others)
        rows = db.execute(
            # The limit keeps SQLite from looking through a whole column for the few.
            'SELECT articles.number FROM (SELECT number, issue, "column", kind, page_label'
            f" FROM articles WHERE number IN ({marks}) LIMIT -1) AS articles"
            f" JOIN issues ON issues.number = articles.issue WHERE {where}",
            [*left, *values],
        )
        left = {number for (number,) in rows}
    if filters.region is not None:
        marks = ",".join("?" * len(left))
        rows = db.execute(
            f"SELECT article FROM article_regions WHERE article IN ({marks}) AND ({IN_REGION})",
            [*left, *around(filters.region)],
        )
        left = {number for (number,) in rows}
    return left


def around(region: str) -> list[str]:
    """The values of IN_REGION: '0' follows '/' in ASCII, so the range holds what lies below."""
    return [region, f"{region}0", region, f"{region}/"]


def condition(filters: Filters, *, alone: bool = False) -> tuple[str, list[str | int]]:
    """`filters` as an SQL condition over articles and issues, with its values.

    `alone` looks at each article by itself, which is quicker where nearly all fit.
    """
    listed = "articles.number IN (SELECT article FROM {table} WHERE {fits})"
    if alone:
        listed = "EXISTS (SELECT 1 FROM {table} WHERE article = articles.number AND ({fits}))"
    parts: list[str] = ["1"]
    values: list[str | int] = []
    for name, sql in (
        ("column", '"column" = ?'),
        ("paper", "paper = ?"),
        ("kind", "kind = ?"),
        ("since", "date >= ?"),
        ("until", "date <= ?"),
        ("issue", "articles.issue = ?"),
        ("author", listed.format(table="article_authors", fits="author = ?")),
    ):
        if (value := getattr(filters, name)) is not None:
            parts.append(sql)
            values.append(value)
    if filters.page is not None:
        known = labels(filters.page)
        parts.append(f"page_label IN ({','.join('?' * len(known))})")
        values += known
    if filters.region is not None:
        parts.append(listed.format(table="article_regions", fits=IN_REGION))
        values += around(filters.region)
    return " AND ".join(parts), values


def insert(
    db: Database,
    article: Article,
    *,
    issue: int,
    page: int | None,
    position: int,
    sha256: bytes,
    spans: str = "[]",
    repairs: str = "[]",
) -> int:
    """Write an article inside the caller's transaction; gives its number (its own if not 0)."""
    quoted = ranges(article.summary, parts(article))
    values: dict[str, Any] = {
        "number": article.number or None,
        "id": article.id,
        "issue": issue,
        "page": page,
        "position": position,
        "title": article.title,
        "kicker": article.kicker,
        "subtitle": article.subtitle,
        "column": article.column,
        "kind": article.kind,
        "source": article.source,
        "summary": "" if quoted else article.summary,
        "quoted": dump(quoted),
        "flags": dump(article.flags),
        "paragraphs": dump(article.paragraphs),
        "captions": dump(article.captions),
        "spans": spans,
        "repairs": repairs,
        "source_file": article.source_file,
        "page_label": article.page,
        "sha256": sha256,
    }
    names = ", ".join(f'"{name}"' for name in values)
    marks = ", ".join("?" * len(values))
    cursor = db.conn.execute(
        f"INSERT INTO articles ({names}) VALUES ({marks})", list(values.values())
    )
    number = cast(int, cursor.lastrowid)
    put_list(db, "article_regions", number, article.regions)
    put_list(db, "article_authors", number, article.authors)
    return number


def put_list(db: Database, table: str, number: int, values: Sequence[str]) -> None:
    """Write what an article has several of, in order."""
    if values:
        rows = [(number, rank, value) for rank, value in enumerate(values)]
        db.conn.executemany(f"INSERT INTO {table} VALUES (?, ?, ?)", rows)


def place(db: Database, number: int, regions: Sequence[str]) -> None:
    """Set the regions of an article, most important first, inside the caller's transaction."""
    db.conn.execute("DELETE FROM article_regions WHERE article = ?", [number])
    put_list(db, "article_regions", number, regions)
    # No row of articles changes, yet what may be found does.
    db.conn.execute("UPDATE edition SET number = number + 1")


def delete(db: Database, numbers: Sequence[int]) -> None:
    """Remove articles inside the caller's transaction."""
    db.conn.executemany("DELETE FROM articles WHERE number = ?", [(number,) for number in numbers])


def from_row(row: sqlite3.Row | tuple[Any, ...]) -> Article:
    """An article from a row of SELECT."""
    paragraphs, captions = listed(row[4]), listed(row[5])
    return Article(
        number=row[0],
        id=row[1],
        title=row[2],
        kind=cast(Kind, row[3]),
        paragraphs=paragraphs,
        captions=captions,
        kicker=row[6],
        subtitle=row[7],
        column=row[8],
        source=row[9],
        summary=row[10] or restored(listed(row[11]), (*paragraphs, *captions)),
        flags=listed(row[12]),
        paper=row[13],
        date=row[14],
        page=row[15],
        source_file=row[16],
        authors=listed(row[17]),
        regions=listed(row[18]),
    )


def listed(text: str) -> tuple[Any, ...]:
    """The items of a JSON list; most of an article's lists are empty."""
    return () if text == "[]" else tuple(json.loads(text))


def dump(value: object) -> str:
    """Compact JSON with Chinese left readable."""
    return ENCODER.encode(value)
