"""What one can browse by: regions, columns, authors, papers, years and issues, each with counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sqlite_utils import Database

from store.articles import condition, dump
from store.database import Store
from store.errors import NotFound
from store.model import NO_FILTERS, Filters, Issue
from store.page_names import in_paper, labels, page_name

NAMED = {
    "column": ('"column"', ""),
    "paper": ("paper", ""),
    "year": ("substr(date, 1, 4)", ""),
    "author": (
        "article_authors.author",
        "JOIN article_authors ON article_authors.article = articles.number",
    ),
}


class Facet(NamedTuple):
    """A value to browse by. `number` is small and lasting, so that a button can carry it."""

    number: int
    kind: str
    name: str
    articles: int = 0


def facets(store: Store, kind: str, filters: Filters = NO_FILTERS) -> tuple[Facet, ...]:
    """The columns, papers, years or authors within `filters`, the fullest first."""
    name, join = NAMED[kind]
    where, values = condition(filters)
    with store.reading() as db:
        rows = db.execute(
            f"SELECT {name} AS name, count(*) AS n FROM articles"
            f" JOIN issues ON issues.number = articles.issue {join}"
            f" WHERE {where} AND {name} IS NOT NULL GROUP BY 1 ORDER BY n DESC, 1",
            values,
        ).fetchall()
        known = numbers(db, kind)
    return tuple(Facet(known.get(name, 0), kind, name, count) for name, count in rows)


def regions(
    store: Store, parent: str | None = None, filters: Filters = NO_FILTERS
) -> tuple[Facet, ...]:
    """The regions right below `parent` (the provinces without one) that have articles."""
    where, values = condition(filters)
    prefix = f"{parent}/" if parent else ""
    below = "AND region > ? AND region < ?" if parent else ""
    # The child is the path up to the first slash behind the parent's.
    rest = f"substr(region, {len(prefix) + 1}) || '/'"
    child = f"substr(region, 1, {len(prefix)} + instr({rest}, '/') - 1)"
    with store.reading() as db:
        rows = db.execute(
            f"SELECT {child}, count(DISTINCT article) AS n FROM article_regions"
            " JOIN articles ON articles.number = article"
            f" JOIN issues ON issues.number = articles.issue WHERE {where} {below}"
            " GROUP BY 1 ORDER BY n DESC, 1",
            [*values, *([f"{parent}/", f"{parent}0"] if parent else [])],
        ).fetchall()
        known = numbers(db, "region")
    return tuple(Facet(known.get(name, 0), "region", name, count) for name, count in rows)


def pages(store: Store, filters: Filters) -> tuple[Facet, ...]:
    """The pages within `filters` that have articles, in the order of the paper."""
    where, values = condition(filters)
    with store.reading() as db:
        rows = db.execute(
            "SELECT page_label, count(*) FROM articles JOIN issues ON issues.number = issue"
            f" WHERE {where} AND page_label IS NOT NULL GROUP BY 1",
            values,
        ).fetchall()
        known = numbers(db, "page")
    held = Counter[str]()
    for label, count in rows:
        held[page_name(label)] += count
    return tuple(
        Facet(known.get(name, 0), "page", name, held[name]) for name in sorted(held, key=in_paper)
    )


def numbers(db: Database, kind: str) -> dict[str, int]:
    """The facet numbers of a kind by name."""
    return dict(db.execute("SELECT name, number FROM facets WHERE kind = ?", [kind]).fetchall())


def numbered(db: Database, kind: str, name: str) -> int | None:
    """The number of a facet; None when no article ever had it."""
    row = db.execute(
        "SELECT number FROM facets WHERE kind = ? AND name = ?", [kind, name]
    ).fetchone()
    return row[0] if row else None


def newest_with(db: Database, page: str, paper: str | None = None) -> int | None:
    """The number of the newest issue that has a page of this name; None for none."""
    known = labels(page)
    row = db.execute(
        "SELECT number FROM issues WHERE (? IS NULL OR paper = ?) AND EXISTS (SELECT 1"
        " FROM articles WHERE articles.issue = issues.number"
        f" AND page_label IN ({','.join('?' * len(known))}))"
        " ORDER BY date IS NULL, date DESC, number DESC LIMIT 1",
        [paper, paper, *known],
    ).fetchone()
    return row[0] if row else None


def held_year(db: Database, since: str, until: str) -> int | None:
    """The latest year with an issue between two days of it, MM-DD, both included; None for none."""
    row = db.execute(
        "SELECT max(substr(date, 1, 4)) FROM issues WHERE substr(date, 6) BETWEEN ? AND ?"
        " AND EXISTS (SELECT 1 FROM articles WHERE articles.issue = issues.number)",
        [since, until],
    ).fetchone()
    return int(row[0]) if row[0] else None


def facet(store: Store, number: int) -> Facet:
    """The facet with this number. Raises NotFound."""
    with store.reading() as db:
        row = db.execute(
            "SELECT number, kind, name FROM facets WHERE number = ?", [number]
        ).fetchone()
    if row is None:
        raise NotFound("这个按钮指向的内容已不在库里；请重新打开列表。")
    return Facet(*row)


def remember(db: Database, kind: str, names: Iterable[str]) -> None:
    """Give every new name a lasting number, inside the caller's transaction."""
    db.conn.executemany(
        "INSERT OR IGNORE INTO facets (kind, name) VALUES (?, ?)",
        [(kind, name) for name in dict.fromkeys(names)],
    )


def names_of(db: Database, articles: Sequence[int]) -> list[tuple[str, str]]:
    """Kind and name of the columns and authors of some articles."""
    return [
        (kind, name)
        for kind, (column, join) in NAMED.items()
        if kind in ("column", "author")
        for (name,) in db.execute(
            f"SELECT DISTINCT {column} FROM articles {join} WHERE articles.number IN"
            f" (SELECT value FROM json_each(?)) AND {column} IS NOT NULL",
            [dump(articles)],
        )
    ]


def forget_unused(db: Database, names: Iterable[tuple[str, str]]) -> None:
    """Take away the numbers of names that no article has any more, inside the caller's
    transaction; no other name will get one of them."""
    for kind, name in names:
        column, join = NAMED[kind]
        db.conn.execute(
            "DELETE FROM facets WHERE kind = ?1 AND name = ?2"
            f" AND NOT EXISTS (SELECT 1 FROM articles {join} WHERE {column} = ?2)",
            [kind, name],
        )


def issues(
    store: Store,
    *,
    paper: str | None = None,
    month: str | None = None,
    since: str | None = None,
    until: str | None = None,
    limit: int = 400,
) -> tuple[Issue, ...]:
    """Issues that hold articles, the newest first; `month` is YYYY-MM, "" for unknown dates,
    `since` and `until` are ISO, both included."""
    where, values = ["1"], []
    for bound, day in ((">=", since), ("<=", until)):
        if day is not None:
            where.append(f"date {bound} ?")
            values.append(day)
    if paper is not None:
        where.append("paper = ?")
        values.append(paper)
    if month is not None:
        where.append("ifnull(substr(date, 1, 7), '') = ?")
        values.append(month)
    with store.reading() as db:
        rows = db.execute(
            "SELECT issues.number, paper, date, count(DISTINCT ifnull(page_label, page)), count(*)"
            " FROM issues JOIN articles ON articles.issue = issues.number"
            f" WHERE {' AND '.join(where)} GROUP BY issues.number"
            " ORDER BY date IS NULL, date DESC, issues.number DESC LIMIT ?",
            [*values, limit],
        ).fetchall()
    return tuple(Issue(*row) for row in rows)


def issue(store: Store, number: int) -> Issue:
    """The issue with this number. Raises NotFound when it is gone or holds nothing."""
    with store.reading() as db:
        row = db.execute(
            "SELECT issues.number, paper, date, count(DISTINCT ifnull(page_label, page)), count(*)"
            " FROM issues JOIN articles ON articles.issue = issues.number"
            " WHERE issues.number = ? GROUP BY issues.number",
            [number],
        ).fetchone()
    if row is None:
        raise NotFound("这一期已不在库里；请用 /issues 重新选。")
    return Issue(*row)


def months(store: Store, paper: str | None = None) -> tuple[tuple[str, int], ...]:
    """The months (YYYY-MM, "" for unknown dates) with their number of issues, the newest first."""
    clause, values = ("WHERE paper = ?", [paper]) if paper is not None else ("", [])
    with store.reading() as db:
        return tuple(
            db.execute(
                "SELECT ifnull(substr(date, 1, 7), '') AS month, count(DISTINCT issues.number)"
                " FROM issues JOIN articles ON articles.issue = issues.number"
                f" {clause} GROUP BY 1 ORDER BY 1 DESC",
                values,
            ).fetchall()
        )


def bare(store: Store) -> bool:
    """Whether the store holds no article at all."""
    with store.reading() as db:
        return not db.execute("SELECT EXISTS (SELECT 1 FROM articles)").fetchone()[0]


def held(store: Store, number: int) -> bool:
    """Whether there is an article with this number."""
    with store.reading() as db:
        found = db.execute("SELECT 1 FROM articles WHERE number = ?", [number]).fetchone()
    return found is not None


def counts(store: Store) -> dict[str, int]:
    """How much the store holds: issues that have articles, pages, articles."""
    with store.reading() as db:
        return {
            name: db.execute(f"SELECT count({what}) FROM {table}").fetchone()[0]
            for name, what, table in (
                ("issues", "DISTINCT issue", "articles"),
                ("pages", "*", "pages"),
                ("articles", "*", "articles"),
            )
        }
