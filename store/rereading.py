"""Pages read again from the bytes the store holds, after the reader of pages has become better."""

from __future__ import annotations

from dataclasses import replace

from sqlite_utils import Database

from store.database import Store
from store.errors import NotFound
from store.intake import Taken, enter, finish, reading_of
from store.known import Filed, held, part_of
from store.pages import page_from_bytes
from store.places import gazetteer_of


def reread(store: Store, number: int) -> Taken:
    """Read one page again, by row number; ids and corrections stay. Raises NotFound, PageError.

    Readers are told nothing: what was in the paper then is no news now. What was known of the
    page (paper, date, page, region) stays as it is. `state` is changed when any article is no
    longer the same.
    """
    with store.reading() as db:
        row = db.execute(
            "SELECT raw, encoding, source_file FROM pages WHERE number = ?", [number]
        ).fetchone()
        filed = place_of(db, number)
    raw, known = bytes(row[0]), filed.known
    page, _ = page_from_bytes(raw, row[2], filed.imprint)
    # A path was cut to its file name when the page came; the labels are those it was given then.
    page = replace(page, source_file=row[2], imprint=filed.imprint)
    made = finish(page, reading_of(page), filed, gazetteer_of(store))
    taken = enter(store, made, raw, row[1], lambda db: place_of(db, number), news=False)
    state = "unchanged" if known and taken.articles == known.articles else "changed"
    return replace(taken, state=state)


def place_of(db: Database, number: int) -> Filed:
    """Where a page that is held belongs: where it is. Raises NotFound."""
    page = held(db, number)
    if page is None:
        raise NotFound(f"库里没有第 {number} 号版面。")
    return Filed(page.key, page.imprint, part_of(page.key), page)


def pages(store: Store) -> tuple[int, ...]:
    """The row numbers of all pages, in the order they came in."""
    with store.reading() as db:
        rows = db.execute("SELECT number FROM pages ORDER BY number").fetchall()
    return tuple(number for (number,) in rows)
