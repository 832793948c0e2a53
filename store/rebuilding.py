"""A page, or an article without one, written anew as its corrections say."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sqlite_utils import Database

from store import corrections
from store.editing import Correction, Sheet
from store.finishing import told
from store.model import Article
from store.raw import page_text
from store.regions import Gazetteer
from store.shelving import fingerprint, put_articles
from store.summary import summarize


def rebuild(
    db: Database, unit: str, gazetteer: Gazetteer
) -> tuple[tuple[Article, ...], tuple[tuple[Correction, str], ...]]:
    """Write the articles of a unit as its corrections say; gives them and what does not fit."""
    sheets = as_read(db, unit)
    applied = corrections.applied(db, unit, sheets, corrections.of_unit(db, unit))
    page = corrections.page_of(unit)
    if page is None:
        kept = put_articles(db, unit, [resummed(sheet) for sheet in applied.sheets])
        for sheet in sheets:
            db.conn.execute(
                "UPDATE articles SET sha256 = ? WHERE id = ?",
                [fingerprint(sheet.article), sheet.id],
            )
        return kept, applied.unfit
    home = db.execute("SELECT region FROM pages WHERE number = ?", [page]).fetchone()[0]
    text = page_text(db, page)
    final = [told(sheet, gazetteer, home, text) for sheet in applied.sheets]
    return put_articles(db, unit, final), applied.unfit


def renew(db: Database, ids: Iterable[str], gazetteer: Gazetteer) -> None:
    """Correct articles without a page again, after they have been moved in anew.

    Those that nobody has corrected stay as they are.
    """
    for id_ in ids:
        unit = corrections.unit_of(None, id_)
        if corrections.unedited(db, unit):
            rebuild(db, unit, gazetteer)


def as_read(db: Database, unit: str) -> list[Sheet]:
    """The articles of a unit before corrections.

    An article without a page may have been moved in anew since: the store's digest then tells of
    other words than those kept, and the newer ones count.
    """
    kept = corrections.unedited(db, unit)
    if corrections.page_of(unit) is not None or not kept:
        return kept
    row = db.execute("SELECT sha256 FROM articles WHERE id = ?", [kept[0].id]).fetchone()
    if row is None or row[0] == fingerprint(kept[0].article):
        return kept
    kept = [sheet for sheet in corrections.sheets_of(db, unit) if sheet.id == kept[0].id]
    corrections.keep_unedited(db, unit, kept)
    return kept


def resummed(sheet: Sheet) -> Sheet:
    """An article without a page keeps the regions it came with; its summary follows its text."""
    if not sheet.stale:
        return sheet
    article = replace(sheet.article, summary=summarize(sheet.article))
    return replace(sheet, article=article)
