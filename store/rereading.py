"""Pages read again from the bytes the store holds, after the reader of pages has become better."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from store.database import Store
from store.errors import NotFound
from store.intake import Taken, enter
from store.known import find
from store.model import Imprint
from store.pages import page_from_bytes


def reread(store: Store, number: int) -> Taken:
    """Read one page again, by row number; ids and corrections stay. Raises NotFound, PageError.

    Readers are told nothing: what was in the paper then is no news now. What was known of the
    page (paper, date, page, region) stays as it is. `state` is changed when any article is no
    longer the same.
    """
    with store.reading() as db:
        row = db.execute(
            "SELECT key, raw, encoding, sha256, source_file, origin, paper, date, page, region"
            " FROM pages JOIN issues ON issues.number = issue WHERE pages.number = ?",
            [number],
        ).fetchone()
        if row is None:
            raise NotFound(f"库里没有第 {number} 号版面。")
        known = find(db, row[0], row[3])
    raw, imprint = bytes(row[1]), imprint_from(row[5:])
    page, _ = page_from_bytes(raw, row[4], imprint)
    page = replace(page, source_file=row[4], imprint=imprint)
    kept = enter(store, page, raw, row[2], row[0], known, news=False)
    state = "unchanged" if known and kept == known.articles else "changed"
    return Taken(row[4], state, kept, imprint)


def imprint_from(row: tuple[Any, ...]) -> Imprint:
    """What a page was labelled with when it was read."""
    origin, paper, date, page, region = row
    known = tuple((name, where) for name, where in json.loads(origin))
    return Imprint(paper, date, page, region, known)


def pages(store: Store) -> tuple[int, ...]:
    """The row numbers of all pages, in the order they came in."""
    with store.reading() as db:
        rows = db.execute("SELECT number FROM pages ORDER BY number").fetchall()
    return tuple(number for (number,) in rows)
