"""Whether the store is sound: the file itself, its references, and its index."""

from __future__ import annotations

from store import index
from store.database import Store


def problems(store: Store) -> list[str]:
    """What is wrong, one sentence each with the mend; empty when all is well."""
    found = []
    with store.reading() as db:
        said = db.execute("PRAGMA quick_check").fetchone()[0]
        if said != "ok":
            found.append(f"库文件已损坏（{said}）；请恢复最近的备份。")
        if db.execute("PRAGMA foreign_key_check").fetchone():
            found.append("库里有对不上的记录；请恢复最近的备份。")
        if unindexed := index.missing(db):
            found.append(f"有 {unindexed} 篇文章不在索引里；请运行 baowen reindex。")
    return found
