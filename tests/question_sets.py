"""Sets of passages and questions as files, and archives made of them, for fitting and measuring."""

from __future__ import annotations

import json
import lzma
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from store import articles, index
from store.archive import complete
from store.database import Store
from store.model import Article
from store.regions import load_gazetteer

Row = dict[str, Any]


def rows(path: Path) -> Iterator[Row]:
    """The objects of a JSON Lines file, packed (`.xz`) or not."""
    kind = lzma.open if path.suffix == ".xz" else open
    with kind(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def archive(folder: str, name: str, passages: Sequence[Row]) -> Store:
    """A store of these passages, an article each and a line a paragraph, with the regions the
    texts name where none are given: as it is when they are read in."""
    store = Store(Path(folder) / f"{name}.db")
    gazetteer = load_gazetteer()
    made = [
        complete(
            Article(id=p["pid"], number=i + 1, title=p["title"] or p["text"][:20], kind="news",
                    paragraphs=tuple(p["text"].split("\n")), regions=tuple(p.get("regions", ()))),
            gazetteer,
        )
        for i, p in enumerate(passages)
    ]
    with store.writing() as db:
        db.conn.execute("INSERT INTO issues (number) VALUES (1)")
        for article in made:
            articles.insert(db, article, issue=1, page=None, position=article.number, sha256=b"")
        index.add(db, made)
    return store
