"""Finished articles and their page written into the store, inside the caller's transaction."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import astuple, replace
from datetime import UTC, datetime
from typing import Any

from sqlite_utils import Database

from store import articles, browse, corrections, index
from store.editing import Sheet
from store.known import Filed, Known
from store.model import Article, Page, Reading
from store.page_names import page_name
from store.regions import ancestors


def put_issue(db: Database, paper: str | None, date: str | None) -> int:
    """The number of an issue, written when it is new, inside the caller's transaction."""
    db.conn.execute("INSERT OR IGNORE INTO issues (paper, date) VALUES (?, ?)", [paper, date])
    row = db.execute(
        # The index is on these expressions: an archive may have ten thousand issues.
        "SELECT number FROM issues WHERE ifnull(paper, '') = ? AND ifnull(date, '') = ?",
        [paper or "", date or ""],
    ).fetchone()
    number = int(row[0])
    browse.remember(db, "issue", [str(number)])
    return number


def put_page(
    db: Database,
    filed: Filed,
    page: Page,
    raw: bytes,
    encoding: str,
    reading: Reading,
) -> int:
    """Write the page and its raw bytes; gives its row number."""
    imprint, known = page.imprint, filed.known
    values: dict[str, Any] = {
        "number": known.number if known else None,
        "key": filed.key,
        "issue": put_issue(db, imprint.paper, imprint.date),
        "page": imprint.page,
        "region": imprint.region,
        "origin": articles.dump(imprint.origin),
        "source_file": page.source_file,
        "sha256": digest(raw),
        "encoding": encoding,
        "raw": raw,
        "notes": articles.dump([astuple(n) for n in (*reading.facts, *reading.discards)]),
        "read_at": datetime.now(UTC).isoformat(timespec="seconds"),
    }
    updates = ", ".join(f"{name} = excluded.{name}" for name in values if name != "number")
    marks = ", ".join("?" * len(values))
    cursor = db.conn.execute(
        f"INSERT INTO pages ({', '.join(values)}) VALUES ({marks})"
        f" ON CONFLICT (number) DO UPDATE SET {updates}",
        list(values.values()),
    )
    return known.number if known else int(cursor.lastrowid or 0)


def take_in(db: Database, part: Known, filed: Filed) -> None:
    """Take a part of a page away whose text another file of the page now has; its bytes are kept
    among the former ones of that file."""
    numbers = [article.number for article in part.articles]
    index.remove(db, numbers)
    articles.delete(db, numbers)
    db.conn.execute(
        "INSERT INTO former_pages (page, source_file, sha256, encoding, raw, read_at)"
        " SELECT ?, source_file, sha256, encoding, raw, read_at FROM pages WHERE number = ?",
        [filed.known.number if filed.known else part.number, part.number],
    )
    db.conn.execute("DELETE FROM pages WHERE number = ?", [part.number])


def put_articles(db: Database, unit: str, sheets: Sequence[Sheet]) -> tuple[Article, ...]:
    """Make `sheets` the articles of a unit; gives them with their numbers.

    What is held as it is stays untouched, so that the index is written for the changed ones only.
    """
    held = {sheet.id: sheet for sheet in corrections.sheets_of(db, unit)}
    wanted = [under_number(sheet, held.get(sheet.id)) for sheet in sheets]
    same = {sheet.id for sheet in wanted if held.get(sheet.id) == sheet}
    gone = [sheet.article.number for id_, sheet in held.items() if id_ not in same]
    index.remove(db, gone)
    articles.delete(db, gone)
    kept: list[Article] = []
    for position, sheet in enumerate(wanted):
        if sheet.id in same:
            db.conn.execute(
                "UPDATE articles SET position = ?1 WHERE number = ?2 AND position <> ?1",
                [position, sheet.article.number],
            )
            kept.append(sheet.article)
        else:
            kept.append(put_sheet(db, corrections.page_of(unit), position, sheet))
    index.add(db, [article for article in kept if article.id not in same])
    return tuple(kept)


def under_number(sheet: Sheet, held: Sheet | None) -> Sheet:
    """The sheet with the number it is held under; else its former one, which is given to no
    other article, or 0."""
    number = held.article.number if held else sheet.article.number
    return replace(sheet, article=replace(sheet.article, number=number))


def put_sheet(db: Database, page: int | None, position: int, sheet: Sheet) -> Article:
    """Write one article, without the index; gives it with its number."""
    article = sheet.article
    number = articles.insert(
        db,
        article,
        issue=put_issue(db, article.paper, article.date),
        page=page,
        position=position,
        sha256=fingerprint(article),
        spans=articles.dump([text.spans for text in sheet.texts]),
        repairs=articles.dump([astuple(repair) for repair in sheet.repairs]),
    )
    remember(db, article)
    return replace(article, number=number)


def remember(db: Database, article: Article) -> None:
    """Give what the article can be browsed by its lasting numbers."""
    browse.remember(db, "column", [article.column] if article.column else [])
    browse.remember(db, "paper", [article.paper] if article.paper else [])
    browse.remember(db, "year", [article.date[:4]] if article.date else [])
    browse.remember(db, "page", [page_name(article.page)] if article.page else [])
    browse.remember(db, "author", article.authors)
    for region in article.regions:
        browse.remember(db, "region", (*ancestors(region), region))


def fingerprint(article: Article) -> bytes:
    """A digest of what an article says, to see whether a later version says something else."""
    said = replace(article, number=0, source_file="")
    return hashlib.sha256(repr(said).encode()).digest()


def digest(raw: bytes) -> str:
    """What tells the bytes of one file from those of another."""
    return hashlib.sha256(raw).hexdigest()
