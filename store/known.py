"""Which page of the store a file is: the same page again, a new version of it, or a new one."""

from __future__ import annotations

from dataclasses import dataclass

from sqlite_utils import Database

from store import articles, corrections
from store.model import Article, Imprint, Page


@dataclass(frozen=True, slots=True)
class Known:
    """The page as the store held it before: its row number, fingerprint and articles.

    `as_read` are the articles without the corrections made to them since.
    """

    number: int
    sha256: str
    label: tuple[str | None, ...]
    articles: tuple[Article, ...]
    as_read: tuple[Article, ...]


def page_key(page: Page, folder: str) -> str:
    """What makes it the same page again: paper, date and page, or the file when unknown."""
    known = page.imprint
    if known.date and known.page:
        return f"{known.paper or ''}|{known.date}|{known.page}"
    return f"{folder}/{page.source_file}"


def label(imprint: Imprint) -> tuple[str | None, ...]:
    """The parts of an imprint that a reader sees."""
    return (imprint.paper, imprint.date, imprint.page, imprint.region)


def find(db: Database, key: str, sha256: str) -> Known | None:
    """The page held under `key`, else one of the very same bytes; None for a new page."""
    row = db.execute(
        "SELECT pages.number, sha256, paper, date, page, region FROM pages"
        " JOIN issues ON issues.number = issue WHERE key = ? OR sha256 = ? ORDER BY key = ? DESC",
        [key, sha256, key],
    ).fetchone()
    if row is None:
        return None
    numbers = [
        number
        for (number,) in db.execute(
            "SELECT number FROM articles WHERE page = ? ORDER BY position", [row[0]]
        )
    ]
    held = articles.load(db, numbers)
    kept = tuple(held[number] for number in numbers)
    unit = corrections.unit_of(row[0], "")
    as_read = tuple(sheet.article for sheet in corrections.unedited(db, unit))
    return Known(row[0], row[1], tuple(row[2:]), kept, as_read or kept)
