"""Whether the store is sound: the file itself, its references, its index, and its pages."""

from __future__ import annotations

from collections.abc import Iterator

from sqlite_utils import Database

from store import articles, index, raw
from store.database import Store
from store.model import Article


def missing(db: Database) -> int:
    """How many articles cannot be found because the index does not hold them."""
    row = db.execute(
        "SELECT count(*) FROM articles"
        " WHERE NOT EXISTS (SELECT 1 FROM chunks WHERE article = articles.number)"
    ).fetchone()
    return int(row[0])


def reindex(store: Store) -> int:
    """Build the index anew from the articles; gives how many there are."""
    count = 0

    def counted() -> Iterator[Article]:
        nonlocal count
        for article in articles.everything(store):
            count += 1
            yield article

    with store.writing() as db:
        index.rebuild(db, counted())
    return count


def problems(store: Store) -> list[str]:
    """What is wrong, one sentence each with the mend; empty when all is well."""
    found = []
    with store.reading() as db:
        said = db.execute("PRAGMA quick_check").fetchone()[0]
        if said != "ok":
            found.append(f"库文件已损坏（{said}）；请恢复最近的备份。")
        if db.execute("PRAGMA foreign_key_check").fetchone():
            found.append("库里有对不上的记录；请恢复最近的备份。")
        if unindexed := missing(db):
            found.append(f"有 {unindexed} 篇文章不在索引里；请运行 baowen reindex。")
    found += [f"版面 {name} 的原文被改动过；请恢复最近的备份。" for name in raw.altered(store)]
    return found
